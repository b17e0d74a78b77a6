/** The answers about documents: receiving, listing, their text, and the passages that statements got. */
import { z } from 'zod';

const recordedShape = {
  recorded: z.boolean(),
  version: z.int().describe('Version of what is known of the document'),
  token: z.string().nullable().describe('With it in wait= any GET waits until the tables include it'),
};

const receivedShape = {
  document: z.string(),
  round: z.string(),
  respondent: z.string().nullable().describe('Null: it belongs to the round as a whole'),
  name: z.string().describe('Of its file; empty where it was removed'),
  media: z.string(),
  bytes: z.int(),
  receivedOn: z.string(),
};

/** Pages that were read by an OCR, and those that could not be. */
const scanSchema = z
  .object({
    language: z.string().nullable().describe('In which they were read; null: no word of any was'),
    pages: z.array(
      z.object({ page: z.int(), confidence: z.int().describe('How sure the OCR is of its words, 0 to 100') }),
    ),
    unread: z
      .array(z.object({ page: z.int(), code: z.string(), message: z.string() }))
      .describe('Pages that could not be read, and why'),
  })
  .describe('Pages that are pictures, whose words an OCR has read; absent where there are none');

export const documentReceiptAnswer = z.object({
  ...receivedShape,
  text: z
    .object({
      extraction: z.int(),
      language: z.string().nullable(),
      paragraphs: z.int(),
      scan: scanSchema.optional(),
    })
    .optional()
    .describe('What was read of it'),
  unread: z
    .object({ code: z.string(), message: z.string() })
    .optional()
    .describe('Why its text cannot be read'),
  ...recordedShape,
});

export type DocumentReceipt = z.output<typeof documentReceiptAnswer>;

export const evidenceAnswer = z.object({
  document: z.string(),
  round: z.string(),
  extraction: z.int().nullable().describe('Null where every place that was given is a region'),
  statements: z.int(),
  withParagraph: z.int(),
  figures: z.int(),
  exact: z.int().describe('Figures whose exact words were found'),
  regions: z.int().describe('Figures and findings whose evidence is a region of a page'),
  attached: z.int().describe('Passages that are new'),
  reanchored: z
    .int()
    .describe('Exact words of an earlier extraction that were found again in that of this version'),
  missed: z.array(
    z.object({
      id: z.string(),
      respondent: z.string(),
      value: z.int().nullable(),
      paragraph: z.int().optional(),
      why: z.string(),
    }),
  ),
  ...recordedShape,
});
export type EvidenceAnswer = z.output<typeof evidenceAnswer>;

export const removalAnswer = z.object({ document: z.string(), ...recordedShape });

export const documentsAnswer = z.object({
  items: z.array(
    z.object({
      ...receivedShape,
      recordedAt: z.string(),
      recordedBy: z.string(),
      event: z.int(),
      removed: z.object({ reason: z.string(), event: z.int() }).optional(),
    }),
  ),
  position: z.int(),
});

const placeShape = { start: z.int(), end: z.int() };

export const documentTextAnswer = z.object({
  document: z.string(),
  extraction: z.int().nullable().describe('Version of the extraction; null: nothing was read'),
  language: z.string().nullable(),
  unread: z.object({ code: z.string(), message: z.string() }).optional(),
  scan: scanSchema.optional(),
  hasPagePictures: z.boolean().describe('Whether GET /v1/documents/{document}/pages/{page} draws its pages'),
  paragraphs: z.array(
    z.object({
      kind: z.enum(['text', 'heading', 'footnote']),
      number: z.int().nullable().describe('The number that the document itself gives it'),
      page: z.int().nullable(),
      start: z.int(),
      end: z.int(),
      text: z.string(),
      words: z
        .array(
          z.object({
            ...placeShape,
            page: z.int(),
            left: z.number().describe('Of the width of the page, 0 to 1; and so on'),
            top: z.number(),
            right: z.number(),
            bottom: z.number(),
          }),
        )
        .optional()
        .describe('With places=true: where each word stands on its page'),
    }),
  ),
  position: z.int(),
});
export type DocumentTextAnswer = z.output<typeof documentTextAnswer>;

export const documentProposalsAnswer = z.object({
  document: z.string(),
  rules: z.int().describe('Version of the rules'),
  language: z.string().nullable().describe('In whose words it was looked for'),
  unread: z.object({ code: z.string(), message: z.string() }).optional(),
  complete: z.boolean().describe('Whether all was looked at that was asked for'),
  items: z
    .array(
      z.object({
        ...placeShape,
        quote: z.string().describe('The words from start to end'),
        paragraph: z.int().nullable(),
        page: z.int().nullable(),
        indicator: z.string(),
        breakdown: z.record(z.string(), z.string()),
        period: z.string(),
        value: z.int().nullable(),
        qualifier: z.string(),
        score: z.number().describe('How sure the rules are, 0 to 1: only the order is meant'),
        reasons: z.array(
          z.object({
            field: z.enum(['value', 'qualifier', 'period', 'indicator', 'breakdown']),
            is: z.string().describe('What the words were taken for'),
            text: z.string(),
            ...placeShape,
          }),
        ),
      }),
    )
    .describe(
      'Figures, in the order of the text; of one number there may be several, of which one is right at most',
    ),
  findings: z
    .array(
      z.object({
        ...placeShape,
        quote: z.string().describe('The words from start to end'),
        paragraph: z.int().nullable(),
        page: z.int().nullable(),
        topic: z.string(),
        detail: z.string().optional(),
        score: z.number().describe('How sure the rules are, 0 to 1: only the order is meant'),
        reasons: z.array(
          z.object({
            field: z.enum(['topic', 'detail']),
            is: z.string().describe('What the words were taken for'),
            text: z.string(),
            ...placeShape,
          }),
        ),
      }),
    )
    .describe('What is said without a number, by paragraph'),
  position: z.int(),
});
export type DocumentProposalsAnswer = z.output<typeof documentProposalsAnswer>;
