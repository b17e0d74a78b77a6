/** Trends as a table: a row for each figure of a year or of a span. */
import { breakdownKey, type Series } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { receivedColumns, statusColumns, type Table } from '../formats/table.js';
import { toFigureCube } from '../formats/to-cube.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';

export const trendColumns = [
  'collection',
  'respondent',
  'respondent_name',
  'indicator',
  'indicator_name',
  'unit',
  'breakdown',
  'period',
  'year',
  'value',
  'qualifier',
  'change',
  'percentage',
  'index',
  'direction',
  'paragraph',
  'footnote',
  'row',
  'received_on',
  'received_precision',
  'event',
  'id',
  'break',
  'comparison',
  'comparison_p',
  'reason',
  'p',
  'p_low',
  'n',
  'years_used',
  'starts_with_break',
  'obs_status',
  'conf_status',
];

/** What a row says of a direction: that of the whole series, or of the segment of its year. */
const directionColumns = (
  { direction, reason, p, pLow, n, years }: Series['trend'],
  startsWithBreak: number | null | undefined,
) => ({
  direction,
  reason: reason.code,
  p,
  p_low: pLow,
  n,
  years_used: years.join(' '),
  starts_with_break: startsWithBreak,
});

/** The rows of a series. Each is written out field by field: there are tens of thousands (docs/performance.md, "Spreads"). */
function toRows(series: Series, language: Language): Record<string, unknown>[] {
  const { collection, respondent, indicator, segments = [] } = series;
  const respondentName = nameRespondent(respondent, language).name;
  const { name: indicatorName, unit } = nameIndicator(indicator, language);
  const breakdown = breakdownKey(series.breakdown);
  const whole = directionColumns(series.trend, undefined);
  const parts = segments.map(({ years, trend, startsWithBreak }) => ({
    years,
    said: directionColumns(trend, startsWithBreak),
  }));
  const toRow = (figure: ShownFigure): Record<string, unknown> => {
    const { year, values } = figure;
    const own = parts.find(({ years }) => year !== undefined && years.includes(year))?.said ?? whole;
    const { received_on, received_precision } = receivedColumns(figure.receivedOn);
    const { obs_status, conf_status } = statusColumns(values ?? [figure]);
    return {
      collection,
      respondent,
      respondent_name: respondentName,
      indicator,
      indicator_name: indicatorName,
      unit,
      breakdown,
      period: year === undefined ? figure.period : String(year),
      year,
      value: values ? values.map(({ value }) => value).join(' | ') : figure.value,
      qualifier: figure.qualifier ?? values?.map(({ qualifier }) => qualifier).join(' | '),
      change: figure.change,
      percentage: figure.percentage,
      index: figure.index,
      direction: own.direction,
      paragraph: figure.paragraph,
      footnote: figure.footnote,
      row: figure.row,
      received_on,
      received_precision,
      event: figure.event,
      id: figure.id,
      break: figure.break,
      comparison: figure.comparison?.verdict,
      comparison_p: figure.comparison?.p,
      reason: own.reason,
      p: own.p,
      p_low: own.p_low,
      n: own.n,
      years_used: own.years_used,
      starts_with_break: own.starts_with_break,
      obs_status,
      conf_status,
    };
  };
  return [...series.years, ...series.spans].map(toRow);
}

/** A figure of a year or of a span. */
type Year = Series['years'][number];
type Span = Series['spans'][number];
type ShownFigure = (Year | Span) & Partial<Year> & Partial<Span>;

/** In: a function that gives series with their figures, and the language of names. Out: a row for each figure. */
export function toTrendTable(series: () => Iterable<Series>, language: Language): Table {
  function* inTurn() {
    for (const one of series()) yield* toRows(one, language);
  }
  let made: Record<string, unknown>[] | undefined;
  const rows = () => (made ??= [...inTurn()]);
  return {
    columns: trendColumns,
    get rows() {
      return rows();
    },
    inTurn,
    cube: () => toFigureCube(rows()),
  };
}
