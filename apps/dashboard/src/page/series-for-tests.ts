/** Series in the form of the API, for tests that name only the fields that matter to them. */
import type { Series } from '@rapporteur/contract';

type Trend = Series['trend'];

/** In: the fields of a direction that a test gives. Out: a whole direction, with empty values for the others. */
export const trendOf = (said: Pick<Trend, 'reason' | 'n'> & Partial<Trend>): Trend => ({
  censored: 0,
  years: [],
  gaps: [],
  p: null,
  pLow: null,
  s: null,
  tau: null,
  slope: null,
  method: null,
  treatment: null,
  alpha: 0.05,
  ...said,
});

/** Too few figures for a direction. In: how many there are, and which years between them have none. */
export const underFive = (n: number, gaps: number[] = []): Trend =>
  trendOf({ reason: { code: 'under-five-points', n, needed: 5 }, n, gaps });

/** A series without a figure. In: the fields that differ. */
export const seriesOf = (more: Partial<Series>): Series => ({
  respondent: { code: 'SV', name: 'El Salvador' },
  indicator: { code: 'persons-prosecuted', name: 'Persons prosecuted' },
  collection: 'c',
  breakdown: {},
  unit: 'person',
  conflicting: false,
  years: [],
  spans: [],
  compoundAnnualRate: null,
  direction: 'insufficient-data',
  trend: underFive(0),
  ...more,
});

/** The part of a series between two breaks. In: its years, and the break that it starts with. */
export const segmentOf = (
  years: number[],
  startsWithBreak: number | null,
): NonNullable<Series['segments']>[number] => ({
  years,
  startsWithBreak,
  compoundAnnualRate: null,
  direction: 'insufficient-data',
  trend: underFive(years.length),
});
