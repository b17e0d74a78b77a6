/**
 * The answer of /v1/panels: yearly sums over the respondents that have a figure in every year, and their names.
 */
import { noRateReasons } from '@rapporteur/domain';
import { z } from 'zod';
import { limitsSchema } from './rates.js';
import {
  breakdownSchema,
  computedSchema,
  directionSchema,
  namedSchema,
  reasonsSchema,
  trendSchema,
} from './shared.js';

const sumSchema = z.union([z.int(), z.object({ low: z.int(), high: z.int().nullable() })]);
const yearList = z.array(z.int());

export const panelAnswer = z.object({
  region: namedSchema.optional(),
  indicator: namedSchema.extend({ unit: z.string() }),
  unit: z.string(),
  collection: z.string(),
  breakdown: breakdownSchema,
  from: z.int(),
  to: z.int(),
  years: z
    .array(
      z.object({
        year: z.int(),
        value: sumSchema,
      }),
    )
    .describe('The sums; none where nobody reported throughout'),
  per: z.int().optional(),
  rates: z
    .array(
      z.object({
        year: z.int(),
        population: sumSchema.nullable(),
        without: z.array(namedSchema).describe('Whose population is missing'),
        rate: computedSchema,
        interval: limitsSchema,
        reason: z.enum(noRateReasons).optional(),
      }),
    )
    .optional()
    .describe('Where "per" is asked for: the sums over the population of those who are summed'),
  reported: z.array(namedSchema).describe('Who has a figure in every year: they alone are summed'),
  of: z.array(namedSchema).describe('Who was asked about'),
  sentence: z
    .object({ code: z.literal('k-of-n-reported'), k: z.int(), n: z.int(), from: z.int(), to: z.int() })
    .describe('The parts of "k of n reported in every year"'),
  missing: z.array(
    z.object({
      respondent: namedSchema,
      years: yearList.describe('Without a figure that could be summed'),
      conflicting: yearList.describe('Of these: with several figures, of which none is chosen'),
      noNumber: yearList.describe('Of these: with a reason why there is no number, or an approximation'),
      reasons: reasonsSchema,
      breaks: yearList.describe('The years before the last of them are counted in another way'),
    }),
  ),
  leftOut: z
    .array(z.object({ respondent: namedSchema, reason: z.literal('aggregate') }))
    .describe('Asked about, and never summed: what they count others count too'),
  direction: directionSchema.nullable(),
  trend: trendSchema.nullable().describe('Why the direction of the sums is what it is; see docs/methods.md'),
  position: z.int(),
});
export type Panel = z.output<typeof panelAnswer>;
