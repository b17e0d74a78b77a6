/** The legend of the signs that charts have where there is no number. */
import type { Series } from '@rapporteur/contract';
import { missing } from 'virtual:dimension-names';
import { missingText } from '../parts/figure-words.js';
import { missingIn } from './missing-in.js';
import { usePage } from '../page/page-context.js';

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
