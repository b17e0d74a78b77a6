/** From a paragraph to the figures that its sentences may give, each with its reasons. */
import { readChineseNumeral, toPlainDigits } from '@rapporteur/domain';
import { assignPeriods, beside, listsOf } from './periods/assign-periods.js';
import type { Count } from './count.js';
import { readActs, readCell, type ReadAct } from './find-act.js';
import { findNoun } from './nouns/find-noun.js';
import { newMemory, type Found, type Memory } from './found.js';
import { findIn, type Sentence } from './find-in-sentence.js';
import type { Act, Noun } from './language.js';
import type { Lexicon, Term } from './lexicon.js';
import { carriedPeriod, inPlace, nowIn, yearsAgain, yearsNamed, yearsOf } from './periods/carried-period.js';
import type { FoundPeriod } from './periods/found-period.js';
import { yearOpened } from './periods/since.js';
import { readIndicator, stocks } from './readings.js';
import { splitSentences } from './sentences.js';
import { gapOf, shift, type Span } from './span.js';
import { readHeading } from './headings.js';
import { beginsWithPlace } from './nouns/places.js';
import { isUnrelated } from './nouns/unrelated.js';
import { readTables, type Cell } from './tables/tables.js';
import { toProposal, type FigureProposal } from './to-proposal.js';
import { isOfLaw, isOtherOffence } from './nouns/of-others.js';
import { ofTotal, ofWhole, recall, toldAgain, wholeOf } from './nouns/totals.js';
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
  const { last, written, fiscal, years, seen, seenNouns, title, section: above } = memory;
  const { reading, period, victims, cases, opened } = memory;
  const earlier = reading ? { ...reading, period } : memory.earlier;
  Object.assign(memory, newMemory(), {
    ...{ last, written, fiscal, years, seen, seenNouns, title, section: above, earlier },
    ...(beginsWithPlace(text.slice(start, end), lexicon.code) ? {} : { victims, cases }),
    opened,
  });
  for (const unit of unitsOf(text, start, end)) {
    // What a heading says of the time holds for its list, and for the paragraph right below it.
    if (!unit.goesOn && memory.section?.isUsed) memory.section = { ...memory.section, period: undefined };
    // Of a report on one year each entry is of that year.
    if (unit.goesOn && memory.title) memory.period = undefined;
    const { section } = memory;
    const sentences = unit.isTable ? [unit] : afterLabel(text, unit, lexicon);
    for (const sentence of sentences.filter((one) => !isMark(text, one)))
      yield readSentence(toPlain(text.slice(sentence.start, sentence.end)), lexicon, memory, {
        ...{ ...unit, isFirst: sentence === sentences[0] },
      }).map((proposal) => ({
        ...shift(proposal, sentence.start),
        reasons: proposal.reasons.map((reason) => shift(reason, sentence.start)),
      }));
    if (section && memory.section === section && !unit.goesOn) memory.section = { ...section, isUsed: true };
  }
}

