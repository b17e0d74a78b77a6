/** The forms that a JSON-stat may have, what is said of one that has none of them, and its bounds. */
import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from './limits.js';
import { readFileRows } from './read-file-for-tests.js';
import { openSpreadsheet } from './spreadsheet.js';

const category = (index: unknown, label?: unknown) => ({ category: { index, label } });
const dataset = {
  class: 'dataset',
  id: ['a'],
  size: [2],
  dimension: { a: category(['x', 'y']) } as Record<string, unknown>,
  value: [1, 2] as unknown,
};
const write = (changes: object = {}) => JSON.stringify({ ...dataset, ...changes });
const cellsOf = async (changes: object) =>
  (await readFileRows(write(changes))).map(({ row, cells }) => [row, ...cells]);
const faulty = (what: string) => ({
  name: 'UnreadableFile',
  code: 'not-a-spreadsheet',
  message: `The file is JSON but no JSON-stat 2.0 dataset: ${what}.`,
});

describe('the categories of a dimension', () => {
  it('have a column of labels where one of them says something else than its code', async () => {
    const header = async (label: object) =>
      (await cellsOf({ dimension: { a: category(['x', 'y'], label) } }))[0];
    expect(await header({ x: 'X' })).toEqual([1, 'a', 'a label', 'value', 'status']);
    expect(await header({ x: 'x', y: '' })).toEqual([1, 'a', 'value', 'status']);
    expect(await header({ other: 'X' })).toEqual([1, 'a', 'value', 'status']);
  });

  it('may be one that only a label names, and are in the order of their places', async () => {
    expect(
      await cellsOf({ size: [1], value: [1], dimension: { a: { category: { label: { x: 'X' } } } } }),
    ).toEqual([
      [1, 'a', 'a label', 'value', 'status'],
      [2, 'x', 'X', '1', ''],
    ]);
    expect(await cellsOf({ dimension: { a: category({ x: 1, y: 0 }, { x: 'X' }) } })).toEqual([
      [1, 'a', 'a label', 'value', 'status'],
      [2, 'y', '', '1', ''],
      [3, 'x', 'X', '2', ''],
    ]);
  });

  it.each<[object, string]>([
    [
      { dimension: { a: { category: { label: { 10: 'X', 2: 'Y' } } } } },
      'dimension "a" has more than one category, and no "index"',
    ],
    [
      { size: [1], dimension: { a: { category: { label: { x: 'X', y: 'Y' } } } } },
      'dimension "a" has not the 1 categories that "size" says',
    ],
    [
      { dimension: { a: category(['x', 'y', 'z']) } },
      'dimension "a" has not the 2 categories that "size" says',
    ],
    [
      { dimension: { a: category({ x: 0, y: 2 }) } },
      'dimension "a" has not the 2 categories that "size" says',
    ],
    [{ dimension: {} }, 'there is no dimension "a"'],
    [{ dimension: { a: { category: {} } } }, '"dimension.a.category": needs "index" or "label"'],
    [{ id: ['a', 'b'] }, '"id" and "size" differ in length'],
    [{ id: ['a', 'a'], size: [2, 2] }, '"id" has a dimension twice'],
    [{ class: 'x' }, '"class": it is no dataset'],
    [{ value: 'x' }, '"value": is no list of figures'],
    [{ value: null }, '"value": is no list of figures'],
    [{ value: [{}] }, '"value": is no list of figures'],
    [{ status: [1] }, '"status": Invalid input'],
    [{ value: [1, 2, 3] }, 'it has 3 values for 2 places'],
    [{ value: { 2: 1 } }, 'there is no place 2'],
    [{ value: { '1.5': 1 } }, '"1.5" is no place of a figure'],
    [{ value: { x1: 1 } }, '"x1" is no place of a figure'],
    [{ value: { 0: 1 }, status: { '01': 'a' } }, '"01" is no place of a figure'],
  ])('and what else is wrong are told: %j', async (changes, what) => {
    await expect(readFileRows(write(changes))).rejects.toMatchObject(faulty(what));
  });

  it.each([
    ['id', [[], ['']]],
    ['size', [[], [0], [1.5], [limits.rows + 1]]],
  ])('have %s within bounds', async (name, faults) => {
    for (const fault of faults)
      await expect(readFileRows(write({ [name]: fault }))).rejects.toThrow(
        new RegExp(`no JSON-stat 2\\.0 dataset: "${name}`),
      );
  });

  it('is no object that is a list, nor one without a class', async () => {
    await expect(readFileRows('{"a":1}')).rejects.toMatchObject(faulty('"class": it is no dataset'));
    await expect(readFileRows('{"a":')).rejects.toMatchObject({
      message: expect.stringMatching(/^The file is JSON but no JSON-stat 2\.0 dataset: Unexpected end/),
    });
  });
});

