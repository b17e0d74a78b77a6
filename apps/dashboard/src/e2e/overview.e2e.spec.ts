/** The first view in a real Chromium: what is here, the search, the questions; and that old addresses still lead where they did. */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

describePage('the overview', (site) => {
  it('says what this is and what it holds, and answers its questions from the replies', async () => {
    await site.open('/?lang=en');
    const { page } = site;
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByText('What governments say about trafficking in persons').waitFor();
    const card = page.locator('.cards li').first();
    expect(await card.innerText()).toMatch(
      /resolution 2006\/27.*25 States and organizations, 54 figures \(2004 to 2007\),? and 335 findings.*E\/CN\.15\/2008\/6/s,
    );
    await page.locator('.questions .chart a[aria-label="Persons prosecuted, 2007: 6"]').waitFor();
    const measures = page.locator('.questions article', { hasText: 'What do most States say they do?' });
    expect(await measures.locator('li').first().innerText()).toMatch(/15 States/);
    expect(await findBarriers(page)).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  it('leads by its links to figures, round and findings', async () => {
    await site.open('/?lang=en');
    for (const [link, heading] of [
      ['Figures over the years', 'Trends'],
      ['Who replied', 'Round'],
      ['Findings', 'Findings'],
    ] as const) {
      await site.page.locator('.cards').getByRole('link', { name: link }).click();
      await site.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await site.page.goBack();
      await site.page.locator('.cards').waitFor();
    }
  });

  it.each([
    ['萨尔瓦多', 'respondent', 'SV'],
    ['persons prosecutd', 'indicator', 'persons-prosecuted'],
    ['shelters', 'topic', 'shelters'],
    ['E/CN.15/2008/6', 'round', 'ecosoc-2006-27/2008'],
  ])('finds "%s" by keyboard alone and opens it', async (typed, parameter, code) => {
    await site.open('/?lang=en');
    const field = site.page.getByRole('combobox', { name: /^Search/ });
    await field.focus();
    await site.page.keyboard.insertText(typed);
    await site.page.locator('.found li').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    if (typed === 'shelters') expect(await findBarriers(site.page)).toEqual([]);
    await site.page.keyboard.press('Enter');
    await site.page.waitForURL((address) => address.searchParams.get(parameter) === code);
    expect(site.faults).toEqual([]);
  });

  it('says that nothing is found, and what to try', async () => {
    await site.open('/?lang=en');
    await site.page.getByRole('combobox', { name: /^Search/ }).fill('xyzxyz');
    await site.page.getByText('Nothing is called “xyzxyz”').waitFor();
  });

  it('stands at the address without parameters, and at others no view has moved', async () => {
    for (const [address, heading] of [
      ['/', 'Overview'],
      ['/?page=overview&respondent=SV&lang=en', 'Overview'],
      ['/?respondent=SV&lang=en', 'Trends'],
      ['/?asOf=2008-01-24&lang=en', 'Trends'],
      ['/?page=trends&lang=en', 'Trends'],
    ] as const) {
      await site.open(address);
      await site.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
  });

  it('fits a phone in every language', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    for (const lang of ['ar', 'en', 'es', 'fr', 'ru', 'zh']) {
      await site.open(`/?lang=${lang}`);
      await site.page.locator('.cards li').first().waitFor();
      expect([lang, await findOverflow(site.page)]).toEqual([lang, 0]);
    }
  });
});
