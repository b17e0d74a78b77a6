/** SIGKILL of a real rebuild between every two steps of its swap: readers keep the old tables, and the next one works. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { verifyTables } from '@rapporteur/projections';
import { startCommand } from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { appendVersions, FeedBench } from './feed-contract.js';
import { LogFeed } from './log-feed.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pause = fileURLToPath(new URL('../../../libs/testing/dist/pause-at-statement.js', import.meta.url));

/** Before each step of the swap, in its order, and after the last before it commits. */
const points: readonly Record<string, string>[] = [
  { PAUSE_AT: 'SAVEPOINT live' },
  { PAUSE_AT: 'ALTER SCHEMA tables RENAME' },
  { PAUSE_AT: 'ALTER SCHEMA tables_rebuild RENAME' },
  { PAUSE_AT: 'CREATE OR REPLACE VIEW' },
  { PAUSE_AT: 'SET position = r.position' },
  { PAUSE_AT: 'DROP SCHEMA tables_old' },
  { PAUSE_AT: 'NOTIFY rapporteur_tables' },
  { PAUSE_AT: 'NOTIFY rapporteur_tables', PAUSE_AFTER: '1' },
];

let bench: FeedBench;
beforeEach(async () => {
  bench = await FeedBench.open(async () => ({
    makeFeed: (_pool, url, onError) => new LogFeed({ url, onError }),
    redeliver: async () => 0,
    close: async () => undefined,
  }));
}, 60_000);
afterEach(() => bench.close(), 60_000);

it('leaves the live tables as they were, and the aggregator going on', async () => {
  await bench.start();
  let version = 0;
  const rebuild = (env: Record<string, string>) =>
    startCommand(process.execPath, ['--import', pause, 'apps/rapporteur/dist/cli/rebuild.js'], {
      cwd: root,
      env: { DATABASE_URL: bench.test.url, ...env },
    });
  const schemas = async () =>
    (await bench.pool.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tables_old%'")).rowCount;
  for (const point of points) {
    await appendVersions(bench.pool, (version += 1), version);
    await bench.settle();
    const paused = rebuild(point);
    await paused.waitFor(/paused (before|after)/);
    paused.child.kill('SIGKILL');
    expect(await paused.ended).toBe('SIGKILL');
    // What arrives now comes into the tables that are live: those from before.
    await appendVersions(bench.pool, (version += 1), version);
    await bench.settle();
    const { differences } = await verifyTables(bench.pool);
    expect([point, await schemas(), differences]).toEqual([point, 0, []]);
  }
  const whole = rebuild({});
  expect(await whole.ended).toBe(0);
  expect(whole.output()).toContain(': 0 rows differed');
  expect((await verifyTables(bench.pool)).differences).toEqual([]);
}, 180_000);
