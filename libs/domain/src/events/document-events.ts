/** Events about documents: received, taken from view, and the passages in which figures and findings stand. */
import { z } from 'zod';
import { codeSchema, daySchema, text } from './input-schemas.js';
import { fragmentSchema, parseFragment } from './region.js';

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

/** A passage as the first version of the event has it: by paragraph, and by what is written there. */
const firstPassageSchema = z.strictObject({
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

/**
 * Where in a document something stands (W3C Web Annotation): by paragraph and by what is written there, or, where a text fails,
 * as a region of a page. One of the two, so that nobody has to ask which of them counts.
 */
export const passageSchema = firstPassageSchema
  .extend({
    start: z.int().min(0).nullable(),
    end: z.int().min(0).nullable(),
    /** The value of a FragmentSelector; null where it is a passage of the text. */
    region: fragmentSchema.nullable(),
  })
  .refine(isOneOfBoth, { error: 'either start and end, or a region within its page' });

/** How many passages one event holds at most. */
export const passagesPerEvent = 200;

const firstEvidenceSchema = z.strictObject({
  collection: codeSchema,
  round: codeSchema,
  document: documentSchema,
  /** Version of the extraction that `start` and `end` count in. */
  extraction: z.int().min(1),
  /** The day on which the document was received. */
  receivedOn: daySchema,
  passages: z.array(firstPassageSchema).min(1).max(passagesPerEvent),
});

export const evidenceAttachedSchema = firstEvidenceSchema.extend({
  /** Null where every passage is a region: then no text was needed. */
  extraction: z.int().min(1).nullable(),
  passages: z.array(passageSchema).min(1).max(passagesPerEvent),
});

/** The versions of EvidenceAttached, oldest first. */
export const evidenceVersions = [
  { schema: firstEvidenceSchema, toNext: withoutRegions },
  { schema: evidenceAttachedSchema },
] as const;

/** The bytes and the text of a document are deleted; what it was and why it went stays. */
export const documentRemovedSchema = z.strictObject({ document: documentSchema, reason: text(2000) });

/** The first version knew no regions. */
function withoutRegions(data: unknown): unknown {
  const first = data as z.output<typeof firstEvidenceSchema>;
  return { ...first, passages: first.passages.map((passage) => ({ ...passage, region: null })) };
}

interface Selected extends Record<'quote' | 'prefix' | 'suffix' | 'region', string | null> {
  readonly page: number | null;
  readonly start: number | null;
  readonly end: number | null;
}

function isOneOfBoth({ region, page, quote, prefix, suffix, start, end }: Selected): boolean {
  if (region === null) return start !== null && end !== null;
  const words = [quote, prefix, suffix, start, end];
  return page !== null && words.every((one) => one === null) && parseFragment(region) !== undefined;
}

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
