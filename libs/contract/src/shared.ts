/** What many answers have: names, days of receipt, where in a reply or document something stands, computed numbers, lists. */
import { missingReasons, qualifiers, type Direction, type Qualifier } from '@rapporteur/domain';
import { z } from 'zod';

/** A code with its name in the language that was asked for. */
export const namedSchema = z.object({ code: z.string(), name: z.string() });
export type Named = z.output<typeof namedSchema>;

export const indicatorSchema = namedSchema.extend({ unit: z.string().optional() });

/** In: a schema that checks less than the type says. Out: the same schema, with that type. */
export const typed = <T>(schema: z.ZodType): z.ZodType<T> => schema as z.ZodType<T>;

/** How a figure is meant. It is documented as a text, and checked to be one of those that there are. */
export const qualifierSchema = typed<Qualifier>(
  z.string().refine((text) => (qualifiers as readonly string[]).includes(text)),
);

/** Why a figure has no number. */
export const missingSchema = z
  .enum(missingReasons)
  .describe('Why there is no number, where the reply says so; none of these is zero');

export const receivedSchema = z
  .union([z.string(), z.object({ onOrBefore: z.string() })])
  .describe('The day of receipt, or that it was that day at the latest');

export const breakdownSchema = z.record(z.string(), z.string());

/** Where in its reply something stands. */
export const sourceShape = {
  paragraph: z.int().optional(),
  footnote: z.int().optional(),
  row: z.int().optional(),
  note: z.string().optional(),
  asWritten: z.string().optional(),
  break: z.literal(true).optional().describe('The figure starts a new way of counting'),
  words: z
    .record(z.string(), z.string())
    .optional()
    .describe('The words of an imported row, by the name of their column'),
};
export type Source = z.output<z.ZodObject<typeof sourceShape>>;

/** A figure of a table, with where it comes from. */
export const citedShape = {
  id: z.string(),
  value: z.int().nullable(),
  qualifier: qualifierSchema.nullable(),
  missing: missingSchema.optional(),
  event: z.int().describe('Position of the event that the figure comes from'),
  receivedOn: receivedSchema,
  values: z
    .array(z.object({ value: z.int().nullable(), qualifier: qualifierSchema, ...sourceShape }))
    .optional()
    .describe('Where one reply gives several values: all of them; "value" is then null'),
  ...sourceShape,
};
export type CitedFigure = z.output<z.ZodObject<typeof citedShape>>;

/** What was computed from figures: a change, an index, a ratio, a difference. Null: it is not defined. */
export const computedSchema = z
  .union([z.number(), z.object({ low: z.number().nullable(), high: z.number().nullable() }), z.null()])
  .describe('A number, or the range that censored figures leave');
export type Computed = z.output<typeof computedSchema>;

/** What a test says of the direction of yearly figures. */
export const directionSchema = z.enum(['insufficient-data', 'rising', 'falling', 'no-significant-trend']);

/** Why a direction is what it is. docs/methods.md tells the particulars of the test, the domain gives them their type. */
export const trendSchema = typed<Omit<Direction, 'direction'>>(z.record(z.string(), z.unknown()));

/** Why a year has no number. */
export const reasonsSchema = z
  .array(z.object({ year: z.int(), missing: missingSchema }))
  .describe('Of these years: what the reply says instead of a number');

/** One page of a list. In: the schema of an item. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional(), position: z.int() });
/** What every list has, whatever its items are. */
export interface List<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
  readonly position: number;
}

/** Where a region is on its page. */
const regionSchema = z.object({
  x: z.int().describe('Of the width of the page, in percent, from its left; and so on'),
  y: z.int(),
  width: z.int(),
  height: z.int(),
});

/** The passage in which a figure or finding stands, or the region of a page. */
export const evidenceSchema = z.object({
  document: z.string().describe('SHA-256 of the document: GET /v1/documents/{sha256}'),
  page: z.int().nullable(),
  paragraph: z.int().nullable(),
  quote: z
    .string()
    .nullable()
    .describe('The exact words; null where the paragraph is all that is known, or a region is the evidence'),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  start: z
    .int()
    .nullable()
    .describe(
      'In the text of the document, in UTF-16 code units; of the paragraph where there is no quote; null for a region',
    ),
  end: z.int().nullable(),
  language: z.string().nullable(),
  region: regionSchema
    .nullable()
    .describe('Of the page, in percent of its width and height; null where it is a passage of the text'),
});
export type PageRegion = z.output<typeof regionSchema>;
export type Evidence = z.output<typeof evidenceSchema>;
