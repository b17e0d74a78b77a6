/** The write side's addresses: open a round; submit, correct, replace and withdraw a reply. */
import { Body, Controller, Headers, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  codeSchema,
  confirmable,
  parseCorrectionInSteps,
  parseReplacementInSteps,
  parseReplyInSteps,
  parseRoundInSteps,
  parseWithdrawalInSteps,
  type Command,
  type Confirmed,
  type Parsed,
  type Registry,
  type RoundKey,
  type Steps,
} from '@rapporteur/domain';
import {
  authorityOf,
  HttpProblem,
  invalid,
  readHeaderText,
  toHeaderText,
  traceparentOf,
  withTextProblems,
} from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { confirmSchema } from './confirm-schema.js';
import { runInSteps } from './run-in-steps.js';
import { previewCommand, recordCommand, type Recording, type RequestMeta } from './record-command.js';

export const RECORDING = Symbol('recording');
export const REGISTRY = Symbol('registry');

/** The query parameters of a command. */
export const commandQuerySchema = z.strictObject({
  dryRun: z
    .enum(['true', 'false', ''])
    .optional()
    .describe('true: check, tell what would change in the tables, and store nothing'),
  confirm: confirmSchema,
});

export type Params = { collection?: string; round?: string; id?: string; respondent?: string };
type RequestHeaders = Record<string, string | undefined>;

/** `{collection}/{round}` as two segments, or as one with the slash encoded. */
export const withRound = (end: string) => [`:collection/:round/${end}`, `:id/${end}`];

@Controller('v1/rounds')
export class IngestController {
  constructor(
    @Inject(RECORDING) private readonly recording: Recording,
    @Inject(REGISTRY) private readonly registry: Omit<Registry, 'today'>,
  ) {}

  @Post()
  openRound(
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answer((registry) => parseRoundInSteps(body, registry), headers, request, reply);
  }

  @Post(withRound('replies'))
  submit(
    @Param() params: Params,
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(
      (registry) => parseReplyInSteps(body, readRound(params), registry),
      headers,
      request,
      reply,
    );
  }

  @Post(withRound('replies/:respondent/corrections'))
  correct(
    @Param() params: Params,
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(
      (registry) => parseCorrectionInSteps(body, readRound(params), this.readRespondent(params), registry),
      headers,
      request,
      reply,
    );
  }

  @Post(withRound('replies/:respondent/replacement'))
  replace(
    @Param() params: Params,
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(
      (registry) => parseReplacementInSteps(body, readRound(params), this.readRespondent(params), registry),
      headers,
      request,
      reply,
    );
  }

  @Post(withRound('replies/:respondent/withdrawal'))
  withdraw(
    @Param() params: Params,
    @Body() body: unknown,
    @Headers() headers: RequestHeaders,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(
      (registry) => parseWithdrawalInSteps(body, readRound(params), this.readRespondent(params), registry),
      headers,
      request,
      reply,
    );
  }

  private readRespondent({ respondent = '' }: Params): string {
    const found = this.registry.resolve(respondent);
    if ('code' in found) return found.code;
    throw new HttpProblem({
      status: 404,
      code: 'unknown-respondent',
      title: `"${respondent}" is no respondent that is known`,
      extra: { suggestions: found.suggestions },
    });
  }

  private async answer(
    parse: (registry: Registry) => Steps<Parsed<Command>>,
    headers: RequestHeaders,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const recordedAt = new Date().toISOString();
    const ifMatch = readIfMatch(headers['if-match']);
    const idempotencyKey = readIdempotencyKey(headers['idempotency-key']);
    const { isDryRun, confirmed } = readQuery(request);
    const meta = readMeta(request, recordedAt);
    const authority = authorityOf(request);
    const parsed = await runInSteps(parse({ ...this.registry, today: recordedAt.slice(0, 10) }));
    if (!parsed.ok) throw invalid(withTextProblems(request, parsed.problems));
    const problems = withTextProblems(request);
    if (problems.length > 0) throw invalid(problems);
    if (isDryRun)
      return void reply
        .status(200)
        .send(await previewCommand(this.recording, parsed.value, { authority, ifMatch, confirmed }));
    const asked = [request.method, request.url, request.body];
    const answer = await recordCommand(this.recording, parsed.value, {
      authority,
      meta,
      idempotencyKey,
      ifMatch,
      confirmed,
      asked,
    });
    void reply
      .status(answer.status)
      .headers({
        etag: `"${answer.body.version}"`,
        'x-request-id': toHeaderText(meta.causationId),
        'content-type': 'application/json; charset=utf-8',
        ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
      })
      // Sent as bytes, because Node writes the headers before a text body in the encoding of that text.
      .send(Buffer.from(JSON.stringify(answer.body)));
  }
}

/** The part of an event's particulars that tells through which request it came. */
export function readMeta(request: FastifyRequest, recordedAt: string): RequestMeta {
  const { headers } = request;
  const causationId = readHeaderText(headers, 'X-Request-Id') ?? randomUUID();
  const traceparent = traceparentOf(request);
  return {
    recordedAt,
    correlationId: readHeaderText(headers, 'X-Correlation-Id') ?? causationId,
    causationId,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** Errors: HttpProblem for an address that names no round. */
export function readRound({ collection, round, id = '' }: Params): RoundKey {
  const [first = '', second = '', ...rest] = collection === undefined ? id.split('/') : [collection, round];
  if (rest.length === 0 && codeSchema.safeParse(first).success && codeSchema.safeParse(second).success)
    return { collection: first, round: second };
  throw new HttpProblem({
    status: 404,
    code: 'unknown-round',
    title: `"${[first, second, ...rest].filter(Boolean).join('/')}" is no round`,
    detail: 'A round is named collection/round, such as ecosoc-2006-27/2008; GET /v1/rounds lists them.',
  });
}

/** `?dryRun=true&confirm=received-before-round`. Errors: another parameter, or another value. */
function readQuery({ query }: FastifyRequest): { isDryRun: boolean; confirmed: Confirmed } {
  const parsed = commandQuerySchema.safeParse(query);
  if (parsed.success) {
    const { dryRun, confirm = [] } = parsed.data;
    return { isDryRun: dryRun === 'true' || dryRun === '', confirmed: confirm };
  }
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameters',
    title: 'Some parameters cannot be used',
    detail: `There are dryRun=true, and confirm= with ${confirmable.join(', ')}.`,
  });
}

function readIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (match) return Number(match[1]);
  throw new HttpProblem({
    status: 400,
    code: 'bad-if-match',
    title: 'If-Match is no version',
    detail: 'Send the ETag of the answer that told the version, such as "3".',
  });
}

/** Errors: HttpProblem for a key of another length. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = header.trim();
  if (key.length > 0 && key.length <= 200) return key;
  throw new HttpProblem({
    status: 400,
    code: 'bad-idempotency-key',
    title: 'Idempotency-Key must have 1 to 200 characters',
  });
}
