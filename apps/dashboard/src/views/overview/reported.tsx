/** The first question: what one State reported of cases, arrests and prosecutions, as a small chart. */
import { useMemo } from 'preact/hooks';
import type { Trends } from '@rapporteur/contract';
import type { ChartOptions } from '../../charts/axes.js';
import { Chart } from '../../charts/chart.js';
import { toFacets } from '../../charts/facets.js';
import { isDrawable } from '../../charts/glyphs.js';
import { Legend } from '../../charts/legend.js';
import { looksIn } from '../../charts/multiples.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { sayChart } from '../../parts/figure-words.js';

/** The question that the report of 2008 was asked, and its best answered case. */
const example = {
  respondent: 'SV',
  collection: 'ecosoc-2006-27',
  indicator: 'cases-investigated,persons-arrested,persons-prosecuted',
};
const options: Omit<ChartOptions, 'width'> = { scale: 'linear', base: 2005, isSmall: false, height: 220 };

export function Reported() {
  const page = usePage();
  const words = page.texts.overview;
  const { answer } = useAnswer<Trends>(page.ask('/v1/trends', example));
  const facets = useMemo(() => toFacets(answer?.series ?? []).filter(isDrawable), [answer]);
  if (facets.length === 0) return null;
  const { name } = facets[0]!.respondent;
  const series = facets.flatMap(({ members }) => members.map((member) => member.series));
  return (
    <article class="box">
      <h3>{words.reported(name)}</h3>
      <Legend members={looksIn(facets)} />
      {facets.map((facet) => (
        <Chart
          key={facet.key}
          facet={facet}
          label={page.texts.chartOf(name, page.texts.units[facet.unit] ?? facet.unit)}
          options={options}
        />
      ))}
      <p class="says">{sayChart(series, page)}</p>
      <p>
        <a href={page.link({ page: 'trends', ...example })}>{words.seeAll}</a>
      </p>
    </article>
  );
}
