/** What does not fit together, with the places that disagree; and work items: what people said of them and of open questions. */
import { inconsistencyKinds, inconsistencySentence } from '@rapporteur/domain';
import { z } from 'zod';
import { listOf, namedSchema } from './shared.js';

const inconsistencySchema = z.object({
  kind: z.enum(inconsistencyKinds),
  round: z.string(),
  respondent: namedSchema,
  sentence: inconsistencySentence.describe('The parts of the message, to be worded in any language'),
  message: z.string().describe('The same in English'),
  places: z.array(
    z.object({
      paragraph: z.int().optional(),
      footnote: z.int().optional(),
      row: z.int().optional(),
      id: z.string().optional(),
      event: z.int().optional(),
    }),
  ),
});
export type Inconsistency = z.output<typeof inconsistencySchema>;

export const inconsistenciesAnswer = listOf(inconsistencySchema);

/** What a State was asked and has not answered: it has not replied, or its reply says nothing on a theme. */
export const questionKinds = ['no-reply', 'theme-not-answered'] as const;
export const workKinds = [...inconsistencyKinds, ...questionKinds] as const;

export const workStates = ['open', 'in-progress', 'resolved', 'not-an-error'] as const;

const saidShape = {
  state: z.enum(workStates),
  note: z.string().max(4000),
  owner: z.string().min(1).max(200).nullable().describe('Who works on it'),
};

export const workItemInput = z.strictObject({
  version: z.int().min(0).describe('The version that was read: 0 where nobody has said anything yet'),
  ...saidShape,
});

const saying = z.object({
  ...saidShape,
  version: z.int(),
  by: z.string().describe('Who said it, as the policy of the collection named them then'),
  at: z.string(),
});

export const workItem = z.object({
  key: z.string().describe('Stays the same while the same places disagree, after a rebuild too'),
  kind: z.enum(workKinds).describe('Of an inconsistency, or of a question that is open'),
  round: z.string(),
  respondent: z.string(),
  theme: z.string().nullable().describe('Of a reply that says nothing on it'),
  message: z.string(),
  events: z
    .array(z.int())
    .describe(
      'The events whose statements disagree, or by which the reply stands that leaves a question open',
    ),
  ...saidShape,
  version: z.int(),
  found: z.boolean().describe('False: the tables hold it no longer'),
  reopened: z.boolean().describe('It was settled, and the figures behind it have changed since'),
  correction: z
    .int()
    .nullable()
    .describe('The last event that changed what is behind it after it was last worked on'),
  history: z.array(saying).describe('The latest first; nothing is removed from it'),
});
export type WorkItem = z.output<typeof workItem>;

export const workItemsAnswer = z.object({ items: z.array(workItem), position: z.int() });
export type WorkItems = z.output<typeof workItemsAnswer>;
