/** What a chart may not do: join over a gap, spread a span, make a number of a bound, hide one where it cannot be drawn. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { drawChart, isDrawable, type ChartData, type ChartSeries } from './chart-svg.js';
import { niceTicks } from './nice-ticks.js';

const year = (at: number, value: number | null, qualifier = 'exact', text = String(value)) => ({
  year: at,
  value,
  qualifier,
  text,
});
const chart = (...series: ChartSeries[]): ChartData => ({
  title: 'Title',
  axis: 'Persons',
  alternative: 'In words',
  lang: 'en',
  series,
});
const series = (years: ChartSeries['years'], spans: ChartSeries['spans'] = []): ChartSeries => ({
  name: 'A',
  years,
  spans,
});
const draw = (...all: ChartSeries[]) => drawChart(chart(...all), String);
const count = (svg: string, pattern: RegExp) => (svg.match(pattern) ?? []).length;
const lines = (svg: string) => /<path d="([^"]*L[^"]*)" fill="none"/.exec(svg)?.[1];

describe('a chart', () => {
  it('joins neighbouring years and leaves a gap where a year has no number', () => {
    const path = lines(draw(series([year(2003, 5), year(2004, 6), year(2006, 7), year(2007, 8)])));
    expect(count(path!, /M/g)).toBe(2);
    expect(count(path!, /L/g)).toBe(2);
  });
  it('does not join to a bound, and says the bound in words', () => {
    const svg = draw(series([year(2003, 5), year(2004, 5, 'fewer-than', 'fewer than 5'), year(2005, 7)]));
    expect(lines(svg)).toBeUndefined();
    expect(svg).toContain('>fewer than 5</text>');
    expect(count(svg, /<circle/g)).toBe(2);
  });
  it('draws a span from its first to its last month, as one mark', () => {
    const span = { from: '2003', to: '2006', value: 20, qualifier: 'exact', text: '20' };
    const svg = draw(series([year(2003, 5)], [span]));
    const [, from, to] = /M([\d.]+) [\d.]+H([\d.]+)M/.exec(svg)!;
    const tick = (at: number) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${at}<`).exec(svg)![1]);
    const half = (tick(2004) - tick(2003)) / 2;
    expect(Number(from)).toBeCloseTo(tick(2003) - half, 1);
    expect(Number(to)).toBeCloseTo(tick(2006) + half, 1);
    expect(lines(svg)).toBeUndefined();
  });
  it('says in words what has no height: a nil report is no zero', () => {
    const svg = draw(series([year(2003, 5), year(2004, null, 'none-known', 'none known')]));
    expect(svg).toContain('>none known</text>');
    expect(count(svg, /<circle/g)).toBe(1);
  });
  it('is not drawn where nothing has a place in time', () => {
    const open = { from: null, to: '2006', value: 20, qualifier: 'exact', text: '20' };
    expect(isDrawable([series([], [open])])).toBe(false);
    expect(() => draw(series([], [open]))).toThrow(RangeError);
  });
  it('tells series apart by shape and dash, not by colour alone', () => {
    const points = [year(2003, 5), year(2004, 6)];
    const svg = draw(...Array.from({ length: 4 }, () => series(points)));
    expect(
      [/<circle/, /stroke-dasharray="6 3"/, /stroke-dasharray="2 3"/].every((one) => one.test(svg)),
    ).toBe(true);
  });
  it('is well-formed whatever the names, draws every number, and nothing outside of itself', () => {
    // What no number of the chart may be drawn as is none of the names either.
    const noNumber = /NaN|Infinity/;
    const words = fc.string().filter((text) => !noNumber.test(text));
    const figure = fc.record({
      year: fc.integer({ min: 1990, max: 2030 }),
      value: fc.integer({ min: 0, max: 1e7 }),
      qualifier: fc.constantFrom('exact', 'approximately', 'at-least', 'fewer-than'),
      text: words,
    });
    const any = fc.record({
      name: words,
      years: fc.array(figure, { minLength: 1 }),
      spans: fc.constant([]),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 7 }), (all) => {
        const svg = draw(...all);
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(svg).close();
        const height = Number(/height="([\d.]+)"/.exec(svg)![1]);
        for (const [, y] of svg.matchAll(/ (?:y|cy)="(-?[\d.]+)"/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(height);
        }
        expect(svg).not.toMatch(noNumber);
      }),
    );
  });
});

it('an axis begins at nothing, has round steps and reaches past the greatest value', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (greatest) => {
      const ticks = niceTicks(greatest, 5);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(greatest);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(String(ticks[1])).toMatch(/^[125]0*$/);
    }),
  );
});
