/** By which locale numbers, days, lists and plurals of each language are written. */
import type { PageLanguage } from './address.js';

/**
 * Arabic is written with the digits 0 to 9 everywhere, in texts, tables and charts: so years and figures look the same as
 * in the replies, in the downloads and in citations. English is that of the United Nations: 24 January 2008.
 */
export const locales: Readonly<Record<PageLanguage, string>> = {
  ar: 'ar-u-nu-latn',
  en: 'en-GB',
  es: 'es',
  fr: 'fr',
  ru: 'ru',
  zh: 'zh',
};
