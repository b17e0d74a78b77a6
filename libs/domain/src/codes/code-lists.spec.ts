/** The code lists: codes are stored in events, so none goes or changes; each has a name in every language, and a meaning. */
import { describe, expect, it } from '@jest/globals';
import { collections, findCollection } from './collections.js';
import { nameLanguages, type CodeNames } from './code-names.js';
import { detailKinds, details, findDetail } from './details.js';
import { dimensions, findDimension } from './dimensions.js';
import { countingUnits, findIndicator, indicators } from './indicators.js';
import { missingCodes } from './missing.js';
import { codeSchema } from '../events/input-schemas.js';
import { themes } from './themes.js';
import { findTopic, topics } from './topics.js';

interface Coded {
  readonly code: string;
  readonly names: CodeNames;
  readonly definition?: string;
  readonly definitions?: CodeNames;
}

const lists: Readonly<Record<string, readonly Coded[]>> = {
  indicators,
  topics,
  details,
  themes,
  dimensions,
  missing: missingCodes,
  collections,
  ...Object.fromEntries(dimensions.map(({ code, codes }) => [`dimension ${code}`, codes])),
};

describe.each(Object.entries(lists))('%s', (_, list) => {
  it('have the codes that they had: events that hold them are stored for ever', () => {
    expect(list.map(({ code }) => code).join(' ')).toMatchSnapshot();
  });
  it('have each code once', () => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  });
  it('have a name for each code in every language, in its script, and no other of the list has it', () => {
    const scripts: Readonly<Record<string, RegExp>> = {
      zh: /\p{sc=Han}/u,
      ru: /\p{sc=Cyrl}/u,
      ar: /\p{sc=Arab}/u,
    };
    for (const language of nameLanguages) {
      for (const { definitions } of list)
        if (definitions) expect(definitions[language]).toMatch(scripts[language] ?? /\p{sc=Latn}/u);
      const names = list.map(({ names: all }) => all[language]);
      for (const name of names) {
        expect(name).toMatch(scripts[language] ?? /\p{sc=Latn}|\d/u);
        expect(name).toBe(name.trim());
      }
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { names } of list) expect(Object.keys(names).sort()).toEqual([...nameLanguages].sort());
  });
  it('have meanings that are sentences, where they have one', () => {
    for (const { definition, definitions } of list) {
      const sentences = [definition, ...Object.values(definitions ?? {})].filter((one) => one !== undefined);
      for (const one of sentences) expect(one).toMatch(/^[\p{Lu}\p{Lo}].{7,}[.。]$/u);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });
});

it('are found by code, and what is no code is not', () => {
  for (const [find, list] of [
    [findIndicator, indicators],
    [findTopic, topics],
    [findDetail, details],
    [findDimension, dimensions],
    [findCollection, collections],
  ] as const) {
    for (const coded of list) expect(find(coded.code)).toBe(coded);
    expect(find('constructor')).toBeUndefined();
  }
});

it('fit together: themes, units, kinds of details, and codes that a body may hold', () => {
  const known = themes.map(({ code }) => code);
  for (const { theme } of topics) expect(known).toContain(theme);
  for (const { theme, unit } of indicators) {
    if (theme) expect(known).toContain(theme);
    expect(countingUnits).toContain(unit);
  }
  for (const { kind } of details) expect(detailKinds).toContain(kind);
  const coded = [
    ...indicators,
    ...topics,
    ...details,
    ...dimensions,
    ...dimensions.flatMap(({ codes }) => codes),
  ];
  for (const { code } of coded) expect(codeSchema.safeParse(code).success).toBe(true);
  expect(indicators.filter(({ theme }) => !theme).map(({ code }) => code)).toMatchSnapshot();
  expect(indicators.map(({ code, unit }) => `${code} ${unit}`)).toMatchSnapshot();
  expect(dimensions.filter(({ respondents }) => respondents).map(({ code }) => code)).toEqual([
    'citizenship',
    'repatriated-to',
  ]);
});
