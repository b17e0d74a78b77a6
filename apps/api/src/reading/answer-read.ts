/** The path of every read: parameters, waiting, snapshot, ETag, answer in the requested format, cache. */
import { policyOfStill } from '@rapporteur/http';
import { negotiateLanguage, type Language } from '@rapporteur/names';
import { withSnapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerCache, Computed } from '../kept/answer-cache.js';
import { codingOf, pack } from '../kept/content-coding.js';
import type { About } from '../kept/last-changes.js';
import { toReadyAt, type Draft, type Ready } from '../kept/ready.js';
import { answerWhole, asksForAll } from './answer-whole.js';
import { awaitToken, type Awaiting } from './await-token.js';
import { chooseFormat, contentTypes, toTableName, type Format } from '../formats/choose-format.js';
import { findMissing, toHeaders, toMembers, type ReadSelection } from '../formats/missing.js';
import { toCitable, toNextAddress, toPath } from './answer-address.js';
import { isKnown, reached, toTooSlow, vintageOf } from './conditions.js';
import { writeJson } from './in-turn.js';
import { parseQuery } from './parse-query.js';
import type { Origin, Table } from '../formats/table.js';
import type { ReadAnswer, Route } from './route.js';
import { toCsv } from '../formats/to-csv.js';
import { toJsonStat } from '../formats/to-json-stat.js';
import { toParquet } from '../formats/to-parquet.js';
import { toXlsx } from '../formats/to-xlsx.js';

export interface Reading extends Awaiting {
  readonly cache: AnswerCache;
  /** The origin that readers use; without it addresses in answers begin with "/". */
  readonly publicUrl: string | undefined;
}

type Common = { asOf?: string; at?: number; lang?: Language; wait?: string };

interface ReadRequest {
  readonly format: Format;
  /**
   * The address with its query, and with the readers' origin where it is known. Files name it when they are
   * passed on.
   */
  readonly address: string;
  readonly acceptLanguage: string | undefined;
}

/**
 * The cache key: the parts of a request that its answer depends on, which are the address and what the client
 * accepts.
 */
const toKey = ({ url, headers }: FastifyRequest) =>
  `${url}\n${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}`;

/** Sends the kept answer to a request, before Fastify's routing or Nest have run. Out: whether there was one. */
export function answerKept(cache: AnswerCache, request: FastifyRequest, reply: FastifyReply): boolean {
  const ready = request.method === 'GET' ? cache.find(toKey(request)) : undefined;
  if (ready) send(ready, request, reply);
  return ready !== undefined;
}

/** Answers a request to a route. Errors: HttpProblem; those of pg. */
export async function answerRead(
  reading: Reading,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { cache } = reading;
  const { format, wait } = request.query as { format?: unknown; wait?: unknown };
  const chosen = route.media
    ? 'json'
    : chooseFormat(route.alsoAs, { format, accept: request.headers.accept });
  if (asksForAll(route, request)) return answerWhole(reading, route, chosen, request, reply);
  const asked: ReadRequest = {
    format: chosen,
    address: (reading.publicUrl ?? '') + toPath(request.url),
    acceptLanguage: request.headers['accept-language'],
  };
  const key = toKey(request);
  const work = () => compute(reading, route, request, asked, key);
  // A read that waits for an event must not get an answer whose computation began before.
  if (wait !== undefined) return send(await work(), request, reply);
  const kept = (await cache.confirm()) ? cache.findConfirmed(key) : undefined;
  send(kept ?? (await cache.once(key, work)), request, reply);
}

function send(ready: Ready, request: FastifyRequest, reply: FastifyReply): void {
  const coding = codingOf(ready, request.headers['accept-encoding']);
  void reply.headers(ready.headers);
  // These bytes are not those that the strong tag stands for.
  if (coding) void reply.header('etag', `W/${ready.etag}`);
  if (isKnown(request.headers['if-none-match'], ready.etag)) void reply.status(304).send();
  else if (!coding) void reply.send(ready.body);
  else
    pack(ready, coding).then(
      (body) => reply.header('content-encoding', coding).send(body),
      (error: unknown) => reply.send(error),
    );
}

