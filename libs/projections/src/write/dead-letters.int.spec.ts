/** Dead letters: tried again, discarded, carried over by a rebuild; one at a time, and listeners are told. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toNewEvent, type DomainEvent } from '@rapporteur/domain';
import { FencedOff, holdPlaces, storeUnchecked, takeLeases } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import {
  carryDiscards,
  discardDeadLetter,
  listDeadLetters,
  listDiscardedLetters,
  retryDeadLetter,
} from './dead-letters.js';
import { apply, store } from '../samples/random-histories.js';

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

/** An event with a row number that is no number: nobody can read it. */
const submitted = (respondent: string, row: number): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...{ collection: 'c', round: '2008', respondent, receivedOn: '2008-01-20', receivedPrecision: 'on' },
    ...{ late: null, language: null, complete: false, findings: [] },
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    observations: [
      { indicator: 'persons-prosecuted', breakdown: {}, period: '2007', value: 6, qualifier: 'exact', row },
    ],
  },
});
/** SV (1) and LV (3) cannot be read, GR (2) can. */
beforeEach(async () => {
  await store(pool, [submitted('SV', 1.5), submitted('GR', 2), submitted('LV', 3.5)], storeUnchecked);
  await apply(pool, [3], 0);
});

const letters = async () => (await listDeadLetters(pool)).map(({ position }) => position);
const discarded = async () => (await listDiscardedLetters(pool)).map(({ position }) => position);
const respondents = async () =>
  (await pool.query(`SELECT respondent FROM ${liveSchema}.cells ORDER BY 1`)).rows.map(
    (row) => row.respondent,
  );
/** Makes the event at a position one that can be read, as a mended release would find it. */
const mend = async (position: number, respondent: string) => {
  await pool.query('ALTER TABLE log DISABLE TRIGGER log_is_append_only');
  await pool.query('UPDATE log SET data = $2 WHERE position = $1', [
    position,
    JSON.stringify(toNewEvent(submitted(respondent, 4), '0', {} as never).data),
  ]);
  await pool.query('ALTER TABLE log ENABLE TRIGGER log_is_append_only');
};
/** How often those who listen are told of new tables while something is done. */
const told = async (work: () => Promise<unknown>) => {
  const client = await pool.connect();
  let count = 0;
  client.on('notification', () => (count += 1));
  await client.query('LISTEN rapporteur_tables');
  await work();
  await client.query('SELECT 1');
  await client.query('UNLISTEN *');
  client.removeAllListeners('notification');
  client.release();
  return count;
};

describe('a dead letter', () => {
  it('that can be applied by now is in the tables, and no letter any more; others stay', async () => {
    expect([await letters(), await respondents()]).toEqual([[1, 3], ['GR']]);
    await mend(1, 'SV');
    expect(await told(async () => expect(await retryDeadLetter(pool, 1)).toBe(true))).toBe(1);
    expect([await letters(), await respondents()]).toEqual([[3], ['GR', 'SV']]);
  });

  it('that still cannot stays, with its new reason', async () => {
    await pool.query(`UPDATE ${liveSchema}.dead_letters SET reason = 'of old'`);
    expect(await retryDeadLetter(pool, 1)).toBe(false);
    const [first, second] = await listDeadLetters(pool);
    expect(first).toMatchObject({ position: 1, stream: 'reply/c/2008/SV' });
    expect([first!.reason === 'of old', second!.reason]).toEqual([false, 'of old']);
  });

  it('that is let go is remembered with when it came to be one, and no other', async () => {
    await pool.query(
      `UPDATE ${liveSchema}.dead_letters SET since = '2008-02-01', reason = 'why ' || position`,
    );
    expect(await told(() => discardDeadLetter(pool, 3))).toBe(1);
    expect([await letters(), await discarded()]).toEqual([[1], [3]]);
    expect(await listDiscardedLetters(pool)).toEqual([
      {
        ...{ position: 3, stream: 'reply/c/2008/LV', reason: 'why 3', discardedAt: expect.any(Date) },
        since: new Date('2008-02-01T00:00:00Z'),
      },
    ]);
    // A letter that came back is discarded once more, with its new reason.
    await pool.query(
      `INSERT INTO ${liveSchema}.dead_letters VALUES (3, 'reply/c/2008/LV', 'again', '2008-03-01')`,
    );
    await discardDeadLetter(pool, 3);
    expect(await listDiscardedLetters(pool)).toMatchObject([
      { position: 3, reason: 'again', since: new Date('2008-03-01T00:00:00Z') },
    ]);
  });

  it('that cannot be remembered is not let go, and why is told', async () => {
    await pool.query(`CREATE FUNCTION refuse_letter() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER refuse_letter BEFORE INSERT ON discarded_letters
        FOR EACH ROW EXECUTE FUNCTION refuse_letter()`);
    await expect(discardDeadLetter(pool, 1)).rejects.toMatchObject({ code: '53100' });
    await pool.query('DROP TRIGGER refuse_letter ON discarded_letters');
    expect([await letters(), await discarded()]).toEqual([[1, 3], []]);
  });

  it('is none where there is none, and then nothing changes', async () => {
    for (const work of [retryDeadLetter, discardDeadLetter]) {
      await expect(work(pool, 2)).rejects.toThrow('there is no dead letter at position 2');
      await expect(work(pool, 9)).rejects.toThrow('there is no event at position 9');
    }
    expect([await letters(), await discarded()]).toEqual([[1, 3], []]);
  });

  it.each([
    ['tried again', retryDeadLetter],
    ['let go', discardDeadLetter],
  ])('that is %s fences off whoever was at work on its partition', async (_, work) => {
    const partitions = Array.from({ length: 12 }, (__, i) => i);
    const leases = await takeLeases(pool, liveSchema, partitions);
    await work(pool, 1);
    const { rows } = await pool.query('SELECT partition FROM log WHERE position = 1');
    const hold = (mine: boolean) =>
      inTransaction(pool, (client) =>
        holdPlaces(
          client,
          leases.filter(({ partition }) => (partition === rows[0].partition) === mine),
        ),
      );
    await expect(hold(true)).rejects.toThrow(FencedOff);
    await hold(false);
  });
});

it('lists come in order of position, wherever the rows lie', async () => {
  for (const position of [1, 3]) await discardDeadLetter(pool, position);
  await pool.query(
    `INSERT INTO ${liveSchema}.dead_letters VALUES (1, 's', 'r'), (2, 's', 'r'), (3, 's', 'r')`,
  );
  await reverseRows(pool, [`${liveSchema}.dead_letters`, 'discarded_letters']);
  const another = await openDatabase({ url: test.url });
  const positions = (rows: readonly { readonly position: number }[]) => rows.map(({ position }) => position);
  expect(positions(await listDeadLetters(poolOf(another)))).toEqual([1, 2, 3]);
  expect(positions(await listDiscardedLetters(poolOf(another)))).toEqual([1, 3]);
  await another.destroy();
});

it('a rebuild keeps discarded what it cannot take either, and takes back what it could', async () => {
  for (const position of [1, 3]) await discardDeadLetter(pool, position);
  // Of the new tables: they took 3, and not 1 nor 2.
  await pool.query(
    `INSERT INTO ${liveSchema}.dead_letters VALUES (1, 'reply/c/2008/SV', 'r'), (2, 'reply/c/2008/GR', 'r')`,
  );
  await inTransaction(pool, (client) => carryDiscards(client, liveSchema));
  expect([await letters(), await discarded()]).toEqual([[2], [1]]);
});
