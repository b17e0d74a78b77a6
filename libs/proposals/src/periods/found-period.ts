/** A period that a sentence names, where it stands. */
import type { Span } from '../span.js';

export interface FoundPeriod extends Span {
  /** As events keep it: "2005", "2003/2006", "2001-09/..". */
  readonly period: string;
  /** Whether it is a single year or month, which can be one of a list. */
  readonly isPoint: boolean;
  /** A fiscal year, which is one of a list as a year is. */
  readonly isPair?: boolean;
  /** "The year before", which others are compared with: the next sentence is not of it. */
  readonly isOther?: boolean;
  /** Months whose year another clause says: "as regards 2007, ... between January and October". */
  readonly isWithin?: boolean;
}

export const toSpan = (first: string, last: string) => (first === last ? first : `${first}/${last}`);

/** The last year that a period names. */
export const yearOf = (last: FoundPeriod | undefined): string | undefined =>
  last?.period.match(/\d{4}(?!.*\d{4})/)?.[0];

/** The first and last month of fiscal years. */
export type FiscalYear = readonly [first: number, last: number];

/** Whether a text ends with words that a pattern finds, and nothing but a short word and a day after them. */
export const isLastWord = (text: string, pattern: RegExp | undefined): boolean =>
  pattern !== undefined &&
  [...text.matchAll(pattern)].some(({ 0: said, index }) =>
    /^\s*(?:\p{L}{1,4}\s*){0,2}\d{0,2}\s*$/u.test(text.slice(index + said.length)),
  );
