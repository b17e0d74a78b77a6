/** Figures that count something although the whole that they are a part of is said not to apply. */
import { breakdownOf } from '../figures/cell.js';
import { toInterval } from '../figures/qualifier.js';
import type { CellStatement } from './figure.js';
import { groupBy } from './group-by.js';

export interface NotApplicable {
  readonly whole: CellStatement;
  /** At least one, each of at least 1. */
  readonly parts: readonly CellStatement[];
}

/** In: the statements that decide the cells of one reply. Out: each whole with its parts, if it has any. */
export function partsOfNotApplicable(statements: readonly CellStatement[]): NotApplicable[] {
  const wholes = statements.filter(({ qualifier }) => qualifier === 'not-applicable');
  if (wholes.length === 0) return [];
  const keyOf = ({ code, period }: CellStatement) => `${code}~${period}`;
  const counting = groupBy(
    statements.filter((s) => (toInterval(s.value, s.qualifier ?? 'exact')?.low ?? 0) > 0),
    keyOf,
  );
  return wholes.flatMap((whole) => {
    const isPart = makeIsPart(whole.breakdown);
    const parts = (counting.get(keyOf(whole)) ?? []).filter(({ breakdown }) => isPart(breakdown));
    return parts.length > 0 ? { whole, parts } : [];
  });
}

/** Whether a breakdown is a further one of a whole: `age:child,sex:female` of `sex:female`, and every one of the total. */
function makeIsPart(whole: string): (breakdown: string) => boolean {
  const held = Object.entries(breakdownOf(whole));
  return (breakdown) => {
    const part = breakdownOf(breakdown);
    return (
      Object.keys(part).length > held.length && held.every(([dimension, code]) => part[dimension] === code)
    );
  };
}
