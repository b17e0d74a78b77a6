/** What the definitions of the tables say: columns as they stand in PostgreSQL, and in each of them what its name says. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@rapporteur/domain';
import { storeUnchecked } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { readdirSync } from 'node:fs';
import type pg from 'pg';
import { rebuildTables } from '../rebuild/rebuild.js';
import { verifyTables } from '../rebuild/verify.js';
import { apply, store } from '../samples/random-histories.js';
import { createTables, liveSchema, tablesVersion } from './create-tables.js';
import type { AnyTable, SqlType } from './table.js';
import { allTables, tables } from './tables.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

/** In the order of the columns; `C`: compared byte by byte; `?`: may be null. */
const version4 = {
  made_for: ['version integer?'],
  rounds: ['collection text C', 'round text C', 'position bigint', 'particulars json'],
  marks: [
    ...['position bigint', 'reply text C', 'collection text C', 'round text C', 'respondent text C'],
    ...['received_on date', 'received_precision text', 'kind text', 'voids boolean', 'complete boolean'],
    ...['language text?', 'late boolean?', 'reason text?', 'reference text?', 'undoes bigint?'],
  ],
  statements: [
    ...['position bigint', 'ordinal integer', 'kind text', 'cell text C', 'collection text C'],
    ...['respondent text C', 'reply text C', 'received_on date', 'retracted boolean', 'code text C'],
    ...[
      'breakdown text C',
      'period text C',
      'year smallint?',
      'value bigint?',
      'qualifier text?',
      'source json',
    ],
  ],
  cells: [
    ...[
      'cell text C',
      'variant integer',
      'position bigint',
      'ordinal integer',
      'kind text',
      'collection text C',
    ],
    ...['respondent text C', 'reply text C', 'received_on date', 'code text C', 'breakdown text C'],
    ...['period text C', 'year smallint?', 'value bigint?', 'qualifier text?', 'source json'],
  ],
  directions: [
    ...['series text C', 'from_year smallint', 'direction text', 'reason text'],
    ...['p double precision', 'p_low double precision'],
  ],
  applied: ['stream text C', 'version integer'],
  dead_letters: ['position bigint', 'stream text', 'reason text', 'since timestamp with time zone = now()'],
  set_aside: [
    ...[
      'position bigint',
      'collection text C',
      'round text C',
      'respondent text C?',
      'by bigint',
      'reason text',
    ],
  ],
  documents: [
    ...['position bigint', 'document text C', 'collection text C', 'round text C', 'respondent text C?'],
    ...['name text', 'media text', 'bytes bigint', 'received_on date'],
  ],
  removed_documents: ['position bigint', 'document text C', 'reason text'],
  evidence: [
    ...['position bigint', 'number integer', 'event bigint', 'ordinal integer', 'document text C'],
    ...['extraction integer?', 'received_on date', 'page integer?', 'paragraph integer?', 'quote text?'],
    ...['prefix text?', 'suffix text?', 'from_char integer?', 'to_char integer?', 'language text?'],
    'region text?',
  ],
};
const indexes4 = [
  'applied_pkey USING btree (stream)',
  'cells_by_code USING btree (code, collection, respondent)',
  'cells_by_respondent USING btree (respondent, code)',
  'cells_pkey USING btree (cell, variant)',
  'dead_letters_pkey USING btree ("position")',
  'directions_pkey USING btree (series, from_year)',
  'documents_pkey USING btree ("position")',
  'evidence_by_statement USING btree (event, ordinal, "position" DESC)',
  'evidence_pkey USING btree ("position", number)',
  'marks_by_reply USING btree (reply)',
  'marks_pkey USING btree ("position")',
  'marks_that_complete USING btree (collection, respondent) WHERE complete',
  'marks_that_undo USING btree (undoes) WHERE (undoes IS NOT NULL)',
  'marks_that_void USING btree (reply, received_on, "position") WHERE voids',
  'removed_documents_pkey USING btree ("position")',
  'rounds_pkey USING btree (collection, round)',
  'set_aside_pkey USING btree ("position")',
  'statements_by_cell USING btree (cell, received_on DESC, "position" DESC)',
  'statements_by_code USING btree (code, collection, respondent)',
  'statements_by_respondent USING btree (respondent, code)',
  'statements_pkey USING btree ("position", ordinal)',
];

