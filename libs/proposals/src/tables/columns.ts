/** The columns of a table whose head is a line of words, and the act of a list. */
import type { Act, Noun } from '../language.js';
import type { Term } from '../lexicon.js';
import { readIndicator } from '../readings.js';
import { gapOf } from '../span.js';

/** What the head of a column, or the name of a row, says. */
export interface Head {
  readonly noun: Term<Noun> | undefined;
  readonly act: Term<Act> | undefined;
}

/** What is said nearest to a noun and means something with it; of acts that mean nothing with it the last. */
export const actOf = (noun: Term<Noun> | undefined, acts: readonly Term<Act>[]): Term<Act> | undefined =>
  (noun &&
    acts
      .filter(({ is }) => is !== 'specialise' && is !== 'coordinate' && readIndicator(noun.is, is))
      .sort((a, b) => gapOf(a, noun) - gapOf(b, noun))[0]) ??
  acts.at(-1);

/** Columns that strokes part; undefined where there are none. */
export function partedColumns(
  text: string,
  head: { start: number; end: number },
  nouns: readonly Term<Noun>[],
  acts: readonly Term<Act>[],
): Head[] | undefined {
  const strokes = [...text.slice(head.start, head.end).matchAll(/[|｜\t]/gu)].map(
    ({ index }) => head.start + index,
  );
  if (strokes.length === 0) return undefined;
  return strokes
    .map((from, i) => {
      const isIn = ({ start, end }: { start: number; end: number }) =>
        start >= from && end <= (strokes[i + 1] ?? head.end);
      return { noun: nouns.findLast(isIn), act: acts.find(isIn) };
    })
    .filter(({ noun, act }) => noun ?? act);
}

/** Nouns and acts in their order, a noun and an act that stand together as one column. */
export function columnsOf(nouns: readonly Term<Noun>[], acts: readonly Term<Act>[]): Head[] {
  const all = [
    ...nouns.map((noun) => ({ noun, act: undefined as Term<Act> | undefined, at: noun })),
    ...acts.map((act) => ({ noun: undefined as Term<Noun> | undefined, act, at: act })),
  ].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const columns: (Head & { end: number })[] = [];
  for (const { noun, act, at } of all) {
    const last = columns.at(-1);
    // Of two acts that one word may be the first counts.
    if (act && last?.act?.start === act.start) continue;
    const fits = last && at.start - last.end <= 3 && ((noun && !last.noun) || (act && !last.act));
    if (fits)
      columns[columns.length - 1] = {
        noun: last.noun ?? noun,
        act: last.act ?? act,
        end: Math.max(last.end, at.end),
      };
    else columns.push({ noun, act, end: at.end });
  }
  return columns;
}
