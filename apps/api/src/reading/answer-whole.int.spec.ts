/** `limit=all`: every table that has pages, whole as CSV (and as Parquet: parquet.int.spec), equal to its pages one after another. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { get as httpGet } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';
import { routes } from '../routes/routes.js';
import { tableMedia } from '../formats/choose-format.js';

let store: FilledStore;
let address: string;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const sexes: Record<string, string>[] = [{}, { sex: 'female' }, { sex: 'male' }];
/** 2,028 series of two years each: more than one part, each of which ends between a whole and its parts. */
const many = letters
  .flatMap((a) => letters.map((b) => `x-${a}${b}`.toLowerCase()))
  .flatMap((citizenship) =>
    sexes.flatMap((sex) =>
      ['2005', '2006'].map((year, i) =>
        figure('victims-identified', year, i, { breakdown: { citizenship, ...sex } }),
      ),
    ),
  );

/** In the order of identifiers each part comes before its whole. */
const wholesAndParts: Record<string, string>[] = [
  {},
  { age: 'child' },
  { age: 'child', sex: 'female' },
  { age: 'child', sex: 'male' },
];

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV', 'SI']),
    opened('c', '2009'),
    opened('d', '2008'),
    submitted('SV', '2008-01-20', many, [{ topic: 'shelters', paragraph: 5, note: '=1+1' }]),
    submitted('GR', '2008-01-21', [
      figure('persons-prosecuted', '2003/2006', 304),
      ...wholesAndParts.map((breakdown, i) => figure('victims-identified', '2006', i, { breakdown })),
    ]),
    submitted('GR', '2009-01-21', [figure('persons-prosecuted', '2006', 9)], [], '2009'),
  );
  await store.apply();
  address = await store.listen();
}, 60_000);
afterAll(() => store.close());

const samples: Record<string, string> = {
  '/v1/revisions': '?from=2008-01-01&to=2008-12-31',
  '/v1/differences': '?collection=c&from=2008&to=2009',
  '/v1/rates': '?indicator=victims-identified',
  '/v1/shares': '?indicator=victims-identified&breakdown=sex:female',
};
const listed = routes.filter(
  ({ query, alsoAs, path }) =>
    'cursor' in query.shape && alsoAs?.includes(tableMedia[0]!) && !path.includes(':'),
);

/** The pages of a table one after another. */
async function readPages(path: string): Promise<string> {
  let whole = '';
  for (let next: string | undefined = path; next;) {
    const page = await store.get(next, { accept: 'text/csv' });
    expect(page.status).toBe(200);
    whole += whole ? page.text.slice(page.text.indexOf('\r\n') + 2) : page.text;
    next = /<([^>]+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
  }
  return whole;
}

describe('limit=all', () => {
  it('is for every list with a table', () => {
    expect(listed.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/v1/trends', '/v1/observations', '/v1/findings', '/v1/revisions']),
    );
  });

  it.each(listed.map(({ path }) => path))('of %s gives what its pages give', async (path) => {
    const url = `${path}${samples[path] ?? '?'}`;
    const whole = await store.get(`${url}&format=csv&limit=all`);
    expect([whole.status, whole.headers['link']]).toEqual([200, undefined]);
    const pages = await readPages(`${url}&limit=1000`);
    // Of trends a page may end between a whole and its parts; where all are read, no whole is behind its parts.
    const rows = (text: string) => (path === '/v1/trends' ? text.split('\r\n').sort() : text);
    expect(rows(whole.text)).toEqual(rows(pages));
  });

  it('of trends has each whole before its parts, wherever a part of the list ends', async () => {
    const { text } = await store.get('/v1/trends?respondent=GR,SV&format=csv&limit=all');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const keys = [
      ...new Set(
        rows.map((row) =>
          ['collection', 'respondent', 'indicator', 'breakdown'].map((name) => row[name]).join('~'),
        ),
      ),
    ];
    expect(keys.length).toBeGreaterThan(many.length / 2);
    expect(keys).toEqual([...keys].sort());
  });

  it('gives all figures of a selection at a vintage, with the tag that says when it changes', async () => {
    const url = '/v1/observations?asOf=2008-01-20&at=5&limit=all&format=csv';
    const whole = await store.get(url);
    const rows = parse(whole.text, { columns: true });
    expect([rows.length, whole.headers['rapporteur-position']]).toEqual([many.length, '5']);
    const again = await store.get(url, { 'if-none-match': whole.headers['etag']! });
    expect([again.status, again.text]).toEqual([304, '']);
    const zipped = await store.get(url, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped.bytes).toString()).toBe(whole.text);
  });

  it.each([
    ['/v1/observations?limit=all', 'only-as-csv'],
    ['/v1/observations?limit=all&format=xlsx', 'only-as-csv'],
    ['/v1/observations?limit=all&format=csv&respondent=nobody', 'bad-parameters'],
    ['/v1/observations?limit=all&format=csv&at=99', 'position-not-reached'],
    ['/v1/observations?limit=some&format=csv', 'bad-parameters'],
  ])('is refused where it cannot be: %s', async (url, code) => {
    const { status, body } = await store.get(url);
    expect([status, body.type]).toEqual([400, `/problems/${code}`]);
  });

  it('gives its connection back when its client is gone, and lets others read meanwhile', async () => {
    const gone = Array.from(
      { length: 12 },
      () =>
        new Promise<void>((done, fail) => {
          const asking = httpGet(`${address}/v1/observations?limit=all&format=csv`, { agent: false });
          asking.on('response', (response) => {
            response.destroy();
            done();
          });
          asking.on('error', fail);
        }),
    );
    await Promise.all(gone);
    expect((await store.get('/v1/trends?respondent=GR')).status).toBe(200);
    expect(store.pool.totalCount - store.pool.idleCount).toBeLessThanOrEqual(5);
  });
});
