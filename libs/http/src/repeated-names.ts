/** Names that an object of a JSON text gives more than once: JSON.parse keeps the last and forgets the others. */
import { toPointer, type Problem } from '@rapporteur/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** An object or array that is open: its names so far, and where in it the scan stands. */
interface Open {
  /** Undefined in an array. */
  readonly names: Set<string> | undefined;
  at: string | number;
  isNameNext: boolean;
}

/** In: a text that JSON.parse takes. Out: a problem for each name that its object has had before, in order. */
export function findRepeatedNames(text: string): Problem[] {
  const problems: Problem[] = [];
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
          if (inner.names.has(inner.at)) problems.push(toProblem(open));
          inner.names.add(inner.at);
        }
        i = end;
      }
    }
  }
  return problems;
}

/** Where the string ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

const toProblem = (open: readonly Open[]): Problem => ({
  pointer: toPointer(open.map(({ at }) => at)),
  code: 'repeated-name',
  message: `"${open.at(-1)!.at}" is given more than once`,
  expected: 'each name once: which of the two was meant cannot be told',
});

const repeatedIn = new WeakMap<FastifyRequest, readonly Problem[]>();

/** The names that a request's body gave more than once, to be told with its other problems. */
export const repeatedNamesOf = (request: FastifyRequest): readonly Problem[] => repeatedIn.get(request) ?? [];

/** Makes JSON bodies be looked through for names that are repeated, beside Fastify's own parsing. */
export function noteRepeatedNames(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) =>
    parse(request, text, (error, body) => {
      const repeated = error ? [] : findRepeatedNames(text);
      if (repeated.length > 0) repeatedIn.set(request, repeated);
      done(error, body);
    }),
  );
}
