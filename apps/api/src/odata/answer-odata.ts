/** A request to `/odata/v4`: what it asks for, a snapshot at its position, and the answer, also where it is refused. */
import { toProblem } from '@rapporteur/http';
import { negotiateLanguage } from '@rapporteur/names';
import { isTooSlow, withSnapshot, type Snapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findMissing, showMissing, toHeaders } from '../formats/missing.js';
import type { Reading } from '../reading/answer-read.js';
import { reached, vintageOf } from '../reading/conditions.js';
import { whenThereIsRoom } from '../reading/limit-answers.js';
import { sendStream } from '../reading/send-stream.js';
import type { Columns, Entity } from './apply-filter.js';
import { entitySets, keyName, propertiesOf, type EntitySet } from './entity-sets.js';
import { ODataFault, quoted } from './fault.js';
import { toMetadata, toServiceDocument } from './metadata.js';
import type { Filter } from './read-filter.js';
import { needJson, needXml, readOptions, toFault, writeToken, type Options } from './read-options.js';
import { readPage } from './read-page.js';

const base = '/odata/v4';
const json = 'application/json;odata.metadata=minimal';

interface Asked {
  readonly set: EntitySet;
  /** Undefined: many are asked for. */
  readonly key: string | undefined;
  readonly isCount: boolean;
}

/** In: the parts of a path behind the service. Errors: ODataFault where there is nothing. */
function findAsked(parts: readonly string[]): Asked {
  const [first = '', second, ...more] = parts;
  const [, name, key] = /^(\w+)(?:\((?:key=)?'((?:[^']|'')*)'\))?$/.exec(first) ?? [];
  const set = entitySets.find((one) => one.name === name);
  const isCount = second === '$count';
  if (!set || more.length > 0 || (second !== undefined && (!isCount || key !== undefined)))
    throw new ODataFault(
      404,
      'not-found',
      `There is nothing at ${quoted(parts.join('/'))}; ${base} lists what there is`,
    );
  return { set, key: key?.replaceAll("''", "'"), isCount };
}

/** Answers a request. Errors are answered too. */
export async function answerOData(
  reading: Reading,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const root = `${reading.publicUrl ?? `http://${request.headers.host}`}${base}`;
  void reply.headers({
    'odata-version': '4.0',
    vary: 'Accept-Encoding, Accept-Language',
    'cache-control': 'no-cache',
  });
  try {
    const [path = '', search = ''] = request.url.split(/\?(.*)/s);
    const parts = path
      .slice(path.indexOf(base) + base.length)
      .split('/')
      .filter(Boolean)
      .map(decodeURIComponent);
    const given = new URLSearchParams(search);
    if (parts.length === 0) {
      needJson(given.get('$format') ?? undefined);
      return await send(json, toServiceDocument(root), request, reply);
    }
    if (parts.length === 1 && parts[0] === '$metadata') {
      needXml(given.get('$format') ?? undefined);
      return await send('application/xml', toMetadata(), request, reply);
    }
    await answerEntities(findAsked(parts), given, root, { reading, request, reply });
  } catch (error) {
    // What has begun cannot be answered otherwise: it is cut off, so that no client takes it for whole.
    if (reply.raw.headersSent) return void reply.raw.destroy();
    sendFault(error, reply);
  }
}

