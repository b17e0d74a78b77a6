/** Answers of /v1/collections, /v1/indicators, /v1/topics, /v1/respondents, /v1/regions and /v1/availability: what can be asked for. */
import { z } from 'zod';
import { listOf } from './shared.js';

export const collectionsAnswer = listOf(
  z.object({
    code: z.string(),
    name: z.string().describe('Its own name, else the title of its latest round, else its code'),
  }),
);

export const indicatorsAnswer = listOf(
  z.object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    theme: z.string().optional(),
    definition: z.string(),
  }),
);
export type Indicator = z.output<typeof indicatorsAnswer>['items'][number];

export const topicsAnswer = listOf(
  z.object({
    code: z.string(),
    name: z.string(),
    theme: z.object({ code: z.string(), name: z.string() }),
    definition: z.string(),
  }),
);
export type Topic = z.output<typeof topicsAnswer>['items'][number];

export const respondentsAnswer = listOf(
  z.object({ code: z.string(), name: z.string(), kind: z.string(), rounds: z.array(z.string()) }),
);
export type Respondent = z.output<typeof respondentsAnswer>['items'][number];

export const regionsAnswer = listOf(
  z.object({
    code: z.string(),
    name: z.string(),
    parent: z.string().optional().describe('The region around it; the world has none'),
    respondents: z.array(z.string()).describe('All areas in it, those of its subregions included'),
  }),
);
export type Region = z.output<typeof regionsAnswer>['items'][number];

export const availabilityAnswer = z.object({
  items: z.array(
    z.object({
      collection: z.string(),
      respondent: z.string(),
      indicator: z.string(),
      dimensions: z.string().describe('By what the series are broken down: age,sex; _T is the total'),
      series: z.int(),
      figures: z.int(),
      firstYear: z.int().nullable().describe('Null where no figure is of a year'),
      lastYear: z.int().nullable(),
    }),
  ),
  position: z.int(),
});
/** What there is of one collection, respondent, indicator and kind of breakdown. */
export type Available = z.output<typeof availabilityAnswer>['items'][number];
