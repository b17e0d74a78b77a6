/** A webhook, its secrets, and the message that a receiver gets (Standard Webhooks, CloudEvents). */
import type { WebhookKind } from '@rapporteur/contract';
import { createHmac, randomBytes } from 'node:crypto';

/** What somebody wants to be told. What is null does not narrow. */
export interface Wish {
  readonly collection: string | null;
  readonly respondents: readonly string[] | null;
  readonly indicators: readonly string[] | null;
  readonly kinds: readonly WebhookKind[];
}

export interface Webhook extends Wish {
  readonly id: string;
  readonly url: string;
  /** Every event up to it has been looked at for this webhook. */
  readonly place: number;
}

/** A message that has not been delivered. */
export interface Message {
  readonly webhook: string;
  readonly position: number;
  /** Empty where the event is about a round as a whole. */
  readonly respondent: string;
  readonly message: Told;
}

/** What a message says: thin, since the receiver reads the rest where it leads. */
export interface Told {
  readonly time: string;
  readonly data: {
    readonly position: number;
    readonly collection: string;
    readonly round: string;
    readonly respondent: string | null;
    readonly kinds: readonly WebhookKind[];
    readonly indicators: readonly string[];
  };
}

const prefix = 'whsec_';

/** A new secret, as the specification writes it: 32 random bytes. */
export const makeSecret = (): string => prefix + randomBytes(32).toString('base64');

export const makeId = (): string => `wh_${randomBytes(9).toString('base64url')}`;

/** In: what is told, and the origin that readers use, if it is known. Out: the body, the same at every try. */
export function toCloudEvent({ time, data }: Told, publicUrl: string | undefined): string {
  const { collection, round, respondent, position } = data;
  return JSON.stringify({
    specversion: '1.0',
    id: String(position),
    source: publicUrl ?? '/',
    type: 'rapporteur.tables.changed',
    subject: [collection, round, ...(respondent === null ? [] : [respondent])].join('/'),
    time,
    datacontenttype: 'application/json',
    data: { ...data, changes: `${publicUrl ?? ''}/v1/events/${position}/changes` },
  });
}

/**
 * The headers of one try. In: the id of the message, which a receiver knows it again by; the body; and the secrets that
 * count, the newest first.
 */
export function toHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  now = new Date(),
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const sign = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${sign(secret)}`).join(' '),
  };
}
