/** Turns a row into one respondent's figure by a mapping, or says why it cannot be taken. */
import { faultOfText, isInFuture, parsePeriod, type Observation, type Resolved } from '@rapporteur/domain';
import { resolveRespondent } from '@rapporteur/names';
import type { Header } from './find-header.js';
import { foldWord, wordsOf, type Mapping, type MappingChoice, type MappingPart } from './mapping.js';
import { makeCountReader } from './read-count.js';
import type { Row } from './spreadsheet.js';

export type MappedRow =
  { readonly resolved: Resolved; readonly observation: Observation } | { readonly reason: string };

/** Why a row is refused; thrown within a row's reading and caught at its end. */
class Refused extends Error {}

type Cells = readonly string[];
type ReadBreakdown = (cells: Cells, breakdown: Record<string, string>) => void;

const quote = (word: string) => (word === '' ? 'a blank' : `"${word.slice(0, 80)}"`);

/** In: mapping, header, and the day on which the file was received. Out: the reader of its rows. */
export function makeRowMapper(mapping: Mapping, header: Header, receivedOn: string): (row: Row) => MappedRow {
  const cellOf = (columns: readonly string[]) => {
    const column = header.find(columns);
    return (cells: Cells) => (column < 0 ? '' : (cells[column] ?? '').trim());
  };
  const readRespondent = makeRespondentReader(mapping, header);
  const [indicatorCell, periodCell, valueCell] = [
    cellOf(mapping.indicator.columns),
    cellOf(mapping.period.columns),
    cellOf(mapping.value.columns),
  ];
  const indicators = fold(mapping.indicator.words);
  const readCount = makeCountReader(
    mapping.value.grouping,
    new Set(Object.keys(mapping.value.words).map(foldWord)),
  );
  const parts = mapping.breakdown.map((part) => makePartReader(part, mapping, header, cellOf));
  const conditions = mapping.only
    .filter(({ columns }) => header.find(columns) >= 0)
    .map(({ columns, words }) => ({ columns, cell: cellOf(columns), words: new Set(words.map(foldWord)) }));
  const readWords = makeWordsReader(mapping, header);
  const readBreak = makeBreakReader(mapping, cellOf);

  const read = ({ row, cells }: Row): MappedRow => {
    checkTexts(cells, header);
    const resolved = readRespondent(cells);
    const indicator = indicators.get(foldWord(indicatorCell(cells)));
    if (!indicator) throw new Refused(`${quote(indicatorCell(cells))} is no indicator of the mapping`);
    for (const { columns, cell, words } of conditions)
      if (!words.has(foldWord(cell(cells))))
        throw new Refused(`${columns[0]} is ${quote(cell(cells))}, not ${[...words].join(' or ')}`);
    const breakdown: Record<string, string> = {};
    for (const readPart of parts) readPart(cells, breakdown);
    const period = readPeriod(periodCell(cells), receivedOn);
    const written = valueCell(cells);
    const count = readCount(written);
    if (!count) throw new Refused(`${quote(written)} is no count`);
    const asWritten = written === String(count.value) ? {} : { asWritten: written };
    return {
      resolved,
      observation: {
        indicator,
        breakdown,
        period,
        ...count,
        row,
        ...asWritten,
        ...(readBreak(cells) ? { break: true } : {}),
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

/** What a reply may not hold, a row may not either: its cells come to stand in replies, and in what is said of them. */
function checkTexts(cells: Cells, header: Header): void {
  if (faultOfText(cells.join('\n')) === undefined) return;
  const column = cells.findIndex((cell) => faultOfText(cell) !== undefined);
  if (column < 0) return;
  throw new Refused(`${header.names[column] || `column ${column + 1}`} ${faultOfText(cells[column]!)}`);
}

const fold = <T>(words: Readonly<Record<string, T>>): Map<string, T> =>
  new Map(Object.entries(words).map(([word, code]) => [foldWord(word), code]));

function readPeriod(cell: string, receivedOn: string): string {
  const reading = parsePeriod(cell);
  if (!reading.ok) throw new Refused(`${quote(cell)} is no period`);
  if (isInFuture(reading.period, receivedOn))
    throw new Refused(`${cell} lies after ${receivedOn}, when the file was received`);
  return reading.text;
}

/** Names are taken by code or exactly: one that is merely close is refused, with who may have been meant. */
function makeRespondentReader({ respondent }: Mapping, header: Header): (cells: Cells) => Resolved {
  const [codeColumn, nameColumn] = [header.find(respondent.code), header.find(respondent.name)];
  const words = fold(respondent.words);
  const known = new Map<string, Resolved | string>();
  const resolve = (written: string): Resolved | undefined => {
    if (written === '') return undefined;
    const found = resolveRespondent(words.get(foldWord(written)) ?? written);
    return 'code' in found && found.match !== 'close' ? { ...found, asWritten: written } : undefined;
  };
  const read = (code: string, name: string): Resolved | string => {
    const [byCode, byName] = [resolve(code), resolve(name)];
    if (byCode && byName && byCode.code !== byName.code)
      return `the code ${quote(code)} and the name ${quote(name)} are different respondents`;
    if (code !== '' && !byCode && byName)
      return `${quote(code)} is no respondent's code, though ${quote(name)} is one`;
    const found = byCode ?? byName;
    if (found) return found;
    const written = name || code;
    const guess = resolveRespondent(written);
    const meant = 'code' in guess ? [guess.code] : guess.suggestions.map((s) => s.code);
    return `${quote(written)} is no respondent${meant.length > 0 ? `; perhaps ${meant.join(', ')}` : ''}`;
  };
  return (cells) => {
    const code = codeColumn < 0 ? '' : (cells[codeColumn] ?? '').trim();
    const name = nameColumn < 0 ? '' : (cells[nameColumn] ?? '').trim();
    const key = `${code}\n${name}`;
    const found = known.get(key) ?? read(code, name);
    known.set(key, found);
    if (typeof found === 'string') throw new Refused(found);
    return found;
  };
}

function makePartReader(
  part: MappingPart,
  mapping: Mapping,
  header: Header,
  cellOf: (columns: readonly string[]) => (cells: Cells) => string,
): ReadBreakdown {
  const cell = cellOf(part.columns);
  if (!('choices' in part)) {
    if (header.find(part.columns) < 0) return () => undefined;
    const put = makeChoiceReader(part, mapping, part.columns[0]!);
    return (cells, breakdown) => put(cell(cells), breakdown);
  }
  const chooser = cellOf(part.chosenBy);
  const choices = fold(part.choices);
  const puts = new Map(
    [...choices].map(([word, choice]) => [word, makeChoiceReader(choice, mapping, part.columns[0]!)]),
  );
  return (cells, breakdown) => {
    const put = puts.get(foldWord(chooser(cells)));
    if (!put)
      throw new Refused(`${part.chosenBy[0]} is ${quote(chooser(cells))}, which the mapping does not know`);
    put(cell(cells), breakdown);
  };
}

function makeChoiceReader(
  choice: MappingChoice,
  mapping: Mapping,
  column: string,
): (word: string, breakdown: Record<string, string>) => void {
  const codes = fold(wordsOf(choice, mapping));
  const find = (word: string): string | null | undefined => {
    const code = codes.get(foldWord(word));
    if (code !== undefined || !choice.respondents || word === '') return code;
    const found = resolveRespondent(word);
    return 'code' in found && found.match === 'exact' ? found.code.toLowerCase() : undefined;
  };
  const known = new Map<string, string | null | undefined>();
  return (word, breakdown) => {
    if (!known.has(word)) known.set(word, find(word));
    const code = known.get(word);
    if (code === undefined) throw new Refused(`${column} is ${quote(word)}, which the mapping does not know`);
    if (code !== null && choice.dimension) breakdown[choice.dimension] = code;
  };
}

/** Whether a row's figure starts a new way of counting. What is not said by a known word is not guessed. */
function makeBreakReader(
  { break: said }: Mapping,
  cellOf: (columns: readonly string[]) => (cells: Cells) => string,
): (cells: Cells) => boolean {
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
  return (cells) =>
    Object.fromEntries(places.map((place) => [header.names[place]!.trim(), (cells[place] ?? '').trim()]));
}
