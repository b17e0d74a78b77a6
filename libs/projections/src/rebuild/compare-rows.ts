/**
 * Compares the rows of the tables with those that a fold of the log gives: rows may be missing, too many, or
 * different.
 */
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
  /** The column with the event that made the row, and what such rows are called by its position. */
  readonly madeBy?: { readonly column: string; readonly title: string };
  /** Whom the row is about, as SQL; rows that are about nobody are found by their events. */
  readonly respondent?: string;
}

const checks: { readonly [Name in Checked]: Check } = {
  rounds: { title: 'round ', between: '/', madeBy: { column: 'position', title: 'round at' } },
  marks: {
    title: 'mark ',
    between: ' ',
    madeBy: { column: 'position', title: 'mark' },
    respondent: 'respondent',
  },
  statements: {
    title: 'statement ',
    between: '.',
    madeBy: { column: 'position', title: 'statements of' },
    respondent: 'respondent',
  },
  cells: { title: 'cell ', between: ' ', respondent: 'respondent' },
  directions: { title: 'direction ', between: ' ', respondent: "split_part(series, '~', 2)" },
  documents: { title: 'document ', between: ' ', madeBy: { column: 'position', title: 'document at' } },
  removed_documents: { title: 'removal ', between: ' ', madeBy: { column: 'position', title: 'removal at' } },
  evidence: { title: 'evidence ', between: '.', madeBy: { column: 'position', title: 'evidence of' } },
  set_aside: { title: 'set aside ', between: ' ', madeBy: { column: 'by', title: 'set aside by' } },
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
    const ofPartition = check.respondent
      ? `${check.respondent} = ANY ($1)`
      : `${check.madeBy!.column} = ANY ($2)`;
    const { rows: found } = await client.query<unknown[]>({
      // Each condition uses one of the lists; PostgreSQL wants to know the type of the other as well.
      text: `SELECT ${listNames(columns)} FROM ${schema}.${table.name}
        WHERE ${ofPartition} AND $1::text[] IS NOT NULL AND $2::bigint[] IS NOT NULL`,
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

/** Compares rows of a table with the expected ones; each that it finds is removed from `expected`. */
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

/**
 * Rows that no partition has looked at: rows of events that the tables do not include yet or that do not exist;
 * where there are none of these, rows about a respondent that has no reply.
 * In: the place of each partition, and every respondent of whom the fold knows a reply.
 */
export async function findStrays(
  client: pg.ClientBase,
  schema: string,
  places: ReadonlyMap<number, number>,
  respondents: readonly string[],
): Promise<Difference[]> {
  const find = async (queries: readonly string[], values: readonly unknown[]) => {
    const text = `SELECT * FROM (${queries.join(' UNION ALL ')}) strays LIMIT 100`;
    const { rows } = await client.query<{ where: string }>(text, [...values]);
    return rows.map(({ where }) => ({ where, table: 'there', fold: undefined }));
  };
  const ofEvents = checkedTables.flatMap(({ table, check: { madeBy } }) =>
    madeBy ? [strayEvents(`${schema}.${table.name}`, madeBy)] : [],
  );
  const strays = await find(ofEvents, [[...places.keys()], [...places.values()]]);
  if (strays.length > 0) return strays;
  const ofRespondents = checkedTables.flatMap(({ table, check: { title, respondent } }) =>
    respondent
      ? [
          `SELECT DISTINCT '${title}of ' || ${respondent} AS where FROM ${schema}.${table.name}
           WHERE NOT ${respondent} = ANY ($1::text[])`,
        ]
      : [],
  );
  return find(ofRespondents, [respondents]);
}

/** $1 partitions, $2 their places. */
const strayEvents = (table: string, { column, title }: NonNullable<Check['madeBy']>) =>
  `SELECT DISTINCT '${title} ' || t.${column} AS where FROM ${table} t
   LEFT JOIN log l ON l.position = t.${column}
   LEFT JOIN unnest($1::smallint[], $2::bigint[]) AS p(partition, place) ON p.partition = l.partition
   WHERE l.position IS NULL OR l.position > p.place`;