describe('the figures of a JSON-stat', () => {
  it('are texts or numbers, and no counts where a number is none', async () => {
    const rows = await readFileRows(write({ value: [1.5, '7'] }));
    expect(rows.slice(1)).toEqual([
      { row: 2, cells: ['x', '1.5', ''], noCounts: new Set([1]) },
      { row: 3, cells: ['y', '7', ''] },
    ]);
  });

  it('are those at whose place the file says anything', async () => {
    expect((await cellsOf({ value: [null, 0] })).slice(1)).toEqual([[3, 'y', '0', '']]);
    expect((await cellsOf({ value: [], status: { 1: 'M' } })).slice(1)).toEqual([]);
    expect((await cellsOf({ value: {}, status: { 1: 'M' } })).slice(1)).toEqual([[3, 'y', '', 'M']]);
    expect((await cellsOf({ value: [null, 1], status: ['M', null] })).slice(1)).toEqual([
      [2, 'x', '', 'M'],
      [3, 'y', '1', ''],
    ]);
    expect((await cellsOf({ value: { 1: 7 }, status: ['M'] })).slice(1)).toEqual([[3, 'y', '7', '']]);
    expect((await cellsOf({ value: [null, 1], status: 'E' })).slice(1)).toEqual([[3, 'y', '1', 'E']]);
    expect((await cellsOf({ value: { 1: 2, 0: 1 } })).slice(1)).toEqual([
      [2, 'x', '1', ''],
      [3, 'y', '2', ''],
    ]);
  });

  it('have their rows by their places, the last dimension changing fastest', async () => {
    const changes = {
      id: ['a', 'b'],
      size: [2, 3],
      dimension: { a: category(['x', 'y']), b: category(['1', '2', '3']) },
      value: [10, 11, 12, 13, 14, 15],
    };
    expect((await cellsOf(changes)).slice(1)).toEqual([
      ...['x', 'y'].flatMap((a, i) =>
        ['1', '2', '3'].map((b, j) => [2 + 3 * i + j, a, b, `${10 + 3 * i + j}`, '']),
      ),
    ]);
  });

  it('have cells as long as those of a sheet, and what is above is still seen', async () => {
    const long = 'x'.repeat(limits.cell);
    const rows = await readFileRows(write({ value: [long, `${long}yz`] }));
    expect(rows.slice(1).map(({ cells }) => cells[1])).toEqual([long, `${long}y`]);
  });

  it('may be far apart, but have numbers that a row may have', async () => {
    const wide = (n: number) => ({
      id: ['a', 'b'],
      size: [n, n],
      dimension: Object.fromEntries(
        ['a', 'b'].map((id) => [id, category(Array.from({ length: n }, (_, i) => `c${i}`))]),
      ),
    });
    // 46,341² places are more than a row may have as its number.
    const last = 2 ** 31 - 3;
    const read = await readFileRows(write({ ...wide(46_341), value: { [last]: 1 } }));
    expect(read.at(-1)).toMatchObject({ row: 2 ** 31 - 1 });
    await expect(readFileRows(write({ ...wide(46_341), value: { [last + 1]: 1 } }))).rejects.toMatchObject(
      faulty(`there is no place ${last + 1}`),
    );
  });

  it('are given a thousand rows at a time, the header among them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-json-stat-'));
    try {
      const codes = Array.from({ length: 2500 }, (_, i) => `c${i}`);
      const content = write({
        size: [2500],
        dimension: { a: category(codes) },
        value: codes.map((_, i) => i),
      });
      await writeFile(join(folder, 'file'), content);
      const spreadsheet = await openSpreadsheet(join(folder, 'file'));
      const found: number[] = [];
      for await (const batch of spreadsheet.rows('json-stat')) found.push(batch.length);
      await spreadsheet.close();
      expect([spreadsheet.sheets, found]).toEqual([['json-stat'], [1000, 1000, 501]]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are no more than a sheet has, nor more text', async () => {
    const tooLarge = {
      ...{ name: 'UnreadableFile', code: 'too-large' },
      message: `The dataset has more than ${limits.rows} figures, or too long texts.`,
    };
    const codes = (count: number) => category(Array.from({ length: count }, (_, i) => `${i}`));
    const many = { id: ['a', 'b'], size: [1025, 1024], dimension: { a: codes(1025), b: codes(1024) } };
    const value = Array<number>(1025 * 1024).fill(1);
    await expect(readFileRows(write({ ...many, value }))).rejects.toMatchObject(tooLarge);
    // The label counts for each of its rows.
    const label = { x: 'y'.repeat(limits.cell) };
    const long = {
      id: ['a', 'b'],
      size: [1, 33_000],
      dimension: { a: category(['x'], label), b: codes(33_000) },
    };
    await expect(readFileRows(write({ ...long, value: value.slice(0, 33_000) }))).rejects.toMatchObject(
      tooLarge,
    );
    expect(await readFileRows(write({ ...long, value: value.slice(0, 32_000) }))).toHaveLength(32_001);
  }, 60_000);

  it('are in a file that is not too large, of the encoding that its begin says', async () => {
    const large = Buffer.alloc(limits.jsonBytes + 1, 32);
    large.write('{"a":1}');
    await expect(readFileRows(large)).rejects.toMatchObject({
      code: 'too-large',
      message: `The JSON is ${limits.jsonBytes + 1} bytes long; ${limits.jsonBytes} are read. Save it as .csv.`,
    });
    await expect(readFileRows(large.subarray(0, -1))).rejects.toMatchObject(
      faulty('"class": it is no dataset'),
    );
    const odd = Buffer.concat([Buffer.from(`\ufeff${write()}`, 'utf16le'), Buffer.from([0])]);
    await expect(readFileRows(odd)).rejects.toMatchObject({
      code: 'bad-encoding',
      message: 'The file is not UTF-16LE.',
    });
  });
});
