/** What a file would withdraw, of whom and of which years; and where that is much, the question whether it may. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Withdrawals } from '@rapporteur/contract';
import { usePage, type Page } from '../../page/page-context.js';
import { useRespondents } from '../../session/role-words.js';

/** How many of those that vanish a sentence names; the table marks all of them. */
const namedAtMost = 30;

interface Props {
  readonly summary: Partial<Withdrawals>;
  /** How many of them a row that waits may bring back. */
  readonly waiting: number;
  readonly mustAccept: boolean;
  readonly onAccept: (number: number) => void;
  readonly onPartial: () => void;
}

const yearsText = (years: readonly string[], { texts, list }: Page): string =>
  years.length > 2 ? texts.import.fromTo(years[0]!, years.at(-1)!) : list(years);

export function Withdraws({ summary, waiting, mustAccept, onAccept, onPartial }: Props) {
  const page = usePage();
  const words = page.texts.import;
  const { withdrawn = 0, standing = 0, respondents = [], vanished = [] } = summary;
  const { nameOf } = useRespondents(withdrawn > 0);
  if (withdrawn === 0) return <p>{words.withdrawsNothing}</p>;
  const nameIn = new Map(respondents.map(({ respondent, name }) => [respondent, name]));
  const called = (code: string) => (nameOf(code) === code ? (nameIn.get(code) ?? code) : nameOf(code));
  const gone = vanished.slice(0, namedAtMost).map(called);
  if (vanished.length > gone.length) gone.push(words.moreOf(page.number(vanished.length - gone.length)));
  return (
    <section
      class={mustAccept ? 'state' : undefined}
      aria-label={words.withdraws(withdrawn, page.number(standing))}
    >
      <p>
        <strong>{words.withdraws(withdrawn, page.number(standing))}</strong>{' '}
        {waiting > 0 && words.perhapsBack(waiting)}
      </p>
      {gone.length > 0 && <p>{words.vanish(page.list(gone))}</p>}
      <OfWhom respondents={respondents} vanished={vanished} called={called} isOpen={mustAccept} />
      {mustAccept && <Accept number={withdrawn} onAccept={onAccept} onPartial={onPartial} />}
    </section>
  );
}

interface OfWhomProps {
  readonly respondents: Withdrawals['respondents'];
  readonly vanished: readonly string[];
  readonly called: (code: string) => string;
  readonly isOpen: boolean;
}

function OfWhom({ respondents, vanished, called, isOpen }: OfWhomProps) {
  const page = usePage();
  const words = page.texts.import;
  const gone = new Set(vanished);
  return (
    <details open={isOpen}>
      <summary>{words.ofWhom}</summary>
      <div class="scroll short" role="region" tabIndex={0} aria-label={words.ofWhom}>
        <table>
          <thead>
            <tr>
              <th scope="col">{page.texts.respondent}</th>
              <th scope="col" class="number">
                {words.figures}
              </th>
              <th scope="col">{words.years}</th>
            </tr>
          </thead>
          <tbody>
            {respondents.map(({ respondent, figures, years }) => (
              <tr key={respondent}>
                <th scope="row">
                  {called(respondent)} {gone.has(respondent) && <small>{words.noneLeft}</small>}
                </th>
                <td class="number">{page.number(figures)}</td>
                <td>{yearsText(years, page)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The number is typed as it is shown: with or without what parts thousands. */
const digitsOf = (text: string) => text.replace(/[^\d]/g, '');

function Accept({ number, onAccept, onPartial }: Pick<Props, 'onAccept' | 'onPartial'> & { number: number }) {
  const page = usePage();
  const words = page.texts.import;
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const shown = page.number(number);
  const submit = (event: Event) => {
    event.preventDefault();
    const isRight = digitsOf(typed) === String(number);
    setWrong(!isRight);
    if (isRight) onAccept(number);
    else field.current?.focus();
  };
  return (
    <form noValidate onSubmit={submit}>
      <label for="import-accept">{words.acceptHow(shown)}</label>
      <p class="actions">
        <input
          id="import-accept"
          ref={field}
          inputMode="numeric"
          autocomplete="off"
          aria-label={words.accept}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'import-accept-problem' : undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{words.store}</button>
      </p>
      {isWrong && (
        <p class="problem" id="import-accept-problem" role="alert">
          <span>{words.wrongNumber(shown)}</span>
        </p>
      )}
      <p>{words.orPartial}</p>
      <button type="button" onClick={onPartial}>
        {words.takePartial}
      </button>
    </form>
  );
}
