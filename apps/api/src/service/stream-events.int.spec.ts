/**
 * The stream of events over real connections: each event once, in order, resumed where a connection broke, and
 * never ahead of the tables.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStream, type StreamMessage } from '@rapporteur/testing';
import { get } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';

let store: FilledStore;
let url: string;

beforeEach(async () => {
  store = await openFilledStore();
  url = `${await store.listen()}/v1/events/stream`;
});
afterEach(() => store.close());

const events = (told: readonly StreamMessage[]) => told.filter(({ type }) => type === 'message');
const positions = (told: readonly StreamMessage[]) => events(told).map(({ data }) => data['event']);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const value = (n: number) => corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', n)]);
const begin = async () => {
  await store.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 6)]),
  );
  await store.apply();
};

describe('a reader', () => {
  it('is told how far the tables are, then of each event within a second of their including it, and not before', async () => {
    await begin();
    const reader = await openStream(url);
    await reader.until((told) => told.length === 1);
    expect(reader.told).toEqual([{ id: '2', type: 'position', data: { position: 2, deadLetters: 0 } }]);
    await store.record(value(8));
    await sleep(1300);
    expect(reader.told).toHaveLength(1);
    await store.apply();
    await reader.until((told) => told.length === 2, 1000);
    expect(reader.told[1]).toEqual({
      id: '3',
      type: 'message',
      data: {
        event: 3,
        type: 'ReplyCorrected',
        collection: 'c',
        round: '2008',
        respondent: 'SV',
        receivedOn: '2008-02-01',
        recordedAt: '2008-02-01T00:00:00.000Z',
      },
    });
    const [document, receivedOn] = ['a'.repeat(64), '2008-02-02'];
    const letter = { document, collection: 'c', round: '2008', respondent: 'SV', receivedOn };
    const file = { name: 'letter.txt', media: 'text/plain', bytes: 9 };
    await store.record({ type: 'DocumentReceived', data: { ...letter, ...file } });
    await store.apply();
    await reader.until((told) => told.length === 3, 1000);
    expect(reader.told[2]!.data).toEqual({
      ...{ event: 4, type: 'DocumentReceived', ...letter, recordedAt: expect.any(String) },
    });
    // A read that follows the message is answered from tables with the event, not from an answer kept before.
    const { body } = await store.get('/v1/trends?respondent=SV');
    expect(body.series[0].years[0].value).toBe(8);
    reader.cut();
  });

  it('that is cut off at any moment misses nothing and hears nothing twice', async () => {
    await begin();
    const heard: StreamMessage[] = [];
    let last = '0';
    let isOver = false;
    const listen = async () => {
      while (!isOver) {
        const reader = await openStream(url, last);
        await Promise.race([sleep(Math.random() * 60), reader.ended]);
        reader.cut();
        heard.push(...reader.told);
        last = reader.told.at(-1)?.id || last;
      }
    };
    const listening = listen();
    for (let i = 0; i < 60; i += 1) {
      await store.record(value(i));
      if (i % 3 === 0) await store.apply();
    }
    await store.apply();
    const deadline = Date.now() + 10_000;
    while (Number(last) < 62 && Date.now() < deadline) await sleep(20);
    isOver = true;
    await listening;
    expect(positions(heard)).toEqual(upTo(62));
  }, 30_000);

  it('that goes away while it waits to be let in is not followed for', async () => {
    await begin();
    let looks = 0;
    const blocker = await store.pool.connect();
    await blocker.query('BEGIN; LOCK TABLE tables.dead_letters');
    const asking = get(url, { agent: false }).on('error', () => undefined);
    await sleep(300);
    asking.destroy();
    await sleep(300);
    await blocker.query('ROLLBACK');
    blocker.release();
    await sleep(500);
    store.pool.on('acquire', () => (looks += 1));
    await sleep(2300);
    expect(looks).toBe(0);
  }, 15_000);

  it('begins after the position in the address, and where the store has not come so far, at its end', async () => {
    await begin();
    const late = await openStream(`${url}?after=1`);
    await late.until((told) => told.length === 2);
    expect(late.told.map(({ id, type }) => [id, type])).toEqual([
      ['2', 'message'],
      ['2', 'position'],
    ]);
    const beyond = await openStream(url, '999');
    await beyond.until((told) => told.length === 1);
    expect(beyond.told[0]).toMatchObject({ id: '2', type: 'position', data: { position: 2 } });
    await expect(openStream(`${url}?after=x`)).rejects.toThrow('400');
    late.cut();
    beyond.cut();
  });

  it('is told that events could not be applied, and when that is over', async () => {
    await begin();
    const reader = await openStream(url);
    await reader.until((told) => told.length === 1);
    await store.pool.query(
      "INSERT INTO tables.dead_letters (position, stream, reason) VALUES (2, 's', 'r'); NOTIFY rapporteur_tables",
    );
    await reader.until((told) => told.at(-1)?.data['deadLetters'] === 1, 1500);
    await store.pool.query('DELETE FROM tables.dead_letters; NOTIFY rapporteur_tables');
    await reader.until((told) => told.at(-1)?.data['deadLetters'] === 0, 1500);
    reader.cut();
  });

  it('sees its stream end in order when the server stops', async () => {
    await begin();
    const readers = await Promise.all(upTo(5).map(() => openStream(url)));
    await Promise.all(readers.map((one) => one.until((told) => told.length === 1)));
    const closing = store.close();
    expect(await Promise.all(readers.map(({ ended }) => ended))).toEqual(
      readers.map(() => ({ inOrder: true })),
    );
    await closing;
    store = await openFilledStore();
  });
});

describe('many readers', () => {
  it('share one connection that listens', async () => {
    await begin();
    const readers = await Promise.all(upTo(25).map(() => openStream(url, '0')));
    await store.record(value(8));
    await store.apply();
    await Promise.all(readers.map((one) => one.until((told) => positions(told).length === 3)));
    const { rows } = await store.pool.query(
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rapporteur-listen'",
    );
    expect(rows).toEqual([{ count: 1 }]);
    readers.forEach((one) => one.cut());
  });

  it('do not wait for one that takes nothing', async () => {
    await begin();
    const many = 60_000;
    // Inserted directly into the log, since only the number of events matters here.
    await store.pool.query(
      `INSERT INTO log SELECT i + 2, gen_random_uuid(), 'reply/c/2008/R' || i, 1, 'ReplySubmitted', 1, 'R', 0, '{}', '{}'
       FROM generate_series(1, $1::int) i`,
      [many],
    );
    await store.pool.query(`UPDATE places SET position = $1`, [many + 2]);
    await store.pool.query(`UPDATE sequencer SET head = $1`, [many + 2]);
    const sockets: Socket[] = [];
    store.server.on('connection', (socket) => sockets.push(socket));
    const stuck = await openStream(url, '0');
    stuck.response.pause();
    const live = await openStream(url);
    await live.until((told) => told.length === 1);
    const full = async () => {
      while (!sockets[0]!.writableNeedDrain) await sleep(20);
    };
    await full();
    await store.record(corrected('XX', '2008-02-01', []));
    await store.pool.query(`UPDATE places SET position = $1`, [many + 3]);
    await live.until((told) => positions(told).at(-1) === many + 3, 2500);
    // Events that were not sent yet stay in the database, not in memory.
    await full();
    expect(sockets[0]!.writableLength).toBeLessThan(500_000);
    stuck.response.resume();
    await stuck.until((told) => positions(told).at(-1) === many + 3, 15_000);
    expect(positions(stuck.told)).toEqual(upTo(many + 3));
    stuck.cut();
    live.cut();
  }, 60_000);
});

describe('the changes of an event', () => {
  it('are the figures that it changed, with both values, in the reader’s language', async () => {
    await begin();
    await store.record(
      value(8),
      submitted(
        'SV',
        '2008-01-30',
        [figure('persons-prosecuted', '2007', 5)],
        [{ topic: 'shelters', paragraph: 9 }],
        '2009',
      ),
    );
    await store.apply();
    const { body } = await store.get('/v1/events/3/changes?lang=es');
    expect(body).toMatchObject({
      event: 3,
      type: 'ReplyCorrected',
      round: 'c/2008',
      respondent: { code: 'SV', name: 'El Salvador' },
      receivedOn: '2008-02-01',
      reason: 'typing error',
      counts: { revised: 1, added: 0, withdrawn: 0 },
      findings: { added: 0, withdrawn: 0 },
    });
    expect(body.items).toMatchObject([
      { kind: 'revised', period: '2007', before: [{ value: 6 }], after: [{ value: 8 }], difference: 2 },
    ]);
    // This event was received earlier than the correction: it is stored, and changes no figure.
    const late = await store.get('/v1/events/4/changes');
    expect(late.body).toMatchObject({ items: [], findings: { added: 1, withdrawn: 0 } });
    expect((await store.get('/v1/events/2/changes')).body.items).toMatchObject([
      { kind: 'added', before: [], after: [{ value: 6 }] },
    ]);
    expect((await store.get('/v1/events/1/changes')).body).toMatchObject({ respondent: null, items: [] });
    expect((await store.get('/v1/events/9/changes')).status).toBe(404);
  });
});
