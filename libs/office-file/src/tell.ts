/** What stands in a file, as it may be told to people and their terminals. */

/** In: text, and how many characters of it are told. Out: the text, cut within no character. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** In: what is said. Out: the same without what would steer whoever or whatever reads it, but for ends of lines. */
export const clean = (text: string): string =>
  text.toWellFormed().replace(/(?!\n)[\p{Cc}\u202d\u202e\ufffe\uffff]/gu, '\ufffd');
