/** Rebuilt tables replace the live ones while events arrive; verify finds tables that differ from the log. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readHead, readWatermark, storeUnchecked } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import {
  discardDeadLetter,
  listDeadLetters,
  liveSchema,
  rebuildTables,
  RebuildUnderWay,
  retryDeadLetter,
  verifyTables,
  type RebuildPhase,
} from '@rapporteur/projections';
import { HeldTransactions, waitForLocks } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { appendVersions, FeedBench, until } from './harness/feed-contract.js';
import { LogFeed } from './log-feed.js';

let bench: FeedBench;
beforeEach(async () => {
  bench = await FeedBench.open(async () => ({
    makeFeed: (_pool, url, onError) => new LogFeed({ url, onError }),
    redeliver: async () => 0,
    close: async () => undefined,
  }));
}, 60_000);
afterEach(async () => {
  held.endAll();
  await bench.close();
}, 60_000);

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

  it.each<RebuildPhase>(['loading', 'indexing', 'testing', 'swapping'])(
    'starts anew where one was cut off when %s',
    async (end) => {
      await bench.start();
      await appendVersions(bench.pool, 1, 3);
      await bench.settle();
      const cutOff = rebuildTables(bench.pool, {
        onProgress: (phase, share) => {
          // Fails after something has been loaded, not when loading begins.
          if (phase === end && share?.[0] !== 0) throw new Error('cut off');
        },
      });
      await expect(cutOff).rejects.toThrow('cut off');
      expect(await schemas()).toEqual([liveSchema, `${liveSchema}_rebuild`]);
      await appendVersions(bench.pool, 4, 4);
      await bench.settle();
      expect(await rebuildTables(bench.pool)).toEqual({ position: 32, differences: 0, kept: undefined });
      expect(await schemas()).toEqual([liveSchema]);
      expect(await places()).toEqual([liveSchema]);
      await appendVersions(bench.pool, 5, 5);
      await bench.settle();
      expect(await differences()).toEqual([]);
    },
    60_000,
  );

  it('refuses to run while another does, which goes on', async () => {
    await bench.start();
    await appendVersions(bench.pool, 1, 3);
    await bench.settle();
    const release = await hold('LOCK TABLE log');
    const first = rebuildTables(bench.pool);
    await waiting(1);
    await expect(rebuildTables(bench.pool)).rejects.toThrow(RebuildUnderWay);
    await release();
    expect(await first).toMatchObject({ position: 24, differences: 0 });
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('puts whole tables in the place of broken ones that were behind, and the feed goes on in them', async () => {
    await bench.start();
    await appendVersions(bench.pool, 1, 2);
    await bench.settle();
    await bench.pool.query(`ALTER TABLE ${liveSchema}.marks DROP COLUMN reference`);
    await appendVersions(bench.pool, 3, 4);
    await until('positions', async () => (await readHead(bench.pool)) === 32);
    expect(await rebuildTables(bench.pool)).toEqual({ position: 32, differences: NaN, kept: undefined });
    expect(await readWatermark(bench.pool, liveSchema)).toBe(32);
    await appendVersions(bench.pool, 5, 6);
    await bench.settle();
    expect(await verifyTables(bench.pool)).toMatchObject({ events: 48, deadLetters: 0, differences: [] });
  }, 60_000);
});

/** The projections that have places. */
const places = async () =>
  (await bench.pool.query('SELECT DISTINCT projection FROM places')).rows.map((row) => row.projection);

/**
 * Ends the connection that holds the lock against a second rebuild, as an operator or a time limit might, and waits until
 * it has ended: only then the lock is free.
 */
