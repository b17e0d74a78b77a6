/** Answers of /v1/collections, /v1/indicators, /v1/topics, /v1/respondents, /v1/regions, /v1/availability, /v1/search and /v1/overview: what can be asked for. */
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
  z.object({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    aggregate: z.literal(true).optional().describe('What it counts others count too, as a regional total'),
    rounds: z.array(z.string()),
  }),
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

export const searchAnswer = z.object({
  items: z
    .array(
      z.object({
        kind: z.enum(['respondent', 'region', 'indicator', 'topic', 'collection', 'round']),
        code: z.string(),
        name: z.string(),
        match: z
          .enum(['whole', 'beginning', 'word', 'part', 'close'])
          .describe('The whole text, its beginning, a word of it, a part of it; close: with slips'),
        matched: z.string().describe('The code or name that was found'),
      }),
    )
    .describe('The likeliest first'),
  position: z.int(),
});
export type Found = z.output<typeof searchAnswer>['items'][number];

export const overviewAnswer = z.object({
  collections: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      respondents: z.int().describe('Respondents with a figure or finding'),
      figures: z.int(),
      findings: z.int(),
      firstYear: z.int().nullable().describe('Null where no figure is of a year'),
      lastYear: z.int().nullable(),
      latest: z
        .object({
          id: z.string(),
          title: z.string(),
          symbol: z.string().nullable(),
          receivedOn: z.string().nullable().describe('The last day on which a reply was received'),
        })
        .describe('The round that was opened last'),
    }),
  ),
  position: z.int(),
});
export type Overview = z.output<typeof overviewAnswer>;
