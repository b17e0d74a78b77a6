/** Many replies in one request, a reply a line: from the request to an answer with a line for each. */
import type { RoundKey } from '@rapporteur/domain';
import {
  authorityOf,
  bodyLimit,
  HttpProblem,
  readLines,
  tellNotAllowed,
  toHeaderText,
} from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PassThrough, type Readable } from 'node:stream';
import { readCommandQuery, readIdempotencyKey, readMeta } from './command-request.js';
import { recordLines, type LinesTools } from './record-lines.js';

/** The media type of JSON texts that are parted by line feeds. */
export const linesType = 'application/x-ndjson';

/**
 * Answers each line as soon as it is recorded or refused. Errors: HttpProblem for a request none of whose lines can
 * be taken.
 */
export async function answerLines(
  tools: LinesTools,
  body: Readable,
  round: RoundKey,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { 'if-match': ifMatch, 'idempotency-key': key } = request.headers;
  if (ifMatch !== undefined) throw aboutOneReply('If-Match', 'bad-if-match');
  const query = readCommandQuery(request);
  if (query.draft !== undefined) throw aboutOneReply('draft=', 'bad-parameters');
  const facts = {
    round,
    authority: authorityOf(request),
    meta: readMeta(request, new Date().toISOString()),
    idempotencyKey: readIdempotencyKey(key as string | undefined),
    ...query,
    asked: [request.method, request.url],
    onRefused: (error: unknown) => tellNotAllowed(request, error),
  };
  const pieces = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const answer = new PassThrough();
  answer.on('error', () => undefined);
  void reply
    .status(200)
    .headers({ 'content-type': linesType, 'x-request-id': toHeaderText(facts.meta.causationId) })
    .send(answer);
  const { write, end } = writeTogether(answer);
  await recordLines(tools, readLines(pieces, bodyLimit), facts, write);
  end();
  // What is left of a body that was not read to its end is dropped.
  body.resume();
}

/**
 * Writes lines to an answer: those of one turn of the event loop, which mostly are those of one commit, as one piece, for each
 * piece costs more than the lines in it. Whether anybody reads is not waited for: most clients read only when they have sent
 * everything.
 */
function writeTogether(answer: PassThrough): { write(line: object): void; end(): void } {
  let lines = '';
  const flush = () => {
    if (lines !== '') answer.write(lines);
    lines = '';
  };
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += `${JSON.stringify(line)}\n`;
    },
    end() {
      flush();
      answer.end();
    },
  };
}

const aboutOneReply = (what: string, code: string) =>
  new HttpProblem({
    status: 400,
    code,
    title: `${what} is about one reply`,
    detail: 'Send it with a single correction, replacement or withdrawal; leave it out with many replies.',
  });
