/**
 * Serves the built page, compressed by the build: browsers ask for `/` each time, and keep the hashed assets
 * for ever.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { plainOf, readAsset, sendAsset, type Asset } from './assets.js';

/** Where the build puts the page, seen from this file's own build. */
const builtPage = fileURLToPath(new URL('../../../dashboard/dist/page', import.meta.url));

/** Allows nothing from other hosts. Style elements are allowed because Plot writes them into its charts. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
};

/** Where the page sends replies: to this process, or to ingest at an address (empty: not known). */
export type IngestPlace = 'here' | { readonly elsewhere: string };

/** The page itself holds no figure. */
const open = { config: { action: 'see-service' } } as const;

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page with the place where it sends replies written into it. */
function placeIngest(index: Asset, ingest: IngestPlace): Asset {
  if (ingest === 'here') return index;
  const said = '<meta name="rapporteur-ingest" content="';
  const text = plainOf(index)
    .toString()
    .replace(`${said}here"`, `${said}${escape(ingest.elsewhere)}"`);
  return { type: index.type, plain: Buffer.from(text), br: brotliCompressSync(text), gzip: gzipSync(text) };
}

/**
 * In: Fastify, where the page sends replies, and the folder of the built page. Registers `/` and every asset
 * that is there; without a build, `/` says how to make one.
 */
export function serveDashboard(fastify: FastifyInstance, ingest: IngestPlace, folder = builtPage): void {
  if (!existsSync(join(folder, 'index.html'))) {
    fastify.get('/', open, (_, reply) =>
      reply
        .status(503)
        .type('text/plain; charset=utf-8')
        .send('The page is not built. npm start builds it.\n'),
    );
    return;
  }
  const index = placeIngest(readAsset(join(folder, 'index.html')), ingest);
  fastify.get('/', open, (request, reply) =>
    sendAsset(index, request, reply, { 'cache-control': 'no-cache', ...pageHeaders }),
  );
  for (const name of readdirSync(join(folder, 'assets'))) {
    if (/\.(br|gz)$/.test(name)) continue;
    const asset = readAsset(join(folder, 'assets', name));
    fastify.get(`/assets/${name}`, open, (request, reply) =>
      sendAsset(asset, request, reply, {
        'cache-control': 'public, max-age=31536000, immutable',
        ...pageHeaders,
      }),
    );
  }
}
