/** The events that are stored for ever: their types, schemas and versions. */
import { z } from 'zod';
import {
  documentReceivedSchema,
  documentRemovedSchema,
  documentStream,
  evidenceVersions,
  type DocumentEvent,
} from './document-events.js';
import { codeSchema, daySchema, text } from './input-schemas.js';
import { qualifiers } from '../figures/qualifier.js';

const place = {
  paragraph: z.int().optional(),
  footnote: z.int().optional(),
  row: z.int().optional(),
};

/** A figure as the first versions of replies have it. */
const firstObservationSchema = z.strictObject({
  indicator: codeSchema,
  breakdown: z.record(codeSchema, codeSchema),
  period: z.string(),
  value: z.int().min(0).nullable(),
  qualifier: z.enum(['exact', 'at-least', 'fewer-than', 'approximately', 'none-known']),
  ...place,
  note: text(2000).optional(),
  asWritten: text(200).optional(),
  /** The figure starts a new way of counting (SDMX OBS_STATUS B); absent = it does not, as far as is known. */
  break: z.literal(true).optional(),
  /** The words of an imported row behind indicator and breakdown, by the name of their column. */
  words: z.record(z.string(), z.string()).optional(),
});
/** The qualifier may also say why there is no number: not available, not applicable, not asked, withheld. */
export const observationSchema = firstObservationSchema.extend({ qualifier: z.enum(qualifiers) });
type ObservationSchema = typeof firstObservationSchema | typeof observationSchema;

export const findingSchema = z.strictObject({
  topic: codeSchema,
  detail: codeSchema.optional(),
  ...place,
  note: text(2000).optional(),
});

const observationKey = z.strictObject({
  indicator: codeSchema,
  breakdown: z.record(codeSchema, codeSchema),
  period: z.string(),
});
const findingKey = z.strictObject({ topic: codeSchema, detail: codeSchema.optional(), ...place });

/** How a name became a code; `close`: misspelt in a list, or taken by an earlier release because it was close. */
export const resolvedSchema = z.strictObject({
  code: z.string(),
  asWritten: z.string(),
  match: z.enum(['code', 'exact', 'close']),
});

const roundKey = { collection: codeSchema, round: codeSchema };

export const roundOpenedSchema = z.strictObject({
  ...roundKey,
  title: z.record(z.string(), z.string()),
  mandate: z.string().nullable(),
  symbol: z.string().nullable(),
  noteVerbaleOn: daySchema.nullable(),
  replyBy: daySchema.nullable(),
  cutOff: daySchema.nullable(),
  complete: z.boolean(),
  compiledBy: z.string().nullable(),
  asked: z.array(resolvedSchema).nullable(),
  listed: z.strictObject({ paragraph: z.int(), respondents: z.array(resolvedSchema) }).nullable(),
});

const replyKey = {
  ...roundKey,
  respondent: z.string(),
  receivedOn: daySchema,
  receivedPrecision: z.enum(['on', 'on-or-before']),
  /** Received after the round's cut-off; null where the round has none or the day is not known well enough. */
  late: z.boolean().nullable(),
};

const replyContent = <S extends ObservationSchema>(observation: S) => ({
  language: z.string().nullable(),
  complete: z.boolean(),
  observations: z.array(observation),
  findings: z.array(findingSchema),
});

const whyChanged = { reason: z.string(), reference: z.string().nullable() };

/** The schemas of what is said in a reply, by the schema of its figures. */
const submittedWith = <S extends ObservationSchema>(observation: S) =>
  z.strictObject({ ...replyKey, resolved: resolvedSchema, ...replyContent(observation) });
const replacedWith = <S extends ObservationSchema>(observation: S) =>
  z.strictObject({ ...replyKey, ...replyContent(observation), ...whyChanged });
const correctedWith = <S extends ObservationSchema>(observation: S) =>
  z.strictObject({
    ...replyKey,
    ...whyChanged,
    observations: z.strictObject({
      changed: z.array(observation),
      added: z.array(observation),
      retracted: z.array(observationKey),
    }),
    findings: z.strictObject({
      changed: z.array(findingSchema),
      added: z.array(findingSchema),
      retracted: z.array(findingKey),
    }),
  });

export const replySubmittedSchema = submittedWith(observationSchema);
export const replyReplacedSchema = replacedWith(observationSchema);
export const replyWithdrawnSchema = z.strictObject({ ...replyKey, ...whyChanged });
export const replyCorrectedSchema = correctedWith(observationSchema);

/** An event of the log that nobody can read, and that counts for nothing from here on. */
export const eventSetAsideSchema = z.strictObject({
  ...roundKey,
  /** Null where the event is about a round as a whole. */
  respondent: z.string().nullable(),
  /** Version of the event in this stream, and its position in the log. */
  version: z.int().min(1),
  position: z.int().min(1),
  reason: z.string(),
});

/**
 * An earlier event of the reply no longer counts, from the day of receipt on, as if it had never been: an import that
 * is taken back. What it had replaced or withdrawn counts again.
 */
export const changeUndoneSchema = z.strictObject({
  ...replyKey,
  ...whyChanged,
  /** Version of that event in this stream, and its position in the log. */
  version: z.int().min(1),
  position: z.int().min(1),
});

export const wordDecisions = ['code', 'total', 'not-a-code', 'undecided'] as const;

