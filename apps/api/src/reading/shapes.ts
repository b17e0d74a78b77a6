/** Shapes that answers share. */
import { z } from 'zod';

export const receivedSchema = z
  .union([z.string(), z.object({ onOrBefore: z.string() })])
  .describe('The day of receipt, or that it was that day at the latest');
export const namedSchema = z.object({ code: z.string(), name: z.string() });
export const indicatorSchema = namedSchema.extend({ unit: z.string().optional() });
export const listOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), next: z.string().optional(), position: z.int() });
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
export const figureSchema = z
  .union([z.number(), z.object({ low: z.number().nullable(), high: z.number().nullable() }), z.null()])
  .describe('A number, or the range that censored figures leave');
