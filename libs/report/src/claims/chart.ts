/** The claim that is a chart: the yearly figures of one series as bars, censored ones as what they admit. */
import { toInterval, type CellStatement } from '@rapporteur/domain';
import { z } from 'zod';
import { lowerFirst, writeFigure, writeIndicator, writePeriod, writeRespondent } from '../house-style.js';
import type { Language } from '../language.js';
import * as given from './attributes.js';
import { basisOf, blockKind, type BlockAnswer } from './claim-kind.js';
import { nameSeries, seriesOf, unknownCode } from './select.js';
import { drawBars, type Bar } from './draw-bars.js';
import { emptyTable, sourceOf, text } from './tables/make-table.js';

/** What a bar shows: solid up to what is certain, hatched up to what a censored figure admits, nothing for a nil report. */
function toBar(year: number, variants: readonly CellStatement[], language: Language): Bar {
  const [only, ...more] = variants;
  const label = language.say('date.year', { year: String(year) });
  if (!only || more.length > 0) return { label, certain: 0, admitted: 0, figure: only ? '?' : '' };
  const figure = writeFigure(only, language);
  const interval = toInterval(only.value, only.qualifier ?? 'exact');
  if (!interval) return { label, certain: 0, admitted: only.value ?? 0, figure };
  return { label, certain: interval.low, admitted: interval.high ?? interval.low, figure };
}

const width = 640;
const height = 300;

export const chart = blockKind({
  name: 'chart',
  gives: 'the yearly figures of one series as a vector picture with alternative text',
  attributes: z.strictObject({
    respondent: given.respondent,
    indicator: given.indicator,
    breakdown: given.breakdown,
  }),
  answer(query, context): BlockAnswer {
    const { facts, language } = context;
    const caption = language.say('chart.caption', {
      name: writeRespondent(query.respondent, language),
      indicator: lowerFirst(writeIndicator(query.indicator, language)),
    });
    const unknown = unknownCode(context, query);
    if (unknown) return emptyTable(caption, context, 'unknown-code', unknown.reason!.message);
    const yearly = seriesOf(facts, query).filter(({ year }) => year !== null);
    if (yearly.length === 0)
      return emptyTable(
        caption,
        context,
        'no-data',
        `no yearly figures: ${nameSeries(context, query).inEnglish}`,
      );
    const held = yearly.map(({ year }) => year!);
    const [first, last] = [held[0]!, held.at(-1)!];
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const of = (year: number) => yearly.filter((s) => s.year === year);
    const bars = years.map((year) => toBar(year, of(year), language));
    const told = yearly.map((s) =>
      language.say('figure.dated', {
        figure: writeFigure(s, language),
        period: writePeriod(s.period, language),
      }),
    );
    const isConflicting = new Set(held).size < held.length;
    return {
      ...basisOf(yearly),
      status: isConflicting ? 'unanswerable' : 'answered',
      ...(isConflicting
        ? { reason: { code: 'conflicting-figures', message: nameSeries(context, query).inEnglish } }
        : {}),
      block: {
        kind: 'chart',
        caption: text(caption),
        svg: drawBars(bars, { width, height, direction: language.direction }),
        width,
        height,
        alternative: language.say('chart.alternative', { caption, figures: language.list(told) }),
        notes: bars.some(({ certain, admitted }) => certain !== admitted)
          ? [text(language.say('chart.hatched'))]
          : [],
        source: sourceOf(yearly, context),
      },
    };
  },
});
