/** The order of an indicator's series: by what, and which way round; a series that lacks it comes last both ways. */
import type { CitedFigure, Computed, Series } from '@rapporteur/contract';
import { rangeOf } from '../../charts/scale.js';
import { sortKeys, type SortKey } from '../../page/address.js';
import { directions, shownDirection } from '../../parts/directions.js';

export interface Order {
  readonly key: SortKey;
  readonly isDown: boolean;
}

/** In: the order that the address asks for, as `change` or `-change`; others are none. Out: by name where it asks for none. */
export function readOrder(said: string | undefined): Order {
  const key = sortKeys.find((one) => one === said?.replace(/^-/, ''));
  return key ? { key, isDown: said!.startsWith('-') } : { key: 'name', isDown: false };
}

/** As an address says it; undefined for the order without one. */
export const writeOrder = ({ key, isDown }: Order): string | undefined =>
  isDown ? `-${key}` : key === 'name' ? undefined : key;

/** The years in which there is a figure, or that none are known. */
export const reportedIn = ({ years }: Pick<Series, 'years'>) =>
  years.filter(({ missing }: CitedFigure) => missing === undefined || missing === 'none-known');

/** The change of the latest figure on that of the year before; undefined where there is no such year, or a break between. */
export const latestChange = (series: Pick<Series, 'years'>): Computed | undefined =>
  reportedIn(series).at(-1)?.change;

type Place = readonly [low: number, high: number];

function placeOfLatest(series: Series): Place | null {
  const latest = reportedIn(series).at(-1);
  const range = latest && !latest.values ? rangeOf(latest) : null;
  return range && [range.low, range.high ?? Infinity];
}

function placeOfChange(series: Series): Place | null {
  const change = latestChange(series) ?? null;
  if (change === null || typeof change === 'number') return change === null ? null : [change, change];
  return [change.low ?? -Infinity, change.high ?? Infinity];
}

/** Where a series stands; null: nowhere, since it has no such number. A range stands by its lower end, then by its upper. */
function placeOf(series: Series, key: Exclude<SortKey, 'name'>): Place | null {
  if (key === 'latest') return placeOfLatest(series);
  if (key === 'change') return placeOfChange(series);
  const { p, pLow } = series.trend;
  if (key === 'p') return p === null ? null : [p, pLow ?? p];
  const shown = shownDirection(series);
  return shown === 'insufficient-data' ? null : [directions.indexOf(shown), 0];
}

/** In: series, the order, and how names are compared. Out: sorted; equal ones by name. */
export function sortSeries(
  series: readonly Series[],
  { key, isDown }: Order,
  compare: (a: string, b: string) => number,
): Series[] {
  const sign = isDown ? -1 : 1;
  const byName = (a: Series, b: Series) => compare(a.respondent.name, b.respondent.name);
  if (key === 'name') return [...series].sort((a, b) => sign * byName(a, b));
  // Two ends without a limit are equal: their difference would be no number.
  const order = (a: number, b: number) => (a === b ? 0 : a - b);
  const placed = series.map((one) => ({ one, place: placeOf(one, key) }));
  placed.sort((a, b) => {
    if (!a.place || !b.place) return Number(!a.place) - Number(!b.place) || byName(a.one, b.one);
    const by = order(a.place[0], b.place[0]) || order(a.place[1], b.place[1]);
    return sign * by || byName(a.one, b.one);
  });
  return placed.map(({ one }) => one);
}
