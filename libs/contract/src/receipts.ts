/** Answers of ingest to a command: the receipt of what was recorded, or what a dry run would change. */
import { receivedOnSchema, resolvedSchema } from '@rapporteur/domain';
import { z } from 'zod';
import { problemDocument } from './problems.js';
import { breakdownSchema, qualifierSchema } from './shared.js';

const said = z.array(
  z.object({
    value: z.int().nullable(),
    qualifier: qualifierSchema.nullable(),
    round: z.string(),
    receivedOn: z.union([z.string(), z.object({ onOrBefore: z.string() })]),
  }),
);
const finding = z.object({
  id: z.string(),
  topic: z.string(),
  detail: z.string().optional(),
  paragraph: z.int().optional(),
});

export const previewedChanges = z.object({
  figures: z.array(
    z.object({
      kind: z.enum(['revised', 'added', 'withdrawn']),
      id: z.string(),
      indicator: z.string(),
      breakdown: breakdownSchema,
      period: z.string(),
      before: said,
      after: said,
    }),
  ),
  findings: z.object({ added: z.array(finding), withdrawn: z.array(finding) }),
});
export type PreviewedChanges = z.output<typeof previewedChanges>;

const receiptShape = {
  round: z.string(),
  recorded: z.boolean().describe('false: nothing new was said'),
  version: z.int().describe('Version of the reply or round; If-Match takes it'),
  eventId: z.uuid(),
  token: z.string().describe('Any GET takes it as wait='),
};
const stored = { eventId: true, token: true } as const;
const previewShape = { dryRun: z.literal(true), changes: previewedChanges };
const previewNote = 'With dryRun=true, at status 200: version is that of the reply as it stands';

const roundReceipt = z.object(receiptShape);
/** Of a round, opened or as a dry run. */
export const roundReceiptAnswer = z.union([
  roundReceipt,
  roundReceipt.omit(stored).extend(previewShape).describe(previewNote),
]);

const replyReceipt = z.object({
  ...receiptShape,
  respondent: z.string(),
  resolved: resolvedSchema.optional().describe('How a name was understood'),
  receivedOn: receivedOnSchema,
  late: z.boolean().nullable().optional(),
});
export type ReplyReceipt = z.output<typeof replyReceipt>;

const replyPreview = replyReceipt.omit(stored).extend(previewShape).describe(previewNote);
export type ReplyPreview = z.output<typeof replyPreview>;

/** Of a reply, submitted, corrected, replaced or withdrawn, or as a dry run. */
export const replyReceiptAnswer = z.union([replyReceipt, replyPreview]);

const lineShape = {
  line: z.int().min(1).describe('Its number in the body, counted from 1, empty lines too'),
  status: z.int().describe('What it would have been answered with alone'),
};
const replyLine = z.union([
  z.object({
    ...lineShape,
    replayed: z.literal(true).optional().describe('It was recorded by an earlier request with this key'),
    answer: replyReceiptAnswer,
  }),
  z.object({ ...lineShape, problem: problemDocument }),
]);
export type ReplyLine = z.output<typeof replyLine>;

const replyLinesEnd = z.object({
  summary: z.object({
    lines: z.int(),
    accepted: z.int().describe('Recorded, or nothing new was said, or a dry run'),
    recorded: z.int().describe('By this request, or by an earlier one with this key'),
    refused: z.int(),
    complete: z.boolean().describe('false: the body was not read to its end, for the reason in problem'),
  }),
  problem: problemDocument.optional(),
});
export type ReplyLinesEnd = z.output<typeof replyLinesEnd>;

/** Each line of the answer to many replies: one for each reply in their order, then one with the summary. */
export const replyLineAnswer = z.union([replyLine, replyLinesEnd]);
