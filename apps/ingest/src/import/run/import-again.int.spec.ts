/**
 * Rows that wait come in by a decision: the tables become what they had been if it had been there before, whatever
 * breaks off meanwhile, and what was changed by hand stays.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  foldCells,
  isReplyEvent,
  readEvent,
  replyStream,
  toMark,
  toNewEvent,
  toStatements,
  wordsStream,
  type DomainEvent,
  type ReplyEvent,
  type WordDecided,
} from '@rapporteur/domain';
import { readLog, readStream, startSequencer, storeAppends, type Sequencer } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { appendTogether } from './append-together.js';
import { importAgain } from './import-again.js';
import { importFile } from './import-file.js';
import type { Importing } from './importing.js';
import { loadFile } from '@rapporteur/documents';
import { undoImport } from './undo-import.js';
import { findOutdated } from './word-records.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let sequencer: Sequencer;
let importing: Importing;
let folder: string;
const meta = {
  ...{ recordedBy: 'decider', principal: 'd', signedInBy: 'key', recordedAt: '2024-06-02T00:00:00Z' },
  ...{ correlationId: 'c', causationId: 'r' },
} as const;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  sequencer = startSequencer({ url: test.url, onError: () => undefined });
  importing = { pool, append };
  folder = await mkdtemp(join(tmpdir(), 'import-again-'));
});
afterAll(async () => {
  await sequencer.close();
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});
const append: Importing['append'] = (...args) => appendTogether(...args).finally(() => sequencer.wake());

const mapping = JSON.stringify({
  respondent: { code: ['area'] },
  period: { columns: ['year'] },
  value: { columns: ['value'] },
  indicator: { columns: ['measure'], words: { convicted: 'persons-convicted' } },
  breakdown: [
    { columns: ['sex'], dimension: 'sex', words: { all: null, f: 'female' } },
    { columns: ['from'], dimension: 'citizenship', words: { all: null }, respondents: true, optional: true },
  ],
  break: { columns: ['status'], words: { B: true, A: false } },
});
let collections = 0;
const fresh = () => `again-${(collections += 1)}`;

type Line = readonly [
  area: string,
  year: number,
  value: number,
  measure: string,
  sex: string,
  status: string,
];
const toCsv = (lines: readonly Line[]) =>
  ['area,year,value,measure,sex,status', ...lines.map((line) => line.join(','))].join('\n');

/** Imports a file, and accepts what it withdraws of the rounds before. */
const take = (collection: string, round: string, lines: readonly Line[], by = importing) =>
  takeText(collection, round, toCsv(lines), by);

async function takeText(collection: string, round: string, content: string, by: Importing) {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  const file = createHash('sha256').update(content).digest('hex');
  const request = {
    ...{ collection, round, receivedOn: `${round}-05-30`, path, file, name: 'a.csv', mapping, dryRun: false },
    recorder: { recordedBy: 'importer', principal: 'i', signedInBy: 'key' } as const,
    recordedAt: '2024-06-01T00:00:00.000Z',
  };
  const report = await importFile(by, request, () => undefined).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile) || error.code !== 'withdraws-much') throw error;
    const acceptWithdrawals = Number(error.extra?.['withdrawn']);
    return importFile(by, { ...request, acceptWithdrawals }, () => undefined);
  });
  return { ...report, file };
}

type Said = Pick<WordDecided, 'dimension' | 'word' | 'decision'> & { code?: string };
async function decide(collection: string, ...said: Said[]): Promise<void> {
  const stream = wordsStream(collection);
  const stored = await readStream(pool, stream);
  const events = said.map((one) => {
    const data = { collection, code: null, reason: null, ...one };
    return toNewEvent({ type: 'WordDecided', data }, randomUUID(), meta);
  });
  await storeAppends(pool, [{ stream, expectedVersion: stored.length, events }]);
  sequencer.wake();
}

const outdatedOf = async (collection: string) =>
  (await findOutdated(pool)).filter((one) => one.collection === collection);

/**
 * Imports again what decisions have left behind, as the service does. A file that was held, and that would now withdraw
 * much, is sent again by its sender, who accepts that.
 */
async function follow(collection: string, by = importing) {
  const reports = [];
  for (const { file, round } of await outdatedOf(collection)) {
    const request = { again: true, file, collection, round, recordedAt: '2024-06-03T00:00:00.000Z' } as const;
    const report = await importAgain(by, request, () => undefined);
    reports.push(report ?? (await sendAgain(collection, round, file)));
  }
  return reports;
}

