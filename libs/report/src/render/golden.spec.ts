/** The sample report in each format, as a whole: what is printed changes only where somebody means it to (`jest -u`). */
import { expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { drawChart, type ChartFigure } from '../chart/chart-svg.js';
import type { Report } from '../document/document.js';
import { sampleReport } from '../samples/sample-report.js';
import { arabicReport, chineseReport } from '../samples/sample-variants.js';
import { writeDocx } from './docx/write-docx.js';
import { writeHtml } from './html/write-html.js';
import { toJob } from './pdf/to-job.js';
import { toMarkdown } from './to-markdown.js';

/** One element a line, so that a difference is seen where it is. */
const inLines = (xml: string) => xml.replaceAll(/></g, '>\n<');

it('as Markdown', () => {
  expect(toMarkdown(sampleReport)).toMatchSnapshot();
  expect(toMarkdown(arabicReport)).toMatchSnapshot('in Arabic');
});

it('as a page', () => {
  const page = (report: Report, api?: string) => Buffer.from(writeHtml(report, { api })).toString('utf8');
  expect(inLines(page(sampleReport, 'https://example.org'))).toMatchSnapshot();
  expect(inLines(page(arabicReport))).toMatchSnapshot('in Arabic');
});

it.each([
  ['in English', sampleReport, /\.(xml|rels)$/],
  ['in Chinese', chineseReport, /word\/(document|numbering)\.xml$/],
  ['in Arabic', arabicReport, /(document|footnotes|settings|core|header)\.xml(\.rels)?$/],
])('as a .docx %s, part by part', async (_, report, wanted) => {
  const parts = unzipSync(await writeDocx(report));
  for (const [name, content] of Object.entries(parts))
    if (wanted.test(name)) expect(inLines(strFromU8(content))).toMatchSnapshot(name);
});

it('as what the program that makes the PDF is given', () => {
  expect(toJob(sampleReport, ['fonts'])).toMatchSnapshot();
  expect(toJob(arabicReport, [])).toMatchSnapshot('in Arabic');
});

it('with every kind of figure in a chart', () => {
  const figure = (value: number | null, qualifier: string): ChartFigure => ({
    ...{ value, qualifier, text: `${qualifier} ${value}` },
  });
  const series = {
    name: 'First',
    years: [
      { year: 2003, ...figure(5, 'exact') },
      { year: 2004, ...figure(7, 'exact') },
      { year: 2006, ...figure(40, 'approximately') },
      { year: 2007, ...figure(12, 'at-least') },
      { year: 2008, ...figure(5, 'fewer-than') },
      { year: 2009, ...figure(null, 'none-known') },
      { year: 2010, ...figure(0, 'exact') },
      { year: 2011, ...figure(0, 'fewer-than') },
    ],
    spans: [
      { from: '2003-02', to: '2005-11', ...figure(20, 'exact') },
      { from: '2001', to: '2002', ...figure(9, 'exact') },
      { from: null, to: '2002', ...figure(9, 'exact') },
    ],
  };
  const others = ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh'].map((name, i) => ({
    name,
    years: [2009, 2010].map((year) => ({ year, ...figure(10 * (i + 1), 'exact') })),
    spans: [],
  }));
  const chart = { title: 'Title & more', axis: 'Persons', alternative: 'In "words"', lang: 'en' };
  const draw = (...all: (typeof series)[]) => drawChart({ ...chart, series: all }, (n) => `n${n}`);
  expect(inLines(draw(series))).toMatchSnapshot('one series');
  expect(inLines(draw(series, ...others))).toMatchSnapshot('seven series');
  const long = { ...series, years: [1990, 2003].map((year) => ({ year, ...figure(1, 'exact') })), spans: [] };
  expect(inLines(draw(long))).toMatchSnapshot('many years');
});
