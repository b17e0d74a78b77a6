/** What happened to what a number counts: the act near it, and what both mean together. */
import type { Count } from './counts.js';
import { chineseReach, reach, type Found, type Memory } from './found.js';
import type { Act, Noun } from './language.js';
import type { Term } from './lexicon.js';
import { readIndicator, type Reading } from './readings.js';
import { gapOf, type Span } from './span.js';

export interface ReadAct {
  readonly reading: Reading;
  readonly act: Term<Act> | undefined;
  readonly isNear: boolean;
}

export function readCell(noun: Term<Noun>, act: Term<Act>): ReadAct | undefined {
  const reading = readIndicator(noun.is, act.is);
  return reading && { reading, act, isNear: true };
}

/** The act that fits best: near to number and noun, with no other number between. */
export function readAct(
  { text, acts, counts, lexicon: { code, partOf } }: Found,
  count: Count,
  noun: Term<Noun>,
  { act: last, count: before }: Memory,
): ReadAct | undefined {
  const far = (code === 'zh' ? chineseReach : reach).act;
  const whole = {
    start: Math.min(count.start, noun.start >= count.start ? noun.start : count.start),
    end: Math.max(count.end, noun.start >= count.start && gapOf(count, noun) < far ? noun.end : count.end),
  };
  const distance = (act: Term<Act>) => {
    const [from, to] = act.start >= whole.end ? [whole.end, act.start] : [act.end, whole.start];
    const crossed = counts.filter(({ start }) => start >= from && start < to && start !== count.start).length;
    const stops = (text.slice(from, to).match(/[;；]/g) ?? []).length;
    // What stands between two numbers and was said of the first is rather not said of the second as well.
    const isTaken = before && act.start === last?.start && act.start > before.end && act.end < count.start;
    const commas = (text.slice(from, to).match(/[,،，]/gu) ?? []).length;
    // In Arabic the verb stands before those of whom it is said.
    const isLate = code === 'ar' && act.start >= whole.end;
    // "Special" is said of much: another act near by tells more.
    const isVague = act.is === 'specialise' || act.is === 'coordinate';
    return (
      gapOf(whole, act) +
      (isVague ? far * 0.15 : 0) +
      (crossed + stops + (isTaken ? 1 : 0) + commas * 0.4) * far * 0.35 +
      (isLate ? 12 : 0)
    );
  };
  const near = acts
    .map((act) => ({ act, away: distance(act) }))
    .filter(({ away }) => away <= far)
    .sort((a, b) => a.away - b.away);
  const part =
    before && last && isPart(text, before, count, partOf) ? readIndicator(noun.is, last.is) : undefined;
  for (const { act, away } of near) {
    const isOwn =
      act.start >= (before?.end ?? 0) &&
      !/[,;،؛，；。]/.test(text.slice(Math.min(act.end, count.end), Math.max(act.start, count.start)));
    if (part && !isOwn) continue;
    const reading = readIndicator(noun.is, act.is);
    if (reading) return { reading, act, isNear: away < far / 3 };
  }
  if (part) return { reading: part, act: undefined, isNear: true };
  const alone = readIndicator(noun.is, null);
  const carried = last && near.length === 0 ? readIndicator(noun.is, last.is) : undefined;
  if (carried && (!alone || alone.weight < carried.weight))
    return { reading: carried, act: undefined, isNear: false };
  return alone && { reading: alone, act: undefined, isNear: false };
}

/** "29 persons were arrested, of whom eleven were women": the second number is of those of the first. */
function isPart(text: string, before: Span, count: Span, partOf: RegExp | undefined): boolean {
  if (!partOf) return false;
  const pattern = new RegExp(partOf.source, 'iu');
  return (
    pattern.test(text.slice(before.end, count.start)) ||
    /^\s*$/.test(text.slice(count.end).split(pattern, 1)[0]!)
  );
}
