/** The words that rows wait for: each once, with some rows, never more than can be kept. */
import { describe, expect, it } from '@jest/globals';
import { makeWaitingRows, waitingLimits } from './keep-waiting.js';
import type { UnknownWord } from './find-word.js';

const word = (dimension: string, written: string): UnknownWord => ({
  ...{ dimension, word: written, column: dimension, reason: 'why' },
});
const known = { respondent: 'SV', indicator: 'persons-convicted', period: '2019', breakdown: {} };
const row = (n: number, ...cells: string[]) => ({ row: n, cells });

describe('the words that rows wait for', () => {
  it('are each one, however they are written, with their rows and the first three of these', () => {
    const waiting = makeWaitingRows();
    for (let n = 2; n < 7; n += 1)
      waiting.add(row(n, 'a'), [word('sex', n % 2 ? 'Mujer' : ' MUJER ')], known);
    waiting.add(row(9, 'b'), [word('sex', 'mujer'), word('age', 'mujer'), word('sex', 'MUJER')], known);
    expect(waiting.count).toBe(6);
    expect(waiting.words).toMatchObject([
      { dimension: 'sex', word: ' MUJER ', rows: 6, samples: [{ row: 2 }, { row: 3 }, { row: 4 }] },
      { dimension: 'age', word: 'mujer', rows: 1, samples: [{ row: 9, cells: ['b'] }] },
    ]);
  });

  it('are no more than can be kept: the others are counted, and so are their rows', () => {
    const waiting = makeWaitingRows();
    const long = 'x'.repeat(500);
    for (let n = 0; n < 100_000; n += 1) waiting.add(row(n, long, long), [word('sex', `w${n}`)], known);
    waiting.add(row(1, 'a'), [word('sex', 'w1')], known);
    expect([waiting.count, waiting.words.length, waiting.notKept]).toEqual([
      100_001,
      waitingLimits.words,
      100_000 - waitingLimits.words,
    ]);
    const bytes = waiting.words.reduce((sum, { samples }) => sum + JSON.stringify(samples).length, 0);
    expect(bytes).toBeLessThan(waitingLimits.bytes + 20_000);
  });
});

describe('a word that rows wait for', () => {
  it('has the column and the hint of its first row, or none, and is looked at by all', () => {
    const waiting = makeWaitingRows();
    waiting.add(row(2, 'a'), [{ ...word('sex', 'x'), column: 'Sex', hint: 'female' }], known);
    waiting.add(
      row(3, 'b'),
      [{ ...word('sex', 'X'), column: 'Gender', hint: 'male' }, word('age', 'y')],
      known,
    );
    expect(waiting.words).toEqual([
      {
        ...{ dimension: 'sex', word: 'x', column: 'Sex', hint: 'female', rows: 2 },
        samples: [row(2, 'a'), row(3, 'b')],
      },
      { dimension: 'age', word: 'y', column: 'age', hint: null, rows: 1, samples: [row(3, 'b')] },
    ]);
    expect([waiting.count, waiting.notKept]).toEqual([2, 0]);
  });

  it('is shown with rows while all of them together leave room', () => {
    const waiting = makeWaitingRows();
    // 16 KiB each, so that 1,024 of them take the room.
    const cells = [...Array<string>(16).fill('x'.repeat(500)), 'y'.repeat(162), 'z'.repeat(3)];
    for (let n = 0; n < 1024; n += 1) waiting.add(row(n, ...cells), [word('sex', `w${n}`)], known);
    waiting.add(row(1024, 'a'), [word('sex', 'w1024')], known);
    expect(waiting.words.map(({ samples }) => samples.length)).toEqual([...Array<number>(1024).fill(1), 0]);
  });

  it('is counted for its row where there are more words than are kept', () => {
    const waiting = makeWaitingRows();
    for (let n = 0; n < waitingLimits.words; n += 1) waiting.add(row(n), [word('sex', `w${n}`)], known);
    waiting.add(row(1), [word('sex', 'w0'), word('sex', 'one more'), word('age', 'another')], known);
    expect([waiting.words.length, waiting.words[0]!.rows, waiting.notKept]).toEqual([
      waitingLimits.words,
      2,
      1,
    ]);
  });
});

