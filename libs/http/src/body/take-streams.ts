/** Bodies that are not JSON: given to their address as a stream, and refused everywhere else. */
import type { FastifyInstance } from 'fastify';

/** In: the server before it listens, media types, and whether an address takes them; others answer 415. */
export function takeStreams(
  fastify: FastifyInstance,
  mediaTypes: string[],
  isTakenAt: (address: string) => boolean,
): void {
  fastify.addContentTypeParser(mediaTypes, (request, payload, done) => {
    if (isTakenAt(request.routeOptions.url ?? '')) return done(null, payload);
    const error = new Error('the body must be JSON');
    done(Object.assign(error, { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }));
  });
}
