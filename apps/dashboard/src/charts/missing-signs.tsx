/** The signs that charts have where there is no number: which stand in some series, what they mean, and their legend. */
import type { Series } from '@rapporteur/contract';
import { missing } from 'virtual:dimension-names';
import { missingText } from '../parts/figure-words.js';
import { usePage, type Page } from '../page/page-context.js';

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

/** The signs in some series; nothing where each figure has a number. */
export function MissingSigns({ series }: { series: readonly Series[] }) {
  const page = usePage();
  const codes = missingIn(series);
  if (codes.length === 0) return null;
  return (
    <ul class="legend" aria-label={page.texts.charts.signs}>
      {codes.map((code) => (
        <li key={code}>
          <span class="sign" aria-hidden="true">
            {missing[code]!.sign}
          </span>{' '}
          <span lang={page.language}>{missingText(code, page)}</span>
        </li>
      ))}
    </ul>
  );
}
