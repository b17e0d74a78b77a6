/** A field of a form, with its problems beside it. */
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '@rapporteur/contract';
import type { PageLanguage } from '../../page/address.js';
import { usePage, type Page } from '../../page/page-context.js';

/** Problems by field; see problemsByField. */
export const ProblemsContext = createContext<ReadonlyMap<string, readonly Problem[]>>(new Map());

/** The page's own words for a problem, by its code and if necessary its field; undefined where the page has none. */
const wordsOf = ({ code, pointer }: Problem, { texts }: Page): string | undefined =>
  [texts.submit, texts.access, texts.opening, texts.webhooks]
    .map(({ problemWords: words }) => words[`${pointer} ${code}`] ?? words[code])
    .find((words) => words !== undefined);

/** A proposed figure, `5 (fewer-than)`, with its qualifier in the words of the page; any other proposal as it is. */
function withQualifier(proposed: string, { texts }: Page): string {
  const [, value, qualifier = ''] = /^(\d+) \(([a-z-]+)\)$/.exec(proposed) ?? [];
  const words = (texts.qualifiers as Readonly<Record<string, string>>)[qualifier];
  return words === undefined ? proposed : `${value} (${words})`;
}

/** A problem of the API in the page's words, or else in the API's own, which are English. */
export function problemText(problem: Problem, page: Page): string {
  const { submit, stop } = page.texts;
  const { message, expected } = problem;
  const suggestions = (problem.suggestions ?? []).map((one) => withQualifier(one, page));
  const own = wordsOf(problem, page);
  const suggested = suggestions.length > 0 && submit.suggested(page.either(suggestions));
  if (own !== undefined) return [own, suggested].filter(Boolean).join(stop);
  return [message, expected && submit.expected(expected), suggested]
    .filter(Boolean)
    .join(page.texts.separator);
}

/** The language of a problem's words, for screen readers. */
export const problemLanguage = (problem: Problem, page: Page): PageLanguage =>
  wordsOf(problem, page) === undefined ? 'en' : page.textLanguage;

export function ProblemsOf({ field }: { field: string }) {
  const page = usePage();
  const problems = useContext(ProblemsContext).get(field) ?? [];
  if (problems.length === 0) return null;
  return (
    <span class="problem" id={`${field}-problem`}>
      {problems.map((problem) => (
        <span key={problem.message} lang={problemLanguage(problem, page)} dir="auto">
          {problemText(problem, page)}
        </span>
      ))}
    </span>
  );
}

interface Props {
  readonly field: string;
  readonly label: string;
  readonly class?: string;
  readonly children: (attributes: {
    readonly id: string;
    readonly 'aria-invalid'?: true;
    readonly 'aria-describedby'?: string;
  }) => ComponentChildren;
}

/** In: the field's name (also its id), its label, and a function that makes the control with given attributes. */
export function Field({ field, label, children, class: more = '' }: Props) {
  const isWrong = useContext(ProblemsContext).has(field);
  return (
    <div class={`field ${more}`}>
      <label for={field}>{label}</label>
      {children({
        id: field,
        ...(isWrong ? { 'aria-invalid': true, 'aria-describedby': `${field}-problem` } : {}),
      })}
      <ProblemsOf field={field} />
    </div>
  );
}

interface TextProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly isLong?: boolean;
  readonly isReadOnly?: boolean;
  readonly inputProps?: InputHTMLAttributes<HTMLInputElement>;
}

export function TextField({ field, label, value, onText, isLong, isReadOnly, inputProps }: TextProps) {
  return (
    <Field field={field} label={label} class={isLong ? 'long' : ''}>
      {(attributes) => (
        <input
          {...attributes}
          {...inputProps}
          value={value}
          readOnly={isReadOnly}
          autocomplete="off"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** The text of the empty choice. */
  readonly none?: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly isFixed?: boolean;
}

export function SelectField({ field, label, value, onText, none, options, isFixed }: SelectProps) {
  const { language, capital } = usePage();
  return (
    <Field field={field} label={label}>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          disabled={isFixed}
          onChange={(event) => onText(event.currentTarget.value)}
        >
          {none !== undefined && <option value="">{capital(none)}</option>}
          {options.map(({ code, name }) => (
            <option key={code} value={code} lang={language}>
              {capital(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
