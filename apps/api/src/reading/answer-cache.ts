/** Answers kept while the tables stand: every sign of movement forgets them, and each second it is looked whether they do. */
import { LRUCache } from 'lru-cache';

/** An answer ready to be sent, and sent again while the tables stand at its position. */
export interface Ready {
  readonly body: Buffer | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

/** What tells one state of the tables from another. */
export interface TablesState {
  readonly position: number;
  readonly deadLetters: number;
  /** Which tables they are: a rebuild puts others in their place. */
  readonly tables: number;
}

export interface AnswerCache {
  /** Grows whenever the tables may have moved: an answer computed before is not kept. */
  readonly generation: number;
  /** Somebody has seen the tables at this position: nobody is shown an earlier one from here on. */
  learn(position: number): void;
  /** Somebody has seen the tables in this state, by a look that began then. */
  see(state: TablesState, lookedAt: number): void;
  /** Looks whether the tables stand, unless that was done within the last second. Errors: those of the look. */
  confirm(): Promise<void>;
  /** What was kept under a key; nothing while it is not known whether the tables stand. */
  find(key: string): Ready | undefined;
  /** Runs the work, or joins who does the same for this key in the same generation. */
  once(key: string, work: () => Promise<Ready>): Promise<Ready>;
  keep(key: string, generation: number, ready: Ready): void;
  forget(): void;
}

const bytesAtMost = 64 * 1024 * 1024;
const believedForMs = 1000;

/** Holds 64 MiB of bodies at most; when full, what was asked for longest ago goes. In: how to look at the tables, and the time (milliseconds). */
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
    // A look that was overtaken by another says nothing of now.
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
