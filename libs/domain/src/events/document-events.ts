/** Events about documents: received, taken from view, and the passages in which figures and findings stand. */
import { z } from 'zod';
import { codeSchema, daySchema, text } from './input-schemas.js';

/** SHA-256 of the bytes, in hex: the name of a document. */
export const documentSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const documentReceivedSchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  /** Null where it belongs to the round as a whole. */
  respondent: z.string().nullable(),
  document: documentSchema,
  /** The name of the file, without folders. */
  name: text(200),
  /** Media type, as its first bytes say it. */
  media: z.string().max(100),
  bytes: z.int().min(0),
  receivedOn: daySchema,
});

/** Where in a document something stands: by paragraph, and by what is written there (W3C Web Annotation). */
export const passageSchema = z.strictObject({
  /** The event that made the statement, and which of its statements it is, counted from 0. */
  event: z.int().min(1),
  ordinal: z.int().min(0),
  /** Null where the document has no pages. */
  page: z.int().min(1).nullable(),
  paragraph: z.int().nullable(),
  /** The exact words; null where the paragraph is all that is known. */
  quote: z.string().nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  /** In the stored extraction, in UTF-16 code units: of the quote, or else of the paragraph. */
  start: z.int().min(0),
  end: z.int().min(0),
  language: z.string().nullable(),
});

/** How many passages one event holds at most. */
export const passagesPerEvent = 200;

export const evidenceAttachedSchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  document: documentSchema,
  /** Version of the extraction that `start` and `end` count in. */
  extraction: z.int().min(1),
  /** The day on which the document was received. */
  receivedOn: daySchema,
  passages: z.array(passageSchema).min(1).max(passagesPerEvent),
});

/** The bytes and the text of a document are deleted; what it was and why it went stays. */
export const documentRemovedSchema = z.strictObject({ document: documentSchema, reason: text(2000) });

export type Passage = z.output<typeof passageSchema>;
export type DocumentReceived = z.output<typeof documentReceivedSchema>;
export type EvidenceAttached = z.output<typeof evidenceAttachedSchema>;
export type DocumentRemoved = z.output<typeof documentRemovedSchema>;

export type DocumentEvent =
  | { readonly type: 'DocumentReceived'; readonly data: DocumentReceived }
  | { readonly type: 'EvidenceAttached'; readonly data: EvidenceAttached }
  | { readonly type: 'DocumentRemoved'; readonly data: DocumentRemoved };

/** The stream of everything that happens to a document. All of it has one key, so that it stays in order. */
export const documentStream = (document: string) => `document/${document}`;
