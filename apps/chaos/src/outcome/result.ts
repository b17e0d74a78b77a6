/** The result of a run: commands, faults, and the violations of each check. */
import { verifyTables } from '@rapporteur/projections';
import type { Journal } from '../clients/journal.js';
import type { Receiver } from '../clients/receiver.js';
import type { Cluster } from '../cluster/cluster.js';
import type { Transport } from '../cluster/names.js';
import type { Fault } from '../faults/plan-faults.js';
import {
  checkCommands,
  checkLogOrder,
  checkPositions,
  checkProgress,
  checkSights,
  checkTopic,
  type Recorded,
} from './check-run.js';
import type { Counts } from './count-metrics.js';
import { checkTold } from './check-told.js';
import { checkTrends } from './check-trends.js';
import { readSent, type Extent } from './read-outcome.js';

export interface ChaosResult {
  readonly transport: Transport;
  readonly seed: number;
  readonly seconds: number;
  readonly commands: Record<'all' | 'acknowledged' | 'refused' | 'unknown' | 'tries', number>;
  readonly answers: number;
  readonly events: number;
  /** How many keys were revoked while their clients went on sending. */
  readonly revocations: number;
  /** How many messages the receiver of webhooks took, repeated ones too. */
  readonly told: number;
  /** How many faults there were, by kind and then by the process or connection that they hit. */
  readonly faults: Record<string, Record<string, number>>;
  readonly failures: Record<string, number>;
  readonly counts: Counts;
  /** The longest time without an acknowledgement, and without an answer to a read (s). */
  readonly unavailable: { readonly writes: number; readonly reads: number };
  /** The time from when everything ran again until the tables included all events (s). */
  readonly caughtUpAfter: number;
  /** Violations by check; every list empty = everything held. */
  readonly checks: Record<string, string[]>;
  readonly held: boolean;
}

/** The input of the checks beside the cluster. */
export interface Outcome {
  readonly transport: Transport;
  readonly journal: Journal;
  readonly events: readonly Recorded[];
  /** The positions at the end. */
  readonly extent: Extent;
  /** The services that were not ready at the end, with their reasons. */
  readonly unready: readonly string[];
  /** What was recorded with keys after they had been revoked. */
  readonly late: readonly string[];
  readonly receiver: Pick<Receiver, 'told' | 'violations'>;
}

/** Out: violations by check; every list empty = everything held. */
export async function checkAll(
  cluster: Cluster,
  { transport, journal, events, extent, unready, late, receiver }: Outcome,
): Promise<ChaosResult['checks']> {
  const verification = await verifyTables(cluster.pool);
  return {
    'every acknowledged command is stored once, every other at most once': checkCommands(
      journal.commands,
      events,
    ),
    'positions are dense': checkPositions(events, extent.head),
    'the log has each stream in order of version': checkLogOrder(events),
    ...(transport === 'kafka'
      ? {
          'Kafka has every event, each stream in order of version': checkTopic(
            await readSent(cluster),
            events,
          ),
          'the topic of trends has the tables, of each respondent in order': await checkTrends(cluster),
        }
      : {}),
    'the tables are the fold of the log': verification.differences.map(
      ({ where, table, fold }) => `${where}: table ${table ?? 'not there'}, fold ${fold ?? 'not there'}`,
    ),
    'rebuilt tables are as the live ones': cluster.findings,
    'everything caught up': checkExtent(extent),
    'no answer went back for a client with its token': checkProgress(journal.answers, events),
    'every answer shows what the log says at its position': checkSights(journal.answers, events),
    'no answer was half of a reply or wrong in itself': [
      ...journal.violations,
      ...(journal.violations.some(isFault) ? listErrors(cluster) : []),
    ],
    'a webhook was told of every change, of each reply in order': [
      ...receiver.violations,
      ...checkTold(receiver.told, events),
    ],
    'nothing was recorded after a revocation was acknowledged': [...late],
    'every service is ready': [...unready],
    'no process ended by itself, and each in order when told to': [...cluster.services.values()].flatMap(
      ({ ended }) => ended.map(({ service, status, last }) => `${service} ended (${status}): ${last}`),
    ),
  };
}

const isFault = (violation: string) => violation.includes('was answered 500');

/** What services wrote of errors: among it is why an answer was 500. */
const listErrors = ({ services }: Cluster) =>
  [...services.values()].flatMap(({ name, errors }) => errors.map((line) => `${name} wrote: ${line}`));

function checkExtent({ head, pending, relayed, watermark, untold, unsent, deadLetters }: Extent): string[] {
  return [
    ...(pending > 0 ? [`${pending} events wait for their position`] : []),
    ...(relayed < head ? [`Kafka has come to position ${relayed} of ${head}`] : []),
    ...(watermark < head ? [`the tables have come to position ${watermark} of ${head}`] : []),
    ...(untold > 0 ? [`${untold} series wait for the topic of trends`] : []),
    ...(unsent > 0 ? [`${unsent} events or messages wait to be told by webhook`] : []),
    ...(deadLetters > 0 ? [`${deadLetters} events are dead letters`] : []),
  ];
}

export function countCommands({ commands }: Journal): ChaosResult['commands'] {
  const count = (outcome: string) => commands.filter((command) => command.outcome === outcome).length;
  return {
    all: commands.length,
    acknowledged: count('acknowledged'),
    refused: count('refused'),
    unknown: count('unknown'),
    tries: commands.reduce((sum, { tries }) => sum + tries, 0),
  };
}

export function countFaults(fallen: readonly Fault[]): ChaosResult['faults'] {
  const faults: Record<string, Record<string, number>> = {};
  for (const { kind, on } of fallen) {
    const byTarget = (faults[kind] ??= {});
    byTarget[on] = (byTarget[on] ?? 0) + 1;
  }
  return faults;
}
