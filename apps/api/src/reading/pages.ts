/** Lists in pages: how many items a page has, and the cursor that the next one begins after. */
import { z } from 'zod';
import { wholeNumber } from './parameters.js';

/** Whether a text is a cursor: what `toCursor` makes of a key that PostgreSQL can compare. */
const isCursor = (text: string) => {
  const key = Buffer.from(text, 'base64url').toString();
  return toCursor(key) === text && !key.includes('\u0000');
};

/** Parameters of a list. */
export const pageQuery = {
  limit: wholeNumber(1, 1000)
    .default(100)
    .describe('Items at most (1 to 1000); "all" with format=csv: not cut into pages'),
  cursor: z
    .string()
    .max(2000)
    .refine(isCursor, 'the "next" of an answer')
    .optional()
    .describe('The "next" of the answer before'),
};

/** The cursor of a page that ended with a key, and the key of a cursor. */
export const toCursor = (key: string): string => Buffer.from(key).toString('base64url');
export const fromCursor = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();

/** One page of sorted items: at most `limit` after the cursor's key, and the cursor of the next page. */
export function toPage<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { items: T[]; next?: string } {
  const after = fromCursor(cursor);
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after);
  const page = rest.slice(0, limit);
  return rest.length > page.length ? { items: page, next: toCursor(keyOf(page.at(-1)!)) } : { items: page };
}
