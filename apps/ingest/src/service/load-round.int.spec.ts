/** Loading the coded round: into an empty store, beside an import, and on from where a crash cut it off. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAppendQueue, makeStreamReader, storeUnchecked, type AppendQueue } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { makeTurns } from '../commands/in-turn.js';
import { loadRound, mustLoad } from './load-round.js';
import type { Recording } from '../commands/record-command.js';
import { registry } from '../commands/registry.js';

const folder = fileURLToPath(new URL('../../../../data/ecosoc-2006-27/2008', import.meta.url));
let test: TestDatabase;
let source: DataSource;
let pool: pg.Pool;
let queue: AppendQueue;

beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  queue = makeAppendQueue(pool, () => undefined);
});
afterEach(async () => {
  await source.destroy();
  await test.drop();
});

const load = (append: Recording['append']) =>
  loadRound(
    { pool, append, read: makeStreamReader(pool), rounds: new Map(), inTurn: makeTurns() },
    { ...registry, today: '2026-01-01' },
    folder,
    () => undefined,
  );
const count = async () => (await pool.query<{ n: number }>('SELECT count(*) AS n FROM pending')).rows[0]!.n;

describe('loading a round', () => {
  it('goes on where a crash cut it off, stores everything once, and is then over', async () => {
    expect(await mustLoad(pool, folder, false)).toBe(true);
    let appended = 0;
    const crash = load((append) => {
      if ((appended += 1) === 10) throw new Error('killed');
      return queue.append(append);
    });
    await expect(crash).rejects.toThrow('killed');
    expect(await count()).toBe(9);
    expect(await mustLoad(pool, folder, false)).toBe(true);
    await load(queue.append);
    const all = await count();
    expect(all).toBeGreaterThan(24);
    expect(await mustLoad(pool, folder, true)).toBe(false);
    await load(queue.append);
    expect(await count()).toBe(all);
  });

  it('goes beside what others have stored only where that is wanted', async () => {
    const event = { id: randomUUID(), type: 'T', schemaVersion: 1, key: 'k', data: {}, meta: {} };
    await storeUnchecked(pool, [{ stream: 'round/other/2023', expectedVersion: 0, events: [event] }]);
    expect(await mustLoad(pool, folder, false)).toBe(false);
    expect(await mustLoad(pool, folder, true)).toBe(true);
  });
});
