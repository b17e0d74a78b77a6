/** The gate that every request passes before anything else looks at it, also before answers of the cache. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { methodNotAllowed, type Addresses } from './allowed-methods.js';
import { allowReads, isForPages, isPreflight, openToPages } from './foreign-reads.js';
import { changesNothing, findForeignOrigin, headerMissing, needsHeader } from './foreign-writes.js';
import { HttpProblem, sendProblem } from '../problem.js';
import { securityHeaders } from './security-headers.js';
import { makeHostCheck, type Served } from './served-hosts.js';

export interface GateOptions {
  readonly served: Served;
  readonly addresses: Addresses;
}

/** What a request is refused with at the gate, if it is. */
export type Gate = (request: FastifyRequest) => HttpProblem | undefined;

/** In: which hosts are ours, and what is known of addresses. */
export function makeGate({ served, addresses }: GateOptions): Gate {
  const isServed = makeHostCheck(served);
  return (request) => {
    const { method, headers, socket, url } = request.raw;
    const isOurs = (host: string | undefined) => isServed(host, socket);
    if (!isOurs(headers.host) || !isOwnTarget(url!, isOurs)) return unknownHost();
    const isChange = !changesNothing(method);
    const foreign = isChange ? findForeignOrigin(headers, served.publicUrl) : undefined;
    if (foreign) return foreign;
    if (isAskedByPage(request, addresses)) return undefined;
    if (request.is404) {
      const allowed = addresses.methodsOf(url!);
      return allowed.length > 0 ? methodNotAllowed(allowed) : undefined;
    }
    return isChange && needsHeader(headers) ? headerMissing() : undefined;
  };
}

const isAskedByPage = (request: FastifyRequest, addresses: Addresses) =>
  isPreflight(request) && addresses.isReleasedAt(request.raw.url!);

/** A request in the form that proxies get names its host twice; both must be ours. */
const isOwnTarget = (url: string, isOurs: (host: string) => boolean) =>
  url.startsWith('/') || url === '*' || (URL.canParse(url) && isOurs(new URL(url).host));

/**
 * Puts the gate before everything that is registered later, and adds the security headers to every answer.
 * In: what is known of addresses, and a function that is told of each request, whether it passes or not.
 */
export function addGate(
  fastify: FastifyInstance,
  gate: Gate,
  addresses: Addresses,
  onArrival: (request: FastifyRequest, response: ServerResponse) => void,
): void {
  // One hook for all of it: an answer of the cache takes so little time that a second hook would be noticed.
  fastify.addHook('onRequest', (request, reply, done) => {
    onArrival(request, reply.raw);
    void reply.headers(securityHeaders);
    const problem = gate(request);
    if (problem) return sendProblem(problem, reply);
    if (isAskedByPage(request, addresses)) return allowReads(reply);
    if (isForPages(request)) void reply.headers(openToPages);
    done();
  });
}

const unknownHost = () =>
  new HttpProblem({
    status: 421,
    code: 'unknown-host',
    title: 'This server does not serve the host that was asked for',
    detail:
      'If it is to: set PUBLIC_URL of the server to the address that readers use, or add the host to ALLOWED_HOSTS.',
  });