describe('the tables of version 8 (whoever changes them raises tablesVersion, and writes the new ones here)', () => {
  const made = 'made_anew';
  beforeAll(async () => void (await pool.query(createTables(made))));
  afterAll(async () => void (await pool.query(`DROP SCHEMA ${made} CASCADE`)));

  it('have these columns in this order', async () => {
    expect(tablesVersion).toBe(8);
    const { rows } = await pool.query<{ table: string; columns: string[] }>(
      `SELECT c.relname AS table, array_agg(a.attname || ' ' || format_type(a.atttypid, NULL)
         || CASE WHEN k.collname = 'C' THEN ' C' ELSE '' END || CASE WHEN a.attnotnull THEN '' ELSE '?' END
         || coalesce(' = ' || pg_get_expr(d.adbin, d.adrelid), '') ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       LEFT JOIN pg_collation k ON k.oid = a.attcollation
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' GROUP BY c.relname`,
      [made],
    );
    expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))).toEqual(version4);
  });

  it('are all that this folder defines', async () => {
    const here = new URL('.', import.meta.url);
    const names = readdirSync(here).filter((name) => !/spec|^tables|^table\.ts|^create-/.test(name));
    const exported = await Promise.all(
      names.map(async (name) => Object.values((await import(`./${name.slice(0, -3)}.js`)) as object)),
    );
    const defined = exported.flat().filter((one) => (one as Partial<AnyTable>)?.columns !== undefined);
    expect(defined).toHaveLength(allTables.length);
    expect(new Set(defined)).toEqual(new Set(allTables));
  });

  it('have these keys and indexes, and leave room for the next row of a cell', async () => {
    const { rows } = await pool.query<{ index: string }>(
      `SELECT indexname || ' ' || substring(indexdef FROM 'USING .*') AS index FROM pg_indexes
       WHERE schemaname = $1 ORDER BY indexname COLLATE "C"`,
      [made],
    );
    expect(rows.map(({ index }) => index)).toEqual(indexes4);
    const { rows: stored } = await pool.query(
      'SELECT relname, reloptions FROM pg_class WHERE relnamespace = $1::regnamespace AND reloptions IS NOT NULL',
      [made],
    );
    expect(stored).toEqual([{ relname: 'cells', reloptions: ['fillfactor=80'] }]);
  });
});

const round = {
  title: { en: 'Round' },
  mandate: 'resolution 2006/27',
  symbol: 'E/1',
  noteVerbaleOn: null,
  replyBy: null,
  cutOff: null,
  complete: false,
  compiledBy: null,
  asked: null,
  listed: null,
};
const key = { collection: 'c', round: '2008', respondent: 'SV' };
const figure = (year: number, value: number, qualifier: 'exact' | 'fewer-than' = 'exact') => ({
  indicator: 'persons-prosecuted',
  breakdown: { sex: 'female' },
  period: String(year),
  value,
  qualifier,
  paragraph: 14,
});
const document = 'd0'.repeat(32);
const resolved = { code: 'SV', asWritten: 'El Salvador', match: 'exact' as const };
/** No two columns of a row hold the same value, except where the domain makes them equal. */
const events: DomainEvent[] = [
  { type: 'RoundOpened', data: { collection: 'c', round: '2008', ...round } },
  {
    type: 'ReplySubmitted',
    data: {
      ...key,
      receivedOn: '2008-01-20',
      receivedPrecision: 'on-or-before',
      late: true,
      resolved,
      language: 'es',
      complete: true,
      observations: [3, 5, 7, 9]
        .map((value, i) => figure(2001 + i, value))
        .concat(figure(2005, 12, 'fewer-than')),
      findings: [{ topic: 'shelters', paragraph: 61 }],
    },
  },
  {
    type: 'ReplyCorrected',
    data: {
      ...key,
      receivedOn: '2008-01-21',
      receivedPrecision: 'on',
      late: false,
      reason: 'a slip',
      reference: 'note 7',
      observations: { changed: [], added: [{ ...figure(2006, 20), footnote: 3 }], retracted: [] },
      findings: { changed: [], added: [], retracted: [{ topic: 'shelters', paragraph: 61 }] },
    },
  },
  // Nobody can read a paragraph that is no whole number.
  {
    type: 'ReplyWithdrawn',
    data: {
      ...key,
      receivedOn: '2008-01-22',
      receivedPrecision: 'on',
      late: null,
      reason: 'a',
      reference: '\u0000',
    },
  },
  {
    type: 'EventSetAside',
    data: { ...key, version: 3, position: 99, reason: 'a reference that is no text' },
  },
  {
    type: 'DocumentReceived',
    data: {
      ...key,
      document,
      name: 'letter.pdf',
      media: 'application/pdf',
      bytes: 40,
      receivedOn: '2008-01-23',
    },
  },
  {
    type: 'EvidenceAttached',
    data: {
      ...{ collection: 'c', round: '2008', document, extraction: 1, receivedOn: '2008-01-23' },
      passages: [
        {
          event: 2,
          ordinal: 0,
          page: 8,
          paragraph: 14,
          ...{ quote: '3', prefix: 'of ', suffix: '.', start: 70, end: 71, language: 'es', region: null },
        },
        {
          event: 2,
          ordinal: 5,
          page: 3,
          paragraph: null,
          ...{ quote: null, prefix: null, suffix: null, start: null, end: null, language: null },
          region: 'xywh=percent:10,20,30,5',
        },
      ],
    },
  },
  { type: 'DocumentRemoved', data: { document, reason: 'it named a victim' } },
];

