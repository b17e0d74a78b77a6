/** A draft on the server: read when the view opens, and saved a moment after each change. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApartAnswer, DraftAnswer, DraftStateAnswer, Refusal } from '@rapporteur/contract';
import { send } from '../../page/send.js';
import { newKey } from '../submit/entry-body.js';
import { countsOf, type Coding } from './coding.js';
import { adoptSaved, toSaved } from './saved-coding.js';
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
  /** Of a draft that is coded apart: what the server told last. */
  readonly apart: ApartAnswer | undefined;
  /** Says that one is done with it. Out: why that was refused. */
  done(): Promise<Refusal | undefined>;
  /** After a conflict: what is on the server, or what is in this window. */
  settle(how: 'theirs' | 'mine'): Promise<void>;
  /** Once all is saved: asks for a second look, or for it no more, or says that one has looked. Out: why that was refused. */
  look(
    end: 'second-look' | 'second-look/withdrawal' | 'looked-at',
    said: object,
  ): Promise<Refusal | 'away' | undefined>;
  /** Ends the draft; with the version of the reply where it was sent. Out: whether it is ended. */
  end(replyVersion?: number): Promise<boolean>;
}

/** What a draft was made from, as the server told it; of one that is coded apart without what only others have. */
type Read = Pick<DraftAnswer, 'version' | 'content'> & Partial<DraftStateAnswer> & Partial<ApartAnswer>;

/**
 * In: the document, the round and respondent, the answer of the server, what makes a coding of what was saved, and whether
 * it is coded apart from another person.
 */
export function useDraft(
  document: string,
  whose: Whose,
  read: Read,
  adopt: (content: Coding | null) => Coding,
  isApart = false,
): Draft {
  const path = `/v1/documents/${document}/draft${isApart ? '/apart' : ''}`;
  const query = `${path}?${new URLSearchParams({ ...whose }).toString()}`;
  const { reset, ...history } = useHistory(() => adoptSaved(read.content, adopt));
  const { kept, save, ...saved } = useSaving(path, whose, read, history, isApart);
  const take = ({ version, content }: Pick<Read, 'version' | 'content'>) => {
    const next = adoptSaved(content, adopt);
    Object.assign(kept, { version, saved: next.coding, now: next.coding });
    saved.setSaving('saved');
    reset(next);
  };
  const reload = async () => {
    const sent = await send<Read>('GET', query);
    if (sent.state !== 'done') return;
    saved.setServer(sent.answer);
    take(sent.answer);
  };
  useEffect(() => {
    const present = async () => {
      const sent = isApart
        ? await send<Read>('GET', query)
        : await send<Read>('POST', `${path}/presence`, { ...whose, tab });
      if (sent.state !== 'done' || kept.isEnded) return;
      saved.setServer(sent.answer);
      if (kept.now !== kept.saved) return save();
      if (sent.answer.version > kept.version && !kept.isBusy) await reload();
    };
    void present();
    const timer = setInterval(() => void present(), presentEveryMs);
    return () => clearInterval(timer);
  }, [query]);
  return {
    ...history,
    ...{ server: toState(saved.server), saving: saved.saving },
    apart: isApart ? (saved.server as ApartAnswer) : undefined,
    async settle(how) {
      if (how === 'theirs') return reload();
      kept.version = saved.server.version;
      return save();
    },
    ...useActs(path, whose, kept, save, saved.setServer),
  };
}

/** A draft that is coded apart is open to nobody else. */
const toState = ({ version, changed = null, secondLook = null, here = [] }: Read): DraftStateAnswer => ({
  ...{ version, changed, secondLook, here },
});

type Kept = ReturnType<typeof useSaving>['kept'];

/** What can be done with a draft once it is saved. */
function useActs(
  path: string,
  whose: Whose,
  kept: Kept,
  save: () => Promise<void>,
  setServer: (server: Read) => void,
): Pick<Draft, 'look' | 'done' | 'end'> {
  return {
    async look(end, said) {
      await save();
      await whenSaved(kept);
      // What is withdrawn is of no version.
      const version = end === 'second-look/withdrawal' ? undefined : kept.version;
      const sent = await send<Read>('POST', `${path}/${end}`, { ...whose, version, ...said });
      if (sent.state !== 'done') return sent.state === 'away' ? 'away' : sent.problem;
      setServer(sent.answer);
      return undefined;
    },
    async done() {
      await save();
      await whenSaved(kept);
      const { version, now, history } = kept;
      const body = { ...whose, version, content: toSaved(now, history), isDone: true };
      const sent = await send<Read>('POST', path, body);
      if (sent.state !== 'done') return sent.state === 'away' ? undefined : sent.problem;
      kept.version = sent.answer.version;
      setServer(sent.answer);
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
function useSaving(
  path: string,
  whose: Whose,
  read: Read,
  history: Pick<History, 'coding' | 'past' | 'future'>,
  isApart: boolean,
) {
  const { coding } = history;
  const [server, setServer] = useState<Read>(read);
  const [saving, setSaving] = useState<Saving>('saved');
  // Outlives a drawing of the view: a request may be under way meanwhile.
  const kept = useRef({
    ...{ version: read.version, saved: coding, now: coding },
    ...{ isBusy: false, isEnded: false, history },
  }).current;
  Object.assign(kept, { now: coding, history });
  const save = async (): Promise<void> => {
    if (kept.isBusy || kept.isEnded || kept.now === kept.saved) return;
    kept.isBusy = true;
    const content = kept.now;
    const body = { ...whose, version: kept.version, content: toSaved(content, kept.history) };
    const sent = await send<Read>('POST', path, { ...body, ...(isApart ? { isDone: false } : { tab }) });
    kept.isBusy = false;
    if (sent.state === 'done') {
      Object.assign(kept, { version: sent.answer.version, saved: content });
      setServer(sent.answer);
      setSaving(kept.now === content ? 'saved' : 'saving');
      return save();
    }
    if (sent.state === 'away' || !sent.problem.type.endsWith('/draft-changed')) return setSaving('failed');
    setServer(sent.problem as unknown as Read);
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
