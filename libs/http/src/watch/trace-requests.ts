/** A span for each POST, under the one that its client names; what it stores goes on from it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Span, Tracer } from './tracer.js';

const spans = new WeakMap<FastifyRequest, Span>();

/** `traceparent` of a request's span, where it is traced. */
export const traceparentOf = (request: FastifyRequest): string | undefined => spans.get(request)?.traceparent;

/** Begins a span when a POST has come, and ends it when it was answered or given up. */
export function traceRequests(server: FastifyInstance, tracer: Tracer): void {
  server.addHook('onRequest', async (request) => {
    if (request.method !== 'POST') return;
    const route = request.routeOptions.url;
    const parent = request.headers['traceparent'];
    const span = tracer.start({
      name: route ? `POST ${route}` : 'POST',
      kind: 'server',
      parent: typeof parent === 'string' ? parent : undefined,
      attributes: {
        'http.request.method': 'POST',
        'http.route': route,
        'url.path': request.url.split('?', 1)[0],
      },
    });
    spans.set(request, span);
  });
  server.addHook('onResponse', async (request, reply) => {
    const status = reply.statusCode;
    const failure = status >= 500 ? Object.assign(new Error(''), { name: String(status) }) : undefined;
    spans.get(request)?.end({ 'http.response.status_code': status }, failure);
  });
  server.addHook('onRequestAbort', async (request) => {
    spans.get(request)?.end(undefined, Object.assign(new Error('the client left'), { name: 'aborted' }));
  });
}
