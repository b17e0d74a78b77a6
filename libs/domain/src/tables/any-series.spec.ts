/** What must hold of every series, whatever is said of its years: zeros, limits, several values, breaks. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CellStatement } from './figure.js';
import type { Qualifier } from '../figures/qualifier.js';
import { toSeries } from './series.js';

const said = (year: number, value: number | null, more: Partial<CellStatement>): CellStatement => ({
  kind: 'observation',
  cell: `c~SV~persons-prosecuted~_T~${year}`,
  collection: 'c',
  respondent: 'SV',
  reply: 'c/2008/SV',
  position: 7,
  receivedOn: '2008-01-24',
  code: 'persons-prosecuted',
  breakdown: '_T',
  period: String(year),
  year,
  value,
  qualifier: 'exact',
  source: {},
  ...more,
});

describe('any series', () => {
  const qualifiers: Qualifier[] = [
    'exact',
    'exact',
    'exact',
    'at-least',
    'fewer-than',
    'approximately',
    'none-known',
  ];
  const told = fc.record({
    year: fc.integer({ min: 2000, max: 2007 }),
    value: fc.constantFrom(0, 0, 1, 4, 5, 7, 40, 120),
    qualifier: fc.constantFrom(...qualifiers),
    breaks: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  });
  const arbitrary = fc.array(told, { maxLength: 12 }).map((all) =>
    all.map(({ year, value, qualifier, breaks }) =>
      said(year, qualifier === 'none-known' ? null : value, {
        qualifier,
        source: breaks ? { break: true } : {},
      }),
    ),
  );
  /** The one number that is said of a year, or nothing where there are several, or none to reckon with. */
  const pointsOf = (statements: readonly CellStatement[]) =>
    new Map(
      [...new Set(statements.map(({ year }) => year!))].flatMap((year) => {
        const own = statements.filter((s) => s.year === year);
        const isPoint = own.length === 1 && /exact|at-least|fewer/.test(own[0]!.qualifier!);
        return isPoint ? [[year, own[0]!] as const] : [];
      }),
    );

  it('chooses no value of several, and computes nothing on a year that has no one number', () => {
    fc.assert(
      fc.property(arbitrary, (statements) => {
        const points = pointsOf(statements);
        for (const { years, conflicting } of toSeries(statements)) {
          expect(conflicting).toBe(years.some(({ values }) => values !== undefined));
          for (const { year, value, values, change, percentage, index, comparison, ...rest } of years) {
            const own = statements.filter((s) => s.year === year);
            if (own.length > 1) expect([value, values!.length]).toEqual([null, own.length]);
            const isCompared = points.has(year) && points.has(year - 1) && !rest.break;
            expect([change !== undefined, percentage !== undefined]).toEqual([isCompared, isCompared]);
            expect(index !== undefined).toBe(points.has(year));
            if (comparison) expect(isCompared).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has no percentage and no rate on a certain zero, and no upper end where the base may be zero', () => {
    fc.assert(
      fc.property(arbitrary, (statements) => {
        const points = pointsOf(statements);
        for (const { years, compoundAnnualRate, trend } of toSeries(statements)) {
          for (const { year, percentage } of years) {
            const [before, now] = [points.get(year - 1), points.get(year)];
            if (percentage === undefined || !before || !now) continue;
            const isZero = before.qualifier === 'exact' ? before.value === 0 : false;
            const mayBeZero =
              before.qualifier === 'fewer-than' || (before.qualifier === 'at-least' && before.value === 0);
            const isNothing = now.value === 0 && now.qualifier === 'exact';
            if (isZero || (before.qualifier === 'fewer-than' && before.value! <= 1))
              expect(percentage).toBeNull();
            else if (mayBeZero && !isNothing && !(now.qualifier === 'fewer-than' && now.value! <= 1))
              expect(percentage).toMatchObject({ high: null });
          }
          const first = points.get(trend.years[0]!);
          if (first?.qualifier === 'exact' && first.value === 0) expect(compoundAnnualRate).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('claims a direction only from five points of one segment, and says which', () => {
    fc.assert(
      fc.property(arbitrary, (statements) => {
        const points = pointsOf(statements);
        for (const { trend, segments = [] } of toSeries(statements))
          for (const judged of [trend, ...segments.map((s) => s.trend)]) {
            expect(judged.n).toBe(judged.years.length);
            expect(judged.years.every((year) => points.has(year))).toBe(true);
            expect(judged.direction === 'insufficient-data').toBe(judged.n < 5);
            const breaks = statements.filter((s) => s.source.break).map((s) => s.year!);
            expect(breaks.some((year) => year > judged.years[0]! && year <= judged.years.at(-1)!)).toBe(
              false,
            );
          }
      }),
      { numRuns: 300 },
    );
  });
});
