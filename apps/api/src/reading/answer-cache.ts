/**
 * Keeps answers while the tables do not change. Any sign of a change discards them, and once a second the cache
 * looks at the tables itself.
 */
import { LRUCache } from 'lru-cache';

/** An answer that is ready to be sent, again and again while the tables do not change. */
export interface Ready {
  readonly body: Buffer | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

/** The facts by which two states of the tables differ. */
export interface TablesState {
  readonly position: number;
  readonly deadLetters: number;
  /** Identifies the set of tables, since a rebuild replaces them. */
  readonly tables: number;
}

export interface AnswerCache {
  /** Grows whenever the tables may have changed. An answer that was computed in an earlier generation is not kept. */
  readonly generation: number;
  /** Notes that the tables have reached this position. Answers of earlier positions are no longer given. */
  learn(position: number): void;
  /** Notes the state of the tables, as seen by a look that began at `lookedAt`. */
  see(state: TablesState, lookedAt: number): void;
  /** Looks whether the tables have changed, unless that was done within the last second. Errors: those of the look. */
  confirm(): Promise<void>;
  /** The answer kept under a key; undefined while it is not known whether the tables have changed. */
  find(key: string): Ready | undefined;
  /** Runs the work, or waits for the same work if it is already running for this key in this generation. */
  once(key: string, work: () => Promise<Ready>): Promise<Ready>;
  keep(key: string, generation: number, ready: Ready): void;
  forget(): void;
}

const bytesAtMost = 64 * 1024 * 1024;
const believedForMs = 1000;

/**
 * Holds 64 MiB of bodies at most; when it is full, the least recently used answer is discarded. In: a function
 * that looks at the tables, and a clock in milliseconds.
 */
export function makeAnswerCache(
  look: () => Promise<TablesState>,
  now: () => number = () => performance.now(),
): AnswerCache {
  const kept = new LRUCache<string, Ready>({
    maxSize: bytesAtMost,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  });
  const underWay = new Map<string, { generation: number; ready: Promise<Ready> }>();
  let looking: Promise<void> | undefined;
  let generation = 0;
  let newest = 0;
  let state: string | undefined;
  let believedUntil = 0;
  const forget = () => {
    generation += 1;
    state = undefined;
    kept.clear();
  };
  const learn = (position: number) => {
    if (position <= newest) return;
    newest = position;
    forget();
  };
  const see = ({ position, deadLetters, tables }: TablesState, lookedAt: number) => {
    // An older look that ended after a newer one is ignored.
    if (position < newest) return;
    learn(position);
    const seen = `${position} ${deadLetters} ${tables}`;
    if (state !== undefined && state !== seen) forget();
    state = seen;
    believedUntil = Math.max(believedUntil, lookedAt + believedForMs);
  };
  return {
    get generation() {
      return generation;
    },
    learn,
    see,
    async confirm() {
      if (now() < believedUntil) return;
      const lookedAt = now();
      looking ??= look()
        .then((seen) => see(seen, lookedAt))
        .finally(() => (looking = undefined));
      await looking;
    },
    find: (key) => (now() < believedUntil ? kept.get(key) : undefined),
    once(key, work) {
      const same = underWay.get(key);
      if (same?.generation === generation) return same.ready;
      const ready = work().finally(() => {
        if (underWay.get(key)?.ready === ready) underWay.delete(key);
      });
      underWay.set(key, { generation, ready });
      return ready;
    },
    keep(key, computedIn, ready) {
      if (computedIn === generation) kept.set(key, ready);
    },
    forget,
  };
}
