/** Tables as cubes, for JSON-stat: which columns are dimensions, and what each cell holds. */
import { columnMeanings } from './columns.js';
import type { Cube, CubeCell, Table } from './table.js';
import { showRange } from './to-csv.js';

type Row = Table['rows'][number];

/** Names of measures that are no columns of a table. */
const otherMeasures: Readonly<Record<string, string>> = {
  low: 'The least that the value can be',
  high: 'The most that the value can be; without a value: nothing limits it',
};

/** The dimensions of figures. */
const figureDimensions = ['collection', 'respondent', 'indicator', 'breakdown', 'period'] as const;

/**
 * Figures: the value, with its qualifier as status. In: rows with the dimensions and `value`, `qualifier`;
 * names (`…_name`) and `unit` are labels. A cell with several values has no value, and the status
 * "conflicting".
 */
export const toFigureCube = (rows: readonly Row[]): Cube => ({
  dimensions: figureDimensions,
  cells: rows.map((row) => ({
    ...row,
    value: typeof row['value'] === 'number' ? row['value'] : null,
    status: typeof row['value'] === 'string' ? 'conflicting' : String(row['qualifier'] ?? 'exact'),
  })),
});

/**
 * A cell for each number of a row; the dimension `measure` names its column. A truth value is 1 or 0. A range
 * is in the status, without a value. What is not known has no cell.
 */
export const toMeasureCube = (
  rows: readonly Row[],
  dimensions: readonly string[],
  measures: readonly string[],
): Cube => ({
  dimensions: [...dimensions, 'measure'],
  // The column `status` is left out: it would be taken for the status of a cell.
  cells: rows.flatMap(({ status: _, ...row }: Row) =>
    measures.flatMap((measure): CubeCell[] => {
      const value = row[measure];
      if (value === null || value === undefined || value === '') return [];
      const name = columnMeanings[measure]?.meaning ?? otherMeasures[measure] ?? measure;
      return [{ ...row, measure, measure_name: name, ...toNumber(value) }];
    }),
  ),
});

function toNumber(value: unknown): Pick<CubeCell, 'value' | 'status'> {
  if (typeof value === 'number') return { value };
  if (typeof value === 'boolean') return { value: Number(value) };
  return { value: null, status: showRange(value as object) };
}

/** Counts the rows for each combination of dimensions: the measure of tables that have no numbers. */
export function toCountCube(rows: readonly Row[], dimensions: readonly string[]): Cube {
  const cells = new Map<string, CubeCell & { value: number }>();
  for (const row of rows) {
    const key = JSON.stringify(dimensions.map((id) => row[id] ?? null));
    cells.set(key, { ...row, value: (cells.get(key)?.value ?? 0) + 1 });
  }
  return { dimensions, cells: [...cells.values()] };
}
