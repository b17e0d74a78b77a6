/** The form of a reply or correction: it is typed, checked by the API, previewed, and sent. */
import { useState } from 'preact/hooks';
import type { Named, ReplyPreview, ReplyReceipt } from '@rapporteur/contract';
import { fingerprintOf, toBody, withKey } from './entry-body.js';
import type { Entry } from './entry.js';
import { ProblemsContext } from './field.js';
import { usePage } from '../../page/page-context.js';
import { ingestAddress, sendEntry } from './send-entry.js';
import { useSession } from '../../session/session.js';
import { SignInWays } from '../../session/sign-in-ways.js';
import { HowReceived, Rows } from './submit-fields.js';
import { OutcomeText, useProblems, type Outcome } from './submit-outcome.js';
import { PreviewTable } from './submit-preview.js';
import type { CodeLists } from './submit-rows.js';

interface Props {
  readonly round: string;
  readonly respondent: Named;
  readonly lists: CodeLists;
  readonly entry: Entry;
  readonly keep: (entry: Entry) => void;
  readonly onDiscard: () => void;
  readonly onStored: (stored: ReplyReceipt) => void;
}

export function SubmitForm({ round, respondent, lists, entry, keep, onDiscard, onStored }: Props) {
  const page = usePage();
  const { submit } = page.texts;
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  // A preview is valid as long as the request is the same, also after a failed sending, since it is sent again
  // with the same key.
  const [previewed, setPreviewed] = useState<{ readonly of: string; readonly preview: ReplyPreview }>();
  const problems = useProblems(outcome, entry);
  const isPreviewed = previewed?.of === fingerprintOf(entry, respondent.code);
  const elsewhere = ingestAddress();
  const send = async (isTrial: boolean) => {
    const keyed = withKey(entry, respondent.code);
    keep(keyed);
    setOutcome({ state: 'busy', isTrial });
    if (isTrial) {
      const sent = await sendEntry<ReplyPreview>(keyed, round, respondent, true);
      const of = fingerprintOf(keyed, respondent.code);
      setPreviewed(sent.state === 'done' ? { of, preview: sent.answer } : undefined);
      return setOutcome(sent.state === 'done' ? { state: 'previewed' } : sent);
    }
    const sent = await sendEntry<ReplyReceipt>(keyed, round, respondent, false);
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
        <NeedsSignIn />
        <OutcomeText
          outcome={outcome}
          problems={problems.all}
          entry={entry}
          onVersion={(version) => {
            keep({ ...entry, version });
            setOutcome({ state: 'none' });
          }}
        />
        <HowReceived entry={entry} keep={keep} />
        {entry.kind !== 'withdrawal' && <Rows entry={entry} keep={keep} lists={lists} />}
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
            <CopyBody body={toBody(entry, respondent.code)} />
          )}
          <button type="button" class="quiet" onClick={onDiscard}>
            {submit.discard}
          </button>
        </div>
      </form>
    </ProblemsContext.Provider>
  );
}

/** Says before anything is sent that it needs signing in. */
function NeedsSignIn() {
  const { submit } = usePage().texts;
  const state = useSession();
  if (ingestAddress() !== 'here' || state.state !== 'known' || state.session.signedIn) return null;
  return (
    <section class="state needs-sign-in" aria-label={submit.needsSignIn}>
      <p>{submit.needsSignIn}</p>
      <SignInWays />
    </section>
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
