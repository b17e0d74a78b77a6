/** A report's language: its messages, names and rules, read from a file, so that a further one needs no code. */
import { readdirSync, readFileSync } from 'node:fs';
import ListFormat from '@formatjs/intl-listformat';
import { PluralRules } from '@formatjs/intl-pluralrules';
import { isLanguage, type Language } from '@rapporteur/names';
import { IntlMessageFormat } from 'intl-messageformat';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Direction, Labels } from './document.js';

export const templateFolder = new URL('../../templates/', import.meta.url);

const fileSchema = z.strictObject({
  /** Whose rules for plurals and lists hold (BCP 47, as the pinned CLDR data has it). */
  locale: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** In whose alphabet States are listed; absent = the report's own. */
  order: z.string().optional(),
  /** What stands between thousands. */
  thousands: z.string(),
  decimal: z.string(),
  /** Words for the numbers from 0 up; what is beyond the list is written in digits. */
  numerals: z.array(z.string()),
  months: z.array(z.string()).length(12),
  /** Labels of headings: `roman`, `letter`, `decimal`, `chinese`, and what stands behind. */
  headings: z
    .array(z.strictObject({ numbers: z.enum(['roman', 'letter', 'decimal', 'chinese']), suffix: z.string() }))
    .length(3),
  /** Official short names where the names library has others, by code. */
  names: z.record(z.string(), z.string()),
  /** Names as they stand in a sentence ("the Philippines"), where they differ. */
  namesInText: z.record(z.string(), z.string()),
  /** Organs whose resolutions are mandates, by their English names. */
  bodies: z.record(z.string(), z.string()),
  labels: z.strictObject({
    table: z.string(),
    chart: z.string(),
    source: z.string(),
    note: z.string(),
    editorNote: z.string(),
    openPlace: z.string(),
    contents: z.string(),
    footnotes: z.string(),
    backToText: z.string(),
    basis: z.string(),
    query: z.string(),
    events: z.string(),
    observations: z.string(),
  }),
  /** ICU MessageFormat. */
  messages: z.record(z.string(), z.string()),
});
type LanguageFile = z.output<typeof fileSchema>;

export interface ReportLanguage extends Omit<LanguageFile, 'messages' | 'labels' | 'direction'> {
  readonly code: string;
  readonly direction: Direction;
  readonly labels: Labels;
  /** In which of the six languages codes are named; English where the report's is none of them. */
  readonly naming: Language;
  /** A message with its parameters filled in. Errors: RangeError for a message that there is not. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
  /** "A, B and C"; `or` for "A, B or C". */
  list(items: readonly string[], kind?: 'and' | 'or'): string;
}

/** The languages that there are templates in. */
export const reportLanguages = (): string[] =>
  readdirSync(templateFolder).flatMap((name) => /^([a-z-]+)\.yaml$/.exec(name)?.[1] ?? []);

const loaded = new Map<string, Promise<ReportLanguage>>();

/** Reads a language's file. Errors: Error naming what is wrong with the file, or which languages there are. */
export function loadLanguage(code: string): Promise<ReportLanguage> {
  const known = loaded.get(code);
  if (known) return known;
  const loading = read(code);
  loaded.set(code, loading);
  return loading;
}

async function read(code: string): Promise<ReportLanguage> {
  if (!reportLanguages().includes(code))
    throw new Error(
      `There is no template in the language "${code}"; there are: ${reportLanguages().join(', ')}.`,
    );
  const text = readFileSync(new URL(`${code}.yaml`, templateFolder), 'utf8');
  const checked = fileSchema.safeParse(parse(text));
  if (!checked.success) throw new Error(`templates/${code}.yaml: ${z.prettifyError(checked.error)}`);
  const file = checked.data;
  await loadRules(file.locale);
  const compiled = new Map<string, IntlMessageFormat>();
  const compile = (key: string) => {
    const message = file.messages[key];
    if (message === undefined) throw new RangeError(`templates/${code}.yaml has no message "${key}"`);
    const made = new IntlMessageFormat(message, file.locale, undefined, { formatters });
    compiled.set(key, made);
    return made;
  };
  const lists = {
    and: new ListFormat(file.locale, { type: 'conjunction' }),
    or: new ListFormat(file.locale, { type: 'disjunction' }),
  };
  return {
    ...file,
    code,
    naming: isLanguage(code) ? code : 'en',
    say: (key, values = {}) => String((compiled.get(key) ?? compile(key)).format(values)),
    has: (key) => file.messages[key] !== undefined,
    list: (items, kind = 'and') => lists[kind].format(items),
  };
}

/** Plurals by pinned data: Node's own change with its release, and a cited text may not. Numbers come as texts. */
const formatters = {
  getPluralRules: (locale: string | string[] | undefined, options: object) =>
    new PluralRules(locale, options) as unknown as Intl.PluralRules,
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getDateTimeFormat: () => {
    throw new Error('dates are written by house-style.ts');
  },
};

interface Globals {
  __FORMATJS_LISTFORMAT_DATA__?: unknown[];
  __FORMATJS_PLURALRULES_DATA__?: unknown[];
}

/** The data files of the two packages put what they hold where polyfills look for it; from there it is taken. */
async function loadRules(locale: string): Promise<void> {
  const plain = locale.split('-')[0]!;
  await import(`@formatjs/intl-listformat/locale-data/${locale}.js`);
  await import(`@formatjs/intl-pluralrules/locale-data/${plain}.js`);
  const globals = globalThis as Globals;
  ListFormat.__addLocaleData(...((globals.__FORMATJS_LISTFORMAT_DATA__ ?? []) as never[]));
  PluralRules.__addLocaleData(...((globals.__FORMATJS_PLURALRULES_DATA__ ?? []) as never[]));
}
