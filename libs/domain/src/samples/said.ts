/** Statements of single figures, for tests of what is computed from them. */
import { breakdownOf, observationId } from '../figures/cell.js';
import { yearOf } from '../figures/period.js';
import type { CellStatement } from '../tables/figure.js';

/** What a reply says of one cell. Everything that is not given is that of a plain figure. */
export function said(
  respondent: string,
  period: number | string,
  value: number | null,
  more: Partial<CellStatement> = {},
): CellStatement {
  const { collection = 'c', code = 'victims-detected', breakdown = '_T' } = more;
  const text = String(period);
  return {
    kind: 'observation',
    cell: observationId({
      collection,
      respondent,
      indicator: code,
      breakdown: breakdownOf(breakdown),
      period: text,
    }),
    collection,
    respondent,
    reply: `${collection}/2008/${respondent}`,
    position: 1,
    receivedOn: '2008-01-24',
    code,
    breakdown,
    period: text,
    year: yearOf(text),
    value,
    qualifier: 'exact',
    source: { paragraph: 14 },
    ...more,
  };
}

/** Population as a publication says it. */
export const saidPopulation = (
  respondent: string,
  year: number,
  value: number,
  more: Partial<CellStatement> = {},
): CellStatement =>
  said(respondent, year, value, {
    collection: 'population',
    code: 'population',
    receivedOn: '2027-07-01',
    position: 90,
    ...more,
  });
