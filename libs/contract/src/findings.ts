/** The answer of /v1/findings: coded statements, each with respondent, paragraph and footnote. */
import { z } from 'zod';
import { evidenceSchema, listOf, namedSchema, receivedSchema, sourceShape } from './shared.js';

export const findingSchema = z.object({
  id: z.string(),
  collection: z.string(),
  round: z.string(),
  topic: namedSchema,
  theme: z.string(),
  respondent: namedSchema,
  detail: namedSchema.optional(),
  receivedOn: receivedSchema,
  event: z.int(),
  evidence: evidenceSchema.optional().describe('The passage in which it stands, where one is known'),
  ...sourceShape,
});
export type Finding = z.output<typeof findingSchema>;

export const findingsAnswer = listOf(findingSchema);