/** What somebody decided of a word in the files of a collection; the last decision of a word counts. */
export const wordDecidedSchema = z.strictObject({
  collection: codeSchema,
  /** `respondent`, `indicator`, `break`, the code of a dimension, or `breakdown` where all words are the total. */
  dimension: codeSchema,
  /** As it is written in a file; it counts without regard to case and spaces. */
  word: z.string().max(500),
  /** The code that it stands for; null where `decision` is another than `code`. */
  code: z.string().max(80).nullable(),
  /** `undecided` takes back what was decided before. */
  decision: z.enum(wordDecisions),
  reason: z.string().nullable(),
});

/** One version of an event type. */
export interface EventVersion {
  readonly schema: z.ZodType;
  /** Makes data of this version into data of the next one (an upcaster): pure. The current version has none. */
  readonly toNext?: (data: unknown) => unknown;
}

/** What was said in the first version holds in the next as it stands: that one only knows more qualifiers. */
const asItStands = (data: unknown) => data;

/** Every event type with its versions, oldest first; the last is the current one, in which new events are stored. */
export const eventVersions: Readonly<Record<DomainEvent['type'], readonly EventVersion[]>> = {
  RoundOpened: [{ schema: roundOpenedSchema }],
  ReplySubmitted: [
    { schema: submittedWith(firstObservationSchema), toNext: asItStands },
    { schema: replySubmittedSchema },
  ],
  ReplyCorrected: [
    { schema: correctedWith(firstObservationSchema), toNext: asItStands },
    { schema: replyCorrectedSchema },
  ],
  ReplyReplaced: [
    { schema: replacedWith(firstObservationSchema), toNext: asItStands },
    { schema: replyReplacedSchema },
  ],
  ReplyWithdrawn: [{ schema: replyWithdrawnSchema }],
  EventSetAside: [{ schema: eventSetAsideSchema }],
  ChangeUndone: [{ schema: changeUndoneSchema }],
  WordDecided: [{ schema: wordDecidedSchema }],
  DocumentReceived: [{ schema: documentReceivedSchema }],
  EvidenceAttached: evidenceVersions,
  DocumentRemoved: [{ schema: documentRemovedSchema }],
};

export type Observation = z.output<typeof observationSchema>;
export type Finding = z.output<typeof findingSchema>;
export type ObservationKey = z.output<typeof observationKey>;
export type FindingKey = z.output<typeof findingKey>;
export type Resolved = z.output<typeof resolvedSchema>;
export type RoundOpened = z.output<typeof roundOpenedSchema>;
export type ReplySubmitted = z.output<typeof replySubmittedSchema>;
export type ReplyCorrected = z.output<typeof replyCorrectedSchema>;
export type ReplyReplaced = z.output<typeof replyReplacedSchema>;
export type ReplyWithdrawn = z.output<typeof replyWithdrawnSchema>;
export type EventSetAside = z.output<typeof eventSetAsideSchema>;
export type ChangeUndone = z.output<typeof changeUndoneSchema>;
export type WordDecided = z.output<typeof wordDecidedSchema>;

export type DomainEvent =
  | { readonly type: 'RoundOpened'; readonly data: RoundOpened }
  | { readonly type: 'ReplySubmitted'; readonly data: ReplySubmitted }
  | { readonly type: 'ReplyCorrected'; readonly data: ReplyCorrected }
  | { readonly type: 'ReplyReplaced'; readonly data: ReplyReplaced }
  | { readonly type: 'ReplyWithdrawn'; readonly data: ReplyWithdrawn }
  | { readonly type: 'EventSetAside'; readonly data: EventSetAside }
  | { readonly type: 'ChangeUndone'; readonly data: ChangeUndone }
  | { readonly type: 'WordDecided'; readonly data: WordDecided }
  | DocumentEvent;

/** What happened to a reply. */
export type ReplyEvent = Extract<DomainEvent, { type: `Reply${string}` | 'ChangeUndone' }>;

/** Whether events of this type are of one respondent in one collection, and of nothing else. */
export const isReplyType = (type: string) => type.startsWith('Reply') || type === 'ChangeUndone';
export const isReplyEvent = (event: DomainEvent): event is ReplyEvent => isReplyType(event.type);

const isDocumentEvent = (event: DomainEvent): event is DocumentEvent => 'document' in event.data;

export const roundStream = (collection: string, round: string) => `round/${collection}/${round}`;
export const replyStream = (collection: string, round: string, respondent: string) =>
  `reply/${collection}/${round}/${respondent}`;

/** The stream of what was decided of the words of a collection. */
export const wordsStream = (collection: string) => `words/${collection}`;

/** The stream that an event belongs to. */
export function streamOf(event: DomainEvent): string {
  if (event.type === 'WordDecided') return wordsStream(event.data.collection);
  if (isDocumentEvent(event)) return documentStream(event.data.document);
  const { collection, round } = event.data;
  const respondent = respondentOf(event);
  return respondent === null ? roundStream(collection, round) : replyStream(collection, round, respondent);
}

/** The ordering key of an event: the respondent, or the round, collection or document for what concerns no respondent. */
export function keyOf(event: DomainEvent): string {
  if (event.type === 'WordDecided') return event.data.collection;
  if (isDocumentEvent(event)) return event.data.document;
  return respondentOf(event) ?? `${event.data.collection}/${event.data.round}`;
}

const respondentOf = (event: Exclude<DomainEvent, DocumentEvent | { type: 'WordDecided' }>): string | null =>
  event.type === 'RoundOpened' ? null : event.data.respondent;
