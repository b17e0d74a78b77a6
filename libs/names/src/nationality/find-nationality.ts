/** Which country a word means that was written in the place of a nationality: as name, demonym or code. */
import { nameKey, wordsOf } from '../name-key.js';
import { nameOf } from '../respondents.js';
import { meaningOf, meaningOfPart, type Meaning, type Reasons } from './meaning.js';
import { nearReasons } from './near-demonyms.js';
import { isNoNationality, saysNoNationality } from './no-nationality.js';

export interface NationalityProposal {
  readonly code: string;
  /** The country's name in English. */
  readonly name: string;
  /** Why it is proposed, in English: `demonym of Nigeria, one letter differs`. */
  readonly reason: string;
}

export type Nationality =
  | { readonly kind: 'exact'; readonly code: string; readonly reason: string }
  | { readonly kind: 'close'; readonly proposals: readonly NationalityProposal[] }
  | { readonly kind: 'unknown' };

const longestWord = 200;
const proposalsAtMost = 16;
const unknown: Nationality = { kind: 'unknown' };

function propose(reasons: Reasons): Nationality {
  const proposals = [...reasons].slice(0, proposalsAtMost);
  if (proposals.length === 0) return unknown;
  return {
    kind: 'close',
    proposals: proposals.map(([code, reason]) => ({ code, name: nameOf(code, 'en'), reason })),
  };
}

/** The answer that the meaning of a whole text gives; undefined where it has none. */
function answer({ reasons, doubtful }: Meaning): Nationality | undefined {
  const [first] = reasons;
  if (!first) return undefined;
  return reasons.size === 1 && !doubtful
    ? { kind: 'exact', code: first[0], reason: first[1] }
    : propose(reasons);
}

/** Words around a nationality that do not change who is meant. */
const personWords = new Set(
  `national nationals citizen citizens nationality citizenship people person persons of from the
  ressortissant ressortissante ressortissants ressortissantes citoyen citoyenne citoyens citoyennes nationalité
  personnes de du des d origine ciudadano ciudadana ciudadanos ciudadanas nacionalidad nacionales personas origen
  гражданин гражданка граждане гражданки гражданство مواطن مواطنة جنسية الجنسية`
    .split(/\s+/u)
    .map(nameKey),
);

/** "Nigerian nationals" and "de nationalité roumaine" without the words for people; undefined where nothing is left. */
function withoutPersonWords(text: string): string | undefined {
  const rest = wordsOf(text).filter((word) => !personWords.has(word));
  const shorter = rest.join(' ');
  return rest.length === 0 || saysNoNationality(shorter) ? undefined : shorter;
}

/** What people write in brackets to tell neighbours apart, beside names and codes. */
const inBrackets: Readonly<Record<string, readonly string[]>> = {
  conakry: ['GN'],
  bissau: ['GW'],
  kinshasa: ['CD'],
  brazzaville: ['CG'],
  south: ['KR', 'SS'],
  north: ['KP'],
};

/** The one of several countries that the words in brackets name: "Congolese (DRC)". All of them where none is named. */
function byBrackets(text: string): Nationality | undefined {
  const [, word = '', brackets = ''] = /^([^()]+)\(([^()]+)\)$/u.exec(text) ?? [];
  if (word === '' || saysNoNationality(word)) return undefined;
  const { reasons } = meaningOf(word.trim());
  if (reasons.size === 0) return undefined;
  const meant = meaningOf(brackets.trim()).reasons;
  const key = nameKey(brackets);
  const places = [...meant.keys(), ...(Object.hasOwn(inBrackets, key) ? inBrackets[key]! : [])];
  const [code, ...others] = places.filter((place) => reasons.has(place));
  if (!code || others.length > 0) return propose(new Map([...meant, ...reasons]));
  return {
    kind: 'exact',
    code,
    reason: `${reasons.get(code)!.replace('sometimes a ', '')}, as the brackets say`,
  };
}

const wordsAtMost = 20;

/** Countries of which a part of a longer text is the name or demonym: "3 nigériens et 1 tunisien". */
function reasonsWithin(text: string): Reasons {
  const words = wordsOf(text).slice(0, wordsAtMost);
  const found = new Map<string, string>();
  const used = new Set<number>();
  for (const length of [4, 3, 2, 1])
    for (let at = 0; at + length <= words.length && length < words.length; at += 1) {
      const part = words.slice(at, at + length).join(' ');
      const places = Array.from({ length }, (_, i) => at + i);
      if (places.some((place) => used.has(place)) || isNoNationality(part)) continue;
      for (const [code, reason] of meaningOfPart(part)) {
        places.forEach((place) => used.add(place));
        if (!found.has(code)) found.set(code, `"${part}" in it: ${reason}`);
      }
    }
  return found;
}

/** "TÃ¼rkiye", whose UTF-8 was read as Latin-1, as it was meant; undefined for a text that is no such thing. */
function repaired(text: string): string | undefined {
  if (!/[\u00C2-\u00DF][\u0080-\u00BF]/u.test(text) || /[^\0-\u00FF]/u.test(text)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return undefined;
  }
}

function close(text: string, shorter: string): Nationality {
  const meant = repaired(text);
  const broken = meant === undefined ? [] : [...meaningOf(meant).reasons];
  if (broken.length > 0)
    return propose(new Map(broken.map(([code, reason]) => [code, `${reason}, with broken letters`])));
  const within = reasonsWithin(text);
  return propose(within.size > 0 ? within : nearReasons(shorter));
}

function find(word: string): Nationality {
  const text = word.normalize('NFKC').trim();
  if (text.length > longestWord || isNoNationality(text)) return unknown;
  const whole = answer(meaningOf(text));
  if (whole) return whole;
  if (saysNoNationality(text)) return unknown;
  const shorter = withoutPersonWords(text);
  const more = byBrackets(text) ?? (shorter === undefined ? undefined : answer(meaningOf(shorter)));
  return more ?? close(word.trim(), shorter ?? text);
}

const remembered = new Map<string, Nationality>();
const rememberedAtMost = 2000;

/**
 * What a word means that was written in the place of a nationality, in any of the six UN languages: `exact` where it is
 * the name, demonym or code of one country, `close` with the countries that may be meant where it is not, else `unknown`.
 * Nothing is guessed: a word that several countries share, or that differs by a letter, is only proposed.
 * @param word what was written, 200 characters at most; a longer one is unknown
 */
export function findNationality(word: string): Nationality {
  if (word.length > longestWord) return unknown;
  const known = remembered.get(word);
  if (known) return known;
  const nationality = find(word);
  if (remembered.size >= rememberedAtMost) remembered.clear();
  remembered.set(word, nationality);
  return nationality;
}
