/** Reads the breakdown of a row's figure. */
import { dimensions, kindOfBreakdown } from '@rapporteur/domain';
import { findNationality, findRespondent } from '@rapporteur/names';
import type { Header } from './find-header.js';
import { checkIsCode, noDecisions, type Decisions, type UnknownWord } from './find-word.js';
import { foldWord, wordsOf, type Mapping, type MappingChoice, type MappingPart } from './mapping.js';
import { fold, recall, Refused, type CellOf, type Cells } from './read-cells.js';
import { quote } from '../kinds/unreadable-file.js';

/** Puts a dimension and its code into a breakdown, unless the row names the total; or notes its unknown word. */
type ReadBreakdown = (cells: Cells, breakdown: Record<string, string>, unknown: UnknownWord[]) => void;

/**
 * In: a part of the mapping. Out: the reader of its column. The reader's errors: Refused, for a word that was
 * decided to be no code, or that contradicts an earlier part.
 */
export function makePartReader(
  part: MappingPart,
  mapping: Mapping,
  header: Header,
  cellOf: CellOf,
  decisions: Decisions = noDecisions,
): ReadBreakdown {
  const cell = cellOf(part.columns);
  if (!('choices' in part)) {
    if (header.find(part.columns) < 0) return () => undefined;
    const put = makeChoiceReader(part, mapping, part.columns[0]!, decisions);
    return (cells, breakdown, unknown) => put(cell(cells), breakdown, unknown);
  }
  const chooser = cellOf(part.chosenBy);
  const find = makeChoiceFinder(part, mapping, decisions);
  const found = new Map<string, ReadWord | undefined>();
  return (cells, breakdown, unknown) => {
    const word = chooser(cells);
    const put = recall(found, word, () => find(word));
    if (put) return put(cell(cells), breakdown, unknown);
    const column = part.chosenBy[0]!;
    const reason = `${column} is ${quote(word)}, which the mapping does not know`;
    unknown.push({ dimension: kindOfBreakdown, word, column, reason });
  };
}

type ReadWord = ReturnType<typeof makeChoiceReader>;

/** Out: from a word that says which choice applies to its reader; undefined for an unknown one. Errors: Refused. */
function makeChoiceFinder(
  part: Extract<MappingPart, { choices: unknown }>,
  mapping: Mapping,
  decisions: Decisions,
): (word: string) => ReadWord | undefined {
  const choices = fold(part.choices);
  return (word) => {
    const decided = decisions(kindOfBreakdown, word);
    checkIsCode(decided, part.chosenBy[0]!, word);
    const choice = decided ? findChoice([...choices.values()], decided.code) : choices.get(foldWord(word));
    return choice && makeChoiceReader(choice, mapping, part.columns[0]!, decisions);
  };
}

/** The choice of a mapping for a dimension, or for the total; one without words where it has none, so that they wait. */
function findChoice(choices: readonly MappingChoice[], code: string | null): MappingChoice {
  const dimension = code ?? undefined;
  const respondents = dimensions.some((one) => one.code === code && one.respondents);
  return choices.find((one) => one.dimension === dimension) ?? { dimension, words: {}, respondents };
}

/** The dimension by which decisions name a word of a part that has none, since all its words are the total. */
const noDimension = 'breakdown';

/** The country that a word names or is the nationality of. A code is no such word: "NO" may be Norway, or a no. */
function findCountry(word: string): string | undefined {
  const named = findRespondent(word);
  if (named) return named.match === 'exact' ? named.code : undefined;
  const nationality = findNationality(word);
  return nationality.kind === 'exact' ? nationality.code : undefined;
}

function makeChoiceReader(
  choice: MappingChoice,
  mapping: Mapping,
  column: string,
  decisions: Decisions,
): (word: string, breakdown: Record<string, string>, unknown: UnknownWord[]) => void {
  const codes = fold(wordsOf(choice, mapping));
  const dimension = choice.dimension ?? noDimension;
  const find = (word: string): string | null | undefined => {
    const decided = decisions(dimension, word);
    checkIsCode(decided, column, word);
    if (decided) return decided.code;
    const code = codes.get(foldWord(word));
    if (code !== undefined || !choice.respondents || word === '') return code;
    return findCountry(word)?.toLowerCase();
  };
  const known = new Map<string, string | null | undefined>();
  return (word, breakdown, unknown) => {
    const code = recall(known, word, () => find(word));
    if (code === undefined) {
      const reason = `${column} is ${quote(word)}, which the mapping does not know`;
      return void unknown.push({ dimension, word, column, reason });
    }
    if (code === null || !choice.dimension) return;
    const other = breakdown[choice.dimension];
    if (other !== undefined && other !== code)
      throw new Refused(`${column} is ${quote(word)}, and another column says ${choice.dimension}:${other}`);
    breakdown[choice.dimension] = code;
  };
}
