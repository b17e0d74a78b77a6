/** `limit=all`: a table as CSV, not cut into pages, read in parts of one snapshot and sent as they come. */
import type { Vintage } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { negotiateLanguage, type Language } from '@rapporteur/names';
import { withSnapshot, type Snapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { contentTypes } from '../formats/choose-format.js';
import { findMissing, toHeaders, type ReadSelection } from '../formats/missing.js';
import { toCsv, toCsvRows } from '../formats/to-csv.js';
import { toCitable } from './answer-address.js';
import { awaitToken, type Broadcast } from './await-token.js';
import { isKnown, reached, toTooSlow } from './conditions.js';
import { whenThereIsRoom } from './limit-answers.js';
import { parseQuery } from './parse-query.js';
import type { ReadRequest, Route } from './route.js';
import { sendStream } from './send-stream.js';

/** How many items are in memory at once. */
const itemsAtOnce = 1000;

/** Another release may answer differently at the same position, and begins with another process. */
const thisProcess = randomUUID();

/** Whether all of a list is asked for, and the list can be asked for in pages. */
export const asksForAll = (route: Route, request: FastifyRequest): boolean =>
  (request.query as { limit?: unknown }).limit === 'all' && 'cursor' in route.query.shape;

/** What it needs of what every read shares. */
interface WholeReading {
  readonly pool: pg.Pool;
  readonly broadcast: Broadcast;
  readonly publicUrl: string | undefined;
}

/** Answers a request that asks for all of a list. In: the format. Errors: HttpProblem; those of pg. */
export async function answerWhole(
  { pool, publicUrl, broadcast }: WholeReading,
  route: Route,
  format: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (format !== 'csv') throw onlyAsCsv();
  const { limit: _, cursor: __, ...given } = request.query as Record<string, unknown>;
  const query = parseQuery(route, given);
  const { asOf, at, lang, wait } = query as { asOf?: string; at?: number; lang?: Language; wait?: string };
  const language = negotiateLanguage(lang, request.headers['accept-language']);
  if (wait) await awaitToken(pool, wait, broadcast.wait);
  const read = async (snapshot: Snapshot) => {
    const vintage: Vintage = { asOf, at };
    const position = reached(snapshot, at);
    const params = request.params as Record<string, string>;
    const missing = await findMissing(snapshot, position, query as ReadSelection, params);
    const etag = etagOf(request.url, language, snapshot, position);
    const address = toCitable((publicUrl ?? '') + request.url, position);
    const { host = '' } = request.headers;
    const context = { params, language, snapshot, vintage, position, address, host, missing };
    void reply.headers({
      etag,
      'content-type': contentTypes.csv,
      'content-language': language,
      vary: 'Accept, Accept-Encoding, Accept-Language',
      'cache-control': 'no-cache',
      'rapporteur-position': String(position),
      ...toHeaders(missing),
    });
    if (isKnown(request.headers['if-none-match'], etag)) return void reply.status(304).send();
    const parts = readParts(route, { ...query, limit: route.itemsAtOnce ?? itemsAtOnce }, context);
    // The first part is made before anything is sent: what is wrong with the request is answered as a problem.
    const first = await parts.next();
    await sendStream(goOn(first, parts), request, reply);
  };
  try {
    await whenThereIsRoom(() => withSnapshot(pool, read));
  } catch (error) {
    if (!reply.raw.headersSent) toTooSlow(error);
    // What has begun is cut off, so that no client takes it for whole.
    reply.raw.destroy();
  }
}

async function* goOn(first: IteratorResult<string>, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** The pages of a list one after another: the first with the header. */
async function* readParts(
  route: Route,
  query: Record<string, unknown>,
  context: Omit<ReadRequest<never>, 'query'>,
): AsyncGenerator<string> {
  let cursor: unknown;
  do {
    const { body, table } = await route.read({ ...context, query: cursor ? { ...query, cursor } : query });
    yield cursor ? toCsvRows(table!) : toCsv(table!);
    cursor = body['next'];
  } while (cursor);
}

function etagOf(url: string, language: string, snapshot: Snapshot, position: number): string {
  const { tables, deadLetters, setAside } = snapshot;
  const parts = [url, language, snapshot.position, tables, deadLetters, setAside, thisProcess];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `W/"${position}-${hash.slice(0, 16)}"`;
}

const onlyAsCsv = () =>
  new HttpProblem({
    status: 400,
    code: 'only-as-csv',
    title: 'All of a list at once is answered as CSV only',
    detail: 'Add format=csv, or leave "limit=all" out and follow "next".',
  });
