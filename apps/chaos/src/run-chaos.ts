/** A run from its start to its verdict: clients work while faults fall, all is put right, and everything is checked. */
import { verifyTables } from '@rapporteur/projections';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkCommands,
  checkLogOrder,
  checkPositions,
  checkProgress,
  checkSights,
  checkTopic,
} from './outcome/check-run.js';
import { Cluster } from './cluster/cluster.js';
import { MetricsCount, type Counts } from './outcome/count-metrics.js';
import { inflictFault } from './faults/inflict-fault.js';
import { makeJournal, type Journal } from './clients/journal.js';
import { leader, planFaults, type Fault, type Transport } from './faults/plan-faults.js';
import { makeRandom } from './faults/random.js';
import { readExtent, readRecorded, readSent, type Extent } from './outcome/read-outcome.js';
import type { Service } from './cluster/service.js';
import { listTargets, openRounds, startClients, type Clients } from './clients/start-clients.js';

export interface ChaosOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly transport: Transport;
  /** Instead of what the seed gives. */
  readonly faults?: readonly Fault[];
  /** Arguments of Node for the services. */
  readonly execArgv?: readonly string[];
  /** How long nothing may move at the end before the run says that it did not catch up; 60 s when not said. */
  readonly patienceMs?: number;
  /** Milliseconds between a client's requests on average; 60 when not said. */
  readonly thinkMs?: number;
  /** Folder for what the services write. */
  readonly logs?: string | undefined;
  /** Aborted: everything is ended and thrown away, and the run fails. */
  readonly signal?: AbortSignal;
  readonly onStep?: (step: string) => void;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly second: number;
  readonly seconds: number;
  readonly commands: number;
  readonly acknowledged: number;
  readonly faults: number;
}

export interface ChaosResult {
  readonly transport: Transport;
  readonly seed: number;
  readonly seconds: number;
  readonly commands: Record<'all' | 'acknowledged' | 'refused' | 'unknown' | 'tries', number>;
  readonly answers: number;
  readonly events: number;
  /** Faults that fell, by kind and then by whom they fell on. */
  readonly faults: Record<string, Record<string, number>>;
  readonly failures: Record<string, number>;
  readonly counts: Counts;
  /** Longest time without an acknowledgement, and without an answer to a read (s). */
  readonly unavailable: { readonly writes: number; readonly reads: number };
  /** From when all stood again until the tables included everything (s). */
  readonly caughtUpAfter: number;
  /** Violations by check; every list empty = everything held. */
  readonly checks: Record<string, string[]>;
  readonly held: boolean;
}

/** Errors: what keeps it from being run at all (no Java, no jars). */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { transport, execArgv = [], logs, onStep = () => undefined } = options;
  const cluster = await Cluster.start({ transport, execArgv, logs, onStep });
  try {
    return await Promise.race([runOn(cluster, options), whenAborted(options.signal)]);
  } finally {
    await cluster.close();
  }
}

const whenAborted = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, fail) => {
    const abort = () => fail(new Error('The run was broken off.'));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });

async function runOn(cluster: Cluster, options: ChaosOptions): Promise<ChaosResult> {
  const { onStep = () => undefined, seconds, seed, transport, patienceMs = 60_000 } = options;
  const random = makeRandom(seed);
  const targets = listTargets(seconds);
  await waitUntilUp(cluster);
  onStep('Opening rounds');
  await openRounds(cluster, targets);
  onStep(`Running for ${seconds} s`);
  const metrics = new MetricsCount([...cluster.services.values()]);
  const measuring = new AbortController();
  const measured = metrics.run(measuring.signal);
  const journal = makeJournal();
  const fallen = await letFaultsFall(
    cluster,
    options,
    journal,
    startClients(cluster, journal, targets, random, options.thinkMs),
  );
  onStep('Everything stands again: catching up');
  const settled = await settle(cluster, patienceMs);
  const unready = await awaitReady(cluster, patienceMs);
  await metrics.scrape();
  measuring.abort();
  await measured;
  onStep('Ending the services');
  await Promise.all([...cluster.services.values()].map((service) => service.terminate()));
  onStep('Checking');
  const events = await readRecorded(cluster.pool);
  const { extent, caughtUpAfter } = settled;
  const verification = await verifyTables(cluster.pool);
  const checks = {
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
        }
      : {}),
    'the tables are the fold of the log': verification.differences.map(
      ({ where, table, fold }) => `${where}: table ${table ?? 'not there'}, fold ${fold ?? 'not there'}`,
    ),
    'rebuilt tables are as the live ones': cluster.findings,
    'everything caught up': checkExtent(extent),
    'no answer went back for a client with its token': checkProgress(journal.answers, events),
    'every answer shows what the log says at its position': checkSights(journal.answers, events),
    'no answer was half of a reply or wrong in itself': journal.violations,
    'every service is ready': unready,
    'no process ended by itself, and each in order when told to': [...cluster.services.values()].flatMap(
      ({ ended }) => ended.map(({ service, status, last }) => `${service} ended (${status}): ${last}`),
    ),
  };
  return {
    transport,
    seed,
    seconds,
    commands: countCommands(journal),
    answers: journal.answers.length,
    events: events.length,
    faults: countFaults(fallen),
    failures: Object.fromEntries(journal.failures),
    counts: metrics.sums,
    unavailable: {
      writes: journal.gaps.writes.longestMs / 1000,
      reads: journal.gaps.reads.longestMs / 1000,
    },
    caughtUpAfter,
    checks,
    held: Object.values(checks).every((violations) => violations.length === 0),
  };
}

