/** How near each act of a sentence is to a number, with what stands between them counted as distance. */
import type { Count } from './counts.js';
import { chineseReach, reach, type Found, type Memory } from './found.js';
import type { Act, Noun } from './language.js';
import type { Term } from './lexicon.js';
import { gapOf } from './span.js';

export interface NearAct {
  readonly act: Term<Act>;
  /** How far it stands off, in characters. */
  readonly away: number;
}

/** How far an act may stand from what it is said of, in characters. */
export const reachOfActs = ({ lexicon: { code } }: Found): number =>
  (code === 'zh' ? chineseReach : reach).act;

/** In: a number, what it counts and the number before. Out: the acts that are near enough, the nearest first. */
export function weighActs(
  found: Found,
  count: Count,
  noun: Term<Noun>,
  { act: last, count: before }: Memory,
): NearAct[] {
  const { text, acts, counts, lexicon } = found;
  const far = reachOfActs(found);
  const isAfter = noun.start >= count.start;
  const whole = {
    start: count.start,
    end: Math.max(count.end, isAfter && gapOf(count, noun) < far ? noun.end : count.end),
  };
  const crossedBy = countCrossed(acts, counts, count);
  // "Two accused, convicted": what names them tells less than what became of them.
  const isNoun = (act: Term<Act>) => isAfter && act.start >= noun.start && act.end <= noun.end;
  const distance = (act: Term<Act>): number => {
    const gap = gapOf(whole, act);
    if (gap > far) return Infinity;
    const [from, to] = act.start >= whole.end ? [whole.end, act.start] : [act.end, whole.start];
    const between = text.slice(from, to);
    const stops = (between.match(/[;；]/g) ?? []).length;
    const commas = (between.match(/[,،，]/gu) ?? []).length;
    // What stands between two numbers and was said of the first is rather not said of the second as well.
    const isTaken = before && act.start === last?.start && act.start > before.end && act.end < count.start;
    // In Arabic the verb stands before those of whom it is said.
    const isLate = lexicon.code === 'ar' && act.start >= whole.end;
    // "Special" is said of much: another act near by tells more.
    const isVague = act.is === 'specialise' || act.is === 'coordinate';
    const crossed = crossedBy(act, from, to);
    return (
      gap +
      (isVague ? far * 0.15 : 0) +
      (isNoun(act) ? far * 0.4 : 0) +
      (crossed + stops + (isTaken ? 1 : 0) + commas * 0.4) * far * 0.35 +
      (isLate ? 12 : 0)
    );
  };
  const near = acts
    .map((act) => ({ act, away: distance(act) }))
    .filter(({ away }) => away <= far)
    .sort((a, b) => a.away - b.away);
  return preferRescue(text, near);
}

/** "Found and freed" says that they were freed. */
function preferRescue(text: string, near: NearAct[]): NearAct[] {
  const [first] = near;
  if (first?.act.is !== 'detect') return near;
  const joined = near.find(
    ({ act }) =>
      act.is === 'rescue' && /^\s*(?:\p{L}{1,3}\s+|و)?[并和]?$/u.test(text.slice(first.act.end, act.start)),
  );
  return joined && joined.act.start > first.act.start
    ? [Object.assign({}, joined, { away: first.away }), ...near.filter((one) => one !== joined)]
    : near;
}

/**
 * How many other numbers stand between a number and an act and have an act of their own: those of one enumeration have one
 * act; another act between two of them says that they have each their own.
 */
function countCrossed(
  acts: readonly Term<Act>[],
  counts: readonly Count[],
  { start: own }: Count,
): (act: Term<Act>, from: number, to: number) => number {
  const ahead = acts.filter(({ end }) => end < own).slice(-4);
  const behind = acts.filter(({ start }) => start > own).slice(0, 4);
  return (act, from, to) => {
    const isOther = ({ start }: Term<Act>) => start !== act.start;
    const lastAhead = ahead.findLast(isOther)?.start ?? -1;
    const firstBehind = behind.find(isOther)?.end ?? Infinity;
    return counts.filter(
      ({ start }) =>
        start >= from &&
        start < to &&
        start !== own &&
        (start < own ? start < lastAhead : start > firstBehind),
    ).length;
  };
}
