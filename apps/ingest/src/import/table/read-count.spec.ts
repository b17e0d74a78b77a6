/** The count that a cell gives, with its qualifier; nothing where the text is not clear. */
import { describe, expect, it } from '@jest/globals';
import { makeCountReader } from './read-count.js';

const plain = makeCountReader([], new Map());
const grouped = makeCountReader(
  [',', '.', ' ', "'"],
  new Map([
    ['none', 'none-known'],
    ['', 'none-known'],
    ['..', 'none-known'],
    ['n/a', 'not-applicable'],
    ['…', 'not-available'],
    ['not in the questionnaire', 'not-asked'],
    ['*', 'withheld'],
    ['0 (c)', 'withheld'],
  ]),
);

describe('a count', () => {
  it.each([
    ['0', 0, 'exact'],
    ['1282', 1282, 'exact'],
    [' 7 ', 7, 'exact'],
    ['007', 7, 'exact'],
    ['<5', 5, 'fewer-than'],
    ['< 1', 1, 'fewer-than'],
    ['<=4', 5, 'fewer-than'],
    ['≤4', 5, 'fewer-than'],
    ['>4', 5, 'at-least'],
    ['>=5', 5, 'at-least'],
    ['≥5', 5, 'at-least'],
    ['~60', 60, 'approximately'],
    ['≈60', 60, 'approximately'],
    ['9007199254740991', 9007199254740991, 'exact'],
    ['٤٥', 45, 'exact'],
    ['<５', 5, 'fewer-than'],
  ])('written as %s is %s, %s', (cell, value, qualifier) => {
    expect(plain(cell)).toEqual({ value, qualifier });
    expect(grouped(cell)).toEqual({ value, qualifier });
  });

  it.each([
    ['1,282', 1282],
    ['1.282', 1282],
    ['12 345 678', 12345678],
    ['1\u00a0282', 1282],
    ['12\u202f345\u00a0678', 12345678],
    ["1'282", 1282],
    ['>3,800', 3801],
    ['١٬٢٨٢', 1282],
  ])('may have its thousands parted, as %s, where the mapping says so', (cell, value) => {
    expect(plain(cell)).toBeUndefined();
    expect(grouped(cell)).toMatchObject({ value });
  });

  it.each([
    ...['', '-5', '+5', '5.5', '1e3', '0x10', '5 to 6', '5-6', '<', '<0', '<>5', 'about 5', '5%', '½'],
    ...['9007199254740992', '>9007199254740991', '12,34', '1,2345', ',123', '1,,234', '1234,567', '0,5'],
  ])('is none where %j is written', (cell) => {
    expect(plain(cell)).toBeUndefined();
    if (cell !== '') expect(grouped(cell)).toBeUndefined();
  });

  it.each(['1,234.500', '1.234,500', '1 234.567', "1'234,500"])(
    'is none where two signs part it, as in %s: one of them may begin a fraction',
    (cell) => {
      expect(grouped(cell)).toBeUndefined();
    },
  );

  it('is not known where a word of the mapping says so, however it is written, and only there', () => {
    for (const cell of ['none', ' NONE ', '', '..'])
      expect(grouped(cell)).toEqual({ value: null, qualifier: 'none-known' });
    for (const cell of ['none', '', 'no']) expect(plain(cell)).toBeUndefined();
  });

  it.each([
    ['N/A', 'not-applicable'],
    [' … ', 'not-available'],
    ['Not in  the questionnaire', 'not-asked'],
    ['*', 'withheld'],
    ['0 (C)', 'withheld'],
  ])(
    'is missing for the reason that the mapping gives the word %j, which is never zero',
    (cell, qualifier) => {
      expect(grouped(cell)).toEqual({ value: null, qualifier });
      expect(plain(cell)).toBeUndefined();
    },
  );

  it('stays a count, with its bounds, where the source hides a small one', () => {
    expect(grouped('<5')).toEqual({ value: 5, qualifier: 'fewer-than' });
    expect(grouped('0')).toEqual({ value: 0, qualifier: 'exact' });
  });
});
