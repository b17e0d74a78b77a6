/** What changed between two states of the cells, and where two collections disagree about the same thing. */
import { saysCount, toInterval } from '../figures/qualifier.js';
import { toComputedNumber, type CellStatement, type ComputedNumber } from './figure.js';
import { groupBy } from './group-by.js';
import { changeBetween } from '../statistics/change.js';

export interface Revision {
  readonly kind: 'revised' | 'added' | 'withdrawn';
  readonly id: string;
  readonly before: readonly CellStatement[];
  readonly after: readonly CellStatement[];
  /** After minus before in the unit of the indicator, a range where figures are censored; null where one is missing. */
  readonly difference: ComputedNumber;
}

/** Statements by cell, in the order of first sight. */
export function byCell<S extends Pick<CellStatement, 'cell'>>(statements: readonly S[]): Map<string, S[]> {
  const cells = new Map<string, S[]>();
  for (const s of statements) {
    const variants = cells.get(s.cell);
    if (variants) variants.push(s);
    else cells.set(s.cell, [s]);
  }
  return cells;
}

/** What the variants of a cell say, as a text that is equal when they say the same. */
const sayingOf = (variants: readonly CellStatement[]) =>
  variants
    .map(({ value, qualifier }) => `${qualifier} ${value}`)
    .sort()
    .join(' | ');

/** The difference of two figures; null unless each is one that can be reckoned with. */
function differenceOf(before: readonly CellStatement[], after: readonly CellStatement[]): ComputedNumber {
  const [a, b] = [before, after].map(([only, ...more]) =>
    only && more.length === 0 ? toInterval(only.value, only.qualifier ?? 'exact') : null,
  );
  return a && b ? toComputedNumber(changeBetween(a, b)) : null;
}

/** In: the cells of two vintages. Out: cells that say something else, in order of identifier. */
export function compareCells(before: readonly CellStatement[], after: readonly CellStatement[]): Revision[] {
  const [then, now] = [byCell(before), byCell(after)];
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort();
  return ids.flatMap((id): Revision[] => {
    const [was, is] = [then.get(id) ?? [], now.get(id) ?? []];
    if (sayingOf(was) === sayingOf(is)) return [];
    const kind = was.length === 0 ? 'added' : is.length === 0 ? 'withdrawn' : 'revised';
    return [{ kind, id, before: was, after: is, difference: differenceOf(was, is) }];
  });
}

export interface Discrepancy {
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly period: string;
  /** What each collection says, in order of collection. */
  readonly figures: readonly CellStatement[];
  /** Last collection minus first; null where there are more than two, or one cannot be reckoned with. */
  readonly difference: ComputedNumber;
}

/**
 * Cells of different collections about the same thing whose figures cannot both hold as they are written. A collection that
 * was not given a number, did not ask for it or withholds it contradicts none; one in which it does not apply does.
 */
export function findDiscrepancies(statements: readonly CellStatement[]): Discrepancy[] {
  const saying = statements.filter(({ qualifier }) => saysCount(qualifier));
  const subjects = groupBy(saying, (s) => [s.respondent, s.code, s.breakdown, s.period].join('~'));
  return [...subjects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, figures]): Discrepancy[] => {
      const collections = [...byCollection(figures).values()];
      if (collections.length < 2 || new Set(collections.map(sayingOf)).size === 1) return [];
      const { respondent, code: indicator, breakdown, period } = figures[0]!;
      const difference = collections.length === 2 ? differenceOf(collections[0]!, collections[1]!) : null;
      return [{ respondent, indicator, breakdown, period, figures: collections.flat(), difference }];
    });
}

const byCollection = (figures: readonly CellStatement[]): Map<string, CellStatement[]> =>
  groupBy(
    [...figures].sort((a, b) => (a.collection < b.collection ? -1 : 1)),
    ({ collection }) => collection,
  );
