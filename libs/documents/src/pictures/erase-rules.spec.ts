/** The lines of a table go, and nothing else: an OCR reads the figures between them. */
import { expect, it } from '@jest/globals';
import { eraseRules, type Grey } from './erase-rules.js';

const [width, height] = [1000, 1400];
const paper = (): Grey & { readonly data: Uint8Array } => ({
  data: new Uint8Array(width * height).fill(255),
  width,
  height,
});

/** Blackens a rectangle. */
const fill = ({ data }: Grey, left: number, top: number, wide: number, high: number) => {
  for (let y = top; y < top + high; y += 1) data.fill(0, y * width + left, y * width + left + wide);
};

const blackOf = ({ data }: Grey) => data.reduce((sum, one) => sum + (one < 160 ? 1 : 0), 0);

it('lines across and down go, a letter that touches one stays', () => {
  const page = paper();
  fill(page, 100, 200, 600, 3);
  fill(page, 100, 200, 3, 300);
  const lines = blackOf(page);
  fill(page, 300, 203, 12, 20);
  expect(eraseRules(page)).toBe(6);
  // What touches the line loses no more than its edge.
  expect(blackOf(page)).toBeGreaterThan(12 * 18);
  expect(blackOf(page)).toBeLessThan(lines);
});

it('letters, dashes and a dark ground stay as they are', () => {
  const page = paper();
  fill(page, 100, 100, 40, 4);
  fill(page, 100, 200, 8, 40);
  fill(page, 100, 400, 600, 60);
  // Of a very large letter.
  fill(page, 100, 600, 8, 200);
  const before = page.data.slice();
  expect(eraseRules(page)).toBe(0);
  expect(page.data).toEqual(before);
});
