/** Webhooks as they are stored: making, listing, rotating the secret, replaying, ending. */
import type { WebhookAnswer, WebhookFailures } from '@rapporteur/contract';
import { readTakenReleases } from '@rapporteur/event-store';
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';
import { toReleaseMessages } from './release-messages.js';
import {
  makeId,
  makeSecret,
  type CheckedReport,
  type Message,
  type ReportCheck,
  type Webhook,
  type Wish,
} from './webhook.js';

const columns = 'id, url, collection, respondents, indicators, kinds, place';

/** Webhooks that have not ended and do not check a report: those that are told of events. */
export async function readActive(db: Pick<pg.ClientBase, 'query'>): Promise<Webhook[]> {
  const { rows } = await db.query<Webhook>(
    `SELECT ${columns} FROM webhooks WHERE ended_at IS NULL AND report IS NULL`,
  );
  return rows;
}

/** Webhooks that have not ended and check a report. */
export async function readReportChecks(pool: pg.Pool): Promise<ReportCheck[]> {
  const { rows } = await pool.query<ReportCheck>(
    'SELECT id, place, report FROM webhooks WHERE ended_at IS NULL AND report IS NOT NULL',
  );
  return rows;
}

/**
 * Moves the places of webhooks on, and stores what they are to be told, by one statement. A place moves only from where it
 * was found: of two processes that do the same only one moves it, and only that one stores messages. Errors: those of pg.
 */
export async function moveOn(
  pool: pg.Pool,
  group: readonly Pick<Webhook, 'id'>[],
  from: number,
  to: number,
  messages: readonly Message[],
): Promise<void> {
  await pool.query(
    `WITH moved AS (
       UPDATE webhooks SET place = $3 WHERE id = ANY ($1) AND place = $2 AND ended_at IS NULL RETURNING id
     )
     ${insertMessages('$4', 'JOIN moved ON moved.id = m.webhook')}`,
    [group.map(({ id }) => id), from, to, JSON.stringify(messages)],
  );
}

/** In: the parameter that has messages as JSON, and what of them is left out. Those that are there already are due anew. */
const insertMessages = (parameter: string, join = '') =>
  `INSERT INTO webhook_messages (webhook, position, respondent, publication, message)
   SELECT m.* FROM jsonb_to_recordset(${parameter}::jsonb)
     AS m(webhook text, position bigint, respondent text, publication text, message jsonb) ${join}
   ON CONFLICT (webhook, position, publication) DO UPDATE SET message = EXCLUDED.message, since = clock_timestamp(),
     tries = 0, next_at = clock_timestamp(), last_problem = NULL, failed_at = NULL`;

/** Stores messages that are no part of an order of events. Errors: those of pg. */
export async function saveMessages(db: pg.ClientBase, messages: readonly Message[]): Promise<void> {
  if (messages.length > 0) await db.query(insertMessages('$1'), [JSON.stringify(messages)]);
}

interface WebhookRow extends Omit<WebhookAnswer, 'ended' | 'madeAt'> {
  readonly madeAt: Date;
  readonly endedAt: Date | null;
  readonly endedBecause: string | null;
}

/** In: one id, or undefined for all. Out: with how many messages wait and were given up, in the order of their making. */
export async function readWebhooks(pool: pg.Pool, id?: string): Promise<WebhookAnswer[]> {
  const { rows } = await pool.query<WebhookRow>(
    `SELECT ${columns}, made_by AS "madeBy", made_at AS "madeAt", ended_at AS "endedAt", ended_because AS "endedBecause",
       CASE WHEN report IS NOT NULL THEN jsonb_build_object('collection', report -> 'collection',
         'round', report -> 'round', 'claims', jsonb_array_length(report -> 'claims')) END AS report,
       (SELECT count(*) FROM webhook_messages m WHERE m.webhook = w.id AND failed_at IS NULL) AS waiting,
       (SELECT count(*) FROM webhook_messages m WHERE m.webhook = w.id AND failed_at IS NOT NULL) AS failed
     FROM webhooks w WHERE $1::text IS NULL OR id = $1 ORDER BY made_at, id`,
    [id ?? null],
  );
  return rows.map(({ madeAt, endedAt, endedBecause, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    ended: endedAt && { at: endedAt.toISOString(), because: endedBecause! },
  }));
}

