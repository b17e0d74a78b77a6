/** Periods as the replies give them: a year, a month, a span, up to or since a date, or undated; never spread over years. */

export type Precision = 'year' | 'month';

/** One end of a period; `text` is `2005` or `2002-07`. */
export interface PeriodPoint {
  readonly text: string;
  readonly year: number;
  readonly month?: number;
  readonly precision: Precision;
}

export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'span'; readonly from: PeriodPoint; readonly to: PeriodPoint }
  | { readonly kind: 'up-to'; readonly to: PeriodPoint }
  | { readonly kind: 'since'; readonly from: PeriodPoint }
  | { readonly kind: 'undated' };

export type PeriodReading =
  | { readonly ok: true; readonly period: Period; readonly text: string }
  | { readonly ok: false; readonly fault: 'malformed' | 'backwards' };

export const periodForms =
  'a year "2005", a month "2007-10", a span "2003/2006" or "2002-07/2007-10", "../2007-06" (up to), "2001-09/.." (since), or "undated"';

const pointForm = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;

function readPoint(text: string): PeriodPoint | undefined {
  const match = pointForm.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1800) return undefined;
  return match[2]
    ? { text, year, month: Number(match[2]), precision: 'month' }
    : { text, year, precision: 'year' };
}

const firstMonth = (point: PeriodPoint) => point.year * 12 + (point.month ?? 1) - 1;
const lastMonth = (point: PeriodPoint) => point.year * 12 + (point.month ?? 12) - 1;

/**
 * Reads a period from the forms in `periodForms` (an integer year is taken too).
 * Out: the period and its canonical text, or why not: `malformed`, or `backwards` (ends before it begins).
 */
export function parsePeriod(input: unknown): PeriodReading {
  const text = typeof input === 'number' ? String(input) : input;
  if (typeof text !== 'string') return { ok: false, fault: 'malformed' };
  const only = readPoint(text);
  if (only?.precision === 'year') return { ok: true, period: { kind: 'year', year: only.year }, text };
  if (text === 'undated') return { ok: true, period: { kind: 'undated' }, text };
  if (text.startsWith('../')) {
    const to = readPoint(text.slice(3));
    return to ? { ok: true, period: { kind: 'up-to', to }, text } : { ok: false, fault: 'malformed' };
  }
  const [fromText = '', toText, extra] = text.split('/');
  const from = readPoint(fromText);
  if (!from || extra !== undefined) return { ok: false, fault: 'malformed' };
  if (toText === undefined) return { ok: true, period: { kind: 'span', from, to: from }, text };
  if (toText === '..') return { ok: true, period: { kind: 'since', from }, text };
  const to = readPoint(toText);
  if (!to) return { ok: false, fault: 'malformed' };
  if (lastMonth(to) < firstMonth(from)) return { ok: false, fault: 'backwards' };
  if (fromText === toText) return parsePeriod(fromText);
  return { ok: true, period: { kind: 'span', from, to }, text };
}

/**
 * Whether a period lies in the future of a day (ISO date), each end judged at its own precision:
 * the year 2008 is not in the future of 2008-01-24, the month 2008-02 is.
 */
export function isInFuture(period: Period, day: string): boolean {
  const year = Number(day.slice(0, 4));
  const month = year * 12 + Number(day.slice(5, 7)) - 1;
  const isAfter = (point: PeriodPoint) =>
    point.precision === 'year' ? point.year > year : firstMonth(point) > month;
  switch (period.kind) {
    case 'year':
      return period.year > year;
    case 'span':
      return isAfter(period.from) || isAfter(period.to);
    case 'up-to':
      return isAfter(period.to);
    case 'since':
      return isAfter(period.from);
    case 'undated':
      return false;
  }
}

/** The ends of a stored period text, for display: `{from, to}`; an end that is not known is null. */
export function periodEnds(text: string): { from: string | null; to: string | null } {
  if (text === 'undated') return { from: null, to: null };
  const [from = '', to] = text.split('/');
  return { from: from === '..' ? null : from, to: to === '..' ? null : (to ?? from) };
}

/** The year of a stored period text that is exactly one year, else null. */
export function yearOf(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null;
}