interface Exchange {
  readonly reading: Reading;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answerEntities(asked: Asked, given: URLSearchParams, root: string, exchange: Exchange) {
  const { set, key, isCount } = asked;
  const { reading, request, reply } = exchange;
  const columns: Columns = new Map(propertiesOf(set).map((one) => [one.name, one]));
  const options = {
    ...readOptions(given, columns),
    ...(isCount ? { count: true, top: 0, skip: 0, sortings: [] } : {}),
  };
  const language = negotiateLanguage(options.lang, request.headers['accept-language']);
  const read = async (snapshot: Snapshot) => {
    const { asOf, at } = options;
    const position = reached(snapshot, at);
    const vintage = vintageOf(snapshot, asOf, at);
    const missing = await findMissing(snapshot, position, {}, {});
    const host = request.headers.host ?? '';
    const context = { snapshot, vintage, position, language, missing, host, address: `${root}/${set.name}` };
    const page = await readPage({
      set,
      context,
      columns,
      options:
        key === undefined
          ? options
          : { ...options, filter: ofKey(set, key), sortings: [], skip: 0, token: undefined },
      pageSize: preferredSize(request),
      isGone: () => request.raw.socket.destroyed,
    });
    void reply.headers({
      'content-language': language,
      'rapporteur-position': String(position),
      ...toHeaders(missing),
    });
    if (isCount) return send('text/plain', String(page.count), request, reply);
    const lacks = showMissing(missing);
    const shown = page.entities.map((entity) => pick(entity, options));
    const notes = lacks.length > 0 ? { '@rapporteur.incomplete': lacks.join('; ') } : {};
    const picked = options.select ? `(${options.select.join(',')})` : '';
    const of = `${root}/$metadata#${set.name}${picked}`;
    if (key !== undefined) {
      if (!shown[0])
        throw new ODataFault(404, 'not-found', `There is no entity ${quoted(key)} in ${set.name}`);
      return send(
        json,
        JSON.stringify({ '@odata.context': `${of}/$entity`, ...notes, ...shown[0] }),
        request,
        reply,
      );
    }
    const body = {
      '@odata.context': of,
      ...(page.count === undefined ? {} : { '@odata.count': page.count }),
      ...notes,
      value: shown,
      ...(page.next
        ? { '@odata.nextLink': toNextLink(`${root}/${set.name}`, given, position, writeToken(page.next)) }
        : {}),
    };
    return send(json, JSON.stringify(body), request, reply);
  };
  await whenThereIsRoom(() => withSnapshot(reading.pool, read));
}

/** The filter that one entity passes. What its key begins with narrows what is read for it. */
function ofKey({ named }: EntitySet, key: string): Filter {
  const is = (name: string, value: string): Filter => ({
    kind: 'compare',
    by: 'eq',
    left: { kind: 'property', name },
    right: { kind: 'literal', type: 'string', value },
  });
  const parts = key.split('~');
  const known = named.flatMap((name, i) => (name && parts[i] !== undefined ? [is(name, parts[i])] : []));
  return { kind: 'and', parts: [is(keyName, key), ...known] };
}

const pick = (entity: Entity, { select }: Options): Entity =>
  select ? Object.fromEntries(select.map((name) => [name, entity[name] ?? null])) : entity;

/** `Prefer: odata.maxpagesize=100`. */
function preferredSize({ headers }: FastifyRequest): number | undefined {
  const [, size] = /(?:odata\.)?maxpagesize\s*=\s*(\d{1,9})/i.exec(String(headers['prefer'] ?? '')) ?? [];
  return size === undefined ? undefined : Math.max(1, Number(size));
}

/** The same request at the position of the first page, so that all pages are of one state. */
function toNextLink(address: string, given: URLSearchParams, position: number, token: string): string {
  const next = new URLSearchParams(given);
  next.set('at', String(position));
  next.set('$skiptoken', token);
  return `${address}?${String(next).replaceAll('%24', '$')}`;
}

async function send(
  media: string,
  text: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply.header('content-type', media);
  await sendStream([text], request, reply);
}

/** Any error as OData has it. */
function sendFault(error: unknown, reply: FastifyReply): void {
  const { status, code, message, target } = isTooSlow(error)
    ? new ODataFault(503, 'too-slow', 'The read was stopped because it took too long: narrow it by $filter')
    : (toFault(error) ?? toFault(toProblem(error))!);
  if (status === 503) void reply.header('retry-after', '5');
  const body = JSON.stringify({ error: { code, message, ...(target ? { target } : {}) } });
  void reply.status(status).header('content-type', json).send(Buffer.from(body));
}
