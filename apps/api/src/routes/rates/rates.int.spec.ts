/** Rates, shares and SDG 16.2.2 from events to answers: what each rests on, and that population is no subject. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { figure, openFilledStore, opened, submitted, type FilledStore } from '../../harness/filled-store.js';

let store: FilledStore;
const detected = (period: string, value: number | null, more: Partial<Observation> = {}) =>
  ({ ...figure('victims-detected', period, value ?? 0, more), value }) as Observation;
const labour = { 'form-of-exploitation': 'forced-labour' };

/** A publication of population about one area. */
const published = (
  respondent: string,
  receivedOn: string,
  round: string,
  observations: Observation[],
): DomainEvent => {
  const event = submitted(respondent, receivedOn, observations, [], round);
  return { ...event, data: { ...event.data, collection: 'population' } } as DomainEvent;
};
const people = (year: string, value: number, breakdown = {}) =>
  figure('population', year, value, { breakdown });

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-20', [
      detected('2005', 18),
      detected('2006', 37),
      detected('2006', 10, { breakdown: labour }),
      detected('2005', 30, { breakdown: labour }),
      detected('2006', 21, { breakdown: { sex: 'female' } }),
      detected('2006', 5, { breakdown: { sex: 'female', age: 'child' }, qualifier: 'fewer-than' }),
      detected('2006', 2, { breakdown: { citizenship: 'pe' } }),
    ]),
    submitted('PE', '2008-01-21', [
      detected('2006', 62),
      detected('2006', 43),
      detected('2003/2006', 304),
      detected('2005', null, { qualifier: 'none-known' }),
    ]),
    submitted('CL', '2008-01-22', [detected('2006', 100), detected('2006', 20, { breakdown: labour })]),
    submitted('TW', '2008-01-22', [detected('2006', 9)]),
  );
  await store.record(
    opened('population', '2007'),
    opened('population', '2027'),
    published('SV', '2007-06-01', '2007', [people('2006', 7_000_000)]),
    published('SV', '2027-06-01', '2027', [
      people('2006', 6_100_000),
      people('2006', 3_000_000, { sex: 'female' }),
    ]),
  );
  await store.apply();
}, 60_000);
afterAll(() => store.close());

const read = async (url: string) => {
  const { status, body } = await store.get(url);
  expect([url, status, body.problems]).toEqual([url, 200, undefined]);
  return body;
};
const rates = async (query: string) => (await read(`/v1/rates?indicator=victims-detected&${query}`)).items;
const problems = async (url: string) => {
  const { status, body } = await store.get(url);
  return [status, ...(body.problems ?? []).map(({ pointer }: { pointer: string }) => pointer)];
};

