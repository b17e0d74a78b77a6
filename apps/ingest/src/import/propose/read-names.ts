/** What the names of several columns of figures say: each by itself, and beside the others. */
import type { KnownWords, NameOfFigures } from './known-words.js';

export type Said = ReadonlyMap<string, NameOfFigures>;

/** What each name says; "other" and "unknown" are parts of what the names beside them say, where that is one dimension. */
export function readNames(names: readonly string[], known: KnownWords): Said {
  const said = new Map(names.map((name) => [name, known.inName(name)]));
  const [dimension, ...more] = new Set([...said.values()].flatMap(({ codes }) => [...codes.keys()]));
  if (dimension === undefined || more.length > 0) return said;
  for (const [name, { codes }] of said) {
    const code = codes.size > 0 ? undefined : known.code(dimension, name);
    if (code !== undefined) said.set(name, { codes: new Map([[dimension, code]]), rest: '' });
  }
  return said;
}

/** The indicator that a name says by itself, or beside the part that it says. */
export const indicatorOf = (name: string, said: Said, known: KnownWords) =>
  known.indicator(name) ?? known.indicator(said.get(name)!.rest);