/** What a new webhook is to tell, and where to. */
export interface NewWebhook extends Wish {
  readonly url: string;
  readonly report: CheckedReport | null;
}

/** Makes a webhook that is told of what comes after a position. Out: its id, and its secret. */
export async function makeWebhook(
  pool: pg.Pool,
  { url, collection, respondents, indicators, kinds, report }: NewWebhook,
  place: number,
  madeBy: string,
): Promise<{ id: string; secret: string }> {
  const made = { id: makeId(), secret: makeSecret() };
  await pool.query(
    `INSERT INTO webhooks (${columns}, secret, made_by, report) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[made.id, url, collection, respondents, indicators, kinds, place, made.secret, madeBy],
      report && JSON.stringify(report),
    ],
  );
  return made;
}

/** Gives a webhook a new secret; for a day messages are signed with both. Out: the secret; undefined where it has ended. */
export async function rotateSecret(pool: pg.Pool, id: string): Promise<string | undefined> {
  const secret = makeSecret();
  const { rowCount } = await pool.query(
    `UPDATE webhooks SET former_secret = secret, former_until = now() + interval '1 day', secret = $2
     WHERE id = $1 AND ended_at IS NULL`,
    [id, secret],
  );
  return rowCount === 1 ? secret : undefined;
}

/** Ends a webhook: nothing more is sent, and what waited is dropped. Out: whether it had not ended before. */
export async function endWebhook(pool: pg.Pool, id: string, because: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH ended AS (
       UPDATE webhooks SET ended_at = now(), ended_because = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id
     ), dropped AS (DELETE FROM webhook_messages m USING ended WHERE m.webhook = ended.id AND failed_at IS NULL)
     SELECT FROM ended`,
    [id, because],
  );
  return rowCount === 1;
}

/** Puts the place of a webhook back: everything after it comes once more, what still waits in its order among it. */
export async function replayAfter(
  pool: pg.Pool,
  webhook: Pick<Webhook, 'id' | 'kinds' | 'collection'>,
  after: number,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE webhooks SET place = LEAST(place, $2) WHERE id = $1 AND ended_at IS NULL',
      [webhook.id, after],
    );
    if (rowCount !== 1) return;
    await client.query('DELETE FROM webhook_messages WHERE webhook = $1 AND position > $2', [
      webhook.id,
      after,
    ]);
    // Those that nobody was told of yet come by themselves.
    await saveMessages(client, toReleaseMessages([webhook], await readTakenReleases(client, after)));
  });
}

/** Makes messages due at once. In: the position of one, or undefined for all that were given up. Out: how many. */
export async function replayMessages(pool: pg.Pool, id: string, position?: number): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE webhook_messages SET since = clock_timestamp(), tries = 0, next_at = clock_timestamp(), failed_at = NULL
     WHERE webhook = $1 AND CASE WHEN $2::bigint IS NULL THEN failed_at IS NOT NULL ELSE position = $2 END
       AND EXISTS (SELECT FROM webhooks WHERE id = $1 AND ended_at IS NULL)`,
    [id, position ?? null],
  );
  return rowCount ?? 0;
}

const failuresTold = 1000;

interface FailureRow {
  readonly position: number;
  readonly respondent: string;
  readonly publication: string;
  readonly tries: number;
  readonly problem: string | null;
  readonly nextAt: Date;
  readonly failedAt: Date | null;
}

/** The first thousand messages that failed at least once, in the order of positions. */
export async function readFailures(pool: pg.Pool, id: string): Promise<WebhookFailures> {
  const { rows } = await pool.query<FailureRow>(
    `SELECT position, respondent, publication, tries, last_problem AS problem, next_at AS "nextAt", failed_at AS "failedAt"
     FROM webhook_messages WHERE webhook = $1 AND (failed_at IS NOT NULL OR tries > 0) ORDER BY position LIMIT $2`,
    [id, failuresTold],
  );
  const items = rows.map(({ position, respondent, publication, tries, problem, nextAt, failedAt }) => ({
    position,
    respondent: respondent || null,
    publication: publication || null,
    tries,
    problem,
    nextAt: failedAt ? null : nextAt.toISOString(),
  }));
  return { items };
}
