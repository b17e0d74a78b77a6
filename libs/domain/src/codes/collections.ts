/** The collections that come along: names, publisher, licence. Another collection is called by the title of its latest round. */
import type { CodeNames } from './code-names.js';

export interface Collection {
  readonly code: string;
  readonly names: CodeNames;
  /** Who publishes it, as the publications name it in English. */
  readonly publisher: string;
  /** The licence that its publications state; absent where they state none. */
  readonly licence?: string;
}

/* prettier-ignore */
export const collections: readonly Collection[] = [
  { code: 'ecosoc-2006-27', publisher: 'United Nations', names: { en: 'Economic and Social Council resolution 2006/27, trafficking in persons', zh: '经社理事会第2006/27号决议，人口贩运', fr: 'Résolution 2006/27 du Conseil économique et social, traite des personnes', es: 'Resolución 2006/27 del Consejo Económico y Social, trata de personas', ru: 'Резолюция 2006/27 Экономического и Социального Совета, торговля людьми', ar: 'قرار المجلس الاقتصادي والاجتماعي 2006/27، الاتجار بالأشخاص' } },
  { code: 'unodc-glotip', publisher: 'United Nations Office on Drugs and Crime (UNODC)', names: { en: 'UNODC, trafficking in persons', zh: '毒品和犯罪问题办公室，人口贩运', fr: 'ONUDC, traite des personnes', es: 'UNODC, trata de personas', ru: 'УНП ООН, торговля людьми', ar: 'مكتب الأمم المتحدة المعني بالمخدرات والجريمة، الاتجار بالأشخاص' } },
  { code: 'population', publisher: 'World Bank', licence: 'CC BY 4.0', names: { en: 'World Bank, population', zh: '世界银行，人口', fr: 'Banque mondiale, population', es: 'Banco Mundial, población', ru: 'Всемирный банк, население', ar: 'البنك الدولي، السكان' } },
];

const byCode = new Map(collections.map((collection) => [collection.code, collection]));

/** In: a collection's code. Out: its names; undefined for one that does not come along. */
export const findCollection = (code: string): Collection | undefined => byCode.get(code);
