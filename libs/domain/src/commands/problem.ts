/** One thing wrong with an input: where, what was expected, and what may have been meant. */
import { distance } from 'fastest-levenshtein';
import type { Steps } from './steps.js';

export interface Problem {
  /** JSON pointer (RFC 6901) into the body; empty for the whole. */
  readonly pointer: string;
  /** A stable code: `unknown-indicator`, `not-a-count` … */
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
  readonly suggestions?: readonly string[];
}

/**
 * After this many problems the rest of a body is not checked: they are enough to know, and other requests wait.
 */
export const problemsSought = 1000;

/** Problems as they are found; `undefined` after some work that found none. */
export type Search = Generator<Problem | undefined, void, void>;

/** The first of these problems, up to 1,000; then the search ends. */
export function* takeProblems(found: Search): Steps<Problem[]> {
  const problems: Problem[] = [];
  for (const problem of found) {
    if (!problem) yield;
    else if (problems.push(problem) === problemsSought) break;
  }
  return problems;
}

const longestQuote = 80;

/** What was given, short enough to be shown in a message; of a list or an object only that it is one. */
export function quote(given: unknown): string {
  if (typeof given === 'string')
    return given.length > longestQuote
      ? `${JSON.stringify(given.slice(0, longestQuote))} …`
      : JSON.stringify(given);
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' && given !== null ? 'an object' : String(given);
}

/** That a name means nobody, with those who may have been meant: a name that is only close is never taken. */
export function saysUnknown(
  written: string,
  meant: readonly { readonly code: string; readonly name: string }[],
): string {
  const near = meant.map(({ code, name }) => `${code} (${name})`).join(' or ');
  return `${quote(written)} is no respondent that is known${near && `; did you mean ${near}?`}`;
}

/** A JSON pointer from path segments, each cut after 200 characters: no name that is known is longer. */
export function toPointer(path: readonly (string | number | symbol)[]): string {
  return path
    .map((part) => `/${String(part).slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Up to three codes near to what was written, nearest first; none when nothing is near. */
export function suggestCodes(written: string, codes: readonly string[]): string[] {
  const wanted = written.toLowerCase().slice(0, 80);
  return codes
    .map((code) => ({
      code,
      mistakes: code.includes(wanted) && wanted.length > 3 ? 1 : distance(wanted, code),
    }))
    .filter(({ code, mistakes }) => mistakes <= Math.max(2, Math.floor(code.length / 3)))
    .sort((a, b) => a.mistakes - b.mistakes || (a.code < b.code ? -1 : 1))
    .slice(0, 3)
    .map(({ code }) => code);
}
