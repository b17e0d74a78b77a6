/** Sends the messages of one webhook: those of a respondent in order, those of several respondents beside each other. */
import { groupBy } from '@rapporteur/domain';
import { shareWork } from '@rapporteur/event-store';
import type pg from 'pg';
import type { Outcome, Poster } from './post.js';
import { endWebhook } from './store.js';
import { toCloudEvent, toHeaders, toMessageId, type Message } from './webhook.js';

/** How long to wait after each try that failed (s): 75 hours in all. Then the message is given up. */
export const pauses: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

export interface Delivering {
  readonly pool: pg.Pool;
  readonly poster: Poster;
  readonly publicUrl: string | undefined;
  readonly pauses: readonly number[];
  /** Removes a message that was delivered; many at once by one statement. */
  readonly forget: (message: Waiting) => Promise<void>;
}

const messagesAtOnce = 50;
const respondentsAtOnce = 4;

/** A message that is due, with how often it was tried, and since when it waits. */
interface Waiting extends Message {
  readonly tries: number;
  readonly since: string;
}

/** What one webhook has to send now, where to, and the secrets that count, the newest first. */
export interface Due {
  readonly webhook: string;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly messages: readonly Waiting[];
}

/**
 * What is to be sent now, by one statement for all webhooks, at most fifty messages of each. Of a respondent whose first
 * message failed the next ones wait, or they would come before it. In: webhooks that are left out.
 */
export async function findDue(pool: pg.Pool, but: readonly string[]): Promise<Due[]> {
  const { rows } = await pool.query<Waiting & Pick<Due, 'url' | 'secrets'>>(
    `SELECT w.url, array_remove(ARRAY[w.secret, CASE WHEN w.former_until > now() THEN w.former_secret END], NULL) AS secrets,
       d.*
     FROM webhooks w CROSS JOIN LATERAL (
       SELECT webhook, position, respondent, publication, message, tries, since::text FROM webhook_messages m
       WHERE m.webhook = w.id AND m.failed_at IS NULL AND m.next_at <= now() AND NOT EXISTS (
         SELECT FROM webhook_messages b WHERE b.webhook = m.webhook AND b.respondent = m.respondent
           AND b.failed_at IS NULL AND b.tries > 0 AND b.next_at > now())
       ORDER BY position LIMIT $2
     ) d WHERE w.ended_at IS NULL AND w.id <> ALL ($1)`,
    [but, messagesAtOnce],
  );
  return [...groupBy(rows, ({ webhook }) => webhook)].map(([webhook, messages]) => ({
    webhook,
    url: messages[0]!.url,
    secrets: messages[0]!.secrets,
    messages: messages.sort((x, y) => x.position - y.position),
  }));
}

/** Sends what is due, up to the first failure of each respondent. Errors: those of pg. */
export async function deliver(delivering: Delivering, due: Due, signal: AbortSignal): Promise<void> {
  const queues = [...groupBy(due.messages, ({ respondent }) => respondent).values()];
  const send = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const message of queue) {
        const ended = await sendOne(delivering, due, message, signal);
        if (ended === 'gone') queues.length = 0;
        if (ended !== 'delivered') break;
      }
  };
  await Promise.all(Array.from({ length: respondentsAtOnce }, send));
}

/** Out: how it ended. Only after one that was delivered the next of its respondent may follow. */
async function sendOne(
  { pool, poster, publicUrl, pauses: waits, forget }: Delivering,
  { url, secrets }: Pick<Due, 'url' | 'secrets'>,
  message: Waiting,
  signal: AbortSignal,
): Promise<'delivered' | 'failed' | 'gone'> {
  if (signal.aborted) return 'failed';
  const body = toCloudEvent(message, publicUrl);
  const outcome = await poster.post(url, toHeaders(toMessageId(message), body, secrets), body, signal);
  if (isDelivered(outcome)) {
    await forget(message);
    return 'delivered';
  }
  // A try that was broken off because this process ends says nothing about the receiver.
  if (signal.aborted) return 'failed';
  if ('status' in outcome && outcome.status === 410) {
    await endWebhook(pool, message.webhook, 'The receiver answered 410 Gone');
    return 'gone';
  }
  await noteFailure(pool, message, outcome, waits[message.tries]);
  return 'failed';
}

const isDelivered = (outcome: Outcome) =>
  'status' in outcome && outcome.status >= 200 && outcome.status < 300;

const toProblem = (outcome: Outcome): string =>
  'problem' in outcome ? outcome.problem : `The receiver answered ${outcome.status}`;

/** In: how long to wait (s); undefined: it is given up. Up to a tenth longer, so that not all come back at once. */
async function noteFailure(
  pool: pg.Pool,
  { webhook, position, publication, since }: Waiting,
  outcome: Outcome,
  pause: number | undefined,
): Promise<void> {
  await pool.query(
    `UPDATE webhook_messages SET tries = tries + 1, last_problem = $4,
       failed_at = CASE WHEN $5::float8 IS NULL THEN now() END,
       next_at = now() + COALESCE($5::float8, 0) * (1 + random() / 10) * interval '1 s'
     WHERE webhook = $1 AND position = $2 AND since = $3 AND publication = $6`,
    [webhook, position, since, toProblem(outcome).slice(0, 500), pause ?? null, publication],
  );
}

const forgottenAtOnce = 500;

/** Removes delivered messages: those that wait while a statement runs go together with the next. */
export function makeForget(pool: pg.Pool): Delivering['forget'] {
  const { ask } = shareWork<Waiting, void>({
    lanes: 1,
    take: (waiting) => waiting.splice(0, forgottenAtOnce),
    async work(messages) {
      // One that is due again since, because somebody replayed it, stays.
      await pool.query(
        `DELETE FROM webhook_messages m USING unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[])
           AS d(webhook, position, since, publication)
         WHERE m.webhook = d.webhook AND m.position = d.position AND m.since = d.since AND m.publication = d.publication`,
        [
          messages.map(({ webhook }) => webhook),
          messages.map(({ position }) => position),
          messages.map(({ since }) => since),
          messages.map(({ publication }) => publication),
        ],
      );
      return messages.map(() => undefined);
    },
  });
  return ask;
}
