/** The parameters of reads: lists of codes, years, and those that every read takes. */
import {
  codeSchema,
  daySchema,
  denominators,
  indicators,
  quote,
  suggestCodes,
  topics,
} from '@rapporteur/domain';
import { languages, regionMembers, resolveRespondent } from '@rapporteur/names';
import { z } from 'zod';
import { formats } from '../formats/choose-format.js';

/** The most different entries of a list; there are fewer respondents, indicators or topics. */
const entriesAtMost = 500;
/** How many unknown names of an address are reported, with suggestions; then checking stops. */
export const unknownTold = 20;

/** A list of codes, `SV,GR`. Each must be known; for an unknown one similar codes are suggested. */
function codeList(
  kind: string,
  resolve: (written: string) => string | readonly string[] | undefined,
  suggest: (written: string) => readonly string[],
) {
  return z
    .string()
    .min(1)
    .transform((text, context) => {
      const entries = new Set(text.split(',').map((written) => written.trim()));
      const codes = new Set<string>();
      let unknown = 0;
      if (entries.size > entriesAtMost)
        context.addIssue({
          code: 'custom',
          message: `names ${entries.size} ${kind}s; ${entriesAtMost} at most`,
        });
      else
        for (const written of entries) {
          const found = resolve(written);
          for (const code of typeof found === 'object' ? found : [found ?? written]) codes.add(code);
          if (found !== undefined) continue;
          const suggestions = suggest(written);
          const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
          const message = `${quote(written)} is no ${kind} that is known${hint}`;
          context.addIssue({ code: 'custom', message, params: { suggestions } });
          if ((unknown += 1) === unknownTold) break;
        }
      return [...codes];
    });
}

const known = (codes: readonly string[]) => (written: string) =>
  codes.includes(written) ? written : undefined;
const subjectCodes = indicators.map(({ code }) => code);
const indicatorCodes = [...subjectCodes, ...denominators.map(({ code }) => code)];
const topicCodes = topics.map(({ code }) => code);

export const respondentList = codeList(
  'respondent',
  (written) => {
    const members = regionMembers(written);
    if (members.length > 0) return members;
    const found = resolveRespondent(written);
    return 'code' in found ? found.code : undefined;
  },
  (written) => {
    const found = resolveRespondent(written);
    return 'code' in found ? [] : found.suggestions.map(({ code, name }) => `${code} (${name})`);
  },
).describe(
  'Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its areas',
);
/** The form of a list of codes, for those who generate clients or requests; which codes there are stands with the lists. */
const listed = {
  pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*(?:,[a-z0-9]+(?:-[a-z0-9]+)*)*$',
};
export const indicatorList = codeList('indicator', known(indicatorCodes), (written) =>
  suggestCodes(written, indicatorCodes),
).meta({ ...listed, description: 'Indicator codes (/v1/indicators), joined by commas' });
/** Without those that there are only to divide by. */
export const subjectList = codeList('indicator', known(subjectCodes), (written) =>
  suggestCodes(written, subjectCodes),
).meta({ ...listed, description: 'Indicator codes (/v1/indicators), joined by commas' });
export const topicList = codeList('topic', known(topicCodes), (written) =>
  suggestCodes(written, topicCodes),
).meta({ ...listed, description: 'Topic codes (/v1/topics), joined by commas' });
export const collectionList = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((code) => code.trim()))])
  .pipe(z.array(codeSchema).max(entriesAtMost))
  .meta({
    ...listed,
    description: 'Collections, joined by commas, each of 80 characters at most',
  });

const mostOf15Digits = 999_999_999_999_999;
export const wholeNumber = (min: number, max: number) => {
  const expected =
    max > mostOf15Digits ? `a whole number from ${min} on` : `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .pipe(z.number().min(min, expected).max(max, expected))
    .meta({ type: 'integer', minimum: min, maximum: Math.min(max, mostOf15Digits) });
};
export const yearParameter = wholeNumber(1800, 9999).describe(
  'A year; spans and undated figures are given whatever the years',
);

export const perParameter = wholeNumber(1, 1_000_000_000).describe('Per how many people');

/** Parameters that every read takes. */
export const commonQuery = {
  asOf: daySchema.optional().describe('Only what had been received by this day'),
  at: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Only what had been recorded by this position'),
  lang: z.enum(languages).optional().describe('Language of names; Accept-Language when absent'),
  format: z
    .enum(formats)
    .optional()
    .describe('Form of the answer, before the header Accept; which there are stands with each address'),
  wait: z
    .string()
    .regex(/^[\w-]{22}$/, 'the token of an answer to a command')
    .optional()
    .describe('Wait, 5 s at most, until the tables include that event'),
};
