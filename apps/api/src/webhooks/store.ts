/** Webhooks as they are stored: making, listing, rotating the secret, replaying, ending. */
import type { WebhookAnswer, WebhookFailures } from '@rapporteur/contract';
import type pg from 'pg';
import { makeId, makeSecret, type Webhook, type Wish } from './webhook.js';

const columns = 'id, url, collection, respondents, indicators, kinds, place';

/** Webhooks that have not ended. */
export async function readActive(pool: pg.Pool): Promise<Webhook[]> {
  const { rows } = await pool.query<Webhook>(`SELECT ${columns} FROM webhooks WHERE ended_at IS NULL`);
  return rows;
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

/** Makes a webhook that is told of every event after a position. Out: its id, and its secret. */
export async function makeWebhook(
  pool: pg.Pool,
  { url, collection, respondents, indicators, kinds }: Wish & { readonly url: string },
  place: number,
  madeBy: string,
): Promise<{ id: string; secret: string }> {
  const made = { id: makeId(), secret: makeSecret() };
  await pool.query(
    `INSERT INTO webhooks (${columns}, secret, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [made.id, url, collection, respondents, indicators, kinds, place, made.secret, madeBy],
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
export async function replayAfter(pool: pg.Pool, id: string, after: number): Promise<void> {
  await pool.query(
    `WITH moved AS (
       UPDATE webhooks SET place = LEAST(place, $2) WHERE id = $1 AND ended_at IS NULL RETURNING id
     )
     DELETE FROM webhook_messages m USING moved WHERE m.webhook = moved.id AND m.position > $2`,
    [id, after],
  );
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
  readonly tries: number;
  readonly problem: string | null;
  readonly nextAt: Date;
  readonly failedAt: Date | null;
}

/** The first thousand messages that failed at least once, in the order of positions. */
export async function readFailures(pool: pg.Pool, id: string): Promise<WebhookFailures> {
  const { rows } = await pool.query<FailureRow>(
    `SELECT position, respondent, tries, last_problem AS problem, next_at AS "nextAt", failed_at AS "failedAt"
     FROM webhook_messages WHERE webhook = $1 AND (failed_at IS NOT NULL OR tries > 0) ORDER BY position LIMIT $2`,
    [id, failuresTold],
  );
  const items = rows.map(({ position, respondent, tries, problem, nextAt, failedAt }) => ({
    position,
    respondent: respondent || null,
    tries,
    problem,
    nextAt: failedAt ? null : nextAt.toISOString(),
  }));
  return { items };
}
