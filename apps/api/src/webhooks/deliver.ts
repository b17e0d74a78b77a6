/** Sends the messages of one webhook: those of a respondent in order, those of several respondents beside each other. */
import { groupBy } from '@rapporteur/domain';
import type pg from 'pg';
import type { Outcome, Poster } from './post.js';
import { endWebhook, readReceiver } from './store.js';
import { toCloudEvent, toHeaders, type Message } from './webhook.js';

/** How long to wait after each try that failed (s): 75 hours in all. Then the message is given up. */
export const pauses: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

export interface Delivering {
  readonly pool: pg.Pool;
  readonly poster: Poster;
  readonly publicUrl: string | undefined;
  readonly pauses: readonly number[];
}

const messagesAtOnce = 100;
const respondentsAtOnce = 4;

/** Of a respondent whose first message failed the next ones wait, or they would come before it. */
const due = `m.failed_at IS NULL AND m.next_at <= now() AND NOT EXISTS (
  SELECT FROM webhook_messages b WHERE b.webhook = m.webhook AND b.respondent = m.respondent
    AND b.failed_at IS NULL AND b.tries > 0 AND b.next_at > now())`;

/** Which webhooks have something to send now. In: those that are left out. */
export async function findDue(pool: pg.Pool, but: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM webhooks w WHERE ended_at IS NULL AND id <> ALL ($1)
       AND EXISTS (SELECT FROM webhook_messages m WHERE m.webhook = w.id AND ${due})`,
    [but],
  );
  return rows.map(({ id }) => id);
}

/** A message that is due, with how often it was tried, and since when it waits. */
interface Waiting extends Message {
  readonly tries: number;
  readonly since: string;
}

/** Sends what is due, until nothing is. Errors: those of pg. */
export async function deliver(delivering: Delivering, webhook: string, signal: AbortSignal): Promise<void> {
  const { pool } = delivering;
  while (!signal.aborted) {
    const receiver = await readReceiver(pool, webhook);
    if (!receiver) return;
    const { rows } = await pool.query<Waiting>(
      `SELECT webhook, position, respondent, message, tries, since::text FROM webhook_messages m
       WHERE webhook = $1 AND ${due} ORDER BY position LIMIT $2`,
      [webhook, messagesAtOnce],
    );
    if (rows.length === 0) return;
    const queues = [...groupBy(rows, ({ respondent }) => respondent).values()];
    const send = async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift())
        for (const message of queue) if (!(await sendOne(delivering, receiver, message, signal))) break;
    };
    await Promise.all(Array.from({ length: respondentsAtOnce }, send));
  }
}

/** Out: whether it was delivered, so that the next of its respondent may follow. */
async function sendOne(
  { pool, poster, publicUrl, pauses: waits }: Delivering,
  { url, secrets }: { readonly url: string; readonly secrets: readonly string[] },
  message: Waiting,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  const body = toCloudEvent(message.message, publicUrl);
  const id = `msg_${message.webhook}_${message.position}`;
  const outcome = await poster.post(url, toHeaders(id, body, secrets), body, signal);
  if (isDelivered(outcome)) {
    await pool.query('DELETE FROM webhook_messages WHERE webhook = $1 AND position = $2 AND since = $3', [
      message.webhook,
      message.position,
      message.since,
    ]);
    return true;
  }
  // A try that was broken off because this process ends says nothing about the receiver.
  if (signal.aborted) return false;
  if ('status' in outcome && outcome.status === 410)
    await endWebhook(pool, message.webhook, 'The receiver answered 410 Gone');
  else await noteFailure(pool, message, outcome, waits[message.tries]);
  return false;
}

const isDelivered = (outcome: Outcome) =>
  'status' in outcome && outcome.status >= 200 && outcome.status < 300;

const toProblem = (outcome: Outcome): string =>
  'problem' in outcome ? outcome.problem : `The receiver answered ${outcome.status}`;

/** In: how long to wait (s); undefined: it is given up. Up to a tenth longer, so that not all come back at once. */
async function noteFailure(
  pool: pg.Pool,
  { webhook, position, since }: Waiting,
  outcome: Outcome,
  pause: number | undefined,
): Promise<void> {
  await pool.query(
    `UPDATE webhook_messages SET tries = tries + 1, last_problem = $4,
       failed_at = CASE WHEN $5::float8 IS NULL THEN now() END,
       next_at = now() + COALESCE($5::float8, 0) * (1 + random() / 10) * interval '1 s'
     WHERE webhook = $1 AND position = $2 AND since = $3`,
    [webhook, position, since, toProblem(outcome).slice(0, 500), pause ?? null],
  );
}
