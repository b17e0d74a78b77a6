/** Verify tells right tables from wrong ones: every row that is missing, too many, or says something else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { apply, store } from '../samples/random-histories.js';
import { verifyTables } from './verify.js';

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

const opened: DomainEvent = {
  type: 'RoundOpened',
  data: {
    collection: 'c',
    round: '2008',
    title: {},
    mandate: null,
    symbol: 'E/1',
    noteVerbaleOn: null,
    replyBy: null,
    cutOff: null,
    complete: false,
    compiledBy: null,
    asked: null,
    listed: null,
  },
};
const submitted = (respondent: string): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on',
    late: false,
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    language: 'es',
    complete: false,
    observations: [2001, 2002, 2003, 2004, 2005].map((year, i) => ({
      indicator: 'persons-prosecuted',
      breakdown: {},
      period: String(year),
      value: i,
      qualifier: 'exact' as const,
      paragraph: 14,
    })),
    findings: [{ topic: 'shelters', paragraph: 61 }],
  },
});

beforeEach(async () => {
  await store(pool, [opened, submitted('SV'), submitted('GR')]);
  await apply(pool, [3], 0);
});

const t = liveSchema;
const cell = 'c~SV~persons-prosecuted~_T~2001';
const wrong = async () =>
  (await verifyTables(pool)).differences.map(
    ({ where, table, fold }) => `${where}: ${!table ? 'missing' : !fold ? 'too many' : 'another'}`,
  );
it('finds nothing wrong in tables that are the fold of the log, and says how much it looked at', async () => {
  const told: number[][] = [];
  expect(await verifyTables(pool, { onProgress: (...step) => told.push(step) })).toEqual({
    events: 3,
    cells: 12,
    deadLetters: 0,
    discarded: 0,
    setAside: 0,
    unreadable: [],
    oddlyRecorded: [],
    differences: [],
  });
  expect(told.at(-1)).toEqual([3, 3]);
});

describe('a row that says something else is found:', () => {
  it.each([
    ...['position = 3', 'ordinal = 9', "reply = 'c/2008/GR'", "received_on = '2008-01-21'", "code = 'x'"],
    ...["breakdown = 'sex:female'", "period = '2002'", 'year = 2002', 'value = 99', "qualifier = 'at-least'"],
    `source = '{"paragraph":15}'`,
  ])('in a cell, %s', async (otherwise) => {
    await pool.query(`UPDATE ${t}.cells SET ${otherwise} WHERE cell = '${cell}'`);
    expect(await wrong()).toEqual([`cell ${cell} 0: another`]);
  });
  it.each([
    ...["kind = 'finding'", "cell = 'c~SV~x'", "collection = 'd'", "reply = 'c/2008/GR'"],
    ...["received_on = '2008-01-21'", 'retracted = true', "code = 'x'", "breakdown = 'sex:female'"],
    ...["period = '2002'", 'year = NULL', 'value = NULL', 'qualifier = NULL', `source = '{}'`],
  ])('in a statement, %s', async (otherwise) => {
    await pool.query(`UPDATE ${t}.statements SET ${otherwise} WHERE position = 2 AND ordinal = 0`);
    expect(await wrong()).toEqual(['statement 2.0: another']);
  });
  it.each([
    ...["reply = 'c/2008/GR'", "collection = 'd'", "round = '2009'", "received_on = '2008-01-21'"],
    ...["kind = 'replaced'", 'voids = true', 'complete = true', "received_precision = 'on-or-before'"],
    ...["language = 'fr'", 'late = NULL', "reason = 'x'", "reference = 'x'", 'undoes = 2'],
  ])('in a mark, %s', async (otherwise) => {
    await pool.query(`UPDATE ${t}.marks SET ${otherwise} WHERE position = 2`);
    expect(await wrong()).toEqual(['mark 2: another']);
  });
  it.each(["direction = 'falling'", "reason = 'x'", 'p = 0.5', 'p_low = 0.5'])(
    'in a direction, %s',
    async (otherwise) => {
      await pool.query(`UPDATE ${t}.directions SET ${otherwise} WHERE series LIKE 'c~SV~%'`);
      expect(await wrong()).toEqual(['direction c~SV~persons-prosecuted~_T 2001: another']);
    },
  );
  it('in a round', async () => {
    await pool.query(
      `UPDATE ${t}.rounds SET particulars = jsonb_set(particulars::jsonb, '{symbol}', '"E/2"')`,
    );
    expect(await wrong()).toEqual(['round c/2008: another']);
  });
});

it('what differs is told by name, with what each side says in each column', async () => {
  await pool.query(`UPDATE ${t}.marks SET language = NULL WHERE position = 2;
    DELETE FROM ${t}.cells WHERE cell = '${cell}';
    UPDATE ${t}.statements SET source = '{"paragraph":15}' WHERE position = 2 AND ordinal = 0`);
  const { differences } = await verifyTables(pool);
  const read = (text: string | undefined) => text && JSON.parse(text);
  const said = {
    position: 2,
    reply: 'c/2008/SV',
    collection: 'c',
    respondent: 'SV',
    received_on: '2008-01-20',
  };
  const mark = {
    ...{ ...said, round: '2008', received_precision: 'on', kind: 'submitted', voids: false, complete: false },
    ...{ late: false, reason: null, reference: null, undoes: null },
  };
  const figure = {
    ...{ ...said, ordinal: 0, kind: 'observation', cell, code: 'persons-prosecuted', breakdown: '_T' },
    ...{ period: '2001', year: 2001, value: 0, qualifier: 'exact' },
  };
  const statement = { ...figure, retracted: false };
  expect(
    differences.map(({ where, table, fold }) => ({ where, table: read(table), fold: read(fold) })),
  ).toEqual([
    { where: `cell ${cell} 0`, table: undefined, fold: { ...figure, variant: 0, source: { paragraph: 14 } } },
    { where: 'mark 2', table: { ...mark, language: null }, fold: { ...mark, language: 'es' } },
    {
      where: 'statement 2.0',
      table: { ...statement, source: { paragraph: 15 } },
      fold: { ...statement, source: { paragraph: 14 } },
    },
  ]);
});

describe('a row that is missing is found:', () => {
  it.each([
    ['cells', `cell = '${cell}'`, `cell ${cell} 0`],
    ['statements', 'position = 2 AND ordinal = 5', 'statement 2.5'],
    ['marks', 'position = 2', 'mark 2'],
    ['directions', "series LIKE 'c~SV~%'", 'direction c~SV~persons-prosecuted~_T 2001'],
    ['rounds', 'true', 'round c/2008'],
  ])('of %s', async (table, where, what) => {
    await pool.query(`DELETE FROM ${t}.${table} WHERE ${where}`);
    expect(await wrong()).toEqual([`${what}: missing`]);
  });
});

describe('a row that no event accounts for is found:', () => {
  const strayed = (table: string, columns: string, values: string, where: string) =>
    pool.query(
      `CREATE TEMP TABLE stray ON COMMIT DROP AS SELECT * FROM ${t}.${table} WHERE ${where} LIMIT 1;
       UPDATE stray SET (${columns}) = ROW (${values}); INSERT INTO ${t}.${table} SELECT * FROM stray`,
    );
  it.each([
    ['cells', 'variant', '1', `cell ${cell} 1`, `cell = '${cell}'`],
    ['directions', 'from_year', '1999', 'direction c~SV~persons-prosecuted~_T 1999', "series LIKE 'c~SV~%'"],
    ['statements', 'ordinal', '9', 'statement 2.9', 'position = 2'],
  ])('of %s', async (table, columns, values, what, where) => {
    await strayed(table, columns, values, where);
    expect(await wrong()).toEqual([`${what}: too many`]);
  });
  it.each([
    ['marks', 'position, respondent', "99, 'ZZ'", 'mark 99'],
    ['statements', 'position, respondent', "99, 'ZZ'", 'statements of 99'],
    ['rounds', 'position, round', "99, '2009'", 'round at 99'],
  ])('of %s, where there is no such event', async (table, columns, values, what) => {
    await strayed(table, columns, values, 'true');
    expect(await wrong()).toEqual([`${what}: too many`]);
  });
  it('once, however many rows there are of it', async () => {
    await pool.query(
      `CREATE TEMP TABLE stray ON COMMIT DROP AS SELECT * FROM ${t}.statements WHERE position = 2;
       UPDATE stray SET position = 99, respondent = 'ZZ'; INSERT INTO ${t}.statements SELECT * FROM stray`,
    );
    expect(await wrong()).toEqual(['statements of 99: too many']);
    await pool.query(
      `UPDATE ${t}.statements SET position = 1 WHERE position = 99;
       UPDATE ${t}.cells SET respondent = 'ZZ' WHERE respondent = 'SV'`,
    );
    const strays = (await wrong()).filter((difference) => difference.endsWith('ZZ: too many'));
    expect(strays.toSorted()).toEqual(['cell of ZZ: too many', 'statement of ZZ: too many']);
  });
  it('of an event that is beyond the place of its partition', async () => {
    await pool.query(
      `UPDATE places p SET position = 0 FROM log l WHERE l.position = 3 AND p.partition = l.partition`,
    );
    expect(await wrong()).toEqual(['mark 3: too many', 'statements of 3: too many']);
  });
});

it('looks at what a rebuild made when it is asked to, and stops at so many differences', async () => {
  await pool.query(`DELETE FROM ${t}.cells`);
  expect(await wrong()).toHaveLength(12);
  expect((await verifyTables(pool, { limit: 5 })).differences).toHaveLength(5);
  await pool.query(`DELETE FROM ${t}.statements`);
  expect(await wrong()).toHaveLength(20);
  await expect(verifyTables(pool, { schema: 'tables_rebuild' })).rejects.toThrow('tables_rebuild');
});

it('goes by the places of its own tables, whatever another projection or an interrupted rebuild has left', async () => {
  await pool.query(
    `INSERT INTO places (projection, partition, epoch, position)
     SELECT other, partition, 0, 0 FROM places, unnest('{aside,tables_rebuild}'::text[]) AS other
     WHERE projection = 'tables'`,
  );
  const found = await verifyTables(pool).finally(() =>
    pool.query("DELETE FROM places WHERE projection <> 'tables'"),
  );
  expect(found).toMatchObject({ events: 3, differences: [] });
});

it('names a hundred rows that no event accounts for, and no more of them', async () => {
  await pool.query(
    `CREATE TEMP TABLE stray ON COMMIT DROP AS SELECT m.* FROM ${t}.marks m, generate_series(1, 150) WHERE position = 2;
     ALTER TABLE stray ADD n int GENERATED ALWAYS AS IDENTITY; UPDATE stray SET position = 1000 + n, respondent = 'ZZ';
     ALTER TABLE stray DROP n; INSERT INTO ${t}.marks SELECT * FROM stray`,
  );
  const limits = [99, 1000].map((limit) => ({ limit }));
  const [few, many] = [await verifyTables(pool, limits[0]), await verifyTables(pool, limits[1])];
  expect([few, many].map(({ differences }) => differences.length)).toEqual([99, 100]);
});

it('leaves out what is a dead letter, and what was discarded, and nothing else', async () => {
  await pool.query(`DELETE FROM ${t}.marks WHERE position = 2; DELETE FROM ${t}.statements WHERE position = 2;
    DELETE FROM ${t}.cells WHERE respondent = 'SV'; DELETE FROM ${t}.directions WHERE series LIKE 'c~SV~%'`);
  expect(await wrong()).not.toEqual([]);
  await pool.query(`INSERT INTO ${t}.dead_letters (position, stream, reason) VALUES (2, 's', 'r')`);
  expect(await verifyTables(pool)).toMatchObject({ events: 3, cells: 6, deadLetters: 1, differences: [] });
  await pool.query(`INSERT INTO discarded_letters (position, stream, reason, since)
    SELECT position, stream, reason, since FROM ${t}.dead_letters; DELETE FROM ${t}.dead_letters`);
  expect(await verifyTables(pool)).toMatchObject({ deadLetters: 0, discarded: 1, differences: [] });
});
