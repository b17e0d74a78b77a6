/** Reads the respondent, the indicator and the break of a row: a word that is not known is noted, never guessed. */
import type { Resolved } from '@rapporteur/domain';
import { cut } from '@rapporteur/office-file';
import { findRespondent, resolveRespondent } from '@rapporteur/names';
import { checkIsCode, type Decisions, type UnknownWord } from './find-word.js';
import { foldWord, type Mapping } from './mapping.js';
import {
  fold,
  longestReason,
  longestWritten,
  recall,
  Refused,
  type CellOf,
  type Cells,
} from './read-cells.js';
import { quote } from '../kinds/unreadable-file.js';

/** Gives what a row's word stands for; or notes the word, and gives nothing. Errors: Refused. */
type ReadWord<T> = (cells: Cells, unknown: UnknownWord[]) => T | undefined;

/** For how many unknown names those are sought that may be meant: finding them takes long. */
const guessesAtMost = 100;

/** A respondent by its code or its exact name; where both are there they must agree. */
export function makeRespondentReader(
  { respondent }: Mapping,
  cellOf: CellOf,
  decisions: Decisions,
): ReadWord<Resolved> {
  const codeCell = cellOf(respondent.code, longestWritten);
  const nameCell = cellOf(respondent.name, longestWritten);
  const columnOf = (word: string, code: string) =>
    (word === code ? respondent.code?.[0] : respondent.name?.[0]) ?? 'respondent';
  const words = fold(respondent.words);
  const known = new Map<string, Resolved | UnknownWord | string>();
  let guesses = guessesAtMost;
  const guess = (written: string): string => {
    if ((guesses -= 1) < 0) return '';
    const found = resolveRespondent(written);
    const meant = 'code' in found ? [] : found.suggestions.map(({ code }) => code);
    return meant.length > 0 ? `; perhaps ${meant.join(', ')}` : '';
  };

  const resolve = (written: string): { resolved: Resolved; isDecided: boolean } | undefined => {
    if (written === '') return undefined;
    const decided = decisions('respondent', written);
    checkIsCode(decided, 'the respondent', written);
    if (decided?.code)
      return { resolved: { code: decided.code, asWritten: written, match: 'exact' }, isDecided: true };
    const found = findRespondent(words.get(foldWord(written)) ?? written);
    return found && { resolved: { ...found, asWritten: written }, isDecided: false };
  };
  const read = (code: string, name: string): Resolved | UnknownWord => {
    const [byCode, byName] = [resolve(code), resolve(name)];
    if (byCode && byName && byCode.resolved.code !== byName.resolved.code)
      throw new Refused(`the code ${quote(code)} and the name ${quote(name)} are different respondents`);
    const unknown = (word: string, reason: string, hint?: string): UnknownWord => ({
      ...{ dimension: 'respondent', word, reason: cut(reason, longestReason) },
      column: columnOf(word, code),
      ...(hint === undefined ? {} : { hint }),
    });
    if (byCode) return byCode.resolved;
    // A name that somebody has decided of stands for the row: its code was as little known then.
    if (byName && (code === '' || byName.isDecided)) return byName.resolved;
    if (byName) {
      const reason = `${quote(code)} is no respondent's code, though ${quote(name)} is one`;
      return unknown(code, reason, byName.resolved.code);
    }
    if (code === '' && name === '') throw new Refused(`${quote('')} is no respondent`);
    return unknown(name || code, `${quote(name || code)} is no respondent${guess(name || code)}`);
  };
  const tryRead = (code: string, name: string): Resolved | UnknownWord | string => {
    try {
      return read(code, name);
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
  };
  return (cells, unknown) => {
    const [code, name] = [codeCell(cells), nameCell(cells)];
    const found = recall(known, `${code}\u0000${name}`, () => tryRead(code, name));
    if (typeof found === 'string') throw new Refused(found);
    if ('code' in found) return found;
    unknown.push(found);
    return undefined;
  };
}

export function makeIndicatorReader(
  { indicator }: Mapping,
  cellOf: CellOf,
  decisions: Decisions,
): ReadWord<string> {
  const cell = cellOf(indicator.columns);
  const codes = fold(indicator.words);
  const column = indicator.columns[0]!;
  return (cells, unknown) => {
    const word = cell(cells);
    const decided = decisions('indicator', word);
    checkIsCode(decided, column, word);
    const code = decided?.code ?? codes.get(foldWord(word));
    if (code !== undefined) return code;
    const reason = `${quote(word)} is no indicator of the mapping`;
    unknown.push({ dimension: 'indicator', word, column, reason });
    return undefined;
  };
}

/** The code by which a decision says that a word means a break; every other code says that it means none. */
const breakCode = 'break';

/** Whether a row's figure starts a new way of counting. */
export function makeBreakReader(
  { break: said }: Mapping,
  cellOf: CellOf,
  decisions: Decisions,
): ReadWord<boolean> {
  if (!said) return () => false;
  const cell = cellOf(said.columns);
  const column = said.columns[0]!;
  const words = fold({ '': false, ...said.words });
  return (cells, unknown) => {
    const word = cell(cells);
    const decided = decisions('break', word);
    checkIsCode(decided, column, word);
    const isBreak = decided ? decided.code === breakCode : words.get(foldWord(word));
    if (isBreak !== undefined) return isBreak;
    const reason = `${column} is ${quote(word)}, which the mapping does not know`;
    unknown.push({ dimension: 'break', word, column, reason });
    return undefined;
  };
}
