/** What every answer of `/sdmx` goes through: snapshot, headers, ETag, gzip, and errors as messages of SDMX. */
import { createHash } from 'node:crypto';
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
import { isKnown, vintageOf } from '../reading/conditions.js';
import { whenThereIsRoom } from '../reading/limit-answers.js';
import { sendStream, type Pieces } from '../reading/send-stream.js';
import { EmptyRange } from './cut-values.js';
import { instantOf, numberOf, toSdmxRequest, type SdmxRequest } from './sdmx-request.js';

/** What an answer is made from. */
export interface SdmxContext {
  readonly request: SdmxRequest;
  readonly snapshot: Snapshot;
  readonly vintage: Vintage;
  readonly registry: Registry;
  readonly head: Head;
  readonly language: Language;
  /** Where this service is, for messages that name addresses: they must be whole. */
  readonly origin: string;
}

export interface SdmxAnswer {
  readonly media: string;
  readonly chunks: Pieces;
  readonly fileName?: string;
  /** Where a part can be asked for: which part it is, if it is one. */
  readonly contentRange?: string | undefined;
}

export type Answering = (context: SdmxContext) => Promise<SdmxAnswer>;

/** Raised when messages change their bytes at the same position. */
const messageVersion = 1;
const vary = 'Accept, Accept-Encoding, Accept-Language';

/** Answers a request. Errors are answered too. */
export async function answerSdmx(
  reading: Reading,
  answering: Answering,
  fastifyRequest: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const request = toSdmxRequest(fastifyRequest);
  const origin = reading.publicUrl ?? `http://${fastifyRequest.headers.host}`;
  void reply.header('vary', vary);
  try {
    const wait = request.parameters.get('wait');
    if (wait !== undefined) await awaitToken(reading, wait);
    const read = async (snapshot: Snapshot) => {
      const context = await toContext(snapshot, request, origin);
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

async function toContext(snapshot: Snapshot, request: SdmxRequest, origin: string): Promise<SdmxContext> {
  const at = numberOf(request.parameters, 'at');
  if (at !== undefined && at > snapshot.position)
    throw new SdmxFault(150, `The tables have come to position ${snapshot.position}, not yet to ${at}`);
  const vintage = vintageOf(snapshot, instantOf(request.parameters, 'asOf')?.slice(0, 10), at);
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
    origin,
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

async function send(answer: SdmxAnswer, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { media, chunks, fileName, contentRange } = answer;
  void reply.header('content-type', media);
  if ('contentRange' in answer) void reply.header('accept-ranges', 'values');
  if (fileName) void reply.header('content-disposition', `attachment; filename="${fileName}"`);
  if (contentRange) void reply.status(206).header('content-range', contentRange);
  await sendStream(chunks, request, reply);
}

const prefersJson = ({ api, accept = '' }: SdmxRequest) =>
  /json/.test(accept) || (api === 'v2' && !/xml/.test(accept));

/** Any error as a message of SDMX. Nothing found is no error in v2: it has no content. */
function sendFault(error: unknown, request: SdmxRequest, reply: FastifyReply): void {
  const fault = toFault(error);
  void reply.removeHeader('etag').removeHeader('content-encoding').removeHeader('content-language');
  if (fault.code === 100 && request.api === 'v2') return void reply.status(204).send();
  if (fault instanceof EmptyRange) void reply.header('content-range', `values */${fault.total}`);
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
