/** Headings are numbered as their level is, however many there are. */
import { expect, it } from '@jest/globals';
import { toHeadingLabel } from './heading-label.js';

it.each([
  ['roman', [1, 3, 4, 5, 8, 9, 10, 14, 19, 39], 'I III IV V VIII IX X XIV XIX XXXIX'],
  ['letter', [1, 2, 26, 27, 28, 52, 53], 'A B Z AA AB AZ BA'],
  ['decimal', [1, 10], '1 10'],
  ['chinese', [1, 9, 10, 11, 19, 20, 23, 99], '一 九 十 十一 十九 二十 二十三 九十九'],
] as const)('%s', (numbers, places, labels) => {
  expect(places.map((n) => toHeadingLabel(n, { numbers, suffix: '' })).join(' ')).toBe(labels);
  expect(toHeadingLabel(1, { numbers, suffix: '.' })).toBe(`${labels.split(' ')[0]}.`);
});
