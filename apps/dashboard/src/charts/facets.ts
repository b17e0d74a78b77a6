/**
 * Divides series into facets: one chart and one table for each respondent, collection, counting unit and kind
 * of breakdown.
 */
import type { Series } from '@rapporteur/contract';
import { groupBy } from '../page/group-by.js';

/** A series with its look, which is its place in the list of shown series, so that it looks the same in every chart. */
export interface Member {
  readonly series: Series;
  readonly look: number;
}

export interface Facet {
  readonly key: string;
  readonly respondent: Series['respondent'];
  readonly collection: string;
  readonly unit: string;
  readonly members: readonly Member[];
}

/** More lines than this in one chart cannot be told apart. */
const linesAtMost = 8;

/** The identity of a line in a chart: its indicator and breakdown. */
export const identityOf = ({ indicator, breakdown }: Series): string =>
  [
    indicator.code,
    ...Object.entries(breakdown)
      .sort()
      .map((pair) => pair.join(':')),
  ].join('~');

const dimensionsOf = ({ breakdown }: Series): string => Object.keys(breakdown).sort().join(',');

/**
 * Splits a group of members into facets: one if it has few enough lines, else one for each indicator, else one
 * for each member.
 */
function split(key: string, members: readonly Member[]): [string, readonly Member[]][] {
  if (members.length <= linesAtMost) return [[key, members]];
  const byIndicator = [...groupBy(members, ({ series }) => series.indicator.code)];
  if (byIndicator.length > 1) return byIndicator.flatMap(([code, some]) => split(`${key}~${code}`, some));
  return members.map((member) => [`${key}~${identityOf(member.series)}`, [member]]);
}

const sorted = (series: readonly Series[]): string[] => [...new Set(series.map(identityOf))].sort();

/**
 * Different units, collections and kinds of breakdown never share an axis. In: series, and the order of their
 * looks.
 */
export function toFacets(series: readonly Series[], order: readonly string[] = sorted(series)): Facet[] {
  const looks = new Map(order.map((identity, i) => [identity, i]));
  const members = series.map((one) => ({ series: one, look: looks.get(identityOf(one))! }));
  const groups = groupBy(members, ({ series: one }) =>
    [one.respondent.code, one.collection, one.unit, dimensionsOf(one)].filter(Boolean).join('~'),
  );
  return [...groups].flatMap(([key, group]) =>
    split(key, group).map(([ownKey, some]) => {
      const { respondent, collection, unit } = some[0]!.series;
      return { key: ownKey, respondent, collection, unit, members: some };
    }),
  );
}

/**
 * In: what is shown together. Out: how a part of it is called by its collection: where there is one collection, not at all, for
 * then no two labels are the same without it.
 */
export function namedByCollection(
  shown: readonly { readonly collection: string }[],
  nameOf: (collection: string) => string,
): (one: { readonly collection: string }) => string | undefined {
  const isOne = new Set(shown.map(({ collection }) => collection)).size < 2;
  return ({ collection }) => (isOne ? undefined : nameOf(collection));
}

/** The letter that stands for a series in chart and table: A to Z, then AA. */
export function letterOf(look: number): string {
  const last = String.fromCharCode(65 + (look % 26));
  return look < 26 ? last : letterOf(Math.floor(look / 26) - 1) + last;
}

/**
 * Lines also differ in dash and points in shape, so that nothing depends on colour. The numbers of colours,
 * dashes and shapes have no common factor, so the same combination comes again only after 280 series.
 */
const colourCount = 8;
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 2'] as const;
const shapes = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye', 'cross'] as const;
/** The shapes as characters, for legends. */
const signs = ['●', '■', '▲', '◆', '★', 'Y', '✚'] as const;
export const colourOf = (look: number): string => `var(--series-${look % colourCount})`;
export const dashOf = (look: number): string => dashes[look % dashes.length]!;
export const shapeOf = (look: number): (typeof shapes)[number] => shapes[look % shapes.length]!;
export const signOf = (look: number): string => signs[look % signs.length]!;
