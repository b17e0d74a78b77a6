/** The claim that is a chart: the figures of one series as a picture, with what it shows in words. */
import { breakdownOf, byCell, findIndicator, periodEnds, type CellStatement } from '@rapporteur/domain';
import { z } from 'zod';
import { drawChart, isDrawable, type ChartFigure, type ChartSeries } from '../chart/chart-svg.js';
import {
  lowerFirst,
  writeBreakdown,
  writeFigure,
  writeIndicator,
  writeNumber,
  writePeriod,
  writeRespondent,
} from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import * as given from './attributes.js';
import { basisOf, blockKind, type BlockAnswer } from './claim-kind.js';
import { nameSeries, seriesOf, unknownCode, asKey } from './select.js';
import { emptyTable, sourceOf, text } from './tables/make-table.js';

/** A figure as the picture needs it; of several that conflict none is drawn, and all are written. */
function toChartFigure(variants: readonly CellStatement[], language: ReportLanguage): ChartFigure {
  const [only, ...more] = variants;
  if (only && more.length === 0)
    return { value: only.value, qualifier: only.qualifier, text: writeFigure(only, language) };
  const figures = language.list(
    variants.map((each) => writeFigure(each, language)),
    'or',
  );
  return { value: null, qualifier: null, text: language.say('figure.conflicting-short', { figures }) };
}

function toChartSeries(
  name: string,
  cells: readonly CellStatement[][],
  language: ReportLanguage,
): ChartSeries {
  const of = (variants: readonly CellStatement[]) => toChartFigure(variants, language);
  return {
    name,
    years: cells.flatMap((each) => (each[0]!.year === null ? [] : { year: each[0]!.year, ...of(each) })),
    spans: cells.flatMap((each) =>
      each[0]!.year === null ? { ...periodEnds(each[0]!.period), ...of(each) } : [],
    ),
  };
}

export const chart = blockKind({
  name: 'chart',
  gives: 'the figures of one series as a vector picture with alternative text',
  attributes: z.strictObject({
    respondent: given.respondent,
    indicator: given.indicator,
    breakdown: given.breakdown,
  }),
  answer(query, context): BlockAnswer {
    const { facts, language } = context;
    const counted = lowerFirst(writeIndicator(query.indicator, language));
    const split = writeBreakdown(breakdownOf(asKey(query.breakdown)), language);
    const name = writeRespondent(query.respondent, language);
    const caption = language.say('chart.caption', {
      name,
      indicator: split === '' ? counted : language.say('figure.split', { counted, split: lowerFirst(split) }),
    });
    const unknown = unknownCode(context, query);
    if (unknown) return emptyTable(caption, context, 'unknown-code', unknown.reason!.message);
    const statements = seriesOf(facts, query);
    const cells = [...byCell(statements).values()];
    const series = toChartSeries(name, cells, language);
    const subject = nameSeries(context, query).inEnglish;
    if (!isDrawable([series])) return emptyTable(caption, context, 'no-data', `nothing to draw: ${subject}`);
    const inWords = cells.map((each) =>
      language.say('figure.dated', {
        figure: toChartFigure(each, language).text,
        period: writePeriod(each[0]!.period, language),
      }),
    );
    const alternative = language.say('chart.alternative', { caption, figures: language.list(inWords) });
    const unit = language.say(`unit.${findIndicator(query.indicator)!.unit}`);
    const axis = language.say('figure.split', {
      counted: writeIndicator(query.indicator, language),
      split: unit,
    });
    const svg = drawChart(
      { title: caption, axis, alternative, series: [series], lang: language.code },
      (value) => writeNumber(value, language),
    );
    const isConflicting = cells.some((each) => each.length > 1);
    return {
      ...basisOf(statements),
      status: isConflicting ? 'unanswerable' : 'answered',
      ...(isConflicting ? { reason: { code: 'conflicting-figures', message: subject } } : {}),
      block: {
        kind: 'chart',
        caption: text(caption),
        svg,
        width: sizeOf(svg, 'width'),
        height: sizeOf(svg, 'height'),
        alternative,
        notes: [],
        source: sourceOf(statements, context),
      },
    };
  },
});

const sizeOf = (svg: string, side: 'width' | 'height'): number =>
  Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1]);
