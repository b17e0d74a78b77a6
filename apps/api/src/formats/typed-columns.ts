/** The columns of a table for readers that want one type in each: numbers apart from what stands in their place. */
import { columnMeanings, type Column } from './columns.js';
import type { Table } from './table.js';
import { showRange } from './to-csv.js';

type Row = Table['rows'][number];
export type CellValue = string | number | boolean | null;

export interface TypedColumn {
  readonly name: string;
  /** A date is a day, as 2008-01-24. */
  readonly type: Exclude<Column['type'], 'any' | 'datetime'>;
  readonly meaning: string;
  /** Null where something is missing, or is not of the type. */
  readonly valueIn: (row: Row) => CellValue;
}

const isMissing = (value: unknown) => value === undefined || value === null || value === '';
const textOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? showRange(value) : String(value);
const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);
const asText = (value: unknown) => (isMissing(value) ? null : textOf(value));
const asIs = (value: unknown) => (isMissing(value) ? null : (value as CellValue));

/** In: the columns of a table. Out: the same, and behind them one more for each that has numbers and other things. */
export function toTypedColumns({ columns, types = {} }: Pick<Table, 'columns' | 'types'>): TypedColumn[] {
  const typeOf = (name: string) => types[name] ?? columnMeanings[name]!.type;
  const one = (from: string): TypedColumn => {
    const { meaning } = columnMeanings[from]!;
    const type = typeOf(from);
    if (type === 'any' || type === 'number')
      return { name: from, type: 'number', meaning, valueIn: ({ [from]: value }) => asNumber(value) };
    if (type === 'string' || type === 'datetime')
      return { name: from, type: 'string', meaning, valueIn: ({ [from]: value }) => asText(value) };
    return { name: from, type, meaning, valueIn: ({ [from]: value }) => asIs(value) };
  };
  const others = columns
    .filter((from) => typeOf(from) === 'any')
    .map((from): TypedColumn => ({
      name: `${from}_text`,
      type: 'string',
      meaning: `What stands in ${from} and is no single number`,
      valueIn: ({ [from]: value }) => (typeof value === 'number' ? null : asText(value)),
    }));
  return [...columns.map(one), ...others];
}
