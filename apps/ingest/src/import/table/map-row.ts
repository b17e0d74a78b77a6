/** Turns a row into one respondent's figure by a mapping, or says why it cannot be taken. */
import { isInFuture, parsePeriod, type Observation, type Resolved } from '@rapporteur/domain';
import { findRespondent, resolveRespondent } from '@rapporteur/names';
import type { Header } from './find-header.js';
import { foldWord, type Mapping } from './mapping.js';
import { makePartReader } from './read-breakdown.js';
import {
  checkTexts,
  fold,
  longestWritten,
  makeCellOf,
  recall,
  Refused,
  type CellOf,
  type Cells,
} from './read-cells.js';
import { makeCountReader } from './read-count.js';
import type { Row } from './rows.js';
import { quote } from './unreadable-file.js';

export type MappedRow =
  { readonly resolved: Resolved; readonly observation: Observation } | { readonly reason: string };

/** In: mapping, header, and the day on which the file was received. Out: the reader of its rows. */
export function makeRowMapper(mapping: Mapping, header: Header, receivedOn: string): (row: Row) => MappedRow {
  const cellOf = makeCellOf(header);
  const readRespondent = makeRespondentReader(mapping, cellOf);
  const [indicatorCell, periodCell] = [cellOf(mapping.indicator.columns), cellOf(mapping.period.columns)];
  const indicators = fold(mapping.indicator.words);
  const readValue = makeValueReader(mapping, header, cellOf);
  const parts = mapping.breakdown.map((part) => makePartReader(part, mapping, header, cellOf));
  const checkConditions = makeConditions(mapping, header, cellOf);
  const readWords = makeWordsReader(mapping, header);
  const readBreak = makeBreakReader(mapping, cellOf);

  const read = (row: Row): MappedRow => {
    const cells = header.toCells(row);
    checkTexts(cells, header);
    const resolved = readRespondent(cells);
    const indicator = indicators.get(foldWord(indicatorCell(cells)));
    if (!indicator) throw new Refused(`${quote(indicatorCell(cells))} is no indicator of the mapping`);
    checkConditions(cells);
    const breakdown: Record<string, string> = {};
    for (const readPart of parts) readPart(cells, breakdown);
    const period = readPeriod(periodCell(cells), receivedOn);
    const value = readValue(row, cells);
    const breaks = readBreak(cells) ? { break: true as const } : {};
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

/** The count of a row with its qualifier, and with the text as written where that says more than the count. */
function makeValueReader(
  { value }: Mapping,
  header: Header,
  cellOf: CellOf,
): (row: Row, cells: Cells) => Pick<Observation, 'value' | 'qualifier' | 'asWritten'> {
  const cell = cellOf(value.columns, longestWritten);
  const place = header.find(value.columns);
  const readCount = makeCountReader(value.grouping, fold(value.words));
  return ({ noCounts }, cells) => {
    const written = cell(cells);
    const isCount = !noCounts || ![...noCounts].some((column) => header.placeOf(column) === place);
    const count = isCount ? readCount(written) : undefined;
    if (!count) throw new Refused(`${quote(written)} is no count`);
    const saysMore = written !== '' && written !== String(count.value);
    return saysMore ? { ...count, asWritten: written } : count;
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

function readPeriod(cell: string, receivedOn: string): string {
  const reading = parsePeriod(cell);
  if (!reading.ok) throw new Refused(`${quote(cell)} is no period`);
  if (isInFuture(reading.period, receivedOn))
    throw new Refused(`${cell} lies after ${receivedOn}, when the file was received`);
  return reading.text;
}

/**
 * Takes a respondent by its code or its exact name. Another name is refused, with the respondents that may have
 * been meant. Finding these takes long, so it is done for the first 100 unknown names only.
 */
function makeRespondentReader({ respondent }: Mapping, cellOf: CellOf): (cells: Cells) => Resolved {
  const codeCell = cellOf(respondent.code, longestWritten);
  const nameCell = cellOf(respondent.name, longestWritten);
  const words = fold(respondent.words);
  const known = new Map<string, Resolved | string>();
  let guesses = 100;
  const resolve = (written: string): Resolved | undefined => {
    const found = written === '' ? undefined : findRespondent(words.get(foldWord(written)) ?? written);
    return found && { ...found, asWritten: written };
  };
  const guess = (written: string): string => {
    if ((guesses -= 1) < 0) return '';
    const found = resolveRespondent(written);
    const meant = 'code' in found ? [found.code] : found.suggestions.map((s) => s.code);
    return meant.length > 0 ? `; perhaps ${meant.join(', ')}` : '';
  };
  const read = (code: string, name: string): Resolved | string => {
    const [byCode, byName] = [resolve(code), resolve(name)];
    if (byCode && byName && byCode.code !== byName.code)
      return `the code ${quote(code)} and the name ${quote(name)} are different respondents`;
    if (code !== '' && !byCode && byName)
      return `${quote(code)} is no respondent's code, though ${quote(name)} is one`;
    return byCode ?? byName ?? `${quote(name || code)} is no respondent${guess(name || code)}`;
  };
  return (cells) => {
    const [code, name] = [codeCell(cells), nameCell(cells)];
    const found = recall(known, `${code}\u0000${name}`, () => read(code, name));
    if (typeof found === 'string') throw new Refused(found);
    return found;
  };
}

/**
 * Whether a row's figure starts a new way of counting. A word that the mapping does not know is refused, not
 * guessed.
 */
function makeBreakReader({ break: said }: Mapping, cellOf: CellOf): (cells: Cells) => boolean {
  if (!said) return () => false;
  const cell = cellOf(said.columns);
  const words = fold({ '': false, ...said.words });
  return (cells) => {
    const isBreak = words.get(foldWord(cell(cells)));
    if (isBreak !== undefined) return isBreak;
    throw new Refused(`${said.columns[0]} is ${quote(cell(cells))}, which the mapping does not know`);
  };
}

/** The words behind indicator, breakdown and break, by the names that the file gives their columns. */
function makeWordsReader(mapping: Mapping, header: Header): (cells: Cells) => Record<string, string> {
  const places = [
    mapping.indicator.columns,
    ...(mapping.break ? [mapping.break.columns] : []),
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
