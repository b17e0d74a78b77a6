/** Work items: what people said of an inconsistency – its state, a note, who works on it – and when. */
import { inconsistencyKinds } from '@rapporteur/domain';
import { z } from 'zod';

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
  by: z.string(),
  at: z.string(),
});

export const workItem = z.object({
  key: z.string().describe('Stays the same while the same places disagree, after a rebuild too'),
  kind: z.enum(inconsistencyKinds),
  round: z.string(),
  respondent: z.string(),
  message: z.string(),
  events: z.array(z.int()).describe('The events whose statements disagree'),
  ...saidShape,
  version: z.int(),
  found: z.boolean().describe('False: the tables hold it no longer'),
  reopened: z.boolean().describe('It was settled, and the figures behind it have changed since'),
  correction: z
    .int()
    .nullable()
    .describe('The last event that changed a figure behind it after it was last worked on'),
  history: z.array(saying).describe('The latest first; nothing is removed from it'),
});
export type WorkItem = z.output<typeof workItem>;

export const workItemsAnswer = z.object({ items: z.array(workItem), position: z.int() });
export type WorkItems = z.output<typeof workItemsAnswer>;
