/** What happened to what a number counts: the act near it, and what both mean together. */
import type { Count } from './counts.js';
import type { Found, Memory } from './found.js';
import type { Act, Noun } from './language.js';
import type { Term } from './lexicon.js';
import { isBreakdown, mayBePart, readIndicator, secondReading, type Reading } from './readings.js';
import type { Span } from './span.js';
import { reachOfActs, weighActs } from './weigh-acts.js';

export interface ReadAct {
  readonly reading: Reading;
  readonly act: Term<Act> | undefined;
  readonly isNear: boolean;
}

export function readCell(noun: Term<Noun>, act: Term<Act>): ReadAct | undefined {
  const reading = readIndicator(noun.is, act.is);
  return reading && { reading, act, isNear: true };
}

/**
 * What a number may be, best first: by the act that fits best, near to number and noun with no other number between; and by
 * the next best, where that is nearly as near or the first is not sure.
 */
export function readActs(found: Found, count: Count, noun: Term<Noun>, memory: Memory): ReadAct[] {
  const {
    text,
    lexicon: { partOf },
  } = found;
  const { act: last, count: before, reading: lastReading } = memory;
  const far = reachOfActs(found);
  const near = weighActs(found, count, noun, memory);
  const isOfLast = lastReading && mayBePart(noun.is, lastReading.noun, lastReading.indicator);
  const carriedOn: Reading | undefined = isOfLast
    ? { indicator: lastReading.indicator, weight: partWeight }
    : undefined;
  const isUnsure = lastReading?.isUnsure === true && found.lexicon.splits !== undefined;
  const part = isPart(text, before, count, partOf) ? carriedOn : undefined;
  if (near[0]?.act.is === 'acquit') return [];
  if (noun.is === 'call' && isOnTrafficking(found, count, noun)) return onTrafficking;
  const read: (ReadAct & { away: number; isOwn: boolean })[] = [];
  for (const { act, away } of near) {
    // Of what there is no number is said in the same clause.
    if (count.value === null && !isSameClause(text, act, count)) continue;
    const isOwn =
      act.start >= (before?.end ?? 0) &&
      !/[,;،؛，；。]/.test(text.slice(Math.min(act.end, count.end), Math.max(act.start, count.start)));
    if (part && !isOwn) continue;
    // "Nobody has made use of it" is of no unit.
    if (vague.includes(act.is) && !count.value) continue;
    // That somebody was exploited tells less than what was done about it.
    if (act.is === 'exploit' && ((isOfLast && count.value !== null) || read.length > 0)) continue;
    if (act.is === 'acquit' && read.length === 0 && isOwn) return [{ reading: none, act, isNear: true }];
    const reading =
      readIndicator(noun.is, act.is) ?? (found.lexicon.splits ? ofPeople(noun, count, act) : undefined);
    if (reading && !read.some((one) => one.reading.indicator === reading.indicator))
      read.push({ reading, act, isNear: away < far / 3, away, isOwn });
  }
  if (read.length > 1 && read[0]!.act?.is === 'exploit') read.shift();
  const split =
    (found.isSplit || memory.total !== undefined) && !read.some(({ isOwn }) => isOwn) ? carriedOn : undefined;
  if (split)
    return [{ reading: split, act: undefined, isNear: true }, ...secondOf({ reading: split }, isUnsure)];
  if (part && read.length === 0)
    return [{ reading: part, act: undefined, isNear: true }, ...secondOf({ reading: part }, isUnsure)];
  // "54 magistrates of the staff" in an enumeration of people who were trained.
  const isVague =
    read[0]?.act && vague.includes(read[0].act.is) && before && last && !vague.includes(last.is);
  const goneOn = isVague ? readIndicator(noun.is, last.is) : undefined;
  if (goneOn) return [{ reading: goneOn, act: last, isNear: true }];
  if (read.length > 0) {
    const [first, second] = read as [(typeof read)[0], (typeof read)[0]?];
    const isAsLikely = second && second.away - first.away < far * closeness && (second.isOwn || !first.isOwn);
    if (isAsLikely) return [first, lower(second)];
    return [first, ...secondOf(first, first.reading.weight < 1 || !first.isNear)];
  }
  return readWithoutActs(found, count, noun, memory, { carriedOn, isUnsure });
}

