/** The requests of a run's clients and their answers, which are checked at the end. */

/** `refused`: the answer was a refusal. `unknown`: no answer came, and the client has stopped trying. */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

export interface Command {
  /** Its Idempotency-Key, which is also the causation id of its event. */
  readonly id: string;
  readonly stream: string;
  readonly kind: 'submit' | 'correct' | 'replace' | 'withdraw';
  /** The value of all its figures, which no other command has; null for a withdrawal. */
  readonly value: number | null;
  outcome: Outcome;
  tries: number;
  /** Whether a try ended without an answer, so that it may have been stored although a later try was refused. */
  isAmbiguous: boolean;
  version?: number;
  eventId?: string;
}

/** What one read showed of one stream: the value of all its figures, null when there were none. */
export interface Sight {
  readonly stream: string;
  readonly value: number | null;
}

export interface Answer {
  readonly client: string;
  readonly position: number;
  /** The event whose token the read had in `wait`. */
  readonly waitedFor: string | undefined;
  readonly sights: readonly Sight[];
}

export interface Journal {
  readonly commands: Command[];
  readonly answers: Answer[];
  /** Answers that are wrong whatever the log says: half of a reply, a different answer to the same key, a 500. */
  readonly violations: string[];
  /** Why requests failed, and how often for each reason. */
  readonly failures: Map<string, number>;
  /** The longest time between two acknowledgements, and between two answers to reads (ms). */
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

/** Notes an answer, and the time since the one before if it is the longest so far. */
export function noteAnswered(gap: Gap): void {
  const now = performance.now();
  gap.longestMs = Math.max(gap.longestMs, now - gap.last);
  gap.last = now;
}

/** Notes why a request failed. */
export function noteFailed({ failures }: Journal, how: string): void {
  failures.set(how, (failures.get(how) ?? 0) + 1);
}
