/** Inserts rows, one array a column: many rows take one statement, whatever their number. */
import {
  arrayParameters,
  filledColumns,
  listNames,
  otherColumns,
  type Column,
  type Table,
} from '../../tables/table.js';

/**
 * Inserts rows; those that are there already stay. In: schema and table; the parameters are those of
 * `toArrays`.
 */
export const insertRows = <Row>(schema: string, table: Table<Row>): string =>
  `${insert(schema, table)} ON CONFLICT DO NOTHING`;

/** Inserts rows; those that are there already are overwritten. */
export const upsertRows = <Row>(schema: string, table: Table<Row>): string =>
  `${insert(schema, table)} ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${overwrite(otherColumns(table))}`;

const insert = <Row>(schema: string, table: Table<Row>) =>
  `INSERT INTO ${schema}.${table.name} (${listNames(filledColumns(table))}) SELECT * FROM unnest(${arrayParameters(table)})`;

/** Each column is set to what was to be inserted. */
export const overwrite = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ name }) => `${name} = EXCLUDED.${name}`).join(', ');
