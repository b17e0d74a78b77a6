/** The least that takes a reply over HTTP: a Fastify route that parses it, checks it by a compiled JSON Schema and stores it. */
import Fastify from 'fastify';

/** A body as the bench sends it. What ours checks beyond that (names, days, rules of figures, duplicates) is not checked. */
const body = {
  type: 'object',
  additionalProperties: false,
  required: ['respondent', 'receivedOn', 'observations'],
  properties: {
    respondent: { type: 'string', minLength: 1, maxLength: 200 },
    receivedOn: { type: 'string', format: 'date' },
    observations: {
      type: 'array',
      maxItems: 10_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['indicator', 'period', 'value', 'paragraph'],
        properties: {
          indicator: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 },
          period: { type: 'string', pattern: '^[0-9]{4}$' },
          value: { type: 'integer', minimum: 0 },
          paragraph: { type: 'integer', minimum: 1 },
        },
      },
    },
  },
};

export type Stored = Readonly<Record<string, unknown>>;

/**
 * In: a function that stores what a body says and gives its identifier. Out: the address of a server that has the route, on a
 * free port.
 */
export async function serveReplies(store: (data: Stored) => Promise<string>): Promise<string> {
  const server = Fastify();
  server.post<{ Params: { collection: string; round: string }; Body: Stored }>(
    '/v1/rounds/:collection/:round/replies',
    { schema: { body } },
    async ({ params, body: reply }, answer) => {
      const id = await store(Object.assign({}, params, reply));
      return answer.status(201).send({ id });
    },
  );
  return server.listen({ host: '127.0.0.1', port: 0 });
}
