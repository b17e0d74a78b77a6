/**
 * A page of another website in the reader's browser reads what everybody may read, and can change nothing; our own page
 * works as before.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describePage } from './browser.js';
import { pages } from '../page/address.js';

const imports = '/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30';
const replies = '/v1/rounds/ecosoc-2006-27/2008/replies';
const reply = {
  respondent: 'France',
  receivedOn: '2008-03-01',
  observations: [{ indicator: 'persons-convicted', period: '2007', value: 12, paragraph: 3 }],
};
/** A host name that leads to this machine's address, as in DNS rebinding. */
const rebound = 'rebound.example';

let foreign: Server;
let foreignUrl: string;

beforeAll(async () => {
  foreign = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Somebody</title>');
  });
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  foreignUrl = `http://localhost:${(foreign.address() as AddressInfo).port}/`;
});
afterAll(() => void foreign.close());

describePage(
  'a page of somebody else',
  (site) => {
    const position = async () =>
      Number((await fetch(`${site.url}/v1/rounds`)).headers.get('rapporteur-position'));
    /** Collects the status of each of our answers to a POST. */
    const hear = () => {
      const statuses: number[] = [];
      site.page.on('response', (response) => {
        if (response.request().method() === 'POST') statuses.push(response.status());
      });
      return statuses;
    };

    it.each(['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'])(
      'cannot post a form as %s',
      async (type) => {
        const before = await position();
        for (const path of [imports, replies]) {
          await site.page.goto(foreignUrl);
          const statuses = hear();
          await site.page.evaluate(`(() => {
            const form = document.createElement('form');
            form.method = 'POST';
            form.enctype = ${JSON.stringify(type)};
            form.action = ${JSON.stringify(site.url + path)};
            const input = document.createElement('input');
            input.name = 'file';
            input.value = ${JSON.stringify(JSON.stringify(reply))};
            form.append(input);
            document.body.append(form);
            form.submit();
          })()`);
          await site.page.getByText('/problems/').waitFor();
          expect([path, statuses]).toEqual([path, [403]]);
        }
        expect(await position()).toBe(before);
      },
    );

    it.each(['svg', 'png'])('shows a chart as a picture of its own (%s)', async (kind) => {
      await site.page.goto(foreignUrl);
      const address = `${site.url}/v1/charts/trend.${kind}?indicator=persons-prosecuted&respondent=SV`;
      const width = await site.page.evaluate(`(async () => {
        const image = new Image();
        image.src = ${JSON.stringify(address)};
        document.body.append(image);
        await image.decode();
        return image.naturalWidth;
      })()`);
      expect(width).toBe(kind === 'svg' ? 480 : 1440);
    });

    it('shows a chart in the frame that oEmbed gives it, and nothing else of ours', async () => {
      const chart = `${site.url}/v1/charts/trend.png?indicator=persons-prosecuted&respondent=SV&at=27`;
      const { page } = site;
      await page.goto(foreignUrl);
      const told = (await page.evaluate(`(async () => {
        const answer = await fetch(${JSON.stringify(`${site.url}/v1/oembed?maxwidth=400&url=${encodeURIComponent(chart)}`)});
        const told = await answer.json();
        document.body.innerHTML = told.html;
        return told;
      })()`)) as { width: number; height: number };
      const frame = page.frameLocator('iframe');
      await frame.getByRole('link', { name: 'These figures and their sources' }).waitFor();
      expect(await frame.getByRole('img').getAttribute('aria-label')).toContain('6 in 2007');
      expect(await frame.getByText('Replies of respondents, paragraph').count()).toBe(1);
      const framed = page.frames().find((one) => one !== page.mainFrame())!;
      // Neither in width nor in height is anything cut off.
      const cut = '[scrollWidth - innerWidth, scrollHeight - innerHeight]';
      expect(
        await framed.evaluate(`(({ scrollWidth, scrollHeight }) => ${cut})(document.documentElement)`),
      ).toEqual([0, 0]);
      expect(await framed.evaluate('[innerWidth, innerHeight]')).toEqual([told.width, told.height]);
      expect(await framed.evaluate(`document.querySelector('svg').getBoundingClientRect().width`)).toBe(400);
      expect(site.faults).toEqual([]);
      const opened = page.context().waitForEvent('page');
      await frame.getByRole('link').click();
      const view = await opened;
      await view.getByText('El Salvador').first().waitFor();
      expect(view.url()).toContain('respondent=SV');
      await view.close();
      for (const path of [
        '/',
        '/v1/trends?respondent=SV',
        '/v1/rounds/ecosoc-2006-27/2008/report?format=html',
      ]) {
        await page.goto(foreignUrl);
        const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
        await page.evaluate(`(() => {
          const frame = document.createElement('iframe');
          frame.src = ${JSON.stringify(site.url + path)};
          document.body.append(frame);
        })()`);
        await refused;
      }
    }, 60_000);

    it('cannot post by a script, neither unasked nor asked', async () => {
      const before = await position();
      await site.page.goto(foreignUrl);
      const statuses = hear();
      const outcomes = await site.page.evaluate(`(async () => {
        const text = ${JSON.stringify(JSON.stringify(reply))};
        const form = () => {
          const data = new FormData();
          data.append('file', new Blob(['a,b\\n1,2\\n']), 'a.csv');
          return data;
        };
        const json = { 'content-type': 'application/json' };
        const outcomes = [];
        for (const path of ${JSON.stringify([imports, replies])}) {
          const address = ${JSON.stringify(site.url)} + path;
          for (const options of [
            { mode: 'no-cors', body: text },
            { mode: 'no-cors', body: text, headers: { 'content-type': 'text/plain; application/json' } },
            { mode: 'no-cors', body: form() },
            { mode: 'no-cors', body: new URLSearchParams({ file: text }) },
            { mode: 'no-cors', body: new Blob([text], { type: 'application/json' }) },
            { mode: 'no-cors', body: text, headers: json },
            { mode: 'cors', body: text, headers: json },
            { mode: 'cors', body: form(), headers: { 'rapporteur-request': '1' } },
            { mode: 'cors', body: text, headers: { 'content-type': 'text/csv' } },
          ])
            outcomes.push(await fetch(address, { method: 'POST', ...options }).then((a) => a.type, () => 'failed'));
          navigator.sendBeacon(address, text);
        }
        return outcomes;
      })()`);
      const each = [...Array<string>(6).fill('opaque'), ...Array<string>(3).fill('failed')];
      expect(outcomes).toEqual([...each, ...each]);
      expect(statuses.length).toBeGreaterThanOrEqual(12);
      expect(statuses.filter((status) => status !== 403)).toEqual([]);
      expect(await position()).toBe(before);
    });

    it('reads what everybody may read, and is told of each event', async () => {
      await site.page.goto(foreignUrl);
      const read = await site.page.evaluate(`(async () => {
        const ask = async (path, headers = {}) => {
          const answer = await fetch(${JSON.stringify(site.url)} + path, { headers });
          return [answer.status, answer.headers.get('etag'), await answer.text()];
        };
        const [status, tag, text] = await ask('/v1/trends?respondent=SV');
        const again = await ask('/v1/trends?respondent=SV', { 'if-none-match': tag });
        const wrong = await ask('/v1/trends?respondent=nobody');
        const [, , csv] = await ask('/v1/observations?respondent=SV&limit=all', { accept: 'text/csv' });
        const [sdmx] = await ask('/sdmx/v1/dataflow', { 'if-none-match': '"x"' });
        const told = await new Promise((done, fail) => {
          const source = new EventSource(${JSON.stringify(site.url)} + '/v1/events/stream?after=1');
          source.onmessage = ({ data }) => (source.close(), done(JSON.parse(data)));
          source.onerror = fail;
        });
        return { status, again: again[0], tag, text, wrong: wrong[2], csv, sdmx, told };
      })()`);
      expect(read).toMatchObject({
        status: 200,
        again: 304,
        tag: expect.stringMatching(/^(W\/)?"/),
        text: expect.stringContaining('El Salvador'),
        wrong: expect.stringContaining('bad-parameters'),
        csv: expect.stringMatching(/^id,collection,/),
        sdmx: 200,
        told: { event: 2 },
      });
    });

    it.each([
      ['the reader’s cookies', '/v1/trends', { credentials: 'include' }],
      ['an address that is not for everybody', '/v1/people', {}],
      ['figures of the service', '/metrics', {}],
      ['a change', '/v1/trends', { method: 'POST', body: '{}' }],
      ['a method that a read has not', '/v1/trends', { method: 'DELETE' }],
    ])('cannot read with %s', async (_, path, options) => {
      await site.page.goto(foreignUrl);
      const asked = JSON.stringify([site.url + path, options]).slice(1, -1);
      const outcome = `fetch(${asked}).then(() => 'read', (error) => error.constructor.name)`;
      expect(await site.page.evaluate(outcome)).toBe('TypeError');
    });

    it('cannot read by a name of its own that leads to us', async () => {
      const { port } = new URL(site.url);
      for (const path of ['/', '/v1/observations', '/health/ready', '/metrics']) {
        const answer = await site.page.goto(`http://${rebound}:${port}${path}`);
        expect([path, answer!.status()]).toEqual([path, 421]);
        expect(await answer!.text()).toContain('unknown-host');
      }
    });

    it('is not ours, which sends what is typed as it was', async () => {
      const before = await position();
      await site.open('/?page=submit&round=ecosoc-2006-27/2008&respondent=IS&lang=en');
      const { page } = site;
      await page.getByText('Iceland has no reply in this round yet').waitFor();
      await page.getByRole('button', { name: 'Add a figure' }).click();
      await page.locator('#receivedOn').fill('2008-02-11');
      await page.locator('#figure-1-indicator').selectOption('victims-identified');
      await page.locator('#figure-1-period').fill('2007');
      await page.locator('#figure-1-value').fill('4');
      await page.locator('#figure-1-paragraph').fill('2');
      await page.getByText('Breakdown, note and more').click();
      await page.locator('#figure-1-note').fill('Zoë 记录者');
      const check = page.getByRole('button', { name: 'Check and show what changes' });
      await check.click();
      await page.locator('.preview').waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('Stored as version 1').waitFor();
      for (let i = 0; i < 200 && (await position()) === before; i += 1) await page.waitForTimeout(50);
      const event = await fetch(`${site.url}/v1/events/${before + 1}`);
      expect(await event.json()).toMatchObject({
        data: { observations: [{ period: '2007', value: 4, note: 'Zoë 记录者' }] },
        meta: { recordedBy: 'owner' },
      });
    }, 60_000);

    it('has nothing forbidden to it that our pages need', async () => {
      for (const address of [
        ...pages.map((view) => `/?page=${view}&lang=en`),
        '/docs',
        '/v1/rounds/ecosoc-2006-27/2008/report?format=html',
        '/v1/rounds/ecosoc-2006-27/2008/report?format=md',
        '/v1/rounds',
        '/v1/charts/trend.html?indicator=persons-prosecuted&respondent=SV',
      ]) {
        await site.open(address);
        await site.page.locator('h1, h2, pre, main > svg').first().waitFor();
        await site.page.getByText('Asking the server…').first().waitFor({ state: 'detached' });
        await site.page.waitForTimeout(500);
        expect([address, site.faults]).toEqual([address, []]);
      }
      // Each address can be tried in the documentation.
      await site.open('/docs');
      await site.page.getByText('/v1/rounds', { exact: true }).first().click();
      await site.page.getByRole('button', { name: 'Execute' }).click();
      await site.page.locator('.live-responses-table').getByText('"ecosoc-2006-27/2008"').first().waitFor();
      expect(site.faults).toEqual([]);
      await site.open('/v1/rounds/ecosoc-2006-27/2008/report?format=html');
      expect(await site.page.evaluate(`getComputedStyle(document.body).margin`)).toBe('0px');
      const pictures = 'document.images.length > 0 && [...document.images].every((i) => i.naturalWidth > 0)';
      expect(await site.page.evaluate(pictures)).toBe(true);
    }, 90_000);
  },
  { browserArgs: [`--host-resolver-rules=MAP ${rebound} 127.0.0.1`] },
);
