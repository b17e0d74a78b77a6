/**
 * A batch whose connection goes dark while it is applied: it is given up, and blocks its places only for a
 * short time.
 */
import { expect, it } from '@jest/globals';
import { partitionCount, readLog, startSequencer, takeLeases } from '@rapporteur/event-store';
import { isDatabaseAway, openDatabase, poolOf } from '@rapporteur/postgres';
import { liveSchema, verifyTables } from '@rapporteur/projections';
import { createTestDatabase, Proxy } from '@rapporteur/testing';
import { ApplyFeedController } from './apply-feed.controller.js';
import { appendVersions, settleTables, until } from './harness/feed-contract.js';

const partitions = Array.from({ length: partitionCount }, (_, i) => i);

it('a batch whose connection went dark is applied once, under the leases of whoever takes the places next', async () => {
  const test = await createTestDatabase();
  const source = await openDatabase({ url: test.url });
  const pool = poolOf(source);
  const sequencer = startSequencer({ url: test.url, onError: () => undefined });
  const url = new URL(test.url);
  const link = await Proxy.open(Number(url.port));
  url.port = String(link.port);
  const behind = await openDatabase({ url: url.href, answerWithinMs: 2000 });
  try {
    await appendVersions(pool, 1, 1);
    await until('all have positions', async () => (await readLog(pool, 0, 100)).length === 8);
    const events = await readLog(pool, 0, 100);
    const aggregator = new ApplyFeedController(poolOf(behind), {});
    const apply = async () =>
      aggregator.apply({ leases: await takeLeases(pool, liveSchema, partitions), events });

    const holding = await pool.connect();
    await holding.query(`BEGIN; LOCK TABLE ${liveSchema}.statements IN EXCLUSIVE MODE`);
    const failing = apply().then(() => undefined, isDatabaseAway);
    await until('the batch has the places and waits', async () => {
      const { rows } = await pool.query(
        "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
      );
      return rows.length === 1;
    });
    link.darken();
    await holding.query('ROLLBACK');
    holding.release();
    expect(await failing).toBe(true);

    expect((await apply()).applied).toBe(8);
    await settleTables(pool);
    expect((await verifyTables(pool)).differences).toEqual([]);
  } finally {
    await link.close();
    await behind.destroy();
    await sequencer.close();
    await source.destroy();
    await test.drop();
  }
}, 30_000);
