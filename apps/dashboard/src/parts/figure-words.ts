/** Figures, periods and breakdowns as words and signs of the reader's language. */
import type { CitedFigure, Computed, Series, Span } from '@rapporteur/contract';
import dimensions, { missing } from 'virtual:dimension-names';
import type { Page } from '../page/page-context.js';

type Said = Pick<CitedFigure, 'value' | 'qualifier'> & {
  readonly values?: readonly Pick<CitedFigure, 'value' | 'qualifier'>[];
};

const signs: Readonly<Record<string, string>> = { 'at-least': '≥ ', 'fewer-than': '< ', approximately: '≈ ' };

/** What is said instead of a number, in the language of names: "not available". In: the qualifier. */
export const missingText = (qualifier: string | null, { language, texts }: Page): string =>
  missing[qualifier ?? '']?.names[language] ?? texts.noFigure;

/** `18`, `≥ 3,800`, `< 5`, "none known", "not available"; several values of one reply with a bar between. */
export function figureText({ value, qualifier, values }: Said, page: Page): string {
  if (values) return values.map((one) => figureText(one, page)).join(' | ');
  if (value === null) return missingText(qualifier, page);
  const sign = signs[qualifier ?? 'exact'];
  return sign ? fromLeft(sign + page.number(value), page) : page.number(value);
}

/** In Arabic a sign would stand behind its number and point the other way, so that "< 5" would be read as "> 5". */
export const fromLeft = (text: string, page: Page) => (page.language === 'ar' ? `\u2066${text}\u2069` : text);

/** A text for a sentence, in which signs and formulas are not broken at the end of a line: `< 5`, `n = 8`, `p = 0.018`. */
export const unbroken = (text: string) =>
  text.replace(/([<≥≈]) (?=\d)/g, '$1\u00a0').replace(/\b([np]) ([=<])[ \u00a0](?=\d)/g, '$1\u00a0$2\u00a0');

/** `+34`, or both ends of a range: `−18 – +1`; nothing where it is not defined. In: the difference, and ' %' for a percentage, which is rounded to a tenth. */
export function differenceText(difference: Computed, page: Page, unit: '' | ' %' = ''): string {
  const shown = (value: number) => page.number(unit === '' ? value : Math.round(value * 10) / 10);
  const signed = (value: number | null) =>
    value === null
      ? '…'
      : `${value > 0 ? '+' : value < 0 ? '−' : ''}${shown(Math.abs(value))}${unit.replace(' ', '\u00a0')}`;
  if (difference === null) return '';
  if (typeof difference === 'number') return fromLeft(signed(difference), page);
  return fromLeft(`${signed(difference.low)} – ${signed(difference.high)}`, page);
}

/** `2003–2006`, "up to June 2007", "since September 2001", "undated". */
export function periodText(
  { from, to, period }: Pick<Span, 'from' | 'to' | 'period'>,
  { texts, day }: Page,
): string {
  if (period === 'undated') return texts.undated;
  if (from === null) return texts.upTo(day(to ?? period.replace('../', '')));
  if (to === null) return texts.since(day(from));
  if (from === to) return day(from);
  // Between words the dash stands apart.
  return [from, to].map(day).join(from.length > 4 || to.length > 4 ? ' – ' : '–');
}

/** "Sex: Female, Age: Child"; nothing for the total. A country's code is named by the browser. */
export function breakdownText(breakdown: Series['breakdown'], { language, texts }: Page): string {
  const areas = new Intl.DisplayNames(language, { type: 'region' });
  const parts = Object.entries(breakdown).map(([dimension, code]) => {
    const known = dimensions[dimension];
    const names = known?.codes[code];
    const area = /^[a-z]{2}$/.test(code) ? areas.of(code.toUpperCase()) : undefined;
    return `${known?.names[language] ?? known?.names.en ?? dimension}${texts.colon}${names?.[language] ?? names?.en ?? area ?? code}`;
  });
  return parts.join(texts.comma);
}

export function seriesText(
  { indicator, breakdown }: Pick<Series, 'indicator' | 'breakdown'>,
  page: Page,
): string {
  const split = breakdownText(breakdown, page);
  return split === '' ? indicator.name : page.texts.compare.isSo(indicator.name, split);
}

