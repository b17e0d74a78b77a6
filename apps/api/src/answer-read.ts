/** The path of every read: parameters, waiting, snapshot, ETag, answer as JSON or CSV, cache. */
import { createHash } from 'node:crypto';
import { suggestCodes, toPointer, type Problem, type Vintage } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { negotiateLanguage, type Language } from '@rapporteur/names';
import { withSnapshot, type Snapshot } from '@rapporteur/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { z } from 'zod';
import type { AnswerCache } from './answer-cache.js';
import { awaitToken, type Gong } from './await-token.js';
import type { ReadAnswer, Route } from './route.js';
import { toCsv } from './to-csv.js';

export interface Reading {
  readonly pool: pg.Pool;
  readonly cache: AnswerCache;
  readonly gong: Gong;
}

/** An answer ready to be sent, and sent again while the tables stand at its position. */
export interface Ready {
  readonly body: Buffer | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

type Common = { asOf?: string; at?: number; lang?: Language; wait?: string };

/** Answers a request to a route. Errors: HttpProblem; those of pg. */
export async function answerRead(
  reading: Reading,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const media = chooseMedia(route, request.headers.accept);
  const acceptLanguage = request.headers['accept-language'];
  const key = `${media}\n${acceptLanguage ?? ''}\n${request.url}`;
  const ready =
    reading.cache.find(key) ?? (await compute(reading, route, request, media, acceptLanguage, key));
  void reply.headers(ready.headers);
  if (matches(request.headers['if-none-match'], ready.etag)) return void reply.status(304).send();
  return void reply.send(ready.body);
}

async function compute(
  reading: Reading,
  route: Route,
  request: FastifyRequest,
  media: string,
  acceptLanguage: string | undefined,
  key: string,
): Promise<Ready> {
  const query = parseQuery(route, request.query as Record<string, unknown>);
  const { asOf, at, lang, wait } = query as Common;
  const language = negotiateLanguage(lang, acceptLanguage);
  const { cache } = reading;
  if (wait) await awaitToken(reading.pool, wait, reading.gong.wait);
  let { generation } = cache;
  return withSnapshot(reading.pool, async (snapshot) => {
    // What this snapshot itself makes known must not keep its answer out.
    const isUndisturbed = generation === cache.generation;
    cache.learn(snapshot.position);
    if (isUndisturbed) generation = cache.generation;
    if (at !== undefined && at > snapshot.position) throw tooEarly(at, snapshot.position);
    const vintage: Vintage = { asOf, at };
    const position = at ?? snapshot.position;
    const params = request.params as Record<string, string>;
    const answer = await route.read({ query, params, language, snapshot, vintage, position });
    const ready = toReady(answer, media, language, position, snapshot, `${request.url}\n${language}`);
    if (!wait) cache.keep(key, generation, ready);
    return ready;
  });
}

function toReady(
  { body, table }: ReadAnswer,
  media: string,
  language: Language,
  position: number,
  { deadLetters }: Snapshot,
  address: string,
): Ready {
  const isCsv = media === 'text/csv';
  const next = body['next'] as string | undefined;
  const etag = `"${position}-${createHash('sha256').update(`${media}\n${address}`).digest('base64url').slice(0, 16)}${deadLetters > 0 ? `-degraded-${deadLetters}` : ''}"`;
  return {
    body: Buffer.from(isCsv ? toCsv(table!) : JSON.stringify(body)),
    etag,
    headers: {
      etag,
      'content-type': isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'content-language': language,
      vary: 'Accept, Accept-Language',
      'cache-control': 'no-cache',
      'rapporteur-position': String(position),
      ...(next ? { link: `<${toNextAddress(address.split('\n')[0]!, next)}>; rel="next"` } : {}),
      ...(deadLetters > 0
        ? { 'rapporteur-degraded': `${deadLetters} events could not be applied; see /health/ready` }
        : {}),
    },
  };
}

/** The address of the next page: a table has no other place to name it. */
function toNextAddress(address: string, cursor: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('cursor', cursor);
  url.searchParams.delete('wait');
  return url.pathname + url.search;
}

const tooEarly = (at: number, position: number) =>
  new HttpProblem({
    status: 400,
    code: 'position-not-reached',
    title: `The tables have come to position ${position}, not yet to ${at}`,
    detail: 'Leave "at" out, or give a position up to that one.',
    extra: { position },
  });

/** JSON unless CSV is asked for; 406 where the route has no table. */
function chooseMedia(route: Route, accept = '*/*'): string {
  const wanted = accept.split(',').map((part) => part.split(';')[0]!.trim());
  if (
    wanted.some((type) => ['application/json', '*/*', 'application/*'].includes(type)) &&
    !(wanted[0] === 'text/csv' && route.alsoAs?.includes('text/csv'))
  )
    return 'application/json';
  if (wanted.includes('text/csv')) {
    if (route.alsoAs?.includes('text/csv')) return 'text/csv';
  } else if (wanted.includes('text/html') || wanted.includes('text/*')) return 'application/json';
  throw new HttpProblem({
    status: 406,
    code: 'not-acceptable',
    title: `This address answers ${['application/json', ...(route.alsoAs ?? [])].join(' and ')}`,
  });
}

/** Parses the query by the route's schema. Errors: 400 with every parameter that is wrong. */
function parseQuery(route: Route, given: Record<string, unknown>): Record<string, unknown> {
  const result = route.query.safeParse(given);
  if (result.success) return result.data;
  const names = Object.keys(route.query.shape);
  throw new HttpProblem({
    status: 400,
    code: 'bad-parameters',
    title: 'Some parameters cannot be used',
    problems: result.error.issues.flatMap((issue) => toParameterProblems(issue, names)),
  });
}

function toParameterProblems(issue: z.core.$ZodIssue, names: readonly string[]): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: toPointer([key]),
      code: 'unknown-parameter',
      message: `"${key}" is no parameter here`,
      expected: names.join(', '),
      suggestions: suggestCodes(key, names),
    }));
  const suggestions =
    issue.code === 'custom' ? (issue.params?.['suggestions'] as string[] | undefined) : undefined;
  return [
    {
      pointer: toPointer(issue.path),
      code: 'bad-parameter',
      message: issue.message,
      ...(suggestions ? { suggestions } : {}),
    },
  ];
}

/** If-None-Match: a list of tags, weak ones included, or `*`. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')));
}
