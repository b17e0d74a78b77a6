/** Lines of a PDF page and the places of their words, also in Arabic, whose pieces stand from right to left. */
import { expect, it } from '@jest/globals';
import type { PageViewport } from 'pdfjs-dist';
import { toPdfLines } from './pdf-lines.js';

/** A page of 100 by 200 points. */
const page = {
  width: 100,
  height: 200,
  convertToViewportPoint: (x: number, y: number) => [x, 200 - y],
} as unknown as PageViewport;

const piece = (str: string, x: number, width: number, dir = 'ltr') => ({
  ...{ str, dir, width, height: 10, transform: [10, 0, 0, 10, x, 100] },
});

it('words of one piece share its width by their letters', () => {
  const [line] = toPdfLines([piece('six people', 10, 50)], page);
  expect(line!.text).toBe('six people');
  const shown = line!.words!.map(({ text, box }) => [text, ...box.map((part) => Math.round(part * 1000))]);
  expect(shown).toEqual([
    ['six', 100, 450, 250, 513],
    ['people', 300, 450, 600, 513],
  ]);
});

it('words of Arabic stand from right to left, with a space where there is a gap before a figure', () => {
  const [line] = toPdfLines(
    [piece('عام كذا', 50, 35, 'rtl'), piece('2006', 26, 20), piece('.', 23, 3, 'rtl')],
    page,
  );
  expect(line!.text).toBe('عام كذا 2006.');
  const lefts = line!.words!.map(({ text, box }) => [text, Math.round(box[0] * 100)]);
  expect(lefts).toEqual([
    ['عام', 70],
    ['كذا', 50],
    ['2006', 26],
    ['.', 23],
  ]);
});

it('lam and alef, which come in the wrong order, are put right after an alef', () => {
  const text = (str: string) => toPdfLines([piece(str, 50, 35, 'rtl')], page)[0]!.text;
  expect(text('األردنية باألشخاص االتجار')).toBe('الأردنية بالأشخاص الاتجار');
  expect(text('المال والأمن')).toBe('المال والأمن');
});
