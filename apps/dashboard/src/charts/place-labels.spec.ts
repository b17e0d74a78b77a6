/** Texts of a chart never touch: whatever they are, needed ones move and the others are left out. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boxOf, placeLabels, type Wanted } from './place-labels.js';

const frame = { top: 0, bottom: 240 };
const label = (text: string, x: number, y: number, isNeeded = true): Wanted => ({
  ...{ text, x, y, isNeeded },
  ...{ dx: 10, dy: 0, anchor: 'start' as const },
});
const place = (...wanted: Wanted[]) => placeLabels(wanted, [], frame, 12);

describe('the texts of a chart', () => {
  it('stay where they are if they have room', () => {
    const wanted = [label('A', 100, 50), label('B', 100, 80), label('C', 60, 50, false)];
    expect(place(...wanted)).toEqual(wanted);
  });

  it('move by lines where they are needed, and are left out where they are not', () => {
    const [first, second, ...others] = place(
      label('Z', 100, 50),
      label('AA', 106, 52),
      label('< 5', 95, 50, false),
    );
    expect([first!.text, first!.dy, second!.text, others]).toEqual(['Z', 0, 'AA', []]);
    expect(Math.abs(second!.dy)).toBeCloseTo(12 * 1.4);
  });

  it('give way to what stands there already, and do not reach below the chart', () => {
    const taken = boxOf(label('2017', 100, 100), 12);
    expect(placeLabels([label('A', 100, 100, false)], [taken], frame, 12)).toEqual([]);
    const [low] = place(label('A', 100, 239));
    expect(boxOf(low!, 12).bottom).toBeCloseTo(240);
  });

  it('never touch one another', () => {
    const any = fc.record({
      text: fc.constantFrom('A', 'AB', 'Z AA', '< 5', '≥ 3,800'),
      ...{ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 240 }) },
      ...{ dx: fc.constantFrom(0, 10), dy: fc.constantFrom(0, -7), isNeeded: fc.boolean() },
      anchor: fc.constantFrom('start' as const, 'middle' as const),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (wanted) => {
        const boxes = placeLabels(wanted, [], frame, 12).map((one) => boxOf(one, 12));
        const touching = boxes.filter((a, i) =>
          boxes
            .slice(i + 1)
            .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
        );
        expect(touching).toEqual([]);
      }),
    );
  });
});
