/** What a mapping may say, up to its bounds, and what is said of one that has a fault. */
import { describe, expect, it } from '@jest/globals';
import { findMapping, foldWord, parseMapping, wordsOf } from './mapping.js';

const least = {
  respondent: { code: ['area'] },
  period: { columns: ['year'] },
  value: { columns: ['value'] },
  indicator: { columns: ['measure'], words: {} },
};
const parse = (more: object) => parseMapping(JSON.stringify({ ...least, ...more }));
/** What is said of it; undefined where it can be used. */
function faultOf(more: object): string | undefined {
  try {
    parse(more);
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ name: 'UnreadableFile', code: 'bad-mapping' });
    return (error as Error).message;
  }
}
const long = (length: number) => 'x'.repeat(length);
const faults = 'The mapping has faults:\n';

it('a mapping has what it does not say', () => {
  expect(parse({})).toEqual({
    ...least,
    ...{
      unsure: [],
      figuresAcross: [],
      title: {},
      yearsAcross: false,
      headerWithin: 50,
      only: [],
      missing: [],
      breakdown: [],
      wordLists: {},
      decisions: [],
    },
    respondent: { code: ['area'], words: {} },
    value: { columns: ['value'], grouping: [], words: {} },
    indicator: { ...least.indicator, optional: false },
  });
  const choice = { columns: ['sex'], dimension: 'sex', words: {} };
  expect(parse({ breakdown: [choice] }).breakdown).toEqual([
    { ...choice, respondents: false, optional: false },
  ]);
});

describe('what a mapping may say', () => {
  it.each<[string, object, object]>([
    ['names of a column', { period: { columns: [long(200)] } }, { period: { columns: [long(201)] } }],
    ['a column', { period: { columns: ['x'] } }, { period: { columns: [] } }],
    [
      'so many names of a column',
      { period: { columns: Array(100).fill('x') } },
      { period: { columns: Array(101).fill('x') } },
    ],
    ['a title', { title: { fr: long(500) } }, { title: { fr: long(501) } }],
    ['a title in a language', { title: { zh: 'x' } }, { title: { de: 'x' } }],
    ['names of sheets', { sheets: [long(100)] }, { sheets: [long(101)] }],
    ['where the header is, least', { headerWithin: 1 }, { headerWithin: 0 }],
    ['where the header is, most', { headerWithin: 1000 }, { headerWithin: 1001 }],
    ['where the header is, whole', { headerWithin: 2 }, { headerWithin: 1.5 }],
    [
      'words for respondents',
      { respondent: { name: ['n'], words: { a: long(20) } } },
      { respondent: { name: ['n'], words: { a: long(21) } } },
    ],
    [
      'what parts thousands',
      { value: { columns: ['v'], grouping: [',', '.', ' ', "'"] } },
      { value: { columns: ['v'], grouping: ['_'] } },
    ],
    [
      'what says that nothing is known',
      { value: { columns: ['v'], words: { '..': 'none-known', z: 'not-applicable', '': 'not-asked' } } },
      { value: { columns: ['v'], words: { '..': 'some' } } },
    ],
    [
      'conditions with a word',
      { only: [{ columns: ['u'], words: ['a'] }] },
      { only: [{ columns: ['u'], words: [] }] },
    ],
    [
      'words of lists',
      { wordLists: { l: { [long(500)]: 'a' } } },
      { wordLists: { l: { [long(501)]: 'a' } } },
    ],
    ['codes or none in lists', { wordLists: { l: { a: null } } }, { wordLists: { l: { a: 'A B' } } }],
    [
      'the name of a list',
      { wordLists: { [long(100)]: {} }, breakdown: [{ columns: ['s'], words: long(100) }] },
      { wordLists: { [long(101)]: {} }, breakdown: [{ columns: ['s'], words: long(101) }] },
    ],
    ['nothing beside', {}, { more: 1 }],
    ['nothing beside columns', {}, { period: { columns: ['y'], more: 1 } }],
  ])('is %s, and no more', (_, good, bad) => {
    expect(faultOf(good)).toBeUndefined();
    expect(faultOf(bad)).toMatch(/^The mapping has faults:\n./);
  });

  it('is respondents by code, by name or by both, and not by neither', () => {
    for (const respondent of [{ code: ['a'] }, { name: ['a'] }, { code: ['a'], name: ['b'] }])
      expect(faultOf({ respondent })).toBeUndefined();
    expect(faultOf({ respondent: {} })).toMatch(/needs columns for code or name/);
  });

  it('is ten levels deep at most', () => {
    const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });
    expect(faultOf({ more: nested(9) })).toMatch(/^The mapping has faults:\n/);
    expect(faultOf({ more: nested(10) })).toBe('The mapping has a fault: it is more than 10 deep.');
  });
});

