/** A key is looked for by its hash: the key itself is sent nowhere, and one that is nearly right is as wrong as any. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { changeAccess, findByKey } from './access-log.js';
import { hashOf, makeKey } from './keys.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
/** Every statement that was sent, with its values. */
const sent: unknown[][] = [];
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

it('is sent to PostgreSQL as a hash alone, which an index finds', async () => {
  const { key, hash, secret } = makeKey();
  await changeAccess(
    pool,
    'clearing-house',
    [
      { type: 'PrincipalAdded', kind: 'machine', name: 'Clearing house' },
      { type: 'KeyIssued', key, hash, until: '2099-01-01T00:00:00.000Z' },
    ],
    { by: 'test', reason: 'set up' },
  );
  const recording = {
    query: (text: string, values: unknown[]) => {
      sent.push([text, ...values]);
      return pool.query(text, values);
    },
  } as unknown as pg.Pool;
  expect((await findByKey(recording, secret, new Date().toISOString()))?.principal.id).toBe('clearing-house');
  const last = secret.at(-1)!;
  const near = `${secret.slice(0, -1)}${last === 'A' ? 'E' : 'A'}`;
  expect(await findByKey(recording, near, new Date().toISOString())).toBeUndefined();
  expect(sent.map(([, ...values]) => values)).toEqual([[hash], [hashOf(near)]]);
  expect(JSON.stringify(sent)).not.toContain(secret.slice(-43, -1));

  const client = await pool.connect();
  try {
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<Record<string, string>>(`EXPLAIN ${String(sent[0]![0])}`, [hash]);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('access_log_by_key');
  } finally {
    client.release(true);
  }
});
