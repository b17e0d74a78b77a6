/** Answers of /v1/revisions, /v1/discrepancies and /v1/events/{position}/changes: figures that differ, side by side. */
import { z } from 'zod';
import {
  breakdownSchema,
  computedSchema,
  indicatorSchema,
  namedSchema,
  qualifierSchema,
  receivedSchema,
  sourceShape,
} from './shared.js';

/** What one statement says of a cell. */
const saidSchema = z.object({
  collection: z.string(),
  id: z.string(),
  round: z.string(),
  value: z.int().nullable(),
  qualifier: qualifierSchema.nullable(),
  receivedOn: receivedSchema,
  event: z.int(),
  ...sourceShape,
});

const subjectShape = {
  respondent: namedSchema,
  indicator: indicatorSchema,
  breakdown: breakdownSchema,
  period: z.string(),
};

const countsSchema = z.object({ revised: z.int(), added: z.int(), withdrawn: z.int() });
const kindSchema = z.enum(['revised', 'added', 'withdrawn']);

export const revisionsAnswer = z.object({
  items: z.array(
    z.object({
      kind: kindSchema,
      id: z.string(),
      collection: z.string(),
      ...subjectShape,
      before: z.array(saidSchema),
      after: z.array(saidSchema),
      difference: computedSchema,
    }),
  ),
  counts: countsSchema,
  next: z.string().optional(),
  position: z.int(),
});
export type Revisions = z.output<typeof revisionsAnswer>;

export const discrepanciesAnswer = z.object({
  items: z.array(z.object({ ...subjectShape, figures: z.array(saidSchema), difference: computedSchema })),
  next: z.string().optional(),
  position: z.int(),
});
/** Where two collections do not say the same; the difference is the last collection minus the first. */
export type Discrepancy = z.output<typeof discrepanciesAnswer>['items'][number];

export const changesAnswer = z.object({
  event: z.int(),
  type: z.string(),
  round: z.string().describe('collection/round'),
  respondent: namedSchema.nullable().describe('null: the event is about a round as a whole'),
  receivedOn: receivedSchema.nullable(),
  reason: z.string().nullable(),
  items: z.array(
    z.object({
      kind: kindSchema,
      id: z.string(),
      ...subjectShape,
      before: z.array(saidSchema),
      after: z.array(saidSchema),
      difference: computedSchema,
    }),
  ),
  counts: countsSchema,
  findings: z
    .object({ added: z.int(), withdrawn: z.int() })
    .describe('Findings that hold since, and that no longer hold'),
  next: z.string().optional(),
  position: z.int(),
});
/** What one event changed. */
export type EventChanges = z.output<typeof changesAnswer>;
