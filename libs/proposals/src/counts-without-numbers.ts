/** Counts that no number says: none, a single one, and where the text says that there is no number. */
import type { Count } from './count.js';
import type { Noun } from './language.js';
import type { Lexicon } from './lexicon.js';

/** "Not available", where a number might stand. */
export const findMissing = (text: string, { missing }: Lexicon): Count[] =>
  missing.flatMap(([qualifier, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => {
      const span = { start: index, end: index + said.length };
      return { ...span, value: null, qualifier, said: span };
    }),
  );

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

/** Counts of zero: "no case", "not one person", "nobody". */
export function findNone(text: string, { none, nobody, nounsIn }: Lexicon): Count[] {
  const zero = (start: number, end: number): Count => ({
    ...{ start, end, value: 0, qualifier: 'exact', said: { start, end } },
  });
  const nouns = none ? nounsIn(text) : [];
  const ofNouns = [...text.matchAll(none ?? /(?!)/gu)].flatMap(({ 0: said, index }) => {
    const end = index + said.length;
    const noun = nouns.find(
      ({ start }) => start >= end && start - end <= 22 && !/[,;.，。；]/.test(text.slice(end, start)),
    );
    return noun ? [zero(index, noun.end)] : [];
  });
  // "No persons" is said once, whether it is taken for "no" and a noun or for "nobody".
  const ofNobody = [...text.matchAll(nobody ?? /(?!)/gu)]
    .map(({ 0: said, index }) => zero(index, index + said.length))
    .filter((one) => !ofNouns.some(({ start, end }) => start < one.end && one.start < end));
  return [...ofNouns, ...ofNobody];
}
