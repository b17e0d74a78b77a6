/** Setting aside an event that nobody can read, and what the store refuses to take in the first place. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStreamEvents, toNewEvent, UnstorableEvent, type DomainEvent } from '@rapporteur/domain';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makeAppendQueue, storeAppends, storeUnchecked } from './append-queue.js';
import { readStream } from './read-events.js';
import { readHeads } from './read-heads.js';
import { readBacklog } from './read-backlog.js';
import { moveOnce, takeEpoch } from './sequencer.js';
import { setEventAside } from './set-aside.js';

let test: TestDatabase;
let source: Database;
let pool: pg.Pool;
const meta = {
  recordedBy: 't',
  recordedAt: '2008-02-01T00:00:00.000Z',
  correlationId: 'c',
  causationId: 'r',
};

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  pool = poolOf(source);
});
afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const withdrawn = (respondent: string, reason = 'sent by mistake'): DomainEvent => ({
  type: 'ReplyWithdrawn',
  data: {
    collection: 'c',
    round: '2008',
    respondent,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on',
    late: null,
    reason,
    reference: null,
  },
});
const append = (respondent: string, more: object = {}, version = 0) => ({
  stream: `reply/c/2008/${respondent}`,
  expectedVersion: version,
  events: [{ ...toNewEvent(withdrawn(respondent), randomUUID(), meta), ...more }],
});
/** Out: the position that the event got. */
async function place(one: ReturnType<typeof append>): Promise<number> {
  expect((await storeUnchecked(pool, [one])).size).toBe(1);
  return (await move()).head;
}
async function move() {
  const client = await pool.connect();
  try {
    return await moveOnce(client, await takeEpoch(client));
  } finally {
    client.release();
  }
}