async function waitUntilUp(cluster: Cluster): Promise<void> {
  const unready = await awaitReady(cluster, 90_000);
  if (unready.length > 0) throw new Error(unready.join('\n'));
}

/** Out: which services are not ready after so long, and what they say. */
async function awaitReady(cluster: Cluster, patienceMs: number): Promise<string[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await Promise.all([...cluster.services.values()].map(findObstacle));
    const unready = found.filter((obstacle) => obstacle !== undefined);
    if (unready.length === 0 || performance.now() > deadline) return unready;
    await sleep(200);
  }
}

async function findObstacle({ name, url }: Service): Promise<string | undefined> {
  if (!url) return `${name} does not run`;
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(15_000) });
    return answer.ok ? undefined : `${name} is not ready: ${await answer.text()}`;
  } catch (error) {
    return `${name} does not answer: ${(error as Error).message}`;
  }
}

/** Out: the faults that fell, each with whom it fell on, once all stands again and the clients have ended. */
async function letFaultsFall(
  cluster: Cluster,
  {
    seconds,
    seed,
    transport,
    faults = planFaults(seed, seconds, transport),
    onStep,
    onProgress,
  }: ChaosOptions,
  journal: Journal,
  working: Clients,
): Promise<Fault[]> {
  const started = performance.now();
  const fallen: Fault[] = [];
  const elapsed = () => performance.now() - started;
  const ticking = setInterval(() => {
    const acknowledged = journal.commands.filter(({ outcome }) => outcome === 'acknowledged').length;
    const second = Math.round(elapsed() / 1000);
    onProgress?.({ second, seconds, commands: journal.commands.length, acknowledged, faults: fallen.length });
  }, 1000);
  const fall = async (fault: Fault) => {
    await sleep(Math.max(0, fault.at - elapsed()));
    const on = await inflictFault(cluster, fault);
    if (on) fallen.push({ ...fault, on: fault.on === leader ? `${leader} (${on})` : on });
  };
  try {
    const falling = Promise.all(faults.map(fall));
    await Promise.all([falling, sleep(seconds * 1000)]);
    onStep?.('The last fault is over: the clients end what is under way');
    await working.stop();
    return fallen;
  } finally {
    clearInterval(ticking);
  }
}

/** Waits until nothing is under way, or nothing has moved for so long. */
async function settle(
  cluster: Cluster,
  patienceMs: number,
): Promise<{ extent: Extent; caughtUpAfter: number }> {
  const started = performance.now();
  let moved = started;
  let extent = await readExtent(cluster.pool);
  const isDone = ({ head, pending, relayed, watermark }: Extent) =>
    pending === 0 && relayed === head && watermark === head;
  while (!isDone(extent) && performance.now() - moved < patienceMs) {
    await sleep(200);
    const now = await readExtent(cluster.pool);
    if (JSON.stringify(now) !== JSON.stringify(extent)) moved = performance.now();
    extent = now;
  }
  return { extent, caughtUpAfter: (performance.now() - started) / 1000 };
}

function checkExtent({ head, pending, relayed, watermark, deadLetters }: Extent): string[] {
  return [
    ...(pending > 0 ? [`${pending} events wait for their position`] : []),
    ...(relayed < head ? [`Kafka has come to position ${relayed} of ${head}`] : []),
    ...(watermark < head ? [`the tables have come to position ${watermark} of ${head}`] : []),
    ...(deadLetters > 0 ? [`${deadLetters} events are dead letters`] : []),
  ];
}

function countCommands({ commands }: Journal): ChaosResult['commands'] {
  const count = (outcome: string) => commands.filter((command) => command.outcome === outcome).length;
  return {
    all: commands.length,
    acknowledged: count('acknowledged'),
    refused: count('refused'),
    unknown: count('unknown'),
    tries: commands.reduce((sum, { tries }) => sum + tries, 0),
  };
}

function countFaults(fallen: readonly Fault[]): ChaosResult['faults'] {
  const faults: Record<string, Record<string, number>> = {};
  for (const { kind, on } of fallen) {
    const byTarget = (faults[kind] ??= {});
    byTarget[on] = (byTarget[on] ?? 0) + 1;
  }
  return faults;
}
