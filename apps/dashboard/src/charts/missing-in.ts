/** Which signs for no number stand in some series, and what they mean. */
import type { Series } from '@rapporteur/contract';
import { missing } from 'virtual:dimension-names';
import { missingText } from '../parts/figure-words.js';
import type { Page } from '../page/page-context.js';

/** The codes of what series say instead of numbers, in the order of the list. */
export function missingIn(series: readonly Pick<Series, 'years' | 'spans'>[]): string[] {
  const said = new Set<string | null>();
  for (const { years, spans } of series)
    for (const figure of [...years, ...spans])
      for (const { value, qualifier } of figure.values ?? [figure]) if (value === null) said.add(qualifier);
  return Object.keys(missing).filter((code) => said.has(code));
}

/** "∅ none known; × not applicable"; all of them where no codes are given. */
export const signsText = (page: Page, codes: readonly string[] = Object.keys(missing)): string =>
  codes.map((code) => `${missing[code]!.sign} ${missingText(code, page)}`).join(page.texts.separator);
