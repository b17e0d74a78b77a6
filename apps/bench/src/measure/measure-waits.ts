/** What a person waits for, with UNODC's file and a second publication made from it in the store, each against its goal. */
import { ownerHeaders } from '@rapporteur/testing';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findMissingPrograms, python } from '../bounds/analyst.js';
import { publication } from '../fill/import-publication.js';
import { runService } from '../load/run-service.js';
import { alternateAll, toRow, type Bench, type Measured, type Row } from '../row.js';

const script = fileURLToPath(new URL('../../../../tools/analysts/second_publication.py', import.meta.url));
const days = { first: '2023-05-30', second: '2024-05-30' };
const all = `collection=${publication}`;

/** Whether it is the first byte that is waited for, or the last. */
type Until = 'first' | 'last';
interface Wait {
  readonly path: string;
  /** Milliseconds. */
  readonly goal: number;
  readonly until?: Until;
}

/** What the first view of the page asks for. */
const firstView: Readonly<Record<string, Wait>> = Object.fromEntries(
  [
    '/v1/overview',
    '/v1/collections?limit=1000',
    '/v1/trends?respondent=SV&collection=ecosoc-2006-27&indicator=cases-investigated,persons-arrested,persons-prosecuted',
    `/v1/trends?${all}&indicator=persons-convicted&breakdown=_T&limit=1000`,
    '/v1/findings?collection=ecosoc-2006-27&limit=1000',
  ].map((path) => [
    `first view: ${path.split('?')[0]}${path.includes('glotip') ? ', UNODC' : ''}`,
    { path, goal: 50 },
  ]),
);

const report = `/v1/rounds/${publication}/2023/report?asOf=${days.first}`;
const waits: Readonly<Record<string, Wait>> = {
  ...firstView,
  'every trend, first byte': { path: '/v1/trends?limit=all&format=csv', goal: 100, until: 'first' },
  'revisions of two publications': {
    path: `/v1/revisions?${all}&from=${days.first}&to=${days.second}`,
    goal: 300,
  },
  'a package of all figures': { path: `/v1/package?${all}`, goal: 1000 },
  'the report on a round of 208 respondents': { path: report, goal: 2000 },
  'the same as PDF': { path: `${report}&format=pdf`, goal: 5000 },
};

export async function measureWaits(bench: Bench): Promise<Row[]> {
  const file = process.env['UNODC_GLOTIP_FILE'];
  const missing = [...findMissingPrograms(), ...(file ? [] : ["UNODC's file (UNODC_GLOTIP_FILE)"])];
  if (!file || missing.length > 0) {
    bench.say(`waits: not measured, for want of ${missing.join(', ')}`);
    return [];
  }
  const second = join(bench.folder, 'second.csv');
  await promisify(execFile)(python, [script, file, second]);
  const service = await runService('composed', { DATA_DIR: join(bench.folder, 'waits') });
  try {
    await take(service.url, file, '2023', days.first);
    const figures = await take(service.url, second, '2024', days.second);
    return await measureEach(service.url, bench.quick ? 3 : 7, `${figures.toLocaleString('en')} rows more`);
  } finally {
    await service.stop();
  }
}

/** Imports a publication, and agrees to what it withdraws. Out: its rows. Errors: the answer of the import. */
async function take(url: string, file: string, round: string, received: string): Promise<number> {
  const body = await readFile(file);
  const send = async (more: string) => {
    const query = `${all}&round=${round}&received=${received}&name=${file.endsWith('csv') ? 'file.csv' : 'file.xlsx'}${more}`;
    const headers = { ...ownerHeaders(), 'content-type': 'application/octet-stream' };
    const answer = await fetch(`${url}/v1/imports?${query}`, { method: 'POST', body, headers });
    const told = (await answer.json()) as { rows: number; withdrawals?: { withdrawn: number } };
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${JSON.stringify(told).slice(0, 500)}`);
    return told;
  };
  const { withdrawals } = await send('&dryRun=true');
  const { rows } = await send(withdrawals?.withdrawn ? `&acceptWithdrawals=${withdrawals.withdrawn}` : '');
  return rows;
}

let asked = 0;

/** Out: milliseconds. Each request accepts languages in other words, so that no answer is one that was kept. */
async function waitFor(url: string, { path, until = 'last' }: Wait): Promise<number> {
  asked += 1;
  const headers = { 'accept-language': `en, fr;q=0.${asked}` };
  const started = performance.now();
  const answer = await fetch(`${url}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  const reader = answer.body!.getReader();
  let first = Number.NaN;
  for (;;) {
    const { done } = await reader.read();
    if (Number.isNaN(first)) first = performance.now() - started;
    if (done) return until === 'first' ? first : performance.now() - started;
  }
}

async function measureEach(url: string, rounds: number, size: string): Promise<Row[]> {
  const sides: Record<string, () => Promise<number>> = Object.fromEntries(
    Object.entries(waits).map(([what, wait]) => [what, () => waitFor(url, wait)]),
  );
  const trends = `/v1/trends?${all}&limit=1000`;
  const measured: Record<string, Measured> = await alternateAll<string>(rounds, {
    ...sides,
    today: () => waitFor(url, { path: trends, goal: 0 }),
    earlier: () => waitFor(url, { path: `${trends}&asOf=${days.first}`, goal: 0 }),
  });
  return [
    ...Object.entries(waits).map(([what, { goal }]) =>
      toRow({
        ...{ what: `${what} (UNODC's file and ${size})`, against: 'the goal set', unit: 'ms' },
        ...{ ours: measured[what]!.value, theirs: goal, target: 1, lessIsBetter: true },
      }),
    ),
    toRow({
      ...{ what: 'a thousand series at an earlier day', against: 'the same today', unit: 'ms' },
      ...{ ours: measured['earlier']!.value, theirs: measured['today']!.value },
      ...{ target: 1 / 1.3, lessIsBetter: true },
    }),
  ];
}
