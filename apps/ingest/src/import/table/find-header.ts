/** Finds the header of a sheet, whatever rows are above it and in whatever order its columns are. */
import type { ColumnUse } from '@rapporteur/contract';
import { faultOfText } from '@rapporteur/domain';
import { cut } from '@rapporteur/office-file';
import { foldWord, type Mapping } from './mapping.js';
import type { Row } from '../kinds/rows.js';
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';

/** The columns of a sheet that are kept: the first ones, and those that the mapping needs. Each has a place, from 0. */
export interface Header {
  readonly row: number;
  /** The names of these columns in the sheet, by place. */
  readonly names: readonly string[];
  /** The place of the first of these names that the sheet has, or -1. */
  find(columns: readonly string[] | undefined): number;
  /** The place of a column of the sheet, or -1. */
  placeOf(column: number): number;
  /** The cells of a row by place; shorter than `names` where the row ends early. */
  toCells(row: Row): readonly string[];
}

const keptColumns = 256;
/** Limits in characters: of one name, and of all names together that the mapping does not need. */
const longest = { name: 200, names: 16_000 };

/** All names of columns that a mapping may look for. */
const columnsOf = ({
  respondent,
  period,
  value,
  indicator,
  breakdown,
  only,
  missing,
  break: breaks,
}: Mapping) => [
  respondent.code,
  respondent.name,
  period.columns,
  value.columns,
  indicator.columns,
  breaks?.columns,
  ...[...only, ...missing].map(({ columns }) => columns),
  ...breakdown.flatMap((part) => ('choices' in part ? [part.columns, part.chosenBy] : [part.columns])),
];

/** What each column of a header is read as, by place; null: it is not read. */
export function usesOf(header: Header, mapping: Mapping): (ColumnUse | null)[] {
  const { respondent, period, value, indicator, breakdown, only, break: breaks } = mapping;
  const uses = header.names.map((): ColumnUse | null => null);
  const note = (use: ColumnUse, ...wanted: (readonly string[] | undefined)[]) => {
    for (const place of wanted.map((columns) => header.find(columns))) if (place >= 0) uses[place] ??= use;
  };
  note('respondent', respondent.code, respondent.name);
  note('period', period.columns);
  note('value', value.columns);
  note('indicator', indicator.columns);
  for (const part of breakdown)
    note('breakdown', part.columns, 'chosenBy' in part ? part.chosenBy : undefined);
  note('break', breaks?.columns);
  note('only', ...only.map(({ columns }) => columns));
  return uses;
}

/** The usual names of the columns that a mapping needs and a header lacks. */
function findMissing(has: (columns: readonly string[] | undefined) => boolean, mapping: Mapping): string[] {
  const { respondent, period, value, indicator, breakdown } = mapping;
  const needed = [
    period.columns,
    value.columns,
    // A blank that stands for an indicator says what a file without the column counts.
    ...(Object.hasOwn(indicator.words, '') || indicator.optional ? [] : [indicator.columns]),
    ...breakdown.flatMap((part) =>
      'choices' in part ? [part.columns, part.chosenBy] : part.optional ? [] : [part.columns],
    ),
  ];
  return [
    ...(has(respondent.code) || has(respondent.name)
      ? []
      : [[...(respondent.code ?? []), ...(respondent.name ?? [])].slice(0, 2).join(' or ')]),
    ...needed.filter((columns) => !has(columns)).map(([first]) => first!),
  ];
}

/** The name of a column as spreadsheet programs have it: "A" for 0, "AA" for 26. */
const letterOf = (column: number): string =>
  `${column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

/**
 * The names of the kept columns. Names that the mapping needs become part of replies, so they are checked.
 * Errors: UnreadableFile.
 */
function readNames(
  names: ReadonlyMap<number, string>,
  kept: readonly number[],
  needed: ReadonlySet<number>,
): string[] {
  let room = longest.names;
  return kept.map((column) => {
    const name = names.get(column) ?? '';
    const fault = faultOfText(name);
    if (fault)
      throw new UnreadableFile(
        'bad-header',
        `The name of column ${letterOf(column)} in the header ${fault}: ${quote(name)}.`,
      );
    if (!needed.has(column)) {
      const shown = room < name.length ? '' : cut(name, longest.name);
      room -= shown.length;
      return shown;
    }
    if (name.trim().length <= longest.name) return name;
    throw new UnreadableFile(
      'bad-header',
      `The name of column ${letterOf(column)} in the header is over ${longest.name} characters long.`,
    );
  });
}

/** In: a row that may be the header. Out: the header, or which columns it lacks. Errors: UnreadableFile. */
export function readHeader(row: Row, mapping: Mapping): Header | { readonly missing: string[] } {
  const names = new Map(row.cells.map((cell, i) => [row.columns?.[i] ?? i, cell]));
  const columns = new Map<string, number>();
  for (const [column, cell] of names) {
    // A name with extra spaces around and between its words may be longer than the same name in a mapping, so
    // it has twice the length.
    const name = cell.length > 2 * longest.name ? '' : foldWord(cell);
    if (name !== '' && !columns.has(name)) columns.set(name, column);
  }
  const columnOf = (wanted: readonly string[] = []) =>
    wanted.map((name) => columns.get(foldWord(name))).find((column) => column !== undefined);
  const missing = findMissing((wanted) => columnOf(wanted) !== undefined, mapping);
  if (missing.length > 0) return { missing };

  const needed = new Set(columnsOf(mapping).flatMap((wanted) => columnOf(wanted) ?? []));
  const width = Math.min(keptColumns, Math.max(-1, ...names.keys()) + 1);
  const far = [...needed].filter((column) => column >= keptColumns).sort((a, b) => a - b);
  const farPlaces = new Map(far.map((column, i) => [column, keptColumns + i]));
  const placeOf = (column: number) => (column < keptColumns ? column : (farPlaces.get(column) ?? -1));
  const kept = [...Array(width).keys(), ...far];
  return {
    row: row.row,
    names: readNames(names, kept, needed),
    find: (wanted) => {
      const column = columnOf(wanted);
      return column === undefined ? -1 : placeOf(column);
    },
    placeOf,
    toCells: (row) => toCells(row, placeOf),
  };
}

function toCells({ cells, columns }: Row, placeOf: (column: number) => number): readonly string[] {
  if (!columns && cells.length <= keptColumns) return cells;
  const placed: string[] = [];
  cells.forEach((cell, i) => {
    const place = placeOf(columns?.[i] ?? i);
    if (place < 0) return;
    while (placed.length < place) placed.push('');
    placed.push(cell);
  });
  return placed;
}
