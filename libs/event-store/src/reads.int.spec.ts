/** What each read of events gives: no more, no less, in order, whether the events have their positions yet or not. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewEvent } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, reverseRows, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { storeUnchecked } from './append-queue.js';
import { findAnswer } from './find-answer.js';
import { partitionOf } from './partition.js';
import { holdPlaces, movePlaces, readWatermark, takeLeases } from './places.js';
import {
  findEvent,
  findLogged,
  findPosition,
  readHead,
  readLog,
  readPartition,
  readReplies,
  readStream,
  readStreams,
  readTraced,
} from './read-events.js';
import { readHeads } from './read-heads.js';
import { readPositionAt } from './read-position-at.js';
import { moveOnce, takeEpoch } from './sequencer.js';
import { recordedAtText } from './sql/meta-text.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;

const ids = Array.from({ length: 12 }, () => randomUUID());
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const metaOf = (n: number, traced: boolean) => ({
  recordedBy: 't',
  recordedAt: `2008-02-0${n}T00:00:00.000Z`,
  correlationId: 'c',
  causationId: 'r',
  ...(traced ? { traceparent } : {}),
});
/** The nth event, from 1. */
const event = (n: number, key: string, more: Partial<NewEvent> = {}): NewEvent => ({
  id: ids[n - 1]!,
  type: 'ReplyWithdrawn',
  schemaVersion: 1,
  key,
  data: { n, receivedOn: `2008-01-0${n}` },
  meta: metaOf(n, n % 3 === 0),
  ...more,
});
const store = (stream: string, expectedVersion: number, ...events: NewEvent[]) =>
  storeUnchecked(pool, [{ stream, expectedVersion, events }]);

/** Six events with positions, then three that wait for theirs; the rows are stored in reverse order. */
beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
  await store('round/c/2008', 0, event(1, 'c/2008', { type: 'RoundOpened', data: {} }));
  await store('reply/c/2008/SV', 0, event(2, 'SV'), event(3, 'SV', { schemaVersion: 2 }));
  await store('reply/c/2008/GR', 0, event(4, 'GR'));
  await store('reply/d/2008/SV', 0, event(5, 'SV'));
  await store('round/cc/2008', 0, event(6, 'cc/2008', { type: 'RoundOpened', data: { receivedOn: 7 } }));
  const client = await pool.connect();
  await moveOnce(client, await takeEpoch(client));
  client.release();
  await store('round/c/2009', 0, event(7, 'c/2009', { type: 'RoundOpened' }));
  await store('reply/c/2009/SV', 0, event(8, 'SV'));
  await store('reply/c/2008/SV', 2, event(9, 'SV'));
  await pool.query(
    `INSERT INTO requests (key, fingerprint, status, answer) VALUES ('k1', 'f1', 201, '{"a": 1}')`,
  );
  // A round beyond those of c: what is read of c must end before it.
  await pool.query(`INSERT INTO streams VALUES ('round/d/2008', 1)`);
  await reverseRows(pool, ['log', 'pending', 'streams']);
  await source.destroy();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const positions = (events: readonly { readonly position: number | null }[]) =>
  events.map(({ position }) => position);

