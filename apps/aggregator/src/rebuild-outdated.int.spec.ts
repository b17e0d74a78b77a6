/**
 * Tables of an earlier version are rebuilt once when an aggregator starts; tables of a later version are not
 * touched.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  liveSchema,
  readTablesVersion,
  rebuildOutdated,
  tablesVersion,
  verifyTables,
} from '@rapporteur/projections';
import { startCommand, type RunningCommand } from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { appendVersions, FeedBench } from './harness/feed-contract.js';
import { LogFeed } from './log-feed.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let bench: FeedBench;
let started: RunningCommand | undefined;
beforeEach(async () => {
  bench = await FeedBench.open(async () => ({
    makeFeed: (_pool, url, onError) => new LogFeed({ url, onError }),
    redeliver: async () => 0,
    close: async () => undefined,
  }));
}, 60_000);
afterEach(async () => {
  started?.child.kill('SIGKILL');
  await started?.ended;
  started = undefined;
  await bench.close();
}, 60_000);

/** Tables as an earlier version might have left them: a column short, and with another count. */
async function makeOutdated(): Promise<void> {
  const aggregator = await bench.start();
  await appendVersions(bench.pool, 1, 3);
  await bench.settle();
  await aggregator.close();
  await bench.pool.query(`UPDATE ${liveSchema}.cells SET value = 99`);
  await bench.pool.query(`ALTER TABLE ${liveSchema}.marks DROP COLUMN reference CASCADE`);
  await bench.pool.query(`UPDATE ${liveSchema}.made_for SET version = ${tablesVersion - 1}`);
}
const differences = async () => (await verifyTables(bench.pool)).differences;

describe('an aggregator that starts', () => {
  const start = () =>
    (started = startCommand(process.execPath, [fileURLToPath(new URL('../dist/main.js', import.meta.url))], {
      cwd: root,
      env: { DATABASE_URL: bench.test.url, PORT: '0' },
    }));

  it('rebuilds tables of an earlier version, and goes on in the new ones', async () => {
    await makeOutdated();
    const aggregator = start();
    await aggregator.waitFor(/aggregator is at/);
    await appendVersions(bench.pool, 4, 5);
    await bench.settle();
    expect(await readTablesVersion(bench.pool)).toBe(tablesVersion);
    expect(await differences()).toEqual([]);
    aggregator.child.kill('SIGTERM');
    expect(await aggregator.ended).toBe(0);
  }, 60_000);

  it('does not start on tables of a later version, and says what to do', async () => {
    await bench.pool.query(`UPDATE ${liveSchema}.made_for SET version = ${tablesVersion + 1}`);
    const aggregator = start();
    expect(await aggregator.ended).toBe(1);
    expect(aggregator.output()).toMatch(/start the later release/);
  }, 60_000);
});

describe('tables', () => {
  it('from before there were versions are rebuilt', async () => {
    await bench.pool.query(`DROP TABLE ${liveSchema}.made_for`);
    expect(await readTablesVersion(bench.pool)).toBe(0);
    expect(await rebuildOutdated(bench.pool)).toBeDefined();
    expect(await readTablesVersion(bench.pool)).toBe(tablesVersion);
  }, 60_000);

  it('are rebuilt by one of two that start at once, and not when they are of this version', async () => {
    await makeOutdated();
    const told: number[][] = [];
    const start = () => rebuildOutdated(bench.pool, { onOutdated: (...versions) => told.push(versions) });
    const rebuilt = await Promise.all([start(), start()]);
    expect(rebuilt.filter(Boolean)).toHaveLength(1);
    // The other waits for it, and then finds nothing to do.
    expect(told).toEqual([[tablesVersion - 1, tablesVersion]]);
    expect(await differences()).toEqual([]);
    expect(await rebuildOutdated(bench.pool)).toBeUndefined();
  }, 60_000);
});
