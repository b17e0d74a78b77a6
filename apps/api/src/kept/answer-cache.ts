/**
 * Keeps answers while they stand. An answer that says what it depends on is given again, as of the tables' position, for as
 * long as nothing of that was recorded; any other is discarded at any sign of a change. What was recorded is read from the
 * log, so that a notice that is missed does no harm; and once a second the cache looks by itself.
 */
import { LRUCache } from 'lru-cache';
import { makeBelief, type Moment, type TablesSeen, type TablesState } from './belief.js';
import type { About } from './last-changes.js';
import type { Ready } from './ready.js';

/** An answer as it may be kept. */
export interface Computed {
  /** As it is sent now. */
  readonly ready: Ready;
  /** The position of the tables at which it was computed. */
  readonly position: number;
  /** What it depends on, and how it reads at a later position at which it stands; undefined: on everything. */
  readonly standing?: { readonly about: About; readonly readyAt: (position: number) => Ready } | undefined;
}

export interface AnswerCache {
  /** The present moment, to be taken before anything is read for an answer. */
  now(): Moment;
  /** Notes that the tables have reached this position. Answers are not given again before it is known what changed. */
  learn(position: number): void;
  /** Notes the state of the tables that a read has seen. */
  see(seen: TablesSeen): void;
  /** Notes that the tables may have changed. */
  doubt(): void;
  /**
   * Looks at the tables, unless nothing has happened since a look of the last second. Out: whether kept answers may be given
   * to who asked before. Errors: those of the look.
   */
  confirm(): Promise<boolean>;
  /** The answer kept under a key; undefined while it is not known whether the tables have changed. */
  find(key: string): Ready | undefined;
  /** The same for a read that has just waited for `confirm`: what came in after that does not concern it. */
  findConfirmed(key: string): Ready | undefined;
  /** Runs the work, or waits for the same work if it is already running for this key in this generation. */
  once(key: string, work: () => Promise<Ready>): Promise<Ready>;
  /** Keeps an answer that began to be computed at a moment, if it still stands. */
  keep(key: string, began: Moment, computed: Computed): void;
}

const bytesAtMost = 64 * 1024 * 1024;

type Kept = Moment & Computed;

/**
 * Holds 64 MiB of bodies at most; when it is full, the least recently used answer is discarded. In: a function
 * that looks at the tables, and at what was recorded after a position; and a clock in milliseconds.
 */
export function makeAnswerCache(
  look: (after: number | undefined) => Promise<TablesState>,
  clock: () => number = () => performance.now(),
): AnswerCache {
  const kept = new LRUCache<string, Kept>({
    maxSize: bytesAtMost,
    sizeCalculation: ({ ready }, key) => ready.body.length + key.length,
  });
  const underWay = new Map<string, { generation: number; ready: Promise<Ready> }>();
  const belief = makeBelief(look, clock);
  const isStanding = ({ generation, epoch, position, standing }: Kept) =>
    standing
      ? epoch === belief.moment.epoch && belief.lastChange(standing.about) <= position
      : generation === belief.moment.generation;
  const findConfirmed = (key: string): Ready | undefined => {
    const found = kept.get(key);
    if (!found) return undefined;
    if (!isStanding(found)) return void kept.delete(key);
    const position = belief.position;
    // One that was computed at a later position than is known of is not made into one of before.
    if (!found.standing || found.position >= position) return found.ready;
    const ready = found.standing.readyAt(position);
    kept.set(key, Object.assign({}, found, { ready, position }));
    return ready;
  };
  return {
    now: () => belief.moment,
    learn: belief.learn,
    see: belief.see,
    doubt: belief.doubt,
    confirm: belief.confirm,
    find: (key) => (belief.isBelieved() ? findConfirmed(key) : undefined),
    findConfirmed,
    once(key, work) {
      const { generation } = belief.moment;
      const same = underWay.get(key);
      if (same?.generation === generation) return same.ready;
      const ready = work().finally(() => {
        if (underWay.get(key)?.ready === ready) underWay.delete(key);
      });
      underWay.set(key, { generation, ready });
      return ready;
    },
    keep(key, began, computed) {
      const one = Object.assign({}, computed, began);
      if (isStanding(one)) kept.set(key, one);
    },
  };
}
