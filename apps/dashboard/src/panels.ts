/** Series into panels: one chart and one table for each respondent, collection and counting unit. */
import type { Series } from './answers.js';

export interface Panel {
  readonly key: string;
  readonly respondent: Series['respondent'];
  readonly collection: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

/** Different units never share an axis, nor do figures of different collections. */
export function toPanels(series: readonly Series[]): Panel[] {
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const key = [one.respondent.code, one.collection, one.unit].join('~');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, members]) => {
    const { respondent, collection, unit } = members[0]!;
    return { key, respondent, collection, unit, series: members };
  });
}

/** The letter that stands for a series in chart and table: A to Z, then AA. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** How many colours the style sheet has for series. */
export const colourCount = 8;
export const colourOf = (index: number): string => `var(--series-${index % colourCount})`;
