/** What a pure function gives for pairs of whole numbers, kept: small counts come again in most series. */
import { isExact, type Interval } from './interval.js';

/** 8,192 pairs take some 200 kB, whatever comes. */
const places = 8192;
/** Two numbers below this make one key that a double holds exactly. */
const most = 2 ** 26;

/**
 * Each pair has one place, in which the last pair that came there is kept: no more to do than to look, and nothing to clear.
 * In: a function of two numbers whose result nobody changes. Out: the same function. Pairs that are no whole numbers from 0 to
 * 2^26 are computed each time.
 */
export function keepPairs<T>(of: (a: number, b: number) => T): (a: number, b: number) => T {
  let keys: Float64Array | undefined;
  let values: T[] = [];
  return (a, b) => {
    const key = a * most + b;
    if (!(a >= 0 && b >= 0 && a < most && b < most && Number.isInteger(a) && Number.isInteger(b)))
      return of(a, b);
    if (!keys) [keys, values] = [new Float64Array(places).fill(-1), new Array<T>(places)];
    const at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 19;
    if (keys[at] === key) return values[at]!;
    const value = of(a, b);
    keys[at] = key;
    values[at] = value;
    return value;
  };
}

/**
 * The same of a function of two intervals, which is kept where both are exact. In most tables that is what takes the time: to
 * find limits, and to show few digits of them.
 */
export function keepExact<T>(of: (a: Interval, b: Interval) => T): (a: Interval, b: Interval) => T {
  const ofExact = keepPairs((a, b) => of({ low: a, high: a }, { low: b, high: b }));
  return (a, b) => (isExact(a) && isExact(b) ? ofExact(a.low, b.low) : of(a, b));
}
