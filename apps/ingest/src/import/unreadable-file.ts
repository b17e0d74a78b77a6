/** Why a file cannot be taken, and how what stands in it is quoted to people. */
const longestMessage = 2000;

/** In: text, and how many characters of it are told. Out: the text, cut within no character. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** What a file, a form or a mapping says, for people and their terminals: cut, and without what would steer either. */
export const quote = (text: string, length = 80): string =>
  text === ''
    ? 'a blank'
    : `"${cut(text, length)
        .toWellFormed()
        .replace(/[\p{Cc}\u202d\u202e\ufffe\uffff]/gu, '\ufffd')}"`;

export type UnreadableCode =
  | 'not-a-spreadsheet'
  | 'truncated'
  | 'damaged'
  | 'too-large'
  | 'bad-encoding'
  | 'no-header'
  | 'bad-header'
  | 'no-rows'
  | 'bad-mapping'
  | 'bad-form'
  | 'bad-date'
  | 'bad-request';

/** Why a file cannot be taken: `code` for programs, the message for people. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(
    readonly code: UnreadableCode,
    message: string,
  ) {
    super(cut(message, longestMessage));
  }
}
