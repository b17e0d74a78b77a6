/** Reads at a vintage compared with current reads, revisions between two vintages, and every trend computed anew. */
import { groupBySeries, toSeries } from '@rapporteur/domain';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { migrations, readCells, withSnapshot } from '@rapporteur/projections';
import { startRapporteur } from '@rapporteur/rapporteur';
import { collection, fillVintages, vintageDay, vintages } from '../fill/fill-vintages.js';
import { alternate, time, toRow, type Bench, type Row } from '../row.js';

const codes = (
  'AE AF AL AM AR AT AU AZ BA BD BE BG BO BR BY CA CH CL CN CO CR CU CZ DE DK DO DZ EC EE EG ES FI FR GB GE GR ' +
  'GT HN HR HU ID IE IL IN IQ IT JM JP KE KR'
).split(' ');

async function get(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`);
  return text;
}

export async function measureVintages(bench: Bench): Promise<Row[]> {
  const url = await bench.createDatabase('vintages');
  const database = await openDatabase({ url, migrations });
  const filled = await fillVintages(poolOf(database), codes, bench.sizes([50_000], [1_000_000])[0]!);
  const size = `${filled.statements.toLocaleString('en')} observations in ${vintages} vintages`;
  bench.say(size);
  const rapporteur = await startRapporteur(
    { DATABASE_URL: url, HOST: '127.0.0.1', PORT: '0' },
    () => undefined,
  );
  try {
    const reads = await measureReads(rapporteur.url, filled.respondents, bench.quick ? 3 : 5, size);
    return [...reads, await measureTrends(poolOf(database), bench.quick ? 3 : 5, filled.cells)];
  } finally {
    await rapporteur.close();
    await database.destroy();
  }
}

async function measureReads(
  url: string,
  respondents: readonly string[],
  rounds: number,
  size: string,
): Promise<Row[]> {
  // Each round uses another limit, which makes another address, so that no answer comes from the cache.
  const readAll = (round: number, rest: string) =>
    time(async () => {
      for (const respondent of respondents)
        await get(
          `${url}/v1/trends?collection=${collection}&respondent=${respondent}&limit=${900 - round}${rest}`,
        );
    }).then((seconds) => (seconds / respondents.length) * 1000);
  await readAll(-1, '');
  const asOf = await alternate(
    rounds,
    (round) => readAll(round, `&asOf=${vintageDay(5)}`),
    (round) => readAll(round, ''),
  );
  const revisions = await alternate(
    rounds,
    (round) => time(() => readRevisions(url, round)).then((seconds) => seconds * 1000),
    (round) => readAll(100 + round, ''),
  );
  const unit = 'ms a read';
  const against = 'the current trends of one respondent';
  return [
    toRow({ what: `trends of one respondent asOf, ${size}`, against, ...asOf, unit, lessIsBetter: true }),
    toRow({
      what: `revisions between two vintages, ${size}`,
      against,
      ...revisions,
      unit,
      lessIsBetter: true,
    }),
  ];
}

/** Errors: nothing differs between the two vintages, so there is nothing to measure. */
async function readRevisions(url: string, round: number): Promise<void> {
  const days = `from=${vintageDay(4)}&to=${vintageDay(5)}`;
  const text = await get(`${url}/v1/revisions?collection=${collection}&${days}&limit=${100 - round}`);
  const { counts } = JSON.parse(text) as { counts: { revised: number } };
  if (!(counts.revised > 0)) throw new Error('no figure was revised between the two vintages');
}

async function measureTrends(pool: ReturnType<typeof poolOf>, rounds: number, cells: number): Promise<Row> {
  const read = () => withSnapshot(pool, (snapshot) => readCells(snapshot, { kind: 'observation' }, {}));
  const series = groupBySeries(await read()).size;
  const measured = await alternate(
    rounds,
    () => time(async () => toSeries(await read())),
    () => time(read),
  );
  return toRow({
    what: `every trend computed anew, ${series.toLocaleString('en')} series of ${cells.toLocaleString('en')} cells`,
    against: 'reading the same cells alone',
    ours: series / measured.ours,
    theirs: series / measured.theirs,
    unit: 'series/s',
  });
}
