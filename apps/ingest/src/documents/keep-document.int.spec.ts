/** What one principal may send in 24 hours, whichever processes they send it to. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepFile, TooMuchToday } from '@rapporteur/documents';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';

let test: TestDatabase;
let database: Database;
let pool: pg.Pool;
let path: string;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  pool = poolOf(database);
  folder = await mkdtemp(join(tmpdir(), 'keep-document-'));
  path = join(folder, 'letter');
  await writeFile(path, 'x'.repeat(40));
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});

async function send(file: string, principal: string, day?: number): Promise<string> {
  const client = await pool.connect();
  try {
    await keepFile(client, file, path, { principal, day });
    return 'kept';
  } catch (error) {
    if (error instanceof TooMuchToday) return `${error.sent} of ${error.limit}`;
    throw error;
  } finally {
    client.release();
  }
}
const isKept = async (file: string) =>
  (await pool.query('SELECT 1 FROM kept_files f JOIN kept_pieces p USING (file) WHERE file = $1', [file]))
    .rowCount === 1;

it('counts what was new, of this principal and this day alone', async () => {
  expect(await send('a1', 'ana', 100)).toBe('kept');
  expect(await send('a2', 'ana', 100)).toBe('kept');
  // Kept before: it takes no room.
  expect(await send('a1', 'ana', 100)).toBe('kept');
  expect(await send('a3', 'ana', 100)).toBe('80 of 100');
  expect(await isKept('a3')).toBe(false);
  expect(await send('a3', 'ana', 120)).toBe('kept');
  expect(await send('b1', 'ben', 100)).toBe('kept');
  expect(await send('a4', 'ana')).toBe('kept');
  await pool.query(
    "UPDATE kept_files SET kept_at = kept_at - interval '24 hours' WHERE file IN ('a1', 'a2')",
  );
  expect(await send('a5', 'ana', 120)).toBe('kept');
  expect(await send('a6', 'ana', 120)).toBe('120 of 120');
});

it('of several at once no more are kept than fit', async () => {
  const sent = await Promise.all(Array.from({ length: 6 }, (_, i) => send(`c${i}`, 'cleo', 100)));
  expect(sent.sort()).toEqual(['80 of 100', '80 of 100', '80 of 100', '80 of 100', 'kept', 'kept']);
});
