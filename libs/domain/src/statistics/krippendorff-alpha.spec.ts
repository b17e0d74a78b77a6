/** Alpha against the worked examples of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), reckoned by hand. */
import { describe, expect, it } from '@jest/globals';
import { nominalAlpha } from './krippendorff-alpha.js';

/** A row for each coder, a sign for each unit; a dot where there is no value. */
const of = (...coders: string[]) =>
  nominalAlpha(
    [...coders[0]!.replaceAll(' ', '')].map((_, i) =>
      coders.map((row) => {
        const sign = row.replaceAll(' ', '')[i]!;
        return sign === '.' ? null : sign;
      }),
    ),
  );

describe('nominal alpha', () => {
  it('is 0.095 for his example A: two observers, two values', () => {
    // 4 of 10 units differ; 14 zeros and 6 ones: 1 - 0.4 / (2 · 14 · 6 / (20 · 19)).
    const { alpha, units, values } = of('0100000010', '1110010000');
    expect(alpha).toBeCloseTo(1 - 0.4 / (168 / 380), 12);
    expect(alpha!.toFixed(3)).toBe('0.095');
    expect([units, values]).toEqual([10, 20]);
  });

  it('is 0.692 for his example B: two observers, five values', () => {
    // 3 of 12 differ; counts 4, 6, 6, 6, 2: 1 - 0.25 / (448 / 552).
    expect(of('aabbdcccedda', 'babbbccceddd').alpha).toBeCloseTo(1 - 0.25 / (448 / 552), 12);
  });

  it('is 0.743 for his example C: four observers, missing values, and a unit that one alone saw', () => {
    const found = of('1233214 12...', '1233224125.3', '.33323422 51.', '123324412 51.');
    expect(found.alpha!.toFixed(3)).toBe('0.743');
    // 40 values pair in 11 units; 8 of them by their pairs differ: 1 - (8 / 40) / (1216 / 1560).
    expect(found).toMatchObject({ units: 11, values: 40 });
    expect(found.alpha).toBeCloseTo(1 - 0.2 / (1216 / 1560), 12);
  });

  it('is 1 where all agree in different values, below 0 where they agree less than by chance', () => {
    expect(of('ab', 'ab').alpha).toBe(1);
    // 2 of 2 differ: 1 - 1 / (8 / 12).
    expect(of('ab', 'ba').alpha).toBeCloseTo(-0.5, 12);
  });

  it('is not defined where all values are the same, or none pairs', () => {
    expect(of('aaa', 'aaa').alpha).toBeNull();
    expect(of('a.', '.b')).toEqual({ alpha: null, units: 0, values: 0 });
    expect(nominalAlpha([])).toEqual({ alpha: null, units: 0, values: 0 });
  });
});
