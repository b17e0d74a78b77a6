/** No text of a chart leaves its picture: any qualifier in any year of a chart of any length, and any name. */
import { describe, expect, it } from '@jest/globals';
import { indicators } from '@rapporteur/domain';
import { loadLanguage, reportLanguages } from '../document/language.js';
import { nameAxis } from './chart-figures.js';
import { drawPicture } from './chart-picture.js';
import { drawChart, type ChartData, type ChartSeries } from './chart-svg.js';
import { overhangOf } from './drawn-box-for-tests.js';

const chart = (series: readonly ChartSeries[], axis = 'Persons (persons)'): ChartData => ({
  ...{ title: 'Title', alternative: 'In words', lang: 'en', axis, series },
});
const figure = (year: number, text: string, qualifier: string | null, value: number | null) => ({
  ...{ year, text, qualifier, value },
});
const inside = [0, 0, 0, 0];

describe('no text of a chart leaves its picture', () => {
  const texts = ['fewer than 5', 'at least 3,800', 'none known', '5, fewer than 10 or about 12,345'];
  it.each(['fewer-than', 'at-least', 'approximately', null])(
    'with the qualifier %s in the first and the last year of 1 to 20',
    async (qualifier) => {
      for (const [i, text] of texts.entries()) {
        for (let length = 1; length <= 20; length += length < 6 ? 1 : 5) {
          const value = qualifier === null ? null : [5, 3800, 12][i % 3]!;
          const years = Array.from({ length }, (_, at) =>
            at === 0 || at === length - 1
              ? figure(2000 + at, text, qualifier, value)
              : figure(2000 + at, '7', 'exact', 7),
          );
          const svg = drawChart(chart([{ name: 'A', years, spans: [] }]), String);
          expect({ text, length, by: await overhangOf(svg) }).toEqual({ text, length, by: inside });
        }
      }
    },
  );

  it('with a span of a month at either end, and one with more words than there is room for', async () => {
    const month = (at: string, text: string) => ({ ...figure(0, text, 'exact', 8), from: at, to: at });
    const spans = [month('2000-01', 'approximately 12,345,678'), month('2009-12', 'words '.repeat(40))];
    expect(await overhangOf(drawChart(chart([{ name: 'A', years: [], spans }]), String))).toEqual(inside);
  });

  it('with numbers of any length beside the axis, and names of any length below it', async () => {
    for (const value of [1, 9_999, 12_345_678, 1e12]) {
      const years = [figure(2005, String(value), 'exact', value)];
      const names = [
        'A',
        'WWWW '.repeat(30),
        'Persons of an unknown age and sex '.repeat(6),
        '人口贩运'.repeat(30),
      ];
      const all = names.map((name) => ({ name, years, spans: [] }));
      const drawn = drawChart(chart(all), (number) => number.toLocaleString('en'));
      expect(await overhangOf(drawPicture({ ...chart(all), title: names[1]! }, names, String))).toEqual(
        inside,
      );
      expect({ value, by: await overhangOf(drawn) }).toEqual({ value, by: inside });
    }
  });

  it.each(reportLanguages())('with the longest names of indicators in the language %s', async (code) => {
    const language = await loadLanguage(code);
    const axes = indicators.map(({ code: indicator }) => nameAxis(indicator, language));
    const longest = axes.sort((a, b) => b.length - a.length).slice(0, 5);
    for (const axis of [...longest, longest.join(' ')]) {
      const one = [{ name: 'A', years: [figure(2005, '7', 'exact', 7)], spans: [] }];
      expect({ axis, by: await overhangOf(drawChart(chart(one, axis), String)) }).toEqual({
        axis,
        by: inside,
      });
    }
  });
});
