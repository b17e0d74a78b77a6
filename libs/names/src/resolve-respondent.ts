/** Which respondent a text means, by code or by name; and which may have been meant by a text that is neither. */
import { type Language } from './languages.js';
import { codesByCore, codesByName, findWithin, indexedNames } from './name-index.js';
import { coreKey, expandedKey, nameKey } from './name-key.js';
import { alpha2Of, isAlpha2, isRespondentCode, nameOf } from './respondents.js';

export interface Suggestion {
  readonly code: string;
  readonly name: string;
}

export interface ResolvedRespondent {
  readonly code: string;
  /** By its code, or by a name or usual variant of one. */
  readonly match: 'code' | 'exact';
  readonly asWritten: string;
}

export interface UnresolvedRespondent {
  /** The respondents that may have been meant, five at most, the likeliest first; sought when it is read. */
  readonly suggestions: readonly Suggestion[];
}

export type Resolution = ResolvedRespondent | UnresolvedRespondent;

const suggestionLimit = 5;
const longestName = 200;

/**
 * ISO codes count in upper and lower case; others only as they are written: "Las" is rather a mistyped Laos
 * than the League.
 */
function byCode(text: string): string | undefined {
  if (isRespondentCode(text)) return text;
  const iso = text.toUpperCase();
  return isAlpha2(iso) ? iso : alpha2Of(iso);
}

/** The shortest distance of each respondent that has a name within `limit` of one of the keys, nearest first. */
function nearest(keys: readonly string[], limit: number): [code: string, distance: number][] {
  const distances = new Map<string, number>();
  for (const written of keys)
    for (const { code, distance } of findWithin(written, limit))
      if (distance < (distances.get(code) ?? Infinity)) distances.set(code, distance);
  return [...distances].sort(([a, d], [b, e]) => d - e || (a < b ? -1 : 1));
}

/**
 * The respondents that have the core of a text, and those whose name is one mistake away from the whole text:
 * "Dominica Republic" has the core of Dominica, and is one letter from the Dominican Republic.
 */
function ownersOfCore(text: string, keys: readonly string[]): ReadonlySet<string> {
  const owners = codesByCore().get(coreKey(text));
  if (!owners) return new Set();
  return new Set([...owners, ...nearest(keys, 1).map(([code]) => code)]);
}

/** Respondents whose name has the written text in it, or the other way round. */
function containing(key: string): string[] {
  const least = /\p{Script=Han}/u.test(key) ? 2 : 4;
  if (key.length < least) return [];
  const hits = indexedNames().filter(
    (name) => name.key.includes(key) || (name.key.length >= least && key.includes(name.key)),
  );
  return hits
    .sort((a, b) => a.key.length - b.key.length || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code);
}

function suggest(keys: readonly string[], shared: Iterable<string>, language: Language): Suggestion[] {
  const [key = ''] = keys;
  const near = nearest(keys, Math.max(1, Math.floor(key.length / 3))).map(([code]) => code);
  const codes = new Set([...shared, ...near.slice(0, suggestionLimit), ...containing(key)]);
  return [...codes].slice(0, suggestionLimit).map((code) => ({ code, name: nameOf(code, language) }));
}

const unresolved = (
  keys: readonly string[],
  shared: Iterable<string>,
  language: Language,
): UnresolvedRespondent => ({
  get suggestions() {
    return suggest(keys, shared, language);
  },
});

/** The keys by which a text is looked for, and the respondents that have them as a name. */
interface Sought {
  readonly keys: readonly string[];
  readonly owners: ReadonlySet<string>;
}

function seek(trimmed: string): Sought {
  const keys = [...new Set([nameKey(trimmed), expandedKey(trimmed)])];
  const named = keys.map((key) => codesByName().get(key)).find((codes) => codes !== undefined);
  return { keys, owners: named ?? ownersOfCore(trimmed, keys) };
}

/**
 * The respondent that a text means by its code, or by a name that only one respondent has; close names are not
 * looked for.
 */
export function findRespondent(text: string): ResolvedRespondent | undefined {
  const found = find(text);
  return found && 'code' in found ? found : undefined;
}

/**
 * As findRespondent; where there is none, keys and owners for the search of close names, unless the text is too
 * long for a name.
 */
function find(text: string): ResolvedRespondent | Sought | undefined {
  if (text.length > longestName) return undefined;
  const trimmed = text.normalize('NFKC').trim();
  const code = byCode(trimmed);
  if (code) return { code, match: 'code', asWritten: text };
  const sought = seek(trimmed);
  const [owner] = sought.owners;
  return owner && sought.owners.size === 1 ? { code: owner, match: 'exact', asWritten: text } : sought;
}

/**
 * The respondent that a text means. Codes are alpha-2 or alpha-3 in any case, or an organisation's; names in the six UN
 * languages count without regard to case, accents, punctuation and form of State. A name that is only close is never
 * taken, however near it is: "Nigerin" is one letter from Nigeria and was written for Niger.
 * @param text what was written: a code or a name, 200 characters at most
 * @param language the language of the suggestions' names
 */
export function resolveRespondent(text: string, language: Language = 'en'): Resolution {
  const found = find(text);
  if (!found) return { suggestions: [] };
  if ('code' in found) return found;
  return unresolved(found.keys, found.owners, language);
}
