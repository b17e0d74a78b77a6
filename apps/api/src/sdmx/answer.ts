/** What every answer of `/sdmx` goes through: snapshot, headers, ETag, gzip, and errors as messages of SDMX. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Vintage } from '@rapporteur/domain';
import { metaText } from '@rapporteur/event-store';
import { HttpProblem, toProblem } from '@rapporteur/http';
import { findCollection } from '@rapporteur/domain';
import { negotiateLanguage, type Language } from '@rapporteur/names';
import { isTooSlow, readRounds, withSnapshot, type Snapshot } from '@rapporteur/projections';
import {
  errorMessage,
  makeRegistry,
  SdmxFault,
  structureVersion,
  type FaultCode,
  type Head,
  type Registry,
} from '@rapporteur/sdmx';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findMissing, toHeaders } from '../formats/missing.js';
import type { Reading } from '../reading/answer-read.js';
import { awaitToken } from '../reading/await-token.js';
import { whenThereIsRoom } from './limit-answers.js';
import { instantOf, numberOf, toSdmxRequest, type SdmxRequest } from './sdmx-request.js';

/** What an answer is made from. */
export interface SdmxContext {
  readonly request: SdmxRequest;
  readonly snapshot: Snapshot;
  readonly vintage: Vintage;
  readonly registry: Registry;
  readonly head: Head;
  readonly language: Language;
}

export interface SdmxAnswer {
  readonly media: string;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
  readonly fileName?: string;
}

export type Answering = (context: SdmxContext) => Promise<SdmxAnswer>;

/** Raised when messages change their bytes at the same position. */
const messageVersion = 1;
/** A client that takes nothing for so long is cut off: its snapshot holds a connection to the database. */
const patienceMs = 60_000;
const chunkLength = 1 << 16;

/** On every answer, also on errors: any page may read what everybody may read. */
export const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Rapporteur-Position, Content-Disposition',
} as const;
const vary = 'Accept, Accept-Encoding, Accept-Language';

/** Answers a request. Errors are answered too. */
export async function answerSdmx(
  reading: Reading,
  answering: Answering,
  fastifyRequest: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const request = toSdmxRequest(fastifyRequest);
  void reply.headers({ ...corsHeaders, vary });
  try {
    const wait = request.parameters.get('wait');
    if (wait !== undefined) await awaitToken(reading.pool, wait, reading.broadcast.wait);
    const read = async (snapshot: Snapshot) => {
      const context = await toContext(snapshot, request);
      const etag = etagOf(context);
      const missing = await findMissing(snapshot, context.vintage.at ?? snapshot.position, {}, {});
      void reply.headers({
        etag,
        'cache-control': 'no-cache',
        'content-language': context.language,
        'rapporteur-position': String(context.vintage.at ?? snapshot.position),
        ...toHeaders(missing),
      });
      if (isKnown(fastifyRequest.headers['if-none-match'], etag)) return void reply.status(304).send();
      const answer = await answering(context);
      await send(answer, fastifyRequest, reply);
    };
    await whenThereIsRoom(() => withSnapshot(reading.pool, read));
  } catch (error) {
    // What has begun cannot be answered otherwise: it is cut off, so that no client takes it for whole.
    if (reply.raw.headersSent) return void reply.raw.destroy();
    sendFault(error, request, reply);
  }
}

async function toContext(snapshot: Snapshot, request: SdmxRequest): Promise<SdmxContext> {
  const at = numberOf(request.parameters, 'at');
  if (at !== undefined && at > snapshot.position)
    throw new SdmxFault(150, `The tables have come to position ${snapshot.position}, not yet to ${at}`);
  const vintage: Vintage = { asOf: instantOf(request.parameters, 'asOf')?.slice(0, 10), at };
  const position = at ?? snapshot.position;
  const { rows } = await snapshot.client.query<{ at: string | null }>(
    `SELECT ${metaText('meta', 'recordedAt')} AS at FROM log WHERE position = $1`,
    [position],
  );
  const rounds = (await readRounds(snapshot, {})).sort((a, b) => a.position - b.position);
  const titles = new Map(rounds.map(({ particulars }) => [particulars.collection, particulars.title]));
  const collections = [...titles].map(([code, title]) => ({
    code,
    names: findCollection(code)?.names ?? { ...title, en: title.en ?? code },
  }));
  return {
    request,
    snapshot,
    vintage,
    registry: makeRegistry(collections),
    head: { id: `R${position}`, prepared: rows[0]?.at ?? '1970-01-01T00:00:00.000Z' },
    language: negotiateLanguage(undefined, request.acceptLanguage),
  };
}

/** By what an answer depends on, since it is not whole before it is sent. */
function etagOf({ request, snapshot, language }: SdmxContext): string {
  const { position, tables, deadLetters, setAside } = snapshot;
  const parts = [
    request.url,
    request.accept,
    language,
    structureVersion,
    messageVersion,
    tables,
    deadLetters,
    setAside,
  ];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
  return `W/"${position}-${hash}"`;
}

const isKnown = (header: string | undefined, etag: string) =>
  header !== undefined && header.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');

/** Pieces of some length: writers give thousands of short ones. In: texts, and what is told whenever one is taken. */
async function* inChunks(texts: SdmxAnswer['chunks'], onTaken: () => void): AsyncGenerator<string> {
  let text = '';
  for await (const one of texts) {
    text += one;
    if (text.length < chunkLength) continue;
    yield text;
    onTaken();
    text = '';
  }
  if (text !== '') yield text;
}

async function send(
  { media, chunks, fileName }: SdmxAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply.header('content-type', media);
  if (fileName) void reply.header('content-disposition', `attachment; filename="${fileName}"`);
  if (request.method === 'HEAD') return void reply.send();
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => body.destroy(new Error('The client takes nothing')), patienceMs);
  };
  const body = Readable.from(inChunks(chunks, watch), { highWaterMark: 2 });
  watch();
  const isZipped = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(
    String(request.headers['accept-encoding'] ?? ''),
  );
  if (isZipped) void reply.header('content-encoding', 'gzip');
  const sent = isZipped ? body.pipe(createGzip({ level: 4 })) : body;
  if (isZipped) {
    body.on('error', (error) => sent.destroy(error));
    sent.on('close', () => body.destroy());
  }
  void reply.send(sent);
  try {
    await finished(body);
  } catch (error) {
    // A client that goes away is no fault of ours.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    clearTimeout(timer);
  }
}

const prefersJson = ({ api, accept = '' }: SdmxRequest) =>
  /json/.test(accept) || (api === 'v2' && !/xml/.test(accept));

/** Any error as a message of SDMX. Nothing found is no error in v2: it has no content. */
function sendFault(error: unknown, request: SdmxRequest, reply: FastifyReply): void {
  const fault = toFault(error);
  void reply.removeHeader('etag').removeHeader('content-encoding').removeHeader('content-language');
  if (fault.code === 100 && request.api === 'v2') return void reply.status(204).send();
  if (fault.status === 503) void reply.header('retry-after', '5');
  const { media, text } = errorMessage(request.api, fault.code, fault.message, prefersJson(request));
  void reply.status(fault.status).header('content-type', media).send(text);
}

function toFault(error: unknown): SdmxFault {
  if (error instanceof SdmxFault) return error;
  if (isTooSlow(error)) return new SdmxFault(503, 'The read was stopped because it took too long');
  const { status, message, options } = error instanceof HttpProblem ? error : toProblem(error);
  const code: FaultCode = status === 503 ? 503 : status === 401 ? 110 : status < 500 ? 150 : 500;
  return new SdmxFault(code, options.detail ? `${message}. ${options.detail}` : message, status);
}
