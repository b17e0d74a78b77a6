/** The addresses of drafts that two people code apart: reading and saving one's own, and taking one of both. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { ApartAnswer, DraftStateAnswer } from '@rapporteur/contract';
import type { Registry } from '@rapporteur/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RECORDING, REGISTRY } from '../commands/ingest.controller.js';
import type { Recording } from '../commands/recording.js';
import { readBody } from '../documents/documents.controller.js';
import { readQuery } from '../import/upload/import-request.js';
import { contentSchema, draftQuerySchema, needSize } from './drafts.controller.js';
import { readDraftKey, whoActs, whose } from './draft-key.js';
import { readApart, saveApart, takeApart } from './keep-apart.js';

export const apartInputSchema = z.strictObject({
  ...whose,
  version: z.int().min(0).describe('The version of one’s own that this was made from; 0 for the first'),
  content: contentSchema,
  isDone: z
    .boolean()
    .describe('Once both are done each sees what the other coded, and nothing is changed any more'),
});
export const takeApartSchema = z.strictObject({
  ...whose,
  coder: z.string().max(200).describe('Whose of the two becomes the draft that is sent'),
  version: z
    .int()
    .min(0)
    .describe('The version of the draft whose place it takes; 0 where there was never one'),
});

@Controller('v1/documents/:document/draft/apart')
export class ApartController {
  constructor(
    @Inject(RECORDING) readonly recording: Recording,
    @Inject(REGISTRY) readonly registry: Omit<Registry, 'today'>,
  ) {}

  @Get()
  async read(
    @Param('document') document: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ApartAnswer> {
    const said = readQuery(
      draftQuerySchema,
      query,
      '/v1/documents/{document}/draft/apart?round=c/2008&respondent=SV',
    );
    const key = await readDraftKey(this, document, said, request);
    return readApart(this.recording.pool, key, whoActs(request, key));
  }

  @Post()
  @HttpCode(200)
  async save(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ApartAnswer> {
    const { version, content, isDone, ...said } = readBody(apartInputSchema, body);
    needSize(content);
    const key = await readDraftKey(this, document, said, request);
    return saveApart(this.recording.pool, key, { version, content, isDone }, whoActs(request, key));
  }

  @Post('taken')
  @HttpCode(200)
  async take(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<DraftStateAnswer> {
    const { coder, version, ...said } = readBody(takeApartSchema, body);
    const key = await readDraftKey(this, document, said, request);
    return takeApart(this.recording.pool, key, { coder, version }, whoActs(request, key));
  }
}
