/** Reads the breakdown of a row's figure. */
import { findRespondent } from '@rapporteur/names';
import type { Header } from './find-header.js';
import { foldWord, wordsOf, type Mapping, type MappingChoice, type MappingPart } from './mapping.js';
import { fold, recall, Refused, type CellOf, type Cells } from './read-cells.js';
import { quote } from './unreadable-file.js';

/** Puts a dimension and its code into a breakdown, unless the row names the total. */
type ReadBreakdown = (cells: Cells, breakdown: Record<string, string>) => void;

/**
 * In: a part of the mapping. Out: the reader of its column. The reader's errors: Refused, for an unknown word,
 * or one that contradicts an earlier part.
 */
export function makePartReader(
  part: MappingPart,
  mapping: Mapping,
  header: Header,
  cellOf: CellOf,
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
    const found = findRespondent(word);
    return found?.match === 'exact' ? found.code.toLowerCase() : undefined;
  };
  const known = new Map<string, string | null | undefined>();
  return (word, breakdown) => {
    const code = recall(known, word, () => find(word));
    if (code === undefined) throw new Refused(`${column} is ${quote(word)}, which the mapping does not know`);
    if (code === null || !choice.dimension) return;
    const other = breakdown[choice.dimension];
    if (other !== undefined && other !== code)
      throw new Refused(`${column} is ${quote(word)}, and another column says ${choice.dimension}:${other}`);
    breakdown[choice.dimension] = code;
  };
}
