/** What clients ask of ingest, and what they are told. */
import type { Command } from './journal.js';

/** One reply that clients work on. */
export interface Target {
  readonly collection: string;
  readonly respondent: string;
  /** As the event store names it. */
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

/** The request that carries a command. In: the version that it is meant for, where it says so. */
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

/** What ingest tells: of a stored event, or of a refusal. */
export interface Told {
  readonly version?: number;
  readonly eventId?: string;
  readonly token?: string;
  readonly type?: string;
  readonly title?: string;
}
