/** Sends an answer piece by piece as it is made, so that a long one needs no more memory than a short one. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { isPacked } from '../kept/content-coding.js';

type Piece = string | Uint8Array;
export type Pieces = AsyncIterable<Piece> | Iterable<Piece>;

/** A client that takes nothing for so long is cut off: its snapshot holds a connection to the database. */
const patienceMs = 60_000;
const chunkLength = 1 << 16;

/**
 * Pieces of some length: writers of texts give thousands of short ones. In: either texts or bytes, and what is told
 * whenever one is taken.
 */
async function* inChunks(pieces: Pieces, onTaken: () => void): AsyncGenerator<Piece> {
  let text = '';
  for await (const one of pieces) {
    if (typeof one === 'string') text += one;
    if (typeof one === 'string' && text.length < chunkLength) continue;
    yield typeof one === 'string' ? text : one;
    onTaken();
    text = '';
  }
  if (text !== '') yield text;
}

/**
 * Sends pieces, zipped for those who take it; to HEAD only the headers. Returns when all is sent, or the client is gone.
 * Errors: those of the pieces; then the answer has begun, and only cutting it off shows that it is not whole.
 */
export async function sendStream(
  pieces: Pieces,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (request.method === 'HEAD') return void reply.send();
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => body.destroy(new Error('The client takes nothing')), patienceMs);
  };
  const body = Readable.from(inChunks(pieces, watch), { highWaterMark: 2 });
  watch();
  const isZipped =
    !isPacked(String(reply.getHeader('content-type'))) &&
    /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
  if (isZipped) void reply.header('content-encoding', 'gzip');
  // Each piece is sent on at once: zlib would keep what is less than 16 kB when it is zipped until the next one comes.
  const sent = isZipped ? body.pipe(createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH })) : body;
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
