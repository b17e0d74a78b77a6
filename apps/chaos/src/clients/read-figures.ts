/**
 * A client's reads, of one reply or of a whole collection, with its last token; and the checks that need only
 * the answer itself.
 */
import type { Random } from '../faults/random.js';
import { noteAnswered, noteFailed, type Journal, type Sight } from './journal.js';
import { indicators, type Target } from './requests.js';

/** The client that reads. */
export interface Reader {
  readonly name: string;
  readonly random: Random;
  readonly journal: Journal;
  /** The replies that only this client changes, and those that every client changes. */
  readonly own: readonly Target[];
  readonly contested: readonly Target[];
  readonly addressesOf: (app: 'ingest' | 'api') => readonly string[];
}

/** The token of a client's last command. */
export interface Token {
  readonly text: string;
  readonly eventId: string;
}

interface Shown {
  readonly position: number;
  readonly items: readonly { readonly respondent: { readonly code: string }; readonly value: number }[];
}

/** Reads one reply, or all of its collection, waiting for the last event that this client knows to be stored. */
export async function readFigures(
  { name, journal, random, addressesOf, own, contested }: Reader,
  target: Target,
  all: boolean,
  token: Token | undefined,
): Promise<void> {
  const addresses = addressesOf('api');
  if (addresses.length === 0) return noteFailed(journal, 'api is down');
  const query = new URLSearchParams({ collection: target.collection, limit: '1000' });
  if (!all) query.set('respondent', target.respondent);
  if (token) query.set('wait', token.text);
  let response: Response;
  let body: Shown;
  try {
    response = await fetch(`${random.pick(addresses)}/v1/observations?${query}`, {
      signal: AbortSignal.timeout(8000),
    });
    body = (await response.json()) as Shown;
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return noteFailed(journal, isLate ? 'no answer in time' : 'connection lost');
  }
  if (response.status !== 200) {
    if (response.status !== 503)
      journal.violations.push(`a read was answered ${response.status}: ${JSON.stringify(body)}`);
    return noteFailed(journal, `api answered ${response.status}`);
  }
  noteAnswered(journal.gaps.reads);
  if (response.headers.has('rapporteur-degraded'))
    journal.violations.push(`${name} was answered from degraded tables`);
  const targets = all
    ? [...own, ...contested].filter(({ collection }) => collection === target.collection)
    : [target];
  const sights = targets.map((one) => see(journal, one, body));
  journal.answers.push({ client: name, position: body.position, waitedFor: token?.eventId, sights });
}

/** Checks that an answer shows all figures of a reply with the same value, or none of them. */
function see(journal: Journal, { respondent, stream }: Target, { items, position }: Shown): Sight {
  const values = items.filter((item) => item.respondent.code === respondent).map(({ value }) => value);
  const [value = null] = values;
  if (values.some((other) => other !== value) || ![0, indicators.length].includes(values.length))
    journal.violations.push(
      `at position ${position} half of a reply was shown: ${stream} with ${values.join(', ')}`,
    );
  return { stream, value };
}