async function sendAgain(collection: string, round: string, file: string) {
  const { rows } = await pool.query<{ problem: string | null }>(
    'SELECT words_problem AS problem FROM imports WHERE (file, collection, round) = ($1, $2, $3)',
    [file, collection, round],
  );
  if (!rows[0]!.problem?.includes('acceptWithdrawals=')) return null;
  const client = await pool.connect();
  const copy = join(folder, randomUUID());
  await loadFile(client, file, copy).finally(() => client.release());
  return takeText(collection, round, await readFile(copy, 'utf8'), importing);
}

/** Waits until everything that was stored is in the log. */
async function settle(): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ open: number }>('SELECT count(*)::int AS open FROM pending');
    if (rows[0]!.open === 0) return;
    await sleep(5);
  }
}

/** What each cell of a collection says, with the words and the row behind it, as of a day. */
async function tables(collection: string, asOf?: string) {
  await settle();
  const { rows } = await pool.query<{ position: number }>('SELECT max(position)::int AS position FROM log');
  const events: { position: number; event: ReplyEvent }[] = [];
  for (let after = 0; after < rows[0]!.position;) {
    const read = await readLog(pool, after, 5000);
    for (const stored of read) {
      const event: DomainEvent = readEvent(stored);
      if (isReplyEvent(event) && event.data.collection === collection)
        events.push({ position: stored.position, event });
    }
    after = read.at(-1)!.position;
  }
  const cells = foldCells(
    events.flatMap(({ event, position }) => toStatements(event, position)),
    events.map(({ event, position }) => toMark(event, position)),
    { asOf },
  );
  const said = [...cells.values()].map((ofCell) =>
    ofCell.map(({ cell, value, qualifier, source, receivedOn }) => ({
      ...{ cell: cell.replace(collection, ''), value, qualifier, source, receivedOn },
    })),
  );
  return said.sort((a, b) => (a[0]!.cell < b[0]!.cell ? -1 : 1));
}

const line = (
  area: string,
  year: number,
  value: number,
  more: Partial<Record<'measure' | 'sex' | 'status', string>> = {},
): Line => [
  ...([area, year, value] as const),
  more.measure ?? 'convicted',
  more.sex ?? 'all',
  more.status ?? 'A',
];

describe('a row whose word is unknown', () => {
  it('waits, is counted, keeps the file, and comes in by the decision alone, as who decided it', async () => {
    const collection = fresh();
    const first = await take(collection, '2020', [
      line('AT', 2015, 1),
      line('AT', 2016, 2, { sex: 'Mujer' }),
    ]);
    expect(first).toMatchObject({ rows: 2, stored: 1, repeated: 0, refused: 0, waiting: 1 });
    await pool.query('SELECT 1');
    const client = await pool.connect();
    const copy = join(folder, randomUUID());
    await loadFile(client, first.file, copy);
    client.release();
    expect(
      createHash('sha256')
        .update(await readFile(copy))
        .digest('hex'),
    ).toBe(first.file);

    expect(await follow(collection)).toEqual([]);
    await decide(collection, { dimension: 'sex', word: ' MUJER', decision: 'code', code: 'female' });
    expect(await follow(collection)).toMatchObject([
      { rows: 2, stored: 1, repeated: 1, refused: 0, waiting: 0, withdrawn: 0 },
    ]);
    expect(await follow(collection)).toEqual([]);
    const { rows } = await pool.query<{ type: string; meta: object }>(
      'SELECT type, meta FROM log WHERE stream = $1 ORDER BY version',
      [replyStream(collection, '2020', 'AT')],
    );
    expect(rows).toMatchObject([
      { type: 'ReplySubmitted', meta: { recordedBy: 'importer' } },
      { type: 'ReplyReplaced', meta: { recordedBy: 'decider', principal: 'd' } },
    ]);
  });

  it('stores and withdraws nothing where all rows wait, and all of them come in then', async () => {
    const collection = fresh();
    await take(collection, '2020', [line('AT', 2015, 1), line('SV', 2015, 3)]);
    const all = [line('AT', 2015, 5, { measure: 'x' }), line('AT', 2016, 2, { measure: 'X' })];
    expect(await take(collection, '2021', all)).toMatchObject({
      rows: 2,
      stored: 0,
      waiting: 2,
      withdrawn: 0,
    });
    expect((await tables(collection)).map(([one]) => one!.value)).toEqual([1, 3]);
    await decide(collection, {
      dimension: 'indicator',
      word: 'x',
      decision: 'code',
      code: 'persons-convicted',
    });
    // Both rounds are looked at; the first has nothing new.
    expect(await follow(collection)).toMatchObject([
      { rows: 2, stored: 0, repeated: 2 },
      { rows: 2, stored: 2, waiting: 0, withdrawn: 1 },
    ]);
    expect((await tables(collection)).map(([one]) => one!.value)).toEqual([5, 2]);
  });

  it('is told beside what is withdrawn, since it may bring that back', async () => {
    const collection = fresh();
    const sexes = [line('AT', 2015, 1, { sex: 'f' }), line('AT', 2016, 2, { sex: 'f' })];
    await take(collection, '2020', sexes);
    const now = [line('AT', 2015, 1, { sex: 'mujer' }), line('SV', 2016, 2)];
    expect(await take(collection, '2021', now)).toMatchObject({ withdrawn: 2, withdrawnWaiting: 1 });
  });

  it('waits no more where its import was taken back, and a decision does not bring it in', async () => {
    const collection = fresh();
    await take(collection, '2020', [line('AT', 2015, 1), line('AT', 2016, 2, { sex: 'Mujer' })]);
    await undoImport(
      { pool, wake: () => sequencer.wake() },
      {
        ...{ collection, round: '2020', reason: 'the wrong file', withLater: false, dryRun: false },
        recorder: { recordedBy: 'importer', principal: 'i', signedInBy: 'key' },
        recordedAt: '2024-06-02T00:00:00.000Z',
      },
    );
    await decide(collection, { dimension: 'sex', word: 'Mujer', decision: 'code', code: 'female' });
    expect(await outdatedOf(collection)).toEqual([]);
    expect(await tables(collection)).toEqual([]);
  });

  it('is refused by a decision that its word is no code, and waits again when that is taken back', async () => {
    const collection = fresh();
    await take(collection, '2020', [line('AT', 2015, 1), line('Atlantis', 2016, 2)]);
    const word = { dimension: 'respondent', word: 'Atlantis' };
    await decide(collection, { ...word, decision: 'not-a-code' });
    const [refused] = await follow(collection);
    expect(refused).toMatchObject({ refused: 1, waiting: 0, repeated: 1 });
    expect(refused!.refusedRows[0]!.reason).toMatch(/"Atlantis", which was decided to be no code$/);
    await decide(collection, { ...word, decision: 'undecided' });
    expect(await follow(collection)).toMatchObject([{ refused: 0, waiting: 1, repeated: 1 }]);
  });
});

