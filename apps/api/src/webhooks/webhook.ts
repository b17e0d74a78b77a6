/** A webhook, its secrets, and the message that a receiver gets (Standard Webhooks, CloudEvents). */
import type { WebhookKind } from '@rapporteur/contract';
import type { Manifest, ManifestClaim } from '@rapporteur/report';
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

/** What is needed of the manifest of a report to say whether the data still say what it gave. */
export type CheckedReport = Pick<Manifest, 'collection' | 'round' | 'language'> & {
  readonly claims: readonly Pick<ManifestClaim, 'id' | 'query' | 'text'>[];
};

/** A webhook that checks a report. */
export interface ReportCheck extends Pick<Webhook, 'id' | 'place'> {
  readonly report: CheckedReport;
}

/** A message that has not been delivered. */
export interface Message {
  readonly webhook: string;
  readonly position: number;
  /** Empty where the event is about a round as a whole. */
  readonly respondent: string;
  /** The publication that it tells of, as `collection/round`; empty where it tells of an event. */
  readonly publication: string;
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
    /** Of a release: SHA-256 of the publication. */
    readonly file?: string;
    /** Of a check: the claims of the report whose answer is another than before, by their ids. */
    readonly claims?: readonly string[];
    /** Of a check: how many claims now say something else than the report gave. */
    readonly outdated?: number;
  };
}

const prefix = 'whsec_';

/** A new secret, as the specification writes it: 32 random bytes. */
export const makeSecret = (): string => prefix + randomBytes(32).toString('base64');

export const makeId = (): string => `wh_${randomBytes(9).toString('base64url')}`;

/** The id of a message: the same at every try. */
export const toMessageId = ({ webhook, position, publication }: Message): string =>
  ['msg', webhook, position, ...(publication === '' ? [] : [publication])].join('_');

/** In: a message, and the origin that readers use, if it is known. Out: the body, the same at every try. */
export function toCloudEvent({ webhook, message: { time, data } }: Message, publicUrl = ''): string {
  const { collection, round, respondent, position } = data;
  const subject = [collection, round, ...(respondent === null ? [] : [respondent])].join('/');
  const [kind] = data.kinds;
  const ofKind =
    kind === 'release'
      ? {
          id: `release-${subject}-${position}`,
          type: 'rapporteur.publication.released',
          data: { ...data, publication: `${publicUrl}/v1/rounds/${collection}/${round}` },
        }
      : {
          // Reports are as many as there are webhooks for them.
          id: kind === 'check' ? `check-${webhook}-${position}` : String(position),
          type: kind === 'check' ? 'rapporteur.report.changed' : 'rapporteur.tables.changed',
          data: { ...data, changes: `${publicUrl}/v1/events/${position}/changes` },
        };
  return JSON.stringify({
    specversion: '1.0',
    id: ofKind.id,
    source: publicUrl || '/',
    type: ofKind.type,
    subject,
    time,
    datacontenttype: 'application/json',
    data: ofKind.data,
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
