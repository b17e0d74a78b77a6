/** Checks that nothing is computed across a break in a series. */

import { describe, expect, it } from '@jest/globals';
import { classifyDirection } from './direction.js';
import { splitAtBreaks } from './segments.js';

const from = (first: number, values: number[]) =>
  values.map((value, i) => ({ year: first + i, low: value, high: value }));
const judge = (points: ReturnType<typeof from>, breakYears: number[]) =>
  splitAtBreaks(points, breakYears).map(({ startsWithBreak, points: held }) => {
    const { direction, n } = classifyDirection(held);
    return { startsWithBreak, direction, n };
  });
const yearsOf = (points: { year: number }[]) => points.map(({ year }) => year);

describe('segments', () => {
  it('part the year before a break from the break year', () => {
    const segments = splitAtBreaks(from(2012, [1, 2, 3, 4, 5, 6]).reverse(), [2016, 2014]);
    expect(segments.map(({ startsWithBreak, points }) => [startsWithBreak, yearsOf(points)])).toEqual([
      [null, [2012, 2013]],
      [2014, [2014, 2015]],
      [2016, [2016, 2017]],
    ]);
  });

  it('leave out breaks outside the series, and keep each point once', () => {
    expect(splitAtBreaks(from(2012, [1, 2]), [2000, 2012, 2012, 2030])).toEqual([
      { startsWithBreak: 2012, points: from(2012, [1, 2]) },
    ]);
    expect(splitAtBreaks(from(2012, [1, 2]), [])).toEqual([
      { startsWithBreak: null, points: from(2012, [1, 2]) },
    ]);
    expect(splitAtBreaks([], [2012])).toEqual([]);
    expect(() => splitAtBreaks([...from(2012, [1]), ...from(2012, [2])], [])).toThrow('2012 stands twice');
  });

  it('are judged one by one: what falls twice does not rise because a definition was widened in between', () => {
    const points = from(2005, [50, 40, 30, 20, 10, 5000, 4000, 3000, 2000, 1000]);
    expect(judge(points, [2010])).toEqual([
      { startsWithBreak: null, direction: 'falling', n: 5 },
      { startsWithBreak: 2010, direction: 'falling', n: 5 },
    ]);
  });

  it('are insufficient if short, however long the whole series is', () => {
    const judged = judge(from(2005, [1, 2, 3, 4, 5, 6, 7, 8]), [2009]);
    expect(judged.map(({ direction }) => direction)).toEqual(['insufficient-data', 'insufficient-data']);
  });
});