describe('a rate', () => {
  it('rests on the figure and on the population of its year, and names both', async () => {
    const [rate] = await rates('respondent=CL&breakdown=_T');
    expect(rate).toMatchObject({
      respondent: { code: 'CL', name: 'Chile' },
      indicator: { code: 'victims-detected', unit: 'victim' },
      breakdown: {},
      period: '2006',
      figure: { id: 'c~CL~victims-detected~_T~2006', value: 100, event: 4, paragraph: 14 },
      population: {
        id: 'population~CL~population~_T~2006',
        round: 'population/world-bank-2026',
        event: null,
        receivedOn: { onOrBefore: '2026-03-06' },
      },
      per: 100_000,
    });
    const { value } = rate.population;
    expect((rate.rate * value) / 100_000).toBeCloseTo(100, 6);
    expect(rate.interval.low).toBeCloseTo((81.36399125092314 * 100_000) / value, 8);
    expect(rate.interval.high).toBeCloseTo((121.62679379242638 * 100_000) / value, 8);
  });

  it('is per as many people as are asked for', async () => {
    const [[hundred], [million]] = await Promise.all(
      ['', '&per=1000000'].map((per) => rates(`respondent=CL&breakdown=_T${per}`)),
    );
    expect(million.rate / hundred.rate).toBeCloseTo(10, 9);
    expect(million.per).toBe(1_000_000);
  });

  it('takes the publication that was received last, by sex where that has it', async () => {
    const [whole, , women] = await Promise.all(
      ['_T', 'age', 'sex'].map((kind) => rates(`respondent=SV&breakdown=${kind}&from=2006&to=2006`)),
    );
    expect(whole[0].population).toMatchObject({ value: 6_100_000, round: 'population/2027', breakdown: {} });
    expect(whole[0].population.event).toBeGreaterThan(0);
    expect(women[0].population).toMatchObject({ value: 3_000_000, breakdown: { sex: 'female' } });
    // Of its year before it says nothing, and no other publication or year stands in for it.
    const [before] = await rates('respondent=SV&breakdown=_T&from=2005&to=2005');
    expect(before).toMatchObject({ rate: null, interval: null, reason: 'no-population', population: null });
  });

  it('is of one state of knowledge, as of a day and at a position', async () => {
    const [early] = await rates('respondent=SV&breakdown=_T&from=2006&to=2006&asOf=2008-12-31');
    expect(early.population).toMatchObject({ value: 7_000_000, round: 'population/2007' });
    const [shipped] = await rates('respondent=SV&breakdown=_T&from=2006&to=2006&asOf=2026-12-31');
    expect(shipped.population).toMatchObject({ value: 6_002_319, round: 'population/world-bank-2026' });
    const [at] = await rates('respondent=SV&breakdown=_T&from=2006&to=2006&at=8');
    expect(at.population).toMatchObject({ value: 6_002_319, event: null });
    const [unknown] = await rates('respondent=CL&breakdown=_T&asOf=2008-12-31');
    expect(unknown).toMatchObject({ rate: null, reason: 'population-known-later' });
  });

  it('is none where there can be none, and says why', async () => {
    const items = await rates('respondent=PE,TW');
    const told = items.map(({ period, reason, rate, interval }: never) => [period, reason, rate, interval]);
    expect(told).toEqual([
      ['2003/2006', 'not-one-year', null, null],
      ['2005', 'none-known', null, { low: 0, high: null }],
      ['2006', 'conflicting', null, { low: expect.any(Number), high: expect.any(Number) }],
      ['2006', 'no-population', null, null],
    ]);
    expect(items[2].figure.values).toHaveLength(2);
  });

  it('goes page by page, with all values of a figure on one page', async () => {
    const whole = await rates('respondent=PE');
    const paged = [];
    for (let cursor = ''; ;) {
      const body = await read(`/v1/rates?indicator=victims-detected&respondent=PE&limit=1${cursor}`);
      paged.push(...body.items);
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
  });

  it('goes out as a table and a cube', async () => {
    const { text } = await store.get('/v1/rates?respondent=SV&breakdown=sex;age,sex', { accept: 'text/csv' });
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['breakdown'], row['population_breakdown'], row['rate']])).toEqual([
      ['age:child,sex:female', '_T', '0..0.0655737704918'],
      ['sex:female', 'sex:female', '0.7'],
    ]);
    const cube = (await store.get('/v1/rates?respondent=SV&breakdown=sex&format=json-stat')).body;
    expect(cube.dimension.measure.category.index).toEqual(['population', 'rate', 'rate_high', 'rate_low']);
    expect(Object.values(cube.value)).toContain(0.7);
  });

  it('is of subjects: population by population is refused', async () => {
    expect(await problems('/v1/rates?indicator=population')).toEqual([400, '/indicator']);
    expect(await problems('/v1/rates?per=0')).toEqual([400, '/per']);
    expect((await read('/v1/rates?collection=population')).items).toEqual([]);
  });
});

describe('the rate of a panel', () => {
  const asked = '/v1/panels?indicator=victims-detected&collection=c&from=2006&to=2006';
  it('is sum over sum, over those who are summed', async () => {
    const body = await read(`${asked}&respondent=SV,CL,BO&per=100000`);
    const [{ population: chile }] = await rates('respondent=CL&breakdown=_T');
    expect(body.rates).toMatchObject([
      { year: 2006, population: 6_100_000 + chile.value, without: [], interval: expect.any(Object) },
    ]);
    expect((body.rates[0].rate * body.rates[0].population) / 100_000).toBeCloseTo(137, 6);
    expect(body.sentence).toMatchObject({ k: 2, n: 3 });
  });

  it('is none where the population of one of them is missing, and not there unless it is asked for', async () => {
    const body = await read(`${asked}&respondent=SV,TW&per=100000`);
    expect(body.rates).toMatchObject([{ rate: null, reason: 'no-population', without: [{ code: 'TW' }] }]);
    const plain = await read(`${asked}&respondent=SV,TW`);
    expect([plain.rates, plain.per]).toEqual([undefined, undefined]);
  });
});

describe('SDG 16.2.2', () => {
  it('has the codes of the global structure', async () => {
    const { items, populationSource } = await read(
      '/v1/tables/sdg-16-2-2?respondent=SV,CL&from=2006&to=2006',
    );
    expect(items.map((row: never) => [row['refArea'], row['series'], row['sex'], row['age']])).toEqual([
      ['152', 'VC_HTF_DETVR', '_T', '_T'],
      ['152', 'VC_HTF_DETVFLR', '_T', '_T'],
      ['222', 'VC_HTF_DETVR', '_T', '_T'],
      ['222', 'VC_HTF_DETVR', 'F', 'Y0T17'],
      ['222', 'VC_HTF_DETVFLR', '_T', '_T'],
      ['222', 'VC_HTF_DETVR', 'F', '_T'],
    ]);
    expect(populationSource).toMatchObject({ licence: 'CC BY 4.0' });
  });

  it('has the rates of /v1/rates', async () => {
    const { items } = await read('/v1/tables/sdg-16-2-2?respondent=SV&from=2006&to=2006');
    const own = await rates('respondent=SV&from=2006&to=2006&breakdown=sex;age,sex;_T;form-of-exploitation');
    expect(items.map(({ rate }: never) => rate)).toEqual(own.map(({ rate }: never) => rate));
  });
});

