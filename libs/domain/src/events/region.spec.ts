/** Regions of a page as media fragments: any region comes back as it was, and nothing else is one. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFragment, toFragment, type PageRegion } from './region.js';

const anyRegion: fc.Arbitrary<PageRegion> = fc
  .tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))
  .map(([x, y, width, height]) => ({
    ...{ x, y },
    ...{ width: 1 + (width % (100 - x)), height: 1 + (height % (100 - y)) },
  }));

it('any region within a page is written and read again', () => {
  expect(toFragment({ x: 0, y: 7, width: 100, height: 1 })).toBe('xywh=percent:0,7,100,1');
  fc.assert(fc.property(anyRegion, (region) => expect(parseFragment(toFragment(region))).toEqual(region)));
});

it.each([
  ...['', 'xywh=percent:1,2,3', 'xywh=pixel:1,2,3,4', 'xywh=1,2,3,4', 'xywh=percent:1,2,3,4,5'],
  ...['xywh=percent:1.5,2,3,4', 'xywh=percent:-1,2,3,4', 'xywh=percent:01,2,3,4', ' xywh=percent:1,2,3,4'],
  ...['xywh=percent:1,2,0,4', 'xywh=percent:1,2,3,0', 'xywh=percent:98,2,3,4', 'xywh=percent:1,97,3,4'],
  ...['xywh=percent:101,2,3,4', 'xywh=percent:1,2,3,4\n'],
])('%j is no region of a page', (fragment) => expect(parseFragment(fragment)).toBeUndefined());
