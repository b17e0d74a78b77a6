/** GET /v1/documents/{sha256}: the bytes of a document as they were received, piece by piece. */
import { media, readPieces, sizeOfKept, type Media } from '@rapporteur/documents';
import { HttpProblem, type RouteDocument } from '@rapporteur/http';
import { readDocuments, withSnapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { z } from 'zod';
import { needSha, needUnremoved } from '../routes/documents/documents.js';

export const documentPath = '/v1/documents/:document';

export const bytesDocument: RouteDocument = {
  method: 'get',
  action: 'read-released',
  path: documentPath,
  summary: 'A document, byte for byte as it was received',
  media: 'application/octet-stream',
  answer: z.string().describe('The bytes, with the media type that they were received as'),
};

/** A browser shows these itself and runs nothing in them; all others are saved. */
const shown: readonly Media[] = [media.pdf, media.txt, media.png, media.jpeg];

/** What a document may do in a browser: nothing, and it is of no origin. */
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Errors: HttpProblem; those of pg. */
export async function sendDocument(
  pool: pg.Pool,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const document = needSha((request.params as { document?: string }).document);
  const { received, bytes } = await withSnapshot(pool, async (snapshot) => ({
    received: needUnremoved(await readDocuments(snapshot, { document }, {})),
    bytes: await sizeOfKept(snapshot.client, document),
  }));
  if (bytes === undefined)
    throw new HttpProblem({
      status: 404,
      code: 'document-not-kept',
      title: 'The bytes of the document are not here',
    });
  const etag = `"${document}"`;
  const type = received.media as Media;
  void reply.headers({
    etag,
    // It may be removed: then no cache may go on giving it.
    'cache-control': 'no-cache',
    'content-type': type === media.txt ? 'text/plain; charset=utf-8' : type,
    'content-disposition': `${shown.includes(type) ? 'inline' : 'attachment'}; ${toFileName(received.name)}`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
  void reply.header('content-length', bytes).send(Readable.from(readPieces(pool, document)));
}

/** The name in ASCII for old programs, and in full (RFC 6266). */
function toFileName(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${full}`;
}