describe('a share', () => {
  const asked = '/v1/shares?indicator=victims-detected&breakdown=form-of-exploitation:forced-labour';
  it('is the part by its total of the same year; a larger part is refused', async () => {
    const { items, panel } = await read(`${asked}&respondent=SV,CL`);
    expect(items).toMatchObject([
      { respondent: { code: 'CL' }, year: 2006, part: { value: 20 }, total: { value: 100 }, share: 0.2 },
      { respondent: { code: 'SV' }, year: 2005, share: null, interval: null, reason: 'part-exceeds-total' },
      { respondent: { code: 'SV' }, year: 2006, part: { value: 10 }, total: { value: 37 } },
    ]);
    // scipy 1.17.1: binomtest(20, 100).proportion_ci(0.95, method='exact')
    expect(items[0].interval.low).toBeCloseTo(0.12665555210195592, 10);
    expect(items[0].interval.high).toBeCloseTo(0.2918426890886282, 10);
    expect(panel).toBeNull();
  });

  it('of a region is sum over sum, of those who have both in every year', async () => {
    const { items, panel } = await read(`${asked}&region=419&collection=c&from=2006&to=2006`);
    expect(items).toEqual([]);
    expect(panel).toMatchObject({
      region: { code: '419' },
      years: [{ year: 2006, part: 30, total: 137, share: 0.21897810219 }],
      reported: [{ code: 'CL' }, { code: 'SV' }],
      sentence: { k: 2, n: panel.of.length },
    });
    const { panel: longer } = await read(`${asked}&region=419&collection=c&from=2005&to=2006`);
    expect(longer.refused).toMatchObject([{ respondent: { code: 'SV' }, years: [2005] }]);
    expect(longer.years).toEqual([]);
  });

  it('of a list is the same as of a region with the same members, without those who count others', async () => {
    const years = 'collection=c&from=2006&to=2006';
    const { panel: region } = await read(`${asked}&region=419&${years}`);
    const { items, panel } = await read(`${asked}&respondent=SV,CL,PE,AW-CW&together=true&${years}`);
    expect(items).toEqual([]);
    expect(panel).toMatchObject({ years: region.years, reported: region.reported, sentence: { k: 2, n: 3 } });
    expect(panel.region).toBeUndefined();
    const { panel: longer } = await read(
      `${asked}&respondent=SV,CL&together=true&collection=c&from=2005&to=2006`,
    );
    expect(longer.refused).toMatchObject([{ respondent: { code: 'SV' }, years: [2005] }]);
    const { text } = await store.get(`${asked}&respondent=SV,CL&together=true&${years}&format=csv`);
    expect(parse(text, { columns: true })).toMatchObject([{ region: '', value: '30', respondents: 'CL SV' }]);
    expect(await problems(`${asked}&respondent=SV&together=true`)).toEqual([400, '/collection', '/from']);
    expect(await problems(`${asked}&together=true&${years}`)).toEqual([400, '/respondent']);
  });

  it('needs one part, and of a region one collection and the years', async () => {
    expect(await problems('/v1/shares?indicator=victims-detected&breakdown=_T')).toEqual([400, '/breakdown']);
    expect(await problems('/v1/shares?indicator=victims-detected')).toEqual([400, '/breakdown']);
    expect(await problems(`${asked}&region=419`)).toEqual([400, '/collection', '/from']);
    expect(await problems(`${asked}&region=419&respondent=SV&collection=c&from=2005&to=2006`)).toEqual([
      400,
      '/region',
    ]);
  });

  it('goes out as a table', async () => {
    const { text } = await store.get(`${asked}&region=419&collection=c&from=2006&to=2006&format=csv`);
    const [row] = parse(text, { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      region: '419',
      value: '30',
      total: '137',
      respondents: 'CL SV',
      reported: '2',
    });
  });
});

describe('population', () => {
  it('is in no list that does not ask for it', async () => {
    const lists = [
      'observations',
      'trends',
      'availability',
      'rounds',
      'respondents',
      'indicators',
      'inconsistencies',
    ];
    for (const name of [...lists, 'discrepancies', 'revisions?from=2007-01-01&to=2028-01-01']) {
      const { text } = await store.get(`/v1/${name}`);
      expect([name, /"population/.test(text)]).toEqual([name, false]);
    }
    const { bytes } = await store.get('/v1/package');
    expect(strFromU8(unzipSync(bytes)['observations.csv']!)).not.toContain('population');
  });

  it('is there for those who ask for it, with its history', async () => {
    const { items } = await read('/v1/observations?indicator=population');
    expect(items.map((item: never) => item['value'])).toEqual([6_100_000, 3_000_000]);
    expect((await read('/v1/observations?collection=population')).items).toEqual(items);
    expect((await read('/v1/trends?indicator=population&breakdown=_T')).series).toHaveLength(1);
    expect((await read('/v1/rounds/population/2027')).id).toBe('population/2027');
    expect((await read(`/v1/observations/${items[0].id}`)).id).toBe(items[0].id);
    const revised = await read('/v1/revisions?from=2007-07-01&to=2028-01-01&collection=population');
    expect(JSON.stringify(revised)).toContain('population~SV~population~_T~2006');
  });
});
