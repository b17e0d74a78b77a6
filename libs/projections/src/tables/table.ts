/**
 * What a table of the projection is, as plain data: columns with name, type and value, key and indexes. The statements
 * that make it, the rows that are put into it, and the comparisons of verify and rebuild are all made from this.
 */

/** What a value of each SQL type is in JavaScript, as pg reads it and as it is given to pg (JSON before it is written). */
interface ValueOf {
  readonly bigint: number;
  readonly int: number;
  readonly smallint: number;
  readonly float8: number;
  readonly boolean: boolean;
  /** `2008-01-20`. */
  readonly date: string;
  readonly timestamptz: Date;
  readonly text: string;
  readonly json: object;
}

export type SqlType = keyof ValueOf;

interface ColumnOf<Row, Type extends SqlType> {
  readonly name: string;
  readonly type: Type;
  /** Compared and sorted byte by byte, as identifiers and codes are, whatever the language of the database. */
  readonly collation?: 'C';
  readonly nullable?: true;
  /** What PostgreSQL puts in, where the column has no value. */
  readonly default?: string;
  /** The value that a row has here; absent where PostgreSQL puts it in. */
  readonly value?: (row: Row) => ValueOf[Type] | null;
}

/** A column for rows of a type; its value fits its SQL type. */
export type Column<Row> = { [Type in SqlType]: ColumnOf<Row, Type> }[SqlType];

export interface Index {
  readonly name: string;
  /** Columns with their order, as CREATE INDEX takes them. */
  readonly on: string;
  /** Only rows for which this condition holds. */
  readonly where?: string;
}

export interface Table<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** Names of the columns of the primary key. */
  readonly key: readonly string[];
  readonly indexes?: readonly Index[];
  /** Filled with many rows at once when it is made anew: then key and indexes are made after the rows. */
  readonly isLarge?: true;
  /** Percent of each page that is filled; 100 when not said. */
  readonly fillfactor?: number;
}

/** A table whatever its rows are. */
export type AnyTable = Table<never>;

/** A column that rows have a value for. */
type FilledColumn<Row> = Column<Row> & { readonly value: (row: Row) => unknown };

const isFilled = <Row>(column: Column<Row>): column is FilledColumn<Row> => column.value !== undefined;

/** The columns that rows have a value for, in their order. */
export const filledColumns = <Row>({ columns }: Table<Row>): FilledColumn<Row>[] => columns.filter(isFilled);

/** The columns that are not of the key, in their order. */
export const otherColumns = <Row>({ columns, key }: Table<Row>): Column<Row>[] =>
  columns.filter(({ name }) => !key.includes(name));

/** The names of columns as a list in SQL. */
export const listNames = (columns: readonly { readonly name: string }[]): string =>
  columns.map(({ name }) => name).join(', ');

/** Parameters that are one array a column, from `$first` on: `$1::bigint[], $2::text[]`. */
export const arrayParameters = <Row>(table: Table<Row>, first = 1): string =>
  filledColumns(table)
    .map(({ type }, i) => `$${first + i}::${type}[]`)
    .join(', ');

/** The arrays for these parameters. */
export const toArrays = <Row>(table: Table<Row>, rows: readonly Row[]): unknown[][] =>
  filledColumns(table).map((column) => rows.map(parameterOf(column)));

/** What gives PostgreSQL the value of a row in a column. */
export const parameterOf = <Row>({ type, value }: FilledColumn<Row>): ((row: Row) => unknown) =>
  type === 'json' ? (row) => JSON.stringify(value(row)) : value;
