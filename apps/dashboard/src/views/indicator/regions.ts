/** The world and its regions: who of each reports an indicator, and in which directions. */
import type { Region, Series } from '@rapporteur/contract';
import { shownDirection, type ShownDirection } from '../../parts/directions.js';
import { reportedIn } from './sort-series.js';

export interface RegionRow {
  readonly region: Region;
  /** 0: the world; 1: a region in it; and so on. */
  readonly depth: number;
  /** Its areas that could report: those that count what others count too are none. */
  readonly of: number;
  /** The series with a figure of a year, one for each State. */
  readonly reported: readonly Series[];
  /** The first year with a figure; undefined where there is none. */
  readonly since: number | undefined;
}

/** Regions as a tree read from its root: each before those in it. */
function inOrder(
  regions: readonly Region[],
  compare: (a: string, b: string) => number,
  parent?: string,
  depth = 0,
): { readonly region: Region; readonly depth: number }[] {
  return regions
    .filter((one) => one.parent === parent)
    .sort((a, b) => compare(a.name, b.name))
    .flatMap((region) => [{ region, depth }, ...inOrder(regions, compare, region.code, depth + 1)]);
}

/**
 * In: the regions, the totals of one indicator in one collection, the codes of those that count what others count too. Out: each
 * region after the one around it; a State stands in each of them that it is in, so rows are never added up.
 */
export function regionsOf(
  regions: readonly Region[],
  series: readonly Series[],
  aggregates: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
): RegionRow[] {
  const reporting = series.filter((one) => reportedIn(one).length > 0);
  return inOrder(regions, compare).map(({ region, depth }) => {
    const members = new Set(region.respondents.filter((code) => !aggregates.has(code)));
    const reported = reporting.filter(({ respondent }) => members.has(respondent.code));
    const years = reported.map((one) => reportedIn(one)[0]!.year);
    return {
      ...{ region, depth, of: members.size, reported },
      since: years.length > 0 ? Math.min(...years) : undefined,
    };
  });
}

/** The series of one of these directions. */
export const going = ({ reported }: RegionRow, ...those: readonly ShownDirection[]) =>
  reported.filter((one) => those.includes(shownDirection(one)));
