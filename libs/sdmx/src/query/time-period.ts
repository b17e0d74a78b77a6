/** Periods as TIME_PERIOD, and the days that a time period of a request covers. */
import { parsePeriod, type Period, type PeriodPoint } from '@rapporteur/domain';

/** First and last day: `2005-01-01` and `2005-12-31`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const two = (number: number) => String(number).padStart(2, '0');
const firstMonth = ({ year, month }: PeriodPoint) => year * 12 + (month ?? 1) - 1;
const lastMonth = ({ year, month }: PeriodPoint) => year * 12 + (month ?? 12) - 1;
const dayOf = (month: number, day: number) => {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Math.floor(month / 12), month % 12, day);
  return date.toISOString().slice(0, 10);
};
const daysOfMonths = (first: number, last: number): Days => ({
  from: dayOf(first, 1),
  to: dayOf(last + 1, 0),
});

const read = (text: string): Period | undefined => {
  const reading = parsePeriod(text);
  return reading.ok ? reading.period : undefined;
};

/** In: a period as it is stored. Out: TIME_PERIOD; undefined where none can say it. */
export function toTimePeriod(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return text;
  const period = read(text);
  if (period?.kind !== 'span') return undefined;
  const [first, last] = [firstMonth(period.from), lastMonth(period.to)];
  const months = last - first + 1;
  const duration = months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
  return `${Math.floor(first / 12)}-${two((first % 12) + 1)}-01/${duration}`;
}

/** The shortest forms: `2005-Q1` and the like, with the months of one part and their number. */
const parts: Readonly<Record<string, number>> = { A: 12, S: 6, T: 4, Q: 3, M: 1 };

/** In: a time period of a request. Out: its days; undefined for a text that is none. */
export function toDays(text: string): Days | undefined {
  const range = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+)?\/P(\d+)([YM])$/.exec(text);
  if (range) {
    const [, year, month, , count, unit] = range;
    const first = Number(year) * 12 + Number(month) - 1;
    return daysOfMonths(first, first + Number(count) * (unit === 'Y' ? 12 : 1) - 1);
  }
  const part = /^(\d{4})-([ASTQM])(\d{1,2})$/.exec(text);
  if (part) {
    const [length, number] = [parts[part[2]!]!, Number(part[3])];
    if (number < 1 || number * length > 12) return undefined;
    const first = Number(part[1]) * 12 + (number - 1) * length;
    return daysOfMonths(first, first + length - 1);
  }
  const [, year, month, day] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(text) ?? [];
  if (year === undefined || (month !== undefined && (Number(month) < 1 || Number(month) > 12)))
    return undefined;
  if (day !== undefined) return { from: text.slice(0, 10), to: text.slice(0, 10) };
  const first = Number(year) * 12 + (month === undefined ? 0 : Number(month) - 1);
  return daysOfMonths(first, month === undefined ? first + 11 : first);
}
