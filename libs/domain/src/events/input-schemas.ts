/** What requests may hold: the shapes of replies, corrections and rounds, as the schemas that validate and document them. */
import { z } from 'zod';
import { parsePeriod, periodForms } from '../figures/period.js';
import { qualifiers } from '../figures/qualifier.js';

/** Whether PostgreSQL can keep a text, and JSON can carry it: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string) => text.isWellFormed() && !text.includes('\u0000');
/** There was no year 0, and PostgreSQL has none: a day in it could not be applied, nor asked for. */
export const isDay = (text: string) => dayForm.test(text) && (text.slice(8) <= '28' || isInMonth(text));
const dayForm = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** Only a day after the 28th can be missing from its month, so that most days are not asked about. */
const isInMonth = (text: string) =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const trimmed = (max: number) => z.string().trim().min(1).max(max);

/** Text that PostgreSQL can keep: no NUL, no half of a surrogate pair; 1 to `max` characters. */
export const text = (max: number) =>
  trimmed(max).refine(isStorable, 'must not hold NUL or half a surrogate pair');

/** What no XML can hold, and so neither a workbook nor a report: all of C0 but tab and ends of lines, and two more. */
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** A forced direction shows 123 as 321, in what is printed after it too. */
const forcedDirection = /[\u202d\u202e]/;

/**
 * Why a text of a reply is refused; undefined where it is not. Arabic needs no forced direction: its marks,
 * embeddings and isolates are accepted.
 */
export function faultOfText(value: string): string | undefined {
  if (!isStorable(value)) return 'must not hold NUL or half a surrogate pair';
  if (forcedDirection.test(value)) return 'must not force a direction (U+202D or U+202E)';
  return control.test(value) ? 'must not hold control characters, nor U+FFFE or U+FFFF' : undefined;
}

/** Text of a reply, 1 to `max` characters. Stored events keep what they hold. */
const writtenText = (max: number) =>
  trimmed(max).superRefine((value, context) => {
    const message = faultOfText(value);
    if (message) context.addIssue({ code: 'custom', message });
  });

const codeForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestCode = 80;
/** The same as `codeSchema` asks for, where nothing is to be said of what is none. */
export const isCode = (text: string) => text.length <= longestCode && codeForm.test(text);
export const codeSchema = z
  .string()
  .max(longestCode)
  .regex(codeForm, 'a code: lower-case letters and digits joined by hyphens');

export const daySchema = z
  .string()
  .refine(isDay, 'a day that exists, as YYYY-MM-DD')
  .meta({ format: 'date' });

export const receivedOnSchema = z
  .union([daySchema, z.strictObject({ onOrBefore: daySchema })])
  .describe('The day the reply was received, or { "onOrBefore": day } where only that is known');

const periodSchema = z
  .union([z.string(), z.int()])
  .refine((value) => parsePeriod(value).ok, { error: periodForms })
  .describe(periodForms);

const place = {
  paragraph: z.int().min(1).max(100_000).optional().describe('Paragraph of the reply or report'),
  footnote: z.int().min(1).max(100_000).optional(),
  row: z.int().min(1).optional().describe('Row of the imported file'),
};

const cellFields = {
  indicator: codeSchema,
  breakdown: z
    .record(codeSchema, codeSchema)
    .optional()
    .describe('Dimension to code; absent or {} is the total'),
  period: periodSchema,
};

/** What a list of a body may hold at most. */
export const figuresAtMost = 50_000;
export const findingsAtMost = 10_000;
export const namesAtMost = 1000;

export const observationInputSchema = z.strictObject({
  ...cellFields,
  value: z
    .int()
    .min(0)
    .nullable()
    .describe('Count in the unit of the indicator; null with a qualifier that says why there is none'),
  qualifier: z
    .enum(qualifiers)
    .optional()
    .describe(
      'exact when absent; none-known, not-available, not-applicable, not-asked and withheld go with null',
    ),
  ...place,
  note: writtenText(2000).optional(),
  asWritten: writtenText(200).optional().describe('The figure as the source writes it'),
  break: z
    .literal(true)
    .optional()
    .describe('The figure of this year starts a new way of counting: nothing is computed across (SDMX: B)'),
});

