/** The name of a bookmark gives back what it was made of, also where a program has copied it, and no other name does. */
import { expect, it } from '@jest/globals';
import { bookmarkOf, readBookmark } from './bookmark-names.js';

it.each([
  [0, undefined, 'claim_0'],
  [12, 'table', 'table_12'],
  [999_999_999, 'chart', 'chart_999999999'],
] as const)('%s of %s is called %s, and so are its copies', (index, whole, name) => {
  expect(bookmarkOf(index, whole)).toBe(name);
  for (const copy of ['', '_Copy_1', ' Copy 2', 'Copy3', '_Copy_1_Copy_12'])
    expect(readBookmark(name + copy)).toEqual({ index, whole });
});

it.each([
  ...['_GoBack', 'claim_', 'claim_x', 'claim_0x', 'xclaim_0', 'claim0', 'figure_1', 'claim_1234567890'],
  ...['claim_0_Copy', 'claim_0_Copy_', 'claim_0__Copy_1', 'claim_0_copy_1', ''],
])('"%s" is a bookmark of somebody else', (name) => {
  expect(readBookmark(name)).toBeUndefined();
});
