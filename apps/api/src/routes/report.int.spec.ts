/** The draft over HTTP: at the cut-off or any vintage, in its formats and languages, the same bytes for an address that is fixed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@rapporteur/names';
import { readDocx } from '@rapporteur/report';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';

let store: FilledStore;
const path = '/v1/rounds/c/2008/report';

beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV', 'GR']),
    submitted(
      'SV',
      '2008-01-10',
      [figure('persons-prosecuted', '2007', 6)],
      [{ topic: 'hotline', paragraph: 46 }],
    ),
    submitted('GR', '2008-02-20', [figure('persons-prosecuted', '2007', 62)]),
  );
  await store.apply();
}, 60_000);
afterAll(() => store.close());

const textOf = (body: { manifest: { claims: { id: string; text: string }[] } }, id: string) =>
  body.manifest.claims.find((claim) => claim.id === id)?.text;

describe('the report on a round', () => {
  it('is drafted at the cut-off, and at another day when asked', async () => {
    const { status, body, headers } = await store.get(path);
    expect(status).toBe(200);
    expect(headers['content-language']).toBe('en');
    expect(body.manifest.vintage).toEqual({ asOf: '2008-01-24', at: 3 });
    expect(textOf(body, 'replies-text')).toBe('El Salvador');
    expect(body.file).toContain(':figures{respondent=SV indicator=persons-prosecuted}');
    const { body: later } = await store.get(`${path}?asOf=2008-03-01`);
    expect(textOf(later, 'replies-text')).toBe('El Salvador and Greece');
  });

  it('comes as .docx with its claims inside, and as Markdown, in Chinese too', async () => {
    const docx = await store.get(`${path}?format=docx`);
    expect(docx.headers['content-disposition']).toContain('c-2008-2008-01-24-3.en.docx');
    const { manifest } = await readDocx(Buffer.from(docx.bytes));
    expect(manifest.claims.length).toBeGreaterThan(10);
    const chinese = await store.get(`${path}?format=md&lang=zh`);
    expect(chinese.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(chinese.headers['content-language']).toBe('zh');
    expect(chinese.text).toContain('萨尔瓦多报告了以下数字：*被起诉者*：6（2007年）');
  });

  it.each(languages)('is in the language %s where that is asked for, and says so', async (code) => {
    const { headers, body } = await store.get(`${path}?lang=${code}`);
    expect([headers['content-language'], body.document.language]).toEqual([code, code]);
  });

  it('is the same bytes for an address with day and position, whatever comes later', async () => {
    const address = `${path}?asOf=2008-02-28&at=3&format=`;
    const before = await Promise.all(['md', 'docx', 'json'].map((format) => store.get(address + format)));
    await store.record(corrected('SV', '2008-02-21', [figure('persons-prosecuted', '2007', 9)]));
    await store.apply();
    const after = await Promise.all(['md', 'docx', 'json'].map((format) => store.get(address + format)));
    for (const [i, { bytes }] of before.entries())
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(after[i]!.bytes))).toBe(0);
    const { body } = await store.get(`${path}?asOf=2008-02-28`);
    expect(textOf(body, 'figures-SV-persons-prosecuted')).toBe('nine in 2007');
  });

  it('is refused for a round or a format that there is not', async () => {
    expect((await store.get('/v1/rounds/c/2009/report')).body).toMatchObject({
      status: 404,
      title: 'There is no round "c/2009". There are: c/2008.',
    });
    expect((await store.get(`${path}?format=doc&asOf=2008-13-01`)).body.problems).toHaveLength(2);
  });
});
