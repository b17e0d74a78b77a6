/** The answer of /v1/observations: figures, each with its reply, paragraph and event. */
import { z } from 'zod';
import {
  breakdownSchema,
  evidenceSchema,
  indicatorSchema,
  listOf,
  namedSchema,
  qualifierSchema,
  receivedSchema,
  sourceShape,
} from './shared.js';

export const observationSchema = z.object({
  id: z.string(),
  collection: z.string(),
  round: z.string().describe('The round whose reply gives the figure'),
  respondent: namedSchema,
  indicator: indicatorSchema,
  breakdown: breakdownSchema,
  period: z.string(),
  value: z.int().nullable(),
  qualifier: qualifierSchema.nullable(),
  receivedOn: receivedSchema,
  event: z.int(),
  evidence: evidenceSchema.optional().describe('The passage in which it stands, where one is known'),
  ...sourceShape,
});
export type Observation = z.output<typeof observationSchema>;

export const observationsAnswer = listOf(observationSchema);
