/** The words of a collection as they are listed: of the last file of each round, with what was decided, by whom and when. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toNewEvent, wordsStream, type WordDecided } from '@rapporteur/domain';
import { storeAppends } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { listWords } from './list-words.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

const plain = {
  respondent: { code: ['area'] },
  period: { columns: ['year'] },
  value: { columns: ['value'] },
  indicator: { columns: ['measure'], words: {} },
};
const mapping = JSON.stringify({
  ...plain,
  breakdown: [{ columns: ['sex'], dimension: 'sex', words: { girls: 'female' } }],
});

interface File {
  readonly collection: string;
  readonly round: string;
  readonly file: string;
  readonly minute: number;
  readonly more?: Readonly<Record<string, unknown>>;
}
async function addFile({ collection, round, file, minute, more = {} }: File): Promise<void> {
  const all: Record<string, unknown> = {
    ...{
      collection,
      round,
      file,
      name: `${file}.csv`,
      received_on: '2023-05-30',
      header: '["a"]',
      refused: 0,
    },
    started_at: `2024-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
    ...more,
  };
  const names = Object.keys(all);
  await pool.query(
    `INSERT INTO imports (${names.join()}) VALUES (${names.map((_, i) => `$${i + 1}`).join()})`,
    Object.values(all),
  );
}
const addWord = (
  { collection, round, file }: Pick<File, 'collection' | 'round' | 'file'>,
  number: number,
  [dimension, word, hint, rows]: readonly [string, string, string | null, number],
  samples: readonly number[],
) =>
  pool.query(
    `INSERT INTO waiting_words (file, collection, round, number, dimension, word, column_name, hint, rows, samples)
     VALUES ($1, $2, $3, $4, $5, $6, 'Column', $7, $8, $9)`,
    [
      ...[file, collection, round, number, dimension, word, hint, rows],
      JSON.stringify(samples.map((row) => ({ row, cells: ['x'] }))),
    ],
  );
async function decide(collection: string, ...all: (Partial<WordDecided> & { by?: string })[]): Promise<void> {
  for (const [i, { by = 'Ana', ...said }] of all.entries()) {
    const data = {
      collection,
      dimension: 'sex',
      word: 'w',
      decision: 'code',
      code: 'female',
      reason: null,
      ...said,
    };
    const meta = {
      ...{ recordedBy: by, principal: 'p', signedInBy: 'key', correlationId: 'c', causationId: 'c' },
      recordedAt: `2024-06-01T00:00:0${i}.000Z`,
    } as const;
    const event = toNewEvent({ type: 'WordDecided', data: data as WordDecided }, randomUUID(), meta);
    await storeAppends(pool, [{ stream: wordsStream(collection), expectedVersion: i, events: [event] }]);
  }
}
const list = (collection: string, state: 'waiting' | 'decided' = 'waiting', limit = 100) =>
  listWords(pool, { collection, state, limit });

describe('words that wait', () => {
  it('are those of the last file of each round, each once with all its rows, and with the first three', async () => {
    const collection = 'waiting';
    const [old, last, other] = [
      { collection, round: 'b', file: 'old' },
      { collection, round: 'b', file: 'last' },
      { collection, round: 'a', file: 'old' },
    ];
    await addFile({ ...last, minute: 2, more: { mapping, waiting: 5 } });
    await addFile({ ...old, minute: 1 });
    // Files without rows that wait, before and after.
    const settled = { mapping: JSON.stringify(plain), waiting: 0 };
    await addFile({ ...other, minute: 0, more: settled });
    await addFile({ ...other, round: 'c', minute: 3, more: settled });
    await addFile({ collection: 'another', round: 'b', file: 'last', minute: 5 });
    await addWord(old, 0, ['sex', 'gone', null, 90], [1]);
    await addWord(last, 1, ['sex', 'GIRLZ', 'male', 4], [7, 8]);
    await addWord(last, 0, ['age', 'girlz', null, 6], [9]);
    await addWord(other, 0, ['sex', ' girlz', null, 3], [4, 5]);
    await addWord({ ...last, collection: 'another' }, 0, ['sex', 'elsewhere', null, 1], []);
    const { items, ...rest } = await list(collection);
    expect(rest).toMatchObject({ collection, state: 'waiting', total: 2, version: 0 });
    expect(items).toMatchObject([
      {
        ...{ dimension: 'sex', word: ' girlz', column: 'Column', rows: 7, decision: null },
        samples: [
          { round: 'a', row: 4, cells: ['x'] },
          { round: 'a', row: 5, cells: ['x'] },
          { round: 'b', row: 7, cells: ['x'] },
        ],
      },
      { dimension: 'age', word: 'girlz', rows: 6, samples: [{ round: 'b', row: 9 }], proposals: [] },
    ]);
    expect(items.map((item) => 'hint' in item)).toEqual([false, false]);
    // By the mapping of the file whose rows wait.
    expect(items[0]!.proposals).toEqual([
      { code: 'female', name: 'Female', reason: 'the mapping knows "girls"' },
    ]);
    expect((await list(collection, 'waiting', 1)).items.map(({ word }) => word)).toEqual([' girlz']);
    expect((await list(collection, 'waiting', 1)).total).toBe(2);
  });

  it('are no more those that were decided, and are proposed for by what the row itself says', async () => {
    const collection = 'decided-since';
    const key = { collection, round: 'a', file: 'f' };
    await addFile({ ...key, minute: 0, more: { mapping: JSON.stringify(plain), waiting: 2 } });
    await addWord(key, 0, ['sex', 'w', null, 9], []);
    await addWord(key, 1, ['respondent', 'Austira', 'SV', 1], []);
    await decide(collection, {});
    const { items, total } = await list(collection);
    expect([total, items.map(({ word, proposals }) => [word, proposals[0]])]).toEqual([
      1,
      [['Austira', { code: 'SV', name: 'El Salvador', reason: 'the name in the same row says so' }]],
    ]);
  });

  it('of more than a few are all proposed for', async () => {
    const collection = 'many';
    const key = { collection, round: 'a', file: 'f' };
    await addFile({ ...key, minute: 0, more: { mapping, waiting: 2 } });
    for (let i = 0; i < 12; i += 1)
      await addWord(key, i, ['sex', `girlz ${'x'.repeat(i % 2)}${i}`, null, 1], []);
    const { items } = await list(collection);
    expect(items).toHaveLength(12);
  });

  it('of a collection without any mapping have no proposals', async () => {
    const key = { collection: 'nobody-knows', round: 'a', file: 'f' };
    await addFile({ ...key, minute: 0 });
    await addWord(key, 0, ['sex', 'femal', null, 1], []);
    expect((await list(key.collection)).items).toMatchObject([{ word: 'femal', proposals: [] }]);
    const known = { ...key, collection: 'unodc-glotip' };
    await addFile({ ...known, minute: 0 });
    await addWord(known, 0, ['sex', 'femal', null, 1], []);
    expect((await list(known.collection)).items[0]!.proposals).toMatchObject([{ code: 'female' }]);
  });
});

describe('words that were decided', () => {
  it('are listed the last first, as they stand, with who decided and when', async () => {
    const collection = 'decided';
    await decide(
      collection,
      { word: 'a', code: 'male' },
      { word: 'b', dimension: 'respondent', code: 'SV', by: 'Ben' },
      { word: 'c', decision: 'not-a-code', code: null, reason: 'no word' },
      { word: 'A', code: 'female', by: 'Cleo' },
      { word: 'd', decision: 'total', code: null },
      { word: 'd', decision: 'undecided', code: null },
    );
    const { items, total, version, state } = await list(collection, 'decided');
    expect([total, version, state]).toEqual([3, 6, 'decided']);
    const nothing = { column: null, rows: 0, samples: [], proposals: [] };
    const at = (second: number) => `2024-06-01T00:00:0${second}.000Z`;
    expect(items).toMatchObject([
      {
        ...{ ...nothing, dimension: 'sex', word: 'A' },
        decision: {
          decision: 'code',
          code: 'female',
          name: 'Female',
          reason: null,
          decidedBy: 'Cleo',
          decidedAt: at(3),
        },
      },
      {
        word: 'c',
        decision: { decision: 'not-a-code', code: null, name: null, reason: 'no word', decidedAt: at(2) },
      },
      { dimension: 'respondent', word: 'b', decision: { code: 'SV', name: 'El Salvador', decidedBy: 'Ben' } },
    ]);
    expect((await list(collection, 'decided', 2)).items.map(({ word }) => word)).toEqual(['A', 'c']);
  });
});

it('a round is behind until its file follows the last decision, or cannot, which is told', async () => {
  const collection = 'rounds';
  await decide(collection, { word: 'a' }, { word: 'b' });
  const counts = { rows: 9, refused: 1, waiting: 2 };
  const round = (name: string, more: object) =>
    addFile({ collection, round: name, file: name, minute: 0, more: { ...counts, ...more } });
  await round('behind', { words_version: 1, words_not_kept: 4 });
  await round('failed', { words_version: 1, words_problem: 'why', words_problem_at: 2 });
  await round('failed-before', { words_version: 1, words_problem: 'why', words_problem_at: 1 });
  await round('follows', { words_version: 2 });
  await round('never', {});
  const { rounds } = await list(collection);
  const told = (name: string, isBehind: boolean, problem: string | null, notKept = 0) => ({
    ...{ round: name, file: name, name: `${name}.csv`, header: ['a'], ...counts, notKept, isBehind, problem },
  });
  expect(rounds).toEqual([
    told('behind', true, null, 4),
    told('failed', false, 'why'),
    told('failed-before', true, null),
    told('follows', false, null),
    told('never', false, null),
  ]);
});
