/** Numbers as letters write them, in every script and in words, and those that are none. */
import { describe, expect, it } from '@jest/globals';
import { findNumbers, hasNumber, readChineseNumeral, toPlainDigits } from './numbers.js';

const counts = (text: string) => findNumbers(text).flatMap(({ value, isDate }) => (isDate ? [] : [value]));

describe('digits', () => {
  it('are read with every separator of thousands, and never as parts of longer ones', () => {
    expect(counts('1,037 cases, 980.700 people, 25 500 posters, 3 800 soldiers, 12345')).toEqual([
      1037, 980700, 25500, 3800, 12345,
    ]);
    expect(hasNumber('in 2006 there were 16', 6)).toBe(false);
  });

  it('of other scripts are the same', () => {
    expect(toPlainDigits('٣٢ ۱۲ ३४')).toBe('32 12 34');
    expect(counts('تم التحقيق في ٣٢ قضية و١٬٠٣٧ ضحية')).toEqual([32, 1037]);
  });

  it('of years, months and days are no counts', () => {
    expect(counts('2007 年 6 月 15 日共援助了 315 名被害人')).toEqual([315]);
    expect(counts('自 2003 至 2006 年')).toEqual([]);
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['两', 2],
    ['十', 10],
    ['十六', 16],
    ['二十三', 23],
    ['一百零五', 105],
    ['三千八百', 3800],
    ['二〇〇七', 2007],
    ['一万二千', 12000],
    ['两亿', 200_000_000],
  ])('%s is %d', (numeral, value) => expect(readChineseNumeral(numeral)).toBe(value));

  it('stand for themselves, and after digits multiply them', () => {
    expect(counts('三种语文，3.8 万')).toContain(3);
    expect(counts('共 5 千人')).toEqual([5000]);
  });
});

describe('words', () => {
  it('are numbers in five languages', () => {
    expect(counts('six cases and twenty-three States')).toEqual([6, 23]);
    expect(counts('seize pays; dieciséis casos; шестнадцать дел; ثلاثة مشاريع')).toEqual([16, 16, 16, 3]);
  });
});
