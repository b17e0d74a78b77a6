/** Tells the sequencer, when another process leads it, that something is pending. */
import { channels } from '@rapporteur/postgres';
import type pg from 'pg';

/**
 * A function that sends one notification at a time, however often it is called: outside the append's transaction,
 * because commits that notify wait for one another. It is a hint; the sequencer also looks by itself.
 */
export function notifyPending(pool: pg.Pool): () => void {
  let sending = false;
  let again = false;
  const send = async () => {
    sending = true;
    do {
      again = false;
      await pool.query(`NOTIFY ${channels.pending}`).catch(() => undefined);
    } while (again);
    sending = false;
  };
  return () => {
    again = true;
    if (!sending) void send();
  };
}
