/** The list of work that everybody with the right shares: open questions, and what was said of each item, asked for again and again. */
import type { DraftsAnswer, Inconsistency, WorkItem } from '@rapporteur/contract';
import type { Role } from '@rapporteur/domain';
import { useEffect, useState } from 'preact/hooks';
import { useLive } from '../../page/live.js';
import { usePage } from '../../page/page-context.js';
import { send, type Sent } from '../../page/send.js';
import { coders, holdsOneOf, useSession, workers, workReaders } from '../../session/session.js';

/** What others say is seen after this long (ms): it is no event, so that the stream tells nothing of it. */
const askedAgainMs = 5000;

/** In the order of the work. */
export const workStates = [
  'open',
  'in-progress',
  'resolved',
  'not-an-error',
] as const satisfies readonly WorkItem['state'][];

export type Said = Pick<WorkItem, 'state' | 'note' | 'owner'>;

/** An open question of a round, as it stands in the list beside inconsistencies. */
export interface Question extends Pick<WorkItem, 'round' | 'message' | 'theme' | 'events'> {
  readonly kind: 'no-reply' | 'theme-not-answered';
  readonly respondent: string;
}

const isQuestion = (item: WorkItem): item is WorkItem & Question =>
  item.kind === 'no-reply' || item.kind === 'theme-not-answered';

export interface Work {
  /** By what an inconsistency is told apart in `/v1/inconsistencies`, and a question in the list of work. */
  of(
    item: Pick<Inconsistency, 'round' | 'respondent' | 'message'> & { kind: WorkItem['kind'] },
  ): WorkItem | undefined;
  /** Questions that are open now. */
  readonly questions: readonly Question[];
  /** What people said of what is not found any more, the latest first. */
  readonly gone: readonly WorkItem[];
  readonly owners: readonly string[];
  readonly maySay: boolean;
  /** Sends what is said of the version of an item that was read. Out: what became of it, and the version that stands now. */
  say(item: WorkItem, version: number, said: Said): Promise<{ sent: Sent<WorkItem>; version: number }>;
}

const nameOf = ({ kind, round, message }: Pick<WorkItem, 'kind' | 'round' | 'message'>, respondent: string) =>
  JSON.stringify([kind, round, respondent, message]);

/**
 * In: an address of items, and who may see them. Out: the items, undefined for others, at an earlier day, and until they have
 * come; how they are set; whether they may still come.
 */
function useItems<T>(address: string, readers: readonly Role[]) {
  const session = useSession();
  const { asOf, at } = usePage().params;
  const revision = useLive((live) => live.revision);
  const [items, setItems] = useState<readonly T[]>();
  const [hasFailed, setFailed] = useState(false);
  const isNow = !asOf && !at;
  const isOffered = holdsOneOf(session, readers) && isNow;
  useEffect(() => {
    if (!isOffered) return setItems(undefined);
    const ask = async () => {
      const got = await send<{ readonly items: readonly T[] }>('GET', address);
      if (got.state === 'done') setItems(got.answer.items);
      setFailed(got.state !== 'done');
    };
    void ask();
    const timer = setInterval(() => document.visibilityState === 'visible' && void ask(), askedAgainMs);
    return () => clearInterval(timer);
  }, [isOffered, revision]);
  const mayCome = !items && !hasFailed && isNow && (isOffered || session.state === 'asking');
  return { items, setItems, mayCome };
}

/** Drafts for which a second look is waited for, of all that one may code. */
export const useWaitingLooks = (): DraftsAnswer['items'] =>
  (useItems<DraftsAnswer['items'][number]>('/v1/drafts?look=waiting', coders).items ??
    []) as DraftsAnswer['items'];

/** Out: the list; undefined for those who may not see it and at an earlier day; and that it may still come. */
export function useWork(): Work | undefined | 'may come' {
  const session = useSession();
  const { items, setItems, mayCome } = useItems<WorkItem>('/v1/work-items', workReaders);
  if (mayCome) return 'may come';
  if (!items) return undefined;
  const found = new Map(
    items.filter((item) => item.found).map((item) => [nameOf(item, item.respondent), item] as const),
  );
  const put = (changed: WorkItem) =>
    setItems((before) => before?.map((item) => (item.key === changed.key ? changed : item)));
  return {
    of: (item) => found.get(nameOf(item, item.respondent.code)),
    questions: items.filter(isQuestion).filter((item) => item.found),
    gone: items.filter((item) => !item.found),
    owners: [...new Set(items.flatMap(({ owner }) => owner ?? []))].sort(),
    maySay: holdsOneOf(session, workers),
    async say({ key }, version, said) {
      const sent = await send<WorkItem>('POST', `/v1/work-items/${key}`, { version, ...said });
      const now =
        sent.state === 'done'
          ? sent.answer
          : sent.state === 'refused' && (sent.problem as { current?: WorkItem }).current;
      if (now) put(now);
      return { sent, version: now ? now.version : version };
    },
  };
}
