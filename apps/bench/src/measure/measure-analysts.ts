/** The whole of UNODC's file, against what an analyst would use instead: reading it, and every trend with its direction. */
import { breakdownKey, groupBy, type Direction } from '@rapporteur/domain';
import { ownerHeaders } from '@rapporteur/testing';
import { parse } from 'csv-parse/sync';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMissingPrograms, startAnalyst, type Analyst } from '../bounds/analyst.js';
import { publication, runImport } from '../fill/import-publication.js';
import { runService } from '../load/run-service.js';
import { alternateAll, time, toRow, type Bench, type Row } from '../row.js';

const trendScripts = {
  'pandas with pymannkendall': 'trends_pandas.py',
  "R's cor.test (Kendall)": 'trends.R',
  'DuckDB, the table and S without p': 'trends_duckdb.py',
};
const readScripts = {
  'pandas with openpyxl': 'read_pandas.py',
  "DuckDB's reader of Excel files": 'read_duckdb.py',
};

export async function measureAnalysts(bench: Bench): Promise<Row[]> {
  const file = process.env['UNODC_GLOTIP_FILE'];
  const missing = [...findMissingPrograms(), ...(file ? [] : ["UNODC's file (UNODC_GLOTIP_FILE)"])];
  if (!file || missing.length > 0) {
    bench.say(`analysts: not measured, for want of ${missing.join(', ')}`);
    return [];
  }
  const env = { OWNER_KEY_FILE: join(bench.folder, 'owner.key') };
  const url = await bench.createDatabase('analysts');
  await runImport(url, file);
  const [filled, empty] = [
    await runService('composed', { ...env, DATABASE_URL: url }),
    await runService('composed', { ...env, DATABASE_URL: await bench.createDatabase('analysts_empty') }),
  ];
  try {
    const rounds = bench.quick ? 3 : 5;
    return [
      ...(await compareTrends(bench, filled.url, rounds)),
      ...(await compareReading(empty.url, file, rounds)),
    ];
  } finally {
    await filled.stop();
    await empty.stop();
  }
}

async function ask(url: string, init?: RequestInit): Promise<string> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
}

/** Ours and each of the others in turn. In: what is done, by its name. Out: a row for each of the others. */
async function compare(
  what: string,
  rounds: number,
  ours: () => Promise<unknown>,
  others: Readonly<Record<string, Analyst>>,
): Promise<Row[]> {
  const seconds = (work: () => Promise<unknown>) => () => time(work);
  const theirs = Object.entries(others).map(([name, one]) => [name, seconds(() => one.work())] as const);
  const measured = await alternateAll<string>(rounds, { ours: seconds(ours), ...Object.fromEntries(theirs) });
  return Object.keys(others).map((against) =>
    toRow({
      ...{ what, against, unit: 's', target: 1, lessIsBetter: true },
      ours: measured['ours']!.value,
      theirs: measured[against]!.value,
    }),
  );
}

async function startAll(scripts: Readonly<Record<string, string>>, data: string) {
  const started: Record<string, Analyst> = {};
  for (const [name, script] of Object.entries(scripts)) started[name] = await startAnalyst(script, data);
  return started;
}

async function compareReading(url: string, file: string, rounds: number): Promise<Row[]> {
  const bytes = await readFile(file);
  const query = `collection=${publication}&round=2023&received=2023-05-30&name=file.xlsx&dryRun=true`;
  const headers = { ...ownerHeaders(), 'content-type': 'application/octet-stream' };
  const ours = async () => {
    const body = await ask(`${url}/v1/imports?${query}`, { method: 'POST', body: bytes, headers });
    return (JSON.parse(body) as { rows: number }).rows;
  };
  const others = await startAll(readScripts, file);
  const rows = await ours();
  for (const [name, one] of Object.entries(others)) {
    const found = (await one.work()) as { rows: number };
    if (found.rows !== rows) throw new Error(`${name} finds ${found.rows} rows, ours ${rows}`);
  }
  const what = `reading UNODC's file, ${rows.toLocaleString('en')} rows; ours as an import that stores nothing`;
  return compare(what, rounds, ours, others).finally(() =>
    Object.values(others).forEach((one) => one.close()),
  );
}

