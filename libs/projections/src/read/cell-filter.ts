/** Which cells are asked for, and what is known of them at a vintage: the conditions in SQL that every read begins with. */
import { populationCollection, type Statement, type Vintage } from '@rapporteur/domain';
import { liveSchema } from '../tables/create-tables.js';
import { decidedCells } from '../tables/decided-cells.js';
import { cellsOfSeries } from '../tables/series-of.js';

/** What to read; an absent part does not narrow. */
export interface CellFilter {
  readonly kind?: Statement['kind'] | undefined;
  readonly collections?: readonly string[] | undefined;
  readonly respondents?: readonly string[] | undefined;
  readonly codes?: readonly string[] | undefined;
  /** As `breakdownKey` writes it; `_T` is the total. */
  readonly breakdown?: string | undefined;
  /** A regular expression for that key. */
  readonly breakdownLike?: string | undefined;
  readonly cells?: readonly string[] | undefined;
  /** Series as the identifiers of their figures begin: `collection~respondent~indicator~breakdown`. */
  readonly series?: readonly string[] | undefined;
  /** Years from and to, both included; periods that are no year are kept. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Whether population is read beside everything else, where neither collections nor codes name it. */
  readonly withPopulation?: boolean | undefined;
  /** Only cells after this one, and this many rows at most. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** Conditions on the columns of statements and cells, with the values that they refer to. */
export function toConditions(filter: CellFilter, values: unknown[]): string[] {
  const add = (value: unknown, toCondition: (parameter: string) => string) => {
    if (value === undefined) return [];
    values.push(value);
    return [toCondition(`$${values.length}`)];
  };
  return [
    ...add(filter.kind, (p) => `kind = ${p}`),
    ...add(filter.collections, (p) => `collection = ANY (${p}::text[])`),
    ...add(filter.respondents, (p) => `respondent = ANY (${p}::text[])`),
    ...add(filter.codes, (p) => `code = ANY (${p}::text[])`),
    ...add(filter.breakdown, (p) => `breakdown = ${p}`),
    ...add(filter.breakdownLike, (p) => `breakdown ~ ${p}`),
    // Not = ANY: with tens of thousands of cells its plan went through all of them for each row.
    ...add(filter.cells, (p) => `cell IN (SELECT unnest(${p}::text[]))`),
    ...add(filter.from, (p) => `(year IS NULL OR year >= ${p})`),
    ...add(filter.to, (p) => `(year IS NULL OR year <= ${p})`),
    ...add(filter.after, (p) => `cell > ${p}`),
    ...(isAboutAll(filter) ? [`collection <> '${populationCollection}'`] : []),
  ];
}

/**
 * Whether a filter names nothing that population could be: then it is left out. It is there to divide by, and would
 * be most of every list.
 */
const isAboutAll = ({ kind, collections, codes, cells, series, withPopulation }: CellFilter) =>
  kind !== 'finding' && !withPopulation && !(collections ?? codes ?? cells ?? series);

/** A table of cells or statements, or its part about some series: for each a range of the key. */
function tableOf(name: string, { series }: CellFilter, values: unknown[]): string {
  if (series === undefined) return `${liveSchema}.${name} s`;
  return cellsOfSeries(`${liveSchema}.${name}`, `unnest($${values.push(series)}::text[])`);
}

/**
 * CTEs, the last of which is `decided`: the statements that decide cells, with `variant`.
 * In: filter (but `limit`, which is for the reader); the vintage, or null for the cells as they stand; and the values
 * of the statement, to which those of the CTEs are added.
 */
export function knownCells(filter: CellFilter, vintage: Vintage | null, values: unknown[]): string {
  const bound = (value: unknown, type: string) => {
    if (value === undefined) return null;
    values.push(value);
    return `$${values.length}::${type}`;
  };
  // The conditions are on the cell and not on what is said of it, so all statements of a cell are in, or none.
  const narrowed = toConditions(filter, values).join(' AND ') || 'true';
  if (!vintage) return `decided AS (SELECT s.* FROM ${tableOf('cells', filter, values)} WHERE ${narrowed})`;
  const bounds = { asOf: bound(vintage.asOf, 'date'), at: bound(vintage.at, 'bigint') };
  const whereReply = toConditions(repliesAbout(filter), values).join(' AND ') || 'true';
  return decidedCells(liveSchema, bounds, {
    from: tableOf('statements', filter, values),
    where: narrowed,
    whereReply,
  });
}

/** What a filter says of the replies that its cells may come from; cells and series name theirs at their beginning. */
function repliesAbout({ collections, respondents, cells, series }: CellFilter): CellFilter {
  const named = cells ?? series;
  const ofNamed = named && [...new Set(named.map((id) => id.split('~')[1]!))];
  return { collections, respondents: respondents ?? ofNamed, withPopulation: true };
}

/** The vintage to recount for; null where the cells as they stand are what is asked for. */
export function vintageToRead(
  { position, isExact }: { readonly position: number; readonly isExact: boolean },
  vintage: Vintage,
): Vintage | null {
  const isNow = vintage.asOf === undefined && vintage.at === undefined;
  return isNow && isExact ? null : { ...vintage, at: vintage.at ?? position };
}
