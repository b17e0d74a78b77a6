/** The addresses of drafts: reading, saving and ending one, and saying that one has it open. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { proposalCountsSchema, type DraftAnswer, type DraftStateAnswer } from '@rapporteur/contract';
import type { Registry } from '@rapporteur/domain';
import { authorityOf, HttpProblem } from '@rapporteur/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RECORDING, REGISTRY } from '../commands/ingest.controller.js';
import type { Recording } from '../commands/recording.js';
import { readBody } from '../documents/documents.controller.js';
import { readQuery } from '../import/upload/import-request.js';
import { readDraftKey, whoActs, whose } from './draft-key.js';
import { noteWindow, readDraft, saveDraft } from './keep-draft.js';

const tab = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('A name of the window that asks, so that others see it');

export const draftQuerySchema = z.strictObject(whose);
export const draftWindowSchema = z.strictObject({ ...whose, tab });
const version = z.int().min(0).describe('The version that this was made from; 0 for the first');
/** What is coded. */
export const contentSchema = z
  .record(z.string().max(200), z.unknown())
  .describe(
    'Anything, 1 MB at most; it is given back as it is. `notes` in it are of the page, and no coding: who changes them alone is no coder',
  );
export const draftInputSchema = z.strictObject({
  ...whose,
  tab,
  version,
  content: contentSchema,
});
export const draftEndSchema = z.strictObject({
  ...whose,
  tab,
  version,
  sent: proposalCountsSchema
    .extend({ version: z.int().min(1).describe('Of the reply that was stored') })
    .optional()
    .describe('When not given, the draft was discarded'),
});

/** How long a draft may be, as JSON (characters). */
const longest = 1_000_000;
/** Errors: HttpProblem 413. */
export function needSize(content: object): void {
  if (JSON.stringify(content).length <= longest) return;
  throw new HttpProblem({ status: 413, code: 'too-large', title: 'A draft has 1 MB at most' });
}

const example = '/v1/documents/{document}/draft?round=ecosoc-2006-27/2008&respondent=SV';

@Controller('v1/documents/:document/draft')
export class DraftsController {
  constructor(
    @Inject(RECORDING) readonly recording: Recording,
    @Inject(REGISTRY) readonly registry: Omit<Registry, 'today'>,
  ) {}

  @Get()
  async read(
    @Param('document') document: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftAnswer> {
    const key = await this.keyOf(document, readQuery(draftQuerySchema, query, example), request);
    return readDraft(this.recording.pool, key);
  }

  @Post()
  @HttpCode(200)
  async save(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const { content, ...said } = readBody(draftInputSchema, body);
    const key = await this.keyOf(document, said, request);
    needSize(content);
    return saveDraft(this.recording.pool, key, { ...said, content }, whoActs(request, key));
  }

  @Post('presence')
  @HttpCode(200)
  async present(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const said = readBody(draftWindowSchema, body);
    const key = await this.keyOf(document, said, request);
    return noteWindow(this.recording.pool, key, said.tab, authorityOf(request).principal);
  }

  @Post('end')
  @HttpCode(200)
  async end(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const said = readBody(draftEndSchema, body);
    const key = await this.keyOf(document, said, request);
    return saveDraft(this.recording.pool, key, { ...said, content: null }, whoActs(request, key));
  }

  private keyOf(document: string, said: z.output<typeof draftQuerySchema>, request: FastifyRequest) {
    return readDraftKey(this, document, said, request);
  }
}
