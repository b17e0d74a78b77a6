/**
 * Names of a JSON text that are no good: an object gives one more than once, and JSON.parse keeps the last and forgets
 * the others; or one reaches into what every object of JavaScript is made of.
 */
import { toPointer, type Problem } from '@rapporteur/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';

/** An object or array that is open: its names so far, and where in it the scan stands. */
interface Open {
  /** Undefined in an array. */
  readonly names: Set<string> | undefined;
  at: string | number;
  isNameNext: boolean;
}

/**
 * In: a text that JSON.parse takes. Calls `onName` for each name, in order, with the objects and arrays around it, the
 * innermost last, which is `at` the name and does not have it in `names` yet.
 */
function readNames(text: string, onName: (open: readonly Open[]) => void): void {
  const open: Open[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const inner = open.at(-1);
    switch (text[i]) {
      case '{':
        open.push({ names: new Set(), at: '', isNameNext: true });
        break;
      case '[':
        open.push({ names: undefined, at: 0, isNameNext: false });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inner!.names) inner!.isNameNext = true;
        else inner!.at = (inner!.at as number) + 1;
        break;
      case '"': {
        const end = endOfString(text, i);
        if (inner?.names && inner.isNameNext) {
          // Names may be written with escapes: "\u0061" is "a".
          inner.at = JSON.parse(text.slice(i, end + 1)) as string;
          inner.isNameNext = false;
          onName(open);
          inner.names.add(inner.at);
        }
        i = end;
      }
    }
  }
}

/** Where the string ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

const pointerOf = (open: readonly Open[]) => toPointer(open.map(({ at }) => at));

/** In: a text that JSON.parse takes. Out: a problem for each name that its object has had before, in order. */
export function findRepeatedNames(text: string): Problem[] {
  const problems: Problem[] = [];
  readNames(text, (open) => {
    const { names, at } = open.at(-1)!;
    if (names!.has(at as string))
      problems.push({
        pointer: pointerOf(open),
        code: 'repeated-name',
        message: `"${at}" is given more than once`,
        expected: 'each name once: which of the two was meant cannot be told',
      });
  });
  return problems;
}

/** In: a text that JSON.parse takes. Out: a problem for each name that Fastify's parser refuses, in order. */
export function findForbiddenNames(text: string): Problem[] {
  const problems: Problem[] = [];
  readNames(text, (open) => {
    const [outer, inner] = [open.at(-2)?.at, open.at(-1)!.at];
    if (inner === '__proto__' || (inner === 'prototype' && outer === 'constructor'))
      problems.push({
        pointer: pointerOf(open),
        code: 'forbidden-name',
        message: `"${inner}" is a name that no object may have here`,
        expected: 'the body without it',
      });
  });
  return problems;
}

const forbidden = (problems: readonly Problem[]) =>
  new HttpProblem({
    status: 400,
    code: 'forbidden-name',
    title: 'The body has names that are forbidden',
    detail: 'Leave out what the problems point at; no field is called so.',
    problems,
  });

const repeatedIn = new WeakMap<FastifyRequest, readonly Problem[]>();

/** The names that a request's body gave more than once, to be told with its other problems. */
export const repeatedNamesOf = (request: FastifyRequest): readonly Problem[] => repeatedIn.get(request) ?? [];

/** Makes JSON bodies be looked through for such names, beside Fastify's own parsing. */
export function checkNames(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const parseAnyNames = fastify.getDefaultJsonParser('ignore', 'ignore');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) =>
    parse(request, text, (error, body) => {
      // Fastify's error is the same for what is no JSON and for a name.
      if (error)
        return parseAnyNames(request, text, (broken) => done(broken ?? forbidden(findForbiddenNames(text))));
      const repeated = findRepeatedNames(text);
      if (repeated.length > 0) repeatedIn.set(request, repeated);
      done(null, body);
    }),
  );
}
