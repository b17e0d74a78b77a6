/** Sends the reply, then its passages, and ends the draft. Where something fails, the draft stays and can be sent again. */
import { useState } from 'preact/hooks';
import type { Named } from '@rapporteur/contract';
import { withKey } from '../submit/entry-body.js';
import type { Outcome } from '../submit/submit-outcome.js';
import { sendPassages, sendReply } from './send-coding.js';
import type { Draft } from './use-draft.js';

interface What {
  readonly document: string;
  readonly round: string;
  readonly respondent: Named;
  readonly draft: Draft;
  readonly onSent: (version: number, isWithPassages: boolean) => void;
}

/** In: what is sent, and whether a dry run of it was good. */
export function useSending({ document, round, respondent, draft, onSent }: What, isChecked: boolean) {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const [isBusy, setBusy] = useState(false);
  const [isUnlooked, setUnlooked] = useState(false);
  const { coding } = draft;
  const { secondLook: look } = draft.server;
  const waits = coding.stored === undefined && look !== null && look.looked?.isChangedSince !== false;
  const mayBeSent =
    !isBusy &&
    draft.saving !== 'conflict' &&
    (isChecked || coding.stored !== undefined) &&
    (!waits || isUnlooked);
  const send = async () => {
    if (!mayBeSent) return;
    setBusy(true);
    const keyed = { ...coding, entry: withKey(coding.entry, respondent.code) };
    draft.change(keyed, 'sending');
    let version = coding.stored;
    let token: string | undefined;
    if (version === undefined) {
      const sent = await sendReply(keyed, round, respondent, { document, isUnlooked: waits && isUnlooked });
      if (sent.state !== 'done') {
        setBusy(false);
        return setOutcome(sent);
      }
      ({ version, token } = sent.answer);
    }
    const attached = await sendPassages(keyed, { document, round, respondent: respondent.code }, token);
    if (attached === 'failed') draft.change({ ...keyed, stored: version }, 'sending');
    else if (await draft.end(version)) onSent(version, attached === 'done');
    setBusy(false);
  };
  return { send, outcome, isBusy, mayBeSent, waits, isUnlooked, setUnlooked };
}
export type Sending = ReturnType<typeof useSending>;
