/** Sums over several respondents that stay comparable from year to year. */

import { type YearlyPoint, inYearOrder, sumOf } from './interval.js';

export interface PanelSeries {
  respondent: string;
  points: readonly YearlyPoint[];
}

export interface ConstantPanel {
  /** the sum for each year of the range; none where no respondent is in the panel */
  years: YearlyPoint[];
  /** "k of n reported": those with a figure in every year, who alone are summed, and all who were asked about */
  reported: string[];
  of: string[];
  /** for each of the others, the years of the range in which it has no figure */
  missing: Record<string, number[]>;
}

/**
 * Sums the respondents that have a figure in every year of the range, and no others: no value is ever imputed, and the
 * panel does not change from one year to the next. Censored figures are figures, and widen the sum.
 * @param range first and last year, both included
 * @throws RangeError if the range is backwards, or a respondent or one of its years stands twice
 */
export function constantPanel(
  series: readonly PanelSeries[],
  range: { from: number; to: number },
): ConstantPanel {
  if (range.from > range.to)
    throw new RangeError(`a range of years runs forward, not from ${range.from} to ${range.to}`);
  const wanted = Array.from({ length: range.to - range.from + 1 }, (_, i) => range.from + i);
  const held = [...series]
    .sort((a, b) => (a.respondent < b.respondent ? -1 : 1))
    .map(({ respondent, points }) => ({
      respondent,
      figures: new Map(inYearOrder(points).map((point) => [point.year, point])),
    }));
  const of = held.map(({ respondent }) => respondent);
  const twice = of.find((respondent, i) => of[i - 1] === respondent);
  if (twice !== undefined) throw new RangeError(`the respondent ${twice} stands twice`);
  const gaps = new Map(
    held.map(({ respondent, figures }) => [respondent, wanted.filter((year) => !figures.has(year))]),
  );
  const panel = held.filter(({ respondent }) => gaps.get(respondent)!.length === 0);
  return {
    years:
      panel.length === 0
        ? []
        : wanted.map((year) => ({ year, ...sumOf(panel.map(({ figures }) => figures.get(year)!)) })),
    reported: panel.map(({ respondent }) => respondent),
    of,
    missing: Object.fromEntries([...gaps].filter(([, years]) => years.length > 0)),
  };
}
