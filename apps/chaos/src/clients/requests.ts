/** The requests of clients to ingest, and the answers. */
import type { Command } from './journal.js';

/** One reply that clients work on. */
export interface Target {
  readonly collection: string;
  readonly respondent: string;
  /** The name of its stream in the event store. */
  readonly stream: string;
}

const round = '2008';
export const indicators = [
  'cases-recorded',
  'cases-investigated',
  'persons-prosecuted',
  'persons-convicted',
  'victims-identified',
];
const receivedOn = '2008-01-20';

/** The HTTP request for a command. In: the version for `If-Match`, if the command has one. */
export function toRequest(
  { collection, respondent }: Target,
  { id, kind, value }: Command,
  ifMatch: number | undefined,
) {
  const figures = indicators.map((indicator) => ({ indicator, period: '2007', value, paragraph: 1 }));
  const replies = `/v1/rounds/${collection}/${round}/replies`;
  const one = `${replies}/${respondent}`;
  const reason = `chaos ${id}`;
  const requests = {
    submit: [replies, { respondent, receivedOn, observations: figures }],
    correct: [`${one}/corrections`, { receivedOn, reason, observations: { changed: figures } }],
    replace: [`${one}/replacement`, { receivedOn, reason, observations: figures }],
    withdraw: [`${one}/withdrawal`, { receivedOn, reason }],
  } as const;
  const [path, body] = requests[kind];
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': id,
    'x-request-id': id,
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  };
  return { path, init: { method: 'POST', headers, body: JSON.stringify(body) } };
}

/** An answer of ingest: about a stored event, or about a refusal. */
export interface IngestAnswer {
  readonly version?: number;
  readonly eventId?: string;
  readonly token?: string;
  readonly type?: string;
  readonly title?: string;
}
