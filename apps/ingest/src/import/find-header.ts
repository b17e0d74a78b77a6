/** Finds the header among a sheet's first rows, whatever stands before it and in whatever order its columns are. */
import { foldWord, type Mapping } from './mapping.js';
import type { Row } from './spreadsheet.js';

/** Where the columns of a mapping stand in a sheet (from 0), and what it calls them; -1 where it lacks one. */
export interface Header {
  readonly row: number;
  readonly names: readonly string[];
  /** The column of the first of these names that the sheet has, or -1. */
  find(columns: readonly string[] | undefined): number;
}

const toHeader = ({ row, cells }: Row): Header => {
  const places = new Map<string, number>();
  cells.forEach((cell, i) => {
    const name = foldWord(cell);
    if (name !== '' && !places.has(name)) places.set(name, i);
  });
  return {
    row,
    names: cells,
    find: (columns = []) =>
      columns.map((c) => places.get(foldWord(c)) ?? -1).find((place) => place >= 0) ?? -1,
  };
};

/** The columns, each by its usual name, that a mapping needs and a header lacks. */
function findMissing(header: Header, mapping: Mapping): string[] {
  const { respondent, period, value, indicator, breakdown } = mapping;
  const needed = [
    period.columns,
    value.columns,
    indicator.columns,
    ...breakdown.flatMap((part) =>
      'choices' in part ? [part.columns, part.chosenBy] : part.optional ? [] : [part.columns],
    ),
  ];
  const named = header.find(respondent.code) >= 0 || header.find(respondent.name) >= 0;
  return [
    ...(named ? [] : [[...(respondent.code ?? []), ...(respondent.name ?? [])].slice(0, 2).join(' or ')]),
    ...needed.filter((columns) => header.find(columns) < 0).map(([first]) => first!),
  ];
}

/** In: the first rows of a sheet. Out: its header, or which columns the likeliest row lacks. */
export function findHeader(rows: readonly Row[], mapping: Mapping): Header | { readonly missing: string[] } {
  let missing: string[] | undefined;
  for (const row of rows) {
    const header = toHeader(row);
    const lacks = findMissing(header, mapping);
    if (lacks.length === 0) return header;
    if (!missing || lacks.length < missing.length) missing = lacks;
  }
  return { missing: missing ?? ['every column: the sheet is empty'] };
}
