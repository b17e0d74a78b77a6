/** Words of headers and cells that are known before anybody wrote a mapping. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  bare,
  maySayGrownUps,
  meaningOfHeader,
  readKnownWords,
  saysCounts,
  saysGirlsOrBoys,
  saysRate,
  saysTotal,
  type KnownWords,
} from './known-words.js';
import { indicatorOf, readNames } from './read-names.js';

let known: KnownWords;
beforeAll(async () => {
  known = await readKnownWords();
});

it('words are compared without case, accents, and what stands between them', () => {
  expect(bare('  Año_de.la:(Réponse) - X/Y ')).toBe('ano de la reponse x y');
  expect(bare('Groupe d’âge')).toBe("groupe d'age");
});

it.each([
  ['Country', 'respondent', 2],
  ['REPORTING_COUNTRY', 'respondent', 2],
  ['The country of the report', 'respondent', 1],
  ['Countryside', 'respondent', 0],
  ['País', 'respondent', 2],
  ['Year of it', 'period', 1],
  ['an', 'period', 2],
  ['is an x', 'period', 0],
  ['Value', 'value', 2],
  ['n', 'value', 2],
  ['n of x', 'value', 0],
  ['Measure', 'indicator', 2],
  ['Unit', 'unit', 2],
  ['Remarks', 'aside', 2],
  ['Country of origin', 'notRespondent', 1],
  ['Other', 'value', 0],
] as const)('the header %j says %s: %s', (name, meaning, said) => {
  expect(meaningOfHeader(name, meaning)).toBe(said);
});

it.each([
  ...[
    'Homicide rate',
    'Rates',
    'ratio',
    'Share of',
    'per 100,000',
    'Per 1000',
    'per capita',
    'per million',
    '%',
  ],
  ...[
    'Taux',
    'Porcentaje',
    'по 5 на 100',
    '死亡率',
    '平均',
    'نسبة',
    'mean',
    'average',
    'pour 100',
    'por cada 100',
  ],
])('%j says a rate', (word) => {
  expect(saysRate(word)).toBe(true);
});
it.each(['Counts', 'separate', 'parties', 'persons', 'shared', 'generate', 'meaning'])(
  '%j says no rate',
  (word) => {
    expect(saysRate(word)).toBe(false);
  },
);

it('counts, totals, children and grown-ups are told by whole words', () => {
  expect(['Counts', 'PERSONS', '人', 'counted'].map(saysCounts)).toEqual([true, true, true, false]);
  expect(['Total', 'Both sexes', 'ВСЕГО', 'totally'].map(saysTotal)).toEqual([true, true, true, false]);
  expect(['Girls', 'Boys under 5', 'girlish', 'Women'].map(saysGirlsOrBoys)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(['Women', 'Men over 18', 'Womens', 'Female'].map(maySayGrownUps)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('the known words', () => {
  it('are those of code lists and of the mappings that come along', () => {
    expect(known.indicator('Persons convicted')).toBe('persons-convicted');
    expect(known.indicator('persons-convicted')).toBe('persons-convicted');
    expect(known.indicator('Personas condenadas')).toBe('persons-convicted');
    expect(known.indicator('Detected trafficking victims')).toBe('victims-detected');
    expect(known.indicator('')).toBeUndefined();
    expect([known.code('sex', 'F'), known.code('sex', 'Mujeres'), known.code('age', 'F')]).toEqual([
      ...['female', 'female', undefined],
    ]);
    // A word of a mapping that comes along; a blank in it may mean anything elsewhere.
    expect([known.code('citizenship', 'Domestic (Myanmar)'), known.code('citizenship', '')]).toEqual([
      ...['nationals', undefined],
    ]);
    expect([known.code('age', '0 to 17 years'), known.code('no-such', 'x')]).toEqual(['child', undefined]);
    expect(['Gender', 'sex', 'Nationality', 'Value'].map((one) => known.dimension(one))).toEqual([
      ...['sex', 'sex', 'citizenship', undefined],
    ]);
  });

  it('tell by what a word says that its row is broken down', () => {
    const said = [
      'by citizenship',
      'Por sexo',
      'по полу',
      '按性别分',
      'Total',
      'by colour',
      'sex',
      'par  âge',
    ];
    expect(said.map((word) => known.chooser(word))).toEqual([
      ...['citizenship', 'sex', 'sex', 'sex', null, undefined, undefined, 'age'],
    ]);
  });

  it('tell what the name of a column of figures says, and what is left of it', () => {
    const name = (text: string) => {
      const { codes, rest } = known.inName(text);
      return [Object.fromEntries(codes), rest];
    };
    expect(name('Convicted women')).toEqual([{ sex: 'female' }, 'convicted']);
    expect(name('Girls, convicted')).toEqual([{ sex: 'female', age: 'child' }, 'convicted']);
    expect(name('Boys')).toEqual([{ sex: 'male', age: 'child' }, '']);
    expect(name('Men, 18 years or over')).toEqual([{ sex: 'male', age: 'adult' }, '']);
    expect(name('Total')).toEqual([{}, '']);
    expect(name('Total victims')).toEqual([{}, 'victims']);
    // A single letter is a total only where nothing stands beside it.
    expect([name('T'), name('T cells')]).toEqual([
      [{}, ''],
      [{}, 't cells'],
    ]);
    expect(name('Unknown')).toEqual([{}, 'unknown']);
  });

  it('read "unknown" beside parts of one dimension as one of these, and else leave it', () => {
    const codes = (...names: string[]) =>
      [...readNames(names, known).values()].map((one) => [...one.codes.values(), one.rest]);
    expect(codes('Male', 'Female', 'Unknown')).toEqual([
      ['male', ''],
      ['female', ''],
      ['unknown', ''],
    ]);
    expect(codes('Male', 'Adults', 'Unknown').at(-1)).toEqual(['unknown']);
    expect(codes('Unknown')).toEqual([['unknown']]);
    expect(codes('Male', 'Households')).toEqual([['male', ''], ['households']]);
    const said = readNames(['Persons convicted, men'], known);
    expect(indicatorOf('Persons convicted, men', said, known)).toBe('persons-convicted');
    expect(indicatorOf('Persons convicted', said, known)).toBe('persons-convicted');
    expect(indicatorOf('Households', readNames(['Households'], known), known)).toBeUndefined();
  });
});
