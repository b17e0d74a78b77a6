/** What was decided of words: the later decision of a word counts, and what stands above comes first. */
import { expect, it } from '@jest/globals';
import { checkIsCode, makeDecisions, noDecisions, overlay } from './find-word.js';
import { Refused } from './read-cells.js';

const say = (
  word: string,
  decision: 'code' | 'total' | 'not-a-code' | 'undecided',
  code?: string | null,
) => ({
  ...{ dimension: 'sex', word, decision },
  ...(code === undefined ? {} : { code }),
});

it('finds what stands of a word, however it is written, and nothing of others', () => {
  const decisions = makeDecisions([
    say('Mujer', 'code', 'male'),
    say('MUJER ', 'code', 'female'),
    say('Ambos', 'total'),
    say('n/a', 'not-a-code', null),
    say('x', 'code', 'male'),
    say('x', 'undecided'),
  ]);
  expect(decisions('sex', ' mujer')).toEqual({ decision: 'code', code: 'female' });
  expect(decisions('sex', 'ambos')).toEqual({ decision: 'total', code: null });
  expect(decisions('sex', 'N/A')).toEqual({ decision: 'not-a-code', code: null });
  expect([decisions('age', 'mujer'), decisions('sex', 'x'), noDecisions('sex', 'mujer')]).toEqual([
    ...[undefined, undefined, undefined],
  ]);
  expect(makeDecisions([])).toBe(noDecisions);
});

it('goes by the first of two, and by the second where the first says nothing', () => {
  const [first, second] = [
    makeDecisions([say('a', 'code', 'female')]),
    makeDecisions([say('a', 'code', 'male'), say('b', 'total')]),
  ];
  const both = overlay(first, second);
  expect([both('sex', 'a')?.code, both('sex', 'b')?.decision, both('sex', 'c')]).toEqual([
    ...['female', 'total', undefined],
  ]);
});

it('refuses a word that is no code, and no other', () => {
  const check = (decision: 'code' | 'total' | 'not-a-code') => () =>
    checkIsCode({ decision, code: null }, 'Sex', 'x');
  expect(check('not-a-code')).toThrow(new Refused('Sex is "x", which was decided to be no code'));
  expect(check('not-a-code')).toThrow(Refused);
  for (const other of ['code', 'total'] as const) expect(check(other)).not.toThrow();
  expect(() => checkIsCode(undefined, 'Sex', 'x')).not.toThrow();
});
