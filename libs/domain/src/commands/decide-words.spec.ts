/** Deciding what words stand for: every problem at once, and only what says something new becomes an event. */
import { describe, expect, it } from '@jest/globals';
import type { WordDecided } from '../events/events.js';
import { decideWords, foldDecisions, parseDecisionsInSteps, wordKey } from './decide-words.js';
import type { Registry } from './parse.js';
import { finish } from './steps.js';

const registry: Registry = {
  resolve: (written) =>
    written === 'SV' || written === 'sv'
      ? { code: 'SV', asWritten: written, match: 'code' }
      : { suggestions: [{ code: 'SV', name: 'El Salvador' }] },
  indicators: ['persons-convicted'],
  topics: [],
  details: [],
  today: '2024-01-01',
  dimensions: { sex: ['female', 'male'] },
};
const parse = (...decisions: unknown[]) =>
  finish(parseDecisionsInSteps({ collection: 'c', decisions }, registry));
const problemsOf = (...decisions: unknown[]) => {
  const parsed = parse(...decisions);
  return parsed.ok ? [] : parsed.problems.map(({ pointer, code }) => `${pointer} ${code}`);
};
const one = { dimension: 'sex', word: 'Mujer', decision: 'code', code: 'female' };

describe('decisions of words', () => {
  it('are taken with what they leave out', () => {
    expect(parse(one, { dimension: 'respondent', word: ' 0 ', decision: 'not-a-code', reason: '' })).toEqual({
      ok: true,
      value: {
        collection: 'c',
        decisions: [
          { collection: 'c', ...one, reason: null },
          ...[
            {
              collection: 'c',
              dimension: 'respondent',
              word: '0',
              decision: 'not-a-code',
              code: null,
              reason: null,
            },
          ],
        ],
      },
    });
    expect(problemsOf({ dimension: 'break', word: '', decision: 'code', code: 'no-break' })).toEqual([]);
    expect(problemsOf({ dimension: 'breakdown', word: 'x', decision: 'total' })).toEqual([]);
    expect(problemsOf({ ...one, dimension: 'respondent', code: 'SV' })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a code of another dimension', { code: 'persons-convicted' }, 'code unknown-code'],
    ['a dimension that there is not', { dimension: 'colour' }, 'dimension unknown-dimension'],
    ['no code', { code: undefined }, 'code code-missing'],
    ['a code beside another decision', { decision: 'total' }, 'code code-not-expected'],
    [
      'an indicator that is the total',
      { dimension: 'indicator', decision: 'total', code: null },
      'decision no-total',
    ],
    [
      'a name in place of a respondent’s code',
      { dimension: 'respondent', code: 'Salvador' },
      'code unknown-code',
    ],
    ['a respondent’s code in lower case', { dimension: 'respondent', code: 'sv' }, 'code unknown-code'],
    ['a word that is too long', { word: 'x'.repeat(501) }, 'word too-large'],
    ['a word that no reply may hold', { word: 'a\u0000' }, 'word malformed'],
    ['another decision', { decision: 'perhaps' }, 'decision unknown-value'],
  ])('with %s are refused', (_, more, problem) => {
    expect(problemsOf({ ...one, ...more })).toContain(`/decisions/0/${problem}`);
  });

  it('have all their problems told at once, a word that comes twice among them', () => {
    const twice = { ...one, word: ' MUJER ' };
    expect(problemsOf({ ...one, code: 'x' }, one, twice, { ...one, dimension: 'colour' })).toEqual([
      '/decisions/0/code unknown-code',
      '/decisions/1 decided-twice',
      '/decisions/2 decided-twice',
      '/decisions/3/dimension unknown-dimension',
    ]);
    const many = Array.from({ length: 1001 }, (_, i) => ({ ...one, word: `w${i}` }));
    expect(problemsOf(...many)).toEqual(['/decisions too-large']);
  });
});

it('the last decision of a word counts, however it is written, and may be taken back', () => {
  const said = (
    word: string,
    decision: WordDecided['decision'],
    code: string | null = null,
  ): WordDecided => ({
    ...{ collection: 'c', dimension: 'sex', word, decision, code, reason: null },
  });
  const all = [
    said('a', 'code', 'male'),
    said(' A', 'code', 'female'),
    said('b', 'total'),
    said('B', 'undecided'),
  ];
  expect([...foldDecisions(all)]).toEqual([[wordKey('sex', 'a'), all[1]]]);
  const news = (...decisions: WordDecided[]) => decideWords({ collection: 'c', decisions }, all);
  expect(news(said('A', 'code', 'female'), said('b', 'undecided'), said('c', 'undecided'))).toEqual([]);
  const fresh = [said('a', 'code', 'male'), said('b', 'total'), said('c', 'not-a-code')];
  expect(news(...fresh)).toEqual(fresh);
});
