/** A chart at an address: what it draws is what the tables hold, it says where that comes from, and it stands alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../../harness/filled-store.js';

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  const years = [18, 21, 36].map((value, i) => figure('persons-prosecuted', String(2005 + i), value));
  const parts = ['child', 'adult', 'unknown'].flatMap((age) =>
    ['female', 'male', 'unknown'].map((sex) =>
      figure('persons-convicted', '2006', 3, { breakdown: { age, sex } }),
    ),
  );
  await store.record(
    opened('c', '2008', ['SV', 'GR', 'PE']),
    submitted('SV', '2008-01-10', years),
    submitted('GR', '2008-01-20', [
      figure('persons-prosecuted', '2006', 5, { qualifier: 'fewer-than' }),
      figure('persons-prosecuted', '2003/2006', 304, { paragraph: 15 }),
    ]),
    submitted('PE', '2008-01-20', [
      figure('persons-arrested', 'undated', 4),
      figure('persons-arrested', '2006', 9),
      ...parts,
    ]),
    corrected('SV', '2008-03-01', [figure('persons-prosecuted', '2007', 37)]),
  );
  await store.apply();
}, 60_000);
afterAll(() => store.close());

const trend = '/v1/charts/trend.svg?indicator=persons-prosecuted';
const describedIn = (svg: string) => /<desc>([^<]*)<\/desc>/.exec(svg)![1];
const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

describe('a chart at an address', () => {
  it('holds the figures of its series, in words as well, with source, paragraphs and the address at its position', async () => {
    const { status, headers, text } = await store.get(`${trend}&respondent=SV`);
    expect([status, headers['content-type'], headers['content-language']]).toEqual([
      200,
      'image/svg+xml',
      'en',
    ]);
    new SaxesParser().write(text).close();
    expect(describedIn(text)).toBe(
      'Persons prosecuted – El Salvador: 18 in 2005, 21 in 2006 and 37 in 2007.',
    );
    const [title, ...others] = textsIn(text);
    expect(title).toBe('Persons prosecuted – El Salvador');
    expect(others).toContain('Persons prosecuted (persons)');
    expect(others.slice(-3, -1)).toEqual(['Source: Round of 2008', 'Replies of respondents, paragraph 14.']);
    expect(others.at(-1)!.replaceAll('&amp;', '&')).toBe(`${trend}&respondent=SV&at=5`);
  });

  it('is what was known on a day, and the same bytes for ever at a position', async () => {
    const then = (await store.get(`${trend}&respondent=SV&asOf=2008-02-01`)).text;
    expect(describedIn(then)).toContain('36 in 2007');
    const at = await store.get(`${trend}&respondent=SV&at=5`);
    expect(at.text).toBe((await store.get(`${trend}&respondent=SV`)).text);
  });

  it('names each of several series, and writes bounds and spans as they were meant', async () => {
    const { text } = await store.get(`${trend}&respondent=SV,GR`);
    expect(textsIn(text)).toEqual(
      expect.arrayContaining(['Persons prosecuted', 'El Salvador', 'Greece', 'fewer than 5', '304']),
    );
    expect(textsIn(text).join(' ')).toContain('paragraphs 14–15.');
  });

  it('is in the language that is asked for', async () => {
    const chinese = await store.get(`${trend}&respondent=SV&lang=zh`);
    expect([chinese.headers['content-language'], textsIn(chinese.text)[0]]).toEqual([
      'zh',
      '被起诉者 – 萨尔瓦多',
    ]);
    const french = await store.get(`${trend}&respondent=SV&lang=fr`);
    expect([french.headers['content-language'], textsIn(french.text)[0]]).toEqual([
      'fr',
      'Personnes poursuivies – El Salvador',
    ]);
  });

  it('says who has no figure, and which figures have no place in time', async () => {
    const { text } = await store.get('/v1/charts/trend.svg?indicator=persons-arrested&respondent=SV,PE,GR');
    const written = textsIn(text).join(' ');
    expect(written).toContain('Not drawn: Persons arrested – Peru: 4 (no period given).');
    expect(written).toContain('No figure of: El Salvador and Greece.');
    expect(describedIn(text)).toContain('9 in 2006');
  });

  it('is a PNG as well, of three pixels a unit', async () => {
    const path = `${trend.replace('.svg', '.png')}&respondent=SV`;
    const { headers, bytes } = await store.get(path);
    const view = Buffer.from(bytes);
    expect([headers['content-type'], view.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG']);
    const svg = (await store.get(`${trend}&respondent=SV`)).text;
    const [, width, height] = /^<svg[^>]* width="(\d+)"[^>]* height="([\d.]+)"/.exec(svg)!;
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([
      3 * Number(width),
      Math.ceil(3 * Number(height)),
    ]);
  });

  it('is a page for a frame as well, which anybody may show, which runs nothing, and leads to its figures', async () => {
    const { headers, text } = await store.get(`${trend.replace('.svg', '.html')}&respondent=SV&from=2006`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors \*;/);
    expect(text).not.toContain('<script');
    expect(/<title>(.*?)<\/title>/.exec(text)![1]).toBe('Persons prosecuted – El Salvador');
    const picture = (await store.get(`${trend}&respondent=SV&from=2006`)).text;
    // But for the address that the picture names.
    expect(text).toContain(picture.slice(0, picture.indexOf('/v1/')));
    const [, link] = /<a href="([^"]*)"/.exec(text)!;
    expect(link!.replaceAll('&amp;', '&')).toBe(
      '/?page=trends&collection=all&respondent=SV&indicator=persons-prosecuted&breakdown=_T&from=2006&at=5',
    );
    for (const kind of ['.svg', '.png'])
      expect(
        (await store.get(`${trend.replace('.svg', kind)}&respondent=SV`)).headers['content-security-policy'],
      ).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['indicator=persons-prosecuted', 400, 'bad-parameters'],
    ['indicator=persons-prosecuted,persons-convicted&respondent=SV', 400, 'bad-parameters'],
    ['indicator=persons-prosecuted&respondent=SV&format=png', 400, 'bad-parameters'],
    ['indicator=persons-convicted&respondent=SV', 404, 'nothing-to-draw'],
    ['indicator=persons-arrested&respondent=PE&from=2007&to=2007', 404, 'nothing-to-draw'],
    ['indicator=persons-convicted&respondent=PE&breakdown=age,sex', 400, 'too-many-series'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await store.get(`/v1/charts/trend.svg?${query}`);
    expect([answer.status, answer.body.type]).toEqual([status, expect.stringContaining(code)]);
    expect(answer.body.detail ?? answer.body.problems).toBeTruthy();
  });
});