it('a decision that is changed takes its figures from where they were, and only these', async () => {
  const collection = fresh();
  const lines = [line('AT', 2015, 1), line('X', 2015, 7), line('SV', 2016, 2)];
  await take(collection, '2020', lines);
  const word = { dimension: 'respondent', word: 'X', decision: 'code' } as const;
  await decide(collection, { ...word, code: 'SV' });
  await follow(collection);
  await decide(collection, { ...word, code: 'AT' });
  await follow(collection);
  // AT has said 1 and 7 for the same cell: both are kept, and none is chosen.
  expect((await tables(collection)).map((said) => said.map(({ value }) => value))).toEqual([[1, 7], [2]]);
});

it('what was corrected by hand since stays, and so do replies that no decision touches', async () => {
  const collection = fresh();
  await take(collection, '2020', [
    line('AT', 2015, 1),
    line('SV', 2015, 3),
    line('AT', 2016, 2, { sex: 'm' }),
  ]);
  for (const [respondent, value] of [['AT', 10] as const, ['SV', 30] as const]) {
    const figure = {
      indicator: 'persons-convicted',
      breakdown: {},
      period: '2015',
      qualifier: 'exact' as const,
    };
    const data = {
      ...{
        collection,
        round: '2020',
        respondent,
        receivedOn: '2020-05-30',
        receivedPrecision: 'on' as const,
      },
      ...{ late: null, reason: 'by hand', reference: null },
      observations: { changed: [{ ...figure, value, paragraph: 1 }], added: [], retracted: [] },
      findings: { changed: [], added: [], retracted: [] },
    };
    const event = toNewEvent({ type: 'ReplyCorrected', data }, randomUUID(), meta);
    const stream = replyStream(collection, '2020', respondent);
    await storeAppends(pool, [{ stream, expectedVersion: 1, events: [event] }]);
  }
  sequencer.wake();
  await decide(collection, { dimension: 'sex', word: 'm', decision: 'code', code: 'male' });
  expect(await follow(collection)).toMatchObject([{ stored: 1, repeated: 2 }]);
  expect((await tables(collection)).map(([one]) => one!.value)).toEqual([10, 2, 30]);
  expect(await readStream(pool, replyStream(collection, '2020', 'SV'))).toHaveLength(2);
});

const words = ['all', 'f', 'mujer', 'hombre'] as const;
const lineArb = fc
  .record({
    area: fc.constantFrom('AT', 'SV', 'X', 'Y'),
    year: fc.integer({ min: 2010, max: 2012 }),
    value: fc.integer({ min: 1, max: 3 }),
    measure: fc.constantFrom('convicted', 'convicted', 'arrests'),
    sex: fc.constantFrom(...words),
    status: fc.constantFrom('A', 'B', 'C'),
  })
  .map(({ area, year, value, ...more }) => line(area, year, value, more));
