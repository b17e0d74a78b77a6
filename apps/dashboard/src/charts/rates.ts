/** Rates beside the figures of series: joined to them, and said in words. */
import type { CitedFigure, Rates, Series } from '@rapporteur/contract';
import { missing } from 'virtual:dimension-names';
import { groupBy } from '../page/group-by.js';
import type { Page } from '../page/page-context.js';
import { figureText, missingText, seriesText } from '../parts/figure-words.js';

/** What is shown of a rate: it, its exact limits, the population that it rests on, or why there is none. */
export type ShownRate = Pick<Rates['items'][number], 'rate' | 'interval' | 'reason' | 'population'>;

interface Rated {
  readonly perPeople?: ShownRate;
}

/** The rate of a figure; undefined where rates are not shown, or not known yet. */
export const rateOf = (figure: CitedFigure): ShownRate | undefined =>
  (figure as CitedFigure & Rated).perPeople;

/** In: series, and rates by the identifiers of their figures. Out: the series, each figure with its rate. */
export function addRates(series: readonly Series[], rates: ReadonlyMap<string, ShownRate>): Series[] {
  const add = <T extends CitedFigure>(figure: T): T & Rated => {
    const rate = rates.get(figure.id);
    if (!rate) return figure;
    const { rate: value, interval, reason, population } = rate;
    return { ...figure, perPeople: { rate: value, interval, ...(reason ? { reason } : {}), population } };
  };
  return series.map((one) => ({ ...one, years: one.years.map(add), spans: one.spans.map(add) }));
}

/** A rate as a number of three digits, or whole where it is large: `0.617`, `12.3`, `1,235`. */
export function rateNumber(value: number, { number, language }: Page): string {
  if (value >= 100) return number(Math.round(value));
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
}

/** `0.434–0.85`; `≥ 0.4` where nothing limits it above. */
function limitsText(low: number | null, high: number | null, page: Page): string {
  if (high === null) return `≥ ${rateNumber(low ?? 0, page)}`;
  return `${rateNumber(low ?? 0, page)}–${rateNumber(high, page)}`;
}

/** The rate alone: `0.617`, and of a censored figure its range; empty where there is none. */
export function rateValueText({ rate }: Pick<ShownRate, 'rate'>, page: Page): string {
  if (rate === null) return '';
  return typeof rate === 'number' ? rateNumber(rate, page) : limitsText(rate.low, rate.high, page);
}

/** The exact interval; empty where there is none, or it says nothing. */
export const intervalText = ({ interval }: Pick<ShownRate, 'interval'>, page: Page): string =>
  interval === null || (interval.low === 0 && interval.high === null)
    ? ''
    : limitsText(interval.low, interval.high, page);

/** Why there is no rate, in words. */
export const noRateText = (reason: string, page: Page): string =>
  missing[reason] ? missingText(reason, page) : (page.texts.charts.rates.reasons[reason] ?? reason);

/** "0.617 per 100,000 people (0.434–0.85); 37 by 6,002,319 people (population/world-bank-2026)". */
export function rateSentence(figure: CitedFigure, rate: ShownRate, per: number, page: Page): string {
  const words = page.texts.charts.rates;
  const { population, reason } = rate;
  const value = rateValueText(rate, page);
  const interval = intervalText(rate, page);
  const shown =
    value === '' ? words.noRate(noRateText(reason ?? '', page)) : words.of(value, page.number(per));
  const by = population
    ? words.by(
        figureText(figure, page),
        page.number(population.value),
        String(population.year),
        population.round,
      )
    : figureText(figure, page);
  return `${shown}${interval === '' ? '' : ` (${interval})`}${page.texts.separator}${by}`;
}

/** "victims", or "victims per 100,000 people". */
export function unitText(unit: string, per: number | undefined, { texts, number }: Page): string {
  const name = texts.units[unit] ?? unit;
  return per === undefined ? name : texts.charts.rates.unit(name, number(per));
}

/** The reasons for which figures have no rate, each with how many have it, the most frequent first. */
export function countNoRates(
  series: readonly Series[],
  page: Page,
): (readonly [why: string, count: number])[] {
  const reasons = series
    .flatMap(({ years, spans }) => [...years, ...spans])
    .flatMap((figure) => rateOf(figure)?.reason ?? []);
  return [...groupBy(reasons, (reason) => reason)]
    .map(([reason, those]) => [noRateText(reason, page), those.length] as const)
    .sort((a, b) => b[1] - a[1]);
}

/** The rates of series in sentences, for people who cannot see the chart. */
export function sayRates(series: readonly Series[], per: number, page: Page): string {
  const words = page.texts.charts.rates;
  return series
    .map((one) => {
      const rated = one.years.flatMap((figure) => {
        const rate = rateOf(figure);
        const value = rate ? rateValueText(rate, page) : '';
        return value === '' ? [] : [page.texts.inYear(value, figure.year)];
      });
      const name = seriesText(one, page);
      const none = countNoRates([one], page).map(([why, count]) => words.noneCount(page.number(count), why));
      const said =
        rated.length === 0
          ? words.saysNone(name)
          : words.says(name, rated.length, page.number(per), rated[0]!, rated.at(-1)!);
      return [said, ...none].join(page.texts.separator) + page.texts.stop;
    })
    .join('')
    .trim();
}
