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

/** After so many problems a body is looked at no further: whoever made them knows enough, and others wait. */
export const problemsSought = 1000;

/** Problems as they are found; nothing where the search has come on without finding any. */
export type Search = Generator<Problem | undefined, void, void>;

/** The first of these problems; the search for them ends there. */
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
