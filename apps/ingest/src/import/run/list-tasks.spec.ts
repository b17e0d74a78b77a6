/** How an import is divided into commits. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inCommits, type Task } from './list-tasks.js';

/** A task whose reply has so many figures. */
const task = (figures: number) => ({ imported: { observations: { size: figures } } }) as Task;
const sizes = (figures: readonly number[]) =>
  [...inCommits(figures.map(task))].map((together) => together.map((t) => t.imported!.observations.size));

describe('the commits of an import', () => {
  it('have 25 replies or 5,000 figures at most; a larger reply has one of its own', () => {
    expect(sizes([])).toEqual([]);
    expect(sizes(Array.from({ length: 60 }, () => 1)).map((own) => own.length)).toEqual([25, 25, 10]);
    expect(sizes([2000, 3000, 1, 9000, 1, 1])).toEqual([[2000, 3000], [1], [9000], [1, 1]]);
  });

  it('keep every reply, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8000)), (figures) => {
        const commits = sizes(figures);
        expect(commits.flat()).toEqual(figures);
        for (const own of commits) {
          expect(own.length).toBeLessThanOrEqual(25);
          if (own.length > 1) expect(own.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(5000);
        }
      }),
    );
  });
});
