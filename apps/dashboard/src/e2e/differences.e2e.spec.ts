/** The difference of two publications on the page: chosen, in a sentence, counted, listed, each figure at its source. */
import { beforeAll, expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

const figure = (period: string, value: number, more: object = {}) => ({
  ...{ indicator: 'persons-prosecuted', period, value, row: 7 },
  ...more,
});

describePage('the difference of two publications', (site) => {
  const main = () => site.page.getByRole('main');
  const rows = () => site.page.locator('table.differences tbody tr');
  const open = (query: string) => site.open(`/?page=differences&lang=en${query}`);

  beforeAll(async () => {
    const replies = {
      2022: { SV: [figure('2006', 37), figure('2007', 40), figure('2008', 9)], PE: [figure('2007', 62)] },
      2023: { SV: [figure('2006', 37), figure('2007', 80), figure('2009', 5)], PE: [figure('2007', 61)] },
    };
    for (const [round, said] of Object.entries(replies)) {
      await site.post('/v1/rounds', { collection: 'unodc-glotip', round, complete: true });
      for (const [respondent, observations] of Object.entries(said))
        await site.post(`/v1/rounds/unodc-glotip/${round}/replies`, {
          ...{ respondent, receivedOn: `${round}-05-30`, observations },
        });
    }
  }, 30_000);

  it('is that of the last two, with a sentence, counts, and every figure as a link to its source', async () => {
    await open('');
    await rows().first().waitFor();
    await main().getByText('1 added, 2 revised, 1 withdrawn; 1 stayed as they were.').waitFor();
    expect(await main().innerText()).toMatch(
      /The largest revision: El Salvador, Persons prosecuted, 2007: 40 → 80 \(\+40, \+100\s%\)/,
    );
    expect(await site.page.locator('blockquote').innerText()).toMatch(/^Compared with publication 2022, in/);
    const all = (await rows().allInnerTexts()).map((text) =>
      text.replaceAll('\n', ' ').split('\t').join('|'),
    );
    expect(all).toHaveLength(4);
    expect(all[0]).toBe('El Salvador|Revised|Persons prosecuted|2007|40|80|+40 (+100\u00a0%)');
    expect(all).toContain('Peru|Revised|Persons prosecuted|2007|62|61|−1 (−1.6\u00a0%)');
    expect(await findBarriers(site.page)).toEqual([]);
    await rows().first().getByRole('link', { name: '80' }).click();
    await site.page.getByRole('dialog').getByText('UNODC, trafficking in persons, 2023').first().waitFor();
    await site.page.keyboard.press('Escape');
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('is narrowed to a respondent, is always from the earlier to the later, and of one with itself nothing', async () => {
    await open('');
    await main().getByRole('link', { name: 'Peru' }).click();
    await main().getByText('0 added, 1 revised, 0 withdrawn; 0 stayed as they were.').waitFor();
    expect(await rows().count()).toBe(1);
    await main().getByLabel('Publication after').selectOption('2022');
    await main().getByText('a publication does not differ from itself').waitFor();
    await main().getByLabel('Publication before').selectOption('2023');
    await main().getByText('What 2023 says differently from 2022').waitFor();
    expect((await rows().first().innerText()).replaceAll(/\s+/g, ' ')).toContain('62 61 −1');
    const link = await main().getByRole('link', { name: 'CSV of what is listed' }).getAttribute('href');
    const csv = await (await fetch(site.url + link!)).text();
    expect(csv.split('\r\n')[1] ?? csv.split('\n')[1]).toMatch(
      /^revised,unodc-glotip,PE,persons-prosecuted,_T,2007,62,61,-1/,
    );
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('fits a narrow dark page in Chinese, without a word of English outside of the note', async () => {
    await site.page.setViewportSize({ width: 360, height: 800 });
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await site.open('/?page=differences&lang=zh');
    await rows().first().waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    const note = await site.page.locator('blockquote').innerText();
    const words = (await main().innerText())
      .replace(note, '')
      .replace(/Rapporteur|CSV|JSON|unodc-glotip/g, '');
    expect(words.match(/[A-Za-z]{3,}/g) ?? []).toEqual([]);
  }, 30_000);
});
