/** What others are told of: the event stream's messages; and webhooks, with what could not be delivered to them. */
import { z } from 'zod';

/** An event that the tables now include. */
export interface ArrivalMessage {
  readonly event: number;
  readonly type: string;
  /** The document that the event is about, by its SHA-256; not there: the event is about a round or reply. */
  readonly document?: string;
  /** Of a document what its event says: empty where it does not say. */
  readonly collection: string;
  readonly round: string;
  /** Null: the event is about the round as a whole. */
  readonly respondent: string | null;
  readonly receivedOn: string | null;
  readonly recordedAt: string;
}

/** Messages of the type "position". */
export interface ProgressMessage {
  readonly position: number;
  /** Events up to the position that could not be applied. */
  readonly deadLetters: number;
}

/** What webhooks tell of: what an event changed in the tables, a publication that is there in whole, a report. */
export const webhookKinds = ['figure', 'direction', 'inconsistency', 'release', 'check'] as const;
export type WebhookKind = (typeof webhookKinds)[number];
/** Those that a webhook is told of which names no kinds; `check` is for those with a report. */
export const usualKinds = webhookKinds.filter((kind) => kind !== 'check');

/** What is needed of the manifest of a report to say whether the data still say what it gave (docs/report.md). */
const manifestInput = z
  .looseObject({
    format: z.literal('rapporteur-manifest'),
    collection: z.string().min(1).max(100),
    round: z.string().min(1).max(100),
    language: z.string().min(1).max(10),
    claims: z
      .array(
        z.looseObject({
          id: z.string().min(1).max(200),
          query: z.looseObject({ kind: z.string().max(100) }).catchall(z.string().max(1000)),
          text: z.string(),
        }),
      )
      .min(1)
      .max(5000),
  })
  .describe('The manifest of a built report, for the kind check');
export type ManifestInput = z.output<typeof manifestInput>;

const codes = z.array(z.string().min(1).max(100)).min(1).max(500);

export const webhookInput = z.strictObject({
  url: z.string().max(2000).describe('Where messages are sent: https'),
  collection: z.string().min(1).max(100).optional(),
  respondents: codes.optional().describe('Codes; all where there are none'),
  indicators: codes.optional().describe('Codes; all where there are none'),
  kinds: z
    .array(z.enum(webhookKinds))
    .min(1)
    .optional()
    .describe(`All but check where there are none; with a report: check`),
  report: manifestInput.optional(),
});

export const webhookAnswer = z.strictObject({
  id: z.string(),
  url: z.string(),
  collection: z.string().nullable(),
  respondents: z.array(z.string()).nullable(),
  indicators: z.array(z.string()).nullable(),
  kinds: z.array(z.enum(webhookKinds)),
  report: z
    .strictObject({ collection: z.string(), round: z.string(), claims: z.int() })
    .nullable()
    .describe('The report whose claims are checked, and how many these are; null where there is none'),
  place: z.int().describe('The position up to which events have been looked at'),
  waiting: z.int().describe('Messages that are still to be delivered'),
  failed: z.int().describe('Messages that were given up'),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  ended: z.strictObject({ at: z.iso.datetime(), because: z.string() }).nullable(),
});
export type WebhookAnswer = z.output<typeof webhookAnswer>;

export const webhookMade = z.strictObject({
  ...webhookAnswer.shape,
  secret: z.string().describe('whsec_…: shown in this answer and never again'),
});
export type WebhookMade = z.output<typeof webhookMade>;

export const webhooksAnswer = z.strictObject({ items: z.array(webhookAnswer) });

export const webhookFailures = z.strictObject({
  items: z.array(
    z.strictObject({
      position: z.int(),
      respondent: z.string().nullable(),
      publication: z
        .string()
        .nullable()
        .describe('As collection/round, where the message tells of a release; null: of an event'),
      tries: z.int(),
      problem: z.string().nullable().describe('Why the last try failed'),
      nextAt: z.iso.datetime().nullable().describe('When it is tried again; null: it was given up'),
    }),
  ),
});
export type WebhookFailures = z.output<typeof webhookFailures>;

export const webhookReplay = z.union([
  z.strictObject({ after: z.int().min(0).describe('Everything after this position, once more') }),
  z.strictObject({ failed: z.literal(true).describe('Every message that was given up') }),
  z.strictObject({
    position: z.int().min(1).describe('The message of this event, which waits or was given up'),
  }),
]);
