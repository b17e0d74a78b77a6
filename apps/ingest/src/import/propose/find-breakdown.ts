/** Finds by which columns of a table figures are broken down, and what their words mean; what is not known is left to wait. */
import { dimensions } from '@rapporteur/domain';
import { findNationality } from '@rapporteur/names';
import { quote } from '../kinds/unreadable-file.js';
import { follows, respondentOf, shareOf, type Column } from './column.js';
import type { Doubt } from './find-roles.js';
import { maySayGrownUps, saysGirlsOrBoys, saysTotal, type KnownWords } from './known-words.js';

type Words = Record<string, string | null>;
export interface ProposedChoice {
  readonly dimension?: string;
  readonly words: Words;
  readonly respondents?: true;
}
export type ProposedPart =
  | (ProposedChoice & { readonly columns: string[] })
  | {
      readonly columns: string[];
      readonly chosenBy: string[];
      readonly choices: Record<string, ProposedChoice>;
    };

export interface FoundBreakdown {
  readonly parts: readonly ProposedPart[];
  readonly columns: readonly Column[];
  readonly doubts: readonly Doubt[];
}

interface Given {
  readonly who: readonly Column[];
  readonly rows: readonly number[];
  readonly known: KnownWords;
}

const isOfRespondents = (dimension: string) => dimensions.some((d) => d.code === dimension && d.respondents);
const isCountry = (word: string) => {
  const found = respondentOf(word);
  return found ? found.match !== 'code' : findNationality(word).kind === 'exact';
};

/** In: the columns that have no other role, and the table. Out: the breakdown of a mapping, and the columns that it reads. */
export function findBreakdown(columns: readonly Column[], given: Given): FoundBreakdown {
  const parts: ProposedPart[] = [];
  const used: Column[] = [];
  const doubts: Doubt[] = [];
  const chosen = findChosen(columns, given);
  if (chosen) {
    parts.push(chosen.part);
    used.push(chosen.column, chosen.chooser);
  }
  const taken = new Set<string>();
  for (const column of columns.filter((one) => !used.includes(one))) {
    const named = given.known.dimension(column.name);
    const dimension = named ?? guessDimension(column, given);
    if (dimension === undefined || column.words.size > 5000) continue;
    if (taken.has(dimension)) {
      doubts.push(
        `breakdown: ${quote(column.name)} looks like ${quote(dimension)} too, and is not read. If it says the same in other words leave it out; if not, name its dimension.`,
      );
      used.push(column);
      continue;
    }
    taken.add(dimension);
    if (named === undefined)
      doubts.push(
        `breakdown: ${quote(column.name)} is taken for ${quote(dimension)} because of its words, such as ${[
          ...column.words.keys(),
        ]
          .slice(0, 3)
          .map((one) => quote(one))
          .join(', ')}. Say whether it is.`,
      );
    parts.push({ columns: [column.name], ...toChoice(dimension, column.words.keys(), given.known) });
    used.push(column);
  }
  return { parts, columns: used, doubts };
}

/**
 * A choice with those words whose meaning is known; the others wait for somebody's decision. A total among what another
 * column says is broken down is one of them: it may be that of the row, or of the list.
 */
function toChoice(
  dimension: string | null,
  words: Iterable<string>,
  known: KnownWords,
  total: null | undefined = null,
): ProposedChoice {
  const found: Words = {};
  const all = [...words];
  // Where girls and boys stand beside them, "women" are not all of their sex: somebody must say what is meant.
  const waits = dimension === 'sex' && all.some(saysGirlsOrBoys) ? maySayGrownUps : () => false;
  for (const word of all.filter((one) => !waits(one))) {
    const code = saysTotal(word) ? total : dimension === null ? undefined : known.code(dimension, word);
    if (code !== undefined && word !== '__proto__') found[word] = code;
  }
  if (dimension === null) return { words: found };
  return { dimension, words: found, ...(isOfRespondents(dimension) ? { respondents: true } : {}) };
}

/** The dimension of a column by its words: of those that are not the total, most are known. */
function guessDimension(column: Column, { who, rows, known }: Given): string | undefined {
  const words = [...column.words.keys()].filter((word) => !saysTotal(word));
  if (words.length === 0) return undefined;
  // Regions are called as some origins are, and follow from who replied.
  const follow = column.words.size > 1 && follows(column, who, rows);
  const shares = dimensions.map(({ code, respondents }) => {
    if (respondents && (follow || column.words.size < 2)) return { code, share: 0 };
    const isKnown = (word: string) =>
      known.code(code, word) !== undefined || (respondents === true && isCountry(word));
    return { code, share: words.filter(isKnown).length / words.length };
  });
  // The same words may be of several dimensions, as those of two that have countries: the first, told as a doubt.
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= 0.5 ? best.code : undefined;
}

/** A column that is broken down by what another one says: "by citizenship". */
function findChosen(columns: readonly Column[], { known }: Given) {
  for (const chooser of columns) {
    if (chooser.words.size > 40 || known.dimension(chooser.name) !== undefined) continue;
    const meanings = new Map([...chooser.words.keys()].map((word) => [word, known.chooser(word)]));
    const choosing = [...meanings.values()].filter((one) => typeof one === 'string');
    if (choosing.length === 0 || shareOf(chooser, (word) => meanings.get(word) !== undefined) < 0.5) continue;
    const best = columns
      .filter((one) => one !== chooser && known.dimension(one.name) === undefined)
      .map((column) => ({ column, share: shareKnown(column, chooser, meanings, known) }))
      .sort((a, b) => b.share - a.share)[0];
    if (!best || best.share < 0.3) continue;
    return { column: best.column, chooser, part: toChosen(best.column, chooser, meanings, known) };
  }
  return undefined;
}

type Meanings = ReadonlyMap<string, string | null | undefined>;

/** The share of those rows whose word is known in the dimension that the other column says. */
function shareKnown(column: Column, chooser: Column, meanings: Meanings, known: KnownWords): number {
  let [fits, of] = [0, 0];
  const seen = new Map<string, boolean>();
  column.cells.forEach((word, row) => {
    const dimension = meanings.get(chooser.cells[row]!);
    if (typeof dimension !== 'string' || word === '') return;
    of += 1;
    const key = `${dimension}\u0000${word}`;
    if (!seen.has(key))
      seen.set(
        key,
        known.code(dimension, word) !== undefined || (isOfRespondents(dimension) && isCountry(word)),
      );
    if (seen.get(key)) fits += 1;
  });
  return of === 0 ? 0 : fits / of;
}

function toChosen(column: Column, chooser: Column, meanings: Meanings, known: KnownWords): ProposedPart {
  const words = new Map<string, Set<string>>([...meanings.keys()].map((word) => [word, new Set()]));
  column.cells.forEach((word, row) => words.get(chooser.cells[row]!)?.add(word));
  const choices = [...meanings].flatMap(([word, dimension]) =>
    dimension === undefined || word === '__proto__'
      ? []
      : [
          [
            word,
            toChoice(dimension, words.get(word)!, known, dimension === null ? null : undefined),
          ] as const,
        ],
  );
  return { columns: [column.name], chosenBy: [chooser.name], choices: Object.fromEntries(choices) };
}
