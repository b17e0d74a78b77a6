/** Which methods an address has: a request with another method is told these, and not that there is nothing. */
import type { FastifyInstance, RouteOptions } from 'fastify';
import makeRouter from 'find-my-way';
import { HttpProblem } from '../problem.js';

/** The methods that an answer can name. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** What is known of addresses without going through Fastify. */
export interface Addresses {
  /** The methods of the routes that an address matches, none where there is no route. */
  methodsOf(url: string): string[];
  /** Whether what is released is read there. */
  isReleasedAt(url: string): boolean;
}

/**
 * In: Fastify before routes are added to it, and how it matches them. Fastify only tells whether a route matches
 * with its method; so a second router of the same kind is asked here.
 */
export function gatherAddresses(
  fastify: FastifyInstance,
  options: { readonly ignoreTrailingSlash: boolean; readonly maxParamLength: number },
): Addresses {
  const router = makeRouter(options);
  fastify.addHook('onRoute', (route) => {
    for (const one of methods)
      if ([route.method].flat().includes(one) && !router.hasRoute(one, route.url))
        // The route itself: the door gives it its action later.
        router.on(one, route.url, () => undefined, route);
  });
  return {
    methodsOf: (url) => methods.filter((method) => router.find(method, url) !== null),
    isReleasedAt: (url) =>
      (router.find('GET', url)?.store as RouteOptions | undefined)?.config?.action === 'read-released',
  };
}

export const methodNotAllowed = (allowed: readonly string[]) =>
  new HttpProblem({
    status: 405,
    code: 'method-not-allowed',
    title: `This address takes ${allowed.join(', ')} and no other method`,
    detail: 'GET /docs tells what each address does.',
    headers: { allow: allowed.join(', ') },
  });
