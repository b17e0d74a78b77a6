/** From a paragraph to the figures that its sentences may give, each with its reasons. */
import { readChineseNumeral, toPlainDigits } from '@rapporteur/domain';
import { assignPeriods, beside, listsOf } from './periods/assign-periods.js';
import { findCounts } from './counts.js';
import { readActs, readCell, type ReadAct } from './find-act.js';
import { findNoun } from './find-noun.js';
import { newMemory, type Found, type Memory } from './found.js';
import type { Act, Noun } from './language.js';
import type { Lexicon, Term } from './lexicon.js';
import type { FoundPeriod } from './periods/found-period.js';
import { findPeriods } from './periods/periods.js';
import { isFlow, readIndicator, stocks } from './readings.js';
import { splitSentences } from './sentences.js';
import { shift, type Span } from './span.js';
import { readGrid } from './grid.js';
import { readHeading } from './headings.js';
import { readTables } from './tables.js';
import { toProposal, type FigureProposal } from './to-proposal.js';
import { unitsOf, type Unit } from './units.js';

/**
 * In: the whole text, a paragraph of it, the words of its language, and what carries over. Yields the proposals of each
 * sentence, in the order of the text.
 */
export function* proposeFigures(
  text: string,
  { start, end }: Span,
  lexicon: Lexicon,
  memory: Memory = newMemory(),
): Generator<FigureProposal[], void> {
  const { last, written, fiscal, years, section: above } = memory;
  Object.assign(memory, newMemory(), { last, written, fiscal, years, section: above });
  for (const unit of unitsOf(text, start, end)) {
    // What a heading says of the time holds for its list, and for the paragraph right below it.
    if (!unit.goesOn && memory.section?.isUsed) memory.section = { ...memory.section, period: undefined };
    const { section } = memory;
    const sentences = unit.isTable ? [unit] : afterLabel(text, unit, lexicon);
    for (const sentence of sentences)
      yield readSentence(toPlain(text.slice(sentence.start, sentence.end)), lexicon, memory, unit).map(
        (proposal) => ({
          ...shift(proposal, sentence.start),
          reasons: proposal.reasons.map((reason) => shift(reason, sentence.start)),
        }),
      );
    if (section && memory.section === section && !unit.goesOn) memory.section = { ...section, isUsed: true };
  }
}

/** The sentences of a unit; the number that it begins with is none of its own. */
function afterLabel(text: string, { start, end }: Unit, { label }: Lexicon): Span[] {
  const [first, second, ...others] = splitSentences(text, start, end);
  const isLabel = first && second && label.exec(toPlainDigits(text.slice(first.start, first.end)).trimEnd());
  if (!isLabel || isLabel[0].length < text.slice(first.start, first.end).trimEnd().length)
    return [first, second, ...others].flatMap((one) => one ?? []);
  return [{ start: first.start, end: second.end }, ...others];
}

/** A year in Chinese characters, as letters of the mainland have it: 二〇〇八年. */
const chineseYear = /[一二][〇零○一二三四五六七八九]{3}(?=\s*年)/gu;

/** Digits that the rules know, at the same places. */
const toPlain = (sentence: string): string =>
  toPlainDigits(sentence).replace(chineseYear, (year) =>
    String(readChineseNumeral(year.replaceAll('○', '〇')) ?? year),
  );

/** A row or column that names no noun, "convicted", counts the people of whom it is said. */
const peopleOf = (act: Term<Act> | undefined): Term<Noun> | undefined =>
  act && readIndicator('person', act.is) ? { ...act, is: 'person' } : undefined;

/** A count of one that only an article says: where an act tells what became of it, and when. */
const isToldOnce = ({ act, isNear }: ReadAct, period: FoundPeriod | undefined): boolean =>
  act !== undefined && isNear && period !== undefined && act.is !== 'record';

/** "No convictions in 2004 or 2005": none in each of these years. */
function yearsOf(
  text: string,
  period: FoundPeriod | undefined,
  periods: readonly FoundPeriod[],
): readonly (FoundPeriod | undefined)[] {
  const list = listsOf(
    text,
    periods.filter(({ isPoint }) => isPoint),
  ).find((one) => one[0] === period);
  return list ?? [period];
}

