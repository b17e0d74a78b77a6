/** What two publications of one collection say differently, the largest difference first. */
import { toInterval, type Interval, type Qualifier } from '../figures/qualifier.js';
import { changeBetween, percentageChange, type Measure } from '../statistics/change.js';
import { toComputedNumber, type ComputedNumber } from './figure.js';

/** `not-mentioned`: the later publication is only a part for this respondent, so what it lacks is not withdrawn. */
export const differenceKinds = ['added', 'revised', 'withdrawn', 'not-mentioned'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What a publication says of a cell: more than one value where it gives several. */
export interface SaidFigure {
  readonly value: number | null;
  readonly qualifier: Qualifier;
}

/** A figure that the two publications do not both give as the same. */
export interface UnequalCell {
  readonly kind: DifferenceKind;
  readonly id: string;
  readonly before: readonly SaidFigure[];
  readonly after: readonly SaidFigure[];
}

export interface Difference extends UnequalCell {
  /** After minus before, of what is revised; a range where figures are censored, null where nothing can be reckoned. */
  readonly difference: ComputedNumber;
  /** The same in percent of before. */
  readonly percentage: ComputedNumber;
  /** By how much at least they differ: the order of differences. Null where that is not known. */
  readonly size: number | null;
}

/** Nothing where there are several values: none is chosen. */
function toOne([only, ...more]: readonly SaidFigure[]): Interval | null {
  return only && more.length === 0 ? toInterval(only.value, only.qualifier) : null;
}

/** The least that a measure admits, whatever its sign. */
function leastOf(measure: Measure | null): number | null {
  if (measure === null || measure.kind === 'undefined') return null;
  if (measure.kind === 'point') return Math.abs(measure.value);
  const { low, high } = measure;
  if (low !== null && low > 0) return low;
  return high !== null && high < 0 ? -high : 0;
}

function toDifference(cell: UnequalCell): Difference {
  const [was, is] = [toOne(cell.before), toOne(cell.after)];
  if (cell.kind !== 'revised')
    return { ...cell, difference: null, percentage: null, size: (was ?? is)?.low ?? null };
  const change = was && is && changeBetween(was, is);
  return {
    ...cell,
    difference: change && toComputedNumber(change),
    percentage: was && is && toComputedNumber(percentageChange(was, is)),
    size: leastOf(change),
  };
}

/**
 * In: cells that differ, in any order. Out: the largest first whatever its kind, what cannot be reckoned last, equal ones
 * by identifier. The size of what is added, withdrawn or not mentioned is the figure itself.
 */
export const toDifferences = (cells: readonly UnequalCell[]): Difference[] =>
  cells
    .map(toDifference)
    .sort((a, b) => (b.size ?? -1) - (a.size ?? -1) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

export type DifferenceCounts = Readonly<Record<'added' | 'revised' | 'withdrawn' | 'notMentioned', number>>;

const countOf: Readonly<Record<DifferenceKind, keyof DifferenceCounts>> = {
  added: 'added',
  revised: 'revised',
  withdrawn: 'withdrawn',
  'not-mentioned': 'notMentioned',
};

/** How many of each kind there are. */
export function countDifferences(cells: readonly Pick<UnequalCell, 'kind'>[]): DifferenceCounts {
  const counts = { added: 0, revised: 0, withdrawn: 0, notMentioned: 0 };
  for (const { kind } of cells) counts[countOf[kind]] += 1;
  return counts;
}

/** The counts of each group, the group with the most differences first, equal ones by key. */
export function countByGroup(
  cells: readonly UnequalCell[],
  keyOf: (cell: UnequalCell) => string,
): (readonly [key: string, DifferenceCounts])[] {
  const groups = new Map<string, UnequalCell[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([key, group]) => [key, countDifferences(group)]);
}
