/** Every demonym in all its forms by its key, made once, when first needed: whose it is, and whether it may be taken. */
import type { Language } from '../languages.js';
import { nameKey } from '../name-key.js';
import { acceptedNames, isAggregate, respondentCodes, respondentKind } from '../respondents.js';
import { arabicDemonyms, doubtfulArabicDemonyms } from './arabic-demonyms.js';
import { fromArabicName, fromRussianName, inflect } from './inflect.js';
import { doubtfulDemonyms, moreDemonyms } from './more-demonyms.js';
import { packageDemonyms } from './package-demonyms.js';
import { doubtfulRussianDemonyms, russianDemonyms } from './russian-demonyms.js';

export interface DemonymOwners {
  readonly codes: Set<string>;
  /** Said of a word that is proposed and never taken, even where one country alone has it. */
  doubtful: boolean;
}

export type DemonymIndex = ReadonlyMap<string, DemonymOwners>;

export interface Demonym {
  readonly codes: readonly string[];
  readonly word: string;
  readonly language: Language;
  readonly doubtful: boolean;
}

const item = /^(\S+) (.+)$/u;

/** Reads lists of "code word" or "code/code word", with semicolons or line ends between them. */
function readList(list: string, language: Language, doubtful: boolean): Demonym[] {
  return list
    .split(/[;\n]/u)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const [, codes = '', word = ''] = item.exec(text) ?? [];
      return { codes: codes.split('/'), word, language, doubtful };
    });
}

/** Names in Chinese of which people write the same word as of their neighbours. */
const doubtfulChinese = 'CG/CD 刚果; GN/GQ/GW 几内亚; KP/KR 朝鲜; GF/GY 圭亚那; WS/AS 萨摩亚; KR/KP 高丽';

/** Demonyms that follow from the names of countries. */
function fromNames(): Demonym[] {
  const countries = respondentCodes.filter(
    (code) => respondentKind(code) !== 'organisation' && !isAggregate(code),
  );
  return countries.flatMap((code) => {
    // A name with the symbol of a document is no word of a nationality.
    const names = acceptedNames(code).filter((name) => !name.includes('/'));
    const entry = (word: string, language: Language) => ({ codes: [code], word, language, doubtful: false });
    return [
      ...names.flatMap(fromRussianName).map((word) => entry(word, 'ru')),
      ...names.flatMap(fromArabicName).map((word) => entry(word, 'ar')),
      ...names.filter((name) => /\p{Script=Han}/u.test(name)).map((word) => entry(word, 'zh')),
    ];
  });
}

/** The demonyms that are written down or follow from names, each in its ground form. */
export function listDemonyms(): Demonym[] {
  const latin = (['en', 'fr', 'es'] as const).flatMap((language) => [
    ...readList(packageDemonyms[language], language, false),
    ...readList(moreDemonyms[language], language, false),
    ...readList(doubtfulDemonyms[language], language, true),
  ]);
  return [
    ...latin,
    ...readList(russianDemonyms, 'ru', false),
    ...readList(doubtfulRussianDemonyms, 'ru', true),
    ...readList(arabicDemonyms, 'ar', false),
    ...readList(doubtfulArabicDemonyms, 'ar', true),
    ...readList(doubtfulChinese, 'zh', true),
    ...fromNames(),
  ];
}

function makeIndex(): DemonymIndex {
  const index = new Map<string, DemonymOwners>();
  for (const { codes, word, language, doubtful } of listDemonyms())
    for (const form of inflect(word, language)) {
      const key = nameKey(form);
      const owners = index.get(key) ?? { codes: new Set(), doubtful: false };
      codes.forEach((code) => owners.codes.add(code));
      owners.doubtful ||= doubtful;
      index.set(key, owners);
    }
  return index;
}

let made: DemonymIndex | undefined;

/** The owners of each form's key. */
export const demonymIndex = (): DemonymIndex => (made ??= makeIndex());
