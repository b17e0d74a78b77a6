/** The answers about drafts of the coding of letters, and about the second looks at them. */
import { z } from 'zod';

const person = z.object({ id: z.string(), name: z.string() });

/** What became of the proposals for a letter; `own` counts entries that no proposal was behind. */
export const proposalCountsSchema = z.strictObject({
  taken: z.int().min(0),
  changed: z.int().min(0).describe('Of those taken: other than it was proposed when it was sent'),
  dismissed: z.int().min(0),
  own: z.int().min(0).describe('Entries without a proposal'),
});
export type ProposalCounts = z.output<typeof proposalCountsSchema>;

const lookSchema = z.object({
  asked: z.object({ by: person, at: z.string() }),
  notBy: z
    .array(person)
    .describe('Who coded what there is to be looked at, or what was: they cannot be the reviewer'),
  whom: person.nullable().describe('Null: anybody who may'),
  looked: z
    .object({
      by: person,
      at: z.string(),
      remarks: z.string().nullable(),
      isChangedSince: z.boolean().describe('Whether something else is coded now'),
    })
    .nullable()
    .describe('Null: nobody has looked yet'),
});

const stateShape = {
  version: z.int().describe('One more with each change, for ever; 0: there was never a draft'),
  changed: z.object({ by: person, at: z.string() }).nullable(),
  secondLook: lookSchema.nullable().describe('The second look that was asked for; null: none'),
  here: z
    .array(z.object({ ...person.shape, tab: z.string(), since: z.string() }))
    .describe('Who has it open: each window that said so within the last half minute'),
};

export const draftStateAnswer = z.object(stateShape);
export type DraftStateAnswer = z.output<typeof draftStateAnswer>;

export const draftAnswer = z.object({
  document: z.string(),
  round: z.string(),
  respondent: z.string(),
  ...stateShape,
  content: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('As it was saved; null: nothing is being coded'),
  sent: z
    .array(
      z.object({
        version: z.int().describe('Of the reply'),
        ...proposalCountsSchema.shape,
        by: person,
        at: z.string(),
      }),
    )
    .describe('What was sent from such drafts before, and what became of the proposals'),
});
export type DraftAnswer = z.output<typeof draftAnswer>;

export const draftsAnswer = z.object({
  items: z.array(
    z.object({
      document: z.string(),
      round: z.string(),
      respondent: z.string(),
      version: z.int(),
      changed: z.object({ by: person, at: z.string() }),
      secondLook: lookSchema.nullable(),
    }),
  ),
});
export type DraftsAnswer = z.output<typeof draftsAnswer>;

export const apartAnswer = z.object({
  version: z.int().describe('Of one’s own; 0: there was never one'),
  isDone: z.boolean(),
  content: z.record(z.string(), z.unknown()).nullable().describe('What one codes oneself'),
  coders: z.array(person.extend({ isDone: z.boolean() })).describe('Who codes it apart, two at most'),
  drafts: z
    .array(z.object({ by: person, content: z.record(z.string(), z.unknown()) }))
    .nullable()
    .describe('What both coded; null until both are done'),
});
export type ApartAnswer = z.output<typeof apartAnswer>;