const endLock = () =>
  bench.pool.query(
    `SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${0x5241_0005}
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );

const held = new HeldTransactions();
const hold = (statement: string) => held.hold(bench.pool, statement);
const waiting = (connections: number) => waitForLocks(bench.pool, connections);

const indexes = async () =>
  (
    await bench.pool.query(
      `SELECT indexname FROM pg_indexes WHERE schemaname = '${liveSchema}' ORDER BY indexname`,
    )
  ).rows;

describe('a dead letter', () => {
  const meta = {
    recordedBy: 't',
    recordedAt: '2008-01-21T00:00:00.000Z',
    correlationId: 'c',
    causationId: 'r',
  };
  const poison = () =>
    storeUnchecked(bench.pool, [
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

  it('that was discarded counts again once a rebuild can apply it', async () => {
    await bench.pool.query(
      `ALTER TABLE ${liveSchema}.marks ADD CONSTRAINT refuse_sv CHECK (respondent <> 'SV')`,
    );
    await bench.start();
    await appendVersions(bench.pool, 1, 1);
    await bench.settle();
    const [letter] = await listDeadLetters(bench.pool);
    await discardDeadLetter(bench.pool, letter!.position);
    expect(await verifyTables(bench.pool)).toMatchObject({ discarded: 1, differences: [] });
    await rebuildTables(bench.pool);
    expect(await verifyTables(bench.pool)).toMatchObject({ deadLetters: 0, discarded: 0, differences: [] });
    const { rows } = await bench.pool.query(`SELECT 1 FROM ${liveSchema}.marks WHERE respondent = 'SV'`);
    expect(rows).toHaveLength(1);
  }, 60_000);

  it('that is retried beside a swap is applied to the tables that were swapped in', async () => {
    const aggregator = await bench.start();
    await poison();
    await bench.settle();
    await aggregator.close();
    const endBatch = await hold(`SELECT FROM places WHERE projection = '${liveSchema}' FOR UPDATE`);
    const rebuilt = rebuildTables(bench.pool);
    await waiting(1);
    const retried = retryDeadLetter(bench.pool, 1);
    await waiting(2);
    await endBatch();
    expect(await Promise.all([rebuilt, retried])).toMatchObject([{ position: 1 }, false]);
    expect(await listDeadLetters(bench.pool)).toHaveLength(1);
  }, 60_000);
});

describe('a rebuild that loses the connection of its lock', () => {
  let indexed: unknown[];
  beforeEach(async () => {
    const aggregator = await bench.start();
    await appendVersions(bench.pool, 1, 3);
    await bench.settle();
    await aggregator.close();
    indexed = await indexes();
  });

  const expectWhole = async () => {
    expect(await indexes()).toEqual(indexed);
    expect(await differences()).toEqual([]);
    expect(await schemas()).toEqual([liveSchema]);
  };

  it('comes to its end, and the process goes on', async () => {
    const losing: Promise<unknown>[] = [];
    await rebuildTables(bench.pool, { onProgress: () => losing.push(endLock()) });
    await Promise.all(losing);
    expect(losing.length).toBeGreaterThan(0);
    await expectWhole();
  }, 60_000);

  it('is fenced off by one that begins meanwhile: one of the two swaps, whole', async () => {
    const release = await hold('LOCK TABLE log');
    const first = rebuildTables(bench.pool).catch((error: unknown) => error);
    await waiting(1);
    await endLock();
    const second = rebuildTables(bench.pool);
    await waiting(2);
    await release();
    expect(await second).toMatchObject({ position: 24, differences: 0 });
    expect(await first).toBeInstanceOf(RebuildUnderWay);
    await expectWhole();
  }, 60_000);

  it('does not lose it by being idle for long', async () => {
    const limited = new URL(bench.test.url);
    limited.searchParams.set('options', '-c idle_session_timeout=500');
    const source = await openDatabase({ url: limited.href });
    const release = await hold('LOCK TABLE log');
    const first = rebuildTables(poolOf(source));
    await waiting(1);
    await sleep(1500);
    const second = rebuildTables(bench.pool).catch((error: unknown) => error);
    await Promise.race([second, waiting(2)]);
    await release();
    expect(await second).toBeInstanceOf(RebuildUnderWay);
    expect(await first).toMatchObject({ position: 24, differences: 0 });
    await source.destroy();
  }, 60_000);
});
