/** An event that nobody can read: found by verify, set aside by a later one, and the same after a rebuild. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toNewEvent, type DomainEvent } from '@rapporteur/domain';
import { moveOnce, setEventAside, storeUnchecked, takeEpoch } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { discardDeadLetter, listDeadLetters, listDiscardedLetters } from '../write/dead-letters.js';
import { apply, store } from '../samples/random-histories.js';
import { rebuildTables } from '../rebuild/rebuild.js';
import { findSetAside, withSnapshot } from './snapshot.js';
import { verifyTables } from '../rebuild/verify.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
const meta = { recordedBy: 't', recordedAt: '2008-02-01T00:00:00Z', correlationId: 'c', causationId: 'r' };

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const submitted = (respondent: string, row: number): DomainEvent => ({
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
      { indicator: 'persons-prosecuted', breakdown: {}, period: '2007', value: 6, qualifier: 'exact', row },
    ],
    findings: [],
  },
});
const add = async (stream: string, expectedVersion: number, event: DomainEvent, more: object = {}) => {
  const events = [{ ...toNewEvent(event, randomUUID(), meta), ...more }];
  expect((await storeUnchecked(pool, [{ stream, expectedVersion, events }])).size).toBe(1);
  await move();
};
const move = () => inTransaction(pool, async (client) => moveOnce(client, await takeEpoch(client)));
const setAside = () => withSnapshot(pool, (snapshot) => findSetAside(snapshot, snapshot.position));
const respondents = async () =>
  (await pool.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`)).rows.map(
    (row) => row.respondent,
  );

/** El Salvador's reply has a row number that is none; that of Greece is good. */
beforeEach(async () => {
  await store(pool, [submitted('SV', 1.5), submitted('GR', 2)], storeUnchecked);
  await apply(pool, [2], 0);
});

describe('an event that nobody can read', () => {
  it('is found by verify, as a dead letter, after it was discarded, and after a rebuild', async () => {
    const found = {
      unreadable: [{ position: 1, stream: 'reply/c/2008/SV', fault: expect.stringContaining('row') }],
    };
    expect(await verifyTables(pool)).toMatchObject({ ...found, deadLetters: 1, differences: [] });
    await discardDeadLetter(pool, 1);
    expect(await verifyTables(pool)).toMatchObject({ ...found, discarded: 1, differences: [] });
    await rebuildTables(pool);
    expect(await verifyTables(pool)).toMatchObject({ ...found, discarded: 1, differences: [] });
  });

  it.each(['waits among the dead letters', 'was discarded'])(
    'is set aside where it %s: the tables say so, and are whole again, live and rebuilt',
    async (where) => {
      if (where === 'was discarded') await discardDeadLetter(pool, 1);
      await setEventAside(pool, 1, 'the row number is 1.5', meta);
      await move();
      await apply(pool, [3], 2);
      const aside = [
        { event: 1, collection: 'c', round: '2008', respondent: 'SV', reason: 'the row number is 1.5' },
      ];
      const whole = {
        unreadable: [],
        oddlyRecorded: [],
        setAside: 1,
        deadLetters: 0,
        discarded: 0,
        differences: [],
      };
      for (const rebuilt of [false, true]) {
        if (rebuilt) expect((await rebuildTables(pool)).differences).toBe(0);
        expect(await setAside()).toEqual(aside);
        expect([await listDeadLetters(pool), await listDiscardedLetters(pool)]).toEqual([[], []]);
        expect(await verifyTables(pool)).toMatchObject(whole);
        expect(await respondents()).toEqual(['GR']);
      }
      await add('reply/c/2008/SV', 2, submitted('SV', 3));
      await apply(pool, [4], 0);
      expect(await respondents()).toEqual(['GR', 'SV']);
      expect(await verifyTables(pool)).toMatchObject(whole);
    },
  );

  it('is set aside alone: what else could not be applied goes on waiting', async () => {
    await add('reply/c/2008/LV', 0, submitted('LV', 3.5));
    await add('reply/c/2008/BG', 0, submitted('BG', 3.5));
    await apply(pool, [2], 0);
    await discardDeadLetter(pool, 4);
    await setEventAside(pool, 1, 'why', meta);
    await move();
    await apply(pool, [5], 0);
    expect(await listDeadLetters(pool)).toMatchObject([{ position: 3 }]);
    expect(await listDiscardedLetters(pool)).toMatchObject([{ position: 4 }]);
  });

  it('is not set aside where what waits for it cannot be forgotten', async () => {
    await discardDeadLetter(pool, 1);
    await pool.query(`CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER refuse_forgetting BEFORE DELETE ON discarded_letters
        FOR EACH ROW EXECUTE FUNCTION refuse_forgetting()`);
    await setEventAside(pool, 1, 'why', meta);
    await move();
    await expect(apply(pool, [3], 0)).rejects.toMatchObject({ code: '53100' });
    await pool.query('DROP TRIGGER refuse_forgetting ON discarded_letters');
    expect([await setAside(), (await listDiscardedLetters(pool)).length]).toEqual([[], 1]);
  });

  it('is told only from its own position on', async () => {
    await setEventAside(pool, 1, 'why', meta);
    await move();
    await apply(pool, [3], 0);
    const upTo = (position: number) => withSnapshot(pool, (snapshot) => findSetAside(snapshot, position));
    expect([(await upTo(0)).length, (await upTo(1)).length]).toEqual([0, 1]);
  });
});

it('verify finds a set-aside row that no event accounts for, and one that is missing', async () => {
  await pool.query(`INSERT INTO ${liveSchema}.set_aside VALUES (2, 'c', '2008', 'GR', 99, 'by nobody')`);
  expect((await verifyTables(pool)).differences).toEqual([
    { where: 'set aside by 99', table: 'there', fold: undefined },
  ]);
  await setEventAside(pool, 1, 'why', meta);
  await move();
  await apply(pool, [3], 0);
  await pool.query(`DELETE FROM ${liveSchema}.set_aside`);
  expect((await verifyTables(pool)).differences).toMatchObject([{ where: 'set aside 1', table: undefined }]);
});

it('verify finds particulars that cannot be shown', async () => {
  await add('reply/c/2008/BG', 0, submitted('BG', 3), { meta: { ...meta, causationId: 'a\u0000b' } });
  await apply(pool, [3], 0);
  expect(await verifyTables(pool)).toMatchObject({
    oddlyRecorded: [{ position: 3, stream: 'reply/c/2008/BG', fault: expect.stringContaining('NUL') }],
    differences: [],
  });
  expect(await respondents()).toEqual(['BG', 'GR']);
});
