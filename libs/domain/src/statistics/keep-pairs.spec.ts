/** What is kept of a function is what the function gives, whatever was asked before. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isExact, type Interval } from './interval.js';
import { keepExact, keepPairs } from './keep-pairs.js';

const counts = fc.oneof(fc.nat(300), fc.nat(2 ** 27), fc.double({ min: -9, max: 9, noNaN: true }));

it('gives for every pair what the function gives, in either order and again', () => {
  const told = (a: number, b: number) => `${a} ${b}`;
  const kept = keepPairs(told);
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { maxLength: 300 }), (pairs) => {
      for (const [a, b] of [...pairs, ...pairs])
        expect([kept(a, b), kept(b, a)]).toEqual([told(a, b), told(b, a)]);
    }),
  );
});

it('computes once for a pair of exact figures, and each time for others', () => {
  let computed = 0;
  const kept = keepExact((a, b) => ({ place: (computed += 1), areExact: isExact(a) && isExact(b) }));
  const [five, upToFive]: [Interval, Interval] = [
    { low: 5, high: 5 },
    { low: 0, high: 5 },
  ];
  expect(kept(five, five)).toBe(kept(five, five));
  expect(kept(five, upToFive)).toEqual({ place: 2, areExact: false });
  expect(kept(five, upToFive)).toEqual({ place: 3, areExact: false });
});
