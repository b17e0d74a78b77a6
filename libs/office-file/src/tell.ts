/** Makes text that comes from a file safe to show to people and their terminals. */

/** In: text, and how many characters of it are shown. Out: the text, cut between two characters. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/**
 * In: text. Out: the same with U+FFFD for control characters other than line feeds, and for what forces a text
 * direction.
 */
export const clean = (text: string): string =>
  text.toWellFormed().replace(/(?!\n)[\p{Cc}\u202d\u202e\ufffe\uffff]/gu, '\ufffd');
