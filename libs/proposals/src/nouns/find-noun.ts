/** What a number counts: the noun beside it, that of its list, or what the sentence is about. */
import type { Count } from '../count.js';
import { isBareNone } from '../counts-without-numbers.js';
import { chineseReach, reach, type Found, type Memory } from '../found.js';
import type { Act, Noun } from '../language.js';
import type { Term } from '../lexicon.js';
import { headOfEntry, labelOf } from './labels.js';
import { startsWith } from './not-counted.js';
import { at, ofEntry, ofNation } from './of-entry.js';
import { isFromPlace } from './places.js';
import { isPeople } from '../readings.js';
import { gapOf, type Span } from '../span.js';

/**
 * In: a number and those in a list with it; the noun of the sentence before. Out: the noun that it counts; undefined where none
 * is near enough.
 */
export const findNoun = (
  found: Found,
  count: Count,
  list: readonly Count[],
  before: Term<Noun> | undefined,
  memory: Memory,
): Term<Noun> | undefined =>
  meetingOf(found, count) ??
  ofThose(found, count, before, memory) ??
  labelOf(found, count) ??
  ofCalls(found, count, before, memory) ??
  ofEntry(found, count) ??
  nounOf(found, count) ??
  ofList(found, list) ??
  headOfEntry(found, count) ??
  inherited(count, found.counts[found.counts.indexOf(count) - 1], memory) ??
  (isSubset(found, count, before) ? at(count, before) : undefined) ??
  ofNation(found, count, memory.noun ?? before) ??
  (found.isSplit ? at(count, memory.noun ?? before) : undefined) ??
  classified(found, count) ??
  topicOf(found, count, before) ??
  (isBare(found, count) || isNoneAlone(found, count) ? at(count, before) : undefined) ??
  (found.lexicon.splits && (isBare(found, count) || isNoneAlone(found, count) || isMissingAlone(found, count))
    ? at(count, memory.section?.nouns[0])
    : undefined);

/** "Thirty-three of them": what was counted last. */
function ofThose(
  { text, lexicon: { partOf }, counts }: Found,
  count: Count,
  before: Term<Noun> | undefined,
  memory: Memory,
): Term<Noun> | undefined {
  const { noun } = memory;
  const isFirst = counts[0] === count;
  const counted = noun ?? (isFirst ? before : undefined);
  if (counted && isOfTotal(text, count, counts)) return at(count, counted);
  if (memory.total?.start === count.start) return at(count, counted);
  return counted && startsWith(text.slice(count.end, count.end + 30), partOf)
    ? at(count, counted)
    : undefined;
}

/** "Thirty-one of the 58": of a number that was told before. */
const isOfTotal = (text: string, count: Count, counts: readonly Count[]): boolean => {
  const next = counts[counts.indexOf(count) + 1];
  return (
    next !== undefined &&
    next.value !== null &&
    count.value !== null &&
    next.value > count.value &&
    /^\s(?:of (?:the|these|those)|(?:des|de ces|sur les|de los|de las|de esos|de esas|de estos|de estas)|из (?:этих|тех)?|من (?:أصل|بين|هؤلاء))\s*$/iu.test(
      text.slice(count.end, next.start),
    )
  );
};

/** "Only 132 concerned cases of trafficking": of the calls that were counted before. */
function ofCalls(
  { text, acts, counts, nouns }: Found,
  count: Count,
  before: Term<Noun> | undefined,
  { noun }: Memory,
): Term<Noun> | undefined {
  const counted = counts[0] === count ? (noun ?? before) : noun;
  if (counted?.is !== 'call' || count.value === null) return undefined;
  const isSaid = acts.some(
    ({ is, start, end }) =>
      is === 'on-trafficking' &&
      start >= count.end &&
      !nouns.some((own) => own.start >= count.end && own.start < end) &&
      /^[^,;.，；。،؛\d]{0,25}$/u.test(text.slice(count.end, start)),
  );
  return isSaid ? at(count, counted) : undefined;
}

