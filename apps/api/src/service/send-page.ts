/** GET /v1/documents/{sha256}/pages/{page}: a page of a document as a picture, drawn once and kept for a while. */
import { drawInProcess, hasPages, loadFile, sizeOfKept, type Media } from '@rapporteur/documents';
import { HttpProblem, type RouteDocument } from '@rapporteur/http';
import { readDocuments, withSnapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { needSha, needUnremoved } from '../routes/documents/documents.js';

export const pagePath = '/v1/documents/:document/pages/:page';

export const pageDocument: RouteDocument = {
  method: 'get',
  action: 'read-released',
  path: pagePath,
  summary: 'A page of a PDF or a picture, counted from 1, as a PNG of at most 1,600 pixels',
  media: 'image/png',
  answer: z.string().describe('The picture'),
};

/** One more when the same page is drawn otherwise. */
const drawingVersion = 1;
const keptBytes = 32 * 1024 ** 2;
/** Whoever comes when so many wait is asked to come again. */
const mostWaiting = 20;

const keyOf = (document: string, page: number) => `${document}/${page}`;

/** In: the pool. Out: what answers requests. Errors: HttpProblem; those of pg. */
export function makePageSender(
  pool: pg.Pool,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const kept = new LRUCache<string, Buffer>({
    maxSize: keptBytes,
    sizeCalculation: ({ length }) => Math.max(length, 1),
  });
  const drawing = new Map<string, Promise<Buffer>>();

  async function draw(document: string, kind: Media, page: number): Promise<Buffer> {
    const key = keyOf(document, page);
    const known = kept.get(key) ?? drawing.get(key);
    if (known) return known;
    if (drawing.size >= mostWaiting) throw busy();
    const drawn = drawKept(pool, document, kind, page);
    drawing.set(key, drawn);
    try {
      const png = await drawn;
      kept.set(key, png);
      return png;
    } finally {
      drawing.delete(key);
    }
  }

  return async (request, reply) => {
    const { document: name, page: number } = request.params as { document?: string; page?: string };
    const document = needSha(name);
    const page = /^[1-9]\d{0,4}$/.test(number ?? '') ? Number(number) : 0;
    if (page === 0) throw noSuchPage('Pages are counted from 1.');
    const kind = (await findKept(pool, document).catch((error: unknown) => {
      // It may have been removed: then nothing of it stays here.
      for (const key of kept.keys()) if (key.startsWith(`${document}/`)) kept.delete(key);
      throw error;
    })) as Media;
    if (!hasPages(kind)) throw noSuchPage('PDF, PNG, JPEG and TIFF have pages that can be drawn.');
    const etag = `"${document}-${page}-${drawingVersion}"`;
    // The document may be removed: then no cache may go on giving its page.
    void reply.headers({ etag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
    const png = await draw(document, kind, page);
    void reply.headers({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' }).send(png);
  };
}

/** The media type of a document that is kept and was not removed. */
const findKept = (pool: pg.Pool, document: string): Promise<string> =>
  withSnapshot(pool, async (snapshot) => {
    const { media } = needUnremoved(await readDocuments(snapshot, { document }, {}));
    if ((await sizeOfKept(snapshot.client, document)) !== undefined) return media;
    throw new HttpProblem({
      status: 404,
      code: 'document-not-kept',
      title: 'The bytes of the document are not here',
    });
  });

async function drawKept(pool: pg.Pool, document: string, kind: Media, page: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-page-'));
  try {
    const path = join(folder, 'file');
    const client = await pool.connect();
    await loadFile(client, document, path).finally(() => client.release());
    const drawn = await drawInProcess({ path, kind, page });
    if ('png' in drawn) return Buffer.from(drawn.png);
    const { code, message } = drawn.problem;
    if (code === 'no-such-page') throw noSuchPage(message);
    throw new HttpProblem({
      status: 422,
      code: 'unreadable-document',
      title: 'The page cannot be drawn',
      detail: message,
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const noSuchPage = (detail: string) =>
  new HttpProblem({ status: 404, code: 'no-such-page', title: 'The document has no such page', detail });

const busy = () =>
  new HttpProblem({
    status: 503,
    code: 'too-busy',
    title: 'Too many pages are being drawn',
    headers: { 'retry-after': '5' },
  });
