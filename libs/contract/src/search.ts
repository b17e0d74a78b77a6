/** Answers of /v1/search: what a typed text may mean; and of /v1/overview: what there is. */
import { z } from 'zod';

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
