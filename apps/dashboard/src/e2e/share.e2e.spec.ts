/** Taking a view elsewhere, in a real Chromium: each form is what its address gives; link, citation, frame and chart are copied. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describePage, findBarriers, findOverflow } from './browser.js';
import { fillEveryView } from './every-view.js';

describePage('what a view shows, taken elsewhere', (site) => {
  beforeAll(() => fillEveryView(site), 60_000);
  beforeEach(() => site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']));
  const view = '/?page=trends&respondent=SV&indicator=persons-convicted&collection=unodc-glotip';
  const dialog = () => site.page.getByRole('dialog', { name: 'Download, cite, embed, follow' });
  const openDialog = async (address = view) => {
    await site.open(`${address}&lang=en`);
    await site.page.getByRole('button', { name: 'Download, cite, embed, follow' }).click();
    await dialog().waitFor();
  };
  const choose = (form: string) => dialog().getByRole('radio', { name: form, exact: true }).check();
  const read = () => site.page.evaluate<string>('navigator.clipboard.readText()');
  const copied = async (button: string): Promise<string> => {
    await dialog().getByRole('button', { name: button }).first().click();
    await dialog().getByText('Copied', { exact: true }).waitFor();
    return read();
  };

  it('is saved in each form as its address gives it, after a look at how it begins', async () => {
    await openDialog();
    expect(await dialog().getByRole('radio').count()).toBe(9);
    const table = (
      await (
        await fetch(
          `${site.url}/v1/trends?respondent=SV&indicator=persons-convicted&collection=unodc-glotip&breakdown=_T&format=csv`,
        )
      ).text()
    )
      .trim()
      .split(/\r?\n/);
    expect(table).toHaveLength(8);
    for (const [form, begins] of [
      ['CSV', 'collection,respondent,'],
      ['XLSX', 'PK'],
      ['JSON', '{"series":['],
      ['Parquet', 'PAR1'],
      ['JSON-stat', '{"version":"2.0"'],
      ['SDMX-CSV', 'STRUCTURE,'],
      ['Data Package', 'PK'],
    ] as const) {
      await choose(form);
      const address = await dialog().getByLabel('Address of the file').inputValue();
      expect(address).toMatch(/[?&]at=\d+/);
      const given = Buffer.from(await (await fetch(address)).arrayBuffer());
      const preview = dialog().locator('pre.preview');
      await preview.waitFor();
      const says = dialog().locator('.form .says');
      if (['XLSX', 'Parquet'].includes(form)) {
        expect(await says.innerText()).toContain(`Rows: 7. Columns: ${table[0]!.split(',').length}`);
        expect((await preview.innerText()).split('\n')).toEqual(table[0]!.split(','));
      } else if (form === 'Data Package') {
        const files = Object.entries(unzipSync(given));
        const [, figures] = files.find(([name]) => name.endsWith('.csv'))!;
        const [header, ...rows] = strFromU8(figures).trim().split(/\r?\n/);
        expect(await says.innerText()).toContain(`Rows: ${rows.length}. `);
        expect((await preview.innerText()).split('\n').join()).toBe(header!.replace(/^\ufeff/, ''));
      } else expect(given.toString()).toContain((await preview.innerText()).trim().replace(/ …$/, ''));
      const saving = site.page.waitForEvent('download');
      await dialog()
        .getByRole('button', { name: `Download ${form}` })
        .click();
      const saved = readFileSync(await (await saving).path());
      expect([form, saved.subarray(0, begins.length).toString()]).toEqual([form, begins]);
      // A package names the moment at which it was packed.
      if (form !== 'Data Package') expect(saved.equals(given)).toBe(true);
    }
    expect(await copied('Copy the address')).toContain('/v1/package?');
    expect(await findBarriers(site.page)).toEqual([]);
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('copies link, citation, the code of a frame, and the chart with title, note and source', async () => {
    const { page } = site;
    await openDialog();
    await dialog().locator('img').waitFor();
    const link = await copied('Copy the link');
    expect(link).toMatch(/^http.*\/\?page=trends&.*&asOf=.*&at=\d+&lang=en$/);
    expect(await copied('Copy the citation')).toMatch(/^Rapporteur, UNODC.*position \d+\. http/);
    const frame = await copied('Copy the code');
    expect(frame).toMatch(
      /^<iframe src="http[^"]+&amp;at=\d+[^"]*" title="Persons convicted – El Salvador" /,
    );
    await dialog().getByRole('button', { name: 'Copy the chart for Word' }).click();
    await dialog().getByText('Copied', { exact: true }).waitFor();
    const html = await page.evaluate<string>(
      `navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())`,
    );
    const [, image] = /<img[^>]* src="([^"]+)"/.exec(html) ?? [];
    const picture = await fetch(image!.replaceAll('&amp;', '&'));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toMatch(/Persons convicted – El Salvador .*10 in 2015.*40 in 2021.*Rapporteur, UNODC/);
    expect(site.faults).toEqual([]);
    // Another page shows the frame.
    await page.setContent(frame);
    const shown = page.frameLocator('iframe');
    await shown.locator('svg').waitFor();
    expect(await shown.getByRole('link').getAttribute('href')).toContain('/?page=trends');
    // The link shows the same.
    await page.goto(link);
    await page.locator('.chart > svg').first().waitFor();
    expect(await page.locator('.citation').innerText()).toContain(`position ${/at=(\d+)/.exec(link)![1]}`);
  }, 60_000);

  it('copies without the newer clipboard, closes on Escape, and says where there is no chart', async () => {
    const { page } = site;
    await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await page.setViewportSize({ width: 360, height: 740 });
    await openDialog('/?page=indicator&indicator=persons-convicted&part=ranking&by=rate');
    await dialog().getByText('There is a chart for other pages').waitFor();
    expect(await dialog().getByRole('radio').count()).toBe(5);
    expect(await findOverflow(page)).toBe(0);
    await page.evaluate(
      `addEventListener('copy', (event) => { globalThis.copiedText = event.clipboardData.getData('text/plain') })`,
    );
    await dialog().getByRole('button', { name: 'Copy the link' }).click();
    await dialog().getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('copiedText')).toContain('part=ranking');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    // The address follows the dialog by a moment.
    await page.waitForURL(({ search }) => !search.includes('share='));
    await page.locator('button:focus', { hasText: 'Download, cite, embed, follow' }).waitFor();
    await site.open('/?page=findings&topic=shelters&share=csv&lang=en');
    await dialog().getByRole('button', { name: 'Copy the citation' }).waitFor();
    expect(await dialog().getByRole('radio').count()).toBe(0);
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('says which forms have a part of a long list only', async () => {
    const { page } = site;
    const sent: string[] = [];
    // As if a page held two series, of which the view has three.
    await page.route(/\/v1\/trends.*limit=1000/, (route) => {
      sent.push(route.request().url());
      return route.continue({ url: route.request().url().replace('limit=1000', 'limit=2') });
    });
    await openDialog('/?page=trends&indicator=persons-convicted&collection=unodc-glotip');
    const part = dialog().getByText('the first page of a long list only');
    for (const [form, isPart] of [
      ['CSV', false],
      ['XLSX', true],
      ['JSON', true],
      ['Parquet', false],
      ['JSON-stat', true],
    ] as const) {
      await choose(form);
      await dialog().locator('pre.preview').waitFor();
      expect([form, await part.count()]).toEqual([form, isPart ? 1 : 0]);
    }
    expect(sent.length).toBeGreaterThan(3);
    expect(site.faults).toEqual([]);
  }, 60_000);
});