const all = async () => {
  const read = async (name: string, by: string) =>
    (await pool.query(`SELECT * FROM ${liveSchema}.${name} ORDER BY ${by}`)).rows;
  const found = await Promise.all(
    allTables.map(async ({ name, key: by }) => [name, await read(name, by.join(', '))] as const),
  );
  return Object.fromEntries(found);
};

const statement = { collection: 'c', respondent: 'SV', reply: 'c/2008/SV' };
const said = (
  position: number,
  ordinal: number,
  year: number,
  value: number,
  qualifier: string,
  source: object,
) => ({
  ...statement,
  ...{ position, ordinal, kind: 'observation', cell: `c~SV~persons-prosecuted~sex:female~${year}` },
  ...{ received_on: position === 2 ? '2008-01-20' : '2008-01-21', code: 'persons-prosecuted' },
  ...{ breakdown: 'sex:female', period: String(year), year, value, qualifier, source },
});
const figures = [
  said(2, 0, 2001, 3, 'exact', { paragraph: 14 }),
  said(2, 1, 2002, 5, 'exact', { paragraph: 14 }),
  said(2, 2, 2003, 7, 'exact', { paragraph: 14 }),
  said(2, 3, 2004, 9, 'exact', { paragraph: 14 }),
  said(2, 4, 2005, 12, 'fewer-than', { paragraph: 14 }),
  said(3, 0, 2006, 20, 'exact', { paragraph: 14, footnote: 3 }),
];
const finding = (position: number, ordinal: number, retracted: boolean) => ({
  ...statement,
  ...{ position, ordinal, kind: 'finding', cell: 'c~SV~shelters~_~2008.p61', retracted },
  ...{
    received_on: position === 2 ? '2008-01-20' : '2008-01-21',
    code: 'shelters',
    breakdown: '_T',
    period: '',
  },
  ...{ year: null, value: null, qualifier: null, source: { paragraph: 61 } },
});

const expected = {
  rounds: [
    {
      collection: 'c',
      round: '2008',
      position: 1,
      particulars: { collection: 'c', round: '2008', ...round },
    },
  ],
  marks: [
    {
      ...{
        position: 2,
        reply: 'c/2008/SV',
        ...key,
        received_on: '2008-01-20',
        received_precision: 'on-or-before',
      },
      ...{ kind: 'submitted', voids: false, complete: true, language: 'es', late: true },
      ...{ reason: null, reference: null, undoes: null },
    },
    {
      ...{ position: 3, reply: 'c/2008/SV', ...key, received_on: '2008-01-21', received_precision: 'on' },
      ...{ kind: 'corrected', voids: false, complete: false, language: null, late: false },
      ...{ reason: 'a slip', reference: 'note 7', undoes: null },
    },
  ],
  statements: [
    ...figures.slice(0, 5).map((figure) => ({ ...figure, retracted: false })),
    finding(2, 5, false),
    { ...figures[5], retracted: false },
    finding(3, 1, true),
  ],
  cells: figures.map((figure) => ({ ...figure, variant: 0 })),
  directions: [
    {
      ...{ series: 'c~SV~persons-prosecuted~sex:female', from_year: 2001, direction: 'no-significant-trend' },
      // All pairs of six years rise, one way of 720, unless the figure below 12 is less than the others.
      ...{
        reason: 'censored-figures-decide',
        p: expect.closeTo(196 / 720),
        p_low: expect.closeTo(2 / 720, 6),
      },
    },
  ],
  applied: [
    { stream: `document/${document}`, version: 3 },
    { stream: 'reply/c/2008/SV', version: 4 },
    { stream: 'round/c/2008', version: 1 },
  ],
  dead_letters: [
    { position: 4, stream: 'reply/c/2008/SV', reason: expect.any(String), since: expect.any(Date) },
  ],
  set_aside: [{ position: 99, ...key, by: 5, reason: 'a reference that is no text' }],
  documents: [
    {
      ...{ position: 6, document, ...key, name: 'letter.pdf', media: 'application/pdf', bytes: 40 },
      received_on: '2008-01-23',
    },
  ],
  removed_documents: [{ position: 8, document, reason: 'it named a victim' }],
  evidence: [
    {
      ...{ position: 7, number: 0, event: 2, ordinal: 0, document, extraction: 1, received_on: '2008-01-23' },
      ...{
        page: 8,
        paragraph: 14,
        quote: '3',
        prefix: 'of ',
        suffix: '.',
        from_char: 70,
        to_char: 71,
        language: 'es',
        region: null,
      },
    },
    {
      ...{ position: 7, number: 1, event: 2, ordinal: 5, document, extraction: 1, received_on: '2008-01-23' },
      ...{ page: 3, paragraph: null, quote: null, prefix: null, suffix: null },
      ...{ from_char: null, to_char: null, language: null, region: 'xywh=percent:10,20,30,5' },
    },
  ],
};

