/** From lines to numbered paragraphs, headings and footnotes. */
import { describe, expect, it } from '@jest/globals';
import { guessLanguage } from '../guess-language.js';
import { assembleText } from './assemble.js';

const read = (text: string) => {
  const { blocks, text: whole } = assembleText(
    text.split('\n').map((line) => ({ text: line })),
    null,
  );
  return blocks.map(({ kind, number, start, end }) => [kind, number, whole.slice(start, end)]);
};

describe('a text', () => {
  it('is parted at rising numbers, and its lines are joined', () => {
    expect(read('1. Dear Sir,\nwe have\n\n2. six cases.\n')).toEqual([
      ['text', 1, '1. Dear Sir, we have'],
      ['text', 2, '2. six cases.'],
    ]);
  });

  it('of Chinese is joined without spaces, and its headings stand apart', () => {
    expect(read(' 一. 导言 \n1. 经济及社会\n\n理事会。\n\n二. 结果\n2. 答复：\n白俄罗斯。')).toEqual([
      ['text', null, '一. 导言'],
      ['text', 1, '1. 经济及社会理事会。'],
      ['heading', null, '二. 结果'],
      ['text', 2, '2. 答复：白俄罗斯。'],
    ]);
  });

  it.each([['14. A.'], ['14) A.'], ['§ 14 A.'], ['١٤. أ'], ['１４． 甲']])('%s has the number 14', (line) => {
    expect(read(line)[0]![1]).toBe(14);
  });

  it('numbered by Chinese numerals alone is numbered', () => {
    expect(read('一、甲。\n二、乙。').map(([, number]) => number)).toEqual([1, 2]);
  });

  it('keeps footnotes apart from the paragraph that goes on after them', () => {
    expect(read('1. It was\n_______________\n 1 A source.\n so.\n2. Next.')).toEqual([
      ['text', 1, '1. It was'],
      ['footnote', null, '1 A source.'],
      ['text', null, 'so.'],
      ['text', 2, '2. Next.'],
    ]);
  });

  it('of a scan that has lost the dot of a number is parted there, where a paragraph begins and it is the next', () => {
    const scanned = (begins: boolean, ...lines: string[]) =>
      assembleText(
        lines.map((text) => ({ text, begins })),
        'en',
      ).blocks.map(({ number }) => number);
    expect(scanned(false, '1. It was so.', '2 Six came', '3 of them in May.')).toEqual([1, 2]);
    expect(scanned(true, '1. It was so', '2 Six came.')).toEqual([1, 2]);
    expect(scanned(true, '1. It was so.', '6 came.')).toEqual([1]);
    expect(scanned(true, '1 It was so.', '2. Six came.')).toEqual([1, 2]);
    expect(read('1. It was so.\n2 Six came.').length).toBe(1);
  });

  it('keeps apart the lines that stand apart, and the cells of a row', () => {
    const long = 'The police of the Republic opened inquiries into eighteen cases in all, of which';
    expect(read(`${long}\nfour concerned labour.\n(a) ${long}\nsix.\n\nYear\t2005\nCases   41\n`)).toEqual([
      ['text', null, `${long} four concerned labour.\n(a) ${long} six.`],
      ['text', null, 'Year\t2005\nCases\t41'],
    ]);
    expect(read('1. 问题\t2005年\t2006年\n立案\t53\t61')[0]![2]).toBe(
      '1. 问题\t2005年\t2006年\n立案\t53\t61',
    );
  });

  it('without numbers is parted where an empty line ends a sentence or a table; with them, at these alone', () => {
    expect(read('It was\n\nso.\n\nYear\t2005\n\nCases\t41\n\nMore.').map(([, , said]) => said)).toEqual([
      ...['It was so.', 'Year\t2005\nCases\t41', 'More.'],
    ]);
    expect(read('1. It was.\n\nSo.\n2. More.').map(([, , said]) => said)).toEqual([
      ...['1. It was.\nSo.', '2. More.'],
    ]);
  });

  it('does not take a number in a sentence for that of a paragraph', () => {
    expect(read('1. In the year\n2007. Many came.').length).toBe(1);
  });
});

it.each([
  ['The text of the letter and of the annex, in the form that was sent to the office.', 'en'],
  ['经济及社会理事会', 'zh'],
  ['تم التحقيق في القضايا', 'ar'],
  ['Министерство внутренних дел', 'ru'],
  ['???', null],
])('%s is in %s', (text, language) => expect(guessLanguage(text)).toBe(language));
