/** Files that a browser loads: their types, and sending the smallest form of each that the browser takes. */
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ownPagesOnly } from '@rapporteur/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseCoding } from '../kept/content-coding.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly type: string;
  /** Absent where it is kept zipped: hardly anybody asks for it as it is. */
  readonly plain?: Buffer | undefined;
  readonly br?: Buffer | undefined;
  readonly gzip?: Buffer | undefined;
}

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path) : undefined);

/** In: a file's path. Out: the compressed copies that lie beside it, or the file where there are none. */
export function readAsset(path: string): Asset {
  const gzip = readIfThere(`${path}.gz`);
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    plain: gzip ? undefined : readFileSync(path),
    br: readIfThere(`${path}.br`),
    gzip,
  };
}

/** The bytes as they are. */
export const plainOf = ({ plain, gzip }: Asset): Buffer => plain ?? gunzipSync(gzip!);

/** How an asset may be kept, and what it may do as a page. */
export interface AssetHeaders {
  readonly 'cache-control': string;
  readonly 'content-security-policy': string;
}

/** Sends the smallest form that the browser takes. */
export function sendAsset(
  asset: Asset,
  request: FastifyRequest,
  reply: FastifyReply,
  headers: AssetHeaders,
): FastifyReply {
  const coding = chooseCoding(request.headers['accept-encoding'], (name) => asset[name] !== undefined);
  void reply.headers({
    'content-type': asset.type,
    ...headers,
    ...ownPagesOnly,
    vary: 'Accept-Encoding',
    ...(coding ? { 'content-encoding': coding } : {}),
  });
  return reply.send(coding ? asset[coding] : plainOf(asset));
}
