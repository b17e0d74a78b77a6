/** What the clients of a run asked and were told: what the checks at its end are made against. */

/** `refused`: the answer was that it cannot be. `unknown`: no answer came, and nobody asks any more. */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

export interface Command {
  /** Its Idempotency-Key, and the causation of the event that it leads to. */
  readonly id: string;
  readonly stream: string;
  readonly kind: 'submit' | 'correct' | 'replace' | 'withdraw';
  /** The value of every figure that it states, and of no other command's; null for a withdrawal. */
  readonly value: number | null;
  outcome: Outcome;
  tries: number;
  /** A try ended without an answer, so it may have been carried out although a later one was refused. */
  isAmbiguous: boolean;
  version?: number;
  eventId?: string;
}

/** What one read showed of one stream: the value that all its figures share, null when there were none. */
export interface Sight {
  readonly stream: string;
  readonly value: number | null;
}

export interface Answer {
  readonly client: string;
  readonly position: number;
  /** The event whose token was waited for. */
  readonly waitedFor: string | undefined;
  readonly sights: readonly Sight[];
}

export interface Journal {
  readonly commands: Command[];
  readonly answers: Answer[];
  /** Answers that are wrong by themselves: half of a reply, another answer to the same key, a fault of ours. */
  readonly violations: string[];
  /** What became of requests that failed: how often each. */
  readonly failures: Map<string, number>;
  /** Longest time between two acknowledgements, and between two answers to reads (ms). */
  readonly gaps: { writes: Gap; reads: Gap };
}

export interface Gap {
  last: number;
  longestMs: number;
}

export const makeJournal = (): Journal => ({
  commands: [],
  answers: [],
  violations: [],
  failures: new Map(),
  gaps: {
    writes: { last: performance.now(), longestMs: 0 },
    reads: { last: performance.now(), longestMs: 0 },
  },
});

/** Something was answered: the time since the last answer may be the longest yet. */
export function noteAnswered(gap: Gap): void {
  const now = performance.now();
  gap.longestMs = Math.max(gap.longestMs, now - gap.last);
  gap.last = now;
}

/** A request came to nothing: how. */
export function noteFailed({ failures }: Journal, how: string): void {
  failures.set(how, (failures.get(how) ?? 0) + 1);
}
