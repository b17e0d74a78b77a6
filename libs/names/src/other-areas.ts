/** Areas that files report on and ISO 3166-1 gives no code: parts of a State, pairs of areas, unnamed regional totals. */
import type { NamedRespondent } from './organisations.js';

export interface OtherArea extends NamedRespondent {
  /** It counts what other respondents count too, so a sum over respondents must leave it out. */
  readonly aggregate?: true;
  /** The UN M49 region it lies in, where it lies in one and is no aggregate. */
  readonly region?: string;
}

/** UNODC's file gives these rows a code and no name, and says nowhere which States they cover; nor do we. */
const unnamedRegion = (code: string): OtherArea => ({
  aggregate: true,
  names: {
    ar: `${code} (مجموع إقليمي لا يسميه المصدر)`,
    en: `${code} (regional total, unnamed in the source)`,
    es: `${code} (total regional sin nombre en la fuente)`,
    fr: `${code} (total régional sans nom dans la source)`,
    ru: `${code} (региональный итог, в источнике не назван)`,
    zh: `${code}（区域合计，来源未命名）`,
  },
});

const unnamedRegions = ['CAR', 'CAS', 'EEU', 'MCA', 'MCN', 'SAF', 'SAM'];

export const otherAreas: Readonly<Record<string, OtherArea>> = {
  // ISO 3166 reserves CQ for Sark without listing it; CLDR uses it so.
  CQ: { region: '154', names: { ar: 'سارك', en: 'Sark', es: 'Sark', fr: 'Sercq', ru: 'Сарк', zh: '萨克岛' } },
  'AW-CW': {
    aggregate: true,
    names: {
      ar: 'أروبا وكوراساو',
      en: 'Aruba and Curaçao',
      es: 'Aruba y Curazao',
      fr: 'Aruba et Curaçao',
      ru: 'Аруба и Кюрасао',
      zh: '阿鲁巴和库拉索',
    },
    variants: ['Aruba/Curacao'],
  },
  // ISO 3166-2 codes: the three jurisdictions report apart, and their figures are not the State's.
  'GB-EAW': {
    names: {
      ar: 'المملكة المتحدة (إنكلترا وويلز)',
      en: 'United Kingdom (England and Wales)',
      es: 'Reino Unido (Inglaterra y Gales)',
      fr: 'Royaume-Uni (Angleterre et pays de Galles)',
      ru: 'Соединенное Королевство (Англия и Уэльс)',
      zh: '联合王国（英格兰和威尔士）',
    },
    variants: ['England and Wales'],
  },
  'GB-NIR': {
    names: {
      ar: 'المملكة المتحدة (أيرلندا الشمالية)',
      en: 'United Kingdom (Northern Ireland)',
      es: 'Reino Unido (Irlanda del Norte)',
      fr: 'Royaume-Uni (Irlande du Nord)',
      ru: 'Соединенное Королевство (Северная Ирландия)',
      zh: '联合王国（北爱尔兰）',
    },
    variants: ['Northern Ireland'],
  },
  'GB-SCT': {
    names: {
      ar: 'المملكة المتحدة (اسكتلندا)',
      en: 'United Kingdom (Scotland)',
      es: 'Reino Unido (Escocia)',
      fr: 'Royaume-Uni (Écosse)',
      ru: 'Соединенное Королевство (Шотландия)',
      zh: '联合王国（苏格兰）',
    },
    variants: ['Scotland'],
  },
  ...Object.fromEntries(unnamedRegions.map((code) => [code, unnamedRegion(code)])),
};
