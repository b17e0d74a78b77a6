/** The countries whose name or demonym is a few letters away from a word: for proposals alone, never taken. */
import { makeNearSearch, type IndexedName, type NearName, type NearSearch } from '../close-names.js';
import { indexedNames } from '../name-index.js';
import { nameKey } from '../name-key.js';
import { isAggregate, nameOf, respondentKind } from '../respondents.js';
import { demonymIndex } from './demonym-index.js';

const isCountry = (code: string): boolean => respondentKind(code) !== 'organisation' && !isAggregate(code);

const scripts = [/^\p{Script=Latin}/u, /^\p{Script=Cyrillic}/u, /^\p{Script=Arabic}/u, /^\p{Script=Han}/u];

/** Which script a key begins in: a demonym is sought among those of its script only, which are a third of all. */
const scriptOf = (key: string): number => scripts.findIndex((script) => script.test(key));

interface Searches {
  readonly name: NearSearch;
  readonly demonymIn: ReadonlyMap<number, NearSearch>;
}

function makeSearches(): Searches {
  const keys = new Map<number, IndexedName[]>();
  for (const [key, { codes }] of demonymIndex()) {
    const script = scriptOf(key);
    const list = keys.get(script) ?? [];
    for (const code of codes) list.push({ code, key });
    keys.set(script, list);
  }
  return {
    name: makeNearSearch(indexedNames().filter(({ code }) => isCountry(code))),
    demonymIn: new Map([...keys].map(([script, list]) => [script, makeNearSearch(list)])),
  };
}

let made: Searches | undefined;

/** The countries with a demonym or name within so many letters of a key, with the shortest distance of each. */
function within(key: string, limit: number): Map<string, { distance: number; what: string }> {
  const { name, demonymIn } = (made ??= makeSearches());
  const best = new Map<string, { distance: number; what: string }>();
  const note = (what: string, near: Iterable<NearName>) => {
    for (const { code, distance } of near)
      if (distance < (best.get(code)?.distance ?? Infinity)) best.set(code, { distance, what });
  };
  note('demonym', demonymIn.get(scriptOf(key))?.(key, limit) ?? []);
  note('name', name(key, limit));
  return best;
}

const lettersIn = ['no letter differs', 'one letter differs', 'two letters differ', 'three letters differ'];
const mostLetters = lettersIn.length - 1;

/** How many letters of a key may be wrong; a letter that was lost (U+FFFD) is known to be. */
function allowedFor(text: string, key: string): number {
  const lost = Math.min(mostLetters, text.split('\uFFFD').length - 1);
  if (/\p{Script=Han}/u.test(key)) return key.length >= 4 ? 1 : lost;
  const byLength = key.length < 4 ? 0 : key.length < 7 ? 1 : key.length < 12 ? 2 : mostLetters;
  return Math.max(byLength, lost);
}

/** In: a word. Out: the countries that may be meant and why, nearest first; none further than the nearest and a letter. */
export function nearReasons(text: string): ReadonlyMap<string, string> {
  const key = nameKey(text);
  const allowed = allowedFor(text, key);
  if (allowed === 0) return new Map();
  const best = within(key, allowed);
  const nearest = Math.min(...[...best.values()].map(({ distance }) => distance));
  return new Map(
    [...best]
      .filter(([, { distance }]) => distance <= nearest + 1)
      .sort(([a, x], [b, y]) => x.distance - y.distance || (a < b ? -1 : 1))
      .map(([code, { distance, what }]) => [
        code,
        `${what} of ${nameOf(code, 'en')}, ${lettersIn[distance]}`,
      ]),
  );
}
