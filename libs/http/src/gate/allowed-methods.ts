/** Which methods an address has: a request by another is told so, instead of that there is nothing. */
import type { FastifyInstance } from 'fastify';
import makeRouter from 'find-my-way';
import { HttpProblem } from '../problem.js';

/** Those that are told; whatever else there is, is refused by them. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * In: Fastify without its routes, and how it matches them. Out: the methods of the routes that an address matches, none
 * where there is nothing. Fastify tells only whether a route matches with its method; so its router is asked again.
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
