/** Waits until the tables include the event that a token names. */
import { findPosition, readWatermark } from '@rapporteur/event-store';
import { HttpProblem } from '@rapporteur/http';
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';

const patienceMs = 5000;
const lookEveryMs = 50;

/** The event id in a token: 16 bytes in base64url. */
function toEventId(token: string): string {
  const hex = Buffer.from(token, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where tokens are looked up, and what tells of progress. */
export interface Awaiting {
  /** What is read from. */
  readonly pool: pg.Pool;
  /** Where `pool` is a replica: the primary, which knows events that have not come to the replica. */
  readonly primary?: pg.Pool | undefined;
  readonly broadcast: Broadcast;
}

/**
 * Waits until the tables that are read from include the event of a token. Errors: 400 unknown token, 503 when 5 s were not
 * enough.
 */
export async function awaitToken(
  { pool, primary = pool, broadcast: { wait } }: Awaiting,
  token: string,
): Promise<void> {
  const id = toEventId(token);
  const deadline = Date.now() + patienceMs;
  let position: number | null | undefined = null;
  do {
    // Waiting begins before the look, so that no notification during the look is missed.
    const told = wait(lookEveryMs);
    position ??= await findPosition(primary, id);
    if (position === undefined)
      throw new HttpProblem({
        status: 400,
        code: 'unknown-token',
        title: 'The token names no event that is stored here',
        detail: 'Give the "token" of an answer to a command.',
      });
    if (position !== null && (await readWatermark(pool, liveSchema)) >= position) return;
    await told;
  } while (Date.now() < deadline);
  throw new HttpProblem({
    status: 503,
    code: 'not-yet',
    title: 'The tables do not include the event yet',
    detail: 'It is stored and will be there; ask again.',
    headers: { 'retry-after': '1' },
  });
}

/** A signal for many waiting reads: each goes on at the next `send`, or when its time is over. */
export function makeBroadcast(): { send: () => void; wait: (ms: number) => Promise<void> } {
  const waiting = new Set<() => void>();
  return {
    send: () => waiting.forEach((wake) => wake()),
    wait: (ms) =>
      new Promise((done) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          done();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      }),
  };
}

export type Broadcast = ReturnType<typeof makeBroadcast>;
