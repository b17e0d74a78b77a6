/** Answers of /v1/rounds and of one round: who was asked and listed, who replied, when, late, on which themes. */
import { z } from 'zod';
import { listOf, namedSchema, receivedSchema } from './shared.js';

const roundShape = {
  id: z.string(),
  collection: z.string(),
  round: z.string(),
  title: z.string().nullable(),
  mandate: z.string().nullable(),
  symbol: z.string().nullable(),
  noteVerbaleOn: z.string().nullable(),
  replyBy: z.string().nullable(),
  cutOff: z.string().nullable(),
  complete: z.boolean(),
  compiledBy: namedSchema.nullable(),
  event: z.int(),
  counts: z.object({
    asked: z.int().nullable().describe('null = not known'),
    listed: z
      .int()
      .nullable()
      .describe('Respondents that the report lists as having replied; null = no list'),
    replies: z.int().describe('Respondents with a reply that stands, the compiler left out'),
    listedWithReply: z.int(),
    late: z.int(),
  }),
};
const roundSchema = z.object(roundShape);
export type Round = z.output<typeof roundSchema>;

export const roundsAnswer = listOf(roundSchema);

const roundRespondent = z.object({
  respondent: namedSchema,
  asked: z.boolean().nullable().describe('null = not known'),
  listed: z.boolean().nullable().describe('Named by the report among those that replied; null = no list'),
  asWritten: z.string().nullable().describe('As the report writes the name'),
  match: z.enum(['code', 'exact', 'close']).nullable(),
  replied: z.boolean(),
  receivedOn: receivedSchema.nullable(),
  late: z.boolean().nullable(),
  language: z.string().nullable().describe('null = not known'),
  status: z.enum(['none', 'standing', 'withdrawn']),
  version: z.int().describe('Events of the reply so far; If-Match takes it'),
  themes: z.array(z.string()),
  figures: z.int(),
  findings: z.int(),
});
export type RoundRespondent = z.output<typeof roundRespondent>;

export const roundAnswer = z.object({
  ...roundShape,
  listed: z.object({ paragraph: z.int() }).nullable(),
  respondents: z.array(roundRespondent),
  position: z.int(),
});
export type WholeRound = z.output<typeof roundAnswer>;
