/** How far people agree who coded the same things apart, beyond what chance would give: Krippendorff's alpha. Pure. */

export interface Agreement {
  /** 1: they agree in all; 0: as by chance; below 0: less. Null where it is not defined: all values are the same, or none pairs. */
  readonly alpha: number | null;
  /** Units that at least two coders gave a value. */
  readonly units: number;
  /** Values in these units. */
  readonly values: number;
}

/**
 * Alpha for nominal data: two values are the same or not, and no pair of values is closer than another.
 * In: for each unit the value that each coder gave it; null where a coder gave none, which is left out.
 * Source: K. Krippendorff, Content Analysis: An Introduction to Its Methodology (2004), chapter 11; with missing data as in
 * his Computing Krippendorff's Alpha-Reliability (2011): alpha = 1 - Do / De, where each pair of values within a unit of m
 * values counts 1 / (m - 1), and De takes pairs of all n values.
 */
export function nominalAlpha(units: readonly (readonly (string | null)[])[]): Agreement {
  const paired = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((values) => values.length > 1);
  const all = countsOf(paired.flat());
  const n = paired.reduce((sum, values) => sum + values.length, 0);
  const observed = paired.reduce(
    (sum, values) => sum + differentPairs(countsOf(values), values.length) / (values.length - 1),
    0,
  );
  const expected = differentPairs(all, n) / (n - 1);
  const alpha = n > 1 && expected > 0 ? 1 - observed / expected : null;
  return { alpha, units: paired.length, values: n };
}

function countsOf(values: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** Ordered pairs of values that differ, among n values. */
const differentPairs = (counts: readonly number[], n: number): number =>
  counts.reduce((sum, count) => sum + count * (n - count), 0);
