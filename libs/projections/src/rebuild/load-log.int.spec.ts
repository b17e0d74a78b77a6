/** Tables loaded whole from the log: the same as those applied event by event, whatever the events hold. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toNewEvent, type DomainEvent, type ReplyEvent } from '@rapporteur/domain';
import {
  FencedOff,
  moveOnce,
  readLog,
  storeAppends,
  storeUnchecked,
  takeEpoch,
  takeLeases,
} from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, HeldTransactions, waitForLocks, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { createBareTables, liveSchema } from '../tables/create-tables.js';
import { applyEvents } from '../write/apply-events.js';
import { discardDeadLetter, listDeadLetters, listDiscardedLetters } from '../write/dead-letters.js';
import { apply, history, longEnough, longHistory, store, toEvents } from '../samples/random-histories.js';
import { withSnapshot } from '../read/snapshot.js';
import { loadLog } from './load-log.js';
import { rebuildTables, RebuildUnderWay } from './rebuild.js';
import { verifyTables } from './verify.js';

let test: TestDatabase;
let source: Database;
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

const partitions = Array.from({ length: 12 }, (_, i) => i);
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

  it('have the directions of every series, however many are told apart', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(longHistory, async (drawn) => {
        await store(pool, toEvents(drawn));
        await apply(pool, [3], 0);
        expect((await rebuildTables(pool)).differences).toBe(0);
        const { rows } = await pool.query(`SELECT FROM ${liveSchema}.directions`);
        seen += rows.length;
      }),
      { numRuns: 8, examples: [[[...longEnough]]] },
    );
    expect(seen).toBeGreaterThan(0);
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

  /** A rebuild makes its tables anew, without the triggers of the live ones: a trigger on CREATE TABLE puts the guard on them. */
  const refusing = async <T>(tables: string, when: string, sqlState: string, work: () => Promise<T>) => {
    await pool.query(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF ${when} THEN RAISE EXCEPTION 'no' USING ERRCODE = ${sqlState}; END IF; RETURN NEW; END $$`);
    await pool.query(`CREATE OR REPLACE FUNCTION guard() RETURNS event_trigger LANGUAGE plpgsql AS $$
      DECLARE made record; BEGIN
        FOR made IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
          IF made.object_identity ~ '\\.(${tables})$' THEN
            EXECUTE format('CREATE TRIGGER refuse BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse()', made.object_identity);
          END IF;
        END LOOP; END $$`);
    await pool.query(
      `CREATE EVENT TRIGGER guard ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION guard()`,
    );
    return work().finally(() => pool.query('DROP EVENT TRIGGER guard'));
  };
  const opened: DomainEvent = {
    type: 'RoundOpened',
    data: {
      ...{ collection: 'c', round: '2008', title: {}, mandate: null, symbol: null, noteVerbaleOn: null },
      ...{ replyBy: null, cutOff: null, complete: false, compiledBy: null, asked: null, listed: null },
    },
  };
  const aside: DomainEvent = {
    type: 'EventSetAside',
    data: { collection: 'c', round: '2008', respondent: 'LV', version: 9, position: 99, reason: 'r' },
  };

  it.each<[string, string, DomainEvent]>([
    ['statements', "NEW.source ->> 'note' = 'refused'", submitted('GR', 'refused')],
    ['marks', "NEW.respondent = 'GR'", submitted('GR', 'refused')],
    ['rounds', 'true', opened],
    ['set_aside', 'true', aside],
  ])(
    'leave out what PostgreSQL refuses in %s, as a dead letter, and nothing beside it',
    async (table, when, refused) => {
      await store(pool, [submitted('SV', 'a'), refused, submitted('BG', 'b')]);
      await refusing(table, when, "'22000'", () => rebuildTables(pool));
      expect(await listDeadLetters(pool)).toMatchObject([{ position: 2, reason: 'no' }]);
      const { rows } = await pool.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`);
      expect(rows).toEqual([{ respondent: 'BG' }, { respondent: 'SV' }]);
      expect((await verifyTables(pool)).differences).toEqual([]);
    },
  );

  it.each([
    ['nobody can read', 'no\u0000text'],
    ['PostgreSQL refuses', 'refused'],
  ])('are no tables where what %s cannot be noted as a dead letter', async (_, reason) => {
    await store(pool, [submitted('SV', 'a'), withdrawn('SV', reason)], storeUnchecked);
    const rebuilding = refusing(
      'marks|dead_letters',
      "TG_TABLE_NAME = 'dead_letters' OR to_json(NEW) ->> 'reason' = 'refused'",
      "CASE TG_TABLE_NAME WHEN 'marks' THEN '22000' ELSE '53100' END",
      () => rebuildTables(pool),
    );
    await expect(rebuilding).rejects.toMatchObject({ code: '53100' });
  });

  it('are no tables where the version of one of many streams cannot be noted', async () => {
    await store(pool, [submitted('SV', 'a')]);
    // More than go into one statement; nobody can read them.
    await pool.query(`INSERT INTO log (position, id, stream, version, type, schema_version, key, partition, data, meta)
      SELECT n, gen_random_uuid(), 's' || lpad(n::text, 5, '0'), 1, 'Unheard', 1, 'SV', l.partition, '{}', l.meta
      FROM log l, generate_series(2, 10002) n WHERE l.position = 1;
      UPDATE sequencer SET head = 10002`);
    const rebuilding = refusing('applied', "NEW.stream = 's10002'", "'53100'", () => rebuildTables(pool));
    await expect(rebuilding).rejects.toMatchObject({ code: '53100' });
    const told: unknown[] = [];
    await rebuildTables(pool, { onProgress: (phase, share) => phase === 'loading' && told.push(share) });
    expect(told).toEqual([0, 5000, 10_000, 10_002].map((done) => [done, 10_002]));
    const { rows } = await pool.query(`SELECT count(*) AS n, max(stream) AS last FROM ${liveSchema}.applied`);
    expect(rows).toEqual([{ n: 10_002, last: 's10002' }]);
  }, 60_000);

  it.each([0, 1])(
    'are left alone by one whose places another has taken, with %d events in the log',
    async (count) => {
      await store(pool, [submitted('SV', 'a')].slice(0, count));
      const schema = 'made_anew';
      await pool.query(createBareTables(schema));
      await pool.query(
        `INSERT INTO places (projection, partition, epoch) SELECT $1, unnest($2::smallint[]), 0`,
        [schema, partitions],
      );
      const leases = await takeLeases(pool, schema, partitions);
      await takeLeases(pool, schema, partitions);
      const phases = new Set<string>();
      await expect(loadLog(pool, schema, leases, (phase) => phases.add(phase))).rejects.toThrow(FencedOff);
      expect([...phases]).toEqual(['loading']);
      const { rows } = await pool.query(`SELECT FROM ${schema}.marks`);
      expect(rows).toHaveLength(0);
      await pool.query(`DROP SCHEMA ${schema} CASCADE; DELETE FROM places WHERE projection = '${schema}'`);
    },
  );

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
    // A finding is of no series.
    const findings = [{ topic: 'shelters', paragraph: 61 }];
    await store(pool, [{ ...reply, data: { ...reply.data, observations, findings } }, submitted('GR', 'b')]);
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

  it.each([false, true])(
    'are whole for a read that waits while they are put in the place of those that were live (kept: %s)',
    async (keep) => {
      await store(pool, [submitted('SV', 'a'), submitted('GR', 'b')]);
      await apply(pool, [2], 0);
      const held = new HeldTransactions();
      const endRead = await held.hold(pool, `SELECT FROM ${liveSchema}.cells`);
      const aggregator = await pool.connect();
      await aggregator.query('BEGIN');
      const leases = await takeLeases(aggregator, liveSchema, partitions);
      const rebuilding = rebuildTables(pool, { keep });
      // It has loaded the log. What comes now is in the live tables, and comes into the new ones in the swap alone.
      await waitForLocks(pool, 1);
      const events = [toNewEvent(submitted('BG', 'c'), randomUUID(), meta)];
      await storeAppends(pool, [{ stream: 'reply/c/2008/BG', expectedVersion: 0, events }]);
      await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
      await applyEvents(aggregator, liveSchema, leases, await readLog(pool, 2, 10));
      await aggregator.query('COMMIT');
      aggregator.release();
      const isSwapWaiting = async () =>
        (await pool.query(`SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'`))
          .rowCount === 1;
      for (let i = 0; i < 1000 && !(await isSwapWaiting()); i += 1) await sleep(5);
      expect(await isSwapWaiting()).toBe(true);
      const reading = withSnapshot(pool, async ({ client, position }) => {
        const { rows } = await client.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`);
        return { position, respondents: rows.map(({ respondent }) => respondent) };
      });
      await waitForLocks(pool, 2);
      await endRead();
      expect(await reading).toEqual({ position: 3, respondents: ['BG', 'GR', 'SV'] });
      const { kept } = await rebuilding;
      if (kept) await pool.query(`DROP SCHEMA ${kept} CASCADE`);
    },
  );

  /** A rebuild that has loaded the log waits at the end of that transaction, until what comes out is called. */
  const stopAtEndOfLoading = async (held: HeldTransactions) => {
    await pool.query(`CREATE OR REPLACE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$;
      CREATE OR REPLACE TRIGGER wait_for_test BEFORE UPDATE ON places FOR EACH ROW
        WHEN (NEW.projection = 'tables_rebuild' AND NEW.position > 0) EXECUTE FUNCTION wait_for_test()`);
    return held.hold(pool, 'SELECT pg_advisory_xact_lock(1)');
  };

  it('hold every row, however many an event has', async () => {
    const reply = submitted('SV', 'a');
    if (reply.type !== 'ReplySubmitted') throw new Error('a reply that was submitted has figures');
    const observations = Array.from({ length: 2300 }, (_, i) => ({
      ...reply.data.observations[0]!,
      breakdown: { category: `k${i}` },
    }));
    await store(pool, [{ ...reply, data: { ...reply.data, observations } }]);
    await apply(pool, [1], 0);
    expect(await verifyTables(pool)).toMatchObject({ cells: 2300, differences: [] });
    expect((await rebuildTables(pool)).differences).toBe(0);
    expect(await verifyTables(pool)).toMatchObject({ cells: 2300, differences: [] });
  }, 60_000);

  it('tell how much came while they were loaded, and take it', async () => {
    await store(pool, [submitted('SV', 'a')]);
    await apply(pool, [1], 0);
    const held = new HeldTransactions();
    const goOn = await stopAtEndOfLoading(held);
    const told: unknown[][] = [];
    const rebuilding = rebuildTables(pool, { onProgress: (...step) => told.push(step) });
    await waitForLocks(pool, 1);
    for (const respondent of ['GR', 'BG']) {
      const events = [toNewEvent(submitted(respondent, 'b'), randomUUID(), meta)];
      await storeAppends(pool, [{ stream: `reply/c/2008/${respondent}`, expectedVersion: 0, events }]);
    }
    await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
    await goOn();
    expect(await rebuilding).toEqual({ position: 3, differences: 0, kept: undefined });
    expect(told.slice(told.findIndex(([phase]) => phase === 'catching-up'))).toEqual([
      ['catching-up', [0, 2]],
      ['catching-up', [2, 2]],
      ['swapping'],
    ]);
    expect((await verifyTables(pool)).differences).toEqual([]);
  });

  it('have the place of each of their partitions, and leave those of another projection alone', async () => {
    await store(
      pool,
      ['SV', 'GR', 'BG', 'AL', 'AT', 'LV', 'HU', 'SV', 'GR'].map((respondent) => submitted(respondent, 'a')),
    );
    await pool.query(
      `INSERT INTO places (projection, partition, epoch, position)
       SELECT 'aside', partition, 7, 100 + partition FROM places WHERE projection = $1`,
      [liveSchema],
    );
    const placesOf = async (projection: string) =>
      (
        await pool.query(
          'SELECT partition, position FROM places WHERE projection = $1 AND position > 0 ORDER BY 1',
          [projection],
        )
      ).rows;
    await rebuildTables(pool);
    const aside = await placesOf('aside');
    await pool.query("DELETE FROM places WHERE projection = 'aside'");
    expect(aside).toEqual(partitions.map((partition) => ({ partition, position: 100 + partition })));
    const { rows } = await pool.query(
      'SELECT partition, max(position) AS position FROM log GROUP BY partition ORDER BY 1',
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(await placesOf(liveSchema)).toEqual(rows);
    expect(await placesOf('tables_rebuild')).toEqual([]);
  });

  it('are kept when that is asked for, in a schema that says when', async () => {
    await store(pool, [submitted('SV', 'a')]);
    const { kept } = await rebuildTables(pool, { keep: true });
    const { rows } = await pool.query(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'tables%' ORDER BY 1`,
    );
    expect(rows).toEqual([{ name: liveSchema }, { name: kept }]);
    // Year to milliseconds.
    expect(kept).toMatch(/^tables_old_20\d{15}$/);
    await pool.query(`DROP SCHEMA ${kept} CASCADE`);
  });

  it('are brought to the head before they are compared with those that are there already', async () => {
    await store(pool, [submitted('SV', 'a'), submitted('GR', 'b')]);
    await apply(pool, [2], 0);
    const aggregator = await pool.connect();
    await aggregator.query('BEGIN');
    const leases = await takeLeases(aggregator, liveSchema, partitions);
    const rebuilding = rebuildTables(pool);
    // The swap waits for the places of the live tables, whose batch is not done.
    await waitForLocks(pool, 1);
    const events = [toNewEvent(submitted('BG', 'c'), randomUUID(), meta)];
    await storeAppends(pool, [{ stream: 'reply/c/2008/BG', expectedVersion: 0, events }]);
    await inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
    await applyEvents(aggregator, liveSchema, leases, await readLog(pool, 2, 10));
    await aggregator.query('COMMIT');
    aggregator.release();
    expect(await rebuilding).toEqual({ position: 3, differences: 0, kept: undefined });
  });

  it('do not take the place of the live ones when another rebuild has begun since', async () => {
    await store(pool, [submitted('SV', 'a')]);
    const held = new HeldTransactions();
    const goOn = await stopAtEndOfLoading(held);
    const rebuilding = rebuildTables(pool).catch((error: unknown) => error);
    // It has loaded the log, and stands at the end of that transaction; after it the log is looked at again.
    await waitForLocks(pool, 1);
    const openLog = await held.hold(pool, 'LOCK TABLE log');
    await goOn();
    await takeLeases(pool, 'tables_rebuild', partitions);
    await openLog();
    const refused = await rebuilding;
    expect(refused).toBeInstanceOf(RebuildUnderWay);
    expect(refused).toMatchObject({ message: expect.stringContaining('another rebuild has begun since') });
    const { rows } = await pool.query(`SELECT FROM ${liveSchema}.marks`);
    expect(rows).toHaveLength(0);
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
