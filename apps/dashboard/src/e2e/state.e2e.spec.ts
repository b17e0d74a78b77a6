/** The page of one State in a real Chromium: all that it said, and the way there. */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

describePage('the page of a State', (site) => {
  it('shows the rounds that it answered, its figures, its findings and what does not fit together', async () => {
    await site.open('/?page=state&respondent=SV&lang=en');
    const { page } = site;
    await page.getByRole('heading', { level: 2, name: 'El Salvador', exact: true }).waitFor();
    await page
      .getByText('Rounds that it answered')
      .getByRole('link', { name: /round of 2008$/ })
      .waitFor();
    await page
      .locator('table tr', { hasText: 'Persons prosecuted' })
      .getByRole('link', { name: '37' })
      .waitFor();
    expect(await page.locator('.multiples .small').count()).toBe(2);
    const topic = page.locator('.said > div', { hasText: 'Groups addressed' });
    await topic.waitFor();
    expect(await topic.innerText()).toMatch(/Law enforcement.*Paragraph 49.*Through various media\./s);
    await page.getByText('Nothing disagrees among what is shown.').waitFor();
    const cards = await page.locator('.multiples .small').all();
    for (const card of cards) {
      const [box, chart] = [await card.boundingBox(), await card.locator('svg').first().boundingBox()];
      expect(chart!.x + chart!.width).toBeLessThanOrEqual(box!.x + box!.width);
    }
    expect(await findBarriers(page)).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  it('leads from a finding to its reply, and lists only what this State said', async () => {
    await site.open('/?page=state&respondent=LV&lang=en');
    const { page } = site;
    const asked = await fetch(`${site.url}/v1/findings?respondent=LV&limit=1000`);
    const { items } = (await asked.json()) as { items: object[] };
    await page.locator('.said dd').first().waitFor();
    expect(await page.locator('.said dd').count()).toBe(items.length);
    await page.locator('.checks-of-state li').first().waitFor();
    await page.locator('.said dd a').first().click();
    await page.getByRole('dialog').waitFor();
  });

  it('asks for a State where none is chosen, and fits a narrow screen', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    await site.open('/?page=state&lang=en');
    await site.page.getByText('What a State said').waitFor();
    expect(await site.page.locator('main h2').count()).toBe(0);
    await site.open('/?page=state&respondent=SV&lang=en');
    await site.page.locator('.said dd').first().waitFor();
    expect(await findOverflow(site.page)).toBe(0);
  });

  it('shows the findings of one State as one list in the view of findings, and notes beside findings there, too', async () => {
    const { page } = site;
    await site.open('/?page=findings&about=GR&lang=en');
    await page.locator('.said dd').first().waitFor();
    expect(await page.locator('main h2').count()).toBe(0);
    const topic = page.locator('.said > div', { hasText: 'Inter-agency coordination' });
    expect(await topic.innerText()).toMatch(
      /Paragraph 67\s+Under the Ministry of Justice\..*Paragraph 74\s+Special/s,
    );
    await site.open('/?page=findings&topic=interagency-coordination&lang=en');
    const greece = page.locator('.states li', { hasText: 'Greece' }).first();
    await greece.getByText('Under the Ministry of Justice.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await findOverflow(page)).toBe(0);
  });

  it.each([
    ['en', /\b1 respondent(?!s)/],
    ['fr', /\b1 répondant(?!s)/],
    ['es', /\b1 encuestado(?!s)/],
    ['ru', /\b1 респондент(?!\p{L})/u],
    ['zh', /(?<!\d)1\s?个/],
    ['ar', /جهة مجيبة واحدة/],
  ])('says "1" with the word for one in the language %s', async (lang, one) => {
    await site.open(`/?page=findings&lang=${lang}`);
    await site.page.locator('article.box h2').first().waitFor();
    const heads = await site.page.locator('article.box h2 small').allInnerTexts();
    const counts = await site.page.evaluate<number[]>(
      `[...document.querySelectorAll('article.box')].map((box) => new Set([...box.querySelectorAll('.states a')].map((a) => a.textContent)).size)`,
    );
    const alone = heads.filter((_, i) => counts[i] === 1);
    expect(alone.length).toBeGreaterThan(0);
    for (const head of alone) expect(head).toMatch(one);
    for (const head of heads.filter((_, i) => counts[i] !== 1)) expect(head).not.toMatch(one);
  });

  it('calls figures of the same indicator by their collections where they are of two, and no two alike', async () => {
    const collection = 'unodc-glotip';
    await site.post('/v1/rounds', { collection, round: '2023', complete: true });
    await site.post(`/v1/rounds/${collection}/2023/replies`, {
      ...{ respondent: 'SV', receivedOn: '2023-05-30' },
      observations: [
        { indicator: 'persons-prosecuted', period: '2007', value: 80, row: 7 },
        ...[12_000, 9000, 15_000, 8000, 11_000, 13_000].map((value, i) => ({
          ...{ indicator: 'victims-detected', period: String(2015 + i), value, row: 8 },
        })),
      ],
    });
    const { page } = site;
    for (const [address, named] of [
      ['/?page=state&respondent=SV', 'tbody th small'],
      ['/?page=trends&respondent=SV&collection=all&indicator=all', 'article.box h2 small'],
    ] as const) {
      await site.open(`${address}&lang=en`);
      for (const name of ['UNODC, trafficking in persons', 'resolution 2006/27, trafficking in persons'])
        await page.locator(named, { hasText: name }).first().waitFor();
      for (const labels of [
        await page.locator('main table').evaluateAll((tables) =>
          tables.flatMap((table) => {
            const heads = [...table.querySelectorAll('tbody th')].map((one) => one.textContent);
            return [
              table.parentElement!.getAttribute('aria-label'),
              ...heads.map((head) => head + table.textContent),
            ];
          }),
        ),
        await page
          .locator('.chart > svg')
          .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
      ]) {
        expect(labels.length).toBeGreaterThan(1);
        expect(new Set(labels).size).toBe(labels.length);
      }
    }
    // The latest year is in sight, also with six of them.
    const cut = `[...document.querySelectorAll('article.box .scroll')].filter((one) => one.scrollWidth > one.clientWidth).length`;
    expect(await page.evaluate(cut)).toBe(0);
    const titles = (await page.locator('article.box h2').allInnerTexts()).map((one) =>
      one.replaceAll('\u00a0', ' '),
    );
    expect(titles).toContain(
      'El Salvador: Cases investigated cases · Economic and Social Council resolution 2006/27, trafficking in persons',
    );
    expect(site.faults).toEqual([]);
  }, 60_000);
});
