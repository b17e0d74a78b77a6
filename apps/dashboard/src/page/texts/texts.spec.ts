/** Every text of the page is there in every language, in that language, with its numbers and all of its plural forms. */
import { describe, expect, it } from '@jest/globals';
import type { DirectionReason } from '@rapporteur/domain';
import { languages, type PageLanguage } from '../address.js';
import { foreignWords } from '../foreign-words-for-tests.js';
import { sayReason } from './say-reason.js';
import { loadTexts, textsOf } from './packs.js';

await Promise.all(languages.map(loadTexts));

type Sample = readonly unknown[];

/** What functions are called with that take more than numbers and texts. */
const reasons: readonly DirectionReason[] = [
  { code: 'under-five-points', n: 0, needed: 5 },
  { code: 'under-five-points', n: 3, needed: 5 },
  { code: 'significant', p: 0.01, alpha: 0.05 },
  { code: 'not-significant', p: 0.4, alpha: 0.05 },
  { code: 'censored-figures-decide', censored: 2, pLow: 0.01, pHigh: 0.4, alpha: 0.05 },
  { code: 'all-figures-equal', n: 12 },
];
const eventTypes = [
  ...['RoundOpened', 'ReplySubmitted', 'ReplyCorrected', 'ReplyReplaced', 'ReplyWithdrawn'],
  ...['ChangeUndone', 'WordDecided', 'DocumentReceived', 'EvidenceAttached', 'DocumentRemoved'],
];
const special: Readonly<Record<string, readonly Sample[]>> = {
  reasonOf: reasons.map((reason) => [reason, 12, String]),
  arrived: eventTypes.map((type) => [type, '7001']),
  'charts.noIndex': ['missing', 'zero', 'censored', 'approximate', 'conflicting'].map((why) => [
    ...['7001', 2002],
    why,
  ]),
  // The same number twice: to count by, and as it is shown.
  'charts.rates.withoutRate': [0, 1, 2, 5, 12, 7001].map((n) => [n, String(n)]),
};
/** Numbers of which some language has a form of its own, and one that is written with a separator of thousands. */
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 7001];
/** No parameter is a letter, so that every word of the result is the page's. */
const samplesOf = (path: string, arity: number): readonly Sample[] =>
  special[path] ?? counts.map((n) => Array.from({ length: arity }, (_, i) => (i === 0 ? n : 7001 + i)));

/** Every text with its path; functions are called, and parts of a sentence are joined. */
function leavesOf(value: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  // Reasons of the server with places for what they name have a test of their own.
  if (path === 'words.reasons') return [];
  if (Array.isArray(value)) return [[path, value.filter((v) => typeof v === 'string').join(' 7 ')]];
  if (typeof value === 'function') {
    const say = value as (...args: readonly unknown[]) => unknown;
    return samplesOf(path, value.length).map((sample) => [
      `${path}(${sample.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join()})`,
      String(say(...sample)),
    ]);
  }
  return Object.entries(value as object).flatMap(([key, one]) =>
    leavesOf(one, path === '' ? key : `${path}.${key}`),
  );
}

/** Paths whose keys are codes of the server, for which English shows the server's own words. */
const isServersOwn = (path: string) => /problemWords/.test(path);
/** Texts that are the same as the English ones by right; each was looked up. */
const sameByRight: Partial<Record<PageLanguage, readonly string[]>> = {
  es: ['no', 'Roles', 'total'],
  fr: [
    'Audit',
    'Code',
    'Document',
    'exact',
    'Licence',
    'machine',
    'Options',
    'page',
    'Page',
    'Population',
    'position',
    'Position',
    'Sources',
    'total',
  ],
};
const textless = (text: string) => !/\p{L}{2}/u.test(text);
const english = new Map(leavesOf(textsOf('en')));
const digitsOf = (text: string): string[] =>
  text.replace(/(?<=\d)[\s.,\u00a0\u202f](?=\d)/g, '').match(/7\d{3}/g) ?? [];

