/** Keeps the words that rows of a file wait for, each once with some of its rows, and what these rows say for certain. */
import { kindOfBreakdown, wordKey } from '@rapporteur/domain';
import type { UnknownWord } from './find-word.js';
import { shorten, sizeOf } from './keep-refused.js';
import type { KnownPart } from './map-row.js';

/** A row as a person sees it beside a word that it waits for. */
export interface SampleRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface WaitingWord {
  readonly dimension: string;
  /** As it is written in the first row that has it. */
  readonly word: string;
  readonly column: string;
  /** The code that its first row itself speaks for. */
  readonly hint: string | null;
  readonly rows: number;
  /** The first rows that have it, three at most; fewer where those of other words have used all the space. */
  readonly samples: readonly SampleRow[];
}

/** The figure of a reply whose cell may be one that a row waits to fill. */
export type Figure = Required<Omit<KnownPart, 'respondent' | 'indicator'>> & {
  readonly respondent: string;
  readonly indicator: string;
};

export interface WaitingRows {
  readonly count: number;
  readonly words: readonly WaitingWord[];
  /** How often a row waits for a word that is not kept, since the file has too many of them. */
  readonly notKept: number;
  /** Whether one of the rows may turn out to be this figure. */
  mayBe(figure: Figure): boolean;
  add(row: SampleRow, waitsFor: readonly UnknownWord[], known: KnownPart): void;
}

/** Limits: distinct words, rows shown of each, bytes of all these rows; what distinct rows say for certain. */
export const waitingLimits = { words: 10_000, samples: 3, bytes: 16 * 1024 ** 2, parts: 100_000 };

interface Counted extends Omit<WaitingWord, 'rows' | 'samples'> {
  rows: number;
  readonly samples: SampleRow[];
}

export function makeWaitingRows(): WaitingRows {
  const words = new Map<string, Counted>();
  const parts = makeParts();
  let [count, notKept, bytes] = [0, 0, 0];
  const find = ({ dimension, word, column, hint }: UnknownWord): Counted | undefined => {
    const key = wordKey(dimension, word);
    const found = words.get(key);
    if (found || words.size === waitingLimits.words) return found;
    const made: Counted = { dimension, word, column, hint: hint ?? null, rows: 0, samples: [] };
    words.set(key, made);
    return made;
  };
  return {
    get count() {
      return count;
    },
    get words() {
      return [...words.values()];
    },
    get notKept() {
      return notKept;
    },
    mayBe: parts.mayBe,
    add({ row, cells }, waitsFor, known) {
      count += 1;
      parts.add(waitsFor, known);
      const own = new Set(waitsFor.map(find));
      for (const word of own) {
        if (!word) notKept += 1;
        else word.rows += 1;
        if (!word || word.samples.length === waitingLimits.samples || bytes >= waitingLimits.bytes) continue;
        const short = shorten(cells);
        bytes += sizeOf(short);
        word.samples.push({ row, cells: short });
      }
    },
  };
}

/** What rows say for certain: each distinct part once; where there are too many, every figure may be one of them. */
function makeParts() {
  const byKey = new Map<string, Map<string, { known: [string, string][]; open: Set<string> }>>();
  let size = 0;
  const keyOf = (respondent = '', indicator = '', period: string) => `${respondent} ${indicator} ${period}`;
  return {
    add(waitsFor: readonly UnknownWord[], { respondent, indicator, period, breakdown }: KnownPart): void {
      if (size === waitingLimits.parts) return;
      const key = keyOf(respondent, indicator, period);
      const known = Object.entries(breakdown);
      const open = waitsFor.map(({ dimension }) => dimension).sort();
      const own = byKey.get(key) ?? new Map();
      byKey.set(key, own);
      const text = JSON.stringify([known, open]);
      if (own.has(text)) return;
      own.set(text, { known, open: new Set(open) });
      size += 1;
    },
    mayBe({ respondent, indicator, period, breakdown }: Figure): boolean {
      if (size === waitingLimits.parts) return true;
      const keys = [respondent, ''].flatMap((r) => [indicator, ''].map((i) => keyOf(r, i, period)));
      return keys.some((key) =>
        [...(byKey.get(key)?.values() ?? [])].some(
          ({ known, open }) =>
            known.every(([dimension, code]) => breakdown[dimension] === code) &&
            Object.keys(breakdown).every(
              (dimension) =>
                open.has(dimension) ||
                open.has(kindOfBreakdown) ||
                known.some(([name]) => name === dimension),
            ),
        ),
      );
    },
  };
}
