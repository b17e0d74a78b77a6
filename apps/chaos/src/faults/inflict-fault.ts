/** Makes a fault of the schedule in a cluster, and ends it after its time. */
import { locks } from '@rapporteur/postgres';
import { connectKafka, readKafkaSettings } from '@rapporteur/kafka';
import { startCommand, type BrokerNode, type Proxy } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { kafkaNames, type Cluster } from '../cluster/cluster.js';
import { brokers, services } from '../cluster/names.js';
import { leader, onConnections, type Fault } from './plan-faults.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const delayMs = 300;
/**
 * How long the end of a service with dark connections may be late (ms): it waits up to 40 s for the answer to a
 * statement.
 */
const darkExcuseMs = 45_000;
/** How long a stranded process goes on writing into its dead connection before it learns that it is dead (ms). */
const strandedOnMs = 2000;

/**
 * Out: the process or connection that the fault hit, or undefined where there was none. Resolves when
 * everything runs again.
 */
export async function inflictFault(cluster: Cluster, fault: Fault): Promise<string | undefined> {
  const { kind, on, forMs } = fault;
  if (kind === 'behind' || kind === 'ahead') return moveOffsets(cluster, kind, forMs);
  if (kind === 'rebuild') return `${on} ${await rebuildTables(cluster, forMs)}`;
  if (onConnections.includes(kind)) {
    const broker = cluster.brokerLinks.get(on);
    const users = broker ? [...cluster.services.values()] : [cluster.service(on)];
    if (kind === 'dark') users.forEach((service) => service.excuseFor(darkExcuseMs));
    return disturb(broker ?? cluster.service(on).link, fault).then(() => on);
  }
  if (on === 'postgres') return hitDatabase(cluster, fault).then(() => on);
  const broker = brokers.indexOf(on);
  if (broker >= 0) return hitBroker(cluster.broker!.nodes[broker]!, fault).then(() => on);
  // While PostgreSQL is down no process leads the sequencer.
  const name = on === leader ? await findLeader(cluster).catch(() => undefined) : on;
  if (name) await hitService(cluster, name, fault);
  return name;
}

/** The service whose connection holds the sequencer's lock. */
export async function findLeader({ pool, services: all }: Cluster): Promise<string | undefined> {
  const { rows } = await pool.query<{ port: number }>(
    `SELECT a.client_port AS port FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1`,
    [locks.sequencer],
  );
  return [...all.values()].find(({ link }) => rows.some(({ port }) => link.has(port)))?.name;
}

async function hitService(cluster: Cluster, name: string, { kind, forMs }: Fault): Promise<void> {
  const service = cluster.service(name);
  if (kind === 'kill') {
    await service.kill();
    await sleep(forMs);
    return service.start();
  }
  if (kind === 'overtake') {
    // Only new transactions are delayed, for longer than the stop, so that their first statement arrives after
    // the process goes on. A transaction that is already open can finish in the second before the stop;
    // PostgreSQL would end it during the stop.
    service.link.delayOnly = 'BEGIN';
    service.link.delayMs = forMs;
    await sleep(1000);
  }
  service.suspend();
  if (kind === 'strand') service.link.strand();
  await sleep(kind === 'overtake' ? forMs - 1500 : forMs);
  service.resume();
  if (kind === 'overtake') Object.assign(service.link, { delayMs: 0, delayOnly: '' });
  if (kind !== 'strand') return;
  await sleep(strandedOnMs);
  service.link.release();
}

async function disturb(link: Proxy, { kind, forMs, at }: Fault): Promise<void> {
  if (kind === 'cut') return link.cut();
  if (kind === 'half-close') return link.halfClose(at % 2 === 0 ? 'to-target' : 'from-target');
  if (kind === 'dark') {
    link.darken();
    await sleep(forMs);
    return link.forgetDark();
  }
  link.delayMs = delayMs;
  await sleep(forMs);
  link.delayMs = 0;
}

async function hitDatabase(cluster: Cluster, { kind, forMs }: Fault): Promise<void> {
  if (kind === 'kill') {
    cluster.database.kill();
    await sleep(forMs);
    return cluster.restartDatabase();
  }
  await cluster.database.suspend();
  await sleep(forMs);
  await cluster.database.resume();
}

async function hitBroker(node: BrokerNode, { kind, forMs }: Fault): Promise<void> {
  if (kind === 'kill') {
    await node.kill();
    await sleep(forMs);
    return startAgain(node);
  }
  if (signalBroker(node, 'SIGSTOP')) await sleep(forMs);
  // A broker may have ended by itself because its cluster has moved on without it. Then it is started again.
  if (!signalBroker(node, 'SIGCONT')) await startAgain(node);
}

/** Out: whether the process exists. */
function signalBroker({ pid }: BrokerNode, signal: 'SIGSTOP' | 'SIGCONT'): boolean {
  try {
    return pid > 0 && process.kill(pid, signal);
  } catch {
    return false;
  }
}

/**
 * Out: how the rebuild ended. A complete one reports how many rows differed from the live tables; any
 * difference is a violation.
 */
async function rebuildTables({ url, findings }: Cluster, forMs: number): Promise<string> {
  const rebuild = startCommand(process.execPath, ['apps/rapporteur/dist/main.js', 'rebuild'], {
    cwd: root,
    env: { DATABASE_URL: url },
  });
  const killing = setTimeout(() => rebuild.child.kill('SIGKILL'), forMs);
  const status = await rebuild.ended;
  clearTimeout(killing);
  const differing = Number(/(\d+) rows differed/.exec(rebuild.output())?.[1] ?? 0);
  if (differing > 0) findings.push(`a rebuild differed from the live tables in ${differing} rows`);
  if (status === 'SIGKILL') return 'killed';
  if (status === 0) return 'swapped';
  // The last line of the output has the reason.
  return `failed (${rebuild.output().trim().split('\n').at(-1)})`;
}

/** Starts a broker, with several tries: another process may use its port for a connection for a while. */
async function startAgain(node: BrokerNode, tries = 10): Promise<void> {
  try {
    await node.start();
  } catch (error) {
    if (tries === 0) throw error;
    await sleep(1000);
    await startAgain(node, tries - 1);
  }
}

/**
 * Moves the offsets. Kafka allows that only for a group without members, so all aggregators are ended before
 * and started again after it.
 */
async function moveOffsets(
  cluster: Cluster,
  to: 'behind' | 'ahead',
  forMs: number,
): Promise<string | undefined> {
  const members = services
    .filter((name) => name.startsWith('aggregator'))
    .map((name) => cluster.service(name));
  await Promise.all(members.map((member) => member.terminate()));
  const settings = readKafkaSettings({ KAFKA_BROKERS: cluster.broker!.addresses })!;
  const admin = connectKafka(settings, 'rapporteur-chaos').admin();
  try {
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(kafkaNames.topic);
    await admin.setOffsets({
      groupId: kafkaNames.group,
      topic: kafkaNames.topic,
      partitions: ends.map(({ partition, high }) => ({ partition, offset: to === 'ahead' ? high : '0' })),
    });
    await sleep(forMs);
    return 'offsets';
  } catch {
    // Kafka still counts a member that had to be killed, so no offsets were moved.
    return undefined;
  } finally {
    await admin.disconnect().catch(() => undefined);
    members.forEach((member) => member.start());
  }
}
