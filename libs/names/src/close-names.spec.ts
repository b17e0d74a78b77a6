/** The search for close names skips none: it finds what the distance to every name finds. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceWithin } from './edit-distance.js';
import { findWithin, indexedNames } from './name-index.js';

const letter = fc.constantFrom(...'aeinorstukm', 'é', '国', 'ا', 'ц');
const mistyped = fc
  .tuple(fc.constantFrom(...indexedNames()), fc.array(fc.tuple(fc.nat(40), letter), { maxLength: 5 }))
  .map(([{ key }, mistakes]) =>
    mistakes.reduce((text, [at, other]) => text.slice(0, at) + other + text.slice(at + (at % 2)), key),
  );

it('finds every name within the distance, and no other', () => {
  fc.assert(
    fc.property(fc.oneof(mistyped, fc.string({ unit: letter, maxLength: 30 })), fc.nat(9), (text, limit) => {
      const everyName = indexedNames()
        .map(({ code, key }) => ({ code, distance: distanceWithin(text, key, limit) }))
        .filter(({ distance }) => distance <= limit);
      const order = (a: { code: string; distance: number }, b: typeof a) =>
        a.code < b.code ? -1 : a.code > b.code ? 1 : a.distance - b.distance;
      expect([...findWithin(text, limit)].sort(order)).toEqual(everyName.sort(order));
    }),
  );
});
