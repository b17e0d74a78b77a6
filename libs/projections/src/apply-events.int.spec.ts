/** Applying a batch: a hole in a stream stops everything, an event that cannot be read stops only itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { takeLeases, type FeedEvent, type Lease } from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { applyEvents, HoleInStream } from './apply-events.js';
import { liveSchema } from './create-tables.js';

let test: TestDatabase;
let source: DataSource;
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

  it('becomes one when PostgreSQL refuses its data, and the others are applied', async () => {
    const refused = reply(2, 'GR', 1, 7);
    (refused.data as { receivedOn: string }).receivedOn = '2008-01-20';
    (refused.data as { observations: { note?: string }[] }).observations[0]!.note = 'a\u0000b';
    const year = reply(3, 'BG', 1, 7);
    (year.data as { observations: { period: string }[] }).observations[0]!.period = '2007\u0000';
    expect(await apply([reply(1, 'SV', 1, 6), refused, year, reply(4, 'EE', 1, 8)])).toMatchObject({
      applied: 4,
    });
    expect(await respondents()).toEqual(expect.arrayContaining(['EE', 'SV']));
    expect((await deadLetters()).map(({ position }) => position)).toContain(3);
  });
});
