/** No view mixes languages: each is rendered in each language, and has no visible word of another that is not marked. */
import { beforeAll, expect, it } from '@jest/globals';
import { languages, pages, type PageLanguage } from '../page/address.js';
import { foreignWords } from '../page/foreign-words-for-tests.js';
import { describePage } from './browser.js';
import { everyView, fillEveryView, isDone, openView, type ViewName } from './every-view.js';

/** What a reader sees or hears, each with its language: texts, and labels of elements. Runs in the page. */
const readTexts = `(() => {
  const said = [];
  const say = (element, text) => {
    const lang = (element.closest('[lang]')?.getAttribute('lang') ?? 'none').split('-')[0];
    // An empty language is that of data whose language is not known.
    if (lang !== '' && text && text.trim() !== '') said.push([lang, text.replace(/\\s+/g, ' ').trim()]);
  };
  const isShown = (element) => element.closest('option') || element.getClientRects().length > 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element.closest('script, style, noscript, pre, code, kbd') && isShown(element)) say(element, node.data);
  }
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-description]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
      if (element.getClientRects().length > 0) say(element, element.getAttribute(name));
  say(document.documentElement, document.title);
  return said;
})()`;

/**
 * Data that are the same in every language: codes of collections and rounds, of States and of columns, symbols of documents,
 * keys, the day by which a message shows how one is written, the code that an address asks for in vain, and a name that a reply
 * of 2008 is quoted with.
 */
const data =
  /\b(?:ecosoc-2006-27|unodc-glotip)(?:\/\d+)?|\b[EA]\/[A-Z]+\.[\w./]+|\b[A-Z]{2,3}\b|(?:https?:)\S+|\b[a-z]+(?:-[a-z]+)*\/[a-z-]*\d{4}|\bEva\b|\b2008-12-31\b|\b[0-9a-f]{12}\b|\bnonsense\b|[“«]\s?克罗迪亚\s?[”»]/g;
/** The day by which a message shows how one is written; the message comes once the server has checked a draft. */
const shownDay = '2008-12-31';
/** What no sentence of the page says: a day in digits alone, an identifier instead of a name, two full stops, a number that does not fit its word. */
const slips = /\b\d{4}-\d\d-\d\d\b|~_T~|[^.]\.\.(?!\.)|(?<!of )\b1 (?:respondents|States|figures|events)\b/;
/** How many tables, whose rows are read down in a narrow window, are wider than a window of a tablet. Runs in the page. */
const countTooWide = `[...document.querySelectorAll('table.read-down')].filter(
  ({ parentElement: { scrollWidth, clientWidth } }) => scrollWidth > clientWidth).length`;
/** The names of the languages in their own words, in the choice of languages, are marked with theirs. */
const ofLanguage = (lang: string): PageLanguage | undefined => languages.find((one) => one === lang);

/** All six with FULL=1; else three, so that each language comes to half of the views, and each view to half of them. */
const languagesFor = (view: number) =>
  process.env['FULL'] ? languages : languages.filter((_, i) => i % 2 === view % 2);

describePage('every view in every language', (site) => {
  beforeAll(() => fillEveryView(site), 60_000);

  const mixedIn = async (language: PageLanguage) => {
    const said = (await site.page.evaluate(readTexts)) as [string, string][];
    return said.flatMap(([lang, text]) => {
      // A part that is marked with another language is in that language, or it is wrongly marked.
      const words = foreignWords(text.replace(data, ' '), ofLanguage(lang) ?? language);
      words.push(...(slips.exec(text.replace(shownDay, '')) ?? []));
      return words.length > 0 ? [`${lang}: ${words.join(' ')} (${text.slice(0, 120)})`] : [];
    });
  };

  const tooWideIn = async () => {
    if ((await site.page.locator('table.read-down').count()) === 0) return 0;
    await site.page.setViewportSize({ width: 768, height: 1024 });
    const tooWide = await site.page.evaluate<number>(countTooWide);
    await site.page.setViewportSize({ width: 1280, height: 900 });
    return tooWide;
  };

  it('leaves out no view', () => {
    const shown = Object.values(everyView).map((address) => /page=(\w+)/.exec(address)?.[1]);
    expect(pages.filter((page) => !shown.includes(page))).toEqual([]);
  });

  it.each((Object.keys(everyView) as ViewName[]).map((name, i) => [name, languagesFor(i)] as const))(
    'has no words of another: %s',
    async (name, wanted) => {
      const found: string[] = [];
      await openView(site, name, wanted[0]!);
      for (const language of wanted) {
        // Changed as a reader changes it, so that a word that stays behind is found, too.
        await site.page.locator('header select').selectOption(language);
        await isDone(site.page, language);
        // Names may still be on their way.
        const until = Date.now() + 3_000;
        let mixed = await mixedIn(language);
        while (mixed.length > 0 && Date.now() < until) {
          await site.page.waitForTimeout(100);
          mixed = await mixedIn(language);
        }
        found.push(...mixed.map((one) => `${language}, ${one}`));
        // Who is signed in, and as what, which is not said where it is the same: "The owner owner".
        expect(await site.page.locator('.who summary').innerText()).not.toMatch(/(\p{L}{3,})\s+\1/iu);
        expect(await site.page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        expect([language, await tooWideIn()]).toEqual([language, 0]);
      }
      expect(found).toEqual([]);
    },
    90_000,
  );
});
