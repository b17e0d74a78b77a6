/** Who reports an indicator to a collection: a row a series, with its years, its latest figure, breaks and direction. */
import type { CitedFigure, Series } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { FigureLink } from '../../charts/trend-table.js';
import { directionText, seriesText } from '../../parts/figure-words.js';

interface Props {
  readonly collection: string;
  readonly series: readonly Series[];
}

/** The years in which there is a figure, or that none are known. */
const reportedIn = ({ years }: Series) =>
  years.filter(({ missing }: CitedFigure) => missing === undefined || missing === 'none-known');

export function Reporting({ collection, series }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.ofIndicator;
  const sorted = [...series].sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  const name = page.collection(collection);
  return (
    <section>
      <h3>
        <span lang={page.language}>{name}</span> ({texts.overview.states(series.length)})
      </h3>
      <div class="scroll" role="region" tabIndex={0} aria-label={name}>
        <table class="figures">
          <caption class="unseen">{name}</caption>
          <thead>
            <tr>
              {[texts.respondent, words.years, words.latest, words.breaks, texts.direction].map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <Row key={`${one.respondent.code} ${seriesText(one, page)}`} series={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ series }: { readonly series: Series }) {
  const page = usePage();
  const years = reportedIn(series);
  const [first, latest] = [years[0], years.at(-1)];
  const { respondent, indicator, collection } = series;
  const trend = { page: 'trends', respondent: respondent.code, indicator: indicator.code, collection };
  return (
    <tr>
      <th scope="row">
        <a href={page.link({ page: 'state', respondent: respondent.code, kind: undefined })}>
          <span lang={page.language}>{respondent.name}</span>
        </a>
      </th>
      <td>
        <a href={page.link({ ...trend, breakdown: '_T', kind: undefined })}>
          {page.texts.overview.figures(years.length)}
        </a>
        {first && latest && ` (${page.texts.overview.years(String(first.year), String(latest.year))})`}
      </td>
      <td class="number">
        {latest ? (
          <>
            <FigureLink figure={latest} /> ({latest.year})
          </>
        ) : (
          page.texts.noFigure
        )}
      </td>
      <td>{page.list(series.years.flatMap((figure) => (figure.break ? [String(figure.year)] : [])))}</td>
      <td class="words">{directionText(series, page)}</td>
    </tr>
  );
}
