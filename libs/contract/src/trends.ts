/** The answer of /v1/trends: the yearly table of each series, spans beside it, and ratios of the same year. */
import { z } from 'zod';
import { limitsSchema } from './rates.js';
import {
  breakdownSchema,
  citedShape,
  computedSchema,
  directionSchema,
  indicatorSchema,
  namedSchema,
  qualifierSchema,
  trendSchema,
} from './shared.js';

const judgedShape = {
  compoundAnnualRate: computedSchema,
  direction: directionSchema,
  trend: trendSchema.describe('Why the direction is what it is: n, p, years, slope; see docs/methods.md'),
};

const spanSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  period: z.string(),
  ...citedShape,
});
export type Span = z.output<typeof spanSchema>;

const seriesSchema = z.object({
  respondent: namedSchema,
  indicator: indicatorSchema,
  collection: z.string(),
  breakdown: breakdownSchema,
  unit: z.string(),
  conflicting: z.boolean(),
  years: z.array(
    z.object({
      year: z.int(),
      ...citedShape,
      change: computedSchema.optional(),
      percentage: computedSchema.optional(),
      index: computedSchema.optional(),
      comparison: z
        .object({
          p: z.number(),
          pLow: z.number(),
          verdict: z.enum(['higher', 'lower', 'no-significant-difference']),
        })
        .optional()
        .describe('With the year before, where both counts are small: exact conditional Poisson test'),
    }),
  ),
  spans: z.array(spanSchema),
  segments: z
    .array(z.object({ years: z.array(z.int()), startsWithBreak: z.int().nullable(), ...judgedShape }))
    .optional()
    .describe('Where there is a break: the series in parts. Its own direction and rate are of the last'),
  ...judgedShape,
});
export type Series = z.output<typeof seriesSchema>;

/** A message of the topic of trends: a series as /v1/trends has it, in English. */
export const trendMessage = z.object({
  series: z.string().describe('The key: collection~respondent~indicator~breakdown'),
  position: z
    .int()
    .describe('No later event about the respondent is counted: /v1/trends?at= it says the same'),
  ...seriesSchema.shape,
});
export type TrendMessage = z.output<typeof trendMessage>;

const ratioPart = z.object({
  indicator: indicatorSchema,
  id: z.string(),
  value: z.int().nullable(),
  qualifier: qualifierSchema,
});

const ratioSchema = z.object({
  ratio: z.string(),
  respondent: namedSchema,
  collection: z.string(),
  breakdown: breakdownSchema,
  year: z.int(),
  basis: z.literal('same-year'),
  value: computedSchema,
  interval: limitsSchema,
  numerator: ratioPart,
  denominator: ratioPart,
});
/** Of two figures of one year. */
export type Ratio = z.output<typeof ratioSchema>;

export const trendsAnswer = z.object({
  series: z.array(seriesSchema),
  ratios: z.array(ratioSchema),
  next: z.string().optional(),
  position: z.int(),
});
export type Trends = z.output<typeof trendsAnswer>;
