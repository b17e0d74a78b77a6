/** The letters of the pictures and the PDF: they come with the packages, so that a file is the same on every machine. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const at = (file: string) => require.resolve(`@expo-google-fonts/${file}`);

/** Tinos has the widths and the look of Times New Roman, with Cyrillic and Greek. */
const latin = () => [
  at('tinos/400Regular/Tinos_400Regular.ttf'),
  at('tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  at('tinos/700Bold/Tinos_700Bold.ttf'),
  at('tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
];
/** Some 30,000 characters in two weights: asked for only where such a character stands, since they weigh 15 MB each. */
const chinese = () => [
  at('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  at('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
];
const arabic = () => [
  at('noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'),
  at('noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
];

export const families = { latin: 'Tinos', chinese: 'Noto Serif SC', arabic: 'Noto Naskh Arabic' } as const;

/** In: all that is to be printed. Out: paths of the font files that it needs. */
export function fontsFor(text: string): string[] {
  return [
    ...latin(),
    ...(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(text) ? chinese() : []),
    ...(/[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/u.test(text) ? arabic() : []),
  ];
}

/** The folders of font files, for programs that look through folders. */
export const foldersOf = (files: readonly string[]): string[] => [
  ...new Set(files.map((file) => dirname(file))),
];
