/**
 * Constant panels from events to answers: which respondents are in the sum and which are not, and that no
 * number is invented.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { figure, openFilledStore, opened, submitted, type FilledStore } from '../harness/filled-store.js';
import { trends } from './trends.js';

let store: FilledStore;
const years = (values: readonly number[], more: object = {}) =>
  values.map((value, i) => figure('persons-prosecuted', String(2005 + i), value, more));

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008'),
    submitted('SV', '2008-01-20', [
      ...years([18, 37, 6]),
      ...years([900, 900, 900], { breakdown: { sex: 'female' } }),
    ]),
    submitted('PE', '2008-01-21', [
      ...years([2, 3]),
      figure('persons-prosecuted', '2007', 5, { qualifier: 'fewer-than' }),
    ]),
    submitted('GR', '2008-01-22', years([100, 100, 100])),
    submitted('BO', '2008-01-23', [...years([1, 62, 3]), figure('persons-prosecuted', '2006', 43)]),
    submitted('CL', '2008-01-23', [
      ...years([7]),
      ...years([0, 70, 80])
        .slice(1)
        .map((f, i) => (i === 0 ? { ...f, break: true as const } : f)),
    ]),
    submitted('CR', '2008-01-24', [
      figure('persons-prosecuted', '2005', 4),
      figure('persons-prosecuted', '2005/2007', 40),
    ]),
    submitted('EEU', '2008-01-24', years([5000, 5000, 5000])),
  );
  await store.apply();
}, 60_000);
afterAll(() => store.close());

const asked = 'indicator=persons-prosecuted&collection=c&from=2005&to=2007';
const panel = async (more: string, query = asked) => {
  const { status, body } = await store.get(`/v1/panels?${query}&${more}`);
  expect([status, body.title]).toEqual([200, undefined]);
  return body;
};
const codes = (named: readonly { code: string }[]) => named.map(({ code }) => code);
const problems = async (query: string) => {
  const { status, body } = await store.get(`/v1/panels?${query}`);
  return [status, ...body.problems.map(({ pointer }: { pointer: string }) => pointer)];
};

describe('a panel', () => {
  it('of a region sums who has every year, and names everybody else with what is missing', async () => {
    const body = await panel('region=419');
    expect(body.region).toEqual({ code: '419', name: 'Latin America and the Caribbean' });
    expect(body.years).toEqual([
      { year: 2005, value: 20 },
      { year: 2006, value: 40 },
      { year: 2007, value: { low: 6, high: 10 } },
    ]);
    expect(body.reported).toEqual([
      { code: 'PE', name: 'Peru' },
      { code: 'SV', name: 'El Salvador' },
    ]);
    expect(body.sentence).toEqual({ code: 'k-of-n-reported', k: 2, n: body.of.length, from: 2005, to: 2007 });
    expect(codes(body.of)).toEqual(expect.arrayContaining(['BO', 'BR', 'CL', 'CR', 'PE', 'SV']));
    expect(codes(body.of)).not.toContain('GR');
    const missing = Object.fromEntries(
      body.missing.map(({ respondent, ...rest }: { respondent: { code: string } }) => [
        respondent.code,
        rest,
      ]),
    );
    const nothing = { conflicting: [], noNumber: [], breaks: [] };
    expect(Object.keys(missing)).toHaveLength(body.of.length - 2);
    expect(missing).toMatchObject({
      BO: { ...nothing, years: [2006], conflicting: [2006] },
      CL: { ...nothing, years: [2005], breaks: [2006] },
      CR: { ...nothing, years: [2006, 2007] },
      BR: { ...nothing, years: [2005, 2006, 2007] },
    });
    expect([body.direction, body.trend.n, body.unit]).toEqual(['insufficient-data', 3, 'person']);
  });

  it('of a list takes each once, by code or name, and never an aggregate', async () => {
    const body = await panel(`respondent=${encodeURIComponent('萨尔瓦多')},SV,GR,EEU`);
    expect(body.years.map(({ value }: { value: number }) => value)).toEqual([118, 137, 106]);
    expect([codes(body.reported), codes(body.of)]).toEqual([
      ['GR', 'SV'],
      ['GR', 'SV'],
    ]);
    expect(body.leftOut).toEqual([
      { respondent: expect.objectContaining({ code: 'EEU' }), reason: 'aggregate' },
    ]);
    expect(body).not.toHaveProperty('region');
  });

  it('is of one breakdown, and has no sum, not zero, where nobody reported throughout', async () => {
    const female = await panel('region=419&breakdown=sex:female');
    expect(female.years.map(({ value }: { value: number }) => value)).toEqual([900, 900, 900]);
    const nobody = await panel('respondent=CU,BO');
    expect([nobody.years, nobody.reported, nobody.direction, nobody.trend]).toEqual([[], [], null, null]);
    expect(nobody.sentence).toMatchObject({ k: 0, n: 2 });
  });

  it('stands as it was known on a day', async () => {
    const body = await panel('region=419&asOf=2008-01-20');
    expect([codes(body.reported), body.years[2].value]).toEqual([['SV'], 6]);
  });

  it('goes out as a table, with who is in it', async () => {
    const { text } = await store.get(`/v1/panels?${asked}&respondent=SV,PE,CU`, { accept: 'text/csv' });
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toBe(
      'collection,region,region_name,indicator,indicator_name,unit,breakdown,year,value,reported,of,respondents,missing,direction,missing_reasons,population,per,rate,rate_low,rate_high,no_rate',
    );
    expect(rows.map((row) => row.split(',').slice(7, 15).join())).toEqual([
      '2005,20,2,3,PE SV,CU,insufficient-data,',
      '2006,40,2,3,PE SV,CU,insufficient-data,',
      '2007,6..10,2,3,PE SV,CU,insufficient-data,',
    ]);
  });
});

describe('the trend of a series with a break', () => {
  it('comes in segments, its own direction that of the last, and each row of its table with its own', async () => {
    const { body } = await store.get('/v1/trends?respondent=CL');
    expect(trends.answer.parse(body)).toEqual(body);
    const [series] = body.series;
    expect(series.years).toMatchObject([
      { year: 2005, value: 7, index: 100 },
      { year: 2006, value: 70, index: 100, break: true },
      { year: 2007, value: 80, change: 10 },
    ]);
    expect(series.years[1]).not.toHaveProperty('change');
    expect(series.segments).toMatchObject([
      { years: [2005], startsWithBreak: null, direction: 'insufficient-data', trend: { n: 1 } },
      { years: [2006, 2007], startsWithBreak: 2006, direction: 'insufficient-data', trend: { n: 2 } },
    ]);
    expect(series.trend).toEqual(series.segments[1].trend);
    const { text } = await store.get('/v1/trends?respondent=CL', { accept: 'text/csv' });
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['year'], row['break'], row['change'], row['comparison']])).toEqual([
      ['2005', '', '', ''],
      ['2006', 'true', '', ''],
      ['2007', '', '10', 'no-significant-difference'],
    ]);
  });
});

describe('what cannot be a panel', () => {
  it('is refused with the parameter that is wrong', async () => {
    expect(await problems(asked)).toEqual([400, '/region']);
    expect(await problems(`${asked}&region=419&respondent=SV`)).toEqual([400, '/region']);
    expect(await problems(`${asked}&region=418`)).toEqual([400, '/region']);
    expect(await problems('region=419&indicator=persons-prosecuted&collection=c')).toEqual([
      400,
      '/from',
      '/to',
    ]);
    expect(await problems('region=419&indicator=persons-prosecuted&collection=c&from=2007&to=2005')).toEqual([
      400,
      '/to',
    ]);
    expect(await problems('region=419&indicator=persons-prosecuted&collection=c&from=1800&to=1900')).toEqual([
      400,
      '/to',
    ]);
    expect(
      await problems(asked.replace('prosecuted', 'prosecuted,persons-convicted') + '&region=419'),
    ).toEqual([400, '/indicator']);
    for (const breakdown of ['citizenship', 'sex:femal', 'shape:round', ''])
      expect(await problems(`${asked}&region=419&breakdown=${breakdown}`)).toContain('/breakdown');
  });
});
