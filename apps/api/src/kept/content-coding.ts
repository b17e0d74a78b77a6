/** Answers compressed for the network: in the coding that the client takes, once for an answer and not for each request. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Ready } from './ready.js';

/** The best first. */
const codings = ['br', 'gzip'] as const;
export type Coding = (typeof codings)[number];

/** What takes less than a packet of the network is not worth it. */
const bytesAtLeast = 1400;

/** Media types whose bytes are compressed already. */
export const isPacked = (type: string) =>
  /^(application\/(zip|pdf|vnd\.openxmlformats|vnd\.apache\.parquet)|image\/)/.test(type);

/**
 * In: the header Accept-Encoding, and which codings there are. Out: the best that the client takes; undefined: it takes
 * none.
 */
export function chooseCoding(
  header: string | undefined,
  isThere: (coding: Coding) => boolean = () => true,
): Coding | undefined {
  const accepted = (header ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/i.test(part))
    .map((part) => part.split(';')[0]!.trim().toLowerCase());
  return codings.find((coding) => accepted.includes(coding) && isThere(coding));
}

/** The coding in which an answer is sent; undefined: as it is. */
export const codingOf = (
  { body, headers }: { readonly body: Buffer | string; readonly headers: Ready['headers'] },
  accepted: string | undefined,
): Coding | undefined =>
  body.length < bytesAtLeast || isPacked(headers['content-type'] ?? '') ? undefined : chooseCoding(accepted);

const compress: Readonly<Record<Coding, (body: Buffer | string) => Promise<Buffer>>> = {
  // Level 4 takes a tenth of the time of the default, for a tenth more bytes.
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** Forgotten together with the answers. */
const packed = new WeakMap<Ready, Partial<Record<Coding, Promise<Buffer>>>>();

/** The compressed body of an answer, made when it is first asked for. */
export function pack(ready: Ready, coding: Coding): Promise<Buffer> {
  const own = packed.get(ready) ?? {};
  packed.set(ready, own);
  return (own[coding] ??= compress[coding](ready.body));
}

/**
 * For answers that are no kept ones, such as lists of work and the description of all addresses: compresses the whole body
 * of a 200 where it pays. Out: what is sent. Streams and what is in a coding already stay as they are.
 */
export async function packPayload(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
  if (!isWhole || request.method !== 'GET' || reply.statusCode !== 200 || reply.hasHeader('content-encoding'))
    return payload;
  const headers = { 'content-type': String(reply.getHeader('content-type') ?? '') };
  // It has other bytes for another client, also where this one takes it as it is.
  const vary = String(reply.getHeader('vary') ?? '');
  if (!/accept-encoding/i.test(vary))
    void reply.header('vary', [vary, 'Accept-Encoding'].filter(Boolean).join(', '));
  const coding = codingOf({ body: payload, headers }, request.headers['accept-encoding']);
  if (coding === undefined) return payload;
  void reply.header('content-encoding', coding).removeHeader('content-length');
  return compress[coding](payload);
}
