/** Notifies the process that leads the sequencer that events are pending, where it is another process than this one. */
import { channels } from '@rapporteur/postgres';
import type pg from 'pg';

/**
 * Out: a function that sends one notification at a time, however often it is called. It does so outside of the
 * append's transaction, because commits with a notification wait for one another. A notification is only a
 * hint: the sequencer also looks for pending events by itself.
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