describe('the log', () => {
  it('gives events after a position, whole, so many at most', async () => {
    expect(positions(await readLog(pool, 0, 100))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(positions(await readLog(pool, 2, 2))).toEqual([3, 4]);
    expect(await readLog(pool, 6, 100)).toEqual([]);
    expect((await readLog(pool, 2, 1))[0]).toEqual({
      ...event(3, 'SV', { schemaVersion: 2 }),
      position: 3,
      stream: 'reply/c/2008/SV',
      version: 2,
      partition: partitionOf('SV'),
    });
  });
  it('gives those of one partition, up to a position with it', async () => {
    const partition = partitionOf('SV');
    expect(positions(await readPartition(pool, partition, 0, 100, 100))).toEqual([2, 3, 5]);
    expect(positions(await readPartition(pool, partition, 2, 5, 100))).toEqual([3, 5]);
    expect(positions(await readPartition(pool, partition, 0, 4, 100))).toEqual([2, 3]);
    expect(positions(await readPartition(pool, partition, 0, 100, 2))).toEqual([2, 3]);
  });
  it('gives the event at a position, and none where none is', async () => {
    expect(await findEvent(pool, 4)).toMatchObject({ id: ids[3], position: 4, stream: 'reply/c/2008/GR' });
    expect([await findEvent(pool, 0), await findEvent(pool, 7)]).toEqual([undefined, undefined]);
  });
  it('has a head, the last position given out', async () => {
    expect(await readHead(pool)).toBe(6);
  });
  it('tells the position of an event: none yet while it waits, and nothing of one that is not there', async () => {
    expect(await findPosition(pool, ids[3]!)).toBe(4);
    expect(await findPosition(pool, ids[6]!)).toBeNull();
    expect(await findPosition(pool, randomUUID())).toBeUndefined();
  });
  it('tells which events were traced, after a position and up to another with it', async () => {
    const traced = { type: 'ReplyWithdrawn', stream: 'reply/c/2008/SV', meta: metaOf(3, true), id: ids[2] };
    expect((await readTraced(pool, 0, 5))[0]).toEqual({ ...traced, position: 3 });
    expect(positions(await readTraced(pool, 0, 6))).toEqual([3, 6]);
    expect(positions(await readTraced(pool, 0, 5))).toEqual([3]);
    expect(positions(await readTraced(pool, 3, 6))).toEqual([6]);
  });
  describe('has a position at an instant', () => {
    it('before everything that was recorded later, and no further than is looked', async () => {
      expect(await readPositionAt(pool, 6, '1970-01-01')).toBe(0);
      expect(await readPositionAt(pool, 6, '2008-02-03T00:00:00Z')).toBe(3);
      expect(await readPositionAt(pool, 6, '2008-02-02T23:59:59.999Z')).toBe(2);
      expect(await readPositionAt(pool, 6, '2008-02-03T00:00:00.999+01:00')).toBe(2);
      expect(await readPositionAt(pool, 6, '2999-01-01')).toBe(6);
      expect(await readPositionAt(pool, 4, '2008-02-05')).toBe(4);
    });
    it('in UTC, where the instant names no zone', async () => {
      const zone = process.env['TZ'];
      process.env['TZ'] = 'Asia/Tokyo';
      try {
        expect(await readPositionAt(pool, 6, '2008-02-03T00:00:00')).toBe(3);
      } finally {
        if (zone === undefined) delete process.env['TZ'];
        else process.env['TZ'] = zone;
      }
    });
    it('also where clocks went back', async () => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query(
          `INSERT INTO log SELECT 6 + n, gen_random_uuid(), 'late/' || n, 1, type, schema_version, key, partition, data,
             json_build_object('recordedAt', at) FROM log, unnest($1::text[]) WITH ORDINALITY AS t(at, n) WHERE position = 1`,
          [['2008-02-08T00:00:00.000Z', '2008-02-06T06:00:00.000Z']],
        );
        expect(await readPositionAt(client, 8, '2008-02-07')).toBe(6);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    });
    it('found by an index', async () => {
      const { rows } = await pool.query(
        "SELECT indexdef FROM pg_indexes WHERE indexname = 'log_by_recorded'",
      );
      expect(rows).toHaveLength(1);
      const client = await pool.connect();
      try {
        await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off');
        const plan = await client.query(
          `EXPLAIN SELECT count(*) FROM log WHERE ${recordedAtText} > '2008-02-07T00:00:00.000Z'`,
        );
        expect(JSON.stringify(plan.rows)).toContain('log_by_recorded');
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    });
  });
});

describe('heads', () => {
  const reply = { type: 'ReplyWithdrawn', document: null, collection: 'c', round: '2008', respondent: 'SV' };
  const expected = [
    {
      position: 1,
      type: 'RoundOpened',
      document: null,
      collection: 'c',
      round: '2008',
      respondent: null,
      receivedOn: null,
      recordedAt: '2008-02-01T00:00:00.000Z',
    },
    { position: 2, ...reply, receivedOn: '2008-01-02', recordedAt: '2008-02-02T00:00:00.000Z' },
    { position: 3, ...reply, receivedOn: '2008-01-03', recordedAt: '2008-02-03T00:00:00.000Z' },
  ];
  it('say what an event is and whom it is about, after a position and up to another with it, so many at most', async () => {
    expect(await readHeads(pool, 0, 3, 100)).toEqual(expected);
    expect(await readHeads(pool, 0, 100, 3)).toEqual(expected);
    expect(positions(await readHeads(pool, 2, 4, 100))).toEqual([3, 4]);
  });
  it('say the same where PostgreSQL cannot look into one of the events', async () => {
    const other = await createTestDatabase();
    const own = await openDatabase({ url: other.url });
    const odd = { ...event(1, 'SV'), data: { n: 1, receivedOn: '2008-01-01', note: 'a\u0000b' } };
    const round = event(2, 'c/2008', { type: 'RoundOpened', data: null as never });
    const letter = {
      document: 'abc',
      collection: 'c',
      round: '2008',
      respondent: 'GR',
      receivedOn: '2008-01-05',
    };
    const received = event(5, 'abc', { type: 'DocumentReceived', data: letter });
    const removal = { type: 'DocumentRemoved', data: { document: 'abc', reason: 'x' } };
    await storeUnchecked(poolOf(own), [
      { stream: 'reply/c/2008/SV', expectedVersion: 0, events: [odd] },
      { stream: 'round/c/2008', expectedVersion: 0, events: [round] },
      { stream: 'reply/c/2008/GR', expectedVersion: 0, events: [event(3, 'GR')] },
      { stream: 'elsewhere', expectedVersion: 0, events: [event(4, 'LV')] },
      { stream: 'document/abc', expectedVersion: 0, events: [received, event(6, 'abc', removal)] },
    ]);
    const client = await poolOf(own).connect();
    await moveOnce(client, await takeEpoch(client));
    client.release();
    const head = (n: number, respondent: string | null, receivedOn: string | null) => ({
      ...{ position: n, document: null, collection: 'c', round: '2008', respondent, receivedOn },
      type: respondent ? 'ReplyWithdrawn' : 'RoundOpened',
      recordedAt: `2008-02-0${n}T00:00:00.000Z`,
    });
    expect(await readHeads(poolOf(own), 0, 3, 100)).toEqual([
      head(1, 'SV', '2008-01-01'),
      head(2, null, null),
      head(3, 'GR', '2008-01-03'),
    ]);
    expect(positions(await readHeads(poolOf(own), 0, 100, 2))).toEqual([1, 2]);
    const elsewhere = { ...head(4, null, '2008-01-04'), type: 'ReplyWithdrawn', collection: '', round: '' };
    expect((await readHeads(poolOf(own), 0, 4, 100)).at(-1)).toEqual(elsewhere);
    expect(await readHeads(poolOf(own), 3, 4, 100)).toEqual([elsewhere]);
    const ofDocument = [
      { ...head(5, null, null), ...letter, type: 'DocumentReceived' },
      { ...head(6, null, null), ...{ type: 'DocumentRemoved', document: 'abc', collection: '', round: '' } },
    ];
    expect(await readHeads(poolOf(own), 4, 6, 100)).toEqual(ofDocument);
    expect((await readHeads(poolOf(own), 0, 6, 100)).slice(-2)).toEqual(ofDocument);
    await own.destroy();
    await other.drop();
  });

  it('are not looked for in another way where the store fails otherwise', async () => {
    for (const more of [{}, { code: '53300' }]) {
      let asked = 0;
      const failing = new Proxy(pool, {
        get: (target, name) =>
          name === 'query'
            ? () => {
                asked += 1;
                return Promise.reject(Object.assign(new Error('away'), more));
              }
            : Reflect.get(target, name, target),
      });
      await expect(readHeads(failing, 0, 3, 100)).rejects.toThrow('away');
      expect(asked).toBe(1);
    }
  });
});

describe('a stream', () => {
  const said = (n: number, version: number, more: object = {}) => {
    const { id, type, schemaVersion, data } = event(n, 'SV');
    return { id, type, schemaVersion, data, version, ...more };
  };
  it('is all its events, those that wait for positions too, in order of version', async () => {
    expect(await readStream(pool, 'reply/c/2008/SV')).toEqual([
      said(2, 1),
      said(3, 2, { schemaVersion: 2 }),
      said(9, 3),
    ]);
    expect(await readStream(pool, 'reply/c/2009/SV')).toEqual([said(8, 1)]);
    expect(await readStream(pool, 'reply/c/2008/XX')).toEqual([]);
  });
  it('is the same where several are read together, and nothing where it is not there', async () => {
    const asked = ['reply/c/2008/SV', 'reply/c/2009/SV', 'reply/c/2008/XX'];
    const found = await readStreams(pool, asked);
    expect([...found.keys()].sort()).toEqual(asked.slice(0, 2));
    for (const stream of asked.slice(0, 2)) expect(found.get(stream)).toEqual(await readStream(pool, stream));
  });
  it('of each reply of one respondent in one collection: by position, then as they wait', async () => {
    expect(await readReplies(pool, 'c', 'SV')).toEqual([
      { ...said(2, 1), position: 2 },
      { ...said(3, 2, { schemaVersion: 2 }), position: 3 },
      { ...said(8, 1), position: null },
      { ...said(9, 3), position: null },
    ]);
    expect(positions(await readReplies(pool, 'c', 'GR'))).toEqual([4]);
    expect(await readReplies(pool, 'cc', 'SV')).toEqual([]);
    expect(positions(await readReplies(pool, 'd', 'SV'))).toEqual([5]);
    expect(await readReplies(pool, 'd', 'GR')).toEqual([]);
  });
});

describe('the first answer to a key', () => {
  it('is given again, and none for a key that nobody has used', async () => {
    expect(await findAnswer(pool, 'k1')).toEqual({ fingerprint: 'f1', status: 201, answer: { a: 1 } });
    expect(await findAnswer(pool, 'k2')).toBeUndefined();
  });
});

describe('the partition of a key', () => {
  // FNV-1a, 32 bit, of its authors' test vectors: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of its bytes, and is the same for ever: %j', (key, hash) => {
    expect(partitionOf(key)).toBe(hash % 12);
  });
  it('is told by what is stored: respondents, rounds, and names beyond ASCII', () => {
    expect(['SV', 'GR', 'CN', 'LAS', 'ecosoc-2006-27/2008', '萨尔瓦多'].map(partitionOf)).toEqual([
      8, 0, 0, 11, 11, 7,
    ]);
  });
});

