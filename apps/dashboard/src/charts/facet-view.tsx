/** One facet: the sentence, the chart, its legend and downloads, and the table beside it. */
import { useMemo } from 'preact/hooks';
import type { Params } from '../page/address.js';
import { Chart } from './chart.js';
import { DownloadPicture } from './downloads.js';
import type { ChartOptions } from './axes.js';
import { sayChart, seriesText } from '../parts/figure-words.js';
import { sayRates, unitText } from './rates.js';
import { isDrawable, yearsIn } from './glyphs.js';
import { fitsScale } from './scale.js';
import { MissingSigns } from './missing-signs.js';
import { labelOf } from './multiples.js';
import { usePage, type Page } from '../page/page-context.js';
import type { Facet } from './facets.js';
import { TrendTable, yearsBesideChart } from './trend-table.js';

interface Props {
  readonly facet: Facet;
  readonly options: Omit<ChartOptions, 'width'>;
  readonly what: string;
  readonly position: number;
  readonly fixed: Params;
  /** The name of its collection, where charts of several are shown. */
  readonly collection: string | undefined;
}

/** A title names no more series, or indicators, than these. */
const namesAtMost = 3;

/** "El Salvador: Persons arrested and Persons prosecuted". Of many series only the respondent; the table beside names them. */
function titleOf({ respondent, members }: Facet, page: Page): string {
  const namesOf = (name: (series: Facet['members'][number]['series']) => string) => [
    ...new Set(members.map(({ series }) => name(series))),
  ];
  const few = [
    namesOf((series) => seriesText(series, page)),
    namesOf(({ indicator }) => indicator.name),
  ].find((names) => names.length <= namesAtMost);
  return few ? respondent.name + page.texts.colon + page.list(few) : respondent.name;
}

export function FacetView({ facet, options, what, position, fixed, collection }: Props) {
  const page = usePage();
  const { texts } = page;
  const { per } = options;
  const unit = unitText(facet.unit, per, page);
  const { name } = facet.respondent;
  const series = useMemo(() => facet.members.map((member) => member.series), [facet]);
  const years = yearsIn([facet]);
  const isDrawn = isDrawable(facet) && fitsScale(series, options);
  const isLong = years !== undefined && years[1] - years[0] >= yearsBesideChart;
  // Below the chart, which would else be pushed out of the first screen by a long one.
  const says = <p class="says">{per === undefined ? sayChart(series, page) : sayRates(series, per, page)}</p>;
  return (
    <article class="box" data-facet={facet.key}>
      <h2>
        <span lang={page.language}>{titleOf(facet, page)}</span>{' '}
        <small>
          {unit} ·{'\u00a0'}
          <span lang={page.language}>{collection ?? page.collection(series[0]!.collection)}</span>
        </small>
      </h2>
      {!isDrawn && says}
      <div class={isLong ? 'stacked' : 'side-by-side'}>
        {isDrawn && (
          <figure>
            <Chart
              facet={facet}
              label={labelOf(texts.chartOf(name, unit), collection, page)}
              options={options}
            />
            <MissingSigns series={series} />
            {says}
            <DownloadPicture facet={facet} options={options} what={what} position={position} fixed={fixed} />
          </figure>
        )}
        <TrendTable
          members={facet.members}
          caption={labelOf(texts.tableOf(name, unit), collection, page)}
          per={per}
        />
      </div>
    </article>
  );
}