async function compareTrends(bench: Bench, url: string, rounds: number): Promise<Row[]> {
  const selection = `collection=${publication}`;
  const data = join(bench.folder, 'figures.csv');
  await writeFigures(await ask(`${url}/v1/observations?${selection}&limit=all&format=csv`), data);
  const directions = await readDirections(url, selection);
  const others = await startAll(trendScripts, data);
  for (const [name, one] of Object.entries(others))
    bench.say(`${name}: ${check(name, directions, (await one.work()) as Found)}`);
  const ours = () => ask(`${url}/v1/trends?${selection}&limit=all&format=csv`);
  const what = `every trend of UNODC's file with its direction, ${directions.size.toLocaleString('en')} series`;
  return compare(what, rounds, ours, others).finally(() =>
    Object.values(others).forEach((one) => one.close()),
  );
}

interface Figure {
  readonly id: string;
  readonly period: string;
  readonly value: string;
  readonly qualifier: string;
}

/** What an analyst can reckon with: one number for each year. In: our table of figures. */
async function writeFigures(csv: string, path: string): Promise<void> {
  const figures = parse(csv.replace(/^\ufeff/, ''), { columns: true }) as Figure[];
  const lines = [...groupBy(figures, ({ id }) => id).values()].flatMap((same) => {
    const [{ id, period, value, qualifier }] = same as [Figure];
    const isNumber = same.length === 1 && qualifier === 'exact' && value !== '' && /^\d{4}$/.test(period);
    return isNumber ? [`"${id.slice(0, id.lastIndexOf('~'))}",${period},${value}`] : [];
  });
  await writeFile(path, `series,year,value\n${lines.join('\n')}\n`);
}

type Judged = Pick<Direction, 'direction'> & { readonly trend: Omit<Direction, 'direction'> };

/** What we say of each series, by `collection~respondent~indicator~breakdown`. */
async function readDirections(url: string, selection: string): Promise<Map<string, Judged>> {
  interface Shown extends Judged {
    readonly collection: string;
    readonly respondent: { readonly code: string };
    readonly indicator: { readonly code: string };
    readonly breakdown: Readonly<Record<string, string>>;
  }
  const found = new Map<string, Judged>();
  for (let cursor = ''; ;) {
    const page = JSON.parse(await ask(`${url}/v1/trends?${selection}&limit=1000${cursor}`)) as {
      series: Shown[];
      next?: string;
    };
    for (const one of page.series)
      found.set(
        [one.collection, one.respondent.code, one.indicator.code, breakdownKey(one.breakdown)].join('~'),
        one,
      );
    if (!page.next) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** Series, years, S, tau, and the direction in pymannkendall's words; null where the program has none. */
interface Found {
  readonly trends: readonly (readonly [string, number, number | null, number | null, string | null])[];
}

const directionOf: Readonly<Record<string, string>> = {
  increasing: 'rising',
  decreasing: 'falling',
  'no trend': 'no-significant-trend',
};

/**
 * Out: on how many series both agree, in words. A direction may differ where the exact p and that of the normal
 * approximation lie on two sides of 0.05. Errors: S or tau differ, or too few series can be compared.
 */
function check(name: string, ours: ReadonlyMap<string, Judged>, { trends }: Found): string {
  let [same, other] = [0, 0];
  for (const [series, n, s, tau, direction] of trends) {
    const own = ours.get(series);
    // Censored figures, several values of a year, and what comes before a break are not in their table, or not in our test.
    if (!own || own.trend.censored > 0 || own.trend.n !== n) continue;
    if (s !== null && own.trend.s?.low !== s)
      throw new Error(`${series}: S is ${s} by ${name}, ours ${own.trend.s?.low}`);
    if (tau !== null && Math.abs((own.trend.tau?.low ?? 0) - tau) > 1e-6)
      throw new Error(`${series}: tau is ${tau} by ${name}, ours ${own.trend.tau?.low}`);
    if (direction === null || directionOf[direction] === own.direction) same += 1;
    else other += 1;
  }
  if (same < trends.length / 2) throw new Error(`${name}: of ${trends.length} series ${same} agree`);
  return `the same for ${same} series of ${trends.length}, another direction for ${other}`;
}
