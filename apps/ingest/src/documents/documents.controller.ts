/** The addresses of documents on the write side: receiving one, giving its passages to statements, removing one. */
import { Body, Controller, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { scanLanguages } from '@rapporteur/documents';
import { daySchema, documentSchema, saysUnknown, text, type Registry } from '@rapporteur/domain';
import { authorityOf, HttpProblem, invalid, needRight } from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { readMeta, readRound, withRound, type Params } from '../commands/command-request.js';
import { RECORDING, REGISTRY } from '../commands/ingest.controller.js';
import type { Recording } from '../commands/recording.js';
import { needRightToSend } from '../commands/rights.js';
import { readQuery, refuse } from '../import/upload/import-request.js';
import { receiveUpload } from '../import/upload/receive-upload.js';
import { attachEvidence } from './attach-evidence.js';
import { keepDocument, type KeptDocument } from './keep-document.js';
import { removeDocument } from './remove-document.js';

export const documentQuerySchema = z.strictObject({
  received: daySchema.describe('The day on which it was received'),
  name: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The name of the file; that of the form when not given'),
  language: z
    .enum(scanLanguages)
    .optional()
    .describe('In which pages that are pictures are read, the first time; found out when not given'),
});

const percent = z.int().min(0).max(100);
const regionInputSchema = z
  .strictObject({ x: percent, y: percent, width: percent.min(1), height: percent.min(1) })
  .describe('Of the page, in whole percent of its width and height, from the left and the top');

export const evidenceInputSchema = z.strictObject({
  round: z.string().max(200).describe('collection/round, such as ecosoc-2006-27/2008'),
  passages: z
    .array(
      z.strictObject({
        id: z.string().max(500),
        start: z.int().min(0).optional().describe('In the text of the document; with end'),
        end: z.int().min(1).optional(),
        page: z.int().min(1).optional().describe('In place of start and end, with region'),
        region: regionInputSchema.optional(),
      }),
    )
    .min(1)
    .max(1000)
    .optional()
    .describe(
      'Where single figures and findings stand, in the text of the document or on a page; when not given, all are looked for',
    ),
});

export const removalInputSchema = z.strictObject({ reason: text(2000) });

const example = '/v1/rounds/ecosoc-2006-27/2008/documents?received=2008-01-24&name=letter.pdf';

@Controller('v1')
export class DocumentsController {
  constructor(
    @Inject(RECORDING) private readonly recording: Recording,
    @Inject(REGISTRY) private readonly registry: Omit<Registry, 'today'>,
  ) {}

  @Post(withRound('documents').map((path) => `rounds/${path}`))
  ofRound(
    @Param() params: Params,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.receive(params, null, query, request, reply);
  }

  @Post(withRound('replies/:respondent/documents').map((path) => `rounds/${path}`))
  ofReply(
    @Param() params: Params,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { respondent = '' } = params;
    const found = this.registry.resolve(respondent);
    if ('code' in found) return this.receive(params, found.code, query, request, reply);
    throw new HttpProblem({
      status: 404,
      code: 'unknown-respondent',
      title: saysUnknown(respondent, found.suggestions),
      extra: { suggestions: found.suggestions },
    });
  }

  @Post('documents/:document/evidence')
  async attach(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { round: name, passages } = readBody(evidenceInputSchema, body);
    const key = readRound({ id: name });
    needRight(authorityOf(request), 'attach-evidence', key);
    const asked = { document: readDocument(document), ...key, passages };
    const answer = await attachEvidence(this.recording, asked, factsOf(request));
    void reply.status(answer.recorded ? 201 : 200).send(answer);
  }

  @Post('documents/:document/removal')
  async remove(
    @Param('document') document: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = readBody(removalInputSchema, body);
    const asked = { document: readDocument(document), reason };
    const answer = await removeDocument(this.recording, asked, factsOf(request));
    void reply.status(answer.recorded ? 201 : 200).send({ document: asked.document, ...answer });
  }

  private async receive(
    params: Params,
    respondent: string | null,
    query: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const key = readRound(params);
    const { received: receivedOn, name, language } = readQuery(documentQuerySchema, query, example);
    const limit = needRightToSend(authorityOf(request), 'add-document', {
      collection: key.collection,
      ...(respondent === null ? {} : { respondent }),
    });
    if (!request.body || typeof (request.body as Readable).pipe !== 'function')
      throw new HttpProblem({
        status: 415,
        code: 'wrong-content-type',
        title: 'The body must be a file',
        detail: 'Send it as application/octet-stream, or as the part "file" of a form.',
      });
    if (receivedOn > new Date().toISOString().slice(0, 10))
      throw invalid([
        {
          pointer: '/received',
          code: 'in-future',
          message: `${receivedOn} is in the future`,
          expected: 'a day up to today',
        },
      ]);
    const type = request.headers['content-type'] ?? '';
    const upload = await receiveUpload(request.body as Readable, type, limit).catch(refuse);
    try {
      const said = { ...key, respondent, receivedOn, language, name: name ?? upload.name ?? 'document' };
      const kept = await keepDocument(this.recording, said, { ...upload, limit }, factsOf(request));
      void reply.status(kept.recorded ? 201 : 200).send(toAnswer(kept));
    } catch (error) {
      refuse(error);
    } finally {
      await upload.remove();
    }
  }
}

const factsOf = (request: FastifyRequest) => ({
  authority: authorityOf(request),
  meta: readMeta(request, new Date().toISOString()),
});

function toAnswer({ received, extracted, recorded, version, token }: KeptDocument) {
  const { collection, round, ...document } = received;
  const read =
    'text' in extracted
      ? {
          text: {
            extraction: extracted.text.extraction,
            language: extracted.text.language,
            paragraphs: extracted.text.blocks.length,
            ...(extracted.text.scan ? { scan: extracted.text.scan } : {}),
          },
        }
      : { unread: extracted.problem };
  return { ...document, round: `${collection}/${round}`, ...read, recorded, version, token };
}

/** Errors: HttpProblem 404 for what is no SHA-256. */
export function readDocument(document: string): string {
  if (documentSchema.safeParse(document).success) return document;
  throw new HttpProblem({
    status: 404,
    code: 'unknown-document',
    title: 'There is no such document',
    detail: 'A document is named by the SHA-256 of its bytes, in 64 lower-case hex digits.',
  });
}

/** Errors: HttpProblem with everything that is wrong. */
export function readBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: path.length === 0 ? '' : `/${path.join('/')}`,
      code: 'bad-value',
      message,
      expected: 'see /docs',
    })),
  );
}
