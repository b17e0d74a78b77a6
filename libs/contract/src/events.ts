/** Answers of /v1/events/{position} and /v1/schemas: an event as it was stored, and what its data look like. */
import { z } from 'zod';

export const eventAnswer = z.object({
  event: z.int(),
  id: z.uuid(),
  type: z.string(),
  schemaVersion: z.int(),
  stream: z.string(),
  version: z.int(),
  key: z.string(),
  data: z.record(z.string(), z.unknown()),
  hidden: z
    .object({ reason: z.literal('document-removed'), event: z.int() })
    .optional()
    .describe('Why names and words in data are null, and by which event: the stored event has them still'),
  meta: z.object({
    recordedBy: z.string().describe("As the collection's policy names people"),
    signedInBy: z
      .string()
      .optional()
      .describe(
        'How they had shown who they are: key, link, oidc, token, command-line; service: the program itself',
      ),
    onBehalfOf: z.string().optional().describe('The State for which it was recorded, by its code'),
    coders: z.array(z.string()).optional().describe('Who coded it from a letter, named as recordedBy'),
    reviewer: z
      .object({ name: z.string(), at: z.string() })
      .optional()
      .describe('Who had a second look at just this before it was recorded'),
    recordedAt: z.string(),
    correlationId: z.string(),
    causationId: z.string(),
    traceparent: z.string().optional().describe('Of the request, where it was traced'),
  }),
  position: z.int(),
});
export type EventAnswer = z.output<typeof eventAnswer>;

export const schemasAnswer = z.object({
  items: z.array(z.object({ type: z.string(), version: z.int(), schema: z.record(z.string(), z.unknown()) })),
  position: z.int(),
});

export const schemaAnswer = z.record(z.string(), z.unknown());
