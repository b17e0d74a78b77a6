/** The outcome of checking or sending an entry, with links to the fields that have problems. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Problem } from '@rapporteur/contract';
import { problemsByField } from './entry-problems.js';
import type { Entry } from './entry.js';
import { RefusalText } from '../../session/refusal-text.js';
import { problemLanguage, problemText } from './field.js';
import { usePage } from '../../page/page-context.js';
import { MustSignIn } from '../../session/must-sign-in.js';
import type { Sent } from './send-entry.js';

/** The outcome of the last sending. */
export type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'busy'; readonly isTrial: boolean }
  | { readonly state: 'previewed' }
  | Exclude<Sent<never>, { state: 'done' }>;

/** In: the outcome of sending, and the entry. Out: its problems, all and by field. */
export function useProblems(outcome: Outcome, entry: Entry) {
  return useMemo(() => {
    const all = outcome.state === 'refused' ? outcome.problems : [];
    return { all, byField: problemsByField(entry, all) };
    // Depends only on the outcome, so that adding or removing rows afterwards does not move problems to other
    // rows.
  }, [outcome]);
}

interface OutcomeProps {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly entry: Entry;
  readonly onVersion: (version: number) => void;
}

/** The outcome of sending, announced to screen readers, with a link to each field that has a problem. */
export function OutcomeText({ outcome, problems, entry, onVersion }: OutcomeProps) {
  const page = usePage();
  const { submit } = page.texts;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.state === 'previewed') document.getElementById('preview')?.focus();
    else if (['refused', 'stale', 'away', 'signed-out', 'not-allowed'].includes(outcome.state))
      element.current?.focus();
  }, [outcome]);
  const fields = [...problemsByField(entry, problems)].flatMap(([field, own]) =>
    own.map((problem) => [field, problem] as const),
  );
  return (
    <div
      ref={element}
      tabIndex={-1}
      role="alert"
      class={fields.length + Number(outcome.state === 'stale') > 0 ? 'state' : undefined}
    >
      {outcome.state === 'away' && <p class="state">{submit.away}</p>}
      {outcome.state === 'signed-out' && <MustSignIn>{submit.signedOut}</MustSignIn>}
      {outcome.state === 'not-allowed' && (
        <div class="state">
          <p>{submit.notAllowed[outcome.code] ?? submit.notAllowed['no-role']}</p>
          <p lang="en" dir="ltr">
            {outcome.words}
          </p>
        </div>
      )}
      {outcome.state === 'stale' && (
        <>
          <p>{submit.stale(page.number(outcome.version))}</p>
          <button type="button" onClick={() => onVersion(outcome.version)}>
            {submit.takeVersion(page.number(outcome.version))}
          </button>
        </>
      )}
      {outcome.state === 'refused' && (
        <>
          <p>
            {fields.length > 0 ? submit.problems(fields.length) : <RefusalText problem={outcome.problem} />}
          </p>
          <ul>
            {fields.map(([field, problem]) => (
              <li key={problem.pointer + problem.message} lang={problemLanguage(problem, page)} dir="auto">
                {field === '' ? (
                  problemText(problem, page)
                ) : (
                  <a
                    href={`#${field}`}
                    onClick={(event) => {
                      event.preventDefault();
                      reveal(field);
                    }}
                  >
                    {problemText(problem, page)}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Goes to a field, and opens the folded section that it is in. */
function reveal(field: string): void {
  const element = document.getElementById(field) ?? document.getElementById(`${field}-problem`);
  const folded = element?.closest('details');
  if (folded) folded.open = true;
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
}
