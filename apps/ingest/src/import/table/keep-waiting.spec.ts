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
});
