/** A draft on the server: read when the view opens, and saved a moment after each change. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftAnswer, DraftStateAnswer, Refusal } from '@rapporteur/contract';
import { send } from '../../page/send.js';
import { newKey } from '../submit/entry-body.js';
import { countsOf, type Coding } from './coding.js';
import { fromSaved, toSaved } from './saved-coding.js';
import { useHistory, type History } from './use-history.js';

/** How long after a change it is saved, and how often the window says that it is there (ms). */
const [saveAfterMs, presentEveryMs] = [400, 5000];

/** This window, as others see it. */
export const tab: string = newKey();

/** Whose reply in which round is coded. */
interface Whose {
  readonly round: string;
  readonly respondent: string;
}

type Saving = 'saved' | 'saving' | 'failed' | 'conflict';

export interface Draft extends Omit<History, 'reset'> {
  readonly server: DraftStateAnswer;
  readonly saving: Saving;
  /** After a conflict: what is on the server, or what is in this window. */
  settle(how: 'theirs' | 'mine'): Promise<void>;
  /** Once all is saved: asks for a second look, or says that one has looked. Out: why that was refused. */
  look(end: 'second-look' | 'looked-at', said: object): Promise<Refusal | 'away' | undefined>;
  /** Ends the draft; with the version of the reply where it was sent. Out: whether it is ended. */
  end(replyVersion?: number): Promise<boolean>;
}

/** In: the document, the round and respondent, the answer of the server, and what makes a coding of what was saved. */
export function useDraft(
  document: string,
  whose: Whose,
  read: DraftAnswer,
  adopt: (content: Coding | null) => Coding,
): Draft {
  const path = `/v1/documents/${document}/draft`;
  const { reset, ...history } = useHistory(() => adopt(fromSaved(read.content)));
  const { kept, save, ...saved } = useSaving(path, whose, read, history.coding);
  const reload = async () => {
    const sent = await send<DraftAnswer>('GET', `${path}?${new URLSearchParams({ ...whose }).toString()}`);
    if (sent.state !== 'done') return;
    const coding = adopt(fromSaved(sent.answer.content));
    Object.assign(kept, { version: sent.answer.version, saved: coding, now: coding });
    saved.setServer(sent.answer);
    saved.setSaving('saved');
    reset(coding);
  };
  useEffect(() => {
    const present = async () => {
      const sent = await send<DraftStateAnswer>('POST', `${path}/presence`, { ...whose, tab });
      if (sent.state !== 'done' || kept.isEnded) return;
      saved.setServer(sent.answer);
      if (kept.now !== kept.saved) return save();
      if (sent.answer.version > kept.version && !kept.isBusy) await reload();
    };
    void present();
    const timer = setInterval(() => void present(), presentEveryMs);
    return () => clearInterval(timer);
  }, [path, whose.round, whose.respondent]);
  return {
    ...history,
    ...{ server: saved.server, saving: saved.saving },
    async settle(how) {
      if (how === 'theirs') return reload();
      kept.version = saved.server.version;
      return save();
    },
    async look(end, said) {
      await save();
      await whenSaved(kept);
      const sent = await send<DraftStateAnswer>('POST', `${path}/${end}`, {
        ...{ ...whose, version: kept.version },
        ...said,
      });
      if (sent.state !== 'done') return sent.state === 'away' ? 'away' : sent.problem;
      saved.setServer(sent.answer);
      return undefined;
    },
    async end(replyVersion) {
      kept.isEnded = true;
      await whenSaved(kept);
      const sent = await send<DraftStateAnswer>('POST', `${path}/end`, {
        ...{ ...whose, tab, version: kept.version },
        ...(replyVersion === undefined ? {} : { sent: { version: replyVersion, ...countsOf(kept.now) } }),
      });
      kept.isEnded = sent.state === 'done';
      return kept.isEnded;
    },
  };
}

async function whenSaved(kept: { readonly isBusy: boolean }): Promise<void> {
  while (kept.isBusy) await new Promise((done) => setTimeout(done, 50));
}

/** Saves what is coded a moment after it changed, one request at a time. */
function useSaving(path: string, whose: Whose, read: DraftAnswer, coding: Coding) {
  const [server, setServer] = useState<DraftStateAnswer>(read);
  const [saving, setSaving] = useState<Saving>('saved');
  // Outlives a drawing of the view: a request may be under way meanwhile.
  const kept = useRef({
    ...{ version: read.version, saved: coding, now: coding },
    ...{ isBusy: false, isEnded: false },
  }).current;
  kept.now = coding;
  const save = async (): Promise<void> => {
    if (kept.isBusy || kept.isEnded || kept.now === kept.saved) return;
    kept.isBusy = true;
    const content = kept.now;
    const body = { ...whose, tab, version: kept.version, content: toSaved(content) };
    const sent = await send<DraftStateAnswer>('POST', path, body);
    kept.isBusy = false;
    if (sent.state === 'done') {
      Object.assign(kept, { version: sent.answer.version, saved: content });
      setServer(sent.answer);
      setSaving(kept.now === content ? 'saved' : 'saving');
      return save();
    }
    if (sent.state === 'away' || !sent.problem.type.endsWith('/draft-changed')) return setSaving('failed');
    setServer(sent.problem as unknown as DraftStateAnswer);
    setSaving('conflict');
  };
  useEffect(() => {
    if (saving === 'conflict') return undefined;
    setSaving(coding === kept.saved ? 'saved' : 'saving');
    const timer = setTimeout(() => void save(), saveAfterMs);
    return () => clearTimeout(timer);
  }, [coding]);
  return { kept, save, server, setServer, saving, setSaving };
}
