/**
 * Keeps answers while they stand. An answer is given again, as of the tables' position, for as long as nothing was recorded
 * of what it depends on; most depend on everything. What was recorded is read from the log, so that a notice that is missed
 * does no harm; and once a second the cache looks by itself.
 */
import { LRUCache } from 'lru-cache';
import { Belief, type Moment, type TablesSeen, type TablesState } from './belief.js';
import type { About, Touched } from './last-changes.js';
import type { Ready } from './ready.js';

/** An answer as it may be kept. */
export interface Computed {
  /** As it is sent now. */
  readonly ready: Ready;
  /** The position of the tables at which it was computed. */
  readonly position: number;
  /** What it depends on. */
  readonly about: About;
  /** The answer as of a later position at which it stands; where it depends on everything, there is none. */
  readonly readyAt?: ((position: number) => Ready) | undefined;
}

export interface AnswerCache {
  /** The present moment, to be taken before anything is read for an answer. */
  now(): Moment;
  /**
   * To be waited for before anybody is told that the tables have reached this position: from then on no answer of before is
   * given where something changed. No errors: where it cannot be known what changed, no kept answer is given.
   */
  learn(position: number): Promise<void>;
  /** The same for the state of the tables that a read has seen. */
  see(seen: TablesSeen): Promise<void>;
  /**
   * Notes that the tables may have changed. In: of whom something was recorded, whose answers are not given again; undefined:
   * of everything.
   */
  hear(touched: readonly Touched[] | undefined): void;
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

interface Kept extends Omit<Computed, 'ready' | 'position'> {
  ready: Ready;
  position: number;
  readonly began: Moment;
  /** How many notices were heard when it was last found to stand. */
  notices: number;
}

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
  const belief = new Belief(look, clock);
  const isStanding = (one: Kept): boolean => {
    const { began, about, position } = one;
    const { epoch, notices } = belief.moment;
    if (one.notices !== notices) {
      if (belief.lastNotice(about) > one.notices) return false;
      one.notices = notices;
    }
    return began.epoch === epoch && (position >= belief.position || belief.lastChange(about) <= position);
  };
  const findConfirmed = (key: string): Ready | undefined => {
    const found = kept.get(key);
    if (!found) return undefined;
    if (!isStanding(found)) return void kept.delete(key);
    const { position } = belief;
    // One that was computed at a later position than is known of is not made into one of before.
    if (!found.readyAt || found.position >= position) return found.ready;
    // In its place: it has as many bytes as before, or a digit more.
    found.ready = found.readyAt(position);
    found.position = position;
    return found.ready;
  };
  return {
    now: () => Object.assign({}, belief.moment),
    learn: (position) => belief.learn(position),
    see: (seen) => belief.see(seen),
    hear: (touched) => belief.hear(touched),
    confirm: () => belief.confirm(),
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
      const one = Object.assign({ began, notices: began.notices }, computed);
      if (isStanding(one)) kept.set(key, one);
    },
  };
}