const decisionsArb = fc.record({
  X: fc.constantFrom('AT', 'SV', 'LV', null),
  Y: fc.constantFrom('AT', 'DE', null),
  mujer: fc.constantFrom('female', 'male', 'total', null),
  hombre: fc.constantFrom('male', null),
  C: fc.constantFrom('break', 'no-break', null),
  arrests: fc.constantFrom('persons-arrested', 'persons-convicted', null),
});
const dimensionOf = {
  X: 'respondent',
  Y: 'respondent',
  mujer: 'sex',
  hombre: 'sex',
  C: 'break',
  arrests: 'indicator',
};
const toSaid = (decisions: Record<string, string | null>): Said[] =>
  Object.entries(decisions).map(([word, code]) => ({
    ...{ word, dimension: dimensionOf[word as 'X'] },
    ...(code === null
      ? { decision: 'not-a-code' as const }
      : code === 'total'
        ? { decision: 'total' as const }
        : { decision: 'code' as const, code }),
  }));
const publications = fc.tuple(
  fc.array(lineArb, { minLength: 1, maxLength: 8 }),
  fc.array(lineArb, { minLength: 1, maxLength: 8 }),
);

/** Publications with a row of each that is never in doubt, so that none is refused as a whole. */
const certain = (lines: readonly Line[]) => [line('FR', 2010, 1), ...lines];

it('importing and deciding later gives the tables that deciding first and importing gives', async () => {
  await fc.assert(
    fc.asyncProperty(publications, decisionsArb, async ([first, second], decisions) => {
      const [before, after] = [fresh(), fresh()];
      await decide(before, ...toSaid(decisions));
      for (const [round, lines] of [['2020', first] as const, ['2021', second] as const]) {
        await take(before, round, certain(lines));
        const taken = await take(after, round, certain(lines));
        expect(taken.rows).toBe(taken.stored + taken.repeated + taken.refused + taken.waiting);
      }
      await decide(after, ...toSaid(decisions));
      for (const report of await follow(after)) expect(report).toMatchObject({ waiting: 0 });
      for (const asOf of ['2020-12-31', undefined])
        expect(await tables(after, asOf)).toEqual(await tables(before, asOf));
    }),
    { numRuns: 15 },
  );
}, 240_000);

/** A pool whose connection is torn off after so many statements, as by the end of its process. */
function breakingPool(after: number) {
  let statements = 0;
  const own = new pg.Pool({ connectionString: test.url, max: 1 });
  own.on('error', () => undefined);
  own.on('connect', (client) => {
    client.on('error', () => undefined);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      if ((statements += 1) <= after) return query(...args);
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      return Promise.reject(new Error('broken off'));
    }) as never;
  });
  return { own, statements: () => statements };
}

it('broken off after any of its statements, and with another decision before it goes on, the end is the same', async () => {
  const lines = [
    line('AT', 2015, 1),
    line('SV', 2015, 3),
    line('X', 2016, 2),
    line('SV', 2016, 4, { sex: 'm' }),
  ];
  const one: Said[] = [
    { dimension: 'respondent', word: 'X', decision: 'code', code: 'LV' },
    { dimension: 'sex', word: 'm', decision: 'code', code: 'male' },
  ];
  const other: Said = { dimension: 'respondent', word: 'X', decision: 'code', code: 'DE' };
  const expected = fresh();
  await decide(expected, ...one, other);
  await take(expected, '2020', lines);
  const wanted = await tables(expected);
  let isThrough = false;
  for (let after = 1; !isThrough; after += 1) {
    const collection = fresh();
    await take(collection, '2020', lines);
    await decide(collection, ...one);
    const { own } = breakingPool(after);
    isThrough = await follow(collection, { pool: own, append }).then(
      () => true,
      () => false,
    );
    await own.end().catch(() => undefined);
    await decide(collection, other);
    await follow(collection);
    expect([after, await outdatedOf(collection)]).toEqual([after, []]);
    expect([after, await tables(collection)]).toEqual([after, wanted]);
    expect(after).toBeLessThan(100);
  }
}, 240_000);

it('an earlier file of a round is left alone: a later one is in its place', async () => {
  const collection = fresh();
  await take(collection, '2020', [line('AT', 2015, 1), line('X', 2015, 9)]);
  await sleep(5);
  await take(collection, '2020', [line('AT', 2015, 2)]);
  await decide(collection, { dimension: 'respondent', word: 'X', decision: 'code', code: 'SV' });
  await follow(collection);
  expect((await tables(collection)).map(([one]) => one!.value)).toEqual([2]);
});
