/** Finds what a word of a file stands for: by what somebody decided of it, or else by the mapping. */
import { foldDecisions, wordKey, type WordDecided } from '@rapporteur/domain';
import { Refused } from './read-cells.js';
import { quote } from '../kinds/unreadable-file.js';

/** What somebody decided of a word: a code, the total, or that it is no code, and so its rows are refused. */
export interface Decided {
  readonly decision: 'code' | 'total' | 'not-a-code';
  /** Null for the others. */
  readonly code: string | null;
}

/** In: a dimension and a word as written. Out: what was decided of it, if anything was. */
export type Decisions = (dimension: string, word: string) => Decided | undefined;

export const noDecisions: Decisions = () => undefined;

/** A word that neither a decision nor the mapping knows: its row waits. */
export interface UnknownWord {
  /** `respondent`, `indicator`, `break`, the code of a dimension, or `breakdown` where every word is the total. */
  readonly dimension: string;
  readonly word: string;
  /** The column, for people. */
  readonly column: string;
  /** What is the matter, for people. */
  readonly reason: string;
  /** The code that the row itself speaks for. */
  readonly hint?: string;
}

/** In: decisions, the later ones last. Out: the finder of what stands. */
export function makeDecisions(
  decided: Iterable<
    Pick<WordDecided, 'dimension' | 'word' | 'decision'> & { readonly code?: string | null | undefined }
  >,
): Decisions {
  const standing = foldDecisions(decided);
  if (standing.size === 0) return noDecisions;
  // None of those that stand is undecided.
  return (dimension, word) => {
    const found = standing.get(wordKey(dimension, word));
    return found && { decision: found.decision as Decided['decision'], code: found.code ?? null };
  };
}

/** The decisions of the first, and of the second what the first says nothing of. */
export const overlay =
  (first: Decisions, second: Decisions): Decisions =>
  (dimension, word) =>
    first(dimension, word) ?? second(dimension, word);

/** Errors: Refused, where somebody decided that the word is no code. */
export function checkIsCode(decided: Decided | undefined, column: string, word: string): void {
  if (decided?.decision === 'not-a-code')
    throw new Refused(`${column} is ${quote(word)}, which was decided to be no code`);
}
