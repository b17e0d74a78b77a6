/** `limit=all`: a table not cut into pages, read in parts of one snapshot and sent as they come, as CSV or Parquet. */
import { HttpProblem } from '@rapporteur/http';
import { negotiateLanguage, type Language } from '@rapporteur/names';
import { withSnapshot, type Snapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { contentTypes, toTableName, type Format } from '../formats/choose-format.js';
import { findMissing, toHeaders, type ReadSelection } from '../formats/missing.js';
import type { Origin, Table } from '../formats/table.js';
import { toCsv, toCsvRows } from '../formats/to-csv.js';
import { writeParquet } from '../formats/to-parquet.js';
import { toCitable } from './answer-address.js';
import { awaitToken, type Awaiting } from './await-token.js';
import { isKnown, reached, toTooSlow, vintageOf } from './conditions.js';
import { whenThereIsRoom } from './limit-answers.js';
import { parseQuery } from './parse-query.js';
import type { ReadRequest, Route } from './route.js';
import { sendStream } from './send-stream.js';

/** How many items are read at once; so many again are on their way from the database while these are written. */
const itemsAtOnce = 500;
/** Fewer at first, where a page costs no more than it holds: then there is something to see while the rest is made. */
const itemsAtFirst = 100;

/** Another release may answer differently at the same position, and begins with another process. */
const thisProcess = randomUUID();

/** Whether all of a list is asked for, and the list can be asked for in pages. */
export const asksForAll = (route: Route, request: FastifyRequest): boolean =>
  (request.query as { limit?: unknown }).limit === 'all' && 'cursor' in route.query.shape;

/** What it needs of what every read shares. */
interface WholeReading extends Awaiting {
  readonly publicUrl: string | undefined;
}

/** Answers a request that asks for all of a list. In: the format. Errors: HttpProblem; those of pg. */
export async function answerWhole(
  reading: WholeReading,
  route: Route,
  format: Format,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { pool, publicUrl } = reading;
  const write = writers[format];
  if (!write) throw onlyAsCsv();
  const { limit: _, cursor: __, ...given } = request.query as Record<string, unknown>;
  const query = parseQuery(route, given);
  const { asOf, at, lang, wait } = query as { asOf?: string; at?: number; lang?: Language; wait?: string };
  const language = negotiateLanguage(lang, request.headers['accept-language']);
  if (wait) await awaitToken(reading, wait);
  const read = async (snapshot: Snapshot) => {
    const vintage = vintageOf(snapshot, asOf, at);
    const position = reached(snapshot, at);
    const params = request.params as Record<string, string>;
    const missing = await findMissing(snapshot, position, query as ReadSelection, params);
    const etag = etagOf(request.url, format, language, snapshot, position);
    const address = toCitable((publicUrl ?? '') + request.url, position);
    const { host = '' } = request.headers;
    const context = { params, language, snapshot, vintage, position, address, host, missing, isWhole: true };
    void reply.headers({
      etag,
      'content-type': contentTypes[format],
      'content-language': language,
      vary: 'Accept, Accept-Encoding, Accept-Language',
      'cache-control': 'no-cache',
      'rapporteur-position': String(position),
      ...toTableName(route.path, format, position),
      ...toHeaders(missing),
    });
    if (isKnown(request.headers['if-none-match'], etag)) return void reply.status(304).send();
    const tables = readTables(route, query, context, format === 'csv' ? itemsAtFirst : itemsAtOnce);
    const title = route.summary;
    const parts = write(tables, { address, title, position, asOf, language, next: undefined, missing });
    try {
      // The first part is made before anything is sent: what is wrong with the request is answered as a problem.
      const first = await parts.next();
      await sendStream(goOn(first, parts), request, reply);
    } finally {
      // Whoever goes away leaves a page on its way, and its connection is that of the next read.
      await tables.return();
    }
  };
  try {
    await whenThereIsRoom(() => withSnapshot(pool, read));
  } catch (error) {
    if (!reply.raw.headersSent) toTooSlow(error);
    // What has begun is cut off, so that no client takes it for whole.
    reply.raw.destroy();
  }
}

type Piece = string | Uint8Array;

async function* goOn(first: IteratorResult<Piece>, rest: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* writeCsvParts(tables: AsyncIterable<Table>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const table of tables) {
    yield isFirst ? toCsv(table) : toCsvRows(table);
    isFirst = false;
  }
}

/** The formats that go on for as long as there are rows. */
const writers: Partial<
  Readonly<Record<Format, (tables: AsyncIterable<Table>, origin: Origin) => AsyncGenerator<Piece>>>
> = { csv: writeCsvParts, parquet: writeParquet };

/**
 * The pages of a list one after another: while one is written the next is read. In: how many items the first has, where the
 * route has no number of its own.
 */
async function* readTables(
  route: Route,
  query: Record<string, unknown>,
  context: Omit<ReadRequest<never>, 'query'>,
  atFirst: number,
): AsyncGenerator<Table, void> {
  const read = (limit: number, after: object) =>
    route.read({ ...context, query: { ...query, limit, ...after } as never });
  let coming = read(route.itemsAtOnce ?? atFirst, {});
  try {
    for (let cursor: unknown = ''; cursor !== undefined;) {
      const { body, table } = await coming;
      cursor = body['next'];
      if (cursor !== undefined) coming = read(route.itemsAtOnce ?? itemsAtOnce, { cursor });
      // Its error is that of the next turn.
      coming.catch(() => undefined);
      yield table!;
    }
  } finally {
    await coming.catch(() => undefined);
  }
}

function etagOf(url: string, format: Format, language: string, snapshot: Snapshot, position: number): string {
  const { tables, deadLetters, setAside } = snapshot;
  const parts = [url, format, language, snapshot.position, tables, deadLetters, setAside, thisProcess];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `W/"${position}-${hash.slice(0, 16)}"`;
}

const onlyAsCsv = () =>
  new HttpProblem({
    status: 400,
    code: 'only-as-csv',
    title: 'All of a list at once is answered as CSV or Parquet only',
    detail: 'Add format=csv or format=parquet, or leave "limit=all" out and follow "next".',
  });
