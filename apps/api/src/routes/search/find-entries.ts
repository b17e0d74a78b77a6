/** Finds what a typed text may mean: by code, by a name in any of the languages, by a part of one, or with slips. */
import { distanceWithin, mistakesAllowed, wordsOf } from '@rapporteur/names';

/** Something that can be found, by any of its texts. */
export interface Entry<T> {
  readonly found: T;
  readonly texts: readonly string[];
  /** Whether there are data on it: those come first among equals. */
  readonly hasData: boolean;
}

/** How an entry was found: the whole of a code or name; its beginning; the beginning of a word of it; a part; with slips. */
export const matches = ['whole', 'beginning', 'word', 'part', 'close'] as const;
export type Match = (typeof matches)[number];

export interface Hit<T> {
  readonly found: T;
  /** The text that was found. */
  readonly text: string;
  readonly match: Match;
}

/** Words as names are compared, with one blank between them. */
const fold = (text: string): string => wordsOf(text).join(' ');

function matchOf(typed: string, text: string): Match | undefined {
  if (text === typed) return 'whole';
  if (text.startsWith(typed)) return 'beginning';
  if (text.includes(` ${typed}`)) return 'word';
  return text.includes(typed) ? 'part' : undefined;
}

/** Runs of words of a text, as many as were typed, and a word more or less: what a text with slips is compared with. */
function runsOf(text: string, count: number): string[] {
  const words = text.split(' ');
  return [count - 1, count, count + 1].flatMap((n) =>
    n < 1
      ? []
      : words.slice(0, Math.max(0, words.length - n + 1)).map((_, i) => words.slice(i, i + n).join(' ')),
  );
}

/** The fewest mistakes that lead from what was typed to a part of the text; Infinity where they are too many. */
function mistakesOf(typed: string, text: string, allowed: number): number {
  const runs = runsOf(text, typed.split(' ').length);
  const least = Math.min(Infinity, ...runs.map((run) => distanceWithin(typed, run, allowed)));
  return least <= allowed ? least : Infinity;
}

/**
 * In: the entries and what was typed. Out: those that it may mean, the likeliest first; slips are looked for only where
 * nothing is found without.
 */
export function findEntries<T>(entries: readonly Entry<T>[], written: string): Hit<T>[] {
  const typed = fold(written);
  if (typed === '') return [];
  const folded = entries.map((entry) => ({
    entry,
    texts: entry.texts.map((text) => [text, fold(text)] as const),
  }));
  const direct = folded.flatMap(({ entry, texts }) => {
    const ranked = texts.flatMap(([text, key]) => {
      const match = matchOf(typed, key);
      return match ? [{ entry, text, match, rank: matches.indexOf(match) * 1000 + key.length }] : [];
    });
    return best(ranked);
  });
  return (direct.length > 0 ? direct : findClose(folded, typed))
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ entry, text, match }) => ({ found: entry.found, text, match }));
}

interface Ranked<T> {
  readonly entry: Entry<T>;
  readonly text: string;
  readonly match: Match;
  readonly rank: number;
}

/** Of two that are found alike, the one with data; of these, the shorter text. */
const rankOf = <T>({ entry, match, rank }: Ranked<T>) =>
  (matches.indexOf(match) * 2 + (entry.hasData ? 0 : 1)) * 1_000_000 + rank;

const best = <T>(ranked: readonly Ranked<T>[]): Ranked<T>[] =>
  ranked.length === 0 ? [] : [ranked.reduce((a, b) => (b.rank < a.rank ? b : a))];

function findClose<T>(
  folded: readonly { entry: Entry<T>; texts: readonly (readonly [text: string, key: string])[] }[],
  typed: string,
): Ranked<T>[] {
  const allowed = mistakesAllowed(typed);
  if (allowed === 0) return [];
  return folded.flatMap(({ entry, texts }) =>
    best(
      texts.flatMap(([text, key]) => {
        const mistakes = mistakesOf(typed, key, allowed);
        return mistakes === Infinity
          ? []
          : [{ entry, text, match: 'close' as const, rank: mistakes * 1000 + key.length }];
      }),
    ),
  );
}
