/** The choices of the page: kinds of breakdowns, regions, and how much there is of each, now and at a vintage. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@rapporteur/names';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';

let store: FilledStore;
const of = (sex: string, age?: string) => ({ breakdown: { sex, ...(age ? { age } : {}) } });

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV', 'GR', 'JP']),
    submitted('SV', '2008-01-20', [
      figure('victims-identified', '2006', 9),
      figure('victims-identified', '2007', 8),
      figure('victims-identified', '2006', 7, of('female')),
      figure('victims-identified', '2006', 2, of('male')),
      figure('victims-identified', '2006', 1, of('male', 'child')),
      figure('persons-arrested', '2003/2006', 4),
    ]),
    submitted('GR', '2008-02-20', [figure('victims-identified', '2005', 3)]),
    submitted('JP', '2008-03-20', [figure('victims-identified', '2005', 5)]),
    opened('unodc-glotip', '2023'),
    opened('c', '2009'),
  );
  await store.apply();
});
afterAll(() => store.close());

const get = async (path: string) => {
  const { status, body, text } = await store.get(path);
  expect([status, text]).toEqual([200, expect.any(String)]);
  return body;
};
const breakdownsOf = async (query: string) =>
  ((await get(`/v1/trends?respondent=SV&${query}`)).series as { breakdown: object }[]).map(
    ({ breakdown }) => breakdown,
  );

describe('trends of some kinds of breakdowns', () => {
  it.each([
    ['_T', [{}, {}]],
    ['sex', [{ sex: 'female' }, { sex: 'male' }]],
    ['sex:male', [{ sex: 'male' }]],
    ['sex,age', [{ age: 'child', sex: 'male' }]],
    ['sex:female,age', []],
    // The series is broken down by age and sex, so it is no series by age alone.
    ['age', []],
    ['age:child', []],
    ['_T;age:child,sex', [{}, {}, { age: 'child', sex: 'male' }]],
  ])('%s', async (kind, expected) => {
    expect(await breakdownsOf(`breakdown=${kind}`)).toEqual(expected);
  });

  it.each(['gender', 'sex:neither', 'sex,sex:male', '_T,sex', 'sex;', '.*'])(
    'refuse %s, which is none',
    async (kind) => {
      const { status, body } = await store.get(`/v1/trends?breakdown=${encodeURIComponent(kind)}`);
      expect(status).toBe(400);
      expect(body.problems).toMatchObject([{ pointer: '/breakdown' }]);
    },
  );
});

describe('regions', () => {
  it('stand for all their areas wherever respondents are asked for', async () => {
    const latin = await get('/v1/trends?respondent=419&breakdown=_T&indicator=victims-identified');
    expect(latin.series.map((s: { respondent: { code: string } }) => s.respondent.code)).toEqual(['SV']);
    const both = await get('/v1/observations?respondent=JP,419,SV&indicator=persons-arrested');
    expect(both.items).toHaveLength(1);
    expect((await store.get('/v1/trends?respondent=420')).status).toBe(400);
  });

  it('are listed with their areas, in the language asked for', async () => {
    const { items } = await get('/v1/regions?lang=zh');
    const latin = items.find(({ code }: { code: string }) => code === '419');
    expect(latin).toMatchObject({ name: '拉丁美洲和加勒比', parent: '019' });
    expect(latin.respondents).toEqual(expect.arrayContaining(['SV', 'JM']));
    expect(latin.respondents).not.toContain('US');
  });
});

describe('collections', () => {
  it('have their names in the language asked for, or the title of their latest round', async () => {
    const nameOf = async (language: string) =>
      (await get(`/v1/collections?lang=${language}`)).items.map(({ name }: { name: string }) => name);
    expect(await nameOf('en')).toEqual(['Round of 2009', 'UNODC, trafficking in persons']);
    expect(await nameOf('fr')).toEqual(['Round of 2009', 'ONUDC, traite des personnes']);
    const names = await Promise.all(languages.map(async (language) => (await nameOf(language))[1]));
    expect(new Set(names).size).toBe(languages.length);
  });
});

describe('availability', () => {
  const row = (respondent: string, indicator: string, dimensions: string, ...counts: (number | null)[]) => {
    const [series, figures, firstYear, lastYear] = counts;
    return { collection: 'c', respondent, indicator, dimensions, series, figures, firstYear, lastYear };
  };
  const salvador = [
    row('SV', 'persons-arrested', '_T', 1, 1, null, null),
    row('SV', 'victims-identified', '_T', 1, 2, 2006, 2007),
    row('SV', 'victims-identified', 'age,sex', 1, 1, 2006, 2006),
    row('SV', 'victims-identified', 'sex', 2, 2, 2006, 2006),
  ];
  const greece = row('GR', 'victims-identified', '_T', 1, 1, 2005, 2005);
  const japan = row('JP', 'victims-identified', '_T', 1, 1, 2005, 2005);

  it('counts series and figures by kind of breakdown', async () => {
    expect((await get('/v1/availability')).items).toEqual([greece, japan, ...salvador]);
    expect((await get('/v1/availability?breakdown=sex&respondent=019')).items).toEqual([salvador[3]]);
  });

  it('is that of the vintage asked for', async () => {
    expect((await get('/v1/availability?asOf=2008-02-01')).items).toEqual(salvador);
    expect((await get('/v1/availability?at=3&asOf=2009-01-01')).items).toEqual([greece, ...salvador]);
  });
});
