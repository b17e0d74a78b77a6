/** Figures of series as a chart needs them, in the words of a language. */
import { byCell, findIndicator, periodEnds, type SeriesStatement } from '@rapporteur/domain';
import { writeFigure, writeIndicator, writePeriod } from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import type { ChartFigure, ChartSeries } from './chart-svg.js';

/** A figure as the picture needs it; of several that conflict none is drawn, and all are written. */
function toChartFigure(variants: readonly SeriesStatement[], language: ReportLanguage): ChartFigure {
  const [only, ...more] = variants;
  if (only && more.length === 0)
    return { value: only.value, qualifier: only.qualifier, text: writeFigure(only, language) };
  const figures = language.list(
    variants.map((each) => writeFigure(each, language)),
    'or',
  );
  return { value: null, qualifier: null, text: language.say('figure.conflicting-short', { figures }) };
}

/** In: what a legend calls the series, and its statements in the order of their periods. */
export function toChartSeries(
  name: string,
  statements: readonly SeriesStatement[],
  language: ReportLanguage,
): ChartSeries {
  const of = (variants: readonly SeriesStatement[]) => toChartFigure(variants, language);
  const cells = [...byCell(statements).values()];
  return {
    name,
    years: cells.flatMap((each) => (each[0]!.year === null ? [] : { year: each[0]!.year, ...of(each) })),
    spans: cells.flatMap((each) =>
      each[0]!.year === null ? { ...periodEnds(each[0]!.period), ...of(each) } : [],
    ),
  };
}

/** "18 in 2005 and 21 in 2006" */
function listDated(statements: readonly SeriesStatement[], language: ReportLanguage): string {
  const figures = [...byCell(statements).values()].map((each) =>
    language.say('figure.dated', {
      figure: toChartFigure(each, language).text,
      period: writePeriod(each[0]!.period, language),
    }),
  );
  return language.list(figures);
}

/** What a chart says to those who do not see it: "El Salvador: persons prosecuted: 18 in 2005 and 21 in 2006." */
export function chartInWords(
  caption: string,
  statements: readonly SeriesStatement[],
  language: ReportLanguage,
): string {
  return language.say('chart.alternative', { caption, figures: listDated(statements, language) });
}

/** The figures that have no place on an axis of time, in words; undefined where all have one. */
export function leftOutInWords(
  statements: readonly SeriesStatement[],
  language: ReportLanguage,
): string | undefined {
  const out = statements.filter(({ year, period, value }) => {
    const { from, to } = periodEnds(period);
    return year === null && (value === null || from === null || to === null);
  });
  return out.length === 0 ? undefined : listDated(out, language);
}

/** What the axis counts, with its unit: `Persons prosecuted (persons)`. */
export const nameAxis = (indicator: string, language: ReportLanguage): string =>
  language.say('figure.split', {
    counted: writeIndicator(indicator, language),
    split: language.say(`unit.${findIndicator(indicator)!.unit}`),
  });
