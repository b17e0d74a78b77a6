/** The descriptions of the write side's addresses for the OpenAPI document. */
import {
  importAnswer,
  documentReceiptAnswer,
  evidenceAnswer,
  removalAnswer,
  replyLineAnswer,
  replyReceiptAnswer,
  roundReceiptAnswer,
  undoAnswer,
  wordsAnswer,
  wordsReceiptAnswer,
} from '@rapporteur/contract';
import {
  correctionInputSchema,
  decisionsInputSchema,
  replacementInputSchema,
  replyInputSchema,
  roundInputSchema,
  withdrawalInputSchema,
} from '@rapporteur/domain';
import type { RouteDocument } from '@rapporteur/http';
import { z } from 'zod';
import { linesType } from '../commands/answer-lines.js';
import { commandQuerySchema } from '../commands/command-request.js';
import { undoInputSchema } from '../import/upload/undo.controller.js';
import {
  documentQuerySchema,
  evidenceInputSchema,
  removalInputSchema,
} from '../documents/documents.controller.js';
import { draftDocuments } from './draft-documents.js';
import { wordsQuerySchema } from '../import/words/words.controller.js';
import { importQuerySchema, refusedQuerySchema } from '../import/upload/import-request.js';

const headers = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .describe('The same key with the same body gives the first answer again'),
  'X-Request-Id': z.string().optional(),
  'X-Correlation-Id': z.string().optional(),
});
const headersWithVersion = headers.extend({
  'If-Match': z.string().optional().describe('Version that the reply must have, else 409'),
});

const withEachRound = (
  end: string,
  document: Omit<RouteDocument, 'method' | 'path' | 'status'>,
): RouteDocument[] =>
  ['/v1/rounds/:collection/:round', '/v1/rounds/:id'].map((start) => ({
    method: 'post',
    status: 201,
    // For what says nothing new, and for dry runs.
    alsoWith: [200],
    path: `${start}/${end}`,
    query: commandQuerySchema,
    ...document,
  }));

export const documents: readonly RouteDocument[] = [
  {
    method: 'get',
    path: '/v1/words',
    action: 'decide-words',
    summary:
      'Words of imported files that wait for a decision, with rows and proposals; or those that were decided',
    query: wordsQuerySchema,
    answer: wordsAnswer,
  },
  {
    method: 'post',
    path: '/v1/words/decisions',
    status: 201,
    action: 'decide-words',
    summary:
      'Decide what words stand for: the rows that wait for them come in, and later files are read by it',
    headers,
    body: decisionsInputSchema,
    answer: wordsReceiptAnswer,
  },
  {
    method: 'post',
    path: '/v1/rounds',
    status: 201,
    alsoWith: [200],
    action: 'open-round',
    summary: 'Open a round',
    query: commandQuerySchema,
    headers,
    body: roundInputSchema,
    answer: roundReceiptAnswer,
  },
  ...withEachRound('replies', {
    action: 'submit-reply',
    dryRunAction: 'try-command',
    summary: 'Submit a reply; or many, one a line, of which each is accepted or refused by itself',
    headers,
    body: replyInputSchema,
    answer: replyReceiptAnswer,
    lines: { media: linesType, answer: replyLineAnswer },
  }),
  ...withEachRound('replies/:respondent/corrections', {
    action: 'correct-reply',
    dryRunAction: 'try-command',
    summary: 'Correct single figures and findings of a reply',
    headers: headersWithVersion,
    body: correctionInputSchema,
    answer: replyReceiptAnswer,
  }),
  ...withEachRound('replies/:respondent/replacement', {
    action: 'replace-reply',
    dryRunAction: 'try-command',
    summary: 'Put a whole new text in the place of a reply',
    headers: headersWithVersion,
    body: replacementInputSchema,
    answer: replyReceiptAnswer,
  }),
  ...withEachRound('replies/:respondent/withdrawal', {
    action: 'withdraw-reply',
    dryRunAction: 'try-command',
    summary: 'Withdraw a reply',
    headers: headersWithVersion,
    body: withdrawalInputSchema,
    answer: replyReceiptAnswer,
  }),
  ...['documents', 'replies/:respondent/documents'].flatMap((end) =>
    withEachRound(end, {
      action: 'add-document',
      summary:
        'Receive a letter or another document (25 or 100 MB at most, by role): the file is the body, or the part "file" of a form',
      query: documentQuerySchema,
      answer: documentReceiptAnswer,
    }),
  ),
  {
    method: 'post',
    path: '/v1/documents/:document/evidence',
    status: 201,
    action: 'attach-evidence',
    summary: 'Give the figures and findings of a round their paragraphs and passages in a document',
    body: evidenceInputSchema,
    answer: evidenceAnswer,
  },
  {
    method: 'post',
    path: '/v1/documents/:document/removal',
    status: 201,
    action: 'remove-document',
    summary: 'Delete the bytes and the text of a document; its SHA-256 and the reason stay',
    body: removalInputSchema,
    answer: removalAnswer,
  },
  ...draftDocuments,
  {
    method: 'post',
    path: '/v1/imports',
    action: 'import-file',
    summary:
      'Import a publication (.xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML, JSON-stat): the file is the body, or the part "file" of a form',
    query: importQuerySchema,
    headers: z.object({
      'Rapporteur-Request': z.string().optional().describe('Needed with a form; any value'),
    }),
    answer: importAnswer,
    alsoAs: ['application/x-ndjson'],
  },
  {
    method: 'post',
    path: '/v1/imports/undo',
    status: 200,
    action: 'import-file',
    summary: 'Take the last import into a round back: it counts as if it had never been, from today on',
    body: undoInputSchema,
    answer: undoAnswer,
  },
  {
    method: 'get',
    path: '/v1/imports/:file/refused',
    action: 'import-file',
    summary: 'The rows of an imported file that were refused or wait, as CSV',
    query: refusedQuerySchema,
    answer: z.string(),
    alsoAs: ['text/csv'],
  },
];
