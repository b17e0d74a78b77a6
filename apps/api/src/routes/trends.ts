/** GET /v1/trends: the yearly table of each series, spans beside it, and same-year ratios. */
import { trendsAnswer } from '@rapporteur/contract';
import { ratioKinds, toRatios, toSeries, type Ratio, type Vintage } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import {
  readFigures,
  readSeriesPage,
  type CellFilter,
  type SeriesPage,
  type Snapshot,
} from '@rapporteur/projections';
import { z } from 'zod';
import { breakdownList } from '../reading/breakdown-parameter.js';
import { aboutFigures, toFigureFilter } from '../reading/figure-filter.js';
import { tableMedia } from '../formats/choose-format.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import {
  collectionList,
  commonQuery,
  indicatorList,
  respondentList,
  yearParameter,
} from '../reading/parameters.js';
import { fromCursor, pageQuery, toCursor } from '../reading/pages.js';
import { each, InTurn } from '../reading/in-turn.js';
import { route } from '../reading/route.js';
import { showSeries } from '../reading/show-series.js';
import { toTrendTable } from './trend-table.js';

const query = z.strictObject({
  respondent: respondentList.optional(),
  indicator: indicatorList.optional(),
  collection: collectionList.optional(),
  breakdown: breakdownList.optional(),
  from: yearParameter.optional(),
  to: yearParameter.optional(),
  ...commonQuery,
  limit: pageQuery.limit.default(1000),
  cursor: pageQuery.cursor,
});

/**
 * The series that can be denominators of ratios of the given ones. In: the keys of these, and the indicators
 * that are asked for.
 */
function denominatorsOf(keys: readonly string[], indicators: readonly string[] | undefined): string[] {
  const found = keys.flatMap((key) => {
    const [collection, respondent, indicator, breakdown] = key.split('~');
    return ratioKinds
      .filter(({ numerator }) => numerator === indicator)
      .flatMap(({ denominators }) => denominators)
      .filter((denominator) => !indicators || indicators.includes(denominator))
      .map((denominator) => [collection, respondent, denominator, breakdown].join('~'));
  });
  return [...new Set(found)];
}

/** Written out field by field: an answer may have thousands (docs/performance.md, "Spreads"). */
function showRatio(ratio: Ratio, language: Language) {
  const { code, respondent, numerator, denominator } = ratio;
  const show = ({ indicator, id, value, qualifier }: Ratio['numerator']) => ({
    indicator: nameIndicator(indicator, language),
    id,
    value,
    qualifier,
  });
  return {
    ratio: code,
    respondent: nameRespondent(respondent, language),
    collection: ratio.collection,
    breakdown: ratio.breakdown,
    year: ratio.year,
    basis: ratio.basis,
    value: ratio.value,
    interval: ratio.interval,
    numerator: show(numerator),
    denominator: show(denominator),
  };
}

export const trends = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/trends',
  summary: 'Trend tables: yearly figures, spans, changes, directions, same-year ratios',
  query,
  answer: trendsAnswer,
  alsoAs: tableMedia,
  about: aboutFigures,
  async read({ query: asked, snapshot, vintage, language, position, isWhole = false }) {
    const filter = toFigureFilter(asked);
    const { limit } = asked;
    const after = fromCursor(asked.cursor);
    const { series, hasMore } = await readPage(snapshot, filter, vintage, { after, limit, isWhole });
    // Sorted by keys, because the order of identifiers would put a part (age:child,sex:female) before its whole
    // (age:child).
    const keys = [...series.keys()].sort();
    const items = () => each(keys, (key) => toSeries(series.get(key)!)[0]!);
    const next = hasMore ? toCursor([...series.keys()].at(-1)!) : undefined;
    // A ratio is on the page of its numerator. Denominators that are on other pages are read here, if there are any.
    const isAll = !hasMore && after === undefined;
    const missing = isAll ? [] : denominatorsOf(keys, asked.indicator).filter((key) => !series.has(key));
    const others =
      missing.length > 0 ? await readFigures(snapshot, { ...filter, series: missing }, vintage) : new Map();
    return {
      body: {
        series: new InTurn(() => each(items(), (one) => showSeries(one, language))),
        ratios: new InTurn(() => each(ratiosOf(series, others), (one) => showRatio(one, language))),
        ...(next ? { next } : {}),
        position,
      },
      get table() {
        return toTrendTable(items, language);
      },
    };
  },
});

type Page = SeriesPage['series'];

/** In: the series of a page, and denominators that are not on it. Out: the ratios of which it has the numerator. */
function ratiosOf(series: Page, others: Page): Ratio[] {
  const shown = [...series.values(), ...others.values()].flat().sort((a, b) => (a.cell < b.cell ? -1 : 1));
  return toRatios(shown, ({ collection, respondent, code, breakdown }) =>
    series.has([collection, respondent, code, breakdown].join('~')),
  );
}

interface PageAsked {
  readonly after: string | undefined;
  readonly limit: number;
  readonly isWhole: boolean;
}

/**
 * A page has as many series as are asked for. Where all of a list is read, a part ends between two indicators of a State, and is
 * as long as it must be for that: in the order of identifiers a part of a number comes before the whole, in that of the answer
 * after it, and so the rows come in the same order wherever a part ends.
 */
async function readPage(
  snapshot: Snapshot,
  filter: CellFilter,
  vintage: Vintage,
  { after, limit, isWhole }: PageAsked,
): Promise<{ readonly series: Page; readonly hasMore: boolean }> {
  for (let most = limit; ; most *= 10) {
    const { series, following } = await readSeriesPage(snapshot, filter, vintage, { after, limit: most });
    const hasMore = following !== undefined;
    if (!hasMore || !isWhole) return { series, hasMore };
    const next = indicatorOf(following);
    const kept = new Map([...series].filter(([key]) => indicatorOf(key) !== next));
    if (kept.size > 0) return { series: kept, hasMore };
  }
}

/** Collection, respondent and indicator of a series. */
const indicatorOf = (key: string) => key.split('~', 3).join('~');
