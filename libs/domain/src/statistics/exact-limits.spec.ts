/** Checks the exact limits against scipy, against their definition, and over every value that censored counts admit. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { poissonLimits, ratioLimits, shareLimits } from './exact-limits.js';

const exactly = (value: number) => ({ low: value, high: value });
const fewerThanFive = { low: 0, high: 4 };
const atLeast3800 = { low: 3800, high: null };
/** Equal to ten digits. */
const expectClose = (found: number, other: number) =>
  expect(Math.abs(found - other)).toBeLessThanOrEqual(1e-10 * Math.max(other, 1e-6));

describe('limits of a Poisson mean', () => {
  // scipy 1.17.1: chi2.ppf(0.025, 2 * n) / 2 and chi2.ppf(0.975, 2 * n + 2) / 2, which is what R's poisson.test(n) gives.
  it.each([
    [0, 0, 3.6888794541139354],
    [1, 0.025317807984289876, 5.571643390938898],
    [2, 0.24220927854396496, 7.22468766772396],
    [3, 0.6186721228956014, 8.767273069742323],
    [4, 1.0898653736263249, 10.241588675403694],
    [5, 1.6234863901184207, 11.66833207932267],
    [9, 4.115373097378334, 17.084803451419166],
    [10, 4.7953886961324335, 18.39035604201778],
    [37, 26.05141456710603, 50.999626141930825],
    [100, 81.36399125092314, 121.62679379242638],
    [304, 270.78364507997213, 340.1663888107872],
    [3800, 3680.1296301441544, 3922.780536624104],
    [58769, 58294.807152036046, 59246.0911939591],
    [1000000, 998040.9833402939, 1001961.9119454322],
  ])('are those of other implementations: %i', (count, low, high) => {
    const limits = poissonLimits(exactly(count));
    expectClose(limits.low, low);
    expectClose(limits.high!, high);
  });

  it('hold the count, and rise with it', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (count) => {
        const [own, next] = [poissonLimits(exactly(count)), poissonLimits(exactly(count + 1))];
        expect(own.low <= count && own.high! > count).toBe(true);
        expect(next.low > own.low && next.high! > own.high!).toBe(true);
      }),
    );
  });

  it('leave 2.5 % to either side', () => {
    const atMost = (count: number, mean: number) => {
      let [term, sum] = [Math.exp(-mean), 0];
      for (let k = 0; k <= count; k++) {
        sum += term;
        term *= mean / (k + 1);
      }
      return sum;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
        const { low, high } = poissonLimits(exactly(count));
        expect(1 - atMost(count - 1, low)).toBeCloseTo(0.025, 10);
        expect(atMost(count, high!)).toBeCloseTo(0.025, 10);
      }),
    );
  });

  it('of a censored count run from those of its least to those of its greatest value', () => {
    expect(poissonLimits(fewerThanFive)).toEqual({ low: 0, high: poissonLimits(exactly(4)).high });
    expect(poissonLimits(atLeast3800)).toEqual({ low: poissonLimits(exactly(3800)).low, high: null });
  });

  it('are of counts alone', () => {
    for (const count of [
      { low: -1, high: 2 },
      { low: 1.5, high: 2 },
      { low: 1, high: 2.5 },
      { low: 3, high: 2 },
    ])
      expect(() => poissonLimits(count)).toThrow(RangeError);
  });
});

