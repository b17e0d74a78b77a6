/** How many refused rows are kept, how long, and how many fit into an answer: each limit where it begins. */
import { describe, expect, it } from '@jest/globals';
import { listFirst, makeRefusedRows, shorten, sizeOf, type RefusedRow } from './keep-refused.js';

const row = (n: number, ...cells: string[]): RefusedRow => ({ row: n, reason: 'why', cells });

describe('the cells of a refused row', () => {
  it('take two bytes for each character, and three for what is around it', () => {
    expect([sizeOf([]), sizeOf(['']), sizeOf(['ab', 'c'])]).toEqual([0, 3, 12]);
  });

  it('are 500 characters long, and together as long as a row may be', () => {
    expect(shorten(['x'.repeat(500), 'y'.repeat(501)])).toEqual(['x'.repeat(500), `${'y'.repeat(499)}…`]);
    const full = Array<string>(16).fill('x'.repeat(500));
    const last = (characters: number) => [...full, '', 'y'.repeat(characters)];
    const fits = (16 * 1024 - sizeOf(last(0))) / 2;
    const whole = last(Math.floor(fits));
    expect(shorten(whole)).toEqual(whole);
    expect(shorten([...whole, 'z'])).toEqual([...whole, '…']);
    expect(shorten(last(Math.floor(fits) + 1))).toEqual([...full, '', '…']);
  });
});

describe('the refused rows that are kept', () => {
  it('are counted apart from those that wait, and stand in the order of the file', () => {
    const refused = makeRefusedRows();
    refused.add(row(2, 'a'));
    refused.addWaiting(row(3, 'b'));
    refused.add(row(4, 'c'));
    expect([refused.count, refused.rows]).toEqual([2, [row(2, 'a'), row(3, 'b'), row(4, 'c')]]);
  });

  it('have their cells until all together take the room, and are a hundred thousand at most', () => {
    const refused = makeRefusedRows();
    // Rows of 16 KiB, of which 1,024 take the room.
    const cells = [...Array<string>(16).fill('x'.repeat(500)), 'y'.repeat(162), ''];
    expect(sizeOf(cells)).toBe(16 * 1024 - 6);
    const exact = [...cells.slice(0, -1), 'z'.repeat(3)];
    expect(sizeOf(exact)).toBe(16 * 1024);
    for (let n = 0; n < 1024; n += 1) refused.add(row(n, ...exact));
    refused.add(row(1024, 'a'));
    expect(refused.rows.at(-2)).toEqual(row(1023, ...exact));
    expect(refused.rows.at(-1)).toEqual(row(1024));
    for (let n = 1025; n < 100_001; n += 1) refused.add(row(n));
    expect([refused.count, refused.rows.length, refused.rows.at(-1)!.row]).toEqual([
      100_001, 100_000, 99_999,
    ]);
  });

  it('have their cells while any room is left', () => {
    const refused = makeRefusedRows();
    const cells = [...Array<string>(16).fill('x'.repeat(500)), 'y'.repeat(162), ''];
    for (let n = 0; n < 1024; n += 1) refused.add(row(n, ...cells));
    refused.add(row(1024, 'a'));
    expect(refused.rows.at(-1)).toEqual(row(1024, 'a'));
  });
});

describe('the first refused rows in an answer', () => {
  it('are as many as fit, each with a sign that parts it from the next', () => {
    const rows = [row(2, 'é'), row(3, 'b')];
    const bytes = Buffer.byteLength(JSON.stringify(rows)) - 2;
    expect(listFirst(rows, bytes + 1)).toEqual(rows);
    expect(listFirst(rows, bytes)).toEqual(rows.slice(0, 1));
    expect(listFirst(rows, 0)).toEqual([]);
    // A row that would fit after one that does not is not told in its place.
    expect(listFirst([row(2, 'x'.repeat(1000)), row(3)], 500)).toEqual([]);
  });

  it('are a thousand at most', () => {
    const rows = Array.from({ length: 1001 }, (_, n) => row(n));
    expect(listFirst(rows, 1e6)).toEqual(rows.slice(0, 1000));
  });
});