it('hold in each column what its name says, applied in batches and loaded whole', async () => {
  await store(pool, events, storeUnchecked);
  await apply(pool, [5], 0);
  expect(await all()).toEqual(expected);
  await rebuildTables(pool);
  expect(await all()).toEqual(expected);
});

describe('a value that is not what the log says', () => {
  /** What else a column might hold, as SQL. */
  const otherwise: Record<SqlType, (column: string) => string> = {
    bigint: (column) => `coalesce(${column}, 0) + 1`,
    int: (column) => `coalesce(${column}, 0) + 1`,
    smallint: (column) => `coalesce(${column}, 0) + 1`,
    float8: (column) => `${column} + 0.25`,
    boolean: (column) => `coalesce(NOT ${column}, true)`,
    date: (column) => `${column} + 1`,
    timestamptz: (column) => `${column} + interval '1 s'`,
    text: (column) => `coalesce(${column}, '') || 'x'`,
    json: () => `'{"paragraph": 99}'`,
  };
  const change = ({ name, key: by }: AnyTable, { name: column, type }: AnyTable['columns'][number]) =>
    pool.query(
      `UPDATE ${liveSchema}.${name} SET ${column} = ${otherwise[type](column)}
       WHERE ctid = (SELECT ctid FROM ${liveSchema}.${name} ORDER BY ${by.join(' DESC, ')} DESC LIMIT 1)`,
    );

  beforeEach(async () => {
    await store(pool, events, storeUnchecked);
    await apply(pool, [5], 0);
  });

  it.each(allTables.filter((table) => table !== tables.applied && table !== tables.dead_letters))(
    'is found by verify in every column of $name',
    async (table) => {
      const name = `${liveSchema}.${table.name}`;
      expect((await verifyTables(pool)).differences).toEqual([]);
      await pool.query(`DROP TABLE IF EXISTS saved; CREATE TABLE saved AS SELECT * FROM ${name}`);
      const missed: string[] = [];
      for (const column of table.columns) {
        expect((await change(table, column)).rowCount).toBe(1);
        if ((await verifyTables(pool)).differences.length === 0) missed.push(column.name);
        await pool.query(`TRUNCATE ${name}; INSERT INTO ${name} SELECT * FROM saved`);
      }
      expect(missed).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['marks', "position = 1, respondent = 'ZZ'", 'mark of ZZ'],
    ['statements', "ordinal = 99, respondent = 'ZZ'", 'statement of ZZ'],
    ['cells', "variant = 1, respondent = 'ZZ'", 'cell of ZZ'],
    ['directions', "series = 'c~ZZ~persons-prosecuted~_T'", 'direction of ZZ'],
  ])('is found by verify in a row of %s about somebody who has no reply', async (name, values, where) => {
    const all = `${liveSchema}.${name}`;
    await pool.query(
      `DROP TABLE IF EXISTS saved; CREATE TABLE saved AS SELECT * FROM ${all} LIMIT 1;
       UPDATE saved SET ${values}; INSERT INTO ${all} SELECT * FROM saved`,
    );
    expect((await verifyTables(pool)).differences).toEqual([{ where, table: 'there', fold: undefined }]);
  });

  it.each([tables.cells, tables.marks, tables.rounds, tables.directions])(
    'is counted by a rebuild in the columns of $name',
    async (table) => {
      expect((await rebuildTables(pool)).differences).toBe(0);
      await change(table, table.columns.at(-1)!);
      expect((await rebuildTables(pool)).differences).toBe(1);
    },
  );
});
