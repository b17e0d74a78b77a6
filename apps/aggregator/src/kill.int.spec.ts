/** SIGKILL of a real aggregator between every two steps of its transaction: the tables are still the fold of the log. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSequencer, type Sequencer } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { liveSchema, verifyTables } from '@rapporteur/projections';
import { createTestDatabase, startCommand, type TestDatabase } from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { appendVersions, settleTables } from './feed-contract.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('../dist/pause-at-step.js', import.meta.url));

let test: TestDatabase;
let source: DataSource;
let sequencer: Sequencer;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  sequencer = startSequencer({ url: test.url, onError: () => undefined });
}, 60_000);
afterAll(async () => {
  await sequencer.close();
  await source.destroy();
  await test.drop();
});

const start = (env: Record<string, string>) =>
  startCommand(process.execPath, [script], { cwd: root, env: { DATABASE_URL: test.url, PORT: '0', ...env } });

describe('an aggregator that is killed', () => {
  it('leaves no trace before the step that commits, and everything after it', async () => {
    const steps: string[] = [];
    let version = 0;
    for (let step = 0, isLast = false; !isLast; step += 1) {
      for (const after of ['0', '1']) {
        await appendVersions(poolOf(source), (version += 1), version);
        const paused = start({ PAUSE_AT: String(step), PAUSE_AFTER: after });
        const [said] = await paused.waitFor(/paused .*/);
        steps.push(said);
        paused.child.kill('SIGKILL');
        expect(await paused.ended).toBe('SIGKILL');
        isLast = said.includes('COMMIT');
        const { rows } = await poolOf(source).query(`SELECT max(version) AS v FROM ${liveSchema}.applied`);
        expect([said, rows[0].v]).toEqual([
          said,
          isLast && after === '1' ? version : version === 1 ? null : version - 1,
        ]);
        const whole = start({});
        await whole.waitFor(/aggregator is at/);
        await settleTables(poolOf(source));
        whole.child.kill('SIGTERM');
        expect(await whole.ended).toBe(0);
        expect((await verifyTables(poolOf(source))).differences).toEqual([]);
      }
    }
    expect(steps.length).toBeGreaterThanOrEqual(16);
    expect(steps.at(-1)).toMatch(/after step \d+: COMMIT/);
  }, 180_000);
});
