/** Takes the last import into a round back: shows what that would take back, asks for a reason, and does it. */
import { useState } from 'preact/hooks';
import type { List, Round, UndoAnswer } from '@rapporteur/contract';
import { askAgain } from '../../page/live.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { send, type Sent } from '../../page/send.js';
import { Select } from '../../parts/choices.js';
import { useRespondents } from '../../session/role-words.js';
import { Check } from './fields.js';
import { Refused } from './running.js';

interface Props {
  readonly collection: string;
  readonly onStored: () => void;
}

/** What the dry run tells first, since a request must give a reason. */
const trialReason = 'to be shown first';

export function UndoImport({ collection, onStored }: Props) {
  const page = usePage();
  const { words } = page.texts;
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds', { limit: '1000' }));
  const own = (rounds.answer?.items ?? []).filter((one) => one.collection === collection).reverse();
  const [chosen, setChosen] = useState('');
  const [trial, setTrial] = useState<{ readonly round: string; readonly sent: Sent<UndoAnswer> }>();
  const [done, setDone] = useState<UndoAnswer>();
  const round = own.some((one) => one.round === chosen) ? chosen : (own[0]?.round ?? '');
  // The latest round may come in after the one before it was shown: what is taken back is what is shown, or nothing.
  const shown = trial?.round === round ? trial.sent : undefined;
  const show = async () => {
    setDone(undefined);
    const asked = { collection, round, reason: trialReason, dryRun: true };
    setTrial({ round, sent: await send('POST', '/v1/imports/undo', asked) });
  };
  const undo = async ({ file, events }: UndoAnswer, reason: string, isMeant: boolean) => {
    const confirm = isMeant ? { confirm: ['corrected-since'] } : {};
    const sent = await send<UndoAnswer>('POST', '/v1/imports/undo', {
      collection,
      round,
      reason,
      // What another desk imported or changed meanwhile was not shown, and stays.
      file,
      events,
      ...confirm,
    });
    if (sent.state !== 'done') return setTrial({ round, sent });
    setTrial(undefined);
    setDone(sent.answer);
    askAgain();
    onStored();
  };
  return (
    <details class="import undo">
      <summary>
        <h2>{words.undoTitle}</h2>
      </summary>
      <p>{words.undoIntro}</p>
      {own.length === 0 ? (
        <p>{words.undoNoRounds}</p>
      ) : (
        <div class="choice">
          <Select
            label={words.undoRound}
            value={round}
            options={own.map((one) => [one.round, one.title ?? one.round] as const)}
            onChange={setChosen}
          />
          <button type="button" onClick={() => void show()}>
            {words.undoShow}
          </button>
        </div>
      )}
      <div aria-live="polite">
        {done && <p class="state">{words.undone(done.name)}</p>}
        {shown?.state === 'away' && <p class="state">{page.texts.import.away}</p>}
        {shown?.state === 'refused' && <Refused problem={shown.problem} />}
        {shown?.state === 'done' && (
          <Ask what={shown.answer} onUndo={(reason, is) => void undo(shown.answer, reason, is)} />
        )}
      </div>
    </details>
  );
}

interface AskProps {
  readonly what: UndoAnswer;
  readonly onUndo: (reason: string, isMeant: boolean) => void;
}

function Ask({ what, onUndo }: AskProps) {
  const page = usePage();
  const { words } = page.texts;
  const [reason, setReason] = useState('');
  const [isMeant, setMeant] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const { nameOf } = useRespondents();
  const { name, events, respondents, changedSince } = what;
  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') onUndo(reason.trim(), isMeant);
  };
  return (
    <form class="state" noValidate onSubmit={submit}>
      <p>{words.undoWhat(name, events, respondents)}</p>
      {changedSince.length > 0 && (
        <>
          <p>{words.undoChanged(page.list(changedSince.map(nameOf)))}</p>
          <Check id="undo-meant" label={words.undoMeant} isOn={isMeant} onOn={setMeant} />
        </>
      )}
      <label class="long" for="undo-reason">
        {words.undoReason}
      </label>
      <input
        id="undo-reason"
        autocomplete="off"
        maxLength={500}
        value={reason}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? 'undo-reason-problem' : undefined}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      {isMissing && (
        <p class="problem" id="undo-reason-problem" role="alert">
          <span>{words.undoReasonNeeded}</span>
        </p>
      )}
      <p class="actions">
        <button type="submit" class="danger" disabled={changedSince.length > 0 && !isMeant}>
          {words.undo2}
        </button>
      </p>
    </form>
  );
}
