/**
 * The time from sending a reply until a read shows it, at fixed rates, embedded and through Kafka; and the
 * memory for it.
 */
import { openDatabase } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { startBroker } from '@rapporteur/testing';
import { makeClient, runAtRate, runClients, type Client, type Latency } from '../load/load.js';
import { benchCollection, openRounds, type Reply } from '../fill/replies.js';
import { median, toRow, type Bench, type Row } from '../row.js';
import { runService, type Memory, type Service, type ServiceName } from '../load/run-service.js';

/** The running services, and the clients that write to them and read from them. */
interface Running {
  readonly services: Partial<Record<ServiceName, Service>>;
  readonly write: Client;
  readonly read: Client;
  close(): Promise<void>;
}

const rates = [100, 500];
/** How many of a second's replies are also read. Reading all of them would add much load. */
const readsPerSecond = 100;

export async function measureLag(bench: Bench): Promise<Row[]> {
  const url = await makeDatabase(bench, 'lag');
  return measure(bench, 'embedded', 50, async () => {
    const composed = await runService('composed', { DATABASE_URL: url });
    return toRunning({ composed }, composed, composed);
  });
}

export async function measureKafkaLag(bench: Bench): Promise<Row[]> {
  const url = await makeDatabase(bench, 'lag_kafka');
  const broker = await startBroker({ brokers: 1, onStep: bench.say });
  try {
    return await measure(bench, 'through Kafka', 150, async () => {
      const env = { DATABASE_URL: url, KAFKA_BROKERS: broker.addresses };
      const ingest = await runService('ingest', env);
      const aggregator = await runService('aggregator', env);
      const api = await runService('api', env);
      return toRunning({ ingest, aggregator, api }, ingest, api);
    });
  } finally {
    await broker.stop();
  }
}

async function makeDatabase(bench: Bench, name: string): Promise<string> {
  const url = await bench.createDatabase(name);
  await (await openDatabase({ url, migrations })).destroy();
  return url;
}

function toRunning(services: Running['services'], writer: Service, reader: Service): Running {
  const write = makeClient(writer.url, 64);
  const read = makeClient(reader.url, 64);
  return {
    services,
    write,
    read,
    async close() {
      write.close();
      read.close();
      for (const service of Object.values(services)) await service.stop();
    },
  };
}

/**
 * In: the transport's name, its goal for p99 at the highest rate (milliseconds), and a function that starts the
 * services.
 */
async function measure(
  bench: Bench,
  how: string,
  goal: number,
  start: () => Promise<Running>,
): Promise<Row[]> {
  const seconds = bench.size(4, 20);
  const rounds = bench.size(1, 3);
  // Requests before measuring, until Node has compiled the code that runs.
  const warmUp = bench.size(500, 3000);
  const running = await start();
  try {
    const perRound = rates.reduce((sum, rate) => sum + rate * seconds, 0);
    const next = await openRounds(running.write, warmUp + rounds * perRound);
    const rest = await readMemories(running.services);
    await runClients(8, warmUp, () => sendAndRead(running, next()));
    const found = new Map<number, Latency[]>(rates.map((rate) => [rate, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const rate of rates) found.get(rate)!.push(await sendAndLook(running, rate, rate * seconds, next));
    const highest = rates.at(-1);
    const lags = rates.map((rate) =>
      toLagRow(`POST to visible, ${how}, ${rate} replies/s: p99`, found.get(rate)!, goal, rate === highest),
    );
    return [...lags, ...toMemoryRows(how, rest, await readMemories(running.services))];
  } finally {
    await running.close();
  }
}

function toLagRow(what: string, rounds: readonly Latency[], goal: number, hasTarget: boolean): Row {
  const middle = (share: keyof Latency) => median(rounds.map((latency) => latency[share]));
  const latency = { p50: middle('p50'), p99: middle('p99'), p999: middle('p999') };
  return toRow({
    what,
    against: `the goal at ${rates.at(-1)} replies/s`,
    ours: latency.p99,
    theirs: goal,
    unit: 'ms',
    lessIsBetter: true,
    target: hasTarget ? 1 : undefined,
    latency: { ours: latency },
  });
}

/**
 * Sends replies at a rate. For some of them it then reads the figure with the token, and measures the time
 * until the figure is shown.
 */
function sendAndLook(running: Running, rate: number, total: number, next: () => Reply): Promise<Latency> {
  const every = Math.max(1, Math.round(rate / readsPerSecond));
  return runAtRate(rate, total, async (number, intended) => {
    const reply = next();
    if (number % every > 0) return void (await send(running, reply));
    await sendAndRead(running, reply);
    return performance.now() - intended;
  });
}

async function send({ write }: Running, { path, body }: Reply): Promise<string> {
  return (JSON.parse(await write.send('POST', path, body)) as { token: string }).token;
}

/** Errors: a read with the token does not show the figure. */
async function sendAndRead(running: Running, reply: Reply): Promise<void> {
  const token = await send(running, reply);
  const path = `/v1/observations?collection=${benchCollection}&respondent=${reply.respondent}&wait=${token}`;
  const { items } = JSON.parse(await running.read.send('GET', path)) as { items: { value: number }[] };
  // A later reply of the same respondent may have replaced the figure.
  if (!items.some(({ value }) => value >= reply.value))
    throw new Error(`${path} does not show ${reply.value}`);
}

type Memories = readonly (readonly [ServiceName, Memory])[];

async function readMemories(services: Running['services']): Promise<Memories> {
  const read: (readonly [ServiceName, Memory])[] = [];
  for (const [name, service] of Object.entries(services))
    read.push([name as ServiceName, await service.readMemory()]);
  return read;
}

const toMemoryRows = (how: string, rest: Memories, after: Memories): Row[] =>
  rest.map(([name, before], i) =>
    toRow({
      what: `memory of ${name}, ${how}, at its peak under ${rates.at(-1)} replies/s`,
      against: 'when it has started',
      ours: after[i]![1].peak,
      theirs: before.now,
      unit: 'MB',
      lessIsBetter: true,
    }),
  );