describe('a figure of the publication before', () => {
  const figure = { respondent: 'SV', indicator: 'persons-convicted', period: '2019' };
  it('may be one of a row that waits where what the row says for certain fits', () => {
    const waiting = makeWaitingRows();
    waiting.add(row(2), [word('citizenship', 'Nigerin')], { ...known, breakdown: { sex: 'female' } });
    const may = (breakdown: Record<string, string>, more = {}) =>
      waiting.mayBe({ ...figure, breakdown, ...more });
    expect(may({ sex: 'female', citizenship: 'ng' })).toBe(true);
    expect(may({ sex: 'female' })).toBe(true);
    expect(may({ sex: 'male', citizenship: 'ng' })).toBe(false);
    expect(may({ sex: 'female', age: 'child' })).toBe(false);
    expect(may({ sex: 'female' }, { period: '2020' })).toBe(false);
    expect(may({ sex: 'female' }, { respondent: 'AT' })).toBe(false);
  });

  it('may be anybody’s where the respondent is what the row waits for', () => {
    const waiting = makeWaitingRows();
    waiting.add(row(2), [word('respondent', 'Austira')], { ...known, respondent: undefined });
    expect(waiting.mayBe({ ...figure, respondent: 'AT', breakdown: {} })).toBe(true);
    expect(waiting.mayBe({ ...figure, indicator: 'persons-arrested', breakdown: {} })).toBe(false);
  });

  it('may be one of a row whose indicator, kind of breakdown or dimension is what it waits for', () => {
    const may = (open: string, breakdown: Record<string, string>, more: object = {}) => {
      const waiting = makeWaitingRows();
      waiting.add(row(2), [word(open, 'x')], { ...known, breakdown: { sex: 'female' }, ...more });
      return waiting.mayBe({ ...figure, breakdown });
    };
    expect(may('indicator', { sex: 'female' }, { indicator: undefined })).toBe(true);
    expect(may('indicator', { sex: 'female', age: 'child' }, { indicator: undefined })).toBe(false);
    expect(may('kind-of-breakdown', { sex: 'female', age: 'child' })).toBe(true);
    expect(may('kind-of-breakdown', { sex: 'male', age: 'child' })).toBe(false);
    expect(may('age', { sex: 'female', age: 'child' })).toBe(true);
    expect(may('age', { age: 'child' })).toBe(false);
    expect(may('citizenship', { sex: 'female', age: 'child' })).toBe(false);
  });

  it('may be one of several rows, each with what it says itself', () => {
    const waiting = makeWaitingRows();
    waiting.add(row(2), [word('age', 'x')], { ...known, breakdown: { sex: 'female' } });
    waiting.add(row(3), [word('citizenship', 'y')], { ...known, breakdown: { sex: 'male' } });
    waiting.add(row(4), [word('break', 'z')], { ...known, period: '2020', breakdown: {} });
    const may = (breakdown: Record<string, string>, period = '2019') =>
      waiting.mayBe({ ...figure, breakdown, period });
    expect([may({ sex: 'female', age: 'child' }), may({ sex: 'male', age: 'child' })]).toEqual([true, false]);
    expect([may({ sex: 'male', citizenship: 'ng' }), may({}, '2020'), may({})]).toEqual([true, true, false]);
  });

  it('may be any one where rows say more different things than are kept, and not before', () => {
    const waiting = makeWaitingRows();
    const add = (n: number) =>
      waiting.add(row(n), [word('sex', 'x')], { ...known, breakdown: { citizenship: `c${n}` } });
    for (let n = 0; n < waitingLimits.parts - 1; n += 1) add(n);
    // What was said before is kept already.
    for (let n = 0; n < 5; n += 1) add(n);
    const other = { ...figure, respondent: 'AT', breakdown: {} };
    expect(waiting.mayBe(other)).toBe(false);
    add(waitingLimits.parts);
    expect(waiting.mayBe(other)).toBe(true);
    add(waitingLimits.parts + 1);
    expect([waiting.mayBe(other), waiting.count]).toEqual([true, waitingLimits.parts + 6]);
  });
});