describe('an event that nobody could read', () => {
  it('is stored by no way, and takes none of those beside it along', async () => {
    const bad = append('AA', { data: { ...withdrawn('AA').data, late: 1.5 } });
    await expect(storeAppends(pool, [append('BB'), bad])).rejects.toThrow(UnstorableEvent);
    const queue = makeAppendQueue(pool, () => undefined);
    const outcomes = await Promise.allSettled([queue.append(append('BB')), queue.append(bad)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await readStream(pool, 'reply/c/2008/AA')).toEqual([]);
    await move();
  });

  it('of an earlier release is set aside by a later one of its stream, once', async () => {
    const position = await place(append('SV', { data: { ...withdrawn('SV').data, late: 1.5 } }));
    await setEventAside(pool, position, ' late is no number ', meta);
    const stored = await readStream(pool, 'reply/c/2008/SV');
    expect(readStreamEvents(stored)).toEqual([
      {
        type: 'EventSetAside',
        data: {
          collection: 'c',
          round: '2008',
          respondent: 'SV',
          version: 1,
          position,
          reason: 'late is no number',
        },
      },
    ]);
    await expect(setEventAside(pool, position, 'again', meta)).rejects.toThrow(/already/);
  });

  it('is set aside by itself: another of its stream is another matter, whatever its data say', async () => {
    const bad = (version: number) => append('DK', { data: { version: 2 } }, version);
    const [first, second] = [await place(bad(0)), await place(bad(1))];
    await setEventAside(pool, first, 'the first', meta);
    await setEventAside(pool, second, 'the second', meta);
    await expect(setEventAside(pool, first, 'again', meta)).rejects.toThrow(
      `The event at position ${first} is set aside already.`,
    );
    expect(readStreamEvents(await readStream(pool, 'reply/c/2008/DK'))).toMatchObject([
      { data: { version: 1, position: first, reason: 'the first' } },
      { data: { version: 2, position: second, reason: 'the second' } },
    ]);
  });

  it.each([
    ['is set aside after what they wrote', 'EE', 4],
    ['is set aside at the fifth try or not at all', 'FI', 5],
  ])('that others write to at the same time %s', async (_, respondent, times) => {
    const stream = `reply/c/2008/${respondent}`;
    const position = await place(append(respondent, { data: {} }));
    let stores = 0;
    const overtaken = new Proxy(pool, {
      get: (target, name) =>
        name === 'query'
          ? async (query: pg.QueryConfig | string, values?: unknown[]) => {
              if (typeof query === 'string') return target.query(query, values);
              if (query.name === 'append-events-one' && (stores += 1) <= times)
                await storeUnchecked(pool, [append(respondent, {}, stores)]);
              return target.query(query);
            }
          : Reflect.get(target, name, target),
    });
    const outcome = await setEventAside(overtaken, position, 'why', meta).catch(String);
    expect(outcome).toBe(
      times < 5 ? undefined : `Error: Others wrote to ${stream} all the while: try again.`,
    );
    expect(stores).toBe(5);
    const types = (await readStream(pool, stream)).map(({ type }) => type);
    const others = new Array<string>(times + 1).fill('ReplyWithdrawn');
    expect(types).toEqual(times < 5 ? [...others, 'EventSetAside'] : others);
  });

  it('of a round is set aside for the round as a whole', async () => {
    const event = { ...append('x').events[0]!, type: 'RoundOpened', data: {} };
    const position = await place({ stream: 'round/c/2009', expectedVersion: 0, events: [event] });
    await setEventAside(pool, position, 'empty', meta);
    const [, said] = await readStream(pool, 'round/c/2009');
    expect(said!.data).toMatchObject({ collection: 'c', round: '2009', respondent: null });
  });
});

describe('setting aside is refused', () => {
  it('for an event that can be read, that is not there, or that a later release wrote', async () => {
    const good = await place(append('GR'));
    const refused = (position: number) => setEventAside(pool, position, 'why', meta).catch(String);
    expect(await refused(good)).toBe(
      `Error: The event at position ${good} can be read: what it says is changed by a correction, a replacement or a withdrawal.`,
    );
    expect(await refused(good + 100)).toBe(`Error: There is no event at position ${good + 100}.`);
    const later = await place(append('HU', { schemaVersion: 99 }));
    expect(await refused(later)).toBe(
      `Error: The event at position ${later} (ReplyWithdrawn, version 99) was written by a later release, which can read it: start that release.`,
    );
    const unknown = await place(append('RO', { type: 'ReplyPraised' }));
    expect(await refused(unknown)).toMatch(/\(ReplyPraised, version 1\) was written by a later release/);
  });
  it.each([
    ...['elsewhere', 'reply/c/2008', 'round/c/2008/IT', 'reply/c/2008/IT/x', 'round/c/2008/IT/x'],
    ...['other/c/2008', 'other/c/2008/IT', 'reply//2008/IT', 'reply/c//IT', 'round/c', 'round/c/'],
  ])('for one of a stream that is neither of a reply nor of a round: %s', async (stream) => {
    const position = await place({ ...append('IT', { data: {} }), stream });
    await expect(setEventAside(pool, position, 'why', meta)).rejects.toThrow(
      `The event at position ${position} is in ${stream}, which is neither a reply nor a round.`,
    );
  });
  it('without a reason that people can read, of 2,000 characters at most', async () => {
    const position = await place(append('JO', { data: {} }));
    for (const [reason, why] of [
      ['', 'is missing'],
      ['  ', 'is missing'],
      ['a\u0000', 'must not hold NUL or half a surrogate pair'],
      ['x'.repeat(2001), 'has more than 2000 characters'],
    ] as const)
      await expect(setEventAside(pool, position, reason, meta)).rejects.toThrow(`The reason ${why}.`);
    expect(await readStream(pool, 'reply/c/2008/JO')).toHaveLength(1);
    await setEventAside(pool, position, 'x'.repeat(2000), meta);
    expect(await readStream(pool, 'reply/c/2008/JO')).toHaveLength(2);
  });
});

describe('an event with NUL in it, as earlier releases could store', () => {
  it.each([
    ['particulars', { meta: { ...meta, causationId: 'a\u0000b' } }, '2008-01-20'],
    ['data', { data: { ...withdrawn('LV').data, reason: 'a\u0000b' } }, '2008-01-20'],
  ])('in its %s does not stop those who read heads or the backlog', async (where, more, receivedOn) => {
    const before = (await move()).head;
    const position = await place(append(where === 'data' ? 'LV' : 'LT', more));
    const next = await place(append(where === 'data' ? 'LU' : 'MT'));
    const heads = await readHeads(pool, before, next, 1000);
    expect(heads.map((head) => head.position)).toEqual([position, next]);
    expect(heads[0]).toMatchObject({ type: 'ReplyWithdrawn', receivedOn, recordedAt: meta.recordedAt });
    expect((await readBacklog(pool)).head).toBe(next);
  });
});
