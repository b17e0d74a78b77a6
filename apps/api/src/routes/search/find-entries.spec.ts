/** What is found for a typed text, and in which order. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findEntries, type Entry } from './find-entries.js';

const entry = (found: string, texts: readonly string[], hasData = true): Entry<string> => ({
  ...{ found, texts: [found, ...texts], hasData },
});
const entries = [
  entry('SV', ['El Salvador', '萨尔瓦多', 'السلفادور']),
  entry('NE', ['Niger', 'Нигер'], false),
  entry('NG', ['Nigeria', 'Нигерия']),
  entry('CI', ["Côte d'Ivoire"]),
  entry('persons-convicted', ['Persons convicted', 'Personnes condamnées', '被定罪者']),
  entry('victims-detected', ['Victims detected']),
  entry('c/2008', ['E/CN.15/2008/6']),
];
const find = (typed: string) => findEntries(entries, typed).map(({ found, match }) => `${found} ${match}`);

describe('a text is found', () => {
  it.each([
    ['sv', ['SV whole']],
    ['el salvador', ['SV whole']],
    ['Salv', ['SV word']],
    ['萨尔瓦多', ['SV whole']],
    ['السَّلفادور', ['SV whole']],
    ['нигерия', ['NG whole']],
    ['COTE D’IVOIRE', ['CI whole']],
    ['condamnees', ['persons-convicted word']],
    ['定罪', ['persons-convicted part']],
    ['E/CN.15/2008/6', ['c/2008 whole']],
    ['cn 15', ['c/2008 word']],
    // Those with data come before those without, and the whole before a beginning.
    ['nige', ['NG beginning', 'NE beginning']],
    ['niger', ['NE whole', 'NG beginning']],
  ])('%s', (typed, expected) => {
    expect(find(typed)).toEqual(expected);
  });

  it.each([
    ['El Slavador', ['SV close']],
    ['persons convited', ['persons-convicted close']],
    ['convitced', ['persons-convicted close']],
    ['victmis detected', ['victims-detected close']],
    ['Nigeira', ['NG close']],
    // Too short to tell a slip from another word.
    ['Nigx', []],
    ['xyzxyz', []],
    ['', []],
    ['-- ', []],
  ])('with its slips: %s', (typed, expected) => {
    expect(find(typed).slice(0, 1)).toEqual(expected);
  });
});

it('whatever is typed, each thing is found once at most, by one of its own texts', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (typed) => {
      const hits = findEntries(entries, typed);
      expect(new Set(hits.map(({ found }) => found)).size).toBe(hits.length);
      for (const { found, text } of hits)
        expect(entries.find((one) => one.found === found)?.texts).toContain(text);
    }),
  );
});

it('a beginning of a name always finds it', () => {
  const names = entries.flatMap(({ found, texts }) => texts.map((text) => [found, text] as const));
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 20 }), ([found, text], length) => {
      const part = [...text].slice(0, length).join('');
      fc.pre(/[\p{L}\p{N}]$/u.test(part));
      expect(findEntries(entries, part).map((hit) => hit.found)).toContain(found);
    }),
  );
});
