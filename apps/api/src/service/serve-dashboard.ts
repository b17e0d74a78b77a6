/** Serves the built page: `/` anew each time, its hashed assets for ever, compressed as the build left them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { ownPagesOnly } from '@rapporteur/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build puts the page, seen from this file's own build. */
const builtPage = fileURLToPath(new URL('../../../dashboard/dist/page', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from other hosts; Plot writes style elements into its charts. */
const policy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly br?: Buffer | undefined;
  readonly gzip?: Buffer | undefined;
}

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path) : undefined);

function readAsset(path: string): Asset {
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    plain: readFileSync(path),
    br: readIfThere(`${path}.br`),
    gzip: readIfThere(`${path}.gz`),
  };
}

/** Sends the smallest form that the browser takes. */
function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply, cacheControl: string) {
  const accepted = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  const coding = (['br', 'gzip'] as const).find((name) => accepted.includes(name) && asset[name]);
  void reply.headers({
    'content-type': asset.type,
    'cache-control': cacheControl,
    'content-security-policy': policy,
    ...ownPagesOnly,
    vary: 'Accept-Encoding',
    ...(coding ? { 'content-encoding': coding } : {}),
  });
  return reply.send(coding ? asset[coding] : asset.plain);
}

/** Where the page sends replies: to this process, or to ingest at an address (empty: not known). */
export type IngestPlace = 'here' | { readonly elsewhere: string };

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page that says where replies are taken. */
function placeIngest(index: Asset, ingest: IngestPlace): Asset {
  if (ingest === 'here') return index;
  const said = '<meta name="rapporteur-ingest" content="';
  const text = index.plain.toString().replace(`${said}here"`, `${said}${escape(ingest.elsewhere)}"`);
  return { type: index.type, plain: Buffer.from(text), br: brotliCompressSync(text), gzip: gzipSync(text) };
}

/**
 * In: Fastify, where replies are taken, and the folder of the built page. Registers `/` and every asset that is there;
 * without a build, `/` says how to make one.
 */
export function serveDashboard(fastify: FastifyInstance, ingest: IngestPlace, folder = builtPage): void {
  if (!existsSync(join(folder, 'index.html'))) {
    fastify.get('/', (_, reply) =>
      reply
        .status(503)
        .type('text/plain; charset=utf-8')
        .send('The page is not built. npm start builds it.\n'),
    );
    return;
  }
  const index = placeIngest(readAsset(join(folder, 'index.html')), ingest);
  fastify.get('/', (request, reply) => sendAsset(index, request, reply, 'no-cache'));
  for (const name of readdirSync(join(folder, 'assets'))) {
    if (/\.(br|gz)$/.test(name)) continue;
    const asset = readAsset(join(folder, 'assets', name));
    fastify.get(`/assets/${name}`, (request, reply) =>
      sendAsset(asset, request, reply, 'public, max-age=31536000, immutable'),
    );
  }
}
