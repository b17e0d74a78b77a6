/** The parameters of sums over respondents: a region, one breakdown, and how many years at most. */
import { breakdownKey, breakdownOf, suggestCodes } from '@rapporteur/domain';
import { regions } from '@rapporteur/names';
import { z } from 'zod';
import { isBreakdown } from './breakdown-parameter.js';

/** The most years in one request. No figures reach further back, so more years would only be gaps. */
export const MOST_YEARS = 100;

const regionCodes = regions.map(({ code }) => code);
export const regionParameter = z
  .string()
  .transform((written, context) => {
    if (regionCodes.includes(written)) return written;
    const suggestions = suggestCodes(written, regionCodes);
    const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
    context.addIssue({
      code: 'custom',
      message: `"${written}" is no region of the UN's M49${hint}`,
      params: { suggestions },
    });
    return written;
  })
  .meta({
    enum: regionCodes,
    description: 'A region of the UN (M49), as 419; its areas are asked about. Or give "respondent"',
  });

/** One breakdown, or the total. */
export const oneBreakdown = z
  .string()
  .refine(isBreakdown, 'known dimensions with known codes, as sex:female,age:child; _T is the total')
  .transform((text) => breakdownKey(breakdownOf(text)));
