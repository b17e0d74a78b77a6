/** What is coded, entry by entry: in short, or as fields while it is changed, with its problems beside it. */
import { useContext } from 'preact/hooks';
import { breakdownText, periodText } from '../../parts/figure-words.js';
import { endsOf, usePage, type Page } from '../../page/page-context.js';
import type { FigureRow, FindingRow } from '../submit/entry.js';
import { ProblemsContext, problemLanguage, problemText } from '../submit/field.js';
import { FigureFields, FindingFields, type CodeLists } from '../submit/submit-rows.js';
import { changeRow, removeRow, type Coding } from './coding.js';

interface Props {
  readonly coding: Coding;
  readonly lists: CodeLists;
  /** The row that is gone to, and whether its fields are shown. */
  readonly current: string | undefined;
  readonly isEdited: boolean;
  readonly onChange: (coding: Coding, tag?: string) => void;
  readonly onGo: (name: string, isEdited: boolean) => void;
}

export function EntryList({ coding, lists, current, isEdited, onChange, onGo }: Props) {
  const { texts } = usePage();
  const { workbench } = texts;
  const { figures, findings } = coding.entry;
  if (figures.length + findings.length === 0) return <p>{workbench.nothingCoded}</p>;
  const shared = (name: string) => ({
    ...{ lists, name, isCurrent: name === current, isEdited: name === current && isEdited },
    ...{ onGo, onChange },
    onRow: (change: object) =>
      onChange(changeRow(coding, name, change), `${name} ${Object.keys(change).join()}`),
    onRemove: () => onChange(removeRow(coding, name)),
  });
  return (
    <ol class="coded">
      {figures.map((row, i) => {
        const { onRow, ...entry } = shared(`figure-${row.id}`);
        return (
          <Entry key={row.id} {...entry} words={(page) => figureWords(row, lists, page)}>
            <FigureFields row={row} n={i + 1} lists={lists} onChange={onRow} onRemove={entry.onRemove} />
          </Entry>
        );
      })}
      {findings.map((row, i) => {
        const { onRow, ...entry } = shared(`finding-${row.id}`);
        return (
          <Entry key={row.id} {...entry} words={(page) => findingWords(row, lists, page)}>
            <FindingFields row={row} n={i + 1} lists={lists} onChange={onRow} onRemove={entry.onRemove} />
          </Entry>
        );
      })}
    </ol>
  );
}

const nameOf = (list: readonly { code: string; name: string }[], code: string) =>
  list.find((one) => one.code === code)?.name ?? code;

/** A figure in short. */
export function figureWords(row: FigureRow, { indicators }: CodeLists, page: Page): string {
  const { texts } = page;
  const breakdown = breakdownText(row.breakdown, page);
  const period = row.period === '' ? '' : periodText({ period: row.period, ...endsOf(row.period) }, page);
  const qualifier = row.qualifier === 'exact' ? '' : (texts.qualifiers[row.qualifier] ?? row.qualifier);
  const what = [nameOf(indicators, row.indicator) || texts.indicator, breakdown, period].filter(Boolean);
  const part = row.part === 'added' ? '' : texts.submit.parts[row.part] + texts.colon;
  return part + what.join(texts.comma) + texts.colon + [qualifier, row.value].filter(Boolean).join(' ');
}

/** A finding in short. */
export function findingWords(row: FindingRow, { topics }: CodeLists, { texts }: Page): string {
  const paragraph = row.paragraph === '' ? '' : `${texts.paragraph} ${row.paragraph}`;
  const part = row.part === 'added' ? '' : texts.submit.parts[row.part] + texts.colon;
  return (
    part + [nameOf(topics, row.topic) || texts.topic, row.detail, paragraph].filter(Boolean).join(texts.comma)
  );
}

interface EntryProps {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly isEdited: boolean;
  readonly words: (page: Page) => string;
  readonly onGo: Props['onGo'];
  readonly onRemove: () => void;
  readonly children: preact.ComponentChildren;
}

function Entry({ name, isCurrent, isEdited, words, onGo, onRemove, children }: EntryProps) {
  const page = usePage();
  const { workbench, submit, colon } = page.texts;
  const said = words(page);
  return (
    <li class={isCurrent ? 'current' : undefined}>
      <button type="button" class="entry" aria-pressed={isCurrent} onClick={() => onGo(name, false)}>
        {said}
      </button>{' '}
      <button
        type="button"
        class="quiet"
        aria-label={`${isEdited ? workbench.done : workbench.edit}${colon}${said}`}
        onClick={() => onGo(name, !isEdited)}
      >
        {isEdited ? workbench.done : workbench.edit}
      </button>{' '}
      {!isEdited && (
        <button type="button" class="quiet" aria-label={`${submit.remove}${colon}${said}`} onClick={onRemove}>
          ✕
        </button>
      )}
      {isEdited ? children : <ProblemsOfRow name={name} />}
    </li>
  );
}

/** All problems of a row whose fields are not shown. */
function ProblemsOfRow({ name }: { readonly name: string }) {
  const page = usePage();
  const problems = [...useContext(ProblemsContext)].flatMap(([field, own]) =>
    field === name || field.startsWith(`${name}-`) ? own : [],
  );
  if (problems.length === 0) return null;
  return (
    <span class="problem">
      {problems.map((problem) => (
        <span key={problem.pointer + problem.message} lang={problemLanguage(problem, page)} dir="auto">
          {problemText(problem, page)}
        </span>
      ))}
    </span>
  );
}
