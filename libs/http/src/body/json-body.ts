/** Reads JSON bodies from their bytes: what cannot be kept exactly as it was sent is refused. */
import type { Problem } from '@rapporteur/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { brokenJson, HttpProblem } from '../problem.js';
import type { BodyWatch } from './unfinished-bodies.js';
import { deepest, scanJson } from './scan-json.js';

const found = new WeakMap<FastifyRequest, readonly Problem[]>();

/**
 * The problems of the text of a request's body, then those of its content. Where the text of a number is a
 * problem, those of its content are left out.
 */
export const withTextProblems = (
  request: FastifyRequest,
  ofContent: readonly Problem[] = [],
): readonly Problem[] => joinProblems(found.get(request) ?? [], ofContent);

/** The same for a text that is no whole body. In: the problems of the text, and those of its content. */
export function joinProblems(
  ofText: readonly Problem[],
  ofContent: readonly Problem[] = [],
): readonly Problem[] {
  if (ofText.length === 0) return ofContent;
  const numbers = new Set(ofText.filter(isOfNumber).map(({ pointer }) => pointer));
  return [...ofText, ...ofContent.filter(({ pointer }) => !numbers.has(pointer))];
}

const isOfNumber = ({ code }: Problem) => code === 'number-not-exact';

/** Replaces Fastify's JSON parser by ours, for bodies of at most `limit` bytes. */
export function takeJson(fastify: FastifyInstance, watch: Pick<BodyWatch, 'readWhole'>, limit: number): void {
  const read = (request: FastifyRequest, bytes: Buffer): unknown => {
    const { body, problems } = readJson(bytes);
    if (problems.length > 0) found.set(request, problems);
    return body;
  };
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', (request, _payload, done) =>
    watch.readWhole(request, limit, (failure, bytes) => {
      if (failure) return done(failure);
      let body: unknown;
      try {
        body = read(request, bytes!);
      } catch (error) {
        return done(error as Error);
      }
      done(null, body);
    }),
  );
}

/**
 * In: a body. Out: its value, and the problems of its text (names given twice, numbers that cannot be held).
 * Errors: HttpProblem for a body that cannot be taken at all.
 */
export function readJson(bytes: Uint8Array): { body: unknown; problems: readonly Problem[] } {
  if (bytes.length === 0) throw emptyBody();
  const text = decode(bytes);
  const { tooDeep, tooMany, forbidden, problems } = scanJson(text);
  // Checked before JSON.parse, which follows any nesting and makes an object of each pair of brackets.
  if (tooDeep !== undefined) throw nestedTooDeep(tooDeep);
  if (tooMany) throw tooManyValues(tooMany);
  const body = parse(text);
  if (forbidden.length > 0) throw forbiddenNames(forbidden);
  return { body, problems };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8. A byte order mark at the start is dropped: some programs write one, and it means nothing. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpProblem({
      status: 400,
      code: 'bad-encoding',
      title: 'The body is not UTF-8',
      detail: 'Send JSON in UTF-8.',
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw brokenJson(error as SyntaxError);
  }
}

const emptyBody = () =>
  new HttpProblem({
    status: 400,
    code: 'empty-body',
    title: 'The body is empty',
    detail: 'Send a JSON object.',
  });

const nestedTooDeep = (pointer: string) =>
  new HttpProblem({
    status: 400,
    code: 'too-deep',
    title: `The body has more than ${deepest} objects and arrays within one another`,
    problems: [
      {
        pointer,
        code: 'too-deep',
        message: 'nothing may stand deeper than this',
        expected: 'a body as GET /docs describes it',
      },
    ],
  });

const tooManyValues = (problem: Problem) =>
  new HttpProblem({
    status: 413,
    code: 'too-many-values',
    title: `The body is too large: ${problem.message}`,
    problems: [problem],
  });

const forbiddenNames = (problems: readonly Problem[]) =>
  new HttpProblem({
    status: 400,
    code: 'forbidden-name',
    title: 'The body has names that are forbidden',
    detail: 'Leave out what the problems point at; no field is called so.',
    problems,
  });
