/** What a reply says instead of a number: the sign for it, its names, and its meaning. */
import type { CodeNames } from './code-names.js';
import type { MissingReason } from '../figures/qualifier.js';

export interface MissingCode {
  readonly code: MissingReason;
  /** One character, which charts and tables have where there is no room for words. */
  readonly sign: string;
  readonly names: CodeNames;
  readonly definition: string;
}

export const missingCodes: readonly MissingCode[] = [
  {
    code: 'none-known',
    sign: '∅',
    names: {
      en: 'none known',
      zh: '未知有任何',
      fr: 'aucun cas connu',
      es: 'ninguno conocido',
      ru: 'случаи неизвестны',
      ar: 'لا حالات معروفة',
    },
    definition: 'The reply says that none are known, which is neither zero nor a blank.',
  },
  {
    code: 'not-available',
    sign: ':',
    names: {
      en: 'not available',
      zh: '无数据',
      fr: 'non disponible',
      es: 'no disponible',
      ru: 'нет данных',
      ar: 'غير متاح',
    },
    definition: 'The respondent was asked, and has no figure or does not give it; the reason is not said.',
  },
  {
    code: 'not-applicable',
    sign: '×',
    names: {
      en: 'not applicable',
      zh: '不适用',
      fr: 'sans objet',
      es: 'no se aplica',
      ru: 'неприменимо',
      ar: 'لا ينطبق',
    },
    definition: 'There can be no such count: the offence did not exist in law, or the body did not exist.',
  },
  {
    code: 'not-asked',
    sign: '?',
    names: {
      en: 'not asked',
      zh: '未询问',
      fr: 'non demandé',
      es: 'no se preguntó',
      ru: 'не запрашивалось',
      ar: 'لم يُسأل عنه',
    },
    definition: 'The survey did not ask for it, so the respondent had no occasion to say anything.',
  },
  {
    code: 'withheld',
    sign: '#',
    names: {
      en: 'withheld',
      zh: '不予公布',
      fr: 'non communiqué (confidentiel)',
      es: 'reservado',
      ru: 'не раскрывается',
      ar: 'محجوب',
    },
    definition: 'There is a number, and it is kept back as confidential; nothing is said of how large it is.',
  },
];

/** What there is for a qualifier that says why there is no number; undefined for any other. */
export const findMissing = (code: string | null): MissingCode | undefined =>
  missingCodes.find((missing) => missing.code === code);
