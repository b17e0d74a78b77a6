/** Of all processes one at a time looks what webhooks are to be told, and tells them. */
import { isDatabaseAway, lead, locks, makeWakeUp } from '@rapporteur/postgres';
import type pg from 'pg';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliver, findDue, makeForget, pauses as usualPauses, type Delivering, type Due } from './deliver.js';
import { checkReports } from './check-reports.js';
import { gather } from './gather.js';
import { gatherReleases } from './gather-releases.js';
import { makePoster, type PosterOptions } from './post.js';
import { makeRespondentStates } from './respondent-states.js';

export interface WebhookOptions extends PosterOptions {
  readonly pool: pg.Pool;
  /** The address of the same database. */
  readonly url: string;
  readonly publicUrl: string | undefined;
  readonly onError: (error: Error) => void;
  /** How long to wait after each try that failed (s). */
  readonly pauses?: readonly number[];
}

export interface Webhooks {
  /** To be called when the tables may have changed, or a webhook has. */
  wake(): void;
  /** Ends what is under way; what was not delivered is sent by whoever leads next. */
  close(): Promise<void>;
}

const lookEveryMs = 1000;
const gatherMs = 50;
/** After how many days what was given up is forgotten, and how often that is looked for (ms). */
const forgetAfterDays = 30;
const forgetEveryMs = 3_600_000;

export function runWebhooks({ pool, url, publicUrl, onError, pauses, ...options }: WebhookOptions): Webhooks {
  const wakeUp = makeWakeUp();
  const poster = makePoster(options);
  const delivering: Delivering = {
    pool,
    poster,
    publicUrl,
    pauses: pauses ?? usualPauses,
    forget: makeForget(pool),
  };
  const work = async (client: pg.Client, signal: AbortSignal) => {
    const lanes = new Map<string, Promise<void>>();
    const states = makeRespondentStates();
    // Each request listens to it.
    setMaxListeners(0, signal);
    const open = (due: Due) => {
      const lane = deliver(delivering, due, signal)
        .catch((error: Error) => isDatabaseAway(error) || onError(error))
        .then(() => void lanes.delete(due.webhook))
        .finally(() => wakeUp.call());
      lanes.set(due.webhook, lane);
    };
    let forgotAt = 0;
    // Checking reports takes up to some seconds, for which others do not wait.
    let aside: Promise<void> | undefined;
    let asideAt = 0;
    const lookAside = () => {
      if (aside || Date.now() - asideAt < lookEveryMs) return;
      asideAt = Date.now();
      aside = gatherReleases(pool)
        .then(() => checkReports(pool, signal))
        .catch((error: Error) => isDatabaseAway(error) || onError(error))
        .then(() => void (aside = undefined))
        .finally(() => wakeUp.call());
    };
    try {
      while (!signal.aborted) {
        // The lead ends with this connection: it must be used, and must not be found broken too late.
        const { rowCount } = await client.query('SELECT FROM webhooks WHERE ended_at IS NULL LIMIT 1');
        if (Date.now() - forgotAt > forgetEveryMs) {
          await forget(pool);
          forgotAt = Date.now();
        }
        if (rowCount === 0) {
          await wakeUp.wait(lookEveryMs, signal);
          continue;
        }
        const isDone = await gather(pool, states);
        lookAside();
        for (const due of await findDue(pool, [...lanes.keys()])) open(due);
        // A thousand webhooks end their sending at a thousand moments: what they have next is looked up together.
        await sleep(gatherMs);
        if (isDone) await wakeUp.wait(lookEveryMs, signal);
      }
    } finally {
      await Promise.all([...lanes.values(), aside]);
    }
  };
  const leadership = lead(url, locks.webhooks, work, { onError });
  return {
    wake: () => wakeUp.call(),
    async close() {
      await leadership.close();
      poster.close();
    },
  };
}

const forget = (pool: pg.Pool) =>
  pool.query("DELETE FROM webhook_messages WHERE failed_at < now() - $1 * interval '1 day'", [
    forgetAfterDays,
  ]);
