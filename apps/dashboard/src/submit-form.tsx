/** The form of a reply or correction: typed, checked by the API, shown as what it changes, sent. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Named, Problem } from './answers.js';
import {
  emptyFigure,
  emptyFinding,
  fingerprintOf,
  problemsByField,
  toBody,
  withKey,
  type Draft,
  type FigureRow,
  type FindingRow,
} from './draft.js';
import { problemText, ProblemsContext, TextField } from './field.js';
import { today, usePage } from './page-context.js';
import {
  ingestAddress,
  isHeaderText,
  sendDraft,
  type Preview,
  type Sent,
  type Stored,
} from './send-draft.js';
import { PreviewTable } from './submit-preview.js';
import { FigureFields, FindingFields, type CodeLists } from './submit-rows.js';

interface Props {
  readonly round: string;
  readonly respondent: Named;
  readonly lists: CodeLists;
  readonly draft: Draft;
  readonly keep: (draft: Draft) => void;
  readonly onDiscard: () => void;
  readonly onStored: (stored: Stored) => void;
}

/** How the last sending ended. */
type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'busy'; readonly isTrial: boolean }
  | { readonly state: 'previewed' }
  | Exclude<Sent<never>, { state: 'done' }>;

export function SubmitForm({ round, respondent, lists, draft, keep, onDiscard, onStored }: Props) {
  const page = usePage();
  const { submit } = page.texts;
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  // A preview holds as long as the request is the same, also when sending it failed: it is sent again by the same key.
  const [previewed, setPreviewed] = useState<{ readonly of: string; readonly preview: Preview }>();
  const problems = useProblems(outcome, draft);
  const isPreviewed = previewed?.of === fingerprintOf(draft, respondent.code);
  const elsewhere = ingestAddress();
  const send = async (isTrial: boolean) => {
    if (!isHeaderText(draft.recordedBy)) {
      const problem = { pointer: '/recordedBy', message: submit.latinOnly };
      return setOutcome({ state: 'refused', title: submit.problems(1), problems: [problem] });
    }
    const keyed = withKey(draft, respondent.code);
    keep(keyed);
    setOutcome({ state: 'busy', isTrial });
    if (isTrial) {
      const sent = await sendDraft<Preview>(keyed, round, respondent, true);
      const of = fingerprintOf(keyed, respondent.code);
      setPreviewed(sent.state === 'done' ? { of, preview: sent.answer } : undefined);
      return setOutcome(sent.state === 'done' ? { state: 'previewed' } : sent);
    }
    const sent = await sendDraft<Stored>(keyed, round, respondent, false);
    return sent.state === 'done' ? onStored(sent.answer) : setOutcome(sent);
  };
  return (
    <ProblemsContext.Provider value={problems.byField}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(!isPreviewed);
        }}
      >
        <OutcomeText
          outcome={outcome}
          problems={problems.all}
          draft={draft}
          onVersion={(version) => {
            keep({ ...draft, version });
            setOutcome({ state: 'none' });
          }}
        />
        <Receipt draft={draft} keep={keep} />
        <Rows draft={draft} keep={keep} lists={lists} />
        {isPreviewed && <PreviewTable preview={previewed.preview} lists={lists} />}
        <div class="actions">
          {elsewhere === 'here' ? (
            <>
              <button type="button" disabled={outcome.state === 'busy'} onClick={() => void send(true)}>
                {outcome.state === 'busy' && outcome.isTrial ? submit.checking : submit.check}
              </button>
              <button type="submit" disabled={!isPreviewed || outcome.state === 'busy'}>
                {outcome.state === 'busy' && !outcome.isTrial ? submit.sending : submit.send}
              </button>
              {!isPreviewed && <small>{submit.notPreviewed}</small>}
            </>
          ) : (
            <CopyBody body={toBody(draft, respondent.code)} />
          )}
          <button type="button" class="quiet" onClick={onDiscard}>
            {submit.discard}
          </button>
        </div>
      </form>
    </ProblemsContext.Provider>
  );
}

function CopyBody({ body }: { body: object }) {
  const { submit } = usePage().texts;
  const [isCopied, setCopied] = useState(false);
  const text = JSON.stringify(body, null, 2);
  return (
    <>
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {submit.copy}
      </button>
      <span role="status">{isCopied ? submit.copied : ''}</span>
      <pre dir="ltr" tabIndex={0}>
        {text}
      </pre>
    </>
  );
}