/** What a number may be that no act is near: by its noun alone, by what was said before it, or by the heading above. */
function readWithoutActs(
  found: Found,
  count: Count,
  noun: Term<Noun>,
  memory: Memory,
  { carriedOn, isUnsure }: { readonly carriedOn: Reading | undefined; readonly isUnsure: boolean },
): ReadAct[] {
  const { act: last } = memory;
  const alone =
    readIndicator(noun.is, null) ??
    (count.value === null && isBreakdown(noun.is) ? readIndicator('victim', 'identify') : undefined);
  const carried = (last && readIndicator(noun.is, last.is)) ?? (isBreakdown(noun.is) ? carriedOn : undefined);
  const above = memory.section?.acts
    .map((act) => readIndicator(noun.is, act.is))
    .find((reading) => reading !== undefined && reading.weight >= (alone?.weight ?? 0));
  if (above && !carried) return [{ reading: above, act: undefined, isNear: true }];
  const isCarried = carried && (!alone || (alone.weight < carried.weight && count.value !== null));
  const best =
    (isCarried ? carried : alone) ?? (count.value === null ? undefined : ofGroup(found, count, noun, memory));
  const toldBefore = best === alone ? (ofCases(noun, memory) ?? ofVictims(noun, memory)) : undefined;
  if (toldBefore) {
    const other = alone && alone.indicator !== toldBefore.indicator ? [alone] : [];
    return [toldBefore, ...other].map((reading) => ({ reading, act: undefined, isNear: false }));
  }
  return best
    ? [
        { reading: best, act: undefined, isNear: false },
        ...secondOf({ reading: best }, best !== carriedOn || isUnsure),
      ]
    : [];
}

/** Cases of which nothing is said are those that were told of before. */
const ofCases = ({ is }: Term<Noun>, { cases }: Memory): Reading | undefined =>
  is === 'case' && cases?.indicator === 'cases-investigated'
    ? { indicator: cases.indicator, weight: partWeight }
    : undefined;

/** Victims of whom nothing is said, and women, men and children, are those that were told of before. */
const ofVictims = ({ is }: Term<Noun>, { victims }: Memory): Reading | undefined =>
  victims && (is === 'victim' || isBreakdown(is))
    ? { indicator: victims.indicator, weight: partWeight }
    : undefined;

/** "There were three arrests. Charges were put to two of them": people, where arrests were counted before. */
const ofPeople = ({ is, start }: Term<Noun>, count: Span, act: Term<Act>): Reading | undefined =>
  start === count.start && events.includes(is) ? readIndicator('person', act.is) : undefined;
const events: readonly Noun[] = ['arrest', 'prosecution', 'conviction', 'investigation', 'case'];

/** Those who were acquitted are none of ours. */
const none: Reading = { indicator: '', weight: 0 };

const isSameClause = (text: string, a: Span, b: Span): boolean =>
  !/[;:.；：。؛]/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));

/** "In none of which trafficking was raised": of calls that were counted before. */
function isOnTrafficking(
  { text, lexicon: { trafficking } }: Found,
  { start, end, value }: Count,
  noun: Span,
): boolean {
  if (!trafficking || (noun.start !== start && value !== null && noun.end <= start)) return false;
  if (noun.start > end && value !== null) return false;
  const after = text.slice(end, end + 80).split(/[,;:.\d]/u, 1)[0]!;
  const ahead = text
    .slice(Math.max(0, start - 60), start)
    .split(/[,;:.\d]/u)
    .at(-1)!;
  return after.search(trafficking) >= 0 || ahead.search(trafficking) >= 0;
}

const onTrafficking: ReadAct[] = [
  { reading: { indicator: 'hotline-calls-on-trafficking', weight: 0.8 }, act: undefined, isNear: true },
  { reading: { indicator: 'hotline-calls', weight: 0.4 }, act: undefined, isNear: true },
];

/** "Among the suspects of 2013, seven women": what suspects were counted as before. */
function ofGroup(
  { nouns, lexicon }: Found,
  count: Count,
  { is }: Term<Noun>,
  { seenNouns, earlier }: Memory,
): Reading | undefined {
  if (!lexicon.splits) return undefined;
  const known = nouns
    .filter(({ end }) => end <= count.start)
    .flatMap((one) => (one.is === is ? [] : (seenNouns.get(one.is) ?? [])))
    .at(-1);
  const counted = known ?? (isBreakdown(is) ? earlier : undefined);
  return counted && mayBePart(is, counted.noun, counted.indicator)
    ? { indicator: counted.indicator, weight: partWeight * 0.7 }
    : undefined;
}

/** These are said of much. */
const vague: readonly Act[] = ['specialise', 'coordinate'];

/** How sure it is that a part of a number counts the same. */
const partWeight = 0.8;

/** How much farther than the best act the next may stand to be proposed as well, as a part of how far an act may stand. */
const closeness = 0.2;

const lower = (one: ReadAct): ReadAct => ({
  ...one,
  reading: { ...one.reading, weight: one.reading.weight * 0.6 },
});

function secondOf({ reading }: Pick<ReadAct, 'reading'>, isUnsure: boolean): ReadAct[] {
  const second = isUnsure ? secondReading(reading) : undefined;
  return second ? [{ reading: second, act: undefined, isNear: false }] : [];
}

/** "29 persons were arrested, of whom eleven were women": the second number is of those of the first. */
function isPart(text: string, before: Span | undefined, count: Span, partOf: RegExp | undefined): boolean {
  if (!partOf) return false;
  const pattern = new RegExp(partOf.source, 'iu');
  return (
    pattern.test(text.slice(before?.end ?? 0, count.start)) ||
    /^[^,;:.،؛，；。\d]{0,30}$/u.test(text.slice(count.end).split(pattern, 1)[0]!)
  );
}
