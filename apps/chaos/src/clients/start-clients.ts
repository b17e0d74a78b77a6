/** The clients of a run: the replies that they send, the rounds that these answer, and the start of the clients. */
import { ownerHeaders } from '@rapporteur/testing';
import { replyStream } from '@rapporteur/domain';
import { respondentCodes } from '@rapporteur/names';
import { Client } from './client.js';
import type { ClientKeys } from './client-keys.js';
import type { Cluster } from '../cluster/cluster.js';
import type { Journal } from './journal.js';
import type { Target } from './requests.js';
import { makeRandom, type Random } from '../faults/random.js';

export const clients = 8;

/** The replies that clients send and change. */
export interface Targets {
  /** The replies of each client that no other client changes. */
  readonly own: readonly (readonly Target[])[];
  readonly contested: readonly Target[];
}

/** Collections of forty replies. A longer run has more collections, so that no reply is changed thousands of times. */
export function listTargets(seconds: number): Targets {
  const collections = Array.from({ length: 2 + Math.ceil(seconds / 60) }, (_, i) => `chaos-${i + 1}`);
  const all = collections.flatMap((collection) =>
    respondentCodes.slice(0, 40).map((respondent): Target => {
      return { collection, respondent, stream: replyStream(collection, '2008', respondent) };
    }),
  );
  const isContested = (i: number) => i % 40 < 4;
  return {
    contested: all.filter((_, i) => isContested(i)),
    own: Array.from({ length: clients }, (_, client) =>
      all.filter((_, i) => !isContested(i) && i % clients === client),
    ),
  };
}

/** Opens the rounds that the replies answer. Errors: one was not answered 201. */
export async function openRounds(cluster: Cluster, { own, contested }: Targets): Promise<void> {
  const collections = new Set([...own, contested].flat().map(({ collection }) => collection));
  const [ingest] = cluster.addressesOf('ingest');
  for (const collection of collections) {
    const response = await fetch(`${ingest}/v1/rounds`, {
      method: 'POST',
      headers: {
        ...ownerHeaders(),
        'content-type': 'application/json',
        'x-request-id': `open-${collection}`,
      },
      body: JSON.stringify({ collection, round: '2008' }),
    });
    if (response.status !== 201)
      throw new Error(`the round of ${collection} was answered ${response.status}`);
  }
}

export interface Clients {
  /** Resolves when all clients have finished their commands. */
  stop(): Promise<void>;
}

/** Starts a client for each list in `own`. Clients pause for `thinkMs` on average between requests. */
export function startClients(
  cluster: Cluster,
  journal: Journal,
  { own, contested }: Targets,
  random: Random,
  keys: ClientKeys,
  thinkMs = 60,
): Clients {
  const stopping = new AbortController();
  let value = 0;
  const running = own.map((replies, i) =>
    new Client({
      name: `client-${i + 1}`,
      random: makeRandom(random.between(0, 2 ** 31)),
      journal,
      own: replies,
      contested,
      addressesOf: (app) => cluster.addressesOf(app),
      nextValue: () => (value += 1),
      thinkMs,
      headers: () => keys.headersOf(i),
    }).run(stopping.signal),
  );
  const revoking = keys.revokeOn(makeRandom(random.between(0, 2 ** 31)), stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await Promise.all([...running, revoking]);
    },
  };
}
