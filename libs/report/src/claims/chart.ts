/** The claim that is a chart: the figures of one series as a picture, with what it shows in words. */
import { breakdownOf, byCell } from '@rapporteur/domain';
import { z } from 'zod';
import { chartInWords, nameAxis, toChartSeries } from '../chart/chart-figures.js';
import { drawChart, isDrawable, sizeOf } from '../chart/chart-svg.js';
import {
  lowerFirst,
  writeBreakdown,
  writeIndicator,
  writeNumber,
  writeRespondent,
} from '../document/house-style.js';
import * as given from './attributes.js';
import { basisOf, blockKind, type BlockAnswer } from './claim-kind.js';
import { nameSeries, seriesOf, unknownCode, asKey } from './select.js';
import { emptyTable, sourceOf, text } from './tables/make-table.js';

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
    const series = toChartSeries(name, statements, language);
    const subject = nameSeries(context, query).inEnglish;
    if (!isDrawable([series])) return emptyTable(caption, context, 'no-data', `nothing to draw: ${subject}`);
    const alternative = chartInWords(caption, statements, language);
    const axis = nameAxis(query.indicator, language);
    const svg = drawChart(
      { title: caption, axis, alternative, series: [series], lang: language.code },
      (value) => writeNumber(value, language),
    );
    const isConflicting = [...byCell(statements).values()].some((each) => each.length > 1);
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
