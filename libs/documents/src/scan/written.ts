/** Words of an OCR as the language writes them: spaces and marks. */
import type { ScanLanguage } from './languages.js';

const ideographic = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;

/** An OCR parts Chinese into words, which is written without spaces, also around figures. */
export const joinWords = (words: readonly string[]): string =>
  words.reduce((all, word) => {
    const [before, after] = [[...all].at(-1) ?? '', [...word][0] ?? ''];
    return all === '' || ideographic.test(before) || ideographic.test(after) ? all + word : `${all} ${word}`;
  }, '');

const marks: Partial<Record<ScanLanguage, { readonly after: RegExp; readonly as: string }>> = {
  ar: { after: /(?<=\p{Script=Arabic})[,;?]/gu, as: '،؛؟' },
  zh: { after: /(?<=[\p{Script=Han}》”)）\d])[,;?:](?!\d)/gu, as: '，；？：' },
};

/** The marks of Arabic and Chinese, which an OCR often takes for those of Latin script. */
export function punctuate(word: string, language: ScanLanguage): string {
  const mark = marks[language];
  if (!mark) return word;
  return word.replace(mark.after, (sign) => mark.as[',;?:'.indexOf(sign)] ?? sign);
}
