/** Counts that no number says: none, a single one, and where the text says that there is no number. */
import type { Count } from './count.js';
import type { Noun } from './language.js';
import type { Qualifier } from '@rapporteur/domain';
import type { Lexicon } from './lexicon.js';
import type { Span } from './span.js';

/** How far the words that say it is not known may stand from "how many" (characters). */
const askedReach = 120;

/** "Not available", where a number might stand; or "how many were exploited the files do not show". */
export function findMissing(text: string, { missing, howMany, notSaid }: Lexicon): Count[] {
  const found = missing.flatMap(([qualifier, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => toMissing(qualifier, index, index + said.length)),
  );
  const asked = howMany ? [...text.matchAll(howMany)] : [];
  if (!notSaid || asked.length === 0) return found;
  const denied = [...text.matchAll(notSaid)].map(({ 0: said, index }) => ({
    ...{ start: index, end: index + said.length },
  }));
  const isNear = (a: Span, b: Span): boolean => {
    const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
    return between.length <= askedReach && !/[;:.](?:\s|$)/u.test(between);
  };
  const unknown = asked.flatMap(({ 0: said, index }): Count[] => {
    const own = toMissing('not-available', index, index + said.length);
    return denied.some((one) => isNear(one, own)) && !found.some((one) => isNear(one, own)) ? [own] : [];
  });
  return [...found, ...unknown];
}

const toMissing = (qualifier: Qualifier, start: number, end: number): Count => ({
  ...{ start, end, value: null, qualifier, said: { start, end } },
});

/** What is told of one by one: of other nouns an article says no count. */
const toldOf: readonly Noun[] = ['group', 'conviction', 'arrest', 'prosecution'];

/** "A gang was dismantled": a count of one without a number. */
export function findOne(text: string, { article, single, nounsIn }: Lexicon): Count[] {
  const only = single ? [...text.matchAll(single)] : [];
  const found = article ? [...text.matchAll(article)] : [];
  if (found.length + only.length === 0) return [];
  const nouns = nounsIn(text);
  const alone = only.flatMap(({ 0: said, index }): Count[] => {
    const span = { start: index, end: index + said.length };
    const isNoun = nouns.some(({ start }) => start >= span.end && /^\s*$/u.test(text.slice(span.end, start)));
    return isNoun ? [{ ...span, value: 1, qualifier: 'exact', said: span }] : [];
  });
  const articles = found.flatMap(({ 0: said, index }): Count[] => {
    const end = index + said.length;
    if (alone.some((one) => one.start < end && index < one.end)) return [];
    const noun = nouns.find(
      ({ is, start }) => toldOf.includes(is) && start >= end && /^\s*$/u.test(text.slice(end, start)),
    );
    const span = { start: index, end };
    return noun ? [{ ...span, value: 1, qualifier: 'exact', said: span, only: noun.is }] : [];
  });
  return [...alone, ...articles];
}

/** Whether a word for none stands for a number: at the beginning of an entry or after its name, and at its end. */
export const isBareNone = (text: string, start: number, end: number): boolean =>
  /(?:^|[.,;:：(–—=\t|]|(?:19|20)\d\d)\s*$/u.test(text.slice(0, start)) &&
  /^\s*(?:$|[.,;)(\t|\n]|(?:in|en|so far|to date|as yet|yet|hasta|por|à ce|jusqu|pour)(?!\p{L}))/u.test(
    text.slice(end),
  );

/** Counts of zero: "no case", "not one person", "nobody". */
export function findNone(text: string, { none, nobody, noneAfter, nounsIn }: Lexicon): Count[] {
  const zero = (start: number, end: number): Count => ({
    ...{ start, end, value: 0, qualifier: 'exact', said: { start, end } },
  });
  const nouns = (none ?? noneAfter) ? nounsIn(text) : [];
  const ofNouns = [...text.matchAll(none ?? /(?!)/gu)].flatMap(({ 0: said, index }) => {
    const end = index + said.length;
    const noun = nouns.find(
      ({ start }) => start >= end && start - end <= 22 && !/[,;.，。；]/.test(text.slice(end, start)),
    );
    return noun ? [zero(index, noun.end)] : [];
  });
  const behind = noneAfter ? [...text.matchAll(noneAfter)] : [];
  const alone = behind.flatMap(({ 0: said, index }) => {
    const noun = nouns.find(({ end }) => end <= index && /^\s*$/u.test(text.slice(end, index)));
    return noun ? [zero(noun.start, index + said.length)] : [];
  });
  // "In 2006: none", "ninguna hasta la fecha": of what was named before.
  const bare = [...text.matchAll(none ?? /(?!)/gu)].flatMap(({ 0: said, index }) => {
    const end = index + said.length;
    return isBareNone(text, index, end) ? [zero(index, end)] : [];
  });
  // "No persons" is said once, whether it is taken for "no" and a noun or for "nobody".
  const ofNobody = [...text.matchAll(nobody ?? /(?!)/gu)]
    .map(({ 0: said, index }) => zero(index, index + said.length))
    .filter((one) => !ofNouns.some(({ start, end }) => start < one.end && one.start < end));
  const others = [...ofNouns, ...alone, ...ofNobody];
  return [
    ...others,
    ...bare.filter((one) => !others.some(({ start, end }) => start < one.end && one.start < end)),
  ];
}
