/** How a chart is put into another page, for programs that know only its address: oEmbed 1.0. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../../harness/filled-store.js';

let store: FilledStore;
let published: FilledStore;
const publicUrl = 'https://figures.example';
const fill = async (one: FilledStore) => {
  await one.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-10', [
      figure('persons-prosecuted', '2006', 37),
      figure('persons-prosecuted', '2007', 6),
    ]),
  );
  await one.apply();
  return one;
};
beforeAll(async () => {
  store = await fill(await openFilledStore());
  published = await fill(await openFilledStore({ publicUrl }));
}, 60_000);
afterAll(async () => {
  await store.close();
  await published.close();
});

const chart = '/v1/charts/trend.svg?indicator=persons-prosecuted&respondent=SV';
const page = chart.replace('.svg', '.html');
const host = 'localhost:3000';
const ask = (url: string, more = '', one = store) =>
  one.get(`/v1/oembed?url=${encodeURIComponent(url)}${more}`, { host });
const srcIn = ({ html }: { html: string }) => /src="([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');

describe('how a chart is embedded', () => {
  it('is a frame of the size of its picture, with its title, for each address of the chart', async () => {
    for (const kind of ['svg', 'png', 'html']) {
      const { status, headers, body } = await ask(`http://${host}${chart.replace('svg', kind)}&at=2`);
      expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
      const picture = await store.get(`${chart}&at=2`);
      const height = Number(/<svg[^>]* height="([\d.]+)"/.exec(picture.text)![1]);
      expect(body).toEqual({
        type: 'rich',
        version: '1.0',
        title: 'Persons prosecuted – El Salvador',
        provider_name: 'Rapporteur',
        provider_url: `http://${host}/`,
        html: expect.stringMatching(/^<iframe [^<>]*><\/iframe>$/),
        width: 480,
        height: Math.ceil(height) + 26,
      });
      expect(srcIn(body)).toBe(`http://${host}${page}&at=2`);
      expect((await store.get(srcIn(body).slice(`http://${host}`.length))).status).toBe(200);
    }
  });

  it('keeps within the width and the height that are asked for', async () => {
    const url = `http://${host}${chart}`;
    const whole = (await ask(url)).body;
    const narrow = (await ask(url, '&maxwidth=240')).body;
    expect([narrow.width, narrow.height]).toEqual([240, Math.ceil((whole.height - 26) / 2) + 26]);
    const low = (await ask(url, '&maxwidth=100000&maxheight=100&format=json&unknown=1')).body;
    expect([low.width, low.height]).toEqual([480, 100]);
    expect(low.html).toContain('width="480" height="100"');
  });

  it('is of the view of trends, too, where a chart shows the same', async () => {
    const view = `http://${host}/?page=trends&collection=all&respondent=SV&indicator=persons-prosecuted`;
    const { body } = await ask(`${view}&breakdown=all&layout=facets&at=2&lang=zh`);
    expect(srcIn(body)).toBe(
      `http://${host}/v1/charts/trend.html?respondent=SV&indicator=persons-prosecuted&at=2&lang=zh`,
    );
    expect(body.title).toBe('被起诉者 – 萨尔瓦多');
    for (const other of ['&per=100000', '&scale=index', '&indicator=persons-convicted,persons-arrested'])
      expect((await ask(view.replace('&indicator=persons-prosecuted', '') + other)).status).toBe(404);
  });

  it('is told with the address that readers use, and the page of the chart says where', async () => {
    const { body } = await ask(`${publicUrl}${chart}&at=2`, '', published);
    expect(srcIn(body)).toBe(`${publicUrl}${page}&at=2`);
    const { text } = await published.get(`${page}&at=2`);
    const [, offered] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(text)!;
    const again = await published.get(offered!.replaceAll('&amp;', '&').slice(publicUrl.length));
    expect(again.body).toEqual(body);
    expect((await store.get(page)).text).not.toContain('oembed');
  });

  it.each([
    ['an address of another host', `http://elsewhere.example${chart}`],
    ['another host that looks like this one', `http://${host}@elsewhere.example${chart}`],
    ['another port', `http://localhost:3001${chart}`],
    ['no address', 'trend.svg'],
    ['an address without a host', chart],
    ['another scheme', `javascript://${host}${chart}`],
    [
      'another address of this service',
      `http://${host}/v1/trends?respondent=SV&indicator=persons-prosecuted`,
    ],
    ['another view', `http://${host}/?page=round&round=c/2008`],
    [
      'a chart of nobody',
      `http://${host}/v1/charts/trend.svg?indicator=persons-prosecuted&respondent=nobody`,
    ],
    ['a chart of nothing', `http://${host}/v1/charts/trend.svg?indicator=persons-convicted&respondent=SV`],
    ['a position that is to come', `http://${host}${chart}&at=99`],
    ['a parameter twice', `http://${host}${chart}&at=1&at=2`],
    ['a parameter that there is not', `http://${host}${chart}&__proto__=1`],
  ])('is not told of %s', async (_, url) => {
    const { status, body } = await ask(url);
    expect([status, body.type]).toEqual([404, '/problems/nothing-to-embed']);
  });

  it('puts nothing into the frame that an address could smuggle in', async () => {
    const { body } = await ask(`http://${host}${chart}&lang=en&wait=${'"><script>'}`);
    expect(body.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    expect((await ask(`http://${host}${chart}&from="><script>`)).status).toBe(404);
  });

  it('is not told as XML, nor without an address', async () => {
    const xml = await ask(`http://${host}${chart}`, '&format=xml');
    expect([xml.status, xml.body.type]).toEqual([501, '/problems/only-as-json']);
    expect((await store.get('/v1/oembed')).status).toBe(400);
    expect((await ask(`http://${host}${chart}`, '&maxwidth=0')).status).toBe(400);
    expect((await ask(`http://${host}${chart}`, '&format=yaml')).status).toBe(400);
  });
});
