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

const differencesShape = { ...countsSchema.shape, notMentioned: z.int() };
const publicationSchema = z.object({
  round: z.string().describe('collection/round'),
  title: z.string(),
  receivedOn: z.array(z.string()).describe('The days on which its replies were received, ascending'),
});

export const differencesAnswer = z.object({
  collection: z.string(),
  from: publicationSchema,
  to: publicationSchema,
  totals: z.object({ ...differencesShape, unchanged: z.int() }),
  respondents: z
    .array(z.object({ ...namedSchema.shape, ...differencesShape }))
    .describe('The one with the most differences first'),
  indicators: z.array(z.object({ ...indicatorSchema.shape, ...differencesShape })),
  sentence: z.string().describe('For a note, in plain English whatever the language; the rest has its data'),
  items: z
    .array(
      z.object({
        kind: z
          .enum(['added', 'revised', 'withdrawn', 'not-mentioned'])
          .describe('not-mentioned: the later publication is only a part of what the respondent says'),
        id: z.string(),
        ...subjectShape,
        before: z.array(saidSchema),
        after: z.array(saidSchema),
        difference: computedSchema,
        percentage: computedSchema.describe('The difference in per cent of before'),
      }),
    )
    .describe('The largest difference first; what cannot be reckoned last'),
  next: z.string().optional(),
  position: z.int(),
});
/** What two publications of one collection say differently. */
export type Differences = z.output<typeof differencesAnswer>;

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
