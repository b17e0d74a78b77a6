/** The first chart is in the first screen, whole, in every language, on a small laptop and on a telephone. */
import { ownerHeaders } from '@rapporteur/testing';
import { beforeAll, expect, it } from '@jest/globals';
import { showDay } from '../page/page-context.js';
import { languages, type PageLanguage } from '../page/address.js';
import { describePage, findBarriers, findOverflow } from './browser.js';
import { everyView, fillEveryView, isDone } from './every-view.js';

const screens = [
  [1280, 720],
  [360, 740],
] as const;

/** Runs in the page: how far the first chart and the name of the shown view are outside of the window, in pixels. */
const outside = `(() => {
  const beyond = (selector) => {
    const { top, bottom, left, right } = document.querySelector(selector).getBoundingClientRect();
    return Math.max(0, -top, -left, bottom - innerHeight, right - innerWidth);
  };
  return [beyond('.chart > svg'), beyond('header nav [aria-current]')];
})()`;

describePage('the first screen', (site) => {
  beforeAll(() => fillEveryView(site), 60_000);

  it.each<readonly [string, string, readonly PageLanguage[]]>([
    ['trends', '/?page=trends', languages],
    ['trends of one State', '/?page=trends&respondent=SV&collection=ecosoc-2006-27', languages],
    ['many small charts', '/?page=trends&collection=unodc-glotip&indicator=all&layout=multiples', languages],
    ['from case to court', '/?page=court&respondent=SV&collection=ecosoc-2006-27', languages],
    // Two languages with long words, for these are of the same parts.
    ['one State', everyView.state, ['fr', 'ru']],
    ['rates', everyView.rates, ['fr', 'ru']],
    ['two days', everyView['two days'], ['fr', 'ru']],
    [
      'many lines',
      '/?page=trends&respondent=SV&collection=all&indicator=all&breakdown=all&layout=multiples',
      ['fr', 'ru'],
    ],
  ])(
    'has the first chart: %s',
    async (_, address, wanted) => {
      const found: string[] = [];
      for (const [width, height] of screens) {
        await site.page.setViewportSize({ width, height });
        for (const language of wanted) {
          await site.open(`${address}&lang=${language}`);
          await site.page.locator('.chart > svg').first().waitFor();
          await isDone(site.page, language);
          const [chart, view] = await site.page.evaluate<number[]>(outside);
          const wider = await findOverflow(site.page);
          if (chart! > 0 || view! > 0 || wider > 0)
            found.push(`${language} ${width}: chart ${chart}, view ${view}, page ${wider}`);
        }
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  it('has the name of the shown view in sight in a narrow window, also of one at the end of the line', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    for (const language of ['en', 'ar'] as const)
      for (const view of ['round', 'webhooks']) {
        await site.open(`/?page=${view}&lang=${language}`);
        await isDone(site.page, language);
        // Whoever is signed in is known later, and with that more views are offered.
        await site.page.locator('header nav a').nth(14).waitFor({ state: 'attached' });
        const name = await site.page.evaluate<number>(
          `(() => { const { left, right } = document.querySelector('header nav [aria-current]').getBoundingClientRect();
             return Math.max(0, -left, right - innerWidth); })()`,
        );
        expect([language, view, name]).toEqual([language, view, 0]);
      }
  });

  it('says in its options how they are set, and has the controls of a wide window in one row', async () => {
    for (const language of languages) {
      await site.open(`/?page=trends&respondent=SV&asOf=2023-06-01&lang=${language}`);
      await isDone(site.page, language);
      expect(await site.page.locator('details.options > summary').innerText()).toContain(
        showDay('2023-06-01', language),
      );
      const tops = await site.page.evaluate<number[]>(
        `[...document.querySelectorAll('.choices > .choice > *')].map((one) => one.getBoundingClientRect().top)`,
      );
      expect(tops).toHaveLength(5);
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(30);
    }
    // A label as wide as the longest choice of its list left no room for the next.
    await site.open('/?page=submit&round=ecosoc-2006-27/2008&respondent=GR&lang=ru');
    await isDone(site.page, 'ru');
    const tops = await site.page.evaluate<number[]>(
      `[...document.querySelector('section.choice').children].map((one) => one.getBoundingClientRect().top)`,
    );
    expect([tops.length, new Set(tops).size]).toEqual([2, 1]);
  }, 60_000);

  it('has all views in one line, for a reader and for who may do more', async () => {
    const wide = `(() => {
      const line = document.querySelector('header nav');
      const tops = new Set([...line.children].map((link) => link.getBoundingClientRect().top));
      return [tops.size, line.scrollWidth - line.clientWidth];
    })()`;
    await site.page.setExtraHTTPHeaders({});
    const found: string[] = [];
    for (const language of languages) {
      await site.open(`/?page=overview&lang=${language}`);
      await isDone(site.page, language);
      const [lines, beyond] = await site.page.evaluate<number[]>(wide);
      if (lines !== 1 || beyond! > 0) found.push(`${language}: ${lines} lines, ${beyond} pixels beyond`);
    }
    await site.page.setExtraHTTPHeaders(ownerHeaders());
    await site.open('/?page=access&part=people&lang=es');
    await isDone(site.page, 'es');
    expect((await site.page.evaluate<number[]>(wide))[0]).toBe(1);
    expect((await site.page.evaluate<number[]>(outside.replace("beyond('.chart > svg')", '0')))[1]).toBe(0);
    expect(found).toEqual([]);
  }, 60_000);

  it('has them in one line for whoever is signed in, those seldom opened under "More", by the keyboard too', async () => {
    const beyond = `(() => { const line = document.querySelector('header nav'); return line.scrollWidth - line.clientWidth; })()`;
    await site.page.setViewportSize({ width: 1280, height: 720 });
    const found: string[] = [];
    for (const language of languages) {
      await site.open(`/?page=overview&lang=${language}`);
      await site.page.locator('header nav a[href*="page=access"]').waitFor();
      await isDone(site.page, language);
      const by = await site.page.evaluate<number>(beyond);
      const links = await site.page.locator('header nav a').count();
      if (by > 0 || links !== 15) found.push(`${language}: ${by} pixels beyond, ${links} views`);
    }
    expect(found).toEqual([]);
    await site.open('/?page=overview&lang=ru');
    const more = site.page.locator('.more-views');
    await more.locator('summary').focus();
    await site.page.keyboard.press('Enter');
    await more.locator('a').first().waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    await site.page.keyboard.press('Escape');
    await more.locator('a').first().waitFor({ state: 'hidden' });
    expect(await site.page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    await site.page.keyboard.press('Enter');
    await more.locator('a[href*="page=differences"]').focus();
    await site.page.keyboard.press('Enter');
    // The view that is shown stands in the line itself.
    await site.page.locator('header nav > a[aria-current][href*="page=differences"]').waitFor();
    expect(await more.locator('a').first().isVisible()).toBe(false);
    expect(site.faults).toEqual([]);
  }, 60_000);
});