export const findingInputSchema = z.strictObject({
  topic: codeSchema,
  detail: codeSchema.optional(),
  ...place,
  note: writtenText(2000).optional(),
});

export const observationKeySchema = z.strictObject(cellFields);
export const findingKeySchema = z.strictObject({
  topic: codeSchema,
  detail: codeSchema.optional(),
  ...place,
});

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "es"')
  .optional()
  .describe('Language of the reply (BCP 47); absent = unknown');

export const replyContentShape = {
  receivedOn: receivedOnSchema,
  language,
  observations: z.array(observationInputSchema).max(figuresAtMost).default([]),
  findings: z.array(findingInputSchema).max(findingsAtMost).default([]),
};

export const replyInputSchema = z.strictObject({
  respondent: writtenText(200).describe('ISO 3166 code, organisation code, or a name in a UN language'),
  ...replyContentShape,
});

export const replacementInputSchema = z.strictObject({
  ...replyContentShape,
  reason: writtenText(2000),
  reference: writtenText(200).optional(),
});

export const withdrawalInputSchema = z.strictObject({
  receivedOn: receivedOnSchema,
  reason: writtenText(2000),
  reference: writtenText(200).optional(),
});

export const correctionInputSchema = z.strictObject({
  receivedOn: receivedOnSchema,
  reason: writtenText(2000),
  reference: writtenText(200).optional().describe('Document symbol of the corrigendum'),
  observations: z
    .strictObject({
      changed: z.array(observationInputSchema).max(figuresAtMost).default([]),
      added: z.array(observationInputSchema).max(figuresAtMost).default([]),
      retracted: z.array(observationKeySchema).max(figuresAtMost).default([]),
    })
    .prefault({}),
  findings: z
    .strictObject({
      changed: z.array(findingInputSchema).max(findingsAtMost).default([]),
      added: z.array(findingInputSchema).max(findingsAtMost).default([]),
      retracted: z.array(findingKeySchema).max(findingsAtMost).default([]),
    })
    .prefault({}),
});

/** A name that is known; or, of one that is not, whom somebody who knows the list says that it means. */
const listedInput = z
  .union([writtenText(200), z.strictObject({ respondent: writtenText(200), asWritten: writtenText(200) })])
  .describe('A code or a name; or { "respondent": code, "asWritten": the name } where it is misspelt');

export const roundInputSchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  title: z.partialRecord(z.enum(['ar', 'en', 'es', 'fr', 'ru', 'zh']), writtenText(500)).optional(),
  mandate: writtenText(500).optional(),
  symbol: writtenText(100).optional().describe('Document symbol of the report'),
  noteVerbaleOn: daySchema.optional(),
  replyBy: daySchema.optional(),
  cutOff: daySchema.optional().describe('Replies received after this day are late'),
  complete: z.boolean().default(false).describe('What a reply of this round does not mention is withdrawn'),
  compiledBy: writtenText(200)
    .optional()
    .describe('The respondent code of the compiler; its own account is no reply'),
  asked: z.array(writtenText(200)).max(namesAtMost).optional().describe('Who was asked; absent = unknown'),
  listed: z
    .strictObject({ paragraph: z.int().min(1), respondents: z.array(listedInput).max(namesAtMost) })
    .optional()
    .describe('Whom the report lists as having replied, as it writes them'),
});

export type ObservationInput = z.output<typeof observationInputSchema>;
export type ListedInput = z.output<typeof listedInput>;
export type FindingInput = z.output<typeof findingInputSchema>;
export type ReceivedOnInput = z.output<typeof receivedOnSchema>;
