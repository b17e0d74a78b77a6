/** What is answered where something is refused: a problem document (RFC 9457) with every problem at once. */
import { z } from 'zod';

const problemSchema = z.object({
  pointer: z.string().describe('JSON pointer into the body, or to a parameter'),
  code: z.string(),
  message: z.string(),
  expected: z.string().optional(),
  suggestions: z.array(z.string()).optional(),
});
/** One thing wrong with what was asked or sent. */
export type Problem = z.output<typeof problemSchema>;

export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  problems: z.array(problemSchema).optional(),
});

/** The answer to a command that names an older version than the current one. */
export const staleProblem = problemDocument.extend({
  version: z.int().optional().describe('The version that the reply is at'),
});
/** What the page reads of a refusal. */
export type Refusal = z.output<typeof staleProblem>;
