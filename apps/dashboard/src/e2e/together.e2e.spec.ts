/** A region or a list of States taken together, in a real Chromium: what the API says, with who is in the sum and who is not. */
import { beforeAll, expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

const collection = 'unodc-glotip';
const years = [2018, 2019, 2020];
const figures = (values: readonly (number | undefined)[], breakdown = {}) =>
  values.flatMap((value, i) =>
    value === undefined
      ? []
      : [{ indicator: 'victims-detected', period: String(years[i]), value, row: 7, breakdown }],
  );
const forced = { 'form-of-exploitation': 'forced-labour' };

describePage('States taken together', (site) => {
  beforeAll(async () => {
    await site.post('/v1/rounds', { collection, round: '2022', complete: true });
    const said = {
      DK: figures([10, 20, 30]),
      FI: figures([100, 110, 120]),
      SE: figures([200, undefined, 220]),
      SV: [...figures([50, 60, 80]), ...figures([5, 6, 20], forced)],
      PE: [...figures([150, 140, 120]), ...figures([35, 44, 30], forced)],
    };
    for (const [respondent, observations] of Object.entries(said))
      await site.post(`/v1/rounds/${collection}/2022/replies`, {
        ...{ respondent, receivedOn: '2022-05-30', observations },
      });
  }, 60_000);

  const select = (label: string) =>
    site.page.locator('label', { hasText: new RegExp(`^${label}`) }).locator('select');
  const cells = async () =>
    (await site.page.locator('table.figures').first().locator('tbody tr').allInnerTexts()).map((text) =>
      text.split(/\s*\t\s*/),
    );

  it('from a list of one’s own are added up over those with every year, and the address keeps the list', async () => {
    const { page } = site;
    await site.open(`/?page=indicator&indicator=victims-detected&collection=${collection}&lang=en`);
    await page.getByRole('link', { name: 'A region or States together' }).click();
    await page.getByText(/^Choose a region, or States of a list/).waitFor();
    const who = page.getByRole('combobox', { name: 'Region or States' });
    for (const name of ['Denmark', 'Finland', 'Sweden']) {
      await who.fill(name);
      await page.getByRole('option', { name }).first().waitFor();
      await who.press('Enter');
    }
    await page.getByText('2 of 3 have a figure in every year from 2018 to 2020').waitFor();
    expect(page.url()).toContain('respondent=DK,FI,SE');
    expect(await cells()).toEqual([
      ['2018', '110'],
      ['2019', '130'],
      ['2020', '150'],
    ]);
    await page.getByText('Added up: 2 States').waitFor();
    await page.locator('summary', { hasText: 'Not added up: 1 State' }).click();
    expect(await page.locator('tr', { hasText: 'Sweden' }).innerText()).toMatch(/Sweden\s+2019/);
    // Sweden has both ends, so that it is added up where only one of them is asked about.
    await select('From').selectOption('2020');
    await page.getByText('3 of 3 have a figure in every year from 2020 to 2020').waitFor();
    expect(await cells()).toEqual([['2020', '370']]);
    // A sum leads to the figures behind it, and each of these to its reply.
    const behind = await page.locator('tbody th a', { hasText: '2020' }).getAttribute('href');
    expect(await findBarriers(page)).toEqual([]);
    await site.open(behind!);
    await page.locator('tr', { hasText: 'Sweden' }).getByRole('link', { name: '220' }).click();
    await page.getByRole('dialog').waitFor();
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('are shown per 100,000 people, as the API has it', async () => {
    const { page } = site;
    await site.open(
      `/?page=indicator&indicator=victims-detected&part=together&respondent=DK,FI&from=2018&to=2020&by=rate&lang=en`,
    );
    const asked = await fetch(
      `${site.url}/v1/panels?respondent=DK,FI&indicator=victims-detected&collection=${collection}&from=2018&to=2020&per=100000`,
    );
    const { rates } = (await asked.json()) as { rates: { rate: number; population: number }[] };
    await page.locator('table.figures tbody tr').nth(2).waitFor();
    expect((await cells()).map(([year, sum, population, rate]) => [year, sum, population, rate])).toEqual(
      years.map((year, i) => [
        String(year),
        String([110, 130, 150][i]),
        rates[i]!.population.toLocaleString('en'),
        String(Number(rates[i]!.rate.toPrecision(3))),
      ]),
    );
  });

  it('of a region or a list show a part as a share of the total by year', async () => {
    const { page } = site;
    await site.open('/?page=indicator&indicator=victims-detected&part=together&respondent=419&lang=en');
    await select('Shown').selectOption('form-of-exploitation:forced-labour');
    await page.getByRole('heading', { name: /orced labour.*Latin America and the Caribbean/ }).waitFor();
    expect((await cells()).map((row) => row.slice(0, 4))).toEqual([
      ['2018', '40', '200', '20%'],
      ['2019', '50', '200', '25%'],
      ['2020', '50', '200', '25%'],
    ]);
    // A list of one's own is shown like a region, by the same rules: Denmark has no part.
    await site.open(
      '/?page=indicator&indicator=victims-detected&part=together&respondent=SV,PE,DK&by=share&breakdown=form-of-exploitation:forced-labour&from=2018&to=2020&lang=en',
    );
    await page.getByText('2 of 3 have a figure in every year from 2018 to 2020').waitFor();
    expect((await cells()).map((row) => row.slice(0, 4))).toEqual([
      ['2018', '40', '200', '20%'],
      ['2019', '50', '200', '25%'],
      ['2020', '50', '200', '25%'],
    ]);
    await page.locator('summary', { hasText: 'Not added up: 1 State' }).click();
    expect(await page.locator('tr', { hasText: 'Denmark' }).innerText()).toContain('2018, 2019 and 2020');
    // A part above its total is named, and not summed.
    await site.post(`/v1/rounds/${collection}/2022/replies`, {
      ...{ respondent: 'CO', receivedOn: '2022-05-30' },
      observations: [...figures([5, 6, 7]), ...figures([50, 6, 7], forced)],
    });
    await site.open(page.url().replace(site.url, '').replace('SV,PE,DK', 'SV,PE,CO'));
    await page.locator('summary', { hasText: 'because the part is larger than the total: 1 State' }).click();
    expect(await page.locator('tr', { hasText: 'Colombia' }).innerText()).toMatch(/Colombia\s+2018$/);
    expect(await findBarriers(page)).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  it('fit a narrow page from right to left', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    await site.open(
      '/?page=indicator&indicator=victims-detected&part=together&respondent=419&by=rate&lang=ar',
    );
    await site.page.locator('table.figures').first().waitFor();
    // The table as well, where it has no column for each year; a range in it is read from left to right.
    const directions = await site.page.evaluate<string[]>(
      `['table.figures', 'table.figures td.number'].map((one) => getComputedStyle(document.querySelector(one)).direction)`,
    );
    expect(directions).toEqual(['rtl', 'ltr']);
    expect(await findOverflow(site.page)).toBe(0);
    expect(await findBarriers(site.page)).toEqual([]);
  });
});
