/** A picture that stands alone: all its texts are in it, inside its frame, whatever they are. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { drawPicture } from './chart-picture.js';

const chart = (title: string) => ({
  title,
  axis: 'Persons',
  alternative: 'In words',
  lang: 'en',
  series: [{ name: 'A', years: [{ year: 2005, value: 7, qualifier: 'exact', text: '7' }], spans: [] }],
});
const read = (svg: string) => {
  const [, width, height] = /^<svg[^>]* width="(\d+)"[^>]* height="([\d.]+)"/.exec(svg)!;
  const texts = [...svg.matchAll(/<text x="12" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)].map(
    ([, y, size, text]) => ({ y: Number(y), size: Number(size), text: text! }),
  );
  return { width: Number(width), height: Number(height), texts };
};

describe('a picture', () => {
  it('keeps every word of title and foot, in lines inside its frame, for any text', () => {
    const text = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (title, foot) => {
        const svg = drawPicture(chart(title), foot, String);
        new SaxesParser().write(svg).close();
        const { height, texts } = read(svg);
        for (const one of texts) expect(one.y).toBeLessThan(height);
        expect(new Set(texts.map(({ y }) => y)).size).toBe(texts.length);
      }),
    );
  });

  it('begins lines of Arabic at the right', () => {
    const svg = drawPicture(chart('الأشخاص المدانون – رومانيا'), ['المصدر: 3', 'Source: 3'], String);
    const [, width] = /^<svg[^>]* width="(\d+)"/.exec(svg)!;
    const rights = svg.match(new RegExp(`<text x="${Number(width) - 12}" text-anchor="end"`, 'g'));
    expect([rights?.length, read(svg).texts.map(({ text }) => text)]).toEqual([2, ['Source: 3']]);
  });

  it('breaks after words, in Chinese anywhere, and in an address after its signs', () => {
    const title = 'Persons prosecuted for trafficking in persons '.repeat(4).trim();
    const address = `/v1/charts/trend.svg?indicator=persons-prosecuted&respondent=${'SV,'.repeat(60)}GR&at=5`;
    const chinese = '人口贩运'.repeat(40);
    const { texts } = read(drawPicture(chart(title), [address, chinese], String));
    const of = (size: number) => texts.filter((one) => one.size === size).map((one) => one.text);
    expect(of(13).join(' ')).toBe(title);
    expect(of(13).length).toBeGreaterThan(2);
    expect(of(9).join('').replaceAll('&amp;', '&')).toBe(address + chinese);
    for (const line of of(9).filter((one) => one.startsWith('人')))
      expect(line.length).toBeLessThanOrEqual(50);
    expect(of(9).some((line) => line.endsWith(','))).toBe(true);
  });

  it('moves the chart down by the lines of its title', () => {
    const at = (title: string) =>
      Number(/translate\(0 (\d+)\)/.exec(drawPicture(chart(title), [], String))![1]);
    expect(at('word '.repeat(60)) - at('word')).toBe(
      17 * (read(drawPicture(chart('word '.repeat(60)), [], String)).texts.length - 1),
    );
  });
});
