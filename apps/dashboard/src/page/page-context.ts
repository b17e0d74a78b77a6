/**
 * The context that every part of the page needs: the address, the language, its words, and its formats of
 * numbers and days.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Received } from '@rapporteur/domain';
import { addressOf, languageOf, queryOf, type PageLanguage, type Params } from './address.js';
import { locales } from './locales.js';
import { en, type Texts } from './texts/en/en.js';
import { textsOf } from './texts/packs.js';

export interface Page {
  readonly params: Params;
  readonly language: PageLanguage;
  /** The language of the page's own words: English where those of `language` could not be loaded. */
  readonly textLanguage: PageLanguage;
  readonly texts: Texts;
  number(value: number): string;
  probability(value: number): string;
  /** A ratio, to two places. */
  ratio(value: number): string;
  list(items: readonly string[]): string;
  /** "A, B or C". */
  either(items: readonly string[]): string;
  /** The address of this view with some parameters changed; undefined removes one. */
  link(change: Params): string;
  /** An address of the API in this view's vintage and language. */
  ask(path: string, more?: Readonly<Record<string, string | undefined>>): string;
  /** Such an address with a position and a day, so that its answer is the same for ever. */
  askAt(path: string, position: number, more?: Readonly<Record<string, string | undefined>>): string;
  /** Such an address without a vintage: choices must not disappear on an early day. */
  askNow(path: string, more?: Readonly<Record<string, string | undefined>>): string;
  received(day: Received): string;
  /** A day or month (ISO) as the reader's language writes it: "24 Jan 2008". */
  day(iso: string): string;
  /** An instant (ISO), to the minute, in the reader's own time. */
  instant(at: string): string;
  compare(a: string, b: string): number;
  /** A word of the page as it begins where it stands alone: "falling" as "Falling". A code such as `unodc-glotip` stays as it is. */
  capital(text: string): string;
  /** What somebody is called. The program gives one name itself, to whoever set it up, and in English: that one is translated. */
  person(name: string): string;
  /** The same where it stands alone: the translated name then begins with a capital; any other stays as its bearer writes it. */
  personAlone(name: string): string;
  /** A collection's name; its code while the name is not known. */
  collection(code: string): string;
}

/** `p = 0.017` or `p < 0.001`; smaller values are not distinguished. */
export function showProbability(value: number, language: PageLanguage): string {
  const { format } = new Intl.NumberFormat(locales[language], { maximumSignificantDigits: 2 });
  return value < 0.001 ? `p < ${format(0.001)}` : `p = ${format(value)}`;
}

/** In: a day or month (ISO), `2008-01-24` or `2008-01`. Out: "24 Jan 2008", "January 2008"; anything else as it is. */
export function showDay(iso: string, language: PageLanguage): string {
  if (!/^\d{4}-\d\d(-\d\d)?$/.test(iso)) return iso;
  const { format } = iso.length > 7 ? daysOf[language] : monthsOf[language];
  // Russian ends with an abbreviation ("2008 г."), whose full stop would stand before that of the sentence.
  return format(new Date(iso)).replace(/ г\.$/, '');
}

/** What the program calls whoever set it up. */
export const givenName = 'the owner';

const isCode = (text: string) => /^[a-z\d]+([-/][a-z\d]+)+$/.test(text);

const formatsOf = (parts: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    Object.entries(locales).map(([language, locale]) => [
      language,
      new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC', ...parts }),
    ]),
  ) as Record<PageLanguage, Intl.DateTimeFormat>;
const daysOf = formatsOf({ month: 'short', day: 'numeric' });
const monthsOf = formatsOf({ month: 'long' });

export function toPage(params: Params): Page {
  const language = languageOf(params);
  const texts = textsOf(language) ?? en;
  const textLanguage = texts === en ? 'en' : language;
  const locale = locales[language];
  const whole = new Intl.NumberFormat(locale);
  const ratios = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  // In Arabic the medium form is of digits alone.
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const instants = new Intl.DateTimeFormat(
    locale,
    language === 'ar'
      ? { ...day, hour: 'numeric', minute: '2-digit' }
      : { dateStyle: 'medium', timeStyle: 'short' },
  );
  const lists = new Intl.ListFormat(locales[textLanguage], { type: 'conjunction' });
  const capital = (text: string) =>
    isCode(text) ? text : text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  const person = (name: string) =>
    name === givenName && textLanguage !== 'en' ? texts.session.roles.owner : name;
  const choices = new Intl.ListFormat(locales[textLanguage], { type: 'disjunction' });
  return {
    params,
    language,
    textLanguage,
    texts,
    number: (value) => whole.format(value),
    probability: (value) => showProbability(value, language),
    ratio: (value) => ratios.format(value),
    list: (items) => lists.format(items),
    either: (items) => choices.format(items),
    link: (change) =>
      addressOf({ ...params, figure: undefined, over: undefined, event: undefined, ...change }),
    ask: (path, more) => `${path}?${queryOf(params, language, more)}`,
    askAt: (path, position, more) =>
      `${path}?${queryOf({ asOf: params.asOf ?? today(), at: params.at ?? String(position) }, language, more)}`,
    askNow: (path, more) => `${path}?${queryOf({}, language, more)}`,
    received: (day) =>
      typeof day === 'string' ? showDay(day, language) : texts.onOrBefore(showDay(day.onOrBefore, language)),
    day: (iso) => showDay(iso, language),
    // As days, without the Russian abbreviation of "year".
    instant: (at) => instants.format(new Date(at)).replace(' г.,', ','),
    compare: new Intl.Collator(locale).compare,
    capital,
    person,
    personAlone: (name) => (person(name) === person(givenName) ? capital(person(name)) : name),
    collection: (code) => code,
  };
}

/** The two ends of a written period: `2003/2006`, `../2007-06`, `2001-09/..`, `2005`; an open end is null. */
export function endsOf(period: string): { from: string | null; to: string | null } {
  const [first = '', second = first] = period.split('/');
  return { from: first === '..' ? null : first, to: second === '..' ? null : second };
}

/** The present day (UTC). */
export const today = (): string => new Date().toISOString().slice(0, 10);

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

/** Errors: called outside the page. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage is asked outside of PageProvider');
  return page;
}
