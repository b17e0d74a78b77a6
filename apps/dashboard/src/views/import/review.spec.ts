/** The keys of the review: each decides one word, the last can be taken back, arrows decide nothing. */
import { describe, expect, it } from '@jest/globals';
import type { WordItem } from '@rapporteur/contract';
import { beginReview, decide, decisionsOf, press, type Pressed, type Review } from './review.js';

const item = (word: string, ...codes: string[]): WordItem => ({
  ...{ dimension: 'citizenship', word, column: 'Category', rows: 3, decision: null, samples: [] },
  proposals: codes.map((code) => ({ code, name: code.toUpperCase(), reason: `near to ${code}` })),
});
const words = [item('Nigerin', 'ne', 'ng'), item('0'), item('TOTAL'), item('Boliviana', 'bo')];
const isReview = (pressed: Pressed): pressed is Review => typeof pressed === 'object';
const keys = (given: string, all = words) =>
  given.split(' ').reduce<Review>((review, key) => {
    const pressed = press(review, key);
    return isReview(pressed) ? pressed : review;
  }, beginReview(all));
const short = (review: Review) =>
  decisionsOf(review).map(({ word, decision, code }) => `${word} ${code ?? decision}`);

describe('a review of words', () => {
  it.each([
    ['1', ['Nigerin ne'], 1],
    ['Enter n t Enter', ['Nigerin ne', '0 not-a-code', 'TOTAL total', 'Boliviana bo'], 4],
    ['2', ['Nigerin ng'], 1],
    ['l n l 1', ['0 not-a-code', 'Boliviana bo'], 4],
    ['1 n u u t', ['Nigerin total'], 1],
    ['ArrowDown n', ['0 not-a-code'], 2],
    // Round the end it goes on to what was passed over.
    ['ArrowDown n n n', ['0 not-a-code', 'TOTAL not-a-code', 'Boliviana not-a-code'], 0],
    // Back, and said otherwise.
    ['1 ArrowUp 2', ['Nigerin ng'], 1],
    ['9 x Tab', [], 0],
  ])('by the keys %s', (given, said, at) => {
    expect([short(keys(given)), keys(given).at]).toEqual([said, at]);
  });

  it('says why a key does nothing, until the next', () => {
    expect(keys('9')).toMatchObject({ at: 0, fault: 'no-proposal' });
    expect(keys('1 Enter').fault).toBe('no-proposal');
    expect(keys('u').fault).toBe('nothing-to-undo');
    expect(keys('9 1').fault).toBeUndefined();
    expect(keys('t', [{ ...item('Utopia'), dimension: 'respondent' }])).toMatchObject({
      at: 0,
      fault: 'no-total',
    });
  });

  it('asks for a code, and to store: by s at any time, by Enter after the last word', () => {
    expect(press(keys('1'), 'c')).toBe('choose');
    expect(press(keys('1'), 's')).toBe('store');
    expect(press(keys('1 n n n'), 'Enter')).toBe('store');
    expect(press(keys('1 n n n'), 'c')).toBeUndefined();
    expect(short(decide(keys('1'), 'code', 'at'))).toEqual(['Nigerin ne', '0 at']);
  });

  it('goes on with what was kept, where the words still wait', () => {
    const kept = decisionsOf(keys('1 n'));
    const later = beginReview(words.slice(1), kept);
    expect([short(later), later.at]).toEqual([['0 not-a-code'], 1]);
  });
});
