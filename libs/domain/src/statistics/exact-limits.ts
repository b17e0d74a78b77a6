/** Exact 95 % limits of what counts can come from: of a Poisson mean, of the ratio of two, and of a binomial share. */

import { type Interval, assertInterval } from './interval.js';
import { logFactorial } from './log-factorial.js';

/** Limits that hold a value with a probability of at least 95 %. `high: null`: nothing limits it from above. */
export interface Limits {
  readonly low: number;
  readonly high: number | null;
}

/** What either tail outside of the limits may weigh. */
const TAIL = 0.025;

/** A tail probability, and its derivative. */
interface Tail {
  readonly p: number;
  readonly slope: number;
}

/**
 * The mean at which a tail weighs TAIL, by Newton's method on its logarithm, which is concave, held within a bracket
 * that every step makes narrower.
 * In: the tail as a function of the mean, whether it rises with it, an interval in which it passes TAIL, and where to begin.
 */
function solve(
  tailAt: (mean: number) => Tail,
  isRising: boolean,
  bracket: readonly [number, number],
  start: number,
): number {
  let [below, above] = bracket;
  let mean = start;
  for (let i = 0; i < 200; i++) {
    const { p, slope } = tailAt(mean);
    // Far from its end a tail is too small to have a slope, so its sign cannot say on which side the end lies.
    if (p < TAIL === isRising) below = mean;
    else above = mean;
    const next = mean - (Math.log(p / TAIL) * p) / slope;
    const kept = next > below && next < above ? next : (below + above) / 2;
    if (Math.abs(kept - mean) <= 1e-15 * kept) return kept;
    mean = kept;
  }
  return mean;
}

/** The terms of a tail, from its largest one outwards, until they no longer count. */
function sumTerms(first: number, ratioAt: (i: number) => number, most: number): number {
  let [term, sum] = [first, 0];
  for (let i = 0; i < most && term > sum * 1e-17; i++) {
    sum += term;
    term *= ratioAt(i);
  }
  return sum;
}

const poisson = (count: number, mean: number) =>
  Math.exp(count * Math.log(mean) - mean - logFactorial(count));

/** P(X >= count) and P(X <= count) of a Poisson mean. */
const poissonAtLeast = (count: number) => (mean: number) => {
  const own = poisson(count, mean);
  return { p: sumTerms(own, (i) => mean / (count + i + 1), Infinity), slope: (own * count) / mean };
};
const poissonAtMost = (count: number) => (mean: number) => {
  const own = poisson(count, mean);
  return { p: sumTerms(own, (i) => (count - i) / mean, count + 1), slope: -own };
};

/** Wilson and Hilferty's approximation of a limit, by which the search begins near its end. */
const near = (count: number, z: number) => count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;

/** The lower limit of the mean that a count can come from; it rises with the count. */
const lowestMean = (count: number): number =>
  count === 0
    ? 0
    : solve(
        poissonAtLeast(count),
        true,
        [0, count],
        Math.min(Math.max(near(count, -1.96), count / 1e3), count),
      );
const highestMean = (count: number): number =>
  solve(poissonAtMost(count), false, [count, 2 * count + 20], near(count + 1, 1.96));

/**
 * The mean of a Poisson distribution that a count can come from: its exact ("Garwood") 95 % limits. Each is where the
 * tail from the count on weighs 2.5 % (F. Garwood, 1936, Fiducial limits for the Poisson distribution). A censored
 * count gives the limits over all that it admits: both rise with the count.
 * @throws RangeError unless the limits of the count are whole numbers from 0
 */
export function poissonLimits(count: Interval): Limits {
  assertCount(count);
  return { low: lowestMean(count.low), high: count.high === null ? null : highestMean(count.high) };
}

/** P(X >= part) of `total` trials with a chance each. */
function binomialAtLeast(part: number, total: number) {
  const choose = logFactorial(total) - logFactorial(part) - logFactorial(total - part);
  return (chance: number): Tail => {
    const own = Math.exp(choose + part * Math.log(chance) + (total - part) * Math.log1p(-chance));
    const odds = chance / (1 - chance);
    return {
      p: sumTerms(own, (i) => ((total - part - i) / (part + i + 1)) * odds, total - part + 1),
      slope: (part / chance) * own,
    };
  };
}

const within = (value: number, low: number, high: number) =>
  value > low && value < high ? value : (low + high) / 2;

function lowestShare(part: number, total: number): number {
  if (part === 0) return 0;
  const share = part / total;
  const start = within(near(part, -1.96) / total, 0, share);
  return solve(binomialAtLeast(part, total), true, [0, share], start);
}

/** Counted from the other end, a share's upper limit is a lower one. */
const highestShare = (part: number, total: number): number => 1 - lowestShare(total - part, total);

/**
 * The share of a whole that a part and a total can come from: exact 95 % limits (C. J. Clopper and E. S. Pearson, 1934,
 * The use of confidence or fiducial limits illustrated in the case of the binomial). Censored counts give the limits
 * over all pairs that they admit: the limits rise with the part and fall with the total.
 * @returns null where part and total admit no pair with a total above zero and a part that is no larger
 * @throws RangeError unless the limits of both are whole numbers from 0
 */
export function shareLimits(part: Interval, total: Interval): Limits | null {
  assertCount(part);
  assertCount(total);
  const most = total.high ?? Infinity;
  if (most === 0 || part.low > most) return null;
  const least = Math.max(total.low, part.low, 1);
  const greatestPart = Math.min(part.high ?? Infinity, most);
  return {
    low: most === Infinity ? 0 : lowestShare(part.low, most),
    high: greatestPart >= least ? 1 : highestShare(greatestPart, least),
  };
}

/**
 * The ratio of two Poisson means that two counts can come from: exact 95 % limits. Given their sum the first count is
 * binomial, with a share that is the ratio divided by the ratio and one, so the limits are the odds of those of the share
 * (J. Przyborowski and H. Wilenski, 1940, Homogeneity of results in testing samples from Poisson series). Censored counts
 * give the limits over all pairs that they admit: the limits rise with the first count and fall with the second.
 * @returns `high: null` where the second count can be zero, which leaves the ratio unlimited
 * @throws RangeError unless the limits of both are whole numbers from 0
 */
export function ratioLimits(count: Interval, other: Interval): Limits {
  assertCount(count);
  assertCount(other);
  const oddsOf = (share: number) => share / (1 - share);
  return {
    low: count.low === 0 || other.high === null ? 0 : oddsOf(lowestShare(count.low, count.low + other.high)),
    // Counted from the other end, so that a share near 1 loses no digits.
    high:
      count.high === null || other.low === 0
        ? null
        : 1 / oddsOf(lowestShare(other.low, count.high + other.low)),
  };
}

function assertCount({ low, high }: Interval): void {
  assertInterval({ low, high });
  if (low < 0 || !Number.isInteger(low) || (high !== null && !Number.isInteger(high)))
    throw new RangeError(`a count is a whole number from 0: ${low} to ${high}`);
}
