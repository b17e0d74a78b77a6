/** Notes beside the charts on what a scale shows and what it leaves out. */
import { seriesText } from '../parts/figure-words.js';
import { usePage, type Page } from '../page/page-context.js';
import type { Facet } from './facets.js';
import { baseOf } from './scale.js';
import type { ChartOptions } from './axes.js';

/** With more reasons than this the list is folded, and only their number is shown at first. */
const reasonsAtMost = 12;

/** The scale of a chart in words; nothing for the plain scale. */
export function toSettingsText(
  { scale, base, per }: Pick<ChartOptions, 'scale' | 'base' | 'per'>,
  { texts, number }: Page,
): string {
  if (per !== undefined) return texts.charts.rates.drawn(number(per));
  if (scale === 'log') return texts.charts.logNote;
  if (scale === 'linear') return '';
  return base === undefined ? texts.charts.noBase : texts.charts.indexNote(base);
}

export function ScaleNotes({
  facets,
  options: { scale, base, per },
}: {
  facets: readonly Facet[];
  options: Pick<ChartOptions, 'scale' | 'base' | 'per'>;
}) {
  const page = usePage();
  const words = page.texts.charts;
  const note = toSettingsText({ scale, base, per }, page);
  if (scale !== 'index' || base === undefined) return note === '' ? null : <p class="key">{note}</p>;
  const without = facets.flatMap(({ respondent, members }) =>
    members.flatMap(({ series }) => {
      const reason = baseOf(series, base);
      return typeof reason === 'string' && series.years.length > 0
        ? [words.noIndex(respondent.name + page.texts.comma + seriesText(series, page), base, reason)]
        : [];
    }),
  );
  return (
    <>
      <p class="key">{note}</p>
      {without.length > 0 && (
        <details class="key" open={without.length <= reasonsAtMost}>
          <summary>{words.withoutIndex(without.length)}</summary>
          <ul>
            {without.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
