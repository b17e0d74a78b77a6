/** What the tables of an indicator say of a series: whose it is, its years with a link to its chart, its latest figure. */
import type { Series } from '@rapporteur/contract';
import { withoutOwn } from '../../page/address.js';
import { usePage } from '../../page/page-context.js';
import { FigureLink } from '../../charts/trend-table.js';
import { reportedIn } from './sort-series.js';

interface Props {
  readonly series: Series;
}

/** The head of a row: the State, as a link to its page. */
export function StateName({ series: { respondent } }: { readonly series: Pick<Series, 'respondent'> }) {
  const page = usePage();
  return (
    <th scope="row">
      <a href={page.link({ ...withoutOwn, page: 'state', respondent: respondent.code })}>
        <span lang={page.language}>{respondent.name}</span>
      </a>
    </th>
  );
}

/** How many years there are, as a link to the chart of the series, and from when to when. */
export function YearsLink({ series }: Props) {
  const page = usePage();
  const years = reportedIn(series);
  const [first, latest] = [years[0], years.at(-1)];
  const { respondent, indicator, collection } = series;
  const trend = { page: 'trends', respondent: respondent.code, indicator: indicator.code, collection };
  return (
    <>
      <a href={page.link({ ...withoutOwn, ...trend, breakdown: '_T' })}>
        {page.texts.overview.figures(years.length)}
      </a>
      {first && latest && ` (${page.texts.overview.years(String(first.year), String(latest.year))})`}
    </>
  );
}

/** The latest figure, as a link to its source, with its year. */
export function Latest({ series }: Props) {
  const page = usePage();
  const latest = reportedIn(series).at(-1);
  if (!latest) return <>{page.texts.noFigure}</>;
  return (
    <>
      <FigureLink figure={latest} /> ({latest.year})
    </>
  );
}
