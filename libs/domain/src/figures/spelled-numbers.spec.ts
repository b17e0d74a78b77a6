/** Numbers of several words, as each language puts them together. */
import { describe, expect, it } from '@jest/globals';
import { findNumbers, hasNumber } from './numbers.js';
import { findSpelledNumbers, spellingOf } from './spelled-numbers.js';
import { readWrittenCount } from './written-count.js';

const read = (code: string, text: string) =>
  findSpelledNumbers(text, spellingOf(code)).map(({ value }) => value);

describe('numbers of several words', () => {
  it.each([
    ['en', 'two hundred and six', 206],
    ['en', 'one thousand two hundred', 1200],
    ['fr', 'soixante-quatre', 64],
    ['fr', 'soixante et onze', 71],
    ['fr', 'quatre-vingt-dix-sept', 97],
    ['fr', 'cent quatre-vingts', 180],
    ['fr', 'vingt et une', 21],
    ['es', 'cuarenta y una', 41],
    ['es', 'mil doscientas', 1200],
    ['ru', 'двухсот сорока семи', 247],
    ['ru', 'шестьдесят двух', 62],
    ['ru', 'три тысячи', 3000],
    ['ar', 'ثلاثة وعشرون', 23],
    ['ar', 'مائة وثلاثون', 130],
    ['ar', 'ثلاثمائة وخمسة وأربعين', 345],
    ['ar', 'ثمانٍ', 8],
    ['ar', 'اثنا عشر', 12],
  ])('%s: %s', (code, text, value) => {
    expect(read(code, text)).toEqual([value]);
    // A quote that says it in words says the number of the figure.
    expect(hasNumber(text, value)).toBe(true);
  });

  it('are several where nothing joins them', () => {
    expect(read('en', 'twenty, thirty and forty')).toEqual([20, 30, 40]);
    expect(read('fr', 'deux et trois; dix et sept')).toEqual([2, 3, 10, 7]);
    expect(read('es', 'veinte y treinta; dos y tres')).toEqual([20, 30, 2, 3]);
    expect(read('ar', 'خمسة، عشرون')).toEqual([5, 20]);
  });

  it('are read in one place for a field, a quote and a letter', () => {
    expect(readWrittenCount('plus de quatre-vingt-dix')).toEqual({ value: 90, qualifier: 'at-least' });
    expect(readWrittenCount('cuarenta y una')).toEqual({ value: 41, qualifier: 'exact' });
    expect(findNumbers('six cases and two hundred and six victims').map(({ value }) => value)).toContain(206);
  });

  it('are read in time that grows as the text does: each word is looked at a few times at most', () => {
    let asked = 0;
    const counting = (length: number) => {
      asked = 0;
      const spelling = spellingOf('en');
      findSpelledNumbers('two hundred and '.repeat(length), {
        ...spelling,
        numberOf: (word) => {
          asked += 1;
          return spelling.numberOf(word);
        },
      });
      return asked;
    };
    expect(counting(4000)).toBe(4 * counting(1000));
  });
});
