/** The addresses of words: what waits for a decision, what was decided, and deciding. */
import { Body, Controller, Get, Headers, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { codeSchema, parseDecisionsInSteps, type Registry } from '@rapporteur/domain';
import {
  authorityOf,
  invalid,
  needRight,
  toHeaderText,
  withTextProblems,
  runInSteps,
} from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readIdempotencyKey, readMeta } from '../../commands/command-request.js';
import { RECORDING, REGISTRY } from '../../commands/ingest.controller.js';
import type { Recording } from '../../commands/recording.js';
import { readQuery } from '../upload/import-request.js';
import type { Following } from './follow-decisions.js';
import { listWords } from './list-words.js';
import { recordDecisions } from './record-decisions.js';

export const FOLLOWING = Symbol('following decisions');

export const wordsQuerySchema = z.strictObject({
  collection: codeSchema,
  state: z.enum(['waiting', 'decided']).default('waiting'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(500)
    .describe('How many words at most; of those that wait never more than 1,000 at a time'),
});

/** Each has sample rows and proposals, which take time to find. */
const waitingAtMost = 1000;

const example = '/v1/words?collection=unodc-glotip&state=waiting';

@Controller('v1/words')
export class WordsController {
  constructor(
    @Inject(RECORDING) private readonly recording: Recording,
    @Inject(REGISTRY) private readonly registry: Omit<Registry, 'today'>,
    @Inject(FOLLOWING) private readonly following: Following,
  ) {}

  @Get()
  async list(@Query() query: unknown, @Req() request: FastifyRequest) {
    const asked = readQuery(wordsQuerySchema, query, example);
    needRight(authorityOf(request), 'decide-words', { collection: asked.collection });
    const limit = asked.state === 'waiting' ? Math.min(asked.limit, waitingAtMost) : asked.limit;
    return listWords(this.recording.pool, { ...asked, limit });
  }

  @Post('decisions')
  async decide(
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const recordedAt = new Date().toISOString();
    const idempotencyKey = readIdempotencyKey(headers['idempotency-key']);
    const meta = readMeta(request, recordedAt);
    const registry = { ...this.registry, today: recordedAt.slice(0, 10) };
    const parsed = await runInSteps(parseDecisionsInSteps(body, registry));
    if (!parsed.ok) throw invalid(withTextProblems(request, parsed.problems));
    const problems = withTextProblems(request);
    if (problems.length > 0) throw invalid(problems);
    const answer = await recordDecisions(this.recording, parsed.value, {
      authority: authorityOf(request),
      meta,
      idempotencyKey,
      asked: [request.method, request.url, request.body],
    });
    this.following.wake();
    void reply
      .status(answer.status)
      .headers({
        'x-request-id': toHeaderText(meta.causationId),
        ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
      })
      .send(answer.body);
  }
}
