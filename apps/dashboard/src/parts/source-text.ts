/** The place of something in its reply or report, in words. */
import type { Source } from '@rapporteur/contract';
import type { Texts } from '../page/texts/en/en.js';

/** "Paragraph 5, Footnote 2" in the page's language. */
export function sourceText(
  { paragraph, footnote, row }: Pick<Source, 'paragraph' | 'footnote' | 'row'>,
  texts: Texts,
): string {
  const parts = [
    [texts.paragraph, paragraph],
    [texts.footnote, footnote],
    [texts.row, row],
  ] as const;
  return parts
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
    .join(texts.comma);
}
