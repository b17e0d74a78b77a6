/** Applying a batch: a hole in a stream stops everything, an event that cannot be read stops only itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FencedOff, takeLeases, type FeedEvent, type Lease } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { applyEvents, HoleInStream } from './apply-events.js';
import { liveSchema } from '../tables/create-tables.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
let leases: Lease[];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});
beforeEach(async () => {
  for (const table of ['applied', 'cells', 'directions', 'statements', 'marks', 'dead_letters'])
    await pool.query(`TRUNCATE ${liveSchema}.${table}`);
  await pool.query('UPDATE places SET position = 0');
  leases = await takeLeases(pool, liveSchema, [0]);
});

const reply = (position: number, respondent: string, version: number, value: number): FeedEvent => ({
  position,
  id: randomUUID(),
  stream: `reply/c/2008/${respondent}`,
  version,
  type: 'ReplySubmitted',
  schemaVersion: 1,
  key: respondent,
  partition: 0,
  meta: { recordedBy: 'x', recordedAt: '2008-01-20T00:00:00Z', correlationId: 'x', causationId: 'x' },
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on',
    late: false,
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    language: null,
    complete: false,
    observations: [
      {
        indicator: 'persons-prosecuted',
        breakdown: {},
        period: '2007',
        value,
        qualifier: 'exact',
        paragraph: 14,
      },
    ],
    findings: [],
  },
});
const apply = (events: FeedEvent[]) =>
  inTransaction(pool, (client) => applyEvents(client, liveSchema, leases, events));
const respondents = async () => {
  const { rows } = await pool.query<{ respondent: string }>(
    `SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`,
  );
  return rows.map(({ respondent }) => respondent);
};

describe('a hole in the versions of a stream', () => {
  it('stops the projection, and nothing of the batch is applied', async () => {
    await expect(apply([reply(1, 'SV', 1, 6), reply(2, 'GR', 2, 7)])).rejects.toThrow(HoleInStream);
    expect(await respondents()).toEqual([]);
    await apply([reply(1, 'SV', 1, 6)]);
    leases = await takeLeases(pool, liveSchema, [0]);
    await expect(apply([reply(3, 'SV', 3, 8)])).rejects.toThrow(
      'version 3 at position 3 came after version 1',
    );
    expect(await respondents()).toEqual(['SV']);
  });
});

it('what came before, twice, or of a partition that is not held is dropped, and counted', async () => {
  const first = reply(1, 'SV', 1, 6);
  expect(await apply([first, first])).toEqual({
    applied: 1,
    redelivered: 1,
    dead: 0,
    positions: new Map([[0, 1]]),
    notice: '["c/SV"]',
  });
  leases = await takeLeases(pool, liveSchema, [0]);
  const ofAnother = { ...reply(2, 'BG', 1, 7), partition: 5 };
  expect(await apply([first, ofAnother, reply(3, 'GR', 1, 8)])).toEqual({
    applied: 1,
    redelivered: 2,
    dead: 0,
    positions: new Map([[0, 3]]),
    notice: '["c/GR"]',
  });
  expect(await respondents()).toEqual(['GR', 'SV']);
  leases = await takeLeases(pool, liveSchema, [0]);
  const none = { applied: 0, redelivered: 0, dead: 0, positions: new Map([[0, 3]]), notice: '[]' };
  expect(await apply([])).toEqual(none);
});

it('nothing is applied to partitions that another has taken since', async () => {
  await takeLeases(pool, liveSchema, [0]);
  await expect(apply([reply(1, 'SV', 1, 6)])).rejects.toThrow(FencedOff);
  expect(await respondents()).toEqual([]);
});

it('a place that cannot be moved on is told, for then nothing of the batch is applied', async () => {
  const odd = leases.map((lease) => ({ ...lease, nextOffset: 1.5 }));
  const applying = inTransaction(pool, (client) =>
    applyEvents(client, liveSchema, odd, [reply(1, 'SV', 1, 6)]),
  );
  await expect(applying).rejects.toMatchObject({ code: '22P02' });
  expect(await respondents()).toEqual([]);
});

it('a direction that cannot be written is told as well', async () => {
  await pool.query(`CREATE FUNCTION refuse_direction() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER refuse_direction BEFORE INSERT ON ${liveSchema}.directions
      FOR EACH ROW EXECUTE FUNCTION refuse_direction()`);
  const { data, ...event } = reply(1, 'SV', 1, 6);
  const [figure] = (data as { observations: object[] }).observations;
  const observations = [1, 2, 3, 4, 5].map((value) => ({ ...figure, period: `200${value}`, value }));
  const applying = apply([{ ...event, data: { ...(data as object), observations } }]);
  await expect(applying).rejects.toMatchObject({ code: '53100' });
  await pool.query(`DROP TRIGGER refuse_direction ON ${liveSchema}.directions`);
  expect(await respondents()).toEqual([]);
});

describe('an event that cannot be applied', () => {
  const deadLetters = async () =>
    (await pool.query(`SELECT position, reason FROM ${liveSchema}.dead_letters`)).rows;

  it('becomes a dead letter when nobody can read it, and the others are applied', async () => {
    const unknown = { ...reply(2, 'GR', 1, 7), type: 'ReplyShouted' };
    const broken = { ...reply(3, 'BG', 1, 7), data: { collection: 'c' } };
    expect(await apply([reply(1, 'SV', 1, 6), unknown, broken, reply(4, 'EE', 1, 8)])).toMatchObject({
      applied: 4,
      dead: 2,
    });
    expect(await respondents()).toEqual(['EE', 'SV']);
    expect((await deadLetters()).map(({ position }) => position)).toEqual([2, 3]);
  });

  const refusing = async (sqlState: string, work: () => Promise<void>) => {
    await pool.query(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.value = 666 THEN RAISE EXCEPTION 'no' USING ERRCODE = '${sqlState}'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON ${liveSchema}.statements FOR EACH ROW EXECUTE FUNCTION refuse()`);
    await work().finally(() => pool.query(`DROP TRIGGER refuse ON ${liveSchema}.statements`));
  };

  it.each(['22000', '23514'])(
    'becomes one when PostgreSQL refuses its data with %s, and only it',
    (sqlState) =>
      refusing(sqlState, async () => {
        const batch = [
          reply(1, 'SV', 1, 6),
          reply(2, 'GR', 1, 666),
          reply(3, 'BG', 1, 7),
          reply(4, 'GR', 2, 5),
        ];
        expect(await apply(batch)).toMatchObject({ applied: 4, dead: 1 });
        expect(await deadLetters()).toEqual([{ position: 2, reason: 'no' }]);
        expect(await respondents()).toEqual(['BG', 'GR', 'SV']);
      }),
  );

  it.each(['rounds', 'marks', 'statements', 'set_aside'])(
    'becomes one when PostgreSQL refuses a row of %s, and only it',
    async (table) => {
      const round = {
        ...{ collection: 'c', round: '2008', title: {}, mandate: null, symbol: null, noteVerbaleOn: null },
        ...{ replyBy: null, cutOff: null, complete: false, compiledBy: null, asked: null, listed: null },
      };
      const aside = {
        ...{ collection: 'c', round: '2008', respondent: 'LV' },
        version: 1,
        position: 9,
        reason: 'r',
      };
      const refused = {
        ...{ rounds: { ...reply(2, '', 1, 7), stream: 'round/c/2008', type: 'RoundOpened', data: round } },
        ...{ marks: reply(2, 'LV', 1, 7), statements: reply(2, 'LV', 1, 7) },
        set_aside: { ...reply(2, 'LV', 1, 7), type: 'EventSetAside', data: aside },
      }[table]!;
      await pool.query(`CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '22000'; END $$;
        CREATE TRIGGER refuse_row BEFORE INSERT ON ${liveSchema}.${table} FOR EACH ROW
          WHEN (${table === 'rounds' ? 'true' : "NEW.respondent = 'LV'"}) EXECUTE FUNCTION refuse_row()`);
      const applying = apply([reply(1, 'SV', 1, 6), refused, reply(3, 'BG', 1, 7)]);
      await applying.finally(() => pool.query(`DROP TRIGGER refuse_row ON ${liveSchema}.${table}`));
      expect(await applying).toMatchObject({ applied: 3, dead: 1 });
      expect(await deadLetters()).toEqual([{ position: 2, reason: 'no' }]);
      expect(await respondents()).toEqual(['BG', 'SV']);
    },
  );

  it('that cannot even become a dead letter stops the projection, and nothing of the batch is applied', async () => {
    await pool.query(`CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER refuse_row BEFORE INSERT ON ${liveSchema}.dead_letters
        FOR EACH ROW EXECUTE FUNCTION refuse_row()`);
    const unknown = { ...reply(1, 'GR', 1, 7), type: 'ReplyShouted' };
    await expect(apply([unknown])).rejects.toMatchObject({ code: '53100' });
    await pool.query(`DROP TRIGGER refuse_row ON ${liveSchema}.dead_letters`);
    leases = await takeLeases(pool, liveSchema, [0]);
    expect(leases).toMatchObject([{ position: 0 }]);
  });

  it.each(['53100', '40001', '57014', '42P22'])(
    'becomes none where trying again may help: %s rolls back, and nothing of the batch is applied',
    (sqlState) =>
      refusing(sqlState, async () => {
        const batch = [reply(1, 'SV', 1, 6), reply(2, 'GR', 1, 666)];
        await expect(apply(batch)).rejects.toMatchObject({ code: sqlState });
        expect([await deadLetters(), await respondents()]).toEqual([[], []]);
      }),
  );
});
