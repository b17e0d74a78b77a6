/** What of a name counts when two are compared: letters and figures, not case, accents, spaces or form of State. */

/**
 * Words that tell the form of a State or join others; a name without them is its core. No single letters: what a
 * mistyped abbreviation leaves ("D Congo" of "RD Congo") would vanish.
 */
const formWords = new Set(
  [
    'the of and republic rep kingdom state states commonwealth federal federated federative islamic bolivarian',
    'plurinational principality sultanate grand duchy',
    'el la los las de del republica reino estado estados federales federados bolivariana islamica principado',
    'le les du des et republique royaume etat etats federes bolivarienne islamique principaute',
    'республика государство королевство исламская боливарианская многонациональное федеративная федеративные штаты',
    'جمهوريه دوله مملكه امبراطوريه سلطنه اماره الاسلاميه اسلاميه',
  ].flatMap((line) => line.split(' ')),
);

const abbreviations: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  dem: 'democratic',
  rep: 'republic',
};

/** Lower-case words without accents; Arabic without vowel signs and tatweel, its alef, ya and ta' marbuta unified. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’‘`´ʼ]/gu, '')
    .toLowerCase()
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A name as one run of letters and figures: two names with the same key are the same name. */
export const nameKey = (text: string): string => wordsOf(text).join('');

/** As `nameKey`, with the usual abbreviations written out ("St. Lucia" as "Saint Lucia"). */
export const expandedKey = (text: string): string =>
  wordsOf(text)
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .join('');

const stripForm = (word: string): string => {
  const chinese = /^(\p{Script=Han}{2,})(?:共和国|合众国)$/u.exec(word)?.[1];
  // The Arabic article; a shorter word begins with these letters by itself.
  const arabic = /^ال(\p{Script=Arabic}{3,})$/u.exec(word)?.[1];
  return chinese ?? arabic ?? word;
};

/**
 * A name without its form of State, its words in alphabetical order: "Moldova, Republic of" and "Republic of Moldova"
 * have one core. Empty when nothing is left.
 */
export const coreKey = (text: string): string =>
  wordsOf(text)
    .map((word) => (formWords.has(word) ? '' : stripForm(word)))
    .filter((word) => word !== '' && !formWords.has(word))
    .sort()
    .join('');
