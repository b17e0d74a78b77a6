/** The write side's addresses: open a round; submit, correct, replace and withdraw a reply. */
import { Body, Controller, Headers, Inject, Param, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import {
  parseCorrectionInSteps,
  parseReplacementInSteps,
  parseReplyInSteps,
  parseRoundInSteps,
  parseWithdrawalInSteps,
  saysUnknown,
  type Authority,
  type Command,
  type Parsed,
  type Registry,
  type Steps,
} from '@rapporteur/domain';
import {
  authorityOf,
  HttpProblem,
  invalid,
  takeStreams,
  toHeaderText,
  withTextProblems,
  runInSteps,
} from '@rapporteur/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import {
  readIdempotencyKey,
  readIfMatch,
  readMeta,
  readCommandQuery,
  readRound,
  withRound,
  type Params,
} from './command-request.js';
import { answerLines, linesType } from './answer-lines.js';
import { previewCommand, recordCommand } from './record-command.js';
import type { Recording, ReviewOf } from './recording.js';
import { needRightTo } from './rights.js';

export const RECORDING = Symbol('recording');
export const REGISTRY = Symbol('registry');
export const REVIEW = Symbol('review');

type RequestHeaders = Record<string, string | undefined>;

@Controller('v1/rounds')
export class IngestController implements OnModuleInit {
  constructor(
    @Inject(RECORDING) private readonly recording: Recording,
    @Inject(REGISTRY) private readonly registry: Omit<Registry, 'today'>,
    @Inject(REVIEW) private readonly reviewOf: ReviewOf,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** Many replies in one body come as a stream. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    takeStreams(server, [linesType], (address) => address.endsWith('/replies'));
  }

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
    if (body instanceof Readable)
      return answerLines(
        { recording: this.recording, registry: this.registry },
        body,
        readRound(params),
        request,
        reply,
      );
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

  /** Who coded and looked at what is sent from a draft. Errors: HttpProblem 409, where it waits for a look. */
  private async review(
    command: Command,
    authority: Authority,
    document: string,
    sent: Parameters<ReviewOf>[1],
  ): ReturnType<ReviewOf> {
    if (command.type === 'OpenRound') return {};
    needRightTo(authority, command);
    const { collection, round, respondent } = command;
    return this.reviewOf({ document, collection, round, respondent }, sent);
  }

  private readRespondent({ respondent = '' }: Params): string {
    const found = this.registry.resolve(respondent);
    if ('code' in found) return found.code;
    throw new HttpProblem({
      status: 404,
      code: 'unknown-respondent',
      title: saysUnknown(respondent, found.suggestions),
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
    const { isDryRun, confirmed, draft } = readCommandQuery(request);
    const meta = readMeta(request, recordedAt);
    const authority = authorityOf(request);
    const parsed = await runInSteps(parse(Object.assign({ today: recordedAt.slice(0, 10) }, this.registry)));
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
      meta: Object.assign(
        meta,
        draft && (await this.review(parsed.value, authority, draft, { body: request.body, confirmed })),
      ),
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
      })
      .headers(answer.replayed ? { 'idempotent-replayed': 'true' } : {})
      // Sent as bytes, because Node writes the headers before a text body in the encoding of that text.
      .send(Buffer.from(JSON.stringify(answer.body)));
  }
}
