/** The languages that scans are read in, and where what Tesseract knows of each is: on this machine, never from the network. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The six languages of the United Nations. */
export const scanLanguages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type ScanLanguage = (typeof scanLanguages)[number];

const packageFolder = (code: string): string =>
  join(
    dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${code}/package.json`)),
    '4.0.0_best_int',
  );

/** The name that Tesseract has for a language, and the folder of `NAME.traineddata.gz`. */
export function dataOf(language: ScanLanguage): { readonly code: string; readonly folder: string } {
  const code = { ar: 'ara', en: 'eng', es: 'spa', fr: 'fra', ru: 'rus', zh: 'chi_sim' }[language];
  // npm has no package for Russian: libs/documents/data/README.md. The path is the same from the sources and from the build.
  const folder =
    language === 'ru' ? fileURLToPath(new URL('../../data', import.meta.url)) : packageFolder(code);
  return { code, folder };
}

/** A language as it is told or was found, as one that scans are read in; undefined for any other. */
export const toScanLanguage = (language: string | null | undefined): ScanLanguage | undefined =>
  scanLanguages.find((one) => one === language);
