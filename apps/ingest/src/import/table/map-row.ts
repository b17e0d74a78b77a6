/** Turns a row into one respondent's figure by a mapping, or says why it cannot be taken. */
import type { Observation, Resolved } from '@rapporteur/domain';
import type { Header } from './find-header.js';
import { noDecisions, type Decisions, type UnknownWord } from './find-word.js';
import { foldWord, type Mapping } from './mapping.js';
import { makeBreakReader, makeIndicatorReader, makeRespondentReader } from './read-words.js';
import { makePartReader } from './read-breakdown.js';
import { checkTexts, makeCellOf, recall, Refused, type CellOf, type Cells } from './read-cells.js';
import { sheetColumn } from './shape-rows.js';
import { readPeriod } from './read-period.js';
import { makeValueReader } from './read-value.js';
import type { Row } from '../kinds/rows.js';
import { quote } from '../kinds/unreadable-file.js';

/** What a row with unknown words says for certain: absent is what only the unknown words tell. */
export interface KnownPart {
  readonly respondent?: string | undefined;
  readonly indicator?: string | undefined;
  readonly period: string;
  /** What it says of the dimensions that are known. */
  readonly breakdown: Readonly<Record<string, string>>;
}

/** A figure; or why the row is refused; or the words for whose meaning it waits. */
export type MappedRow =
  | { readonly resolved: Resolved; readonly observation: Observation }
  | { readonly reason: string }
  | { readonly waitsFor: readonly UnknownWord[]; readonly known: KnownPart };

/**
 * In: mapping, header, the day on which the file was received, and what was decided of words. Out: the reader of its
 * rows. A row waits only where nothing but the meaning of its words is missing.
 */
export function makeRowMapper(
  mapping: Mapping,
  header: Header,
  receivedOn: string,
  decisions: Decisions = noDecisions,
): (row: Row) => MappedRow {
  const cellOf = makeCellOf(header);
  const readRespondent = makeRespondentReader(mapping, cellOf, decisions);
  const readIndicator = makeIndicatorReader(mapping, cellOf, decisions);
  const periodCell = cellOf(mapping.period.columns);
  const readValue = makeValueReader(mapping, header, cellOf);
  const parts = mapping.breakdown.map((part) => makePartReader(part, mapping, header, cellOf, decisions));
  const checkConditions = makeConditions(mapping, header, cellOf);
  const readWords = makeWordsReader(mapping, header);
  const readBreak = makeBreakReader(mapping, cellOf, decisions);

  const read = (row: Row): MappedRow => {
    const cells = header.toCells(row);
    checkTexts(cells, header);
    if (row.fault !== undefined) throw new Refused(row.fault);
    const unknown: UnknownWord[] = [];
    const resolved = readRespondent(cells, unknown);
    const indicator = readIndicator(cells, unknown);
    checkConditions(cells);
    const breakdown: Record<string, string> = {};
    for (const readPart of parts) readPart(cells, breakdown, unknown);
    const period = readPeriod(periodCell(cells), receivedOn);
    const value = readValue(row, cells);
    const breaks = readBreak(cells, unknown) ? { break: true as const } : {};
    if (!resolved || !indicator || unknown.length > 0)
      return { waitsFor: unknown, known: { respondent: resolved?.code, indicator, period, breakdown } };
    return {
      resolved,
      observation: {
        indicator,
        breakdown,
        period,
        ...value,
        row: row.row,
        ...breaks,
        words: readWords(cells),
      },
    };
  };
  return (row) => {
    try {
      return read(row);
    } catch (error) {
      if (error instanceof Refused) return { reason: error.message };
      throw error;
    }
  };
}

/** Refuses rows that a condition of the mapping leaves out, such as those of another unit. */
function makeConditions({ only }: Mapping, header: Header, cellOf: CellOf): (cells: Cells) => void {
  const conditions = only
    .filter(({ columns }) => header.find(columns) >= 0)
    .map(({ columns, words }) => ({
      cell: cellOf(columns),
      words: new Set(words.map(foldWord)),
      fault: (word: string) =>
        `${columns[0]} is ${quote(word)}, not ${words.slice(0, 5).map(foldWord).join(' or ')}`,
    }));
  return (cells) => {
    for (const { cell, words, fault } of conditions)
      if (!words.has(foldWord(cell(cells)))) throw new Refused(fault(cell(cells)));
  };
}

/** The words behind indicator, breakdown and break, by the names that the file gives their columns. */
function makeWordsReader(mapping: Mapping, header: Header): (cells: Cells) => Record<string, string> {
  const places = [
    ...(mapping.everySheet ? [[sheetColumn]] : []),
    mapping.indicator.columns,
    ...(mapping.break ? [mapping.break.columns] : []),
    ...mapping.missing.map(({ columns }) => columns),
    ...mapping.breakdown.flatMap((part) =>
      'choices' in part ? [part.chosenBy, part.columns] : [part.columns],
    ),
  ]
    .map((columns) => header.find(columns))
    .filter((place) => place >= 0);
  const names = places.map((place) => header.names[place]!.trim());
  // Many rows have the same words, so they share one object.
  const known = new Map<string, Record<string, string>>();
  return (cells) => {
    const words = places.map((place) => (cells[place] ?? '').trim());
    return recall(known, words.join('\u0000'), () =>
      Object.fromEntries(names.map((name, i) => [name, words[i]!])),
    );
  };
}