/**
 * The direction in words with n and p, or why there is none; after a break it is the direction of the years
 * since the break.
 */
export function directionText({ direction, trend, segments }: Series, page: Page): string {
  const why = page.texts.reasonOf(trend.reason, trend.n, page.probability);
  const since = segments?.at(-1)?.startsWithBreak;
  const where = since ? page.texts.comma + page.texts.charts.sinceBreak(since) : '';
  if (direction === 'rising' || direction === 'falling')
    return unbroken(`${page.texts[direction]}${page.texts.colon}${why}${where}`);
  return page.capital(unbroken(why + where));
}

/** A text in Unicode isolates, because an Arabic name would otherwise also reverse the order of the figures after it. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** Whether a year gives a figure: a number, or that none are known; the other reasons for no number are named apart. */
const givesFigure = ({ missing: why }: CitedFigure) => why === undefined || why === 'none-known';

/** The years without a figure by what is said instead, in the order of the list: "not asked for 2004 and 2005". */
function sayMissing(years: Series['years'], page: Page): string[] {
  const without = years.filter((figure) => !givesFigure(figure));
  return Object.keys(missing).flatMap((code) => {
    const those = without.flatMap(({ missing: why, year }) => (why === code ? String(year) : []));
    if (those.length === 0) return [];
    return page.texts.charts.saysMissing(isolate(missingText(code, page)), page.list(those));
  });
}

/** One series described in a sentence. */
function saySeries(one: Series, page: Page): string {
  const { texts } = page;
  const { spans } = one;
  const years = one.years.filter(givesFigure);
  const name = isolate(seriesText(one, page));
  const ends = [years[0], years.at(-1)].map((y) =>
    y ? texts.inYear(y.missing ? isolate(figureText(y, page)) : figureText(y, page), y.year) : '',
  );
  const listOf = (some: readonly { readonly year: number }[]) =>
    page.list(some.map(({ year }) => String(year)));
  // The gaps of the whole series, since the gaps in `trend` are only those of its last segment.
  const gaps = one.years.flatMap(({ year }, i) => {
    const before = one.years[i - 1]?.year ?? year;
    return Array.from({ length: Math.max(0, year - before - 1) }, (_, k) => before + 1 + k);
  });
  const breaks = one.years.filter((figure) => figure.break);
  const conflicts = years.filter(({ values }) => values);
  const ranges = years.filter(({ qualifier }) => qualifier === 'at-least' || qualifier === 'fewer-than');
  const without = sayMissing(one.years, page);
  const offAxis = spans.filter(({ from, to }) => from === null || to === null);
  const parts = [
    years.length > 0 ? texts.saysYears(name, years.length, ends[0]!, ends[1]!) : '',
    years.length === 0 && without.length > 0
      ? texts.charts.saysOnlyMissing(name, without.join(texts.separator))
      : '',
    gaps.length > 0 ? texts.saysGaps(page.list(gaps.map(String))) : '',
    ...(years.length > 0 ? without : []),
    ranges.length > 0 ? texts.charts.saysRanges(ranges.length) : '',
    conflicts.length > 0 ? texts.charts.saysConflicts(listOf(conflicts)) : '',
    breaks.length > 0 ? texts.charts.saysBreaks(listOf(breaks)) : '',
    spans.length > 0 ? texts.saysSpans(name, spans.length) : '',
    offAxis.length > 0 ? texts.charts.offAxis(offAxis.length) : '',
  ];
  return parts.filter((part) => part !== '').join(texts.separator);
}

/** A chart described in sentences, for people who cannot see it and for people who want to check it. */
export function sayChart(series: readonly Series[], page: Page): string {
  return series
    .map((one) => unbroken(saySeries(one, page)) + page.texts.stop)
    .join('')
    .trim();
}

/** The name of a kind of breakdown: `age,sex` as "by age and sex". */
export function kindText(kind: string, { texts, language, list }: Page): string {
  if (kind === '_T') return texts.charts.breakdowns.total;
  const names = kind.split(',').map((dimension) => {
    const known = dimensions[dimension]?.names;
    return known?.[language] ?? known?.en ?? dimension;
  });
  return texts.charts.breakdowns.by(list(names.map((name) => name.toLocaleLowerCase(language))));
}
