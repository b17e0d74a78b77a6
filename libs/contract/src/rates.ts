/** The answers of /v1/rates, /v1/tables/sdg-16-2-2 and /v1/shares: figures in relation to people, and to their total. */
import { noRateReasons, noShareReasons } from '@rapporteur/domain';
import { z } from 'zod';
import {
  breakdownSchema,
  citedShape,
  computedSchema,
  indicatorSchema,
  listOf,
  namedSchema,
  reasonsSchema,
  receivedSchema,
} from './shared.js';

export const limitsSchema = z
  .object({ low: z.number(), high: z.number().nullable().describe('Null: nothing limits it') })
  .nullable()
  .describe('Exact limits, 95 %; null where nothing can be said');

export const populationSchema = z.object({
  id: z.string().describe('The identifier of the population, as of a figure'),
  value: z.int(),
  year: z.int(),
  breakdown: breakdownSchema.describe('Whose number it is: {} is everybody'),
  round: z.string().describe('The publication'),
  event: z.int().nullable().describe('Null: it comes with the program'),
  receivedOn: receivedSchema,
});

/** Where the population that comes with the program is from. */
export const populationSourceSchema = z.object({
  round: z.string(),
  source: z.string(),
  licence: z.string(),
});

export const rateShape = {
  per: z.int(),
  rate: computedSchema,
  interval: limitsSchema,
  reason: z.enum(noRateReasons).optional().describe('Why there is no rate'),
};

const rateSchema = z.object({
  collection: z.string(),
  respondent: namedSchema,
  indicator: indicatorSchema,
  breakdown: breakdownSchema,
  period: z.string(),
  year: z.int().nullable(),
  figure: z.object(citedShape),
  population: populationSchema.nullable(),
  ...rateShape,
});

export const ratesAnswer = listOf(rateSchema).extend({ populationSource: populationSourceSchema });
export type Rates = z.output<typeof ratesAnswer>;

const sdgRowSchema = rateSchema.extend({
  series: z.string().describe('Series of the global SDG data structure: VC_HTF_DETVR'),
  refArea: z.string().describe('M49 code of the area, without leading zeros'),
  sex: z.string().describe('_T, F, M; as here where that structure has no code'),
  age: z.string().describe('_T, Y0T17, Y_GE18; as here where that structure has no code'),
  unitMeasure: z.literal('PER_100000_POP'),
});
export const sdgAnswer = listOf(sdgRowSchema).extend({ populationSource: populationSourceSchema });

const shareShape = {
  share: computedSchema.describe('From 0 to 1'),
  interval: limitsSchema,
  reason: z.enum(noShareReasons).optional().describe('Why there is no share'),
};
const sumSchema = z.union([z.int(), z.object({ low: z.int(), high: z.int().nullable() })]);
const yearList = z.array(z.int());

export const sharesAnswer = z.object({
  items: z
    .array(
      z.object({
        collection: z.string(),
        respondent: namedSchema,
        indicator: indicatorSchema,
        breakdown: breakdownSchema,
        period: z.string(),
        year: z.int().nullable(),
        part: z.object(citedShape),
        total: z.object(citedShape).nullable(),
        ...shareShape,
      }),
    )
    .describe('Of respondents; empty where a sum is asked for'),
  panel: z
    .object({
      region: namedSchema.optional().describe('Absent of a list of respondents'),
      collection: z.string(),
      indicator: indicatorSchema,
      breakdown: breakdownSchema,
      from: z.int(),
      to: z.int(),
      years: z.array(z.object({ year: z.int(), part: sumSchema, total: sumSchema, ...shareShape })),
      reported: z.array(namedSchema).describe('Who has part and total in every year: they alone are summed'),
      of: z.array(namedSchema),
      sentence: z.object({
        code: z.literal('k-of-n-reported'),
        k: z.int(),
        n: z.int(),
        from: z.int(),
        to: z.int(),
      }),
      missing: z.array(
        z.object({
          respondent: namedSchema,
          years: yearList.describe('Without a part or a total that could be summed'),
          conflicting: yearList,
          noNumber: yearList,
          reasons: reasonsSchema,
          breaks: yearList,
        }),
      ),
      refused: z
        .array(z.object({ respondent: namedSchema, years: yearList }))
        .describe('Their part is larger than their total in these years, so they are not summed'),
      leftOut: z
        .array(z.object({ respondent: namedSchema, reason: z.literal('aggregate') }))
        .describe('Asked about, and never summed: what they count others count too'),
    })
    .nullable()
    .describe('Of a region or a list: sums over sums; null where each respondent is asked about'),
  next: z.string().optional(),
  position: z.int(),
});
export type Shares = z.output<typeof sharesAnswer>;
