/** The map and the changes of an indicator in a real Chromium: what they show is what the API says, and leads to its source. */
import { beforeAll, expect, it } from '@jest/globals';
import type { Revisions, Trends } from '@rapporteur/contract';
import { describePage, findBarriers, findOverflow } from './browser.js';
import { fillEveryView } from './every-view.js';

/** Runs in the page: tiles whose texts do not fit, and tiles that touch another. */
const findCrowded = `(() => {
  const tiles = [...document.querySelectorAll('.tiles .tile')].map((tile) => [tile, tile.getBoundingClientRect()]);
  const touches = (a, b) =>
    Math.min(a.right, b.right) > Math.max(a.left, b.left) && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);
  return tiles.filter(([tile, box], i) => {
    const isWide = [...tile.querySelectorAll('.code, .shown')].some((text) => text.getBoundingClientRect().width > box.width);
    return isWide || tiles.slice(i + 1).some(([, other]) => touches(box, other));
  }).map(([tile]) => tile.textContent);
})()`;

describePage('the map of an indicator', (site) => {
  beforeAll(() => fillEveryView(site), 60_000);
  const map = '/?page=indicator&indicator=persons-convicted&part=map&collection=unodc-glotip';
  const tile = (code: string) =>
    site.page.locator('.tiles .tile', { has: site.page.locator('.code', { hasText: code }) });

  it('has a tile for each State, with its direction, and hatching where there is none', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-convicted&collection=unodc-glotip&lang=en');
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await tile('SV').waitFor();
    const asked = await fetch(
      `${site.url}/v1/trends?indicator=persons-convicted&breakdown=_T&collection=unodc-glotip&limit=1000`,
    );
    const { series } = (await asked.json()) as Trends;
    expect(await page.locator('.tiles a.tile').count()).toBe(series.length);
    for (const { respondent, direction } of series)
      expect(await tile(respondent.code).getAttribute('class')).toContain(direction);
    expect(await tile('SV').getAttribute('title')).toMatch(/^El Salvador: Rising: n\s=\s7, p\s/);
    expect(await tile('DE').getAttribute('title')).toBe('Germany: no total');
    const hatched = `getComputedStyle(document.querySelector('.tiles .no-data')).backgroundImage`;
    expect(await page.evaluate(hatched)).toContain('repeating');
    const legend = page.locator('.map-legend li');
    expect(await legend.allInnerTexts()).toEqual([
      expect.stringMatching(/Rising \(1\)$/),
      expect.stringMatching(/Falling \(1\)$/),
      expect.stringMatching(/Too few figures to say \(1\)$/),
      expect.stringMatching(/No total \(\d+\)$/),
    ]);
    expect(await page.locator('.continent-019').innerText()).toMatch(/Americas[^]*Central America[^]*SV/);
    expect(await findBarriers(page)).toEqual([]);
    await tile('PE').click();
    await page.locator('.chart > svg').first().waitFor();
    expect(new URL(page.url()).search).toContain('respondent=PE&indicator=persons-convicted&breakdown=_T');
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('is one stop of Tab with arrow keys, and a list', async () => {
    const { page } = site;
    await site.open(`${map}&lang=en`);
    expect(await tile('SV').getAttribute('tabindex')).toBe('0');
    await tile('SV').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.title')).toMatch(/^Peru: /);
    await page.keyboard.press('End');
    expect(await page.evaluate('document.activeElement.title')).toMatch(/^Latvia: /);
    await page.locator('summary', { hasText: 'The map as a list' }).click();
    const rows = page.locator('details[open] tbody tr');
    expect(await rows.first().innerText()).toMatch(
      /^El Salvador\s+Central America\s+40 \(2021\)\s+7 figures/,
    );
    expect(await page.locator('.none-of').innerText()).toMatch(/Western Europe\s+Austria/);
  }, 60_000);

  it('shows latest figures with ranges as ranges, each leading to its source, at every width and from right to left', async () => {
    const { page } = site;
    const prosecuted = map.replace('convicted', 'prosecuted');
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await site.open(`${prosecuted}&by=latest&lang=ar`);
      await tile('SV').waitFor();
      expect(await findOverflow(page)).toBe(0);
      expect(await page.evaluate(findCrowded)).toEqual([]);
    }
    expect(await tile('SV').getAttribute('class')).toContain('step-2');
    await site.open(`${prosecuted}&by=latest&asOf=2022-12-31&lang=en`);
    await tile('SV').waitFor();
    expect(await tile('SV').locator('.shown').innerText()).toBe('40');
    await tile('SV').click();
    await page.getByRole('dialog').getByText('UNODC, trafficking in persons, 2022').first().waitFor();
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('tells what a day changed, with both figures and the source of both, and nothing that came later', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=persons-prosecuted&lang=en');
    await page.getByRole('link', { name: 'Changes' }).click();
    await page.getByRole('heading', { name: 'What changed on 30 May 2023' }).waitFor();
    const asked = await fetch(
      `${site.url}/v1/revisions?from=2023-05-29&to=2023-05-30&indicator=persons-prosecuted&limit=1000`,
    );
    const { items, counts } = (await asked.json()) as Revisions;
    expect([counts, items.length]).toEqual([{ revised: 2, added: 1, withdrawn: 0 }, 3]);
    const rows = page.locator('main tbody tr');
    expect(await rows.count()).toBe(items.length);
    expect(await rows.filter({ hasText: 'Peru' }).innerText()).toMatch(
      /^Peru\s+Total\s+2007\s+62\s+61\s+Revised\s+UNODC, trafficking in persons, 2022, Row 7, 30 May 2022\s+UNODC, trafficking in persons, 2023, Row 7, 30 May 2023$/,
    );
    expect(await findBarriers(page)).toEqual([]);
    await rows
      .filter({ hasText: 'Peru' })
      .getByRole('link', { name: 'UNODC, trafficking in persons, 2022' })
      .click();
    await page.getByRole('dialog').getByText('ReplySubmitted').waitFor();

    await site.open('/?page=indicator&indicator=persons-prosecuted&part=changes&asOf=2023-01-01&lang=en');
    await page.getByRole('heading', { name: 'What changed on 30 May 2022' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('30 May 2023');
    await page.getByLabel('Received on').selectOption('2008-01-24');
    await page.getByRole('heading', { name: 'What changed on 24 Jan 2008' }).waitFor();
    expect(new URL(page.url()).search).toContain('later=2008-01-24');
    await site.open('/?page=indicator&indicator=persons-prosecuted&part=changes&asOf=2001-01-01&lang=en');
    await page.getByText('Nothing has been received yet.').waitFor();
    expect(site.faults).toEqual([]);
  }, 60_000);
});
