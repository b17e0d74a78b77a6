/** From series to tiles: where each State stands among the regions of the United Nations, and what its tile shows. */
import type { CitedFigure, Named, Region, Respondent, Series } from '@rapporteur/contract';
import { missing } from 'virtual:dimension-names';
import { rangeOf } from '../../../charts/scale.js';
import { shownDirection, type ShownDirection } from '../../../parts/directions.js';

export interface Tile {
  readonly respondent: Named;
  /** Absent: it has reported nothing of the indicator. */
  readonly series: Series | undefined;
}

/** A region with the tiles of the areas that lie in none of its parts. */
export interface Part {
  /** Undefined for those that M49 has in no region. */
  readonly region: Named | undefined;
  readonly tiles: readonly Tile[];
}

/** A region right below the world, with its parts; its place on the page is like that on a map. */
export interface Continent extends Named {
  readonly parts: readonly Part[];
}

const world = '001';

/** Regions as they lie: the continents from west to east, the parts of each from north to south. */
const asTheyLie = [
  ...['019', '021', '013', '029', '005'],
  ...['150', '154', '155', '151', '039'],
  ...['002', '015', '011', '017', '014', '018'],
  ...['142', '143', '030', '145', '034', '035'],
  ...['009', '057', '061', '054', '053'],
];
const placeOf = ({ code }: Named) => asTheyLie.indexOf(code) + 1 || Infinity;

/** The regions around one, from itself to the continent, the smallest first. */
function chainOf(region: Region, byCode: ReadonlyMap<string, Region>): Region[] {
  const around = byCode.get(region.parent ?? world);
  return !around || around.code === world ? [region] : [region, ...chainOf(around, byCode)];
}

/**
 * In: the regions, everybody who may report, and the totals of one indicator in one collection. Out: the continents,
 * and those that have reported and that M49 has in no region. An area has a tile whether it has reported or not; what is
 * no area, such as an organisation, has one if it has reported.
 */
export function layOut(
  regions: readonly Region[],
  respondents: readonly Respondent[],
  series: readonly Series[],
): { readonly continents: readonly Continent[]; readonly outside: readonly Tile[] } {
  const byCode = new Map(regions.map((one) => [one.code, one]));
  const smallest = new Map<string, Region>();
  const depthOf = (region: Region) => (region.code === world ? 0 : chainOf(region, byCode).length);
  for (const region of [...regions].sort((a, b) => depthOf(a) - depthOf(b)))
    for (const code of region.respondents) smallest.set(code, region);
  const reported = new Map(series.map((one) => [one.respondent.code, one]));
  const inRegion = new Map<Region, Tile[]>();
  const outside: Tile[] = [];
  for (const { code, name, kind } of respondents) {
    const tile = { respondent: { code, name }, series: reported.get(code) };
    const region = smallest.get(code);
    if (tile.series === undefined && (kind !== 'area' || !region || region.code === world)) continue;
    if (region && region.code !== world) inRegion.set(region, [...(inRegion.get(region) ?? []), tile]);
    else outside.push(tile);
  }
  const continents = new Map<Region, Part[]>();
  for (const [region, tiles] of inRegion) {
    const around = chainOf(region, byCode).at(-1)!;
    continents.set(around, [...(continents.get(around) ?? []), { region, tiles }]);
  }
  const sorted = [...continents].sort(([a], [b]) => placeOf(a) - placeOf(b));
  return {
    continents: sorted.map(([{ code, name }, parts]) => ({
      ...{ code, name },
      parts: parts.sort((a, b) => placeOf(a.region!) - placeOf(b.region!)),
    })),
    outside,
  };
}

/** The lower ends of the steps by which figures are told apart. */
export const steps = [0, 1, 10, 100, 1000, 10_000] as const;
const stepOf = (value: number) => steps.findLastIndex((low) => value >= low);

/** What a tile shows: a direction, the step of its latest figure, or why there is neither. */
export type Look =
  | ShownDirection
  | `step-${number}`
  | `missing-${string}`
  | 'range'
  | 'conflicting'
  | 'other-periods'
  | 'no-data';

/** The latest figure; where a State says only that it has none, the latest that says so. */
export const latestOf = ({ years }: Pick<Series, 'years'>): Series['years'][number] | undefined =>
  years.filter((one) => one.missing === undefined || one.missing === 'none-known').at(-1) ?? years.at(-1);

/** A range is in a step only where both of its ends are; conflicting figures are in none. */
function lookOfFigure(figure: CitedFigure | undefined): Look {
  if (!figure) return 'other-periods';
  if (figure.values) return 'conflicting';
  const range = rangeOf(figure);
  if (!range) return `missing-${figure.qualifier}`;
  const [low, high] = [stepOf(range.low), range.high === null ? steps.length - 1 : stepOf(range.high)];
  return low === high ? `step-${low}` : 'range';
}

/** What is shown on the tiles. */
export const contents = ['direction', 'latest'] as const;
export type Content = (typeof contents)[number];

export function lookOf({ series }: Pick<Tile, 'series'>, content: Content): Look {
  if (!series) return 'no-data';
  return content === 'direction' ? shownDirection(series) : lookOfFigure(latestOf(series));
}

/** The order of the legend. */
const lookOrder: readonly Look[] = [
  ...(['rising', 'falling', 'no-significant-trend', 'ranges-decide', 'insufficient-data'] as const),
  ...steps.map((_, i): Look => `step-${i}`),
  ...(['range', 'conflicting', 'other-periods'] as const),
  ...Object.keys(missing).map((code): Look => `missing-${code}`),
  'no-data',
];

/** What the tiles show, each with how many do, in the order of the legend. */
export function countLooks(tiles: readonly Tile[], content: Content): (readonly [Look, number])[] {
  const looks = tiles.map((tile) => lookOf(tile, content));
  return lookOrder
    .map((look) => [look, looks.filter((one) => one === look).length] as const)
    .filter(([, count]) => count > 0);
}
