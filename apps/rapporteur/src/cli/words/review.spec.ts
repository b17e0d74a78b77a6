/** The keys of a review: each decides one word, the last can be taken back, and nothing else happens. */
import { describe, expect, it } from '@jest/globals';
import type { WordItem } from '@rapporteur/contract';
import { makeReview } from './review.js';
import { showWord } from './show-word.js';

const item = (word: string, ...codes: string[]): WordItem => ({
  ...{ dimension: 'citizenship', word, column: 'Category', rows: 3, decision: null },
  samples: [{ round: '2023', row: 7, cells: ['AT', 'a\u001b[31mb', ''] }],
  proposals: codes.map((code) => ({ code, name: code.toUpperCase(), reason: `near to ${code}` })),
});
const words = [item('Nigerin', 'ne', 'ng'), item('0'), item('TOTAL'), item('Boliviana', 'bo')];
const check = ({ code }: { code: string | null }) => (code === 'zz' ? '"zz" is no code' : undefined);
const press = (keys: string, all = words) => {
  const review = makeReview(all, check);
  for (const key of keys) review.press(key);
  return review;
};
const short = (keys: string) =>
  press(keys).said.map(({ word, decision, code }) => `${word} ${code ?? decision}`);

describe('a review', () => {
  it.each([
    ['\r', ['Nigerin ne']],
    [' nt\r', ['Nigerin ne', '0 not-a-code', 'TOTAL total', 'Boliviana bo']],
    ['2', ['Nigerin ng']],
    ['l\rnl1', ['0 not-a-code', 'Boliviana bo']],
    ['cat\r', ['Nigerin at']],
    ['cau\u007ft\r', ['Nigerin at']],
    ['ca\u001b1', ['Nigerin ne']],
    ['c\r1', ['Nigerin ne']],
    ['czz\r2', ['Nigerin ng']],
    ['1nuut', ['Nigerin total']],
    ['uu1', ['Nigerin ne']],
    ['1ntl\ru2', ['Nigerin ne', '0 not-a-code', 'TOTAL total']],
    ['1ntluuuu2', ['Nigerin ng']],
    ['9x\u0009', []],
  ])('by the keys %j decides %j', (keys, said) => {
    expect(short(keys)).toEqual(said);
  });

  it('says why a key does nothing, and goes on after the next', () => {
    expect(press('9')).toMatchObject({ passed: 0, fault: 'There is no proposal 9.' });
    expect(press('1\r')).toMatchObject({ passed: 1, fault: 'There is no proposal: c for a code.' });
    expect(press('czz\r')).toMatchObject({ passed: 0, fault: '"zz" is no code' });
    expect(press('91').fault).toBeUndefined();
  });

  it('is over only when somebody says so, so that the last word can be taken back as well', () => {
    expect(press('1ntl')).toMatchObject({ current: undefined, isOver: false, passed: 4 });
    expect(press('1ntl\r').isOver).toBe(true);
    expect(press('1q')).toMatchObject({ isOver: true, passed: 1 });
  });
});

it('a word is shown with rows, samples by their columns, and proposals, and no control character of a file', () => {
  const round = { round: '2023', header: ['Code', 'Category', 'Sex'] } as never;
  const shown = showWord(words[0]!, { number: 1, of: 4 }, [round]);
  expect(shown.split('\n').slice(0, 4)).toEqual([
    '1 of 4  citizenship: "Nigerin", in 3 rows',
    '    2023, row 7: Code=AT | Category=ab',
    '  1  ne  NE: near to ne',
    '  2  ng  NG: near to ng',
  ]);
  expect(showWord(item(''), { number: 1, of: 1 }, [])).toContain('citizenship: (a blank)');
});
