/** The answer of /v1/observations/{id}: the whole history of one figure or finding. */
import { z } from 'zod';
import { observationSchema } from './figures.js';
import { findingSchema } from './findings.js';
import { qualifierSchema, receivedSchema, sourceShape } from './shared.js';

const said = z.array(z.object({ value: z.int().nullable(), qualifier: qualifierSchema.nullable() }));

const historyEntry = z.object({
  event: z.int(),
  kind: z.enum(['set', 'changed', 'restated', 'retracted', 'withdrawn', 'reinstated', 'overtaken']),
  receivedOn: receivedSchema,
  recordedAt: z.string(),
  recordedBy: z.string(),
  coders: z.array(z.string()).optional().describe('Who coded it from a letter, named as recordedBy'),
  reviewer: z.string().optional().describe('Who had a second look at it before it was recorded'),
  round: z.string(),
  before: said.describe('Values that the cell had; several where they conflict'),
  after: said,
  said: said.describe('What this event itself says of the cell'),
  reason: z.string().nullable(),
  reference: z.string().nullable(),
  detail: z.string().optional(),
  ...sourceShape,
});
export type HistoryEntry = z.output<typeof historyEntry>;

export const lifeAnswer = z.object({
  id: z.string(),
  current: z.array(z.union([observationSchema, findingSchema])).describe('Empty: withdrawn'),
  history: z.array(historyEntry),
  position: z.int(),
});
export type Life = z.output<typeof lifeAnswer>;