function useProblems(outcome: Outcome, draft: Draft) {
  return useMemo(() => {
    const all = outcome.state === 'refused' ? outcome.problems : [];
    const byField = new Map(problemsByField(draft, all));
    const author = all.filter(({ pointer }) => pointer === '/recordedBy');
    if (author.length > 0) byField.set('recordedBy', author);
    return { all, byField };
    // Rows that are added or taken away afterwards keep the problems of those that were sent.
  }, [outcome]);
}

interface OutcomeProps {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly draft: Draft;
  readonly onVersion: (version: number) => void;
}

/** What came of sending it, where a reader of the screen hears it, with a way to each field that is wrong. */
function OutcomeText({ outcome, problems, draft, onVersion }: OutcomeProps) {
  const page = usePage();
  const { submit } = page.texts;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.state === 'previewed') document.getElementById('preview')?.focus();
    else if (['refused', 'stale', 'away'].includes(outcome.state)) element.current?.focus();
  }, [outcome]);
  const fields = [...problemsByField(draft, problems)].flatMap(([field, own]) =>
    own.map((problem) => [problem.pointer === '/recordedBy' ? 'recordedBy' : field, problem] as const),
  );
  return (
    <div
      ref={element}
      tabIndex={-1}
      role="alert"
      class={fields.length + Number(outcome.state === 'stale') > 0 ? 'state' : undefined}
    >
      {outcome.state === 'away' && <p class="state">{submit.away}</p>}
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
          <p>{fields.length > 0 ? submit.problems(fields.length) : <span lang="en">{outcome.title}</span>}</p>
          <ul>
            {fields.map(([field, problem]) => (
              <li key={problem.pointer + problem.message} lang="en" dir="ltr">
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

/** Goes to a field, opening what it is folded away in. */
function reveal(field: string): void {
  const element = document.getElementById(field) ?? document.getElementById(`${field}-problem`);
  const folded = element?.closest('details');
  if (folded) folded.open = true;
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
}

type Keeping = Pick<Props, 'draft' | 'keep'>;

function Receipt({ draft, keep }: Keeping) {
  const { submit } = usePage().texts;
  const text = (field: 'language' | 'reason' | 'reference' | 'recordedBy', isLong = false) => (
    <TextField
      field={field}
      label={submit[field]}
      value={draft[field]}
      isLong={isLong}
      onText={(value) => keep({ ...draft, [field]: value })}
    />
  );
  return (
    <fieldset>
      <legend>{submit.receipt}</legend>
      <TextField
        field="receivedOn"
        label={submit.receivedOn}
        value={draft.receivedOn}
        inputProps={{ type: 'date', max: today() }}
        onText={(receivedOn) => keep({ ...draft, receivedOn })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.isOnOrBefore}
          onChange={(event) => keep({ ...draft, isOnOrBefore: event.currentTarget.checked })}
        />
        {submit.isOnOrBefore}
      </label>
      {draft.kind === 'reply' && text('language')}
      {draft.kind === 'correction' && text('reason', true)}
      {draft.kind === 'correction' && text('reference')}
      {text('recordedBy')}
    </fieldset>
  );
}

function Rows({ draft, keep, lists }: Keeping & Pick<Props, 'lists'>) {
  const { submit } = usePage().texts;
  const figures = (change: (rows: readonly FigureRow[]) => readonly FigureRow[]) =>
    keep({ ...draft, figures: change(draft.figures) });
  const findings = (change: (rows: readonly FindingRow[]) => readonly FindingRow[]) =>
    keep({ ...draft, findings: change(draft.findings) });
  const id = draft.nextId;
  return (
    <>
      <h3>{submit.figures}</h3>
      {draft.figures.map((row, i) => (
        <FigureFields
          key={row.id}
          row={row}
          n={i + 1}
          lists={lists}
          onChange={(change) =>
            figures((rows) => rows.map((r) => (r.id === row.id ? { ...r, ...change } : r)))
          }
          onRemove={() => figures((rows) => rows.filter((r) => r.id !== row.id))}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          keep({
            ...draft,
            nextId: id + 1,
            figures: [...draft.figures, { ...emptyFigure, id, part: 'added' }],
          })
        }
      >
        {submit.addFigure}
      </button>
      <h3>{submit.findings}</h3>
      {draft.findings.map((row, i) => (
        <FindingFields
          key={row.id}
          row={row}
          n={i + 1}
          lists={lists}
          onChange={(change) =>
            findings((rows) => rows.map((r) => (r.id === row.id ? { ...r, ...change } : r)))
          }
          onRemove={() => findings((rows) => rows.filter((r) => r.id !== row.id))}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          keep({
            ...draft,
            nextId: id + 1,
            findings: [...draft.findings, { ...emptyFinding, id, part: 'added' }],
          })
        }
      >
        {submit.addFinding}
      </button>
    </>
  );
}
