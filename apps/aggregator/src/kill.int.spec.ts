/** SIGKILL of a real aggregator between every two steps of its transaction: the tables are still the fold of the log. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveSchema, verifyTables } from '@rapporteur/projections';
import { startCommand } from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { appendVersions, FeedBench } from './harness/feed-contract.js';
import { LogFeed } from './log-feed.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pauser = `${root}libs/testing/dist/faults/pause-at-step.js`;

let bench: FeedBench;

beforeAll(async () => {
  bench = await FeedBench.open(async () => ({
    makeFeed: (_pool, url, onError) => new LogFeed({ url, onError }),
    redeliver: async () => 0,
    close: async () => undefined,
  }));
}, 60_000);
afterAll(() => bench.close());

const startPaused = (env: Record<string, string>) =>
  startCommand(process.execPath, ['--import', pauser, 'apps/aggregator/dist/main.js'], {
    cwd: root,
    env: { DATABASE_URL: bench.test.url, PORT: '0', ...env },
  });

describe('an aggregator that is killed', () => {
  it('leaves no trace before the step that commits, and everything after it', async () => {
    const steps: string[] = [];
    let version = 0;
    for (let step = 0, isLast = false; !isLast; step += 1) {
      for (const after of ['0', '1']) {
        await appendVersions(bench.pool, (version += 1), version);
        const paused = startPaused({ PAUSE_AT: String(step), PAUSE_AFTER: after });
        const [said] = await paused.waitFor(/paused .*/);
        steps.push(said);
        paused.child.kill('SIGKILL');
        expect(await paused.ended).toBe('SIGKILL');
        isLast = said.includes('COMMIT');
        const { rows } = await bench.pool.query(`SELECT max(version) AS v FROM ${liveSchema}.applied`);
        expect([said, rows[0].v]).toEqual([
          said,
          isLast && after === '1' ? version : version === 1 ? null : version - 1,
        ]);
        // The aggregator that goes on runs in this process: a separate one takes a second to start, and would
        // show no more.
        const next = await bench.start();
        await bench.settle();
        await next.close();
        expect((await verifyTables(bench.pool)).differences).toEqual([]);
      }
    }
    expect(steps.length).toBeGreaterThanOrEqual(16);
    expect(steps.at(-1)).toMatch(/after step \d+: COMMIT/);
  }, 180_000);
});
