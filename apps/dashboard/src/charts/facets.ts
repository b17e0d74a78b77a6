/** Series into facets: one chart and one table for each respondent, collection, counting unit and kind of breakdown. */
import type { Series } from '@rapporteur/contract';
import { groupBy } from '../page/group-by.js';

/** A series with its place in the list of what is shown: it looks the same in every chart. */
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

/** More lines than this in one chart nobody tells apart. */
const linesAtMost = 8;

/** What is counted, and of which part: what one line of a chart stands for. */
export const identityOf = ({ indicator, breakdown }: Series): string =>
  [
    indicator.code,
    ...Object.entries(breakdown)
      .sort()
      .map((pair) => pair.join(':')),
  ].join('~');

const dimensionsOf = ({ breakdown }: Series): string => Object.keys(breakdown).sort().join(',');

/** A group of members as facets: whole where it can be read, otherwise by indicator, otherwise each by itself. */
function split(key: string, members: readonly Member[]): [string, readonly Member[]][] {
  if (members.length <= linesAtMost) return [[key, members]];
  const byIndicator = [...groupBy(members, ({ series }) => series.indicator.code)];
  if (byIndicator.length > 1) return byIndicator.flatMap(([code, some]) => split(`${key}~${code}`, some));
  return members.map((member) => [`${key}~${identityOf(member.series)}`, [member]]);
}

const sorted = (series: readonly Series[]): string[] => [...new Set(series.map(identityOf))].sort();

/** Different units never share an axis, nor do figures of different collections, nor parts of different wholes. In: series, and the order of their looks. */
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

/** The letter that stands for a series in chart and table: A to Z, then AA. */
export function letterOf(look: number): string {
  const last = String.fromCharCode(65 + (look % 26));
  return look < 26 ? last : letterOf(Math.floor(look / 26) - 1) + last;
}

/**
 * Lines differ in dash and points in shape as well, so that nothing depends on colour. The counts of colours, dashes and
 * shapes have no common factor: the same three come together again only after many series.
 */
const colourCount = 8;
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 2'] as const;
const shapes = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye', 'cross'] as const;
/** The shapes as signs of writing, for legends. */
const signs = ['●', '■', '▲', '◆', '★', 'Y', '✚'] as const;
export const colourOf = (look: number): string => `var(--series-${look % colourCount})`;
export const dashOf = (look: number): string => dashes[look % dashes.length]!;
export const shapeOf = (look: number): (typeof shapes)[number] => shapes[look % shapes.length]!;
export const signOf = (look: number): string => signs[look % signs.length]!;
