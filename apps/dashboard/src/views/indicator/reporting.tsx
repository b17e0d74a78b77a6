/** Who reports an indicator to a collection: a row a series, with its years, its latest figure, breaks and direction. */
import type { Series } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { directionText, seriesText } from '../../parts/figure-words.js';
import { Latest, StateName, YearsLink } from './series-cells.js';

interface Props {
  readonly collection: string;
  readonly series: readonly Series[];
}

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
  return (
    <tr>
      <StateName series={series} />
      <td>
        <YearsLink series={series} />
      </td>
      <td class="number">
        <Latest series={series} />
      </td>
      <td>{page.list(series.years.flatMap((figure) => (figure.break ? [String(figure.year)] : [])))}</td>
      <td class="words">{directionText(series, page)}</td>
    </tr>
  );
}
