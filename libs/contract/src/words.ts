/** The answers about words of imported files: what waits for a decision, what was decided, and by whom. */
import { wordDecisions } from '@rapporteur/domain';
import { z } from 'zod';

const decided = z.object({
  decision: z.enum(wordDecisions),
  code: z.string().nullable(),
  name: z.string().nullable().describe('What the code is called'),
  reason: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
});

export const wordItem = z.object({
  dimension: z
    .string()
    .describe(
      'respondent, indicator, break, the code of a dimension, breakdown where all words are the total, or kind-of-breakdown for a word that says which dimension its row is broken down by',
    ),
  word: z.string().describe('As it is first written'),
  column: z.string().nullable().describe('The column that it stands in, by its usual name'),
  rows: z.int().describe('How many rows of the latest file of each round wait for it'),
  samples: z.array(
    z.object({ round: z.string(), row: z.int(), cells: z.array(z.string()) }).describe('Long cells are cut'),
  ),
  proposals: z
    .array(z.object({ code: z.string(), name: z.string(), reason: z.string() }))
    .describe('What may be meant, the likeliest first; nothing is taken unless somebody decides it'),
  decision: decided.nullable(),
});

export const wordsAnswer = z.object({
  collection: z.string(),
  state: z.enum(['waiting', 'decided']),
  items: z.array(wordItem),
  total: z.int().describe('How many there are; items has the first of them'),
  version: z.int().describe('How many decisions there have been'),
  rounds: z
    .array(
      z.object({
        round: z.string(),
        file: z.string().describe('SHA-256 of the last file'),
        name: z.string(),
        header: z.array(z.string()).describe('The names of the cells of samples'),
        rows: z.int().nullable(),
        refused: z.int().nullable(),
        waiting: z.int().nullable().describe('Rows that wait; null: its import is not through'),
        isBehind: z.boolean().describe('Decisions are still to be followed: the file is imported again'),
        problem: z.string().nullable().describe('Why they could not be followed'),
        notKept: z.int().describe('How often a row waits for a word that is not listed: decide others first'),
      }),
    )
    .describe('The rounds into which files were imported'),
});

export const wordsReceiptAnswer = z.object({
  collection: z.string(),
  decided: z.int().describe('How many of the decisions say something new'),
  version: z.int().describe('How many decisions there have been'),
});

export type WordsAnswer = z.output<typeof wordsAnswer>;
export type WordItem = z.output<typeof wordItem>;
export type WordsReceiptAnswer = z.output<typeof wordsReceiptAnswer>;
