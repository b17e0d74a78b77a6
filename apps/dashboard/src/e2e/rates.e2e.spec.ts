/** The switch between numbers and rates in a real browser: in the address, with interval, population and source. */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

describePage('the switch between numbers and rates', (site) => {
  const main = () => site.page.getByRole('main');
  const cells = () => site.page.locator('table.figures td');
  const address =
    '/?collection=ecosoc-2006-27&respondent=SV&indicator=persons-prosecuted,awareness-projects&breakdown=_T';

  it('shows each figure per 100,000 people with its exact interval, and leads back to it', async () => {
    await site.open(`${address}&lang=en`);
    await cells().getByRole('link', { name: '37', exact: true }).waitFor();
    // By the keyboard alone.
    await site.page.locator('details.options > summary').focus();
    await site.page.keyboard.press('Enter');
    await main().getByRole('link', { name: 'per 100,000 people' }).focus();
    await site.page.keyboard.press('Enter');
    const rate = cells().getByRole('link', { name: '0.616', exact: true });
    await rate.waitFor();
    expect(new URL(site.page.url()).searchParams.get('per')).toBe('100000');
    expect(await cells().filter({ hasText: '0.616' }).innerText()).toMatch(/0\.616\s+\(0\.434–0\.85\)/);
    expect(await rate.getAttribute('title')).toMatch(
      /37 by 6,002,319 people in 2006 \(population\/world-bank-2026\)/,
    );
    await main().getByText('persons per 100,000 people').first().waitFor();
    await main().getByText('World Bank, World Development Indicators, SP.POP.TOTL (CC BY 4.0)').waitFor();
    expect(await site.page.locator('.chart svg').count()).toBeGreaterThan(0);
    expect(await main().getByRole('columnheader', { name: 'Direction' }).count()).toBe(0);
    expect(await findBarriers(site.page)).toEqual([]);
    await rate.click();
    await site.page.getByRole('dialog').getByText('14', { exact: true }).first().waitFor();
    await site.page.keyboard.press('Escape');
    await main().getByRole('link', { name: 'number', exact: true }).click();
    await cells().getByRole('link', { name: '37', exact: true }).waitFor();
    expect(new URL(site.page.url()).searchParams.get('per')).toBeNull();
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('gives no rate where there is none, and says why; a range where the figure is one', async () => {
    await site.post('/v1/rounds', { collection: 'c', round: '2008' });
    await site.post('/v1/rounds/c/2008/replies', {
      ...{ respondent: 'SV', receivedOn: '2008-01-20' },
      observations: [
        { indicator: 'persons-prosecuted', period: '2003/2006', value: 304, paragraph: 1 },
        { indicator: 'persons-prosecuted', period: '2006', value: 5, qualifier: 'fewer-than', paragraph: 2 },
      ],
    });
    await site.open('/?collection=c&respondent=SV&indicator=persons-prosecuted&per=100000&lang=en');
    await main().getByText('1 figure has no rate').waitFor();
    expect(await cells().filter({ hasText: '2003–2006' }).innerText()).toMatch(/no rate\s+not of one year/);
    expect(await cells().filter({ hasText: '0–0.0666' }).innerText()).toMatch(/\(0–0\.\d+\)/);
    const words = await main().innerText();
    expect(words).not.toContain('304');
    const data = await main().getByRole('link', { name: 'the figures as data' }).getAttribute('href');
    expect(data).toMatch(/^\/v1\/rates\?.*per=100000/);
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('fits a narrow dark page in Chinese', async () => {
    await site.page.setViewportSize({ width: 360, height: 800 });
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await site.open(`${address}&per=100000&lang=zh`);
    await cells().getByRole('link', { name: '0.616', exact: true }).waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    expect(site.faults).toEqual([]);
  }, 30_000);
});
