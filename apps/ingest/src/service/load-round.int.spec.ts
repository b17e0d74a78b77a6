/** Loading the coded round: into an empty store, beside an import, and continued after a crash. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAppendQueue, makeStreamReader, storeUnchecked, type AppendQueue } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { makeTurns } from '../commands/in-turn.js';
import { loadRound, mustLoad } from './load-round.js';
import type { Recording } from '../commands/recording.js';
import { registry } from '../commands/registry.js';

const folder = fileURLToPath(new URL('../../../../data/ecosoc-2006-27/2008', import.meta.url));
let test: TestDatabase;
let source: Database;
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

  it('stores the round and then each reply in the order of its files, each for its own respondent, and tells of each', async () => {
    const told: string[] = [];
    const token = await loadRound(
      { pool, append: queue.append, read: makeStreamReader(pool), rounds: new Map(), inTurn: makeTurns() },
      { ...registry, today: '2026-01-01' },
      folder,
      (done, of) => told.push(`${done}/${of}`),
    );
    const files = (await readdir(folder))
      .filter((file) => file.endsWith('.json') && file !== 'round.json')
      .sort();
    const replies = await Promise.all(
      files.map(
        async (file) =>
          JSON.parse(await readFile(join(folder, file), 'utf8')) as {
            respondent: string;
            observations?: object[];
          },
      ),
    );
    const { rows } = await pool.query<{
      id: string;
      stream: string;
      data: { observations: { value: number }[]; respondent: string };
      meta: { recordedBy: string; causationId: string };
    }>('SELECT id, stream, data, meta FROM pending ORDER BY seq');
    expect(rows.map(({ meta }) => meta.causationId)).toEqual(
      ['round.json', ...files].map((file) => `load ecosoc-2006-27/2008 ${file}`),
    );
    const stored = rows.slice(1);
    expect(stored.map(({ data }) => data.respondent)).toEqual(
      replies.map(({ respondent }) => (registry.resolve(respondent) as { code: string }).code),
    );
    expect(stored.map(({ data }) => data.observations.length)).toEqual(
      replies.map(({ observations = [] }) => observations.length),
    );
    expect(stored.map(({ stream }) => stream)).toEqual(
      stored.map(({ data }) => `reply/ecosoc-2006-27/2008/${data.respondent}`),
    );
    expect(new Set(rows.map(({ meta }) => meta.recordedBy))).toEqual(new Set(['rapporteur']));
    expect(token).toBe(Buffer.from(rows.at(-1)!.id.replaceAll('-', ''), 'hex').toString('base64url'));
    expect(told).toEqual(rows.map((_, i) => `${i + 1}/${rows.length}`));
  });

  it('ends at a file with a problem, which is named with what is wrong', async () => {
    const copy = join(await mkdtemp(join(tmpdir(), 'load-round-')), 'ecosoc-2006-27', '2008');
    await cp(folder, copy, { recursive: true });
    const [first, second] = (await readdir(copy))
      .filter((file) => file !== 'round.json' && file.endsWith('.json'))
      .sort();
    const body = JSON.parse(await readFile(join(copy, second!), 'utf8')) as object;
    await writeFile(join(copy, second!), JSON.stringify({ ...body, receivedOn: '2008-02-30' }));
    const recording = {
      pool,
      append: queue.append,
      read: makeStreamReader(pool),
      rounds: new Map(),
      inTurn: makeTurns(),
    };
    const loading = loadRound(recording, { ...registry, today: '2026-01-01' }, copy, () => undefined);
    await expect(loading).rejects.toThrow(`${join(copy, second!)}:\n  /receivedOn `);
    expect([first !== undefined, await count()]).toEqual([true, 2]);
    await rm(dirname(dirname(copy)), { recursive: true });
  });

  it('goes beside what others have stored only where that is wanted', async () => {
    const event = { id: randomUUID(), type: 'T', schemaVersion: 1, key: 'k', data: {}, meta: {} };
    await storeUnchecked(pool, [{ stream: 'round/other/2023', expectedVersion: 0, events: [event] }]);
    expect(await mustLoad(pool, folder, false)).toBe(false);
    expect(await mustLoad(pool, folder, true)).toBe(true);
  });
});
