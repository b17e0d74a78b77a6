/** What was removed from view is not kept: neither its bytes nor a text that somebody was reading meanwhile. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { extractionVersion, readWords, keepFile, keepText, readText } from '@rapporteur/documents';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { forgetBytes } from './forget-bytes.js';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  folder = await mkdtemp(join(tmpdir(), 'forget-bytes-'));
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});

const problem = { problem: { code: 'picture', message: 'A picture' } } as const;
async function keep(document: string): Promise<void> {
  const path = join(folder, 'letter');
  await writeFile(path, 'a letter');
  const client = await pool.connect();
  await keepFile(client, document, path).finally(() => client.release());
}
const kept = async (document: string) => {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM kept_files WHERE file = $1) + (SELECT count(*) FROM kept_pieces WHERE file = $1)
       + (SELECT count(*) FROM document_texts WHERE document = $1)
       + (SELECT count(*) FROM document_words WHERE document = $1) AS n`,
    [document],
  );
  return Number(rows[0]!.n);
};

it('bytes and text go, and a text that comes late is not kept', async () => {
  await keep('a');
  await keepText(pool, 'a', problem);
  expect(await readText(pool, 'a')).toEqual(problem);
  await forgetBytes(pool, 'a');
  await keepText(pool, 'a', problem);
  expect(await kept('a')).toBe(0);
});

it('the places of its words go, too', async () => {
  await keep('w');
  const text = { extraction: 3, language: 'en', text: 'one', blocks: [] };
  await keepText(pool, 'w', { text, words: [{ page: 1, words: [[0, 3, 10, 20, 30, 40]] }] });
  const words = await readWords(pool, 'w', extractionVersion, [1]);
  expect(words).toEqual([{ page: 1, words: [[0, 3, 10, 20, 30, 40]] }]);
  await forgetBytes(pool, 'w');
  expect(await kept('w')).toBe(0);
});

it('a text that is being kept at that moment goes, too', async () => {
  await keep('b');
  const reader = await pool.connect();
  await reader.query('BEGIN');
  await keepText(reader as unknown as pg.Pool, 'b', problem);
  const forgetting = forgetBytes(pool, 'b');
  await new Promise((done) => setTimeout(done, 200));
  await reader.query('COMMIT');
  reader.release();
  await forgetting;
  expect(await kept('b')).toBe(0);
});

it('bytes that an import keeps under the same name stay', async () => {
  await keep('c');
  await pool.query(
    "INSERT INTO imports (file, collection, round, name, received_on, header) VALUES ('c', 'c', '2008', 'a.csv', '2008-01-20', '{}')",
  );
  await forgetBytes(pool, 'c');
  expect(await kept('c')).toBe(2);
});
