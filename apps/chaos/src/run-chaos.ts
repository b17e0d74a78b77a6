/** A whole run: clients work during faults, then the faults end, and everything is checked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { makeJournal, type Journal } from './clients/journal.js';
import { ClientKeys } from './clients/client-keys.js';
import { Receiver } from './clients/receiver.js';
import { clients, listTargets, openRounds, startClients, type Clients } from './clients/start-clients.js';
import { awaitReady, waitUntilUp } from './cluster/await-ready.js';
import { Cluster } from './cluster/cluster.js';
import type { Transport } from './cluster/names.js';
import { inflictFault } from './faults/inflict-fault.js';
import { leader, planFaults, type Fault } from './faults/plan-faults.js';
import { makeRandom } from './faults/random.js';
import { MetricsCount } from './outcome/count-metrics.js';
import { readRecorded } from './outcome/read-outcome.js';
import { checkAll, countCommands, countFaults, type ChaosResult } from './outcome/result.js';
import { settle } from './outcome/settle.js';

export interface ChaosOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly transport: Transport;
  /** The faults to make, instead of those that the seed gives. */
  readonly faults?: readonly Fault[];
  /** Arguments of Node for the services. */
  readonly execArgv?: readonly string[];
  /** After how long without progress at the end the run reports that it did not catch up (ms); 60 s when not given. */
  readonly patienceMs?: number;
  /** Milliseconds between a client's requests on average; 60 when not given. */
  readonly thinkMs?: number;
  /** The folder for the output of the services. */
  readonly logs?: string | undefined;
  /** When it aborts, everything is ended and removed, and the run fails. */
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

/** Errors: the run cannot be made (no Java, no jars). */
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
  const receiver = await Receiver.open(cluster);
  const hurrying = new AbortController();
  const hurried = receiver.hurryOn(hurrying.signal);
  const keys = await ClientKeys.issue(cluster.pool, clients);
  onStep(`Running for ${seconds} s`);
  const metrics = new MetricsCount([...cluster.services.values()]);
  const measuring = new AbortController();
  const measured = metrics.run(measuring.signal);
  const journal = makeJournal();
  const fallen = await letFaultsFall(
    cluster,
    options,
    journal,
    startClients(cluster, journal, targets, random, keys, options.thinkMs),
  );
  onStep('Everything stands again: catching up');
  const settled = await settle(cluster.pool, patienceMs);
  hurrying.abort();
  await hurried;
  const unready = await awaitReady(cluster, patienceMs);
  await metrics.scrape();
  measuring.abort();
  await measured;
  onStep('Ending the services');
  await Promise.all([...cluster.services.values()].map((service) => service.terminate()));
  await receiver.close();
  onStep('Checking');
  const events = await readRecorded(cluster.pool);
  const { extent, caughtUpAfter } = settled;
  const checks = await checkAll(cluster, {
    ...{ transport, journal, events, extent, unready, receiver },
    late: await keys.findLate(),
  });
  return {
    transport,
    seed,
    seconds,
    commands: countCommands(journal),
    answers: journal.answers.length,
    events: events.length,
    revocations: keys.revoked.length,
    told: receiver.told.length,
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

/**
 * Out: the faults, each with the process or connection that it hit. Resolves when everything runs again and the
 * clients have ended.
 */
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
