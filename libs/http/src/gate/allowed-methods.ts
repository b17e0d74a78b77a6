/** Which methods an address has: a request with another method is told these, and not that there is nothing. */
import type { FastifyInstance } from 'fastify';
import makeRouter from 'find-my-way';
import { HttpProblem } from '../problem.js';

/** The methods that an answer can name. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * In: Fastify before routes are added to it, and how it matches them. Out: a function that gives the methods of
 * the routes that an address matches, none where there is no route. Fastify only tells whether a route matches
 * with its method; so a second router of the same kind is asked here.
 */
export function gatherMethods(
  fastify: FastifyInstance,
  options: { readonly ignoreTrailingSlash: boolean; readonly maxParamLength: number },
): (url: string) => string[] {
  const router = makeRouter(options);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of methods)
      if ([method].flat().includes(one) && !router.hasRoute(one, url)) router.on(one, url, () => undefined);
  });
  return (url) => methods.filter((method) => router.find(method, url) !== null);
}

export const methodNotAllowed = (allowed: readonly string[]) =>
  new HttpProblem({
    status: 405,
    code: 'method-not-allowed',
    title: `This address takes ${allowed.join(', ')} and no other method`,
    detail: 'GET /docs tells what each address does.',
    headers: { allow: allowed.join(', ') },
  });
