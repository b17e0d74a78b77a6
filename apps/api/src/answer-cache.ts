/** Answers kept while the tables do not move: every sign of movement, and each second, forgets them. */
import type { Ready } from './answer-read.js';

export interface AnswerCache {
  /** Grows whenever the tables may have moved: an answer computed before is not kept. */
  readonly generation: number;
  /** Somebody has seen the tables at this position: nobody is shown an earlier one from here on. */
  learn(position: number): void;
  find(key: string): Ready | undefined;
  keep(key: string, generation: number, ready: Ready): void;
  forget(): void;
}

const bytesAtMost = 64 * 1024 * 1024;
const keptForMs = 1000;

/** Holds 64 MiB of bodies at most; when full it starts anew. */
export function makeAnswerCache(now: () => number = Date.now): AnswerCache {
  const kept = new Map<string, { ready: Ready; until: number }>();
  let generation = 0;
  let bytes = 0;
  let newest = 0;
  const forget = () => {
    generation += 1;
    bytes = 0;
    kept.clear();
  };
  return {
    get generation() {
      return generation;
    },
    learn(position) {
      if (position <= newest) return;
      newest = position;
      forget();
    },
    find(key) {
      const found = kept.get(key);
      return found && found.until > now() ? found.ready : undefined;
    },
    keep(key, computedIn, ready) {
      if (computedIn !== generation) return;
      bytes += ready.body.length + key.length;
      if (bytes > bytesAtMost) forget();
      else kept.set(key, { ready, until: now() + keptForMs });
    },
    forget,
  };
}