describe('limits of a share', () => {
  // scipy 1.17.1: binomtest(k, n).proportion_ci(0.95, method='exact'), which is what R's binom.test(k, n) gives.
  it.each([
    [0, 1, 0.0, 0.975],
    [1, 1, 0.025000000000000022, 1.0],
    [0, 10, 0.0, 0.30849710781876294],
    [1, 10, 0.0025285785444625728, 0.44501611702819543],
    [5, 10, 0.1870860284474045, 0.8129139715525955],
    [9, 10, 0.5549838829718047, 0.9974714214555375],
    [10, 10, 0.6915028921812371, 1.0],
    [7, 62, 0.04661662437281644, 0.21888678652085913],
    [18, 37, 0.3192141064815397, 0.6560031843346645],
    [99, 100, 0.9455406146079194, 0.9997468539673181],
    [30, 4000, 0.005065773800096071, 0.010689537416093714],
    [2104, 5566, 0.36524770252236205, 0.39089900182408926],
    [12345, 58769, 0.2067722103512764, 0.213375895914251],
  ])('are those of other implementations: %i of %i', (part, total, low, high) => {
    const limits = shareLimits(exactly(part), exactly(total))!;
    expectClose(limits.low, low);
    expectClose(limits.high!, high);
  });

  it('of one of a million have the digits that can be worked out: scipy has six of them', () => {
    const { low } = shareLimits(exactly(1), exactly(1_000_000))!;
    expect(low / -Math.expm1(Math.log(0.975) / 1_000_000)).toBeCloseTo(1, 12);
  });

  const pair = fc
    .integer({ min: 1, max: 3000 })
    .chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));

  it('hold the share, lie within 0 and 1, rise with the part and fall with the total', () => {
    fc.assert(
      fc.property(pair, ([part, total]) => {
        const own = shareLimits(exactly(part), exactly(total))!;
        expect(0 <= own.low && own.low <= part / total && part / total <= own.high! && own.high! <= 1).toBe(
          true,
        );
        const larger = shareLimits(exactly(part), exactly(total + 1))!;
        expect(larger.low <= own.low && larger.high! <= own.high!).toBe(true);
        if (part === total) return;
        const more = shareLimits(exactly(part + 1), exactly(total))!;
        expect(more.low > own.low && more.high! > own.high!).toBe(true);
      }),
    );
  });

  it('of the rest are those of the part, seen from the other end', () => {
    fc.assert(
      fc.property(pair, ([part, total]) => {
        const [own, rest] = [part, total - part].map((k) => shareLimits(exactly(k), exactly(total))!);
        expect(own!.low).toBeCloseTo(1 - rest!.high!, 12);
      }),
    );
  });

  it('of censored counts hold those of every admissible pair, and no more', () => {
    const censored = fc.tuple(fc.nat(6), fc.nat(4)).map(([low, width]) => ({ low, high: low + width }));
    fc.assert(
      fc.property(censored, censored, (part, total) => {
        const limits = shareLimits(part, total);
        const pairs = [];
        for (let k = part.low; k <= part.high; k++)
          for (let n = Math.max(total.low, 1, k); n <= total.high; n++)
            pairs.push(shareLimits(exactly(k), exactly(n))!);
        if (pairs.length === 0) return expect(limits).toBeNull();
        expect(limits!.low).toBeCloseTo(Math.min(...pairs.map(({ low }) => low)), 12);
        expect(limits!.high).toBeCloseTo(Math.max(...pairs.map(({ high }) => high!)), 12);
      }),
    );
  });

  it('have no lower end where nothing limits the total, and none at all for a part that is larger', () => {
    expect(shareLimits(exactly(7), { low: 10, high: null })).toMatchObject({ low: 0 });
    expect(shareLimits(exactly(7), exactly(5))).toBeNull();
    expect(shareLimits(exactly(0), exactly(0))).toBeNull();
    expect(shareLimits(atLeast3800, exactly(4000))).toMatchObject({ high: 1 });
  });
});

describe('limits of a ratio of two counts', () => {
  // R 4.2.2: poisson.test(c(a, b))$conf.int
  it.each([
    [47, 51, 0.6066098834384273, 1.397383207382648],
    [7, 135, 0.02045647344509877, 0.1097912648884227],
    [0, 5, 0, 1.091279105182546],
    [1, 1, 0.01273936708366663, 78.49683531626285],
    [37, 12, 1.5727051975876, 6.494638850119379],
    [150, 90, 1.274925202131706, 2.189240198018435],
    [1, 400, 6.313867142708025e-5, 0.01400896850066836],
    [2104, 5566, 0.3593468068493521, 0.3975268381262678],
  ])('are those of another implementation: %i and %i', (count, other, low, high) => {
    const limits = ratioLimits(exactly(count), exactly(other));
    expectClose(limits.low, low);
    expectClose(limits.high!, high);
  });

  it('have no upper end over a count of zero', () => {
    const { low, high } = ratioLimits(exactly(3), exactly(0));
    expectClose(low, 0.413231355030894);
    expect(high).toBeNull();
    expect(ratioLimits(exactly(0), exactly(0))).toEqual({ low: 0, high: null });
  });

  it('of censored counts run over all pairs that they admit', () => {
    const { low, high } = ratioLimits(fewerThanFive, { low: 6, high: 9 });
    const pairs = [0, 1, 2, 3, 4].flatMap((a) =>
      [6, 7, 8, 9].map((b) => ratioLimits(exactly(a), exactly(b))),
    );
    expect(low).toBe(Math.min(...pairs.map((one) => one.low)));
    expect(high).toBe(Math.max(...pairs.map((one) => one.high!)));
    expect(ratioLimits(exactly(5), fewerThanFive).high).toBeNull();
    expect(ratioLimits(exactly(5), atLeast3800)).toEqual({
      low: 0,
      high: ratioLimits(exactly(5), exactly(3800)).high,
    });
  });

  it('hold the ratio, and turned around are those of the ratio turned around', () => {
    const count = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const own = ratioLimits(exactly(a), exactly(b));
        expect(own.low < a / b && a / b < own.high!).toBe(true);
        expectClose(1 / ratioLimits(exactly(b), exactly(a)).high!, own.low);
      }),
    );
  });

  it('are of counts alone', () => {
    expect(() => ratioLimits({ low: -1, high: 2 }, exactly(1))).toThrow(RangeError);
    expect(() => ratioLimits(exactly(1), { low: 1.5, high: 2 })).toThrow(RangeError);
  });
});
