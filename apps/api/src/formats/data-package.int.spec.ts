/**
 * The Data Package of a selection: the same figures as at its address, each field described, and the same bytes
 * each time.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-20', [
      ...Array.from({ length: 140 }, (_, i) => figure('persons-prosecuted', String(1860 + i), i)),
      figure('persons-prosecuted', '2002-07/2007-10', 80, { note: '=1+1' }),
    ]),
    submitted('GR', '2008-01-21', [
      figure('victims-identified', '2006', 62),
      figure('victims-identified', '2006', 43),
      figure('victims-identified', '2007', 9, { qualifier: 'fewer-than', breakdown: { sex: 'female' } }),
    ]),
  );
  await store.apply();
});
afterAll(() => store.close());

const headers = { host: 'some-name.localhost' };
async function open(url: string) {
  const { status, headers: answered, bytes } = await store.get(url, headers);
  expect(status).toBe(200);
  expect(answered['content-type']).toBe('application/zip');
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const descriptor = JSON.parse(files['datapackage.json']!) as {
    version: string;
    created: string;
    resources: { path: string; schema: { fields: { name: string; type: string; description: string }[] } }[];
  };
  const [header, ...rows] = parse(files['observations.csv']!) as string[][];
  return { bytes, files, descriptor, fields: descriptor.resources[0]!.schema.fields, header: header!, rows };
}

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  string: /^[^]+$/,
};

describe('a package', () => {
  it('has a field for every column of its CSV, in its order, and every cell is of its type', async () => {
    const { descriptor, fields, files, header, rows } = await open('/v1/package');
    expect(Object.keys(files)).toContain(descriptor.resources[0]!.path);
    expect(fields.map(({ name }) => name)).toEqual(header);
    expect(fields.every(({ description }) => description.length > 10)).toBe(true);
    for (const row of rows)
      for (const [i, cell] of row.entries()) if (cell) expect(cell).toMatch(forms[fields[i]!.type]!);
  });

  it('has the columns of /v1/observations, and its figures without pages', async () => {
    const { header, rows } = await open('/v1/package');
    const csv = parse((await store.get('/v1/observations?format=csv&limit=1000')).text) as string[][];
    expect([header, ...rows]).toEqual(csv);
    expect(rows).toHaveLength(144);
  });

  it('has the rates of its figures where they are asked for, as /v1/rates has them', async () => {
    const { files, descriptor } = await open('/v1/package?per=100000');
    expect(descriptor.resources.map(({ path }) => path)).toEqual(['observations.csv', 'rates.csv']);
    const [header, ...rows] = parse(files['rates.csv']!) as string[][];
    expect(descriptor.resources[1]!.schema.fields.map(({ name }) => name)).toEqual(header);
    const csv = parse((await store.get('/v1/rates?format=csv&limit=1000')).text) as string[][];
    expect([header, ...rows]).toEqual(csv);
    expect(files['datapackage.json']).toContain('World Bank');
    expect(files['README.md']).toContain('## Columns of rates.csv');
    expect(Object.keys((await open('/v1/package')).files)).not.toContain('rates.csv');
  });

  it('takes the filters of observations', async () => {
    const { rows } = await open('/v1/package?respondent=SV&from=1990&to=1991');
    expect(rows.map((row) => row[0]!.split('~').at(-1))).toEqual(['1990', '1991', '2002-07..2007-10']);
    expect((await store.get('/v1/package?limit=5')).status).toBe(400);
  });

  it('says where it is from, and that address gives the same bytes when more has been recorded', async () => {
    const asked = await open('/v1/package?respondent=GR&asOf=2008-03-31');
    const address = '/v1/package?respondent=GR&asOf=2008-03-31&at=3';
    expect(asked.files['README.md']).toContain(`as of 2008-03-31, position 3: <${address}>`);
    expect(asked.descriptor).toMatchObject({
      version: '3',
      created: '2008-02-01T00:00:00.000Z',
      sources: [{ title: 'c', path: address.slice(1), 'x-licence': 'licence: not known here' }],
      'x-position': 3,
      'x-asOf': '2008-03-31',
      'x-language': 'en',
    });
    const cited = await open(address);
    await store.record(corrected('GR', '2008-02-01', [figure('victims-identified', '2007', 8)]));
    await store.apply();
    expect((await open(address)).bytes).toEqual(cited.bytes);
    // The time of the first entry is not when the file was written, but 1980-01-01 00:00, the first time that
    // ZIP can hold.
    expect([...cited.bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
    expect((await open('/v1/package?respondent=GR')).bytes).not.toEqual(cited.bytes);
  });

  it('names the publisher of each collection, and its licence or that it states none', async () => {
    const round = { collection: 'unodc-glotip', round: '2023' };
    const given = submitted('PA', '2023-05-30', [figure('persons-convicted', '2020', 4)]);
    await store.record(opened(round.collection, round.round), {
      ...given,
      data: { ...given.data, ...round },
    } as typeof given);
    await store.apply();
    const { descriptor, files } = await open('/v1/package?collection=unodc-glotip');
    const title =
      'United Nations Office on Drugs and Crime (UNODC): UNODC, trafficking in persons (unodc-glotip)';
    const none = 'licence: none is stated; ask the publisher before you pass the figures on';
    expect(descriptor).toMatchObject({ sources: [{ title, 'x-licence': none }] });
    expect(files['README.md']).toContain(`- ${title}; ${none}\n`);
    const query = '/v1/observations?collection=unodc-glotip&format=';
    const stat = JSON.parse((await store.get(`${query}json-stat`)).text) as { source: string };
    expect(stat.source).toBe(`${title}; ${none}`);
    const sheets = unzipSync((await store.get(`${query}xlsx`)).bytes);
    expect(
      Object.values(sheets)
        .map((sheet) => strFromU8(sheet))
        .join(),
    ).toContain(title);
    expect(Buffer.from((await store.get(`${query}parquet`)).bytes).toString('latin1')).toContain(
      `${title}; ${none}`,
    );
  });
});
