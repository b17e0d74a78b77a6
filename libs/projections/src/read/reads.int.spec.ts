/** What each read of the tables gives: no more, no less, every column, in order, though the rows lie the other way round. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Observation, RoundOpened } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { listDeadLetters } from '../write/dead-letters.js';
import { apply, store } from '../samples/random-histories.js';
import { readAvailability } from './read-availability.js';
import { readCells, readStatements } from './read-cells.js';
import { readMarks, readRounds } from './read-marks.js';
import { readReceipts } from './read-receipts.js';
import { readReplyCounts } from './read-reply-counts.js';
import { readRevisedCells } from './read-revisions.js';
import { readSeriesPage } from './read-series.js';
import {
  countDeadLetters,
  findSetAside,
  isTooSlow,
  readProgress,
  withSnapshot,
  type Snapshot,
} from './snapshot.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

const opened = (collection: string, round: string): { type: 'RoundOpened'; data: RoundOpened } => ({
  type: 'RoundOpened',
  data: {
    collection,
    round,
    title: { en: `${collection} ${round}` },
    ...{ mandate: null, symbol: null, noteVerbaleOn: null, replyBy: null, cutOff: null, complete: false },
    ...{ compiledBy: null, asked: null, listed: null },
  },
});
const said = (period: string, value: number, more: Partial<Observation> = {}): Observation => ({
  indicator: 'persons-prosecuted',
  ...{ breakdown: {}, period, value, qualifier: 'exact', paragraph: 14 },
  ...more,
});
const key = (collection: string, round: string, respondent: string, receivedOn: string) => ({
  ...{ collection, round, respondent, receivedOn, receivedPrecision: 'on' as const, late: false },
  resolved: { code: respondent, asWritten: respondent, match: 'code' as const },
});
const why = { reason: 'counted again', reference: 'NV/1' };

const events: DomainEvent[] = [
  opened('d', '2008'),
  opened('c', '2008'),
  opened('d', '2010'),
  {
    type: 'ReplySubmitted',
    data: {
      ...key('d', '2010', 'SV', '2008-01-25'),
      ...{ receivedPrecision: 'on-or-before', late: null, language: 'es', complete: true },
      observations: [said('2006', 37), said('2005', 18), said('2006', 38)],
      findings: [{ topic: 'shelters', paragraph: 9 }],
    },
  },
  {
    type: 'ReplySubmitted',
    data: {
      ...key('c', '2008', 'SV', '2008-01-20'),
      ...{ language: null, complete: false, findings: [] },
      observations: [
        said('2005', 5, { breakdown: { sex: 'female' } }),
        said('2003/2006', 40),
        said('2005', 1, { indicator: 'persons-convicted' }),
      ],
    },
  },
  {
    type: 'ReplyCorrected',
    data: {
      ...{ collection: 'c', round: '2008', respondent: 'SV', receivedOn: '2008-01-22' },
      ...{ receivedPrecision: 'on', late: true, ...why },
      observations: {
        changed: [said('2003/2006', 41)],
        added: [said('2006', 6, { breakdown: { sex: 'female' } })],
        retracted: [{ indicator: 'persons-convicted', breakdown: {}, period: '2005' }],
      },
      findings: { changed: [], added: [], retracted: [] },
    },
  },
  {
    type: 'ReplySubmitted',
    data: {
      ...key('c', '2008', 'GR', '2008-01-22'),
      ...{ language: null, complete: false, observations: [said('2005', 7)], findings: [] },
    },
  },
];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  await store(poolOf(source), events);
  await apply(poolOf(source), [20], 0);
  await poolOf(source).query(
    `INSERT INTO ${liveSchema}.dead_letters (position, stream, reason)
     SELECT p, 's', 'r' || p FROM unnest(ARRAY[2, 3, 5]) p`,
  );
  await poolOf(source).query(
    `INSERT INTO ${liveSchema}.set_aside VALUES (3, 'c', '2008', NULL, 9, 'why 3'), (6, 'c', '2008', 'SV', 8, 'why 6')`,
  );
  const tables = ['rounds', 'marks', 'statements', 'cells', 'dead_letters', 'set_aside'];
  await reverseRows(
    poolOf(source),
    tables.map((table) => `${liveSchema}.${table}`),
  );
  await source.destroy();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const read = <T>(work: (snapshot: Snapshot) => Promise<T>) => withSnapshot(pool, work);
const positions = (rows: readonly { readonly position: number }[]) => rows.map(({ position }) => position);

describe('marks', () => {
  const shared = { reply: 'c/2008/SV', collection: 'c', round: '2008', respondent: 'SV' };
  it('are whole, in order of position, of what is asked for', async () => {
    expect(await read((s) => readMarks(s, {}, {}))).toEqual([
      {
        ...{ position: 4, reply: 'd/2010/SV', collection: 'd', round: '2010', respondent: 'SV' },
        ...{ receivedOn: '2008-01-25', receivedPrecision: 'on-or-before', kind: 'submitted', voids: false },
        ...{ complete: true, language: 'es', late: null, reason: null, reference: null, undoes: null },
      },
      {
        ...{ position: 5, ...shared, receivedOn: '2008-01-20', receivedPrecision: 'on', kind: 'submitted' },
        ...{ voids: false, complete: false, language: null, late: false, reason: null, reference: null },
        undoes: null,
      },
      {
        ...{ position: 6, ...shared, receivedOn: '2008-01-22', receivedPrecision: 'on', kind: 'corrected' },
        ...{ voids: false, complete: false, language: null, late: true, ...why, undoes: null },
      },
      expect.objectContaining({ position: 7, respondent: 'GR' }),
    ]);
    const of = (...[filter, when]: [object, object]) =>
      read((s) => readMarks(s, filter, when).then(positions));
    expect(await of({ collection: 'c' }, {})).toEqual([5, 6, 7]);
    expect(await of({ round: '2010' }, {})).toEqual([4]);
    expect(await of({ respondent: 'SV' }, {})).toEqual([4, 5, 6]);
    expect(await of({}, { asOf: '2008-01-22' })).toEqual([5, 6, 7]);
    expect(await of({}, { asOf: '2008-01-21' })).toEqual([5]);
    expect(await of({}, { at: 5 })).toEqual([4, 5]);
  });
  it('give the days of receipt, each with how many came', async () => {
    const days = (collections: string[] | undefined, when: object) =>
      read((s) => readReceipts(s, collections, when)).then((rows) =>
        rows.map(({ receivedOn, events: n }) => `${receivedOn}: ${n}`),
      );
    expect(await days(undefined, {})).toEqual(['2008-01-20: 1', '2008-01-22: 2', '2008-01-25: 1']);
    expect(await days(['c'], {})).toEqual(['2008-01-20: 1', '2008-01-22: 2']);
    expect(await days(undefined, { at: 6 })).toEqual(['2008-01-20: 1', '2008-01-22: 1', '2008-01-25: 1']);
    expect(await days(undefined, { asOf: '2008-01-22' })).toEqual(['2008-01-20: 1', '2008-01-22: 2']);
  });
});

describe('rounds', () => {
  it('are those opened by a position with it, in order of collection and round', async () => {
    expect(await read((s) => readRounds(s, {}))).toEqual([
      { particulars: events[1]!.data, position: 2 },
      { particulars: events[0]!.data, position: 1 },
      { particulars: events[2]!.data, position: 3 },
    ]);
    expect(positions(await read((s) => readRounds(s, { at: 2 })))).toEqual([2, 1]);
    expect(positions(await read((s) => readRounds(s, { at: 1 })))).toEqual([1]);
  });
});

describe('cells', () => {
  const brief = (rows: readonly { readonly cell: string; readonly value: number | null }[]) =>
    rows.map(({ cell, value }) => `${cell}: ${value}`);
  const all = [
    'c~GR~persons-prosecuted~_T~2005: 7',
    'c~SV~persons-prosecuted~_T~2003..2006: 41',
    'c~SV~persons-prosecuted~sex:female~2005: 5',
    'c~SV~persons-prosecuted~sex:female~2006: 6',
    'd~SV~persons-prosecuted~_T~2005: 18',
    'd~SV~persons-prosecuted~_T~2006: 37',
    'd~SV~persons-prosecuted~_T~2006: 38',
  ];
  it('are in order, variants as they were said, with the precision of their events', async () => {
    const cells = await read((s) => readCells(s, { kind: 'observation' }, {}));
    expect(brief(cells)).toEqual(all);
    expect(cells[5]).toEqual({
      ...{ kind: 'observation', cell: 'd~SV~persons-prosecuted~_T~2006', collection: 'd', respondent: 'SV' },
      ...{
        reply: 'd/2010/SV',
        position: 4,
        ordinal: 0,
        receivedOn: '2008-01-25',
        receivedPrecision: 'on-or-before',
      },
      ...{ code: 'persons-prosecuted', breakdown: '_T', period: '2006', year: 2006, value: 37 },
      ...{ qualifier: 'exact', source: { paragraph: 14 } },
    });
    const some = (filter: object, when = {}) =>
      read((s) => readCells(s, { kind: 'observation', ...filter }, when)).then(brief);
    expect(await some({ limit: 2 })).toEqual(all.slice(0, 2));
    expect(await some({ after: 'c~SV~persons-prosecuted~sex:female~2005', limit: 1 })).toEqual([all[3]]);
    expect(await some({ from: 2006 })).toEqual([all[1], all[3], all[5], all[6]]);
    expect(await some({ to: 2005 })).toEqual([all[0], all[1], all[2], all[4]]);
    expect(await some({ breakdown: 'sex:female' })).toEqual(all.slice(2, 4));
    expect(await some({ breakdownLike: '^sex:' })).toEqual(all.slice(2, 4));
    expect(await some({ cells: ['d~SV~persons-prosecuted~_T~2006'] })).toEqual(all.slice(5));
    expect(await some({ series: ['d~SV~persons-prosecuted~_T'] })).toEqual(all.slice(4));
    expect(await some({ series: ['c~SV~persons-prosecuted~sex:female'] })).toEqual(all.slice(2, 4));
    expect(await some({}, { asOf: '2008-01-21' })).toEqual([
      'c~SV~persons-convicted~_T~2005: 1',
      'c~SV~persons-prosecuted~_T~2003..2006: 40',
      all[2],
    ]);
    expect((await read((s) => readCells(s, { kind: 'finding' }, {}))).map(({ code }) => code)).toEqual([
      'shelters',
    ]);
  });
  it('that may not fit together are those of some rounds and codes, those said twice, and longer periods', async () => {
    const suspect = (rounds: string[], codes: string[]) =>
      read((s) => readCells(s, { kind: 'observation' }, {}, { kind: 'suspect', rounds, codes })).then(brief);
    expect(await suspect([], [])).toEqual([all[1], all[5], all[6]]);
    expect(await suspect(['c/2008'], [])).toEqual([...all.slice(0, 4), all[5], all[6]]);
    expect(await suspect([], ['persons-prosecuted'])).toEqual(all);
    const findings = await read((s) => readCells(s, {}, {}, { kind: 'suspect', rounds: [], codes: [] }));
    expect(findings.map(({ kind }) => kind)).toContain('finding');
    const shared = await read((s) =>
      readCells(s, { kind: 'observation' }, {}, { kind: 'in-two-collections' }),
    );
    expect(shared).toEqual([]);
  });
  it('have all that was ever said of them, in order of position and place', async () => {
    const lives = (filter: object, when: object) =>
      read((s) => readStatements(s, { kind: 'observation', ...filter }, when)).then((rows) =>
        rows.map(({ position, ordinal, cell, value, retracted }) =>
          [position, ordinal, cell.split('~').slice(-3).join('~'), retracted ? 'retracted' : value].join(' '),
        ),
      );
    const whole = await lives({}, {});
    expect(whole.map((row) => row.split(' ')[0])).toEqual([...'4445556667']);
    const ordinals = whole.filter((row) => row.startsWith('4 ')).map((row) => Number(row.split(' ')[1]));
    expect(ordinals).toEqual([...ordinals].sort((a, b) => a - b));
    expect(await lives({ codes: ['persons-convicted'] }, {})).toEqual([
      expect.stringMatching(/^5 .*persons-convicted~_T~2005 1$/),
      expect.stringMatching(/^6 .*persons-convicted~_T~2005 retracted$/),
    ]);
    expect(await lives({ respondents: ['SV'], collections: ['c'] }, { at: 5 })).toHaveLength(3);
    expect(await lives({}, { asOf: '2008-01-22' })).toHaveLength(7);
    expect(await lives({}, { asOf: '2008-01-21' })).toHaveLength(3);
  });
  it('are counted: by series, by reply, by page', async () => {
    expect(await read((s) => readAvailability(s, {}, {}))).toEqual(
      [
        ['c', 'GR', '_T', 1, 1, 2005, 2005],
        ['c', 'SV', '_T', 1, 1, null, null],
        ['c', 'SV', 'sex', 1, 2, 2005, 2006],
        ['d', 'SV', '_T', 1, 2, 2005, 2006],
      ].map(([collection, respondent, dimensions, series, figures, firstYear, lastYear]) => ({
        ...{ collection, respondent, indicator: 'persons-prosecuted', dimensions },
        ...{ series, figures, firstYear, lastYear },
      })),
    );
    const counts = await read((s) => readReplyCounts(s, 'd', {}));
    expect(counts.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { reply: 'd/2010/SV', kind: 'finding', code: 'shelters', count: 1 },
      { reply: 'd/2010/SV', kind: 'observation', code: 'persons-prosecuted', count: 3 },
    ]);
    const page = (filter: object, limit: number, after?: string) =>
      read((s) => readSeriesPage(s, filter, {}, { after, limit })).then(({ series, following }) => [
        ...series.keys(),
        following !== undefined,
      ]);
    const keys = [
      'c~GR~persons-prosecuted~_T',
      'c~SV~persons-prosecuted~_T',
      'c~SV~persons-prosecuted~sex:female',
      'd~SV~persons-prosecuted~_T',
    ];
    for (const filter of [{}, { codes: ['persons-prosecuted'] }]) {
      expect(await page(filter, 1)).toEqual([keys[0], true]);
      expect(await page(filter, 3)).toEqual([...keys.slice(0, 3), true]);
      expect(await page(filter, 4)).toEqual([...keys, false]);
      expect(await page(filter, 1, keys[1])).toEqual([keys[2], true]);
    }
    expect(await page({ collections: ['d'] }, 4)).toEqual([keys[3], false]);
  });
  it('that changed between two days are in order, after the last one seen, so many at most', async () => {
    const changed = (limit: number, after?: string) =>
      read((s) => readRevisedCells(s, { from: '2008-01-20', to: '2008-01-22' }, {}, {}, { after, limit }));
    const cells = [
      'c~GR~persons-prosecuted~_T~2005',
      'c~SV~persons-convicted~_T~2005',
      'c~SV~persons-prosecuted~_T~2003..2006',
      'c~SV~persons-prosecuted~sex:female~2006',
    ];
    expect(await changed(10)).toEqual({ counts: { revised: 1, added: 2, withdrawn: 1 }, cells });
    // A complete reply with a finding, which is no figure.
    const days = { from: '2008-01-22', to: '2008-01-25' };
    const whole = await read((s) => readRevisedCells(s, days, {}, {}, { after: undefined, limit: 10 }));
    expect(whole.cells).toEqual(['2005', '2006'].map((year) => `d~SV~persons-prosecuted~_T~${year}`));
    expect((await changed(2)).cells).toEqual(cells.slice(0, 2));
    expect((await changed(2, cells[1])).cells).toEqual(cells.slice(2));
  });
});

describe('what is missing', () => {
  it('is told up to a position with it, in order', async () => {
    expect(await Promise.all([1, 2, 3, 4, 5].map((n) => read((s) => countDeadLetters(s, n))))).toEqual([
      0, 1, 2, 2, 3,
    ]);
    const aside = { collection: 'c', round: '2008' };
    expect(await read((s) => findSetAside(s, 6))).toEqual([
      { event: 3, ...aside, respondent: null, reason: 'why 3' },
      { event: 6, ...aside, respondent: 'SV', reason: 'why 6' },
    ]);
    expect(await read((s) => findSetAside(s, 5))).toHaveLength(1);
    expect((await listDeadLetters(pool)).map(({ position, reason }) => `${position} ${reason}`)).toEqual([
      ...['2 r2', '3 r3', '5 r5'],
    ]);
  });
  it('is counted in a snapshot, which is exact only where no place has gone beyond the watermark', async () => {
    const told = (s: Snapshot) => Promise.resolve([s.position, s.isExact, s.deadLetters, s.setAside, s.head]);
    expect(await read(told)).toEqual([7, true, 3, 2, 7]);
    const progress = await readProgress(pool);
    expect(progress).toEqual({ position: 7, deadLetters: 3, tables: await read(async (s) => s.tables) });
    // A rebuild beside them may be further.
    await pool.query(
      `INSERT INTO places (projection, partition, epoch, position) VALUES ('tables_rebuild', 0, 1, 99)`,
    );
    expect(await read(told)).toEqual([7, true, 3, 2, 7]);
    // Another partition has come as far as before.
    await pool.query(
      `UPDATE places SET position = 5
       WHERE projection = $1 AND partition = (SELECT partition FROM log WHERE position = 6)`,
      [liveSchema],
    );
    expect(await read(told)).toEqual([5, false, 3, 2, 7]);
    expect((await readProgress(pool)).position).toBe(5);
  });
});

it('a snapshot only reads, sees one state, and is stopped when a read takes too long', async () => {
  const settings = ['transaction_read_only', 'transaction_isolation', 'statement_timeout', 'jit'];
  const [set] = await read(async (s) => {
    const { rows } = await s.client.query(
      `SELECT ${settings.map((name) => `current_setting('${name}')`).join(" || ' ' || ")} AS set`,
    );
    return rows.map((row) => row.set);
  });
  expect(set).toBe('on repeatable read 30s off');
  const failing = (statement: string) =>
    read((s) => s.client.query(statement)).then(
      () => undefined,
      (error: unknown) => isTooSlow(error),
    );
  expect(await failing('SET LOCAL statement_timeout = 1; SELECT pg_sleep(60)')).toBe(true);
  expect(await failing('SELECT 1 / 0')).toBe(false);
});

it('days of receipt are in order, however many', async () => {
  const days = Array.from({ length: 28 }, (_, i) => `2009-02-${String(i + 1).padStart(2, '0')}`);
  await pool.query(
    `INSERT INTO ${liveSchema}.marks (position, reply, collection, round, respondent, received_on, received_precision,
       kind, voids, complete)
     SELECT 0 - n, 'z/1/SV', 'z', '1', 'SV', day::date, 'on', 'corrected', false, false
     FROM unnest($1::text[]) WITH ORDINALITY AS d (day, n)`,
    [days.toSorted((a, b) => (a.at(-1)! < b.at(-1)! ? -1 : 1))],
  );
  const receipts = await read((s) => readReceipts(s, ['z'], {}));
  expect(receipts.map(({ receivedOn }) => receivedOn)).toEqual(days);
});
