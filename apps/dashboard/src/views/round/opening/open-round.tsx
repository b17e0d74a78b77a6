/** Opening a round: its particulars and who is asked, checked by the server first, and then opened. */
import type { Problem, WholeRound } from '@rapporteur/contract';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { goTo } from '../../../page/address.js';
import { useAnswer } from '../../../page/ask.js';
import { groupBy } from '../../../page/group-by.js';
import { askAgain } from '../../../page/live.js';
import { usePage } from '../../../page/page-context.js';
import { send, type Sent } from '../../../page/send.js';
import { MustSignIn } from '../../../session/must-sign-in.js';
import { RefusalText } from '../../../session/refusal-text.js';
import { Field, ProblemsContext, TextField } from '../../submit/field.js';
import { OpeningProblems } from './opening-problems.js';
import {
  days,
  fieldOfProblem,
  linesOf,
  nothingTyped,
  oneLine,
  toRoundBody,
  type Typed,
} from './round-body.js';

interface Receipt {
  readonly round: string;
  readonly recorded: boolean;
  readonly token?: string;
}

type Outcome = Sent<Receipt> | { readonly state: 'none' | 'busy' };

interface Shown {
  /** The round that the page shows (`collection/round`), if there is one. */
  readonly shown: string | undefined;
}

export function OpenRound({ shown }: Shown) {
  const page = usePage();
  const { opening } = page.texts;
  const [typed, setTyped] = useState(nothingTyped);
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  /** The body that was checked and found right: only the same is opened. */
  const [checked, setChecked] = useState('');
  const body = toRoundBody(typed, page.textLanguage);
  const isChecked = checked === JSON.stringify(body);
  const problems = outcome.state === 'refused' ? (outcome.problem.problems ?? []) : [];
  const byField = useMemo(() => groupBy(problems, fieldOfProblem), [outcome]);
  const act = async (isTrial: boolean) => {
    setOutcome({ state: 'busy' });
    const sent = await send<Receipt>('POST', `/v1/rounds${isTrial ? '?dryRun=true' : ''}`, body);
    setChecked(isTrial && sent.state === 'done' ? JSON.stringify(body) : '');
    setOutcome(sent);
    if (isTrial || sent.state !== 'done') return;
    // The tables have it before it is shown.
    if (sent.answer.token) await send('GET', `/v1/rounds?wait=${sent.answer.token}`);
    askAgain();
    setTyped(nothingTyped);
    goTo(page.link({ page: 'round', round: sent.answer.round }));
  };
  return (
    <ProblemsContext.Provider value={byField}>
      <form
        class="opening"
        noValidate
        aria-label={opening.name}
        onSubmit={(event) => {
          event.preventDefault();
          if (outcome.state !== 'busy') void act(!isChecked);
        }}
      >
        <p>{opening.what}</p>
        <OutcomeOf outcome={outcome} problems={problems} typed={typed} />
        <Particulars typed={typed} onTyped={setTyped} shown={shown} />
        {isChecked && outcome.state === 'done' && (
          <p class="state" role="status">
            {opening.checked} <bdi>{outcome.answer.round}</bdi>
            {page.texts.stop}
            {opening.askedCount + page.texts.colon}
            {typed.asked.trim() === '' ? opening.notKnown : page.number(linesOf(typed.asked).length)}
          </p>
        )}
        <p class="actions">
          <button type="button" disabled={outcome.state === 'busy'} onClick={() => void act(true)}>
            {opening.check}
          </button>
          <button type="submit" disabled={!isChecked || outcome.state === 'busy'}>
            {opening.open}
          </button>
        </p>
      </form>
    </ProblemsContext.Provider>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
}

function Particulars({ typed, onTyped, shown }: FieldsProps & Shown) {
  const { texts } = usePage();
  const { opening } = texts;
  const type = (change: Partial<Typed>) => onTyped({ ...typed, ...change });
  const text = (
    field: (typeof oneLine)[number] | (typeof days)[number] | 'compiledBy' | 'paragraph',
    more = {},
  ) => (
    <TextField
      key={field}
      field={field}
      label={opening[field]}
      value={typed[field]}
      onText={(value) => type({ [field]: value })}
      inputProps={{ dir: 'auto', ...more }}
    />
  );
  return (
    <>
      <fieldset>
        <legend>{texts.pages.round}</legend>
        {oneLine.map((field) => text(field))}
        {days.map((field) => text(field, { type: 'date' }))}
      </fieldset>
      <fieldset>
        <legend>{texts.asked}</legend>
        <Names field="asked" typed={typed} onTyped={onTyped} />
        {shown && <FromShown shown={shown} onNames={(names) => type({ asked: names.join('\n') })} />}
      </fieldset>
      <details>
        <summary>{opening.more}</summary>
        <fieldset>
          <legend>{opening.more}</legend>
          {text('compiledBy')}
          {text('paragraph', { inputMode: 'numeric' })}
          <Names field="listed" typed={typed} onTyped={onTyped} />
          <label class="check">
            <input
              type="checkbox"
              checked={typed.complete}
              onChange={(event) => type({ complete: event.currentTarget.checked })}
            />
            {opening.complete}
          </label>
        </fieldset>
      </details>
    </>
  );
}

/** Names, one in each line: a list is pasted more often than it is typed. */
function Names({ field, typed, onTyped }: FieldsProps & { readonly field: 'asked' | 'listed' }) {
  const { opening } = usePage().texts;
  return (
    <Field field={field} label={opening[field]} class="long">
      {(attributes) => (
        <textarea
          {...attributes}
          dir="auto"
          rows={6}
          value={typed[field]}
          onInput={(event) => onTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function FromShown({
  shown,
  onNames,
}: {
  readonly shown: string;
  readonly onNames: (names: string[]) => void;
}) {
  const page = usePage();
  const { answer } = useAnswer<WholeRound>(page.askNow(`/v1/rounds/${shown}`));
  const names = answer?.respondents.map(({ respondent }) => respondent.name).sort(page.compare) ?? [];
  return (
    <button type="button" disabled={names.length === 0} onClick={() => onNames(names)}>
      {page.texts.opening.fromShown}
    </button>
  );
}

interface OutcomeProps {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

function OutcomeOf({ outcome, problems, typed }: OutcomeProps) {
  const { texts } = usePage();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.state === 'refused' || outcome.state === 'away') element.current?.focus();
  }, [outcome]);
  const isSignedOut = outcome.state === 'refused' && outcome.problem.type.endsWith('/not-signed-in');
  return (
    <div ref={element} tabIndex={-1} role="alert">
      {outcome.state === 'away' && <p class="state">{texts.away}</p>}
      {isSignedOut && <MustSignIn>{texts.submit.needsSignIn}</MustSignIn>}
      {outcome.state === 'refused' && !isSignedOut && problems.length === 0 && (
        <p class="state">
          <RefusalText problem={outcome.problem} />
        </p>
      )}
      {problems.length > 0 && <OpeningProblems problems={problems} typed={typed} />}
    </div>
  );
}
