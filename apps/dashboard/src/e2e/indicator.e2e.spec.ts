/** The page of one indicator in a real Chromium: what it counts, who reports it, and where it rises or falls. */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';
import { fillEveryView } from './every-view.js';

describePage('the page of an indicator', (site) => {
  it('tells in which States it rises and in which it falls, and says what the API says', async () => {
    await fillEveryView(site);
    await site.open('/?page=indicator&indicator=persons-convicted&lang=en');
    const { page } = site;
    await page.getByRole('heading', { level: 2, name: 'Persons convicted', exact: true }).waitFor();
    expect(await page.locator('dl.facts').innerText()).toMatch(/Counted in\s+persons\s+Definition/);
    const asked = await fetch(`${site.url}/v1/trends?indicator=persons-convicted&breakdown=_T&limit=1000`);
    const { series } = (await asked.json()) as { series: { direction: string; collection: string }[] };
    await page.locator('table.figures').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(series.length);
    const glotip = page.locator('section', { hasText: 'UNODC' }).last();
    const row = (name: string) => glotip.locator('tr', { hasText: name });
    expect(await row('El Salvador').innerText()).toMatch(
      /7 figures \(2015 to 2021\)\s+40 \(2021\)\s+Rising: n = 7/,
    );
    expect(await row('Peru').innerText()).toContain('Falling');
    expect(await row('Latvia').innerText()).toMatch(/9 \(2020\)\s+2020\s/);

    await page.getByLabel('Direction').last().selectOption('falling');
    await row('El Salvador').waitFor({ state: 'detached' });
    expect(page.url()).toContain('kind=falling');
    const falling = series.filter(({ direction }) => direction === 'falling').length;
    expect(await page.locator('tbody tr').count()).toBe(falling);
    expect(await page.getByLabel('Direction').last().locator('option:checked').innerText()).toBe(
      `falling (${falling})`,
    );
    expect(await findBarriers(page)).toEqual([]);
    expect(site.faults).toEqual([]);
    await row('Peru').getByRole('link', { name: 'Peru' }).click();
    await page.getByRole('heading', { level: 2, name: 'Peru', exact: true }).waitFor();
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
});
