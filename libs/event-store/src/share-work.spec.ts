/** Batches of what is asked for together: as large as those who ask are many, and nobody waits for who does not come. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { shareWork } from './share-work.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Work that ends when it is told to, batch by batch. */
function makeWork(lanes = 1) {
  const batches: { size: number; end(): void }[] = [];
  const shared = shareWork<{ readonly of: number }, string>({
    ...{ lanes, gathers: true, take: (waiting) => waiting.splice(0) },
    work: (taken) =>
      new Promise((done) =>
        batches.push({ size: taken.length, end: () => done(taken.map(({ of }) => `done ${of}`)) }),
      ),
  });
  const answers: string[] = [];
  const ask = async (count: number) => {
    for (let of = 0; of < count; of += 1) void shared.ask({ of }).then((answer) => answers.push(answer));
    await jest.advanceTimersByTimeAsync(0);
  };
  const end = async (batch = batches.length - 1) => {
    batches[batch]!.end();
    await jest.advanceTimersByTimeAsync(0);
  };
  return { shared, ask, end, answers, sizes: () => batches.map(({ size }) => size) };
}

const passTime = () => jest.advanceTimersByTimeAsync(1);

describe('a batch', () => {
  it('waits for half of those that ask again after their answers, so that the others are prepared meanwhile', async () => {
    const { ask, end, sizes } = makeWork(2);
    await ask(40);
    await end();
    await ask(19);
    expect(sizes()).toEqual([40]);
    await ask(1);
    expect(sizes()).toEqual([40, 20]);
    await ask(19);
    expect(sizes()).toEqual([40, 20]);
    await ask(1);
    expect(sizes()).toEqual([40, 20, 20]);
  });

  it('of one or a few does not wait', async () => {
    const { ask, end, sizes } = makeWork();
    for (const count of [1, 3, 1, 2]) {
      await ask(count);
      await end();
    }
    expect(sizes()).toEqual([1, 3, 1, 2]);
  });

  it('starts after a millisecond without those who do not come, and the next does not wait for them', async () => {
    const { shared, ask, end, sizes, answers } = makeWork();
    await ask(8);
    await end();
    await ask(2);
    expect(sizes()).toEqual([8]);
    await passTime();
    expect(sizes()).toEqual([8, 2]);
    await end();
    await ask(1);
    expect(sizes()).toEqual([8, 2, 1]);
    await end();
    expect([shared.depth, answers.length]).toEqual([0, 11]);
  });

  it('that nothing may be taken for leaves what waits for the next', async () => {
    const held = shareWork<{ readonly of: number }, number>({
      ...{ lanes: 1, gathers: true, take: (waiting) => waiting.splice(0, waiting[0]!.of) },
      work: async (taken) => taken.map(({ of }) => of),
    });
    const answers = [2, 2, 1, 1, 1].map((of) => held.ask({ of }));
    await jest.advanceTimersByTimeAsync(10);
    expect(await Promise.all(answers)).toEqual([2, 2, 1, 1, 1]);
    expect(held.depth).toBe(0);
  });
});
