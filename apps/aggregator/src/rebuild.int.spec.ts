/** Rebuilt tables take the place of the live ones while events arrive; verify tells right from wrong. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { storeAppends } from '@rapporteur/event-store';
import {
  discardDeadLetter,
  listDeadLetters,
  liveSchema,
  rebuildTables,
  retryDeadLetter,
  verifyTables,
} from '@rapporteur/projections';
import { randomUUID } from 'node:crypto';
import { appendVersions, FeedBench } from './feed-contract.js';
import { LogFeed } from './log-feed.js';

let bench: FeedBench;
beforeEach(async () => {
  bench = await FeedBench.open(async () => ({
    makeFeed: (_pool, url, onError) => new LogFeed({ url, onError }),
    redeliver: async () => 0,
    close: async () => undefined,
  }));
}, 60_000);
afterEach(() => bench.close(), 60_000);

const differences = async () => (await verifyTables(bench.pool)).differences;
const schemas = async () =>
  (
    await bench.pool.query("SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'tables%' ORDER BY 1")
  ).rows.map((row) => row.name);

describe('a rebuild', () => {
  it('catches up while events arrive, differs in nothing, and the feed goes on in the new tables', async () => {
    await bench.start();
    await appendVersions(bench.pool, 1, 30);
    await bench.settle();
    const flow = appendVersions(bench.pool, 31, 60);
    const rebuilt = await rebuildTables(bench.pool);
    await flow;
    await appendVersions(bench.pool, 61, 62);
    await bench.settle();
    expect(rebuilt.differences).toBe(0);
    expect(rebuilt.position).toBeGreaterThanOrEqual(240);
    expect(await differences()).toEqual([]);
    expect(await schemas()).toEqual([liveSchema]);
  }, 60_000);

  it('puts right what was wrong, says how much, and keeps the old tables when asked', async () => {
    const aggregator = await bench.start();
    await appendVersions(bench.pool, 1, 3);
    await bench.settle();
    await aggregator.close();
    await bench.pool.query(`UPDATE ${liveSchema}.cells SET value = 99 WHERE respondent = 'SV'`);
    await bench.pool.query(`DELETE FROM ${liveSchema}.cells WHERE respondent = 'GR'`);
    await bench.pool.query(`UPDATE ${liveSchema}.marks SET late = true WHERE respondent = 'CN'`);
    const wrong = await differences();
    expect(wrong.map(({ where }) => where.replace(/~.*| \d+$/, ''))).toEqual(
      expect.arrayContaining(['cell c', 'mark']),
    );
    expect(wrong).toHaveLength(5);
    const { differences: rows, kept } = await rebuildTables(bench.pool, { keep: true });
    expect(rows).toBe(wrong.length);
    expect(await schemas()).toEqual([liveSchema, kept]);
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('starts anew where one was cut off, and refuses to run twice at once', async () => {
    await bench.start();
    await appendVersions(bench.pool, 1, 3);
    await bench.settle();
    await bench.pool.query('CREATE SCHEMA tables_rebuild');
    const outcomes = await Promise.allSettled([rebuildTables(bench.pool), rebuildTables(bench.pool)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await differences()).toEqual([]);
  }, 60_000);
});

describe('a dead letter', () => {
  const meta = {
    recordedBy: 't',
    recordedAt: '2008-01-21T00:00:00.000Z',
    correlationId: 'c',
    causationId: 'r',
  };
  const poison = () =>
    storeAppends(bench.pool, [
      {
        stream: 'poison',
        expectedVersion: 0,
        events: [{ id: randomUUID(), type: 'Unheard', schemaVersion: 1, key: 'SV', data: {}, meta }],
      },
    ]);

  it('stays with its reason when it still cannot be applied, and goes when discarded', async () => {
    await bench.start();
    await poison();
    await bench.settle();
    const [letter] = await listDeadLetters(bench.pool);
    expect(letter).toMatchObject({
      position: 1,
      stream: 'poison',
      reason: 'no schema for Unheard version 1',
    });
    expect(await retryDeadLetter(bench.pool, 1)).toBe(false);
    expect(await listDeadLetters(bench.pool)).toHaveLength(1);
    await discardDeadLetter(bench.pool, 1);
    expect(await listDeadLetters(bench.pool)).toEqual([]);
    await expect(discardDeadLetter(bench.pool, 1)).rejects.toThrow('no dead letter');
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('is applied by a retry once the tables take it', async () => {
    await bench.pool.query(
      `ALTER TABLE ${liveSchema}.marks ADD CONSTRAINT refuse_sv CHECK (respondent <> 'SV')`,
    );
    await bench.start();
    await appendVersions(bench.pool, 1, 2);
    await bench.settle();
    const letters = await listDeadLetters(bench.pool);
    expect(letters.map(({ stream }) => stream)).toEqual(['reply/c/2008/SV', 'reply/c/2008/SV']);
    await bench.pool.query(`ALTER TABLE ${liveSchema}.marks DROP CONSTRAINT refuse_sv`);
    for (const { position } of letters) expect(await retryDeadLetter(bench.pool, position)).toBe(true);
    expect(await listDeadLetters(bench.pool)).toEqual([]);
    expect(await differences()).toEqual([]);
  }, 60_000);
});

describe('a rebuild that loses the connection of its lock', () => {
  it('comes to its end, and the process goes on', async () => {
    await appendVersions(bench.pool, 1, 3);
    await bench.start();
    await bench.settle();
    const losing: Promise<unknown>[] = [];
    await rebuildTables(bench.pool, {
      onProgress: () =>
        losing.push(
          bench.pool.query(
            `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${0x5241_0005}
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
          ),
        ),
    });
    await Promise.all(losing);
    expect(losing.length).toBeGreaterThan(0);
    expect(await differences()).toEqual([]);
  }, 60_000);
});
