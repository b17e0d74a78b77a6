/** A region that is drawn by keys or by the mouse stays on its page, and has in it what was drawn around. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstRegion, isIn, moveByKey, regionBetween } from './draw-region.js';

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const isOnPage = ({ x, y, width, height }: typeof firstRegion) =>
  [x, y].every((at) => at >= 0) &&
  [width, height].every((size) => size >= 1) &&
  [x + width, y + height].every((end) => end <= 100);

it('is moved and sized one percent by a key', () => {
  expect(arrows.map((key) => moveByKey(firstRegion, key, false))).toMatchObject([
    { x: 34 },
    { x: 36 },
    { y: 44 },
    { y: 46 },
  ]);
  expect(arrows.map((key) => moveByKey(firstRegion, key, true))).toMatchObject([
    { x: 35, width: 29 },
    { width: 31 },
    { y: 45, height: 9 },
    { height: 11 },
  ]);
});

it('stays on its page whatever keys are pressed', () => {
  const keys = fc.array(fc.tuple(fc.constantFrom(...arrows), fc.boolean(), fc.integer({ min: 1, max: 120 })));
  fc.assert(
    fc.property(keys, (pressed) => {
      let region = firstRegion;
      for (const [key, isSized, times] of pressed)
        for (let i = 0; i < times; i += 1) region = moveByKey(region, key, isSized);
      expect([region, isOnPage(region)]).toEqual([region, true]);
    }),
  );
});

it('between two points has both in it, where they are on the page', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const beyond = fc.double({ min: -2, max: 3, noNaN: true });
  fc.assert(
    fc.property(part, part, part, part, (ax, ay, bx, by) => {
      const [a, b] = [
        { x: ax, y: ay },
        { x: bx, y: by },
      ];
      const region = regionBetween(a, b);
      expect([isOnPage(region), isIn(region, a), isIn(region, b)]).toEqual([true, true, true]);
    }),
  );
  fc.assert(
    fc.property(beyond, beyond, beyond, beyond, (ax, ay, bx, by) =>
      expect(isOnPage(regionBetween({ x: ax, y: ay }, { x: bx, y: by }))).toBe(true),
    ),
  );
});