it('are statements that PostgreSQL parses once for a connection', async () => {
  const own = await createTestDatabase();
  const database = await openDatabase({ url: own.url });
  const client = await poolOf(database).connect();
  const leases = await takeLeases(client, 'tables', [3]);
  const stored = event(1, 'SV');
  for (let turn = 0; turn < 2; turn += 1) {
    await storeUnchecked(client, [
      { stream: 's', expectedVersion: turn, events: [{ ...stored, id: ids[turn]! }] },
    ]);
    await storeUnchecked(client, [
      {
        stream: 't',
        expectedVersion: 2 * turn,
        events: [randomUUID(), randomUUID()].map((id) => ({ ...stored, id })),
      },
    ]);
    await moveOnce(client, turn === 0 ? await takeEpoch(client) : 1);
    await readLog(client, 0, 1);
    await findLogged(client, []);
    await readPartition(client, 3, 0, 1, 1);
    await readStream(client, 's');
    await readStreams(client, ['s']);
    await readTraced(client, 0, 1);
    await readReplies(client, 'c', 'SV');
    await readHeads(client as never, 0, 1, 1);
    await holdPlaces(client, leases);
    await movePlaces(client, leases, new Map());
    await readWatermark(client, 'tables');
  }
  const { rows } = await client.query<{ name: string }>('SELECT name FROM pg_prepared_statements');
  expect(rows.map(({ name }) => name).sort()).toEqual([
    ...[
      'append-events',
      'append-events-one',
      'find-logged',
      'hold-places',
      'move-pending',
      'move-places',
      'read-heads',
      'read-log',
    ],
    ...['read-partition', 'read-replies', 'read-stream', 'read-streams', 'read-traced', 'read-watermark'],
  ]);
  client.release();
  await database.destroy();
  await own.drop();
});
