/** The page of one indicator in a real Chromium: what it counts, who reports it, and where it rises or falls. */
import { beforeAll, expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';
import { fillEveryView } from './every-view.js';

describePage('the page of an indicator', (site) => {
  beforeAll(() => fillEveryView(site), 60_000);

  it('tells in which States it rises and in which it falls, and says what the API says', async () => {
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    const { page } = site;
    await page.getByRole('heading', { level: 2, name: 'Persons convicted', exact: true }).waitFor();
    expect(await page.locator('dl.facts').innerText()).toMatch(/Counted in\s+Persons\s+Definition/);
    const asked = await fetch(`${site.url}/v1/trends?indicator=persons-convicted&breakdown=_T&limit=1000`);
    const { series } = (await asked.json()) as { series: { direction: string; collection: string }[] };
    await page.locator('table.figures').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(series.length);
    const glotip = page.locator('section', { hasText: 'UNODC' }).last();
    const row = (name: string) => glotip.locator('tr', { hasText: name });
    expect(await row('El Salvador').innerText()).toMatch(
      /Rising: n\s=\s7, p\s<\s0.001\s+< 0.001\s+40 \(2021\)\s+\+5\s+7 figures \(2015 to 2021\)/,
    );
    expect(await row('Peru').innerText()).toContain('Falling');
    expect(await row('Latvia').innerText()).toMatch(
      /9 \(2020\)\s+no figure\s+2 figures \(2019 to 2020\)\s+2020/,
    );

    await page.getByLabel('Direction').last().selectOption('falling');
    await row('El Salvador').waitFor({ state: 'detached' });
    expect(page.url()).toContain('kind=falling');
    const falling = series.filter(({ direction }) => direction === 'falling').length;
    expect(await page.locator('tbody tr').count()).toBe(falling);
    expect(await page.getByLabel('Direction').last().locator('option:checked').innerText()).toBe(
      `Falling (${falling})`,
    );
    expect(await findBarriers(page)).toEqual([]);
    expect(site.faults).toEqual([]);
    await row('Peru').getByRole('link', { name: 'Peru' }).click();
    await page.getByRole('heading', { level: 2, name: 'Peru', exact: true }).waitFor();
  }, 60_000);

  it('sorts the States by the headings, also with the keyboard; who lacks the number is last both ways', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    const table = page.locator('section', { hasText: 'UNODC' }).last().locator('table');
    const names = () => table.locator('tbody th').allInnerTexts();
    const head = (name: string) => table.getByRole('columnheader', { name });
    const isSorted = async (name: string, how: string) => {
      await table.locator(`th[aria-sort="${how}"]`, { hasText: name }).waitFor();
      expect(await table.locator('th[aria-sort]').count()).toBe(1);
      return names();
    };
    expect(await isSorted('Respondent', 'ascending')).toEqual(['El Salvador', 'Latvia', 'Peru']);
    await head('Latest figure').getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await isSorted('Latest figure', 'ascending')).toEqual(['Peru', 'Latvia', 'El Salvador']);
    expect(new URL(page.url()).searchParams.get('order')).toBe('latest');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Latest figure');
    await page.keyboard.press('Space');
    expect(await isSorted('Latest figure', 'descending')).toEqual(['El Salvador', 'Latvia', 'Peru']);
    // Of Latvia a break stands between its two years, and there is no p.
    await head('Change').getByRole('button').click();
    expect(await isSorted('Change', 'ascending')).toEqual(['Peru', 'El Salvador', 'Latvia']);
    await head('Change').getByRole('button').click();
    expect(await isSorted('Change', 'descending')).toEqual(['El Salvador', 'Peru', 'Latvia']);
    await page.getByLabel('Direction').last().selectOption('falling');
    await table.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toContain('order=-change');
    expect(await findBarriers(page)).toEqual([]);
    await site.open('/?page=indicator&indicator=persons-convicted&order=size&lang=en');
    await page.getByText('The address says').waitFor();
    expect(await isSorted('Respondent', 'ascending')).toEqual(['El Salvador', 'Latvia', 'Peru']);
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('leads from a latest figure to its source, and fits a narrow page from right to left', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    await site.open('/?page=indicator&indicator=persons-convicted&lang=ar');
    await site.page.locator('table.figures').first().waitFor();
    expect(await findOverflow(site.page)).toBe(0);
    await site.page.locator('td.number a').first().click();
    await site.page.getByRole('dialog').waitFor();
  });

  it('says what to do where no indicator is chosen, or nobody has reported it', async () => {
    await site.open('/?page=indicator&lang=en');
    await site.page.getByText('Choose an indicator.').waitFor();
    await site.open('/?page=indicator&indicator=nonsense&lang=en');
    await site.page.getByText('Choose an indicator.').waitFor();
    await site.open('/?page=indicator&indicator=cases-uncovered&asOf=2001-01-01&lang=en');
    await site.page.getByText('Nobody has reported this indicator.').waitFor();
    expect(site.faults).toEqual([]);
  });

  it('crosses two indicators: one chooses the second and a pair of directions, and the States are counted', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    await page.getByRole('link', { name: 'Two indicators crossed' }).click();
    await page.getByText('Choose a second indicator').waitFor();
    const field = page.getByRole('combobox', { name: 'Second indicator' });
    await field.fill('Victims det');
    await field.press('Enter');
    const glotip = page.locator('.crossed', { hasText: 'UNODC' });
    await glotip.getByText('2 States: Persons convicted and Victims detected.').waitFor();
    // Latvia has figures of one of the two, and too few.
    expect(await glotip.locator('p.says').innerText()).toContain(
      'given for both: 2. For one of the two only: 0. For neither: 1.',
    );
    await glotip.locator('table.matrix').getByRole('link', { name: '1' }).last().click();
    await glotip.getByText('1 State: Persons convicted (falling) and Victims detected (rising).').waitFor();
    expect(new URL(page.url()).search).toContain(
      'kind=falling&part=crossing&and=victims-detected&andKind=rising',
    );
    const row = glotip.locator('table.pairs tbody tr');
    expect(await row.count()).toBe(1);
    expect(await row.innerText()).toMatch(
      /Peru\s+Falling: n\s=\s7, p\s<\s0\.001\s+7 figures \(2015 to 2021\)\s+4 \(2021\)\s+Rising: n\s=\s7, p\s<\s0\.001\s+7 figures \(2015 to 2021\)\s+26 \(2021\)/,
    );
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('Direction: Victims detected').selectOption('falling');
    await glotip.getByText('No State has these directions.').waitFor();
    await page.getByLabel('Direction: Victims detected').selectOption('');
    await row.getByRole('link', { name: '7 figures' }).last().click();
    await page.locator('.chart > svg').first().waitFor();
    expect(new URL(page.url()).search).toBe(
      '?page=trends&collection=unodc-glotip&respondent=PE&indicator=victims-detected&breakdown=_T&lang=en',
    );
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('counts over all pages of a long answer, and says no count that it does not have', async () => {
    const { page } = site;
    await page.route('**/v1/trends?*', (route) =>
      route.continue({ url: route.request().url().replace('limit=1000', 'limit=2') }),
    );
    const address = '/?page=indicator&indicator=persons-convicted&part=crossing&and=victims-detected&lang=ar';
    await page.setViewportSize({ width: 360, height: 740 });
    await site.open(address);
    const counted = page.locator('.crossed', { hasText: 'الأمم المتحدة' }).last();
    await counted.locator('table.matrix').waitFor();
    expect(await counted.locator('p.says').innerText()).toContain(
      'كليهما: 2. وفي أحدهما فقط: 0. وليس في أي منهما: 1.',
    );
    expect(await findOverflow(page)).toBe(0);
    await page.route('**/v1/trends?*cursor=*', (route) => route.abort());
    await site.open(address);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.crossed').count()).toBe(0);
  }, 60_000);

  it('ranks States by the figures of one year, and leads from each to its source', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    await page.getByRole('link', { name: 'Ranking' }).click();
    const ranking = page.locator('.ranking');
    await ranking
      .getByText('3 of 3 States that have reported this indicator have a figure of 2020.')
      .waitFor();
    expect(await ranking.locator('.count').innerText()).toContain(
      'Ranked: 3. A range, and so without a rank: 0.',
    );
    const rows = ranking.locator('table.ranks tbody tr');
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/^1\s+El Salvador\s+35/),
      expect.stringMatching(/^2\s+Latvia\s+9/),
      expect.stringMatching(/^3\s+Peru\s+5/),
    ]);
    await page.getByLabel('Rank by').selectOption('rate');
    await ranking
      .getByRole('heading', { name: /^Persons convicted per 100,000 people, UNODC.*, 2020$/ })
      .waitFor();
    const asked = await fetch(
      `${site.url}/v1/rates?indicator=persons-convicted&collection=unodc-glotip&breakdown=_T&from=2020&to=2020`,
    );
    const { items } = (await asked.json()) as { items: { respondent: { code: string }; rate: number }[] };
    const { rate } = items.find(({ respondent }) => respondent.code === 'SV')!;
    const shown = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(rate);
    expect(await rows.first().innerText()).toMatch(
      new RegExp(`^1\\s+El Salvador\\s+${shown}\\s+0\\.\\d+–0\\.\\d+\\s+35\\s+6,`),
    );
    expect(await rows.first().locator('.chance, .dot').count()).toBe(2);
    await page.getByRole('combobox', { name: 'Year', exact: true }).selectOption('2021');
    await ranking.getByText('2 of 3 States').waitFor();
    expect(new URL(page.url()).search).toBe(
      '?page=indicator&indicator=persons-convicted&part=ranking&by=rate&year=2021&lang=en',
    );
    expect(await findBarriers(page)).toEqual([]);
    expect(site.faults).toEqual([]);
    await rows.first().locator('td.number a').first().click();
    await page.getByRole('dialog').getByText('El Salvador').first().waitFor();
  }, 60_000);

  it('ranks by a ratio with its interval, and ranks no figure that is a range', async () => {
    const { page } = site;
    const address = '/?page=indicator&indicator=persons-prosecuted&part=ranking&year=2006';
    await site.open(`${address}&by=persons-arrested&collection=ecosoc-2006-27&lang=en`);
    const ranking = page.locator('.ranking');
    const row = ranking.locator('table.ranks tbody tr', { hasText: 'El Salvador' });
    // R: poisson.test(c(37, 56))$conf.int
    expect(await row.innerText()).toMatch(/^1\s+El Salvador\s+0\.66\s+0\.424–1\.02\s+37\s+56$/);
    await row.getByRole('link', { name: '0.66' }).click();
    await page.getByRole('dialog').getByText('Prosecutions per arrest, 2006 (same year): 0.66').waitFor();

    await page.setViewportSize({ width: 360, height: 740 });
    await site.open(`${address}&collection=unodc-glotip&lang=ar`);
    await ranking.getByText('لا يمكن ترتيب أي من هذه الأرقام.').waitFor();
    const range = ranking.locator('details[open] table.ranks tbody tr');
    expect(await range.innerText()).toMatch(/السلفادور\s+\u2066?< 5/);
    expect(await range.locator('.range').count()).toBe(1);
    expect(await findOverflow(page)).toBe(0);
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('counts in the world and each region who reports since when, and who rises or falls, and leads to them', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    await page.getByRole('link', { name: 'World and regions' }).click();
    const row = (name: string) =>
      page.locator('table.regions tbody tr').filter({ has: page.getByRole('link', { name, exact: true }) });
    await row('World').waitFor();
    const read = async (path: string) => {
      const { items } = (await (await fetch(`${site.url}${path}?limit=1000`)).json()) as {
        items: { code: string; respondents: string[]; aggregate?: true; parent?: string }[];
      };
      return items;
    };
    const [regions, respondents] = [await read('/v1/regions'), await read('/v1/respondents')];
    const aggregates = respondents.flatMap(({ code, aggregate }) => (aggregate ? [code] : []));
    const of = (code: string) =>
      regions.find((one) => one.code === code)!.respondents.filter((one) => !aggregates.includes(one)).length;
    expect(await page.locator('table.regions tbody tr').count()).toBe(regions.length);
    const said = async (name: string) => (await row(name).innerText()).split(/\s*\t\s*/).slice(1);
    expect(await said('World')).toEqual([`3 of ${of('001')}`, '2015', '1', '1', '0', '1']);
    expect(await said('South America')).toEqual([`1 of ${of('005')}`, '2015', '0', '1', '0', '0']);
    expect(await said('Africa')).toEqual([`0 of ${of('002')}`, 'no figure', '0', '0', '0', '0']);
    expect(await findBarriers(page)).toEqual([]);
    await row('World').getByRole('link', { name: '1', exact: true }).nth(1).click();
    await page.locator('.chart > svg').first().waitFor();
    expect(new URL(page.url()).searchParams.get('respondent')).toBe('PE');
    await page.goBack();
    await row('South America').getByRole('link').first().click();
    await page.getByText(/have a figure in every year/).waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await site.open('/?page=indicator&indicator=persons-convicted&part=regions&lang=ar');
    await page.locator('table.regions').waitFor();
    expect(await findOverflow(page)).toBe(0);
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('says about itself who reports it, its breaks, how it is made, its publisher and licence, and how to cite it', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    await page.getByRole('link', { name: 'About', exact: true }).click();
    const part = (head: string) =>
      page.locator('section.about').filter({ has: page.getByRole('heading', { name: head, exact: true }) });
    await part('Who reports it').getByText('3 States').waitFor();
    expect(await part('Who reports it').innerText()).toContain('3 States, 16 figures (2015 to 2021)');
    expect(await part('Breaks and caveats').innerText()).toContain('Counted in a new way: Latvia (2020)');
    expect(await part('How it is made').innerText()).toMatch(/Mann–Kendall.*docs\/methods\.md/s);
    const source = part('Sources');
    await source.getByRole('link', { name: 'UNODC, trafficking in persons, 2023' }).waitFor();
    expect(await source.innerText()).toMatch(
      /UNODC, trafficking in persons\s+Publisher\s+United Nations Office on Drugs and Crime \(UNODC\)\s+Licence\s+No licence is stated.*Last received\s+30 May 2023, position \d+/s,
    );
    expect(await page.locator('.citation').innerText()).toMatch(
      /Rapporteur, One indicator: Persons convicted, as received by .*position \d+/,
    );
    expect(await findBarriers(page)).toEqual([]);
    await source.getByRole('link', { name: /^position/ }).click();
    await page.getByRole('dialog').waitFor();
    await site.open('/?page=indicator&indicator=persons-prosecuted&part=about&lang=en');
    await part('Breaks and caveats').getByText('1 figure is a range.').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await site.open('/?page=indicator&indicator=persons-prosecuted&part=about&lang=ar');
    await page.locator('section.about').nth(3).waitFor();
    expect(await findOverflow(page)).toBe(0);
    expect(site.faults).toEqual([]);
  }, 60_000);
});
