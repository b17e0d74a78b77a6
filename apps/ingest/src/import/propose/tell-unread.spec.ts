/** What is told of the parts of a file that a proposed mapping does not read. */
import { expect, it } from '@jest/globals';
import { noteCells } from './column.js';
import type { Table } from './gather-table.js';
import { doubtOfNameless, doubtOfUnread, isAside, leftSheets } from './tell-unread.js';

const column = (name: string, ...cells: string[]) => {
  const made = noteCells(name);
  for (const cell of cells) made.add(cell, false);
  return made;
};
const table = (more: Partial<Table>) =>
  ({ sheets: ['Data'], otherSheets: [], nameless: 0, ...more }) as unknown as Table;

it('sheets with other columns are named, ten of them', () => {
  expect(leftSheets(table({}))).toEqual([]);
  expect(leftSheets(table({ otherSheets: ['Notes'] }))).toEqual([
    'Sheet "Notes" has other columns than "Data", and is not read. Where figures are there, read them by a mapping of their own.',
  ]);
  expect(leftSheets(table({ otherSheets: ['a', 'b'] }))).toEqual([
    'Sheets "a", "b" have other columns than "Data", and are not read. Where figures are there, read them by a mapping of their own.',
  ]);
  const many = Array.from({ length: 11 }, (_, i) => `s${i}`);
  expect(leftSheets(table({ otherSheets: many }))[0]).toMatch(/, "s9" have other columns/);
});

it('cells in columns without a name are counted', () => {
  expect(doubtOfNameless(table({}))).toEqual([]);
  const end = 'Where figures are there, give these columns a name in the file.';
  expect(doubtOfNameless(table({ nameless: 1 }))).toEqual([
    `1 cell stands in columns without a name, and is not read. ${end}`,
  ]);
  expect(doubtOfNameless(table({ nameless: 1200 }))).toEqual([
    `1,200 cells stand in columns without a name, and are not read. ${end}`,
  ]);
});

it('a column that may say what figures count is told, with its words, and others are not', () => {
  const who = column('Country', 'a', 'a', 'a', 'b', 'b', 'b');
  const year = column('Year', '1', '2', '3', '1', '2', '3');
  const tell = (name: string, ...cells: string[]) =>
    doubtOfUnread(column(name, ...cells), { who: [who], read: [who, year], counted: [0, 1, 2, 3, 4, 5] });
  const look =
    'If it says what the figures count, name it in "breakdown" with a dimension, or in "only" with the words to read.';
  expect(tell('Court', 'v', 'w', 'x', 'y', 'v', 'w')).toEqual([
    `"Court" ("v", "w", "x") is not read. ${look}`,
  ]);
  expect(tell('Court', 'v', 'v', 'v', 'v', 'v', 'v')).toEqual([`"Court" ("v") is not read. ${look}`]);
  // What follows from the respondent, or stands beside the figures.
  expect(tell('Region', 'r', 'r', 'r', 's', 's', 's')).toEqual([]);
  expect(tell('Source', 'v', 'w', 'x', 'y', 'v', 'w')).toEqual([]);
  const all = { who: [who], read: [who], counted: [0, 1, 2, 3, 4, 5] };
  const apart = (count: string) =>
    `"Source" ("v", "w") is not read, and ${count} from others by nothing else: their figures would stand side by side in one cell. Name it in "breakdown" with a dimension, or in "only" with the words to read.`;
  expect(doubtOfUnread(column('Source', 'v', 'w', 'v', 'v', 'v', 'v'), all)).toEqual([
    apart('1 row differs'),
  ]);
  expect(doubtOfUnread(column('Source', 'v', 'w', 'w', 'v', 'v', 'v'), all)).toEqual([
    apart('2 rows differ'),
  ]);
  expect([isAside(column('Notes')), isAside(column('Notes on it')), isAside(column('Court'))]).toEqual([
    ...[true, false, false],
  ]);
});
