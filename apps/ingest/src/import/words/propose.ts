/** What an unknown word may mean: codes near to it, each with its reason. Nothing of it is ever taken by itself. */
import { dimensions, indicators, kindOfBreakdown, type CodeNames } from '@rapporteur/domain';
import { findNationality, isRespondentCode, nameOf, resolveRespondent } from '@rapporteur/names';
import { distance } from 'fastest-levenshtein';
import { foldWord, wordsOf, type Mapping } from '../table/mapping.js';

export interface Proposal {
  readonly code: string;
  readonly name: string;
  readonly reason: string;
}

/** A text that stands for a code: one of its names, or a word of the mapping. */
interface Known {
  readonly code: string;
  readonly text: string;
  readonly reason: string;
}

const proposalsAtMost = 5;

/** In: the mapping that the file was read by. Out: what a word of a dimension may mean, the likeliest first. */
export function makeProposer(
  mapping: Mapping,
): (dimension: string, word: string, hint: string | null) => Proposal[] {
  const known = new Map<string, Known[]>();
  return (dimension, word, hint) => {
    const beside = hint === null ? [] : [{ code: hint, reason: 'the name in the same row says so' }];
    const isOfRespondents =
      dimension === 'respondent' || dimensions.some((d) => d.code === dimension && d.respondents);
    const respondents = isOfRespondents ? proposeRespondents(word, dimension) : [];
    let own = known.get(dimension);
    if (!own) known.set(dimension, (own = listKnown(dimension, mapping)));
    const all = [...beside, ...respondents, ...proposeNear(own, word)];
    const first = new Map([...all].reverse().map((one) => [one.code, one.reason]));
    return [...new Set(all.map(({ code }) => code))]
      .slice(0, proposalsAtMost)
      .map((code) => ({ code, name: nameOfCode(dimension, code), reason: first.get(code)! }));
  };
}

/** What a code of a dimension is called in English; the code itself where it has no name. */
export function nameOfCode(dimension: string, code: string): string {
  const list: readonly { code: string; names: CodeNames }[] =
    dimension === 'indicator'
      ? indicators
      : dimension === kindOfBreakdown
        ? dimensions
        : (dimensions.find((d) => d.code === dimension)?.codes ?? []);
  const found = list.find((one) => one.code === code);
  if (found) return found.names.en;
  const respondent = dimension === 'respondent' ? code : code.toUpperCase();
  return isRespondentCode(respondent) ? nameOf(respondent, 'en') : code;
}

function proposeRespondents(word: string, dimension: string): { code: string; reason: string }[] {
  const nationality = findNationality(word);
  const exact = nationality.kind === 'exact' ? [nationality] : [];
  const meant = nationality.kind === 'close' ? nationality.proposals : exact;
  const near = meant.map(({ code, reason }) => ({ code, reason }));
  // A nationality is looked for among near names too, and no organisation has one.
  return dimension === 'respondent'
    ? [...near, ...proposeNames(word)]
    : near.map(({ code, reason }) => ({ code: code.toLowerCase(), reason }));
}

function proposeNames(word: string): { code: string; reason: string }[] {
  const found = resolveRespondent(word);
  if ('code' in found) return [{ code: found.code, reason: `"${word}" is one of its names` }];
  return found.suggestions.map(({ code }) => ({ code, reason: 'its name is near' }));
}

function listKnown(dimension: string, mapping: Mapping): Known[] {
  const named = (codes: readonly { code: string; names: CodeNames }[]): Known[] =>
    codes.flatMap(({ code, names }) => [
      { code, text: code.replaceAll('-', ' '), reason: 'the code is near' },
      ...Object.values(names).map((text) => ({ code, text, reason: `its name is "${text}"` })),
    ]);
  const ofMapping = (words: Readonly<Record<string, string | null>>): Known[] =>
    Object.entries(words).flatMap(([text, code]) =>
      code === null || text === '' ? [] : [{ code, text, reason: `the mapping knows "${text}"` }],
    );
  if (dimension === 'indicator') return [...ofMapping(mapping.indicator.words), ...named(indicators)];
  if (dimension === 'respondent') return ofMapping(mapping.respondent.words);
  if (dimension === 'break')
    return Object.entries(mapping.break?.words ?? {}).map(([text, isBreak]) => ({
      ...{ code: isBreak ? 'break' : 'no-break', text, reason: `the mapping knows "${text}"` },
    }));
  if (dimension === kindOfBreakdown) return [...listChoosers(mapping), ...named(dimensions)];
  const choices = mapping.breakdown.flatMap((p) => ('choices' in p ? Object.values(p.choices) : [p]));
  return [
    ...choices.filter((c) => c.dimension === dimension).flatMap((c) => ofMapping(wordsOf(c, mapping))),
    ...named(dimensions.find(({ code }) => code === dimension)?.codes ?? []),
  ];
}

/** The words of a mapping that say which dimension a row is broken down by. */
const listChoosers = ({ breakdown }: Mapping): Known[] =>
  breakdown.flatMap((part) =>
    Object.entries('choices' in part ? part.choices : {}).flatMap(([text, { dimension: code }]) =>
      code === undefined ? [] : [{ code, text, reason: `the mapping knows "${text}"` }],
    ),
  );

/** Characters of a word that is compared; no name of a code is longer. */
const longest = 80;

/** Those that are a few letters away, or hold the word, or are held by it: the nearest first. */
function proposeNear(known: readonly Known[], word: string): { code: string; reason: string }[] {
  const written = foldWord(word);
  if (written === '' || written.length > longest) return [];
  return known
    .flatMap(({ code, text, reason }) => {
      const other = foldWord(text);
      const [short, long] = other.length < written.length ? [other, written] : [written, other];
      const allowed = Math.floor(short.length / 3);
      if (short.length >= 4 && ` ${long} `.includes(` ${short} `)) return [{ code, reason, mistakes: 1 }];
      if (long.length - short.length > allowed) return [];
      const mistakes = distance(written, other);
      return mistakes <= allowed ? [{ code, reason, mistakes }] : [];
    })
    .sort((a, b) => a.mistakes - b.mistakes || (a.code < b.code ? -1 : 1));
}
