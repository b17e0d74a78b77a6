/** What is in a sentence before it is known what its numbers count: numbers, nouns, acts, periods, and the cells of a table. */
import { findCounts, type Count } from './counts.js';
import type { Found, Memory } from './found.js';
import { readGrid } from './tables/grid.js';
import type { Act, Noun } from './language.js';
import type { Lexicon, Term } from './lexicon.js';
import { isInName } from './nouns/of-others.js';
import { recall } from './nouns/totals.js';
import { isOtherRow } from './nouns/unrelated.js';
import { withReported } from './periods/carried-period.js';
import type { FoundPeriod } from './periods/found-period.js';
import { findPeriods } from './periods/periods.js';
import { withOpening } from './periods/since.js';
import type { Cell } from './tables/tables.js';
import type { Unit } from './units.js';

/** "2 VICTIMS": a heading in capitals with its number. */
const capitals = /^\s*\d{1,2}\s+(?=\p{Lu}{3})[\p{Lu}\s,’'-]+$/u;

/** The cells of a table; parts of what is counted, "under 18", are of what the words above it say, or were counted before it. */
function gridOf(
  text: string,
  numbers: readonly Count[],
  periods: readonly FoundPeriod[],
  { breakdowns, ...terms }: Pick<Found, 'nouns' | 'acts' | 'breakdowns'>,
  memory: Memory,
): Cell[] {
  const { section, earlier } = memory;
  if (!memory.reading && earlier && breakdowns.length > 0 && !section?.acts.length)
    recall(memory, earlier, { start: 0, end: 0 });
  const whole = section?.nouns[0]?.is ?? memory.reading?.noun;
  return readGrid(text, numbers, periods, { ...terms, parts: breakdowns, whole, section });
}

/** Appeals to a telephone line are calls; others are reports of cases. */
function readAppeal(noun: Term<Noun>, acts: readonly Term<Act>[], { section, isOfLine }: Memory): Term<Noun> {
  if (noun.is !== 'appeal') return noun;
  const isCall = isOfLine || [...acts, ...(section?.acts ?? [])].some(({ is }) => is === 'call');
  return Object.assign({}, noun, { is: isCall ? 'call' : 'case' });
}

/** A sentence, or a table, and whether it is the first of its lines. */
export type Sentence = Unit & { readonly isFirst: boolean };

/** What is in a sentence, and how long the number is that it begins with; the cells of its table, where it is one. */
export function findIn(text: string, lexicon: Lexicon, memory: Memory, unit: Sentence) {
  const { last, written, fiscal } = memory;
  const { periods: named, others } = findPeriods(text, lexicon.periods, last, written, fiscal);
  const periods = withOpening(
    text,
    withReported(text, named, lexicon, memory),
    lexicon.periods,
    memory.opened,
  );
  const label = capitals.test(text) ? text.length : (lexicon.label.exec(text)?.[0].length ?? 0);
  const numbers = findCounts(text, lexicon, [...periods, ...others, { start: 0, end: label }]);
  const acts = lexicon.actsIn(text);
  const nouns = lexicon
    .nounsIn(text)
    .filter((one) => unit.isTable || !isInName(text, one))
    .map((noun) => readAppeal(noun, acts, memory));
  const breakdowns = lexicon.breakdownsIn(text);
  const cells = unit.isTable ? gridOf(text, numbers, periods, { nouns, acts, breakdowns }, memory) : [];
  const grid = cells.filter(({ count }) => !isOtherRow(text, lexicon, count));
  const counts = grid.length > 0 ? grid.map(({ count }) => count) : numbers;
  const begins = text.slice(label, label + 50).trimStart();
  const isSplit = lexicon.splits !== undefined && begins.search(lexicon.splits) === 0;
  const found: Found = { text, lexicon, counts, nouns, acts, breakdowns, periods, isSplit };
  return { found, label, grid };
}
