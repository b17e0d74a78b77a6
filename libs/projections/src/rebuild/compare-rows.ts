/** Holds the rows of the tables against those that a fold of the log gives: which are missing, too many, or say something else. */
import { toCanonical } from '@rapporteur/domain';
import type pg from 'pg';
import { filledColumns, listNames, type AnyTable, type Column, type Table } from '../tables/table.js';
import { tables, type TableName } from '../tables/tables.js';

/** A row that is not what the fold says; undefined = not there. */
export interface Difference {
  readonly where: string;
  readonly table: string | undefined;
  readonly fold: string | undefined;
}

/**
 * Tables that the fold has no rows for: versions are checked while events are applied, and a dead letter is what the fold
 * leaves out.
 */
type Unchecked = 'applied' | 'dead_letters';
type Checked = Exclude<TableName, Unchecked>;

type RowOf<T> = T extends Table<infer Row> ? Row : never;

/** What the fold of a partition gives: the rows of each table that is checked. */
export type FoldedRows = { readonly [Name in Checked]: readonly RowOf<(typeof tables)[Name]>[] };

/** How the rows of a table are found and named. */
interface Check {
  /** What a row is called, before the values of its key. */
  readonly title: string;
  /** Between the values of its key. */
  readonly between: string;
  /** Which rows are of a partition. $1 its respondents, $2 the positions of its events. */
  readonly ofPartition: string;
  /** Of rows that came with an event: what they are called by its position, and the column that has it. */
  readonly came?: { readonly title: string; readonly with: string };
}

const checks: { readonly [Name in Checked]: Check } = {
  rounds: {
    title: 'round ',
    between: '/',
    ofPartition: 'position = ANY ($2)',
    came: { title: 'round at', with: 'position' },
  },
  marks: {
    title: 'mark ',
    between: ' ',
    ofPartition: 'respondent = ANY ($1)',
    came: { title: 'mark', with: 'position' },
  },
  statements: {
    title: 'statement ',
    between: '.',
    ofPartition: 'respondent = ANY ($1)',
    came: { title: 'statements of', with: 'position' },
  },
  cells: { title: 'cell ', between: ' ', ofPartition: 'respondent = ANY ($1)' },
  directions: { title: 'direction ', between: ' ', ofPartition: "split_part(series, '~', 2) = ANY ($1)" },
  set_aside: {
    title: 'set aside ',
    between: ' ',
    ofPartition: 'by = ANY ($2)',
    came: { title: 'set aside by', with: 'by' },
  },
};

const checkedTables = (Object.keys(checks) as Checked[]).map((name) => ({
  name,
  table: tables[name] as AnyTable,
  check: checks[name],
}));

/**
 * In: a schema; what the fold of a partition gives; whose replies and which events are of the partition.
 * Out: the differences, in order of what they are called.
 */
export async function compareRows(
  client: pg.ClientBase,
  schema: string,
  folded: FoldedRows,
  {
    respondents,
    positions,
  }: { readonly respondents: readonly string[]; readonly positions: readonly number[] },
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { name, table, check } of checkedTables) {
    const columns = filledColumns(table);
    const { rows: found } = await client.query<unknown[]>({
      // Both lists are used, or PostgreSQL would not know what the other one is.
      text: `SELECT ${listNames(columns)} FROM ${schema}.${table.name}
        WHERE ${check.ofPartition} AND $1::text[] IS NOT NULL AND $2::bigint[] IS NOT NULL`,
      values: [respondents, positions],
      rowMode: 'array',
    });
    const values = (row: never) => columns.map(({ value }) => value(row));
    const expected = new Map(folded[name].map((row) => describeRow(table, check, values(row as never))));
    differences.push(
      ...compare(
        table,
        found.map((row) => describeRow(table, check, row)),
        expected,
      ),
    );
  }
  return differences.sort((a, b) => (a.where < b.where ? -1 : 1));
}

/** In: the values of a row in the order of the columns. Out: what it is called, and all that it says as one text. */
function describeRow({ columns, key }: AnyTable, check: Check, values: readonly unknown[]): [string, string] {
  const ofKey = key.map((name) => values[columns.findIndex((column) => column.name === name)]);
  // Only JSON needs sorting: rows are many, and toCanonical of all that they say takes five times as long.
  const said = values.map((value, i) => (columns[i]!.type === 'json' ? toCanonical(value) : value));
  return [`${check.title}${ofKey.join(check.between)}`, JSON.stringify(said)];
}

/** Uses `expected` up. */
function compare(
  { columns }: AnyTable,
  found: readonly [string, string][],
  expected: Map<string, string>,
): Difference[] {
  const show = (said: string | undefined) => said && toReadable(columns, said);
  const differences: Difference[] = [];
  for (const [where, said] of found) {
    const wanted = expected.get(where);
    expected.delete(where);
    if (said !== wanted) differences.push({ where, table: show(said), fold: show(wanted) });
  }
  for (const [where, wanted] of expected) differences.push({ where, table: undefined, fold: show(wanted) });
  return differences;
}

/** What a row says, each value with the name of its column. */
function toReadable(columns: readonly Column<never>[], said: string): string {
  const values = JSON.parse(said) as unknown[];
  const named = columns.map(({ name, type }, i) => [
    name,
    type === 'json' ? JSON.parse(values[i] as string) : values[i],
  ]);
  return toCanonical(Object.fromEntries(named));
}

/** Rows that no event up to their partition's place accounts for. In: the place of each partition. */
export async function findStrays(
  client: pg.ClientBase,
  schema: string,
  places: ReadonlyMap<number, number>,
): Promise<Difference[]> {
  const came = checkedTables.flatMap(({ table, check }) =>
    check.came
      ? [
          `SELECT DISTINCT '${check.came.title}' AS kind, ${check.came.with} AS position FROM ${schema}.${table.name}`,
        ]
      : [],
  );
  const { rows } = await client.query<{ where: string }>(
    `SELECT t.kind || ' ' || t.position AS where FROM (${came.join(' UNION ALL ')}) t
     LEFT JOIN log l ON l.position = t.position
     LEFT JOIN unnest($1::smallint[], $2::bigint[]) AS p(partition, place) ON p.partition = l.partition
     WHERE l.position IS NULL OR l.position > p.place LIMIT 100`,
    [[...places.keys()], [...places.values()]],
  );
  return rows.map(({ where }) => ({ where, table: 'there', fold: undefined }));
}
