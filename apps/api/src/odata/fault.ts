/** A request that OData refuses, in the form in which it says so. */

/** The most of a text that is quoted back. */
const quotedAtMost = 60;
export const quoted = (text: string): string =>
  `"${text.length > quotedAtMost ? `${text.slice(0, quotedAtMost)}…` : text}"`;

export class ODataFault extends Error {
  override name = 'ODataFault';

  /** In: status of HTTP, a code that stays, words, and what of the request is meant, as "$filter". */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly target?: string,
  ) {
    super(message);
  }
}

/** A system query option that cannot be read. */
export const badOption = (option: string, message: string): ODataFault =>
  new ODataFault(400, 'bad-option', `${option}: ${message}`, option);

/** A part of the standard that this service does not have. */
export const notOffered = (what: string, target?: string): ODataFault =>
  new ODataFault(501, 'not-offered', `${what} is not offered here`, target);
