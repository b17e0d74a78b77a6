/** What a table is asked with. */
import { z } from 'zod';
import * as given from '../attributes.js';

const years = { from: given.year.optional(), to: given.year.optional() };

export const tableQuery = z.strictObject({
  of: z.enum(['figures', 'series', 'respondents', 'regions', 'statements', 'replies']),
  theme: given.theme.optional(),
  respondent: given.respondent.optional(),
  indicator: given.codes(given.indicator).optional(),
  breakdown: given.breakdown,
  region: given.region.optional(),
  ...years,
});
export type TableQuery = z.output<typeof tableQuery>;
