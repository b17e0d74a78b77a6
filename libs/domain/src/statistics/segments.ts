/** Series that are broken by a change of definition or of counting, taken piece by piece. */

export interface Segment<P extends { readonly year: number } = { readonly year: number }> {
  /** the break that this segment starts with; null for what lies before the first break */
  startsWithBreak: number | null;
  points: P[];
}

/**
 * Cuts a series at its breaks. Nothing may be computed across a break, because the figures on its two sides do not
 * count the same thing.
 * @param breakYears first year of each new way of counting: 2015 parts 2014 from 2015
 * @returns segments in the order of years, without empty ones; points within each in that order too
 * @throws RangeError if a year stands twice
 */
export function splitAtBreaks<P extends { readonly year: number }>(
  points: readonly P[],
  breakYears: readonly number[],
): Segment<P>[] {
  const starts = [null, ...[...breakYears].sort((a, b) => a - b)];
  const series = [...points].sort((a, b) => a.year - b.year);
  const twice = series.find(({ year }, i) => series[i - 1]?.year === year);
  if (twice) throw new RangeError(`the year ${twice.year} stands twice`);
  return starts
    .map((start, i) => ({
      startsWithBreak: start,
      points: series.filter(({ year }) => year >= (start ?? -Infinity) && year < (starts[i + 1] ?? Infinity)),
    }))
    .filter(({ points: held }) => held.length > 0);
}
