/** Reads of trends, of unchanged and of changing series, compared with a bare route that returns the same bytes. */
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { respondentCodes } from '@rapporteur/names';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fillObservations, respondentsRead, toCollection } from '../fill/fill-observations.js';
import { makeClient, readAll, runAtRate, type Client, type Latency } from '../load/load.js';
import { alternate, median, time, toRow, type Bench, type Measured, type Row } from '../row.js';
import { runService } from '../load/run-service.js';

const connections = 16;
const respondents = respondentCodes.slice(0, respondentsRead);
/** The addresses that are read, each with the series of one respondent. */
const paths = respondents.map(
  (code) => `/v1/trends?collection=${toCollection(1)}&respondent=${code}&indicator=persons-prosecuted`,
);
const readsAtRate = 500;
const changesPerSecond = 20;

export async function measureReads(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  const tails: { observations: number; p99: number }[] = [];
  for (const wanted of bench.sizes([10_000, 100_000], [10_000, 1_000_000, 10_000_000])) {
    const { observations, steady, ...measured } = await measureOf(bench, wanted);
    rows.push(...measured.rows);
    tails.push({ observations, p99: steady.p99 });
  }
  const [least, most] = [tails[0]!, tails.at(-1)!];
  const shown = (n: number) => n.toLocaleString('en');
  rows.push(
    toRow({
      what: `p99 of reading unchanged series, ${shown(most.observations)} observations, ${readsAtRate} reads/s`,
      against: `the same of ${shown(least.observations)}`,
      ours: most.p99,
      theirs: least.p99,
      unit: 'ms',
      lessIsBetter: true,
      target: 0.5,
    }),
  );
  return rows;
}

interface ReadsMeasured {
  readonly observations: number;
  readonly rows: Row[];
  readonly steady: Latency;
}

async function measureOf(bench: Bench, wanted: number): Promise<ReadsMeasured> {
  const url = await bench.createDatabase(`reads_${wanted}`);
  const database = await openDatabase({ url, migrations });
  const seconds = bench.size(2, 8);
  const rounds = 3;
  let observations = 0;
  const filling = await time(async () => (observations = await fillObservations(poolOf(database), wanted)));
  await database.destroy();
  bench.say(`${observations.toLocaleString('en')} observations, filled in ${Math.round(filling)} s`);
  const composed = await runService('composed', { DATABASE_URL: url });
  const client = makeClient(composed.url, connections);
  const bare = await serveBytes(client);
  const size = `${observations.toLocaleString('en')} observations`;
  const read = (at: string) => async (): Promise<Measured> => {
    const { rate, latency } = await readAll(at, paths, { connections, seconds });
    return { value: rate, latency };
  };
  const against = 'a bare Fastify route that returns the same bytes';
  const unit = 'reads/s';
  try {
    await readAll(composed.url, paths, { connections, seconds: 1 });
    await readAll(bare.url, paths, { connections, seconds: 1 });
    const unchanged = await alternate(rounds, read(composed.url), read(bare.url));
    const steady = await readAtRate(client, rounds, seconds);
    const change = await openChanges(client);
    const changing = await alternate(
      rounds,
      async () => {
        const changes = runAtRate(changesPerSecond, changesPerSecond * seconds, change);
        const measured = await read(composed.url)();
        await changes;
        return measured;
      },
      read(bare.url),
    );
    const of = (what: string) => `trend reads of ${what} series, ${size}, ${connections} connections`;
    return {
      observations,
      steady,
      rows: [
        toRow({ what: of('unchanged'), against, ...unchanged, unit, target: 0.8 }),
        toRow({
          what: of(`changing (${changesPerSecond}/s over ${respondents.length} respondents)`),
          against,
          ...changing,
          unit,
          target: 0.5,
        }),
      ],
    };
  } finally {
    client.close();
    bare.close();
    await composed.stop();
  }
}

/** Reads at a fixed rate. At full speed the measured time would mostly be the wait for a processor. */
async function readAtRate(client: Client, rounds: number, seconds: number): Promise<Latency> {
  const found: Latency[] = [];
  for (let round = 0; round < rounds; round += 1)
    found.push(
      await runAtRate(readsAtRate, readsAtRate * seconds, async (number, intended) => {
        await client.send('GET', paths[number % paths.length]!);
        return performance.now() - intended;
      }),
    );
  const middle = (share: keyof Latency) => median(found.map((latency) => latency[share]));
  return { p50: middle('p50'), p99: middle('p99'), p999: middle('p999') };
}

/** Starts the bare server in a separate process with the present answers. */
async function serveBytes(client: Client): Promise<{ url: string; close(): void }> {
  const answers: Record<string, string> = {};
  for (const path of paths) answers[path] = await client.send('GET', path);
  const child = fork(fileURLToPath(new URL('../bounds/serve-bytes-main.js', import.meta.url)));
  child.send(answers);
  const [url] = (await once(child, 'message')) as [string];
  return { url, close: () => child.disconnect() };
}

/**
 * Opens rounds to reply in. Out: a function that sends a reply of the next of the respondents that are read,
 * which changes a series.
 */
async function openChanges(client: Client): Promise<(number: number, intended: number) => Promise<number>> {
  const rounds = 200;
  for (let i = 0; i < rounds; i += 1)
    await client.send('POST', '/v1/rounds', { collection: toCollection(1), round: `c${i}` });
  let sent = 0;
  return async (_number, intended) => {
    const number = sent++;
    const round = Math.floor(number / respondents.length);
    await client.send('POST', `/v1/rounds/${toCollection(1)}/c${round}/replies`, {
      respondent: respondents[number % respondents.length],
      receivedOn: '2021-01-20',
      observations: [{ indicator: 'persons-prosecuted', period: '2010', value: number, paragraph: 1 }],
    });
    return performance.now() - intended;
  };
}
