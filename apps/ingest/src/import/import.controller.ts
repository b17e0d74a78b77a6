/** The addresses of imports: upload a file for a round, and read the rows of it that were refused. */
import { Controller, Get, Inject, Param, Post, Query, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { codeSchema, daySchema } from '@rapporteur/domain';
import { HttpProblem, readHeaderText, toProblem, traceparentOf } from '@rapporteur/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PassThrough, Readable } from 'node:stream';
import { z } from 'zod';
import { awaitTables } from './await-positions.js';
import { importFile, type ImportReport } from './import-file.js';
import type { Importing, OnProgress } from './import-run.js';
import { findImport, readRefusedRows, type ImportKey } from './import-records.js';
import { findMapping, parseMapping } from './mapping.js';
import { receiveUpload, type Upload } from './receive-upload.js';
import { UnreadableFile } from './unreadable-file.js';
import { toRefusedEnd, toRefusedHead, toRefusedLines } from './to-refused-csv.js';

export const IMPORTING = Symbol('importing');

/** What a file is known by. */
const sha256 = /^[0-9a-f]{64}$/;

const path = '/v1/imports';
const fileTypes = [
  'multipart/form-data',
  'text/csv',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/x-www-form-urlencoded',
];

export const importQuerySchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  received: daySchema.describe('The day on which the publication was received'),
  name: z.string().max(200).optional().describe("The file's name, for people"),
  dryRun: z.enum(['true', 'false', '']).optional().describe('true: report, and store nothing'),
});
type ImportQuery = z.output<typeof importQuerySchema>;

export const refusedQuerySchema = z.strictObject({ collection: codeSchema, round: codeSchema });

@Controller('v1/imports')
export class ImportController implements OnModuleInit {
  constructor(
    @Inject(IMPORTING) private readonly importing: Importing,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** Files come as a stream, and at this address only: elsewhere their types are 415 as before. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(fileTypes, (request, payload, done) => {
      if (request.routeOptions.url === path) return done(null, payload);
      const error = new Error('the body must be JSON');
      done(Object.assign(error, { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }));
    });
  }

  @Post()
  async import(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parsed = readQuery(importQuerySchema, query);
    const recordedBy = readHeaderText(request.headers, 'X-Recorded-By') ?? 'import';
    if (!request.body || typeof (request.body as Readable).pipe !== 'function')
      throw new HttpProblem({
        status: 415,
        code: 'wrong-content-type',
        title: 'The body must be a file',
        detail: 'Send an .xlsx or .csv as text/csv, application/octet-stream, or the part "file" of a form.',
      });
    const upload = await receiveUpload(request.body as Readable, request.headers['content-type'] ?? '').catch(
      refuse,
    );
    const run = (onProgress: OnProgress) => this.run(parsed, upload, { request, recordedBy }, onProgress);
    if (!request.headers.accept?.includes('application/x-ndjson'))
      return void reply.status(200).send(await run(() => undefined));
    const lines = new PassThrough();
    void reply.header('content-type', 'application/x-ndjson').send(lines);
    const write = (line: object) => void lines.write(`${JSON.stringify(line)}\n`);
    await run((phase, rows, of) => write({ phase, rows, of })).then(
      (result) => write({ result }),
      (error: unknown) => write({ problem: toProblem(error, console.error) }),
    );
    lines.end();
  }

  private async run(
    { collection, round, received, name, dryRun }: ImportQuery,
    upload: Upload,
    { request, recordedBy }: { request: FastifyRequest; recordedBy: string },
    onProgress: OnProgress,
  ): Promise<ImportReport & { file: string }> {
    try {
      const mapping =
        upload.mapping === undefined ? await findMapping(collection) : parseMapping(upload.mapping);
      const result = await importFile(
        this.importing,
        {
          path: upload.path,
          file: upload.file,
          name: (name ?? upload.name ?? 'an uploaded file').slice(0, 200),
          collection,
          round,
          receivedOn: received,
          mapping,
          dryRun: dryRun === 'true' || dryRun === '',
          recordedBy,
          recordedAt: new Date().toISOString(),
          traceparent: traceparentOf(request),
        },
        onProgress,
      );
      await awaitTables(this.importing.pool, result.position);
      return { ...result, file: upload.file };
    } catch (error) {
      return refuse(error);
    } finally {
      await upload.remove();
    }
  }

  @Get(':file/refused')
  async refused(
    @Param('file') file: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { file, ...readQuery(refusedQuerySchema, query) };
    const found = sha256.test(file) ? await findImport(this.importing.pool, key) : undefined;
    if (!found)
      throw new HttpProblem({
        status: 404,
        code: 'unknown-import',
        title: 'No such file was imported into this round',
      });
    const name = `refused-${key.collection}-${key.round}-${file.slice(0, 12)}.csv`;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(this.toCsv(key, found)));
  }

  private async *toCsv(
    key: ImportKey,
    { header, refused }: { header: readonly string[]; refused: number },
  ): AsyncGenerator<string> {
    yield toRefusedHead(header);
    let listed = 0;
    for await (const rows of readRefusedRows(this.importing.pool, key)) {
      listed += rows.length;
      yield toRefusedLines(rows);
    }
    yield toRefusedEnd(refused - listed);
  }
}

function readQuery<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    pointer: `/${issue.path.join('/')}`,
    code: 'bad-parameter',
    message: issue.message,
  }));
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameter',
    title: 'The address lacks a parameter, or has a wrong one',
    detail: `${path}?collection=unodc-glotip&round=2023&received=2023-05-30`,
    problems,
  });
}

const statuses: Partial<Record<UnreadableFile['code'], number>> = {
  'too-large': 413,
  'bad-form': 400,
  'bad-request': 409,
};

/** A file that cannot be taken is the client's affair; anything else is thrown on. */
function refuse(error: unknown): never {
  if (!(error instanceof UnreadableFile)) throw error;
  throw new HttpProblem({ status: statuses[error.code] ?? 422, code: error.code, title: error.message });
}
