/** The addresses of second looks: the drafts that there are, asking for a look at one, withdrawing that, and saying that one has looked. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { readPrincipal } from '@rapporteur/access';
import type { DraftsAnswer, DraftStateAnswer } from '@rapporteur/contract';
import { may, type Registry } from '@rapporteur/domain';
import { authorityOf, HttpProblem } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readRound } from '../commands/command-request.js';
import { RECORDING, REGISTRY } from '../commands/ingest.controller.js';
import type { Recording } from '../commands/recording.js';
import { readBody } from '../documents/documents.controller.js';
import { readQuery } from '../import/upload/import-request.js';
import { readDraftKey, whoActs, whose } from './draft-key.js';
import type { DraftKey } from './entities.js';
import { askForLook, listDrafts, noteLook, withdrawLook } from './keep-look.js';

const version = z.int().min(1).describe('The version of the draft that it is about');

export const draftsQuerySchema = z.strictObject({
  round: whose.round.optional().describe('collection/round; when not given, every round'),
  look: z
    .literal('waiting')
    .optional()
    .describe('Only those for which a second look is asked that nobody has had yet'),
});
export const withdrawLookSchema = z.strictObject(whose);
export const askLookSchema = z.strictObject({
  ...whose,
  version,
  whom: z
    .string()
    .max(200)
    .optional()
    .describe('The name in the access log of who is asked; when not given, anybody who may code the letter'),
});
export const noteLookSchema = z.strictObject({
  ...whose,
  version,
  request: z
    .record(z.string().max(200), z.unknown())
    .describe('The body that would be sent: the look counts for that alone'),
  remarks: z.string().max(2000).optional(),
});

@Controller('v1')
export class LooksController {
  constructor(
    @Inject(RECORDING) readonly recording: Recording,
    @Inject(REGISTRY) readonly registry: Omit<Registry, 'today'>,
  ) {}

  /** Those that whoever asks may code. */
  @Get('drafts')
  async list(@Query() query: unknown, @Req() request: FastifyRequest): Promise<DraftsAnswer> {
    const { round, look } = readQuery(draftsQuerySchema, query, '/v1/drafts?round=ecosoc-2006-27/2008');
    const { grants } = authorityOf(request).principal;
    const items = await listDrafts(this.recording.pool, round === undefined ? {} : readRound({ id: round }));
    return {
      items: items.filter(
        (one) =>
          may(grants, 'keep-draft', {
            collection: readRound({ id: one.round }).collection,
            respondent: one.respondent,
          }).allowed &&
          (look === undefined || one.secondLook?.looked === null),
      ),
    };
  }

  @Post('documents/:document/draft/second-look')
  @HttpCode(200)
  async ask(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const { whom, version, ...said } = readBody(askLookSchema, body);
    const key = await readDraftKey(this, document, said, request);
    const asked = whom === undefined ? undefined : await this.personWhoMay(whom, key);
    return askForLook(this.recording.pool, key, { version, whom: asked }, whoActs(request, key));
  }

  @Post('documents/:document/draft/second-look/withdrawal')
  @HttpCode(200)
  async withdraw(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const key = await readDraftKey(this, document, readBody(withdrawLookSchema, body), request);
    return withdrawLook(this.recording.pool, key, whoActs(request, key));
  }

  @Post('documents/:document/draft/looked-at')
  @HttpCode(200)
  async looked(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const { version, request: sent, remarks, ...said } = readBody(noteLookSchema, body);
    const key = await readDraftKey(this, document, said, request);
    const looking = { version, request: sent, remarks };
    return noteLook(this.recording.pool, key, looking, whoActs(request, key));
  }

  /** Errors: HttpProblem 422, the same for nobody and for somebody without the right. */
  private async personWhoMay(id: string, key: DraftKey) {
    const found = (await readPrincipal(this.recording.pool, id))?.principal;
    if (found && may(found.grants, 'keep-draft', key).allowed) return { id, name: found.name };
    throw new HttpProblem({
      status: 422,
      code: 'nobody-who-may-look',
      title: `"${id}" is nobody who may code this letter`,
      detail:
        'Give the name that the access log knows them by, or none: then anybody may look who may code it.',
    });
  }
}
