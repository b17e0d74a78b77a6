/** A bare Fastify that answers addresses with given bytes, for comparison with our reads. */
import Fastify from 'fastify';

/** The parent process sends the answer to each address. */
process.once('message', async (answers: Record<string, string>) => {
  const bytes = new Map(Object.entries(answers).map(([address, text]) => [address, Buffer.from(text)]));
  const server = Fastify();
  server.get('/v1/trends', (request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(bytes.get(request.url)),
  );
  process.send!(await server.listen({ host: '127.0.0.1', port: 0 }));
});
process.once('disconnect', () => process.exit(0));
