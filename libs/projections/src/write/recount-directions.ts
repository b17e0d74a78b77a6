/** Recounts the directions of series from their cells, in the transaction that recounted these. */
import { FEWEST_POINTS, judgeSegments, type CellStatement } from '@rapporteur/domain';
import type pg from 'pg';
import { directions, type DirectionRow, type SegmentDirection } from '../tables/directions.js';
import { toArrays } from '../tables/table.js';
import { readYears, writeDirections } from './sql/recount-directions.js';

/** What is needed of a cell to judge its series. */
type Judged = Pick<CellStatement, 'cell' | 'year' | 'value' | 'qualifier' | 'source'>;

/** In: the statements that decide the yearly cells of one series. Out: its segments with points enough for the test. */
export const toDirections = (statements: readonly Judged[]): SegmentDirection[] =>
  judgeSegments(statements).flatMap(({ years, trend }) =>
    trend.p === null || trend.pLow === null
      ? []
      : [
          {
            fromYear: years[0]!,
            direction: trend.direction,
            reason: trend.reason.code,
            p: trend.p,
            pLow: trend.pLow,
          },
        ],
  );

/** A series with its figures in arrays of one order. */
interface YearsRow {
  readonly series: string;
  readonly cells: readonly string[];
  readonly years: readonly number[];
  readonly values: readonly (number | null)[];
  readonly qualifiers: readonly CellStatement['qualifier'][];
  readonly breaks: readonly (string | null)[];
}

const toJudged = ({ cells, years, values, qualifiers, breaks }: YearsRow): Judged[] =>
  cells.map((cell, i) => ({
    cell,
    year: years[i]!,
    value: values[i]!,
    qualifier: qualifiers[i]!,
    source: breaks[i] === 'true' ? { break: true } : {},
  }));

/**
 * How long to compute without a pause (ms). Then other work of the process has its turn, and the connection is
 * used: the server ends a connection that is idle in a transaction.
 */
const idleAtMostMs = 50;

/** In: schema of the tables, and the series whose cells were recounted. */
export async function recountDirections(
  client: pg.ClientBase,
  schema: string,
  series: readonly string[],
): Promise<void> {
  if (series.length === 0) return;
  const { rows } = await client.query<YearsRow>({
    name: `read-years-${schema}`,
    text: readYears(schema),
    values: [series, FEWEST_POINTS],
  });
  const counted: DirectionRow[] = [];
  let used = performance.now();
  for (const row of rows) {
    for (const direction of toDirections(toJudged(row))) counted.push({ series: row.series, ...direction });
    if (performance.now() - used < idleAtMostMs) continue;
    await client.query('SELECT');
    used = performance.now();
  }
  await client.query({
    name: `write-directions-${schema}`,
    text: writeDirections(schema),
    values: [series, ...toArrays(directions, counted)],
  });
}
