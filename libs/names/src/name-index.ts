/** Every accepted name by its key, made once, when first needed: which names belong to one respondent, and which to several. */
import { makeNearSearch, type IndexedName, type NearSearch } from './close-names.js';
import { coreKey, expandedKey, nameKey } from './name-key.js';
import { acceptedNames, respondentCodes, unNameOf } from './respondents.js';
import { sharedNames } from './variants.js';

type CodesByKey = ReadonlyMap<string, ReadonlySet<string>>;

function put(index: Map<string, Set<string>>, key: string, code: string): void {
  if (key === '') return;
  const codes = index.get(key);
  if (codes) codes.add(code);
  else index.set(key, new Set([code]));
}

/** Where several respondents have a name ("Congo"), it goes to the one that the UN calls so. */
function settle(index: Map<string, Set<string>>): void {
  for (const code of respondentCodes) {
    const key = nameKey(unNameOf(code) ?? '');
    if ((index.get(key)?.size ?? 0) > 1) index.set(key, new Set([code]));
  }
}

function indexNames(): CodesByKey {
  const index = new Map<string, Set<string>>();
  for (const code of respondentCodes) {
    for (const name of acceptedNames(code)) {
      put(index, nameKey(name), code);
      put(index, expandedKey(name), code);
    }
  }
  settle(index);
  for (const [name, codes] of Object.entries(sharedNames)) index.set(nameKey(name), new Set(codes));
  return index;
}

/**
 * A core that is a name itself goes to those who have the name. A core one letter from a name also goes to
 * those who have that name: "Dominican Republic" has the core "dominican", one letter from "Dominica". A core
 * of several is refused.
 */
function indexCores(): CodesByKey {
  const names = codesByName();
  const index = new Map<string, Set<string>>();
  for (const code of respondentCodes) for (const name of acceptedNames(code)) put(index, coreKey(name), code);
  for (const [core, codes] of index) {
    const named = names.get(core);
    if (named) index.set(core, new Set(named));
    else for (const { code } of findWithin(core, 1)) codes.add(code);
  }
  return index;
}

/** Making these takes a good part of a start, and most processes are never asked what a name means. */
function madeOnce<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The codes that a name key stands for; more than one means that the name is shared. */
export const codesByName = madeOnce(indexNames);

/** The codes that a core stands for; more than one means that it tells no respondent apart. */
export const codesByCore = madeOnce(indexCores);

/** All name keys with their codes, for the search of close ones. */
export const indexedNames = madeOnce((): readonly IndexedName[] =>
  [...codesByName()].flatMap(([key, codes]) => [...codes].map((code) => ({ code, key }))),
);

const nearSearch = madeOnce(() => makeNearSearch(indexedNames()));

/** The search among the names of respondents. */
export const findWithin: NearSearch = (written, limit) => nearSearch()(written, limit);
