/** What a read is: an address with the schemas that validate and document it, and a function of a snapshot. */
import {
  codeSchema,
  daySchema,
  indicators,
  quote,
  suggestCodes,
  topics,
  type Vintage,
} from '@rapporteur/domain';
import { languages, regionMembers, resolveRespondent, type Language } from '@rapporteur/names';
import type { RouteDocument } from '@rapporteur/http';
import type { Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import { formats } from '../formats/choose-format.js';
import type { Missing } from '../formats/missing.js';
import type { Table } from '../formats/table.js';

/** What every read is asked with. */
export interface ReadRequest<Q> {
  readonly query: Q;
  readonly params: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly snapshot: Snapshot;
  readonly vintage: Vintage;
  /** Position that the answer is computed at. */
  readonly position: number;
  /** The address that was asked, at the position; from "/" on where the origin that readers use is not known. */
  readonly address: string;
  readonly missing: Missing;
}

export interface ReadAnswer {
  readonly body: Readonly<Record<string, unknown>>;
  readonly table?: Table;
  /**
   * An answer that is no JSON: its bytes, its media type where it is not that of the route, and the name to save it by;
   * without a name it is shown, not saved.
   */
  readonly file?: { readonly bytes: Uint8Array; readonly name?: string; readonly media?: string };
  /** The language of the answer, where it is another than was asked for. */
  readonly language?: Language;
}

export interface Route<Q extends z.ZodObject = z.ZodObject> extends RouteDocument {
  readonly method: 'get';
  readonly query: Q;
  /** Errors: HttpProblem where something asked for is not there. */
  read(request: ReadRequest<z.output<Q>>): Promise<ReadAnswer>;
}

/** A route whose query's type is known inside, and forgotten where all are listed. */
export const route = <Q extends z.ZodObject>(definition: Route<Q>): Route => definition as unknown as Route;

/** Different entries of a list at most: there are fewer respondents, indicators and topics. */
const entriesAtMost = 500;
/** So many unknown names of an address are told, with what may have been meant; then checking stops. */
export const unknownTold = 20;

/** A list of codes: `SV,GR`, each once; each must be known, and near ones are suggested. */
function codeList(
  kind: string,
  resolve: (written: string) => string | readonly string[] | undefined,
  suggest: (written: string) => readonly string[],
) {
  return z
    .string()
    .min(1)
    .transform((text, context) => {
      const entries = new Set(text.split(',').map((written) => written.trim()));
      const codes = new Set<string>();
      let unknown = 0;
      if (entries.size > entriesAtMost)
        context.addIssue({
          code: 'custom',
          message: `names ${entries.size} ${kind}s; ${entriesAtMost} at most`,
        });
      else
        for (const written of entries) {
          const found = resolve(written);
          for (const code of typeof found === 'object' ? found : [found ?? written]) codes.add(code);
          if (found !== undefined) continue;
          const suggestions = suggest(written);
          const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
          const message = `${quote(written)} is no ${kind} that is known${hint}`;
          context.addIssue({ code: 'custom', message, params: { suggestions } });
          if ((unknown += 1) === unknownTold) break;
        }
      return [...codes];
    });
}

const known = (codes: readonly string[]) => (written: string) =>
  codes.includes(written) ? written : undefined;
const indicatorCodes = indicators.map(({ code }) => code);
const topicCodes = topics.map(({ code }) => code);

export const respondentList = codeList(
  'respondent',
  (written) => {
    const members = regionMembers(written);
    if (members.length > 0) return members;
    const found = resolveRespondent(written);
    return 'code' in found ? found.code : undefined;
  },
  (written) => {
    const found = resolveRespondent(written);
    return 'code' in found ? [] : found.suggestions.map(({ code, name }) => `${code} (${name})`);
  },
).describe(
  'Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its areas',
);
export const indicatorList = codeList('indicator', known(indicatorCodes), (written) =>
  suggestCodes(written, indicatorCodes),
).describe('Indicator codes, joined by commas');
export const topicList = codeList('topic', known(topicCodes), (written) =>
  suggestCodes(written, topicCodes),
).describe('Topic codes, joined by commas');
export const collectionList = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((code) => code.trim()))])
  .pipe(z.array(codeSchema).max(entriesAtMost))
  .describe('Collections, joined by commas');

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
export const yearParameter = wholeNumber(1800, 9999).describe(
  'A year; spans and undated figures are given whatever the years',
);

/** Parameters that every read takes. */
export const commonQuery = {
  asOf: daySchema.optional().describe('Only what had been received by this day'),
  at: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Only what had been recorded by this position'),
  lang: z.enum(languages).optional().describe('Language of names; Accept-Language when absent'),
  format: z
    .enum(formats)
    .optional()
    .describe('Form of the answer, before the header Accept; which there are stands with each address'),
  wait: z
    .string()
    .regex(/^[\w-]{22}$/, 'the token of an answer to a command')
    .optional()
    .describe('Wait, 5 s at most, until the tables include that event'),
};

/** Whether a text is a cursor: what `toCursor` makes of a key that PostgreSQL can compare. */
const isCursor = (text: string) => {
  const key = Buffer.from(text, 'base64url').toString();
  return toCursor(key) === text && !key.includes('\u0000');
};

/** Parameters of a list. */
export const pageQuery = {
  limit: wholeNumber(1, 1000).default(100).describe('Items at most (1 to 1000)'),
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

/** Shapes that answers share. */
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
