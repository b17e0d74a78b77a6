/** Importing on the page in a real browser: a file is seen, stored, its words decided by keys, its figures appear. */
import { expect, it } from '@jest/globals';
import { importers, wordDeciders } from '../session/session.js';
import { describePage, findBarriers, findOverflow } from './browser.js';

const all = { respondents: 'all', collections: 'all' };
const reason = 'a test';
const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const line = (code: string, year: number, value: number, category = 'Total') =>
  `${code},,Persons convicted,${category === 'Total' ? 'Total' : 'by citizenship'},${category},Total,Total,${year},${value}`;
const csv = (name: string, ...lines: string[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from([header, ...lines].join('\n')),
});
/** Two words that nobody knows, in three rows, and rows without a fault. */
const withWords = csv(
  'unodc-glotip-2023-05-30.csv',
  ...[2019, 2020, 2021].map((year) => line('AUT', year, year - 2000)),
  ...[line('AUT', 2019, 5, 'Nigerin'), line('AUT', 2020, 6, 'Nigerin'), line('AUT', 2020, 7, 'Xyzzy')],
);

describePage(
  'importing a file',
  (site) => {
    const main = () => site.page.getByRole('main');
    const button = (name: string | RegExp) => main().getByRole('button', { name });
    const review = () => site.page.getByRole('group', { name: 'Review of words' });
    const word = () => review().getByRole('heading').innerText();
    const drop = async (file: ReturnType<typeof csv>, lang = 'en') => {
      await site.open(`/?page=import&lang=${lang}`);
      await site.page.locator('#import-choose').setInputFiles(file);
    };
    const invited = async (id: string, role: string, name: string) => {
      await site.post('/v1/people', { id, kind: 'person', name, reason });
      await site.post(`/v1/people/${id}/grants`, { role, scope: all, reason });
      return String((await site.post(`/v1/people/${id}/invitation`, { reason }))['link']);
    };
    const signIn = async (link: string) => {
      await site.page.goto(link);
      await site.page.getByText('You are signed in as').waitFor();
    };

    it('tells who may, to somebody who is not signed in, and to a reader', async () => {
      await site.open('/?page=import&lang=en');
      await site.page.getByText('Importing a file and deciding words need signing in').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await signIn(await invited('rosa', 'reader', 'Rosa Reader'));
      await site.open('/?page=import&lang=en');
      await site.page.getByText('None of your roles may import files').waitFor();
      expect(site.faults).toEqual([]);
    });

    it('shows what a file is, stores it, asks about its words by keys, and its figures appear', async () => {
      await signIn(await invited('olga', 'owner', 'Olga Owner'));
      await drop(withWords);
      await main().getByText('6 rows = 3 to be stored + 0 repeated + 0 refused + 3 that will wait').waitFor();
      const seen = await site.page.locator('.seen').innerText();
      expect(seen).toMatch(/csv[^]*in row 1[^]*2019 to 2021[^]*txtVALUE figure/);
      expect(seen).toContain('It withdraws nothing.');
      expect(await site.page.locator('#import-collection').inputValue()).toBe('unodc-glotip');
      expect(await findBarriers(site.page)).toEqual([]);
      // The button has the focus: Enter goes on.
      await site.page.keyboard.press('Enter');
      await main().getByText('6 rows = 3 stored + 0 repeated + 0 refused + 3 waiting').waitFor();
      await main().getByText('2 words wait for a decision').waitFor();
      expect(await word()).toBe('Nigerin');
      expect(await review().innerText()).toMatch(
        /2 rows and their figures wait[^]*Niger[^]*Nigeria[^]*row 5/,
      );
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.keyboard.press('2');
      expect(await word()).toBe('Xyzzy');
      await site.page.keyboard.press('1');
      await review().getByRole('alert').getByText('Nothing that is known is near').waitFor();
      await site.page.keyboard.press('u');
      expect(await word()).toBe('Nigerin');
      await site.page.keyboard.press('1');
      await site.page.keyboard.press('c');
      await site.page.keyboard.type('Austr');
      await site.page.keyboard.press('Escape');
      await site.page.keyboard.press('n');
      await review().getByText('That was the last word').waitFor();
      await site.page.keyboard.press('Enter');
      await main().getByText('2 rows came in, 1 refused, 0 still waiting').waitFor();
      await main().getByText('No word of this collection waits').waitFor();
      await main().getByText('Decided so far (2)').click();
      expect(await site.page.locator('table', { hasText: 'Meaning' }).innerText()).toMatch(
        /Nigerin[^]*Niger/,
      );
      await main().getByRole('link', { name: 'See its figures' }).click();
      await site.page.locator('td a', { hasText: /^21$/ }).first().waitFor();
      await site.page.locator('td a', { hasText: /^5$/ }).first().waitFor();
      expect(site.faults).toEqual([]);
    }, 60_000);

    it('asks for the number that a file would withdraw, names who vanishes, or takes it as a part', async () => {
      await signIn(await invited('dora', 'desk-officer', 'Dora Desk'));
      await drop(csv('unodc-glotip-2024-05-30.csv', line('BOL', 2019, 1)));
      await main().getByText('It withdraws 5 figures of the 5 that stand').waitFor();
      await main().getByText('No figure is left of: Austria.').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.keyboard.type('4');
      await site.page.keyboard.press('Enter');
      await main().getByText('This is not 5.').waitFor();
      await button('It is only a part').click();
      await main().getByText('It withdraws nothing.').waitFor();
      await button('Import').click();
      await main().getByText('1 row = 1 stored').waitFor();
      await main().getByText('A statistician decides what these words mean').waitFor();
      await drop(csv('unodc-glotip-2025-05-30.csv', line('BOL', 2020, 1)));
      await main().getByText('type the number 6').waitFor();
      await site.page.keyboard.type('6');
      await site.page.keyboard.press('Enter');
      await main().getByText('It withdraws 6 figures of the 6 that stand').waitFor();
      await main().getByRole('link', { name: 'See its figures' }).waitFor();

      // The page does not know of the latest round yet, and hears of it when the one before it is shown.
      let isLate = true;
      await site.page.route('**/v1/rounds?**', async (route) => {
        const response = await route.fetch();
        const { items, ...rest } = (await response.json()) as { items: { round: string }[] };
        const known = isLate ? items.filter(({ round }) => round !== '2025') : items;
        await route.fulfill({ response, json: { ...rest, items: known } });
      });
      await site.open('/?page=import&collection=unodc-glotip&lang=en');
      await main().getByText('Take an import back').click();
      await button('Show what that takes back').click();
      await main().getByText('“unodc-glotip-2024-05-30.csv”').first().waitFor();
      isLate = false;
      await site.post('/v1/rounds', { collection: 'news', round: '1' });
      await main().getByText('“unodc-glotip-2024-05-30.csv”').first().waitFor({ state: 'detached' });
      expect(await button('Take it back').count()).toBe(0);
      await site.page.unroute('**/v1/rounds?**');
      await button('Show what that takes back').click();
      await main().getByText('“unodc-glotip-2025-05-30.csv”').first().waitFor();
      await button('Take it back').click();
      await main().getByText('Say why first').waitFor();
      await site.page.locator('#undo-reason').fill('the wrong file');
      await button('Take it back').click();
      await main().getByText('was taken back').waitFor();
      await site.open('/?collection=unodc-glotip&indicator=all&lang=en');
      await site.page.locator('td a', { hasText: /^21$/ }).first().waitFor();
      expect(site.faults).toEqual([]);
    }, 60_000);

    it('takes a file that is dropped anywhere on the page', async () => {
      await signIn(await invited('odin', 'owner', 'Odin Owner'));
      await site.open('/?page=import&lang=en');
      await site.page.locator('#import-choose').waitFor({ state: 'attached' });
      const dataTransfer = await site.page.evaluateHandle(`(() => {
        const held = new DataTransfer();
        held.items.add(new File(['%PDF-1.7'], 'unodc-glotip-2023-05-30.pdf'));
        return held;
      })()`);
      await site.page.locator('h1').dispatchEvent('dragover', { dataTransfer });
      await site.page.locator('.drop.over').waitFor();
      await site.page.locator('h1').dispatchEvent('drop', { dataTransfer });
      await main().getByText('unodc-glotip-2023-05-30.pdf').waitFor();
      await main().getByText('It is no spreadsheet that can be read.').waitFor();
      expect(site.faults).toEqual([]);
    }, 30_000);

    it('says in plain words why a file is not taken, and what to do', async () => {
      await signIn(await invited('otto', 'owner', 'Otto Owner'));
      await drop({ ...csv('unodc-glotip-2023-05-30.pdf'), buffer: Buffer.from('%PDF-1.7 nothing') });
      await main().getByText('It is no spreadsheet that can be read.').waitFor();
      await drop(csv('Prison statistics.csv', line('AUT', 2019, 1)));
      await main().getByText('There is no mapping for this collection').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
    }, 30_000);

    it('fits a narrow dark page in Chinese, at every step', async () => {
      await signIn(await invited('omar', 'owner', 'Omar Owner'));
      await site.page.setViewportSize({ width: 360, height: 800 });
      await site.page.emulateMedia({ colorScheme: 'dark' });
      const check = async () => {
        expect(await findBarriers(site.page)).toEqual([]);
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
      };
      await drop(csv('unodc-glotip-2026-05-30.csv', line('PER', 2020, 7, 'Xyzzy unheard of')), 'zh');
      await main().getByText('将等待词语判定 1').waitFor();
      await check();
      await main()
        .getByRole('button', { name: '只是一部分' })
        .or(main().getByRole('button', { name: '导入' }))
        .first()
        .waitFor();
      await site.page.getByText('其他设置').click();
      await site.page.getByText('文件只是一部分').click();
      await main().getByRole('button', { name: '导入', exact: true }).click();
      await site.page.getByRole('group', { name: '词语判定' }).waitFor();
      await check();
      await site.page.keyboard.press('c');
      await site.page.getByRole('combobox', { name: /国籍/ }).waitFor();
      await check();
    }, 60_000);

    it('is offered to exactly those whom the server lets in', async () => {
      const { roleActions } = await import('@rapporteur/domain');
      const able = (action: string) =>
        Object.entries(roleActions).flatMap(([role, may]) =>
          (may as readonly string[]).includes(action) ? role : [],
        );
      expect(able('import-file').sort()).toEqual([...importers].sort());
      expect(able('decide-words').sort()).toEqual([...wordDeciders].sort());
    });

    it('says why rows are refused, and what words may mean, in the language of the page', async () => {
      await signIn(await invited('fern', 'owner', 'Fern Owner'));
      const file = csv(
        'unodc-glotip-2023-06-30.csv',
        line('AUT', 2019, 5),
        line('AUT', 2019, 1).replace(/,1$/, ',some'),
        line('AUT', 2031, 2),
        line('AUT', 2018, 3).replace('2018', 'soon'),
        line('Nigr', 2018, 4),
        ',,Persons convicted,Total,Total,Total,Total,2018,6',
        line('AUT', 2018, 4, '3 nigériens et un'),
        line('AUT', 2018, 4, 'Congolese (Xyz)'),
        line('AUT', 2018, 4, 'Nigeriann').replace('Persons convicted', 'Xyzzy'),
      );
      for (const lang of ['fr', 'es', 'ru', 'ar', 'zh']) {
        await drop(file, lang);
        await site.page.locator('.seen').waitFor();
        const rows = site.page.locator('.refused-rows tbody tr');
        await rows.first().waitFor({ state: 'attached' });
        expect(await rows.count()).toBe(8);
        expect(await rows.locator('[lang=en]').allTextContents()).toEqual([]);
      }
      await drop(file);
      await button('It is only a part').click();
      await main().getByText('It withdraws nothing.').waitFor();
      await button('Import').click();
      await site.page.locator('.review').waitFor();
      for (const lang of ['fr', 'es', 'ru', 'ar', 'zh']) {
        await site.open(`/?page=import&collection=unodc-glotip&lang=${lang}`);
        const review = site.page.locator('.review');
        await review.waitFor();
        const place = await review.locator('.key').first().innerText();
        const words = Number(/\d+(?=\D*$)/.exec(place.split('·')[0]!)?.[0] ?? '4');
        for (let i = 0; i < words; i += 1) {
          expect(await review.locator('small[lang=en]').allInnerTexts()).toEqual([]);
          await site.page.keyboard.press('ArrowDown');
        }
      }
      expect(site.faults).toEqual([]);
    }, 60_000);
  },
  { isSignedOut: true },
);
