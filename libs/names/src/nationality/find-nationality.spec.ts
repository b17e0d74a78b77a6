/** Nationalities as people write them: what is exact is taken, what is close is proposed, and nothing is guessed. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptedNames, isAggregate, respondentCodes, respondentKind } from '../respondents.js';
import { findNationality } from './find-nationality.js';
import { demonymIndex, listDemonyms } from './demonym-index.js';
import { hardWords, type HardWord } from './hard-words-for-tests.js';
import { inflect } from './inflect.js';
import { nameKey } from '../name-key.js';

const proposed = (word: string): string[] => {
  const found = findNationality(word);
  return found.kind === 'close' ? found.proposals.map(({ code }) => code) : [];
};
const taken = (word: string): string | undefined => {
  const found = findNationality(word);
  return found.kind === 'exact' ? found.code : undefined;
};

/** Whether a word is taken as a country that its answer does not allow. */
const isWronglyTaken = ({ word, answer }: HardWord): boolean => {
  const code = taken(word);
  if (code === undefined) return false;
  return typeof answer === 'object' ? answer.length > 1 || answer[0] !== code : answer !== code;
};

function isRight({ word, answer }: HardWord): boolean {
  if (answer === undefined) return findNationality(word).kind === 'unknown';
  if (typeof answer === 'string') return taken(word) === answer;
  const codes = proposed(word);
  return (codes.length > 0 && answer.every((code) => codes.includes(code))) || taken(word) === answer[0];
}

describe('the hard words', () => {
  it('are never taken as another country', () => {
    expect(hardWords.length).toBeGreaterThan(700);
    expect(hardWords.filter(isWronglyTaken)).toEqual([]);
  });

  it('are answered as was written down beforehand', () => {
    expect(hardWords.filter((word) => !isRight(word))).toEqual([]);
  });
});

describe('a proposal', () => {
  it('has a code, a name and a reason', () => {
    const name = (code: string) => ({ code, name: expect.any(String) });
    expect(findNationality('Nigerians')).toEqual({ kind: 'exact', code: 'NG', reason: 'demonym of Nigeria' });
    expect(findNationality('Nigeria')).toEqual({ kind: 'exact', code: 'NG', reason: 'name of Nigeria' });
    expect(findNationality('Nigerin')).toEqual({
      kind: 'close',
      proposals: expect.arrayContaining([
        { ...name('NG'), reason: 'demonym of Nigeria, one letter differs' },
        { ...name('NE'), reason: 'demonym of Niger, one letter differs' },
      ]),
    });
    expect(findNationality('Congolese')).toMatchObject({
      proposals: [{ reason: 'sometimes a demonym of Congo' }, name('CD')],
    });
    expect(findNationality('Congolese (DRC)')).toMatchObject({
      reason: 'demonym of Democratic Republic of the Congo, as the brackets say',
    });
  });
});

describe('codes', () => {
  it('count in capitals, unless they are words as well', () => {
    expect(taken('NG')).toBe('NG');
    expect(taken('NGA')).toBe('NG');
    expect(taken('GB-NIR')).toBe('GB-NIR');
    for (const word of ['in', 'per', 'and', 'SD', 'NR', 'NC'])
      expect([word, taken(word)]).toEqual([word, undefined]);
    expect(proposed('SD')).toEqual(['SD']);
  });
});

const isCountry = (code: string) => respondentKind(code) !== 'organisation' && !isAggregate(code);

describe('names of countries', () => {
  it('are taken, but for the few that say two things', () => {
    const lost = respondentCodes
      .filter(isCountry)
      .flatMap((code) => acceptedNames(code).map((name) => ({ code, name })))
      .filter(({ code, name }) => taken(name) !== code);
    // Congo is what the UN calls CG, RU a code, the French "É.-U." also the European Union.
    expect(lost.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'CD Congo',
      'GB RU',
      'MF Saint-Martin',
      'US É.-U.',
    ]);
  });
});

describe('demonyms', () => {
  const listed = listDemonyms().filter(({ word }) => word !== '');

  it('in every form lead to their country, or to those that share it', () => {
    const lost = listed.flatMap(({ codes, word, language }) =>
      inflect(word, language).filter((form) => {
        const owner = taken(form);
        const found = owner === undefined ? proposed(form) : [owner];
        return !codes.every((code) => found.includes(code));
      }),
    );
    expect(lost).toEqual([]);
  });

  it('name countries that there are, and each is read whole', () => {
    expect(listed.filter(({ codes }) => !codes.every((code) => respondentCodes.includes(code)))).toEqual([]);
    expect(listed.filter(({ word }) => /[;/]/u.test(word))).toEqual([]);
  });

  it('of one country alone are taken; shared and doubtful ones never', () => {
    const doubtful = [...demonymIndex()].filter(([, owners]) => owners.doubtful || owners.codes.size > 1);
    const wrong = doubtful.map(([key]) => key).filter((key) => taken(key) !== undefined);
    // The country's name, and beside it an Indian in Spanish.
    expect(wrong).toEqual(['india']);
  });

  it('with one letter changed are never taken as another country, unless that has the form itself', () => {
    const forms = listed
      .filter(({ doubtful }) => !doubtful)
      .flatMap(({ codes, word, language }) =>
        inflect(word, language).map((form) => ({ code: codes[0]!, form })),
      );
    const letters = [...new Set(forms.flatMap(({ form }) => [...form]))];
    const place = fc.nat();
    const property = fc.property(
      fc.constantFrom(...forms),
      place,
      fc.constantFrom(...letters, ''),
      ({ code, form }, at, letter) => {
        const from = at % form.length;
        const written = form.slice(0, from) + letter + form.slice(from + 1);
        const found = taken(written);
        if (found === undefined || found === code) return;
        const isListed = demonymIndex().get(nameKey(written))?.codes.has(found);
        const isName = acceptedNames(found).some((name) => nameKey(name) === nameKey(written));
        expect([written, found, isListed === true || isName || written === found]).toEqual([
          written,
          found,
          true,
        ]);
      },
    );
    fc.assert(property, { numRuns: 1500 });
  });
});

describe('hostile texts', () => {
  it('are unknown or proposed, whatever their length and letters', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const found = findNationality(text);
        if (found.kind === 'close') expect(found.proposals.length).toBeGreaterThan(0);
      }),
    );
    const long = [
      'a'.repeat(1_000_000),
      '('.repeat(200),
      'a b '.repeat(50),
      '\u0301'.repeat(200),
      'ﷺ'.repeat(200),
    ];
    for (const text of [
      ...long,
      '__proto__',
      'constructor',
      'toString (valueOf)',
      '\ud800',
      'x(constructor)',
    ])
      expect(findNationality(text).kind).not.toBe('exact');
  });
});
