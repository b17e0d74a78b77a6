/** A region's or a list's sum for each year, over those alone who have a figure in every one of the years. */
import { groupBy } from './group-by.js';
import { missingIn, startsNewCounting, toPoint, type CellStatement } from './figure.js';
import type { MissingReason } from '../figures/qualifier.js';
import { constantPanel } from '../statistics/constant-panel.js';
import { classifyDirection, type Direction } from '../statistics/direction.js';
import type { YearlyPoint } from '../statistics/interval.js';

/** What a respondent that is not summed lacks. */
export interface Missing {
  readonly respondent: string;
  /** All years of the range in which it has no figure that could be summed with its others. */
  readonly years: readonly number[];
  /** Those of them for which one reply gives several figures; none is chosen. */
  readonly conflicting: readonly number[];
  /** Those of them in which something is said, and no number to reckon with: a reason why there is none, an approximation. */
  readonly noNumber: readonly number[];
  /** Of these, the years in which the reply says why there is no number, ascending. */
  readonly reasons: readonly { readonly year: number; readonly missing: MissingReason }[];
  /** Breaks after the first year: the years before the last of them are counted in another way, so they are lacking. */
  readonly breaks: readonly number[];
}

export interface Panel {
  readonly years: readonly YearlyPoint[];
  /** "k of n reported": who is summed, and who was asked about. Sorted. */
  readonly reported: readonly string[];
  readonly of: readonly string[];
  readonly missing: readonly Missing[];
  /** Of the sums; null where nobody reported throughout, so that there are none. */
  readonly trend: Direction | null;
}

/**
 * The constant panel of one indicator, collection and breakdown.
 * In: the statements that decide its cells (those of others than the respondents, and of years outside the range, are
 * left aside); the respondents, each once, none of which may count what another counts too; first and last year.
 * Out: the sums, and who is in them. No value is ever imputed.
 * Errors: RangeError if the range is backwards, a respondent stands twice, or the statements are of several series.
 */
export function toPanel(
  statements: readonly CellStatement[],
  respondents: readonly string[],
  range: { readonly from: number; readonly to: number },
): Panel {
  const kinds = new Set(statements.map((s) => [s.collection, s.code, s.breakdown].join('~')));
  if (kinds.size > 1)
    throw new RangeError(`a panel sums figures of one kind, not ${[...kinds].join(' and ')}`);
  const within = statements.filter(({ year }) => year !== null && year >= range.from && year <= range.to);
  const byRespondent = groupBy(within, ({ respondent }) => respondent);
  const held = respondents.map((respondent) => readMember(respondent, byRespondent.get(respondent) ?? []));
  const panel = constantPanel(held, range);
  const memberOf = new Map(held.map((member) => [member.respondent, member]));
  return {
    years: panel.years,
    reported: panel.reported,
    of: panel.of,
    missing: Object.entries(panel.missing).map(([respondent, years]) => {
      const { conflicting, noNumber, reasons, breaks } = memberOf.get(respondent)!;
      const within = breaks.filter((year) => year > range.from);
      return { respondent, years, conflicting, noNumber, reasons, breaks: within };
    }),
    trend: panel.years.length > 0 ? classifyDirection(panel.years) : null,
  };
}

/** What one respondent's cells give: its points since the last break, and why others of its years give none. */
function readMember(respondent: string, statements: readonly CellStatement[]) {
  const cells = [...groupBy(statements, ({ year }) => year!)];
  const yearsWhere = (holds: (variants: readonly CellStatement[]) => boolean) =>
    cells.flatMap(([year, variants]) => (holds(variants) ? year : [])).sort((a, b) => a - b);
  const breaks = yearsWhere(startsNewCounting);
  const since = breaks.at(-1) ?? -Infinity;
  return {
    respondent,
    points: cells.flatMap(([year, variants]) => (year >= since ? toPoint(variants) : [])),
    conflicting: yearsWhere((variants) => variants.length > 1),
    noNumber: yearsWhere((variants) => variants.length === 1 && toPoint(variants).length === 0),
    reasons: cells
      .flatMap(([year, variants]) => {
        const missing = missingIn(variants);
        return missing ? { year, missing } : [];
      })
      .sort((a, b) => a.year - b.year),
    breaks,
  };
}
