/** Finds words of another language in a text: letters of another script, or short words that only another language has. */
import type { PageLanguage } from './address.js';

/** The letters that each language is written in. Japanese and Korean letters are nobody's, so they are always foreign. */
const scripts: Readonly<Record<PageLanguage, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  en: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

/** Short words by which each of the three languages in Latin letters gives itself away; the other two do not have them. */
const ownWords: Readonly<Record<'en' | 'es' | 'fr', string>> = {
  en: 'the of is are was were with this that which these those and from by been its than into only all none it to given shown known not',
  es: 'los las del una unas unos por para con sin más está están como cada según esta este esto hay cifra cifras',
  fr: 'des du une aux avec sans pour dans est sont ces cette chaque selon leur chiffre chiffres',
};
const ownSets = Object.entries(ownWords).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

/**
 * What is written in Latin letters in every language, with the reason for each: a name, a format, or what somebody must
 * type as it stands.
 */
const everywhere = [
  'Rapporteur', // the name of the product
  ...['CSV', 'XLSX', 'SVG', 'PNG', 'JSON', 'HTML', 'DOCX', 'API', 'UTF', 'XML'], // names of formats, and of the interface
  ...['PDF', 'ODT', 'RTF', 'TXT', 'EML', 'JPEG', 'TIFF'],
  ...['Parquet', 'SDMX', 'ZIP', 'README', 'Atom', 'stat'], // the last of "JSON-stat"
  ...['Excel', 'LibreOffice', 'Python', 'Word'], // names of programs
  ...['npm', 'start', 'run', 'import', 'dead', 'letters', 'list', 'ingest', 'INGEST', 'URL'], // commands and settings
  ...['unodc', 'glotip', 'ecosoc', 'xlsx', 'csv', 'undated', 'es', 'POST', 'replacement'], // codes and endings to be typed
  ...['Enter', 'Esc', 'Intro', 'Entrée', 'Shift'], // keys
];
const allowed = new Set(everywhere);

/**
 * The words of a text that are not of its language. In: the text, its language, and words that may stand in it besides
 * (names). Single letters are signs: "n = 8", keys, letters of series.
 */
export function foreignWords(
  text: string,
  language: PageLanguage,
  besides: ReadonlySet<string> = new Set(),
): string[] {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const others = ownSets.filter(([one]) => one !== language).map(([, those]) => those);
  return words.filter((word) => {
    if (word.length === 1 && /\p{Script=Latin}/u.test(word)) return false;
    if (allowed.has(word) || besides.has(word)) return false;
    if (!scripts[language].test(word[0]!)) return true;
    const isLatin = /\p{Script=Latin}/u.test(word);
    return isLatin && others.some((those) => those.has(word.toLowerCase()));
  });
}
