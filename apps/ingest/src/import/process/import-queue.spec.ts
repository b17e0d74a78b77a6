/** The order in which files are imported, and when there are too many of them. */
import { describe, expect, it, jest } from '@jest/globals';
import { makeImportQueue, type Ticket } from './import-queue.js';

const never = new AbortController().signal;

/** Asks for turns. Out: the names of those whose turn it is, as they come. */
function ask(ticket: Ticket, collection: string, name: string, begun: string[], signal = never) {
  return ticket
    .turn(collection, () => undefined, signal)
    .then(
      () => void begun.push(name),
      () => void begun.push(`${name} gave up`),
    );
}
const later = () => new Promise((done) => setImmediate(done));

describe('imports', () => {
  it('begin in order, so many at a time, and one of a collection', async () => {
    const queue = makeImportQueue({ lanes: 2, most: 10 });
    const begun: string[] = [];
    const places = [0, 1, 2, 3, 4].map(() => queue.enter());
    const asked = ['a', 'a', 'b', 'c', 'a'].map((collection, i) =>
      ask(places[i]!, collection, `${collection}${i}`, begun),
    );
    await later();
    expect(begun).toEqual(['a0', 'b2']);
    places[2]!.leave();
    await later();
    expect(begun).toEqual(['a0', 'b2', 'c3']);
    places[0]!.leave();
    places[3]!.leave();
    await later();
    expect(begun).toEqual(['a0', 'b2', 'c3', 'a1']);
    places[1]!.leave();
    await Promise.all(asked);
    expect(begun.at(-1)).toBe('a4');
  });
  it('are refused, and may come again, where too many wait', () => {
    const queue = makeImportQueue({ lanes: 1, most: 2 });
    const places = [0, 1, 2].map(() => queue.enter());
    expect(() => queue.enter()).toThrow(
      expect.objectContaining({
        name: 'HttpProblem',
        status: 503,
        options: {
          ...{ status: 503, code: 'too-busy', title: 'Too many imports wait already' },
          detail: '3 files are being imported or wait for it. Send this one again later.',
          headers: { 'retry-after': '15' },
        },
      }),
    );
    places[0]!.leave();
    places[0]!.leave();
    expect(() => queue.enter()).not.toThrow();
    expect(() => queue.enter()).toThrow();
  });
  it('leave the queue when nobody waits for them any more', async () => {
    const queue = makeImportQueue({ lanes: 1, most: 10 });
    const begun: string[] = [];
    const places = [0, 1, 2].map(() => queue.enter());
    const gone = new AbortController();
    const asked = [
      ask(places[0]!, 'a', 'first', begun),
      ask(places[1]!, 'b', 'second', begun, gone.signal),
      ask(places[2]!, 'c', 'third', begun),
    ];
    gone.abort();
    places[0]!.leave();
    await Promise.all(asked);
    expect(begun.sort()).toEqual(['first', 'second gave up', 'third']);
    await ask(queue.enter(), 'd', 'late', begun, gone.signal);
    expect(begun.at(-1)).toBe('late gave up');
  });
  it('are told that they wait, and only where they do', async () => {
    const queue = makeImportQueue({ lanes: 1, most: 10 });
    const told: string[] = [];
    const [first, second] = [queue.enter(), queue.enter()];
    await first.turn('a', () => told.push('first'), never);
    const waiting = second.turn('b', () => told.push('second'), never);
    expect(told).toEqual(['second']);
    first.leave();
    await waiting;
  });
  it('are told again every five seconds while they wait, and not any more when they have begun or are given up', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const queue = makeImportQueue({ lanes: 1, most: 10 });
      const told: string[] = [];
      const [first, second, third] = [queue.enter(), queue.enter(), queue.enter()];
      const gone = new AbortController();
      await first.turn('a', () => told.push('first'), never);
      const waiting = second.turn('b', () => told.push('second'), never);
      const leaving = third.turn('c', () => told.push('third'), gone.signal);
      expect(told.splice(0)).toEqual(['second', 'third']);
      jest.advanceTimersByTime(4999);
      expect(told).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(told.splice(0)).toEqual(['second', 'third']);
      gone.abort(new Error('gone'));
      await expect(leaving).rejects.toThrow('gone');
      first.leave();
      await waiting;
      jest.advanceTimersByTime(60_000);
      expect(told).toEqual([]);
      // What comes of the signal after a turn has begun is no longer the queue's.
      gone.abort();
    } finally {
      jest.useRealTimers();
    }
  });
  it('are two at a time, and fifty wait, where nobody says otherwise', async () => {
    const queue = makeImportQueue();
    const begun: string[] = [];
    const places = Array.from({ length: 52 }, () => queue.enter());
    expect(() => queue.enter()).toThrow();
    const asked = places.map((place, i) => ask(place, `c${i}`, `${i}`, begun, new AbortController().signal));
    await later();
    expect(begun).toEqual(['0', '1']);
    for (const place of places) place.leave();
    await Promise.all(asked);
    expect(begun).toHaveLength(52);
  });
  it('whose signal comes when they have begun hold back nobody but themselves', async () => {
    const queue = makeImportQueue({ lanes: 1, most: 10 });
    const begun: string[] = [];
    const [first, second] = [queue.enter(), queue.enter()];
    const gone = new AbortController();
    await ask(first, 'a', 'first', begun, gone.signal);
    const waiting = ask(second, 'b', 'second', begun);
    gone.abort();
    await later();
    expect(begun).toEqual(['first']);
    first.leave();
    await waiting;
    expect(begun).toEqual(['first', 'second']);
  });
});
