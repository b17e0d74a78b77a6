/** The answer of /v1/inconsistencies: what does not fit together, with the places that disagree. */
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
