/** Tables loaded whole from the log: the same as those applied event by event, whatever the events hold. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toNewEvent, type ReplyEvent } from '@rapporteur/domain';
import { moveOnce, storeAppends, storeUnchecked, takeEpoch } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, waitForLocks, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { liveSchema } from '../tables/create-tables.js';
import { discardDeadLetter, listDeadLetters, listDiscardedLetters } from '../write/dead-letters.js';
import { apply, history, store, toEvents } from '../samples/random-histories.js';
import { rebuildTables } from './rebuild.js';
import { verifyTables } from './verify.js';

let test: TestDatabase;
let source: DataSource;
let pool: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const submitted = (respondent: string, note: string): ReplyEvent => ({
  type: 'ReplySubmitted',
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on',
    late: null,
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    language: null,
    complete: false,
    observations: [
      { indicator: 'persons-prosecuted', breakdown: {}, period: '2005', value: 1, qualifier: 'exact', note },
    ],
    findings: [],
  },
});
const withdrawn = (respondent: string, reason: string): ReplyEvent => ({
  type: 'ReplyWithdrawn',
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn: '2008-01-21',
    receivedPrecision: 'on',
    late: null,
    reason,
    reference: null,
  },
});

describe('tables loaded from the log', () => {
  it('are the fold of every history, and those that batches left', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (drawn) => {
        await store(pool, toEvents(drawn));
        await apply(pool, [3], 0);
        const { differences } = await rebuildTables(pool);
        expect(differences).toBe(0);
        expect((await verifyTables(pool)).differences).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('keep every character of a text', async () => {
    const text = 'tab\t line\n return\r back\\slash \\N \\. “quoted” 萨尔瓦多 𝟙';
    await store(pool, [submitted('SV', text), withdrawn('SV', text), submitted('GR', '\\.')]);
    await apply(pool, [3], 0);
    expect((await rebuildTables(pool)).differences).toBe(0);
    const { rows } = await pool.query(`SELECT reason FROM ${liveSchema}.marks WHERE kind = 'withdrawn'`);
    expect(rows).toEqual([{ reason: text }]);
    expect((await verifyTables(pool)).differences).toEqual([]);
  });

  it('leave out what nobody can read, as a dead letter, and nothing beside it', async () => {
    await store(
      pool,
      [submitted('SV', 'a'), withdrawn('SV', 'no\u0000text'), submitted('GR', 'b')],
      storeUnchecked,
    );
    await rebuildTables(pool);
    expect(await listDeadLetters(pool)).toMatchObject([{ position: 2, stream: 'reply/c/2008/SV' }]);
    const { rows } = await pool.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`);
    expect(rows).toEqual([{ respondent: 'GR' }, { respondent: 'SV' }]);
    expect((await verifyTables(pool)).differences).toEqual([]);
  });

  it('leave out what PostgreSQL refuses, as a dead letter, and nothing beside it', async () => {
    await store(pool, [submitted('SV', 'a'), submitted('GR', 'refused'), submitted('BG', 'b')]);
    // The tables that are loaded take their definition from here, so the guard stands on what they are copied to.
    await pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.source ->> 'note' = 'refused' THEN RAISE EXCEPTION 'no' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`);
    await pool.query(`CREATE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$
      DECLARE made record; BEGIN
        FOR made IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
          IF made.object_identity LIKE '%.statements' THEN
            EXECUTE format('CREATE TRIGGER refuse BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse()', made.object_identity);
          END IF;
        END LOOP; END $$`);
    await pool.query(
      `CREATE EVENT TRIGGER guard ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION guard()`,
    );
    await rebuildTables(pool);
    await pool.query('DROP EVENT TRIGGER guard');
    expect(await listDeadLetters(pool)).toMatchObject([{ position: 2, reason: 'no' }]);
    const { rows } = await pool.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`);
    expect(rows).toEqual([{ respondent: 'BG' }, { respondent: 'SV' }]);
    expect((await verifyTables(pool)).differences).toEqual([]);
  });

  it('leave out what was discarded, and so does the fold', async () => {
    await store(
      pool,
      [submitted('SV', 'a'), withdrawn('SV', 'no\u0000text'), submitted('GR', 'b')],
      storeUnchecked,
    );
    await apply(pool, [3], 0);
    await discardDeadLetter(pool, 2);
    const left = { deadLetters: 0, discarded: 1, differences: [] };
    expect(await verifyTables(pool)).toMatchObject(left);
    expect((await rebuildTables(pool)).differences).toBe(0);
    expect(await verifyTables(pool)).toMatchObject(left);
    expect(await listDeadLetters(pool)).toEqual([]);
    const discarded = { position: 2, stream: 'reply/c/2008/SV', discardedAt: expect.any(Date) };
    expect(await listDiscardedLetters(pool)).toMatchObject([discarded]);
  });

  it('tell each phase, and of those that take long how much of it is done', async () => {
    const reply = submitted('SV', 'a');
    if (reply.type !== 'ReplySubmitted') throw new Error('a reply that was submitted has figures');
    const observations = Array.from({ length: 250 }, (_, i) => ({
      ...reply.data.observations[0]!,
      breakdown: { category: `k${i}` },
    }));
    await store(pool, [{ ...reply, data: { ...reply.data, observations } }, submitted('GR', 'b')]);
    const told: unknown[][] = [];
    await rebuildTables(pool, { onProgress: (...step) => told.push(step) });
    expect(told).toEqual([
      ['loading', [0, 2]],
      ['loading', [2, 2]],
      ['indexing'],
      ['counting'],
      ['testing', [0, 251]],
      ['testing', [100, 251]],
      ['testing', [200, 251]],
      ['testing', [251, 251]],
      ['swapping'],
    ]);
  });

  const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };

  it('take what comes until the moment of the swap, and so do those that were live, to be compared', async () => {
    await store(pool, [submitted('SV', 'a'), submitted('GR', 'b')]);
    await apply(pool, [2], 0);
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM places WHERE projection = $1 FOR UPDATE', [liveSchema]);
    const rebuilding = rebuildTables(pool);
    // The swap waits for the places of the live tables.
    await waitForLocks(pool, 1);
    const events = [toNewEvent(submitted('BG', 'c'), randomUUID(), meta)];
    await storeAppends(pool, [{ stream: 'reply/c/2008/BG', expectedVersion: 0, events }]);
    await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
    await holder.query('COMMIT');
    holder.release();
    expect(await rebuilding).toEqual({ position: 3, differences: 0, kept: undefined });
    const { rows } = await pool.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`);
    expect(rows.map(({ respondent }) => respondent)).toEqual(['BG', 'GR', 'SV']);
    expect((await verifyTables(pool)).differences).toEqual([]);
  });

  it('whose places cannot be moved on are no tables', async () => {
    await store(pool, [submitted('SV', 'a')]);
    await pool.query(`CREATE FUNCTION refuse_place() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER refuse_place BEFORE UPDATE ON places FOR EACH ROW
        WHEN (NEW.projection = 'tables_rebuild' AND NEW.position > 0) EXECUTE FUNCTION refuse_place()`);
    const phases: string[] = [];
    const rebuilding = rebuildTables(pool, { onProgress: (phase) => phases.push(phase) });
    await expect(rebuilding).rejects.toMatchObject({ code: '53100' });
    await pool.query('DROP TRIGGER refuse_place ON places');
    expect(phases).not.toContain('swapping');
    expect(phases).not.toContain('catching-up');
  });

  it('are not put in the place of the live ones when a version of a stream is missing', async () => {
    await store(pool, [submitted('SV', 'a'), withdrawn('SV', 'b'), withdrawn('SV', 'c')]);
    await apply(pool, [3], 0);
    await pool.query(`ALTER TABLE log DISABLE TRIGGER log_is_append_only;
      DELETE FROM log WHERE position = 2; ALTER TABLE log ENABLE TRIGGER log_is_append_only`);
    await expect(rebuildTables(pool)).rejects.toThrow('version 3 at position 3 came after version 1');
    const { rows } = await pool.query(`SELECT count(*) AS marks FROM ${liveSchema}.marks`);
    expect(rows).toEqual([{ marks: 3 }]);
  });
});
