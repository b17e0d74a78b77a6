/** Names of the bookmarks around claims: the claim's number in the manifest, and whether a whole table or chart is meant. */

export type Whole = 'table' | 'chart';

/** LibreOffice adds "_Copy_1" to bookmarks in footnotes when it opens a file, and to those that are copied. */
const form = /^(claim|table|chart)_(\d{1,9})(?:[_ ]?Copy[_ ]?\d+)*$/;

/** Word allows 40 letters, digits and underscores: fewer than an id may have. */
export const bookmarkOf = (index: number, whole?: Whole): string => `${whole ?? 'claim'}_${index}`;

/** Out: what `bookmarkOf` was given; undefined for a bookmark of another kind. */
export function readBookmark(name: string): { index: number; whole: Whole | undefined } | undefined {
  const [, kind, index] = form.exec(name) ?? [];
  if (index === undefined) return undefined;
  return { index: Number(index), whole: kind === 'table' || kind === 'chart' ? kind : undefined };
}
