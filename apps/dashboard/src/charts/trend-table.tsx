/**
 * The table of one facet or of all: a row for each series, its direction, and a column for each year. The direction stands before
 * the years, which may be more than a window has room for.
 */
import { askedAs } from '../page/address.js';
import type { CitedFigure } from '@rapporteur/contract';
import { directionText, figureText, periodText, seriesText } from '../parts/figure-words.js';
import { usePage, type Page } from '../page/page-context.js';
import { colourOf, identityOf, letterOf, namedByCollection, type Member } from './facets.js';
import { intervalText, noRateText, rateOf, rateSentence, rateValueText } from './rates.js';
import { RedrawOn } from '../parts/redraw-on.js';
import { useGrowing } from '../parts/use-growing.js';

/** A figure as a link to its source. */
export function FigureLink({ figure }: { figure: CitedFigure }) {
  const page = usePage();
  return toLink(figure, page);
}

/** The sign of a year from which on it is counted in a new way. */
const toBreakSign = (figure: CitedFigure, page: Page, year?: number) =>
  figure.break &&
  year !== undefined && (
    <span class="break-sign" title={page.texts.charts.breakIn(year)}>
      <span aria-hidden="true">┊ </span>
      <span class="unseen">{page.texts.charts.breakIn(year)} </span>
    </span>
  );

/** A figure as a link; a break and conflicting values are shown by signs and in words. */
const toLink = (figure: CitedFigure, page: Page, year?: number) => (
  <>
    {toBreakSign(figure, page, year)}
    <a href={page.link({ figure: figure.id })} dir="ltr">
      {figureText(figure, page)}
    </a>
    {figure.values && (
      <span title={page.texts.charts.conflicting}>
        <span aria-hidden="true"> ✳</span>
        <span class="unseen"> {page.texts.charts.conflicting}</span>
      </span>
    )}
  </>
);

/** A figure, or its rate with the exact interval, or why it has none; each is a link to the source of the figure. */
function toCell(figure: CitedFigure, per: number | undefined, page: Page, year?: number) {
  if (per === undefined) return toLink(figure, page, year);
  const rate = rateOf(figure);
  // Not asked for yet; the number itself would be taken for a rate.
  if (!rate) return <a href={page.link({ figure: figure.id })}>…</a>;
  const value = rateValueText(rate, page);
  const interval = intervalText(rate, page);
  return (
    <span class="rate">
      {toBreakSign(figure, page, year)}
      <a href={page.link({ figure: figure.id })} title={rateSentence(figure, rate, per, page)}>
        {value === '' ? page.texts.charts.rates.none : value}
      </a>{' '}
      {value === '' && <small>{noRateText(rate.reason ?? '', page)}</small>}{' '}
      {interval !== '' && <small class="interval">({interval})</small>}
    </span>
  );
}

/** With more years than this the table is set in a narrower style. */
const yearsAtEase = 9;

/** With more years than this the table takes the whole width: beside a chart its last years would be out of sight. */
export const yearsBesideChart = 3;

interface Props {
  readonly members: readonly Member[];
  readonly caption: string;
  /** Whether the rows are of several respondents; then a column has their names. */
  readonly isMixed?: boolean;
  /** Rates per so many people are shown, and not the figures themselves. */
  readonly per?: number | undefined;
}

export function TrendTable({ members, caption, isMixed = false, per }: Props) {
  const page = usePage();
  const { texts } = page;
  const years = [...new Set(members.flatMap(({ series }) => series.years.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );
  const hasSpans = members.some(({ series }) => series.spans.length > 0);
  const shown = useGrowing(members, 12, askedAs(page.params));
  const collectionOf = namedByCollection(
    members.map(({ series }) => series),
    page.collection,
  );
  const setting = { years, hasSpans, isMixed, per, page, collectionOf };
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table class={years.length > yearsAtEase ? 'figures years dense' : 'figures years'}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {isMixed && <th scope="col">{texts.respondent}</th>}
            <th scope="col">{texts.indicator}</th>
            {per === undefined && <th scope="col">{texts.direction}</th>}
            {years.map((year) => (
              <th scope="col" class="number" key={year}>
                {year}
              </th>
            ))}
            {hasSpans && <th scope="col">{texts.otherPeriods}</th>}
          </tr>
        </thead>
        <tbody>
          {members.slice(0, shown).map((member) => (
            <RedrawOn
              key={keyOf(member)}
              values={[
                member.series,
                member.look,
                years.join(),
                hasSpans,
                per,
                page.language,
                collectionOf(member.series),
              ]}
            >
              {() => toRow(member, setting)}
            </RedrawOn>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const keyOf = ({ series }: Member): string =>
  [series.respondent.code, series.collection, identityOf(series)].join('~');

interface RowSetting {
  readonly years: readonly number[];
  readonly hasSpans: boolean;
  readonly isMixed: boolean;
  readonly per: number | undefined;
  readonly page: Page;
  /** The name of a series' collection, where the rows are of several. */
  readonly collectionOf: ReturnType<typeof namedByCollection>;
}

/**
 * A function and not a component: it makes thousands of cells, and each component would read the page's context
 * again.
 */
function toRow({ series, look }: Member, { years, hasSpans, isMixed, per, page, collectionOf }: RowSetting) {
  const { texts } = page;
  const collection = collectionOf(series);
  const byYear = new Map(series.years.map((figure) => [figure.year, figure]));
  const name = (
    <>
      <span class="letter" style={{ borderColor: colourOf(look) }}>
        {letterOf(look)}
      </span>{' '}
      {seriesText(series, page)}
      {collection && (
        <small class="of-collection">
          {texts.comma}
          <span lang={page.language}>{collection}</span>
        </small>
      )}
    </>
  );
  return (
    <tr>
      {isMixed && (
        <th scope="row" lang={page.language}>
          {series.respondent.name}
        </th>
      )}
      {isMixed ? <td>{name}</td> : <th scope="row">{name}</th>}
      {/* What is judged is the numbers, and not what becomes of them with another population each year. */}
      {per === undefined && <td class="words">{directionText(series, page)}</td>}
      {years.map((year) => {
        const figure = byYear.get(year);
        return (
          <td class="number" key={year}>
            {figure ? toCell(figure, per, page, year) : <span class="unseen">{texts.noFigure}</span>}
          </td>
        );
      })}
      {hasSpans && (
        <td>
          {series.spans.map((span) => (
            <div key={span.id}>
              {periodText(span, page)}
              {texts.colon}
              {toCell(span, per, page)}
            </div>
          ))}
        </td>
      )}
    </tr>
  );
}
