/**
 * Receives PostgreSQL's notifications on a connection of its own; some may be missed, so every listener also
 * looks regularly.
 */
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { connecting } from './pool.js';
import { endClient } from './transaction.js';

export interface Listener {
  close(): Promise<void>;
}

/** Calls `onNotice(channel, payload)` for each notification, and once after each (re)connection, when some were missed. */
export function listen(
  url: string,
  channels: readonly string[],
  onNotice: (channel: string, payload: string) => void,
): Listener {
  const closing = new AbortController();
  const closed = new Promise<void>((done) => closing.signal.addEventListener('abort', () => done()));
  const keepListening = async () => {
    while (!closing.signal.aborted) {
      const client = new pg.Client({
        ...connecting,
        connectionString: url,
        application_name: 'rapporteur-listen',
      });
      const gone = new Promise<void>((done) => client.once('end', done).once('error', () => done()));
      client.on('notification', ({ channel, payload }) => onNotice(channel, payload ?? ''));
      try {
        await client.connect();
        for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
        channels.forEach((channel) => onNotice(channel, ''));
        // The client is ended only here: one that is ended while it connects never reports its end.
        await Promise.race([gone, closed]);
      } catch {
        // The database is away. Those who use it report that; the listener only connects again.
      }
      await endClient(client);
      await sleep(500, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const running = keepListening();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
