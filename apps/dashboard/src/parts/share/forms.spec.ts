/** The forms of an answer, and the chart of a selection: what an address has, and no more. */
import { describe, expect, it } from '@jest/globals';
import { chartAddress, formsOf } from './forms.js';

const asked =
  '/v1/trends?respondent=SV&indicator=a&from=2015&to=2018&limit=1000&asOf=2023-01-01&at=9&lang=fr';
const addressOf = (data: string, name: string) => formsOf(data).find((form) => form.name === name)?.address;

describe('formsOf', () => {
  it('gives each form of a table at the same position', () => {
    const forms = formsOf(asked);
    expect(forms.map(({ name }) => name)).toEqual([
      ...['csv', 'xlsx', 'json', 'parquet', 'json-stat', 'sdmx-csv', 'package'],
    ]);
    for (const { address } of forms)
      expect([new URLSearchParams(address.split('?')[1]).get('at'), address]).toEqual(['9', address]);
  });

  it('asks for the whole list where that can be sent, and for the package without what it does not take', () => {
    expect(addressOf(asked, 'csv')).toContain('limit=all');
    expect(addressOf(asked, 'parquet')).toMatch(/limit=all.*format=parquet/);
    expect(addressOf(asked, 'xlsx')).toContain('limit=1000');
    expect(addressOf(`${asked}&breakdown=_T`, 'package')).not.toMatch(/limit|breakdown/);
  });

  it('names the selection in SDMX, but no region, which SDMX does not have', () => {
    const query = new URLSearchParams(addressOf(asked, 'sdmx-csv')!.split('?')[1]);
    expect(query.get('c[TIME_PERIOD]')).toBe('ge:2015+le:2018');
    expect([query.get('c[REF_AREA]'), query.get('c[COLLECTION]')]).toEqual(['SV', null]);
    expect(addressOf('/v1/trends?respondent=SV,419&at=9', 'sdmx-csv')).toBeUndefined();
  });

  it('has JSON alone of what is no table', () => {
    expect(formsOf('/v1/rounds/c/2008/report?at=9').map(({ name }) => name)).toEqual(['json']);
  });
});

describe('chartAddress', () => {
  it('is the chart of one indicator and up to six respondents; of several breakdowns the total', () => {
    expect(chartAddress(asked, 'png')).toBe(
      '/v1/charts/trend.png?respondent=SV&indicator=a&from=2015&to=2018&asOf=2023-01-01&at=9&lang=fr&breakdown=_T',
    );
    expect(chartAddress('/v1/trends?respondent=SV&indicator=a&breakdown=sex', 'svg')).toContain(
      'breakdown=sex',
    );
    expect(chartAddress('/v1/trends?respondent=SV&indicator=a&breakdown=sex;age', 'svg')).toContain('=_T');
  });

  it.each([
    '/v1/trends?indicator=a',
    '/v1/trends?respondent=SV',
    '/v1/trends?respondent=SV&indicator=a,b',
    '/v1/trends?respondent=A,B,C,D,E,F,G&indicator=a',
    '/v1/rates?respondent=SV&indicator=a',
  ])('is not there for %s', (data) => expect(chartAddress(data, 'html')).toBeUndefined());
});
