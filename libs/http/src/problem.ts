/** Errors as application/problem+json (RFC 9457), listing every problem at once. */
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problemsSought, toPointer, UnreadableEvent, type Problem } from '@rapporteur/domain';
import { isDatabaseAway, isDiskFull } from '@rapporteur/postgres';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface ProblemOptions {
  readonly status: number;
  /** Stable code; the end of the `type` address. */
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly problems?: readonly Problem[];
  /** Further members of the document. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How many problems of a body or an address an answer lists. */
export const problemsTold = 100;

/** An answer that is a problem document. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly options: ProblemOptions;

  constructor(options: ProblemOptions) {
    super(options.title);
    this.options = options;
  }

  get status(): number {
    return this.options.status;
  }

  /** The document's members: of many problems the first hundred, and how many more were found. */
  toJSON(): Record<string, unknown> {
    return this.toDocument(problemsTold);
  }

  /** In: how many problems the document lists at most. Out: its members. */
  toDocument(most: number): Record<string, unknown> {
    const { status, code, title, detail, problems, extra } = this.options;
    const more = (problems?.length ?? 0) - most;
    return {
      type: `/problems/${code}`,
      title,
      status,
      detail,
      ...extra,
      problems: problems?.slice(0, most),
      ...(more > 0 ? { more } : {}),
    };
  }
}

/** The database is away: what was asked may be stored or not, and trying again is safe with the same Idempotency-Key. */
export const databaseAway = () =>
  new HttpProblem({
    status: 503,
    code: 'database-away',
    title: 'The database does not answer',
    detail: 'Send the request again later; with the same Idempotency-Key it is recorded once.',
    headers: { 'retry-after': '5' },
  });

/** An event that cannot be read keeps its reply or round from being changed. */
const unreadable = ({ message }: UnreadableEvent) =>
  new HttpProblem({
    status: 409,
    code: 'unreadable-event',
    title: 'An event of this reply or round cannot be read, so nothing was stored',
    detail: `${message}. Whoever runs the server can set it aside: npm run dead-letters -- list tells its position.`,
  });

/** A disk of the server is full: nothing can be stored; reads go on where they need no space. */
export const diskFull = () =>
  new HttpProblem({
    status: 507,
    code: 'disk-full',
    title: 'The disk of the server is full',
    detail:
      'Whoever runs it must free some space. Send the request again then; with the same Idempotency-Key it is recorded once.',
    headers: { 'retry-after': '60' },
  });

/** Refused input, with all its problems. */
export const invalid = (problems: readonly Problem[]) =>
  new HttpProblem({
    status: 422,
    code: 'invalid',
    title:
      problems.length === 1
        ? 'One problem was found; nothing was stored'
        : `${problems.length >= problemsSought ? 'At least ' : ''}${problems.length} problems were found; nothing was stored`,
    problems,
  });

/** A body of JSON that is longer than is taken. */
export const tooLarge = () =>
  new HttpProblem({
    status: 413,
    code: 'too-large',
    title: 'The body is over 5 MB',
    detail: 'Split the reply, or use the import command for files.',
  });

/** A body that JSON.parse does not take. */
export const brokenJson = ({ message }: SyntaxError) =>
  new HttpProblem({
    status: 400,
    code: 'broken-json',
    title: 'The body is not JSON',
    detail: message,
    problems: [{ pointer: toPointer([]), code: 'broken-json', message, expected: 'a JSON object' }],
  });

interface FastifyFault extends Error {
  readonly code?: string;
  readonly statusCode?: number;
}

function fromFastify(error: FastifyFault): HttpProblem | undefined {
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new HttpProblem({
      status: 415,
      code: 'wrong-content-type',
      title: 'The body must be JSON',
      detail: 'Send Content-Type: application/json.',
    });
  return undefined;
}

const logger = new Logger('http');

const logFault = (fault: unknown): void => logger.error(fault);

/** Any error as a problem. An unexpected one is logged, and the answer does not give its particulars. */
export function toProblem(error: unknown, log: (fault: unknown) => void = logFault): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const known = fromFastify(error as FastifyFault);
  if (known) return known;
  if (isDatabaseAway(error)) return databaseAway();
  if (error instanceof UnreadableEvent) return unreadable(error);
  if (isDiskFull(error)) return diskFull();
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as FastifyFault).statusCode ?? 500);
  if (status === 404)
    return new HttpProblem({
      status,
      code: 'not-found',
      title: 'There is nothing at this address',
      detail: 'GET /docs lists the addresses.',
    });
  if (status < 500) return new HttpProblem({ status, code: 'bad-request', title: (error as Error).message });
  log(error);
  return new HttpProblem({
    status: 500,
    code: 'fault',
    title: 'Something went wrong here; nothing was stored by this request unless it was answered',
  });
}

/** Answers with a problem document. */
export function sendProblem(problem: HttpProblem, reply: FastifyReply): void {
  void reply
    .status(problem.status)
    .headers({ ...problem.options.headers, 'content-type': 'application/problem+json; charset=utf-8' })
    .send(JSON.stringify(problem));
}

/** Nest's filter for every error. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** In: what is told of each error, before it is answered. */
  constructor(
    private readonly onError: (request: FastifyRequest, error: unknown) => void = () => undefined,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.onError(host.switchToHttp().getRequest<FastifyRequest>(), error);
    sendProblem(toProblem(error), reply);
  }
}