/** A number that no noun of its sentence explains, and after which none follows that the rules do not know. */
const isBare = ({ text, nouns, lexicon: { code } }: Found, { end, value }: Count): boolean =>
  nouns.length === 0 &&
  value !== null &&
  (code === 'zh' || /^\s*(?:$|[^\p{L}\d\s]|\p{Lu}|\p{L}{1,4}(?!\p{L}))/u.test(text.slice(end)));

/** "2018: register destroyed, total unknown": an entry that names nothing but a time. */
const isMissingAlone = ({ text, nouns, periods }: Found, { value }: Count): boolean =>
  value === null && nouns.length === 0 && periods.length > 0 && text.length <= 100;

const isNoneAlone = ({ text }: Found, { start, end, value }: Count): boolean =>
  value === 0 && isBareNone(text, start, end);

/** In Chinese the year stands before: 每年召开两次全体会议, 每年开会两次. */
const eachYear =
  /(?:每年|每一?年度|一年)[^，。；、：\d]{0,10}(?:会|召开|举行|碰头|会晤|聚)[^，。；、：\d]{0,6}$|每年[^，。；、：\d]{0,8}$/u;
const meets = /会|召开|举行|碰头|会晤/u;

/** "Four times a year": how often a body meets. */
const meetingOf = (
  { text, lexicon: { perYear, code } }: Found,
  { start, end }: Count,
): Term<Noun> | undefined => {
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 30)];
  const isEachYear =
    code === 'zh' &&
    /^次/u.test(after) &&
    eachYear.test(before) &&
    meets.test(before.slice(-10) + after.slice(0, 8));
  return isEachYear || startsWith(after, perYear) ? { is: 'meeting', start, end } : undefined;
};