async function compute(
  reading: Reading,
  route: Route,
  request: FastifyRequest,
  asked: ReadRequest,
  key: string,
): Promise<Ready> {
  const query = parseQuery(route, request.query as Record<string, unknown>);
  const { asOf, at, lang, wait } = query as Common;
  const language = negotiateLanguage(lang, asked.acceptLanguage);
  const { cache } = reading;
  if (wait) await awaitToken(reading, wait);
  const began = cache.now();
  const { computed, known } = await withSnapshot(reading.pool, async (snapshot) => {
    const known = cache.see(snapshot);
    const vintage = vintageOf(snapshot, asOf, at);
    const position = reached(snapshot, at);
    const params = request.params as Record<string, string>;
    const address = toCitable(asked.address, position);
    const missing = await findMissing(snapshot, position, query as ReadSelection, params);
    const answer = await route.read({
      query,
      params,
      language,
      snapshot,
      vintage,
      position,
      address,
      host: request.headers.host ?? '',
      missing,
    });
    const next = toNextAddress(asked.address, answer.body['next']);
    const origin = {
      address,
      title: route.summary,
      position,
      asOf,
      language: answer.language ?? language,
      next,
      missing,
    };
    const draft = await toDraft(answer, route, asked.format, origin);
    const about = canStand(draft, asked.format) ? route.about?.(query, params) : undefined;
    return {
      computed: toComputed(draft, { position, isFixed: at !== undefined, tables: snapshot.position, about }),
      known,
    };
  }).catch(toTooSlow);
  // Not before the snapshot is over: it holds a connection that this may need.
  await known;
  if (!wait) cache.keep(key, began, computed);
  return computed.ready;
}

interface Standing {
  /** The position that the answer names, and that of the tables from which it was computed. */
  readonly position: number;
  readonly tables: number;
  /** Whether it names that one however far the tables come. */
  readonly isFixed: boolean;
  readonly about: About | undefined;
}

function toComputed(draft: Draft, { position, tables, isFixed, about }: Standing): Computed {
  const readyAt = toReadyAt(draft);
  const ready = readyAt(position);
  if (!about) return { ready, position: tables, about: {} };
  return { ready, position: tables, about, readyAt: isFixed ? () => ready : readyAt };
}

/** Whether an answer can be given as of a later position: JSON names it in one place, and CSV nowhere. */
const canStand = ({ bytes }: Draft, format: Format) => format === 'csv' || Array.isArray(bytes);

async function toDraft(answer: ReadAnswer, route: Route, format: Format, origin: Origin): Promise<Draft> {
  const { position, language, next, missing } = origin;
  const bytes = await toBytes(answer, format, origin);
  const { degraded, setAside } = missing;
  return {
    bytes,
    kind: `${format}\n${language}\n`,
    mark: `${degraded > 0 ? `-degraded-${degraded}` : ''}${setAside.length > 0 ? `-aside-${setAside.length}` : ''}`,
    headers: {
      'content-type': answer.file
        ? (answer.file.media ?? route.media ?? contentTypes.json)
        : contentTypes[format],
      'content-language': language,
      vary: 'Accept, Accept-Encoding, Accept-Language',
      'cache-control': 'no-cache',
      ...toFileName(answer, route, format, position),
      ...toPolicy(answer),
      ...(next ? { link: `<${toPath(next)}>; rel="next"` } : {}),
      ...toHeaders(missing),
    },
  };
}

/** How each format of an answer but JSON is made: from its table. */
const renderers: Readonly<
  Record<Exclude<Format, 'json'>, (table: Table, origin: Origin) => string | Promise<Uint8Array>>
> = {
  csv: (table) => toCsv(table),
  xlsx: toXlsx,
  'json-stat': (table, origin) => JSON.stringify(toJsonStat(table.cube!(), origin)),
  parquet: toParquet,
};

async function toBytes(answer: ReadAnswer, format: Format, origin: Origin) {
  if (answer.file) return Buffer.from(answer.file.bytes);
  if (format === 'json') return toJson(answer.body, origin);
  return Buffer.from(await renderers[format](answer.table!, origin));
}

/** JSON, in two parts where the last member of the body is the position: those before and after its number. */
function toJson(body: ReadAnswer['body'], { missing, position }: Origin): Draft['bytes'] {
  const told = toMembers(missing);
  const { position: named, ...rest } = body as { position?: unknown };
  if (named !== position) return Buffer.from(writeJson(Object.assign({}, body, told)));
  const [before, after] = [writeJson(rest), JSON.stringify(told)];
  const comma = (json: string) => (json === '{}' ? '' : ',');
  return [
    Buffer.from(`${before.slice(0, -1)}${comma(before)}"position":`),
    Buffer.from(`${comma(after)}${after.slice(1)}`),
  ];
}

/** The name by which a browser saves an answer, where it has one. */
const toFileName = ({ file }: ReadAnswer, { path }: Route, format: Format, position: number) =>
  file?.name === undefined
    ? toTableName(path, format, position)
    : { 'content-disposition': `attachment; filename="${file.name}"` };

/**
 * An HTML page gets a policy that allows its own style; other answers keep the default policy, which allows
 * nothing.
 */
function toPolicy({ file }: ReadAnswer): Record<string, string> {
  return file?.media?.startsWith('text/html')
    ? { 'content-security-policy': policyOfStill(Buffer.from(file.bytes).toString(), file.isFramed) }
    : {};
}
