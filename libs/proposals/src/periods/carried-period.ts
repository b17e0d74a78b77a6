/** Periods that other words than those beside a number say: of a list, of the sentence before, of the whole letter. */
import type { Count } from '../count.js';
import type { Memory } from '../found.js';
import type { Lexicon } from '../lexicon.js';
import { isFlow } from '../readings.js';
import type { Span } from '../span.js';
import { listsOf } from './assign-periods.js';
import type { FoundPeriod } from './found-period.js';

/** "No convictions in 2004 or 2005": none in each of these years. */
export function yearsOf(
  text: string,
  period: FoundPeriod | undefined,
  periods: readonly FoundPeriod[],
): readonly (FoundPeriod | undefined)[] {
  const list = listsOf(
    text,
    periods.filter(({ isPoint }) => isPoint),
  ).find((one) => one[0] === period);
  return list ?? [period];
}

/** The years that a sentence names apart, where it names several. */
export function yearsNamed(periods: readonly FoundPeriod[]): readonly FoundPeriod[] | undefined {
  const years = periods.filter(
    ({ isPoint, isPair, period }) => (isPoint && /^\d{4}$/.test(period)) || isPair,
  );
  const apart = years.filter(({ period }, i) => years.findIndex((one) => one.period === period) === i);
  return apart.length > 1 ? apart.sort((a, b) => a.period.localeCompare(b.period)) : undefined;
}

/** "In those three years": the years that were named last, at the words that repeat them. */
export function yearsAgain(
  text: string,
  { periods: { theseYears } }: Lexicon,
  { years }: Memory,
): FoundPeriod[] {
  const match = theseYears && years.length > 1 ? [...text.matchAll(theseYears)][0] : undefined;
  if (!match) return [];
  const place = { start: match.index, end: match.index + match[0].length };
  return years.map((one) => Object.assign({}, one, place));
}

/** A period that another sentence names has no place in this one: it stands where its number does. */
export const inPlace = (period: FoundPeriod, { start, end }: Span): FoundPeriod =>
  Object.assign({}, period, { start, end });

/** The period that a number has which no words of its sentence say. */
export const carriedPeriod = (
  { value }: Count,
  indicator: string,
  { period, section, title }: Memory,
): FoundPeriod | undefined => {
  if (value === null) return undefined;
  if (isFlow(indicator)) return period ?? section?.period ?? title;
  return indicator === 'persons-trained' ? title : undefined;
};

/** "During the year under review": the year that the letter reports on. */
export function withReported(
  text: string,
  periods: readonly FoundPeriod[],
  { periods: { reported } }: Lexicon,
  { title }: Memory,
): readonly FoundPeriod[] {
  const said = title && reported && periods.length === 0 ? [...text.matchAll(reported)][0] : undefined;
  if (!said || !title) return periods;
  return [Object.assign({}, title, { start: said.index, end: said.index + said[0].length })];
}

/** Whether words such as "to date" say, in the clause of a number, that it is of no period. */
export function nowIn(text: string, { periods: { now } }: Lexicon, periods: readonly FoundPeriod[]) {
  const said = now && periods.length === 0 ? [...text.matchAll(now)] : [];
  return ({ start, end }: Span): boolean =>
    said.some(
      ({ 0: words, index }) =>
        !/[;:；：؛]/u.test(text.slice(Math.min(end, index + words.length), Math.max(start, index))),
    );
}
