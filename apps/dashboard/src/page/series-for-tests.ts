/** Series as the API answers them, for tests that say only what they are about. */
import type { Series } from '@rapporteur/contract';

type Trend = Series['trend'];

/** In: what a test says of the direction. Out: the same, with nothing tested beside it. */
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

/** A series without a figure. In: what is otherwise. */
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
