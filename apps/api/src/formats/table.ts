/** What all formats of an answer are made from: a table, the same data as a cube, and their origin. */
import {
  confStatusOf,
  isExact,
  obsStatusOf,
  toFragment,
  type Evidence,
  type Interval,
  type Qualifier,
  type Received,
} from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import type { Missing } from './missing.js';

/** The origin of a file, which it names when it is passed on. */
export interface Origin {
  /** The address that gives the same again: the one that was asked, with the position. */
  readonly address: string;
  /** The title of the address. */
  readonly title: string;
  readonly position: number;
  readonly asOf: string | undefined;
  readonly language: Language;
  /** The address of the next page, if there is one. */
  readonly next: string | undefined;
  readonly missing: Missing;
}

/** A table for CSV, XLSX, JSON-stat and Parquet. Its columns do not depend on its rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The same rows, each made when it is written: what one needed is garbage before the next. */
  readonly inTurn?: () => Iterable<Readonly<Record<string, unknown>>>;
  /** The types of columns that may hold several things in other tables, and here hold one. */
  readonly types?: Readonly<Record<string, 'integer' | 'number' | 'boolean'>>;
  /** The same data as a cube, made when JSON-stat is asked for. */
  readonly cube?: () => Cube;
}

/** Cells told apart by their dimensions; names of codes (`…_name`), units and definitions are labels. */
export interface Cube {
  readonly dimensions: readonly string[];
  readonly cells: readonly CubeCell[];
}

export interface CubeCell extends Readonly<Record<string, unknown>> {
  /** Null where the content of the cell is no number; the status then says what it is. */
  readonly value: number | null;
  readonly status?: string;
}

/** The two columns that a day of receipt takes in a table. */
export const receivedColumns = (received: Received) =>
  typeof received === 'string'
    ? { received_on: received, received_precision: 'on' }
    : { received_on: received.onOrBefore, received_precision: 'on-or-before' };

/** The columns that tell in which document a figure or finding stands, and the words of a statement in them. */
export const evidenceColumns = [
  'document',
  'document_page',
  'document_paragraph',
  'quote',
  'document_region',
] as const;
export const evidenceOf = ({ evidence }: { readonly evidence?: Evidence | undefined }) => ({
  document: evidence?.document,
  document_page: evidence?.page,
  document_paragraph: evidence?.paragraph,
  quote: evidence?.quote,
  document_region: evidence?.region && toFragment(evidence.region),
});

interface SaidOfCell {
  readonly qualifier: Qualifier | null;
  readonly break?: true | undefined;
}

/**
 * The two columns of SDMX's statuses. In: what a reply says of a cell: one thing, or several that conflict; of these each
 * status is given, by |, unless they have the same.
 */
export function statusColumns(said: readonly SaidOfCell[]) {
  const observed = said.map((one) => obsStatusOf(one.qualifier, one.break === true));
  const kept = said.flatMap(({ qualifier }) => confStatusOf(qualifier) ?? []);
  return {
    obs_status: new Set(observed).size === 1 ? observed[0] : observed.join(' | '),
    conf_status: [...new Set(kept)].join(' | '),
  };
}

/** A sum: its number, or the range that censored figures leave. */
export const showInterval = ({ low, high }: Interval): number | Interval =>
  isExact({ low, high }) ? low : { low, high };