/** The years that a sentence names apart, where it names several. */
function yearsNamed(periods: readonly FoundPeriod[]): readonly FoundPeriod[] | undefined {
  const years = periods.filter(
    ({ isPoint, isPair, period }) => (isPoint && /^\d{4}$/.test(period)) || isPair,
  );
  const apart = years.filter(({ period }, i) => years.findIndex((one) => one.period === period) === i);
  return apart.length > 1 ? apart.sort((a, b) => a.period.localeCompare(b.period)) : undefined;
}

/** "In those three years": the years that were named last, at the words that repeat them. */
function yearsAgain(text: string, { periods: { theseYears } }: Lexicon, { years }: Memory): FoundPeriod[] {
  const match = theseYears && years.length > 1 ? [...text.matchAll(theseYears)][0] : undefined;
  if (!match) return [];
  const place = { start: match.index, end: match.index + match[0].length };
  return years.map((one) => Object.assign({}, one, place));
}

/** Whether words such as "to date" say, in the clause of a number, that it is of no period. */
function nowIn(text: string, { periods: { now } }: Lexicon, periods: readonly FoundPeriod[]) {
  const said = now && periods.length === 0 ? [...text.matchAll(now)] : [];
  return ({ start, end }: Span): boolean =>
    said.some(
      ({ 0: words, index }) =>
        !/[;:；：؛]/u.test(text.slice(Math.min(end, index + words.length), Math.max(start, index))),
    );
}

function readSentence(text: string, lexicon: Lexicon, memory: Memory, unit: Unit): FigureProposal[] {
  const { periods, others } = findPeriods(text, lexicon.periods, memory.last, memory.written, memory.fiscal);
  const label = lexicon.label.exec(text)?.[0].length ?? 0;
  const numbers = findCounts(text, lexicon, [...periods, ...others, { start: 0, end: label }]);
  const [nouns, acts] = [lexicon.nounsIn(text), lexicon.actsIn(text)];
  const breakdowns = lexicon.breakdownsIn(text);
  const grid = unit.isTable ? readGrid(text, numbers, periods, { nouns, acts }) : [];
  const counts = grid.length > 0 ? grid.map(({ count }) => count) : numbers;
  const found: Found = { text, lexicon, counts, nouns, acts, breakdowns, periods };
  readHeading(found, unit, label, memory);
  const before = memory.noun;
  memory.noun = undefined;
  const table = grid.length > 0 ? grid : readTables(text, counts, periods, found);
  const cells = new Map(table.map((cell) => [cell.count, cell]));
  const own = counts.filter((count) => !cells.has(count));
  const periodOf = assignPeriods(text, own, periods, yearsAgain(text, lexicon, memory));
  const isNow = nowIn(text, lexicon, periods);
  const lists = listsOf(text, own);
  const proposals = counts.flatMap((count) => {
    const cell = cells.get(count);
    const list = lists.find((one) => one.includes(count)) ?? [count];
    const known = cell?.noun ?? peopleOf(cell?.act) ?? findNoun(found, count, list, before, memory);
    if (!known) return [];
    memory.noun = known;
    const own = cell?.act && readCell(known, cell.act);
    const reads = own ? [own] : readActs(found, count, known, memory);
    const [read] = reads;
    if (!read || (count.only && !isToldOnce(read, periodOf.get(count)))) return [];
    if (read.act) memory.act = read.act;
    memory.reading = { indicator: read.reading.indicator, noun: known.is };
    memory.count = count;
    const carried =
      count.value !== null && isFlow(read.reading.indicator)
        ? (memory.period ?? memory.section?.period)
        : undefined;
    const isStock = stocks.test(read.reading.indicator);
    const period =
      cell?.period ??
      (isStock
        ? beside(text, count, periods)
        : (periodOf.get(count) ?? (isNow(count) ? undefined : carried)));
    const all = count.value === 0 ? yearsOf(text, period, periods) : [period];
    return reads.flatMap((one) => all.map((each) => toProposal(found, count, known, one, each)));
  });
  memory.noun ??= nouns.at(-1);
  memory.count = undefined;
  memory.period = periods.findLast(({ isOther }) => !isOther) ?? memory.period;
  memory.last = memory.period ?? memory.last;
  memory.years = yearsNamed(periods) ?? memory.years;
  return proposals;
}