describe.each(languages.filter((language) => language !== 'en'))(
  'the words of the page in %s',
  (language) => {
    const texts = new Map(leavesOf(textsOf(language)));

    it('are all there', () => {
      const missing = [...english.keys()].filter((path) => !texts.has(path) && !isServersOwn(path));
      expect(missing).toEqual([]);
      const more = [...texts.keys()].filter((path) => !english.has(path) && !isServersOwn(path));
      expect(more).toEqual([]);
      expect(
        [...texts].filter(([, text]) => text.trim() === '' || /undefined|NaN|\[object|#/.test(text)),
      ).toEqual(
        [...english].filter(([, text]) => text.trim() === '').map(([path]) => [path, texts.get(path)]),
      );
    });

    it('are not English, nor have words of another language in them', () => {
      const same = [...texts].filter(
        ([path, text]) =>
          text === english.get(path) &&
          !textless(text) &&
          foreignWords(text, 'zh').length > 0 &&
          !sameByRight[language]?.includes(text.replace(/\s*\d/g, '')),
      );
      expect(same).toEqual([]);
      const mixed = [...texts].map(([path, text]) => [path, foreignWords(text, language)] as const);
      expect(mixed.filter(([, words]) => words.length > 0)).toEqual([]);
    });

    it('name every figure, name and day that the English ones name', () => {
      const lost = [...english].flatMap(([path, text]) => {
        const theirs = digitsOf(texts.get(path) ?? text);
        const gone = digitsOf(text).filter((number) => !theirs.includes(number));
        return gone.length > 0 ? [[path, gone, texts.get(path)]] : [];
      });
      expect(lost).toEqual([]);
    });

    it('have words of their own for each kind of event', () => {
      const ofType = (type: string) => texts.get(`arrived(${type},7001)`);
      const unsaid = eventTypes.slice(2).filter((type) => ofType(type) === ofType('ReplySubmitted'));
      expect(unsaid).toEqual([]);
    });

    it('say the problems and reasons of the server that another language says', () => {
      const codes = languages.flatMap((one) => leavesOf(textsOf(one)).map(([path]) => path));
      const unsaid = [...new Set(codes)].filter((path) => isServersOwn(path) && !texts.has(path));
      expect(unsaid).toEqual([]);
      const reasons = textsOf(language)!.words.reasons!;
      const given = [
        ...['the name in the same row says so', 'its name is near', 'the code is near', 'its name is "7"'],
        ...['the mapping knows "7"', '"7" is one of its names', 'demonym of 7, one letter differs'],
        ...['demonym of 7', 'sometimes a demonym of 7, two letters differ', 'name of 7, no letter differs'],
        ...['code of 7', '"7" in it: name of 7', 'demonym of 7, as the brackets say'],
        ...['name of 7, three letters differ', 'name of 7, with broken letters'],
      ];
      for (const reason of given) {
        const said = sayReason(reason, '7', reasons.proposal);
        expect([reason, said && foreignWords(said, language)]).toEqual([reason, []]);
      }
      const unsaidWords = Object.values(reasons.refusal).map((text) =>
        foreignWords(text.replace(/\$\d|\{\w+\}/g, '7'), language),
      );
      expect(
        unsaidWords.flat().filter((word) => !/^(?:ACTION|UNIT|MULT|NUL|D|FFFE|FFFF)$/.test(word)),
      ).toEqual([]);
    });
  },
);

describe('the guard against words of another language', () => {
  it.each([
    ['ar', 'الأرقام given here', ['given', 'here']],
    ['ru', 'Показано: 3 of 7 (npm start), n = 8', ['of']],
    ['zh', '数字：figures', ['figures']],
    ['fr', 'Les chiffres that are known', ['that', 'are', 'known']],
    ['es', 'Las cifras du jour, CSV', ['du']],
    ['en', 'Figures of los Estados', ['los']],
  ] as const)('finds them in %s: %s', (language, text, found) => {
    expect(foreignWords(text, language)).toEqual(found);
  });
});
