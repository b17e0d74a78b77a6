/** From a paragraph to the figures that its sentences may give, each with its reasons. */
import { readChineseNumeral, toPlainDigits } from '@rapporteur/domain';
import { assignPeriods, beside, listsOf } from './assign-periods.js';
import { findCounts } from './counts.js';
import { readActs, readCell, type ReadAct } from './find-act.js';
import { findNoun } from './find-noun.js';
import { newMemory, type Found, type Memory } from './found.js';
import type { Lexicon } from './lexicon.js';
import { findPeriods, type FoundPeriod } from './periods.js';
import { isFlow, stocks } from './readings.js';
import { splitSentences } from './sentences.js';
import { shift, type Span } from './span.js';
import { readTables } from './tables.js';
import { toProposal, type FigureProposal } from './to-proposal.js';

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
  Object.assign(memory, { ...newMemory(), last: memory.last, written: memory.written, years: memory.years });
  for (const sentence of splitSentences(text, start, end))
    yield readSentence(toPlain(text.slice(sentence.start, sentence.end)), lexicon, memory).map(
      (proposal) => ({
        ...shift(proposal, sentence.start),
        reasons: proposal.reasons.map((reason) => shift(reason, sentence.start)),
      }),
    );
}

/** A year in Chinese characters, as letters of the mainland have it: 二〇〇八年. */
const chineseYear = /[一二][〇零○一二三四五六七八九]{3}(?=\s*年)/gu;

/** Digits that the rules know, at the same places. */
const toPlain = (sentence: string): string =>
  toPlainDigits(sentence).replace(chineseYear, (year) =>
    String(readChineseNumeral(year.replaceAll('○', '〇')) ?? year),
  );

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
  const years = periods.filter(({ isPoint, period }) => isPoint && /^\d{4}$/.test(period));
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

function readSentence(text: string, lexicon: Lexicon, memory: Memory): FigureProposal[] {
  const { periods, others } = findPeriods(text, lexicon.periods, memory.last, memory.written);
  const label = /^\s*(?:§\s*|[([（])?\d{1,3}\s*[.)\]）．、–—-]/u.exec(text)?.[0].length ?? 0;
  const counts = findCounts(text, lexicon, [...periods, ...others, { start: 0, end: label }]);
  const [nouns, acts] = [lexicon.nounsIn(text), lexicon.actsIn(text)];
  const breakdowns = lexicon.breakdownsIn(text);
  const found: Found = { text, lexicon, counts, nouns, acts, breakdowns, periods };
  const before = memory.noun;
  memory.noun = undefined;
  const cells = new Map(readTables(text, counts, periods, found).map((cell) => [cell.count, cell]));
  const own = counts.filter((count) => !cells.has(count));
  const periodOf = assignPeriods(text, own, periods, yearsAgain(text, lexicon, memory));
  const isNow = nowIn(text, lexicon, periods);
  const lists = listsOf(text, own);
  const proposals = counts.flatMap((count) => {
    const cell = cells.get(count);
    const list = lists.find((one) => one.includes(count)) ?? [count];
    const noun = cell?.noun ?? findNoun(found, count, list, before, memory);
    const known = noun ?? (cell?.act && { ...cell.act, is: 'person' as const });
    if (!known) return [];
    memory.noun = known;
    const own = cell?.act && readCell(known, cell.act);
    const reads = own ? [own] : readActs(found, count, known, memory);
    const [read] = reads;
    if (!read || (count.only && !isToldOnce(read, periodOf.get(count)))) return [];
    if (read.act) memory.act = read.act;
    memory.reading = { indicator: read.reading.indicator, noun: known.is };
    memory.count = count;
    const carried = count.value !== null && isFlow(read.reading.indicator) ? memory.period : undefined;
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
