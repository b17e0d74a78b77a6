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
  const part = isPart(text, before, count, partOf) ? carriedOn : undefined;
  const read: (ReadAct & { away: number; isOwn: boolean })[] = [];
  for (const { act, away } of near) {
    // Of what there is no number is said in the same clause.
    if (count.value === null && !isSameClause(text, act, count)) continue;
    const isOwn =
      act.start >= (before?.end ?? 0) &&
      !/[,;،؛，；。]/.test(text.slice(Math.min(act.end, count.end), Math.max(act.start, count.start)));
    if (part && !isOwn) continue;
    // That somebody was exploited tells less than what was done about it.
    if (act.is === 'exploit' && ((isOfLast && count.value !== null) || read.length > 0)) continue;
    const reading = readIndicator(noun.is, act.is);
    if (reading && !read.some((one) => one.reading.indicator === reading.indicator))
      read.push({ reading, act, isNear: away < far / 3, away, isOwn });
  }
  if (read.length > 1 && read[0]!.act?.is === 'exploit') read.shift();
  if (part && read.length === 0) return [{ reading: part, act: undefined, isNear: true }];
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
  const alone =
    readIndicator(noun.is, null) ??
    (count.value === null && isBreakdown(noun.is) ? readIndicator('victim', 'identify') : undefined);
  const carried = (last && readIndicator(noun.is, last.is)) ?? (isBreakdown(noun.is) ? carriedOn : undefined);
  const above = memory.section?.acts
    .map((act) => readIndicator(noun.is, act.is))
    .find((reading) => reading !== undefined && reading.weight >= (alone?.weight ?? 0));
  if (above && !carried) return [{ reading: above, act: undefined, isNear: true }];
  const isCarried = carried && (!alone || (alone.weight < carried.weight && count.value !== null));
  const best = isCarried ? carried : alone;
  return best
    ? [{ reading: best, act: undefined, isNear: false }, ...secondOf({ reading: best }, best !== carriedOn)]
    : [];
}

const isSameClause = (text: string, a: Span, b: Span): boolean =>
  !/[;:.；：。؛]/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));

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