/** The noun after a number, before the next number; or the one right before it, as in tables. */
function nounOf({ text, counts, nouns, lexicon: { code } }: Found, count: Count): Term<Noun> | undefined {
  const { noun: after, nounBefore } = code === 'zh' ? chineseReach : reach;
  const inside = nouns.find(({ start, end }) => start >= count.start && end <= count.end);
  if (inside) return inside;
  if (count.value === null) {
    const isHere = (noun: Span) =>
      !/[;:.；：。؛]/u.test(text.slice(Math.min(noun.end, count.end), Math.max(noun.start, count.start)));
    return nearestOf(nouns.filter(isHere), count, after * 1.5);
  }
  if (count.value === 0 && /\p{L}/u.test(text[count.start]!) && !isBareNone(text, count.start, count.end))
    return { start: count.start, end: count.end, is: 'person' };
  const next = counts.find(({ start }) => start >= count.end);
  let follows = nouns.find(
    ({ start }) =>
      start >= count.end &&
      start - count.end <= after &&
      (!next || start < next.start) &&
      !/[;；。:：]/.test(text.slice(count.end, start)),
  );
  if (follows && code === 'zh') follows = headOf(nouns, follows);
  const before = nouns.findLast(({ end }) => end <= count.start && count.start - end <= nounBefore);
  // In Chinese, 犯罪分子2078人: what they are stands before the number.
  if (
    follows?.is === 'person' &&
    before &&
    code === 'zh' &&
    before.is !== 'person' &&
    count.said.start - before.end <= 2
  )
    return before;
  if (follows && !/[,，、]/.test(text.slice(count.end, follows.start))) return follows;
  const isClose =
    before &&
    /^[\s:：(（–—-]*(?:\p{L}+\s*){0,3}[\s:：(（–—-]*$/u.test(text.slice(before.end, count.said.start));
  if (isClose) return before;
  // 泰国九名，其余来自…地区: what the measure word tells ends with it.
  return code === 'zh' && /^[名人起件宗例]/u.test(text.slice(count.end)) ? undefined : follows;
}

/** Of nouns that follow each other at once the last is what is meant: 警察小组 are units, not officers. */
function headOf(nouns: readonly Term<Noun>[], first: Term<Noun>): Term<Noun> {
  const next = nouns.find(({ start }) => start === first.end);
  return next ? headOf(nouns, next) : first;
}

const nearestOf = <T>(terms: readonly Term<T>[], span: Span, within: number): Term<T> | undefined =>
  terms.filter((term) => gapOf(term, span) <= within).sort((a, b) => gapOf(a, span) - gapOf(b, span))[0];

/** "In 2005 18 persons were prosecuted, in 2006 37": the noun of the number before. */
const inherited = (count: Count, before: Count | undefined, { noun }: Memory): Term<Noun> | undefined =>
  before && count.start - before.end < reach.act ? noun : undefined;

/** The noun of a list of numbers is said once: "18, 37 and 21 persons". */
const ofList = (found: Found, list: readonly Count[]): Term<Noun> | undefined =>
  list.length < 2
    ? undefined
    : [...list]
        .reverse()
        .map((count) => nounOf(found, count))
        .find(Boolean);

/**
 * What the sentence is about: "groups that took people abroad were broken up, fourteen of them"; and where a year stands beside
 * the number, what the sentence before was about ("in 2005, sixty").
 */
function topicOf(
  { text, counts, nouns, lexicon: { splits } }: Found,
  count: Count,
  before: Term<Noun> | undefined,
): Term<Noun> | undefined {
  if (count.value === null) return undefined;
  const isAgent = ({ start }: Span) =>
    /(?<!\p{L})(?:by|por|par)\s(?:the|la|las|el|los|le|les)?\s*$/iu.test(
      text.slice(Math.max(0, start - 12), start),
    );
  const isNamed = nouns.some((one) => one.end <= count.start && !isAgent(one));
  const ahead = nouns.findLast(
    ({ start, end }) =>
      !(isNamed && isAgent({ start, end })) &&
      end <= count.start &&
      count.start - end <= (splits ? 120 : 90) &&
      !counts.some(({ start }) => start >= end && start < count.start),
  );
  const besideYear = /(?:19|20)\d\d\D{0,8}$/u.test(
    text.slice(Math.max(0, count.said.start - 14), count.said.start),
  );
  return ahead ?? (besideYear ? at(count, before) : undefined);
}

/** What a measure word says that no noun does, or people whose name is not among the words. */
function classified({ text, lexicon, acts }: Found, { start, end, value }: Count): Term<Noun> | undefined {
  const after = text.slice(end, end + 30);
  const found = lexicon.classifiers.find(([, pattern]) => startsWith(after, pattern));
  if (found) return { is: found[0], start, end };
  const isOfPeople = acts.some(
    (act) =>
      ofPeople.includes(act.is) &&
      gapOf(act, { start, end }) < 50 &&
      !/[,;:،؛，；。]/.test(text.slice(Math.min(act.end, end), Math.max(act.start, start))),
  );
  return isOfPeople && value !== null && value > 1 ? { is: 'person', start, end } : undefined;
}

const ofPeople: readonly Act[] = ['train', 'arrest', 'prosecute', 'convict', 'rescue', 'assist', 'identify'];

/** Whether words beside a number say that it is a part of what was counted before, or where these people are from. */
function isSubset(
  { text, breakdowns, lexicon: { partOf, origin, code } }: Found,
  count: Span,
  of: Term<Noun> | undefined,
): boolean {
  const { start, end } = count;
  if (breakdowns.some((one) => gapOf(one, count) <= 25)) return true;
  if (partOf && new RegExp(`^[^\\p{L}]*${partOf.source}`, 'iu').test(text)) return true;
  if (of && isPeople(of.is) && isFromPlace(text, count, code)) return true;
  const [ahead, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 45)];
  const isSaid = (pattern: RegExp | undefined, words: string) =>
    pattern !== undefined && new RegExp(pattern.source, 'iu').test(words);
  return isSaid(partOf, ahead + after.split(/[,;:،؛，；]/u, 1)[0]!) || isSaid(origin, ahead + after);
}