describe('a mapping with a fault', () => {
  it.each<[object, string]>([
    [
      { indicator: { columns: ['m'], words: { a: 'no-such', b: 'persons-convicted' } } },
      'indicator "a": no-such is no indicator',
    ],
    [{ breakdown: [{ columns: ['s'], dimension: 'sex', words: 'list' }] }, 'there is no word list "list"'],
    [{ breakdown: [{ columns: ['s'], words: { a: 'b', c: null, d: 'e' } }] }, 'b, e: codes need a dimension'],
    [{ breakdown: [{ columns: ['s'], dimension: 'colour', words: {} }] }, 'colour is no dimension'],
    [
      { breakdown: [{ columns: ['s'], dimension: 'sex', words: { a: 'red', b: 'female', c: 'lv' } }] },
      'sex: red is no code of it\nsex: lv is no code of it',
    ],
    [
      {
        breakdown: [
          { columns: ['s'], chosenBy: ['k'], choices: { a: { dimension: 'sex', words: { x: 'red' } } } },
        ],
      },
      'sex: red is no code of it',
    ],
  ])('names it: %j', (more, fault) => {
    expect(faultOf(more)).toBe(`${faults}${fault}`);
  });

  it('has none where words are all the total, and where a country stands for its code', () => {
    expect(faultOf({ breakdown: [{ columns: ['s'], words: { a: null } }] })).toBeUndefined();
    const words = { Latvia: 'lv' };
    expect(faultOf({ breakdown: [{ columns: ['s'], dimension: 'citizenship', words }] })).toBeUndefined();
  });

  it('is no JSON, or holds what none may hold', async () => {
    expect(() => parseMapping('{')).toThrow(/^The mapping is not JSON: ./);
    expect(() => parseMapping('null')).toThrow(/^The mapping has faults:\n/);
    expect(faultOf({ 'a\u0000': 1 })).toMatch(
      /^The mapping has a fault: the name "a\ufffd" must not hold NUL/,
    );
    expect(faultOf({ more: ['b\u0000'] })).toMatch(
      /^The mapping has a fault: the text "b\ufffd" must not hold/,
    );
    await expect(findMapping('no-such')).rejects.toMatchObject({
      code: 'bad-mapping',
      message:
        'There is no mapping for no-such: write one (docs/import.md says how) and name it with --mapping.',
    });
  });
});

it('words are those that stand there, or those of the list that is named', () => {
  const mapping = parse({ wordLists: { list: { f: 'female' } } });
  const choice = { dimension: 'sex', respondents: false };
  expect(wordsOf({ ...choice, words: { m: 'male' } }, mapping)).toEqual({ m: 'male' });
  expect(wordsOf({ ...choice, words: 'list' }, mapping)).toEqual({ f: 'female' });
  expect(wordsOf({ ...choice, words: 'other' }, mapping)).toEqual({});
});

it('words are the same without regard to case, spaces, and ways of composing accents', () => {
  expect(foldWord('  Anne\u0301e\n\t DE ')).toBe(foldWord('ANN\u00c9E de'));
  expect(foldWord('ab')).not.toBe(foldWord('a b'));
});

it('the publication may have a title in each of the six languages, and in no other', () => {
  const title = { ar: 'a', en: 'b', es: 'c', fr: 'd', ru: 'e', zh: 'f' };
  expect(parse({ title }).title).toEqual(title);
  expect(faultOf({ title: { de: 'g' } })).toContain('title');
});