/** A number alone after the end of a sentence is that of a footnote or of a page. */
const isMark = (text: string, { start, end }: Span): boolean =>
  /^\s*\d{1,3}\s*$/u.test(toPlainDigits(text.slice(start, end))) &&
  /[.。!！?？؟][”"»)）]?\s*$/u.test(text.slice(Math.max(0, start - 6), start));

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

/** Dots that lead the eye from a name to its number stand for a colon. */
const leaders = /\.{4,}|…{2,}/gu;

/** Digits that the rules know, at the same places. */
const toPlain = (sentence: string): string =>
  toPlainDigits(sentence)
    .replace(chineseYear, (year) => String(readChineseNumeral(year.replaceAll('○', '〇')) ?? year))
    .replace(leaders, (dots) => ':'.padEnd(dots.length));

/** A row or column that names no noun, "convicted", counts the people of whom it is said. */
const peopleOf = (act: Term<Act> | undefined): Term<Noun> | undefined =>
  act && readIndicator('person', act.is) ? { ...act, is: 'person' } : undefined;

/** A count of one that only an article says: where an act tells what became of it, and when. */
const isToldOnce = ({ act, isNear }: ReadAct, period: FoundPeriod | undefined): boolean =>
  act !== undefined && isNear && period !== undefined && act.is !== 'record';

/** Millions are counted of what is named at once; others are money. */
const isSum = (count: Count, noun: Span): boolean =>
  (count.value ?? 0) >= 1_000_000 && (gapOf(count, noun) > 25 || noun.start === count.start);

const ofVictims = /^victims-/;

function readSentence(text: string, lexicon: Lexicon, memory: Memory, unit: Sentence): FigureProposal[] {
  const { found, label, grid } = findIn(text, lexicon, memory, unit);
  const { counts, nouns, acts, periods } = found;
  readHeading(found, unit, label, memory, unit.isFirst);
  if (found.isSplit && !memory.reading && memory.earlier)
    recall(memory, memory.earlier, { start: 0, end: 0 });
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
    const known = nounOf(found, count, cell, list, before, memory);
    if (!known) return [];
    memory.noun = known;
    const reads = readsOf(found, count, known, cell, memory);
    const [read] = reads;
    if (!read || (count.only && !isToldOnce(read, periodOf.get(count)))) return [];
    remember(found, memory, count, known, reads);
    const { indicator } = read.reading;
    const carried = carriedPeriod(count, indicator, memory);
    const ofTable = cell && unit.isTable ? (memory.section?.period ?? memory.period) : undefined;
    const ofText = () =>
      ofTotal(memory, count, periods) ??
      periodOf.get(count) ??
      (isNow(count) || !carried ? undefined : inPlace(carried, count));
    const period =
      cell?.period ?? ofTable ?? (stocks.test(indicator) ? beside(text, count, periods) : ofText());
    if (count.value && memory.reading) {
      const told = Object.assign({ period }, memory.reading);
      memory.seen.set(count.value, told);
      memory.seenNouns.set(known.is, told);
    }
    const all = count.value === 0 ? yearsOf(text, period, periods) : [period];
    return reads.flatMap((one) => all.map((each) => toProposal(found, count, known, one, each)));
  });
  memory.noun ??= nouns.at(-1);
  memory.isOfLine = acts.some(({ is }) => is === 'call');
  memory.opened = yearOpened(text, periods, lexicon.periods) ?? memory.opened;
  Object.assign(memory, { count: undefined, total: undefined });
  memory.period = periods.findLast(({ isOther }) => !isOther) ?? memory.period;
  memory.last = memory.period ?? memory.last;
  memory.years = yearsNamed(periods) ?? memory.years;
  return proposals;
}

/** What a number counts; undefined where it counts nothing of ours, or is a total that is said again. */
function nounOf(
  found: Found,
  count: Count,
  cell: Cell | undefined,
  list: readonly Count[],
  before: Term<Noun> | undefined,
  memory: Memory,
): Term<Noun> | undefined {
  if (!cell) {
    const again = toldAgain(found, count, memory);
    const whole = again ?? wholeOf(found, count, memory);
    if (whole) recall(memory, whole, count);
    if (again) return undefined;
  }
  const named = cell?.noun ?? peopleOf(cell?.act);
  const known = named ?? ofWhole(count, findNoun(found, count, list, before, memory), memory);
  const isOther =
    !known ||
    isSum(count, known) ||
    (!cell && isOfLaw(found, count, known)) ||
    isUnrelated(found.text, found.lexicon, count) ||
    isOtherOffence(found, count, cell);
  return isOther ? undefined : known;
}

/** What a number may be read as, best first; nothing of those who were acquitted. */
function readsOf(
  found: Found,
  count: Count,
  known: Term<Noun>,
  cell: Cell | undefined,
  memory: Memory,
): ReadAct[] {
  if (cell?.act?.is === 'acquit') return [];
  const own = cell?.act && readCell(known, cell.act);
  const reads = own ? [own] : readActs(found, count, known, memory);
  return reads[0]?.act?.is === 'acquit' ? [] : reads;
}

function remember(
  { lexicon: { splits } }: Found,
  memory: Memory,
  count: Count,
  known: Term<Noun>,
  reads: readonly ReadAct[],
): void {
  const { act, reading } = reads[0]!;
  const { reading: last } = memory;
  const isUnsure = reads.length > 1 || (reading.indicator === last?.indicator && last.isUnsure === true);
  if (act) memory.act = act;
  if (count.value !== null || !splits)
    memory.reading = { indicator: reading.indicator, noun: known.is, isUnsure };
  if (ofVictims.test(reading.indicator)) memory.victims = memory.reading;
  if (known.is === 'case' && act) memory.cases = memory.reading;
  memory.count = count;
}
