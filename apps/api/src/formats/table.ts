/** What the forms of an answer are made from: a table, the same as a cube, and where they are from. */
import type { Received } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import type { Missing } from './missing.js';

/** Where a file that is passed on is from. */
export interface Origin {
  /** The address that gives the same again: that which was asked, at the position. */
  readonly address: string;
  /** What the address has. */
  readonly title: string;
  readonly position: number;
  readonly asOf: string | undefined;
  readonly language: Language;
  /** The address of the next page, where there is one. */
  readonly next: string | undefined;
  readonly missing: Missing;
}

/** A table for CSV, XLSX and JSON-stat: the same columns whatever the rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The same as a cube, made when JSON-stat is asked for. */
  readonly cube?: () => Cube;
}

/** Cells told apart by their dimensions; names of codes (`…_name`), units and definitions are labels. */
export interface Cube {
  readonly dimensions: readonly string[];
  readonly cells: readonly CubeCell[];
}

export interface CubeCell extends Readonly<Record<string, unknown>> {
  /** Null: there is something, and no number for it; the status says what. */
  readonly value: number | null;
  readonly status?: string;
}

/** The two columns that a day of receipt takes in a table. */
export const receivedColumns = (received: Received) =>
  typeof received === 'string'
    ? { received_on: received, received_precision: 'on' }
    : { received_on: received.onOrBefore, received_precision: 'on-or-before' };
