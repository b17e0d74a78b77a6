/** Batches that wait share one transaction and its outcome. */
import { describe, expect, it } from '@jest/globals';
import type { FeedEvent, Lease } from '@rapporteur/event-store';
import type { Applied } from '@rapporteur/projections';
import { setImmediate as turn } from 'node:timers/promises';
import type { FeedBatch } from './feed-strategy.js';
import { joinBatches } from './join-batches.js';

const batchOf = (partition: number, events = 1): FeedBatch => ({
  leases: [{ partition } as Lease],
  events: Array.from({ length: events }, (_, i) => ({ partition, position: i + 1 }) as FeedEvent),
});

/** Notes which batches were applied together, and lets a test end each. */
function makeApply() {
  const calls: { partitions: number[]; events: number; done: () => void; fail: (error: Error) => void }[] =
    [];
  const apply = ({ leases, events }: FeedBatch) =>
    new Promise<Applied>((done, fail) => {
      const applied: Applied = {
        ...{ applied: events.length, redelivered: 0, dead: 0, positions: new Map(), notice: '' },
      };
      calls.push({
        partitions: leases.map(({ partition }) => partition),
        events: events.length,
        done: () => done(applied),
        fail,
      });
    });
  return { calls, join: joinBatches(apply) };
}

describe('batches', () => {
  it('that arrive in one turn are applied together, those after them two transactions at a time', async () => {
    const { calls, join } = makeApply();
    const first = [join(batchOf(0)), join(batchOf(1))];
    await turn();
    await turn();
    void join(batchOf(2));
    await turn();
    await turn();
    void join(batchOf(3));
    void join(batchOf(4));
    await turn();
    await turn();
    expect(calls.map(({ partitions }) => partitions)).toEqual([[0, 1], [2]]);
    calls[0]!.done();
    expect((await Promise.all(first)).map(({ applied }) => applied)).toEqual([2, 2]);
    await turn();
    expect(calls.map(({ partitions }) => partitions)).toEqual([[0, 1], [2], [3, 4]]);
  });

  it('of many events are not joined beyond what a transaction should hold, and a larger one goes alone', async () => {
    const { calls, join } = makeApply();
    for (const [partition, events] of [6000, 4000, 1000, 1].entries()) void join(batchOf(partition, events));
    await turn();
    await turn();
    expect(calls.map(({ partitions }) => partitions)).toEqual([[0], [1, 2]]);
  });

  it('that fail all fail, and what waits goes on', async () => {
    const { calls, join } = makeApply();
    const outcomes = Promise.allSettled([join(batchOf(0)), join(batchOf(1))]);
    await turn();
    await turn();
    calls[0]!.fail(new Error('taken'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    void join(batchOf(2));
    await turn();
    await turn();
    expect(calls.at(-1)!.partitions).toEqual([2]);
  });
});
