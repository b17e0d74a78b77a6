/** The addresses of imports: upload a file for a round, and read the rows of it that were refused or wait. */
import { Controller, Get, Inject, Param, Post, Query, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { authorityOf, HttpProblem, needRight, takeStreams, toProblem } from '@rapporteur/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PassThrough, Readable } from 'node:stream';
import type pg from 'pg';
import { needRightToSend } from '../../commands/rights.js';
import { awaitTables } from '../run/await-positions.js';
import type { ImportProcesses } from '../process/fork-imports.js';
import type { ImportReport } from '../run/import-file.js';
import type { ImportQueue, Ticket } from '../process/import-queue.js';
import type { ImportRequest, OnProgress } from '../run/importing.js';
import { findImport, readRefusedRows } from '../records/find-import.js';
import type { ImportKey } from '../run/import-records.js';
import type { UndoRequest, UndoResult } from '../run/undo-import.js';
import {
  importPath,
  importQuerySchema,
  readQuery,
  refusedQuerySchema,
  refuse,
  toRequest,
} from './import-request.js';
import { receiveUpload } from './receive-upload.js';
import { removeLeftovers } from './remove-leftovers.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { toRefusedEnd, toRefusedHead, toRefusedLines } from '../table/to-refused-csv.js';

export const IMPORTING = Symbol('importing');

/** The addresses need: a pool to read by, the queue of imports, and the functions that import and take back. */
export interface Imports {
  readonly pool: pg.Pool;
  readonly queue: ImportQueue;
  run: ImportProcesses['run'];
  undo(request: UndoRequest): Promise<UndoResult>;
}

/** The form of a file's SHA-256, by which it is named. */
const sha256 = /^[0-9a-f]{64}$/;

const fileTypes = [
  'multipart/form-data',
  'text/csv',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/tab-separated-values',
  'application/vnd.sdmx.data+csv',
  'application/vnd.sdmx.data+xml',
  'application/vnd.sdmx.genericdata+xml',
  'application/vnd.sdmx.generictimeseriesdata+xml',
  'application/vnd.sdmx.structurespecificdata+xml',
  'application/vnd.sdmx.structurespecifictimeseriesdata+xml',
  'application/xml',
  'text/xml',
  'application/x-www-form-urlencoded',
];

@Controller('v1/imports')
export class ImportController implements OnModuleInit {
  constructor(
    @Inject(IMPORTING) private readonly imports: Imports,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** Files come as a stream, and at addresses for files only; at other addresses their media types are answered 415. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    takeStreams(server, fileTypes, (address) => address === importPath || address.endsWith('/documents'));
    removeLeftovers().catch((error: Error) => console.error(error.message));
  }

  @Post()
  async import(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parsed = readQuery(importQuerySchema, query);
    const { collection } = parsed;
    const limit = needRightToSend(authorityOf(request), 'import-file', { collection });
    if (!request.body || typeof (request.body as Readable).pipe !== 'function')
      throw new HttpProblem({
        status: 415,
        code: 'wrong-content-type',
        title: 'The body must be a file',
        detail:
          'Send a table (.xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML, JSON-stat) as text/csv, application/octet-stream, or the part "file" of a form.',
      });
    const ticket = this.imports.queue.enter();
    try {
      const type = request.headers['content-type'] ?? '';
      const upload = await receiveUpload(request.body as Readable, type, limit).catch(refuse);
      try {
        await this.answer(toRequest(parsed, upload, request), ticket, request, reply);
      } catch (error) {
        refuse(error);
      } finally {
        await upload.remove();
      }
    } finally {
      ticket.leave();
    }
  }

  /** Answers with the report alone; or with a line for each step, of which the last has the report or a problem. */
  private async answer(
    asked: ImportRequest,
    ticket: Ticket,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    const leave = () => gone.abort(new UnreadableFile('bad-request', 'The client went away.'));
    reply.raw.once('close', leave);
    if (reply.raw.destroyed) leave();
    const run = (onProgress: OnProgress) => this.run(asked, ticket, gone.signal, onProgress);
    if (!request.headers.accept?.includes('application/x-ndjson'))
      return void reply.status(200).send(await run(() => undefined));
    const lines = new PassThrough();
    void reply.header('content-type', 'application/x-ndjson').send(lines);
    const write = (line: object) => void lines.write(`${JSON.stringify(line)}\n`);
    await run((phase, rows, of) => write({ phase, rows, of })).then(
      (result) => write({ result }),
      (error: unknown) => write({ problem: toProblem(error) }),
    );
    lines.end();
  }

  private async run(
    asked: ImportRequest,
    ticket: Ticket,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<ImportReport & { file: string }> {
    const { pool, run } = this.imports;
    try {
      await ticket.turn(asked.collection, () => onProgress('waiting', 0, undefined), signal);
      // The next import may begin as soon as this one ends, before it is answered and while it waits for the tables.
      const report = await run(asked, onProgress).finally(() => ticket.leave());
      await awaitTables(pool, report.position);
      return { ...report, file: asked.file };
    } catch (error) {
      return refuse(error);
    }
  }

  @Get(':file/refused')
  async refused(
    @Param('file') file: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { file, ...readQuery(refusedQuerySchema, query) };
    needRight(authorityOf(request), 'import-file', { collection: key.collection });
    const found = sha256.test(file) ? await findImport(this.imports.pool, key) : undefined;
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
    { header, refused, waiting }: { header: readonly string[]; refused: number; waiting: number },
  ): AsyncGenerator<string> {
    yield toRefusedHead(header);
    let listed = 0;
    for await (const rows of readRefusedRows(this.imports.pool, key)) {
      listed += rows.length;
      yield toRefusedLines(rows);
    }
    yield toRefusedEnd(refused + waiting - listed);
  }
}
