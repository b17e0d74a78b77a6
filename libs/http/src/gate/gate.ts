/** The gate that every request passes before anything else looks at it, answers that were kept included. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { methodNotAllowed } from './allowed-methods.js';
import { changesNothing, findForeignOrigin, headerMissing, needsHeader } from './foreign-writes.js';
import { HttpProblem, sendProblem } from '../problem.js';
import { securityHeaders } from './security-headers.js';
import { makeHostCheck, type Served } from './served-hosts.js';

export interface GateOptions {
  readonly served: Served;
  /** The methods of an address; none where there is nothing. */
  readonly methodsOf: (url: string) => string[];
}

/** What a request is refused with at the gate, if it is. */
export type Gate = (request: FastifyRequest) => HttpProblem | undefined;

/** In: whose hosts are ours, and what addresses take. */
export function makeGate({ served, methodsOf }: GateOptions): Gate {
  const isServed = makeHostCheck(served);
  return (request) => {
    const { method, headers, socket, url } = request.raw;
    const isOurs = (host: string | undefined) => isServed(host, socket);
    if (!isOurs(headers.host) || !isOwnTarget(url!, isOurs)) return unknownHost();
    const isChange = !changesNothing(method);
    const foreign = isChange ? findForeignOrigin(headers, served.publicUrl) : undefined;
    if (foreign) return foreign;
    if (request.is404) {
      const allowed = methodsOf(url!);
      return allowed.length > 0 ? methodNotAllowed(allowed) : undefined;
    }
    return isChange && needsHeader(headers) ? headerMissing() : undefined;
  };
}

/** As proxies are asked, a request names the host twice; it counts in both places. */
const isOwnTarget = (url: string, isOurs: (host: string) => boolean) =>
  url.startsWith('/') || url === '*' || (URL.canParse(url) && isOurs(new URL(url).host));

/**
 * Puts the gate before everything that is registered later, and the headers of every answer on it.
 * In: who is told of each request, whether it passes or not.
 */
export function addGate(
  fastify: FastifyInstance,
  gate: Gate,
  onArrival: (request: FastifyRequest, response: ServerResponse) => void,
): void {
  // One hook for all of it: reads of kept answers take so little that another would be felt.
  fastify.addHook('onRequest', (request, reply, done) => {
    onArrival(request, reply.raw);
    void reply.headers(securityHeaders);
    const problem = gate(request);
    if (problem) sendProblem(problem, reply);
    else done();
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
