/** Lets pages of any origin read what everybody may read (CORS), with no cookie of the reader. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { changesNothing } from './foreign-writes.js';

/**
 * On every answer to a read of what is released, refusals included. A browser takes `*` only for requests without
 * cookies, so that a foreign page gets what anybody gets, or what a key that it has itself opens.
 */
export const openToPages = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
} as const;

/** What a browser is told before it sends a read with a header of its own, such as If-None-Match. */
const preflightHeaders = {
  ...openToPages,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': '*, Authorization',
  'access-control-max-age': '86400',
} as const;

/** Whether a request reads what is released. */
export const isForPages = ({ method, routeOptions: { config } }: FastifyRequest): boolean =>
  changesNothing(method) && config.action === 'read-released';

/** Whether a browser asks whether a page may send a request. */
export const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** Answers a preflight: reads are allowed, and nothing else. */
export const allowReads = (reply: FastifyReply): void =>
  void reply.status(204).headers(preflightHeaders).send();
