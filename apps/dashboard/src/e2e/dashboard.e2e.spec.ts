/** The page in a real Chromium, from the real command with the 2008 round. */
import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { describePage, findBarriers, findOverflow, measureScripts } from './browser.js';

const salvador = '/?respondent=SV&lang=en';

describePage('the page', (site) => {
  /** The row of a series in the table of a facet, as its cells' texts. */
  const cellsOf = (facet: string, series: string) =>
    site.page.locator(`[data-facet="${facet}"] tbody tr`, { hasText: series }).locator('td').allInnerTexts();
  const markOf = (name: string) => site.page.locator(`.chart a[aria-label="${name}"]`);

  it('shows the figures of El Salvador in the table and in the chart', async () => {
    await site.open(salvador);
    await markOf('Persons prosecuted, 2007: 6').waitFor();
    expect(await cellsOf('SV~ecosoc-2006-27~case', 'Cases investigated')).toEqual([
      'None given: 3 yearly figures, 5 are needed',
      '32',
      '67',
      '39',
    ]);
    expect((await cellsOf('SV~ecosoc-2006-27~person', 'Persons arrested')).slice(1, 4)).toEqual([
      '53',
      '56',
      '30',
    ]);
    expect((await cellsOf('SV~ecosoc-2006-27~person', 'Persons prosecuted')).slice(1, 4)).toEqual([
      '18',
      '37',
      '6',
    ]);
    for (const [year, value] of Object.entries({ 2005: 18, 2006: 37, 2007: 6 }))
      expect(await markOf(`Persons prosecuted, ${year}: ${value}`).count()).toBe(1);
    expect(await site.page.locator('.citation').innerText()).toContain('position 27');
    expect(site.faults).toEqual([]);
  });

  it('leads from a number to its paragraph, history and event, and back', async () => {
    await site.open(salvador);
    await site.page.locator('td a', { hasText: /^6$/ }).click();
    const drawer = site.page.getByRole('dialog');
    await drawer.getByText('ReplySubmitted').waitFor();
    const facts = await drawer.locator('dl').first().innerText();
    expect(facts).toMatch(/Paragraph\s+14/);
    expect(facts).toMatch(/Received\s+24 Jan 2008 or before/);
    expect(await drawer.locator('.history').innerText()).toContain('nothing → 6');
    // The event was recorded for a State, which is told by its name.
    await drawer.getByText('El Salvador').nth(1).waitFor();
    expect(await drawer.locator('dl').last().innerText()).toMatch(/On behalf of\s+El Salvador/);
    expect(site.page.url()).toContain('figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007');
    await site.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await site.page.waitForURL((address) => !address.searchParams.has('figure'));
  });

  it('tells where a finding is from, as where a figure is', async () => {
    await site.open('/?figure=ecosoc-2006-27~BG~protocol-ratified~_~2008.p5.n1&lang=en');
    const drawer = site.page.getByRole('dialog');
    await drawer.getByText('ReplySubmitted').waitFor();
    const facts = await drawer.locator('dl').first().innerText();
    expect(facts).toMatch(/Respondent\s+Bulgaria/);
    expect(facts).toMatch(/Paragraph\s+5/);
    expect(facts).toMatch(/Footnote\s+1/);
    expect(site.faults).toEqual([]);
  });

  it('leads from a glyph of the chart to the same place, by keyboard alone', async () => {
    await site.open(salvador);
    await markOf('Persons prosecuted, 2007: 6').focus();
    await site.page.keyboard.press('Enter');
    await site.page.getByRole('dialog').getByText('ReplySubmitted').waitFor();
    expect(site.page.url()).toContain('figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007');
  });

  it('keeps the choice in the address, and goes back and forward through it', async () => {
    await site.open(salvador);
    await site.page.getByRole('combobox', { name: 'Respondents' }).fill('gree');
    await site.page.getByRole('option', { name: 'Greece' }).click();
    await site.page.locator('[data-facet^="GR~"]').first().waitFor();
    await site.page.waitForURL((address) => address.searchParams.get('respondent') === 'SV,GR');
    await site.page.goBack();
    await site.page.locator('[data-facet^="GR~"]').first().waitFor({ state: 'detached' });
    await site.page.waitForURL((address) => address.searchParams.get('respondent') === 'SV');
    await site.page.goForward();
    await site.page.locator('[data-facet^="GR~"]').first().waitFor();
  });

  it('speaks Chinese throughout, and names respondents in the language asked for', async () => {
    await site.open('/?respondent=SV&lang=zh');
    await site.page.locator('h2', { hasText: '萨尔瓦多' }).first().waitFor();
    // The choice of respondents shows a code until the names have come.
    await site.page.getByRole('button', { name: '移除 萨尔瓦多' }).waitFor();
    expect(await site.page.locator('html').getAttribute('lang')).toBe('zh');
    // Words that may stay in English: the product's name, a collection's code, names of formats, "API"; the name of
    // whoever is signed in; and letters of series.
    const text = (await site.page.locator('body').innerText()).replace(
      /Rapporteur|ecosoc-2006-27|CSV|XLSX|SVG|PNG|API|the owner/g,
      '',
    );
    expect(text.match(/[A-Za-z]{2,}/g)?.filter((word) => !languageNames.includes(word)) ?? []).toEqual([]);
    await site.open('/?respondent=SV&lang=ar');
    await site.page.locator('h2', { hasText: 'السلفادور' }).first().waitFor();
    expect(await site.page.locator('html').getAttribute('dir')).toBe('rtl');
    const xOf = async (year: number, value: number) =>
      (await site.page.locator(`.chart a[aria-label*="${year}: ${value}"]`).first().boundingBox())!.x;
    expect(await xOf(2005, 32)).toBeLessThan(await xOf(2007, 39));
    const columnOf = async (year: number) =>
      (await site.page
        .locator('table.figures')
        .first()
        .getByRole('columnheader', { name: `${year}` })
        .boundingBox())!.x;
    expect(await columnOf(2005)).toBeLessThan(await columnOf(2007));
    await site.open('/?page=court&respondent=SV&lang=ar');
    await site.page.locator('.ratios').getByRole('columnheader', { name: '2005' }).waitFor();
    const ratioOf = async (year: number) =>
      (await site.page
        .locator('.ratios')
        .getByRole('columnheader', { name: `${year}` })
        .boundingBox())!.x;
    expect(await ratioOf(2005)).toBeLessThan(await ratioOf(2007));
    // A table with time from left to right begins at its left, where its rows are named.
    const start = site.page.locator('main .scroll').first();
    expect(await start.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  });

  it.each([
    ['trends', salvador],
    ['a figure', `${salvador}&figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007`],
    ['a round', '/?page=round&lang=en'],
    ['findings', '/?page=findings&topic=shelters&lang=en'],
    ['inconsistencies', '/?page=inconsistencies&lang=en'],
    ['trends in Arabic', '/?respondent=SV&lang=ar'],
  ])(
    'has no barrier that axe finds, light and dark, wide and narrow: %s',
    async (_, address) => {
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [360, 'dark'],
      ] as const) {
        await site.page.setViewportSize({ width, height: 900 });
        await site.page.emulateMedia({ colorScheme });
        await site.open(address);
        await site.page.locator('main table, main ul.states').first().waitFor();
        await site.page.waitForTimeout(300);
        expect(await findBarriers(site.page)).toEqual([]);
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
      }
    },
    60_000,
  );

  it('shows the round as respondents and themes, and the list of States of a finding to copy', async () => {
    await site.open('/?page=round&lang=en');
    await site.page.locator('tbody tr').first().waitFor();
    expect(await site.page.locator('tbody tr').count()).toBe(25);
    await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await site.open('/?page=findings&topic=shelters&lang=en');
    await site.page.getByRole('button', { name: /^Copy the list/ }).click();
    await site.page.getByText('Copied').waitFor();
    expect(await site.page.evaluate('navigator.clipboard.readText()')).toMatch(/^Belarus, Bulgaria, /);
  });

  it('saves the table as CSV and the chart as SVG that stands alone', async () => {
    await site.open(salvador);
    await markOf('Persons prosecuted, 2007: 6').waitFor();
    const save = async (name: string) => {
      const saving = site.page.waitForEvent('download');
      await site.page.getByRole('button', { name }).click();
      return readFileSync(await (await saving).path(), 'utf8');
    };
    await site.page.getByRole('button', { name: 'Download, cite, embed' }).click();
    expect(await save('Download CSV')).toMatch(/SV,El Salvador,persons-prosecuted.*,2007,6,exact/);
    await site.page.keyboard.press('Escape');
    const chart = await save('Download SVG: El Salvador, persons');
    expect(chart).toContain('<svg');
    expect(chart).not.toContain('var(--');
  });

  it('says what to do where nothing matches and where nothing had been received', async () => {
    await site.open(`${salvador}&indicator=persons-convicted`);
    await site.page.getByText('No figures match this choice').waitFor();
    await site.open(`${salvador}&asOf=2007-11-12`);
    await site.page.getByText('No figures match this choice').waitFor();
    await site.open('/?respondent=XX&lang=en');
    await site.page.getByText('Start from an empty choice').click();
    await site.page.locator('.box').first().waitFor();
  });

  it('is under 200 kB of JavaScript, compressed, and from no other host', async () => {
    const hosts = new Set<string>();
    site.page.on('request', (request) =>
      hosts.add(new URL(request.url()).protocol + new URL(request.url()).host),
    );
    await site.open(salvador);
    await site.page.waitForTimeout(300);
    expect([...hosts].filter((host) => !host.startsWith('data:'))).toEqual([
      `http:${new URL(site.url).host}`,
    ]);
    expect(measureScripts()).toBeLessThan(200_000);
  });

  it('says that the server is away, and goes on when it is back', async () => {
    await site.open(salvador);
    await site.page.locator('.box').first().waitFor();
    const { port } = new URL(site.url);
    await site.stop();
    await site.page.getByRole('link', { name: 'Inconsistencies' }).click();
    await site.page.getByText('The server does not answer').waitFor();
    await site.start(port);
    await site.page.locator('tbody tr').first().waitFor({ timeout: 10_000 });
    expect(await site.page.getByText('The server does not answer').count()).toBe(0);
  }, 60_000);
});

const languageNames = ['English', 'Espa', 'Fran', 'ol', 'ais'];
