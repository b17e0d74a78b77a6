/**
 * Working through inconsistencies and discrepancies: in words, with a link from each number to its source,
 * filters, and ticks.
 */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

// Signed out: those with a right to it have the list of work instead of ticks (work.e2e).
describePage(
  'what does not fit together',
  (site) => {
    const rows = () => site.page.locator('table.checks tbody tr');
    const filter = (label: string) => site.page.getByRole('combobox', { name: label });

    it('inconsistencies are worded in the reader’s language, filtered in the address, and ticked off in this browser', async () => {
      await site.open('/?page=inconsistencies&lang=en');
      await rows().first().waitFor();
      const all = await rows().count();
      expect(await rows().filter({ hasText: 'Latvia' }).first().innerText()).toMatch(
        /Cited in paragraphs 5, .* but not among those that paragraph 3 lists/,
      );
      await filter('Kind').selectOption('listed-but-not-cited');
      await site.page.waitForURL((address) => address.searchParams.get('kind') === 'listed-but-not-cited');
      expect(await rows().allInnerTexts()).toHaveLength(1);
      expect(await rows().innerText()).toContain('Slovenia');
      await rows().getByRole('checkbox').check();
      await filter('State').selectOption('open');
      await site.page.getByText('None of them fits this choice').waitFor();
      await site.page.reload();
      await site.page.getByText('None of them fits this choice').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.goBack();
      await rows().getByRole('checkbox').uncheck();
      await site.page.goBack();
      await rows()
        .nth(all - 1)
        .waitFor();

      await site.open('/?page=inconsistencies&lang=zh');
      await rows().first().waitFor();
      const words = (await site.page.locator('main').innerText()).replace(/Rapporteur|CSV|JSON/g, '');
      expect(words.match(/[A-Za-z]{3,}/g) ?? []).toEqual([]);
      expect(site.faults).toEqual([]);
    }, 60_000);

    it('without a second collection there is nothing to compare, and it says what to do', async () => {
      await site.open('/?page=discrepancies&lang=en');
      await site.page.getByText('import another (npm run import)').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
    });

    it('two collections stand side by side with the difference, each number at its source', async () => {
      await site.post('/v1/rounds', { collection: 'unodc-glotip', round: '2023' });
      const figure = (period: string, value: number, more: object = {}) => ({
        indicator: 'persons-prosecuted',
        period,
        value,
        row: 7,
        ...more,
      });
      await site.post('/v1/rounds/unodc-glotip/2023/replies', {
        respondent: 'SV',
        receivedOn: '2023-05-30',
        observations: [
          figure('2007', 40),
          figure('2006', 37),
          figure('2005', 20, { qualifier: 'fewer-than' }),
        ],
      });
      await site.open('/?page=discrepancies&lang=en');
      await rows().first().waitFor();
      expect((await rows().allInnerTexts()).map((text) => text.split('\t').slice(0, 6))).toEqual([
        ['El Salvador', 'Persons prosecuted', '2005', '18', '< 20', '−18 – +1'],
        ['El Salvador', 'Persons prosecuted', '2007', '6', '40', '+34'],
      ]);
      await rows().getByRole('link', { name: '40', exact: true }).click();
      await site.page.getByRole('dialog').getByText('UNODC, trafficking in persons, 2023').first().waitFor();
      await site.page.keyboard.press('Escape');
      await rows().last().getByRole('checkbox').check();
      await filter('State').selectOption('seen');
      expect(await rows().count()).toBe(1);
      // After a correction of its figure an item must be looked at again.
      await site.post('/v1/rounds/unodc-glotip/2023/replies/SV/corrections', {
        receivedOn: '2023-06-30',
        reason: 'an error',
        observations: { changed: [figure('2007', 41)] },
      });
      await site.page.getByText('None of them fits this choice').waitFor();
      for (const [lang, width] of [
        ['zh', 360],
        ['ar', 1280],
      ] as const) {
        await site.page.setViewportSize({ width, height: 800 });
        await site.page.emulateMedia({ colorScheme: width === 360 ? 'dark' : 'light' });
        await site.open(`/?page=discrepancies&lang=${lang}`);
        await rows().first().waitFor();
        expect(await findBarriers(site.page)).toEqual([]);
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
      }
      expect(site.faults).toEqual([]);
    }, 60_000);

    it('a long list comes onto the page whole', async () => {
      await site.post('/v1/rounds', { collection: 'long', round: '1' });
      const years = Array.from({ length: 65 }, (_, i) => String(1941 + i));
      const partAboveWhole = (period: string) => [
        { indicator: 'hotline-calls', period, value: 1, paragraph: 1 },
        { indicator: 'hotline-calls-on-trafficking', period, value: 2, paragraph: 1 },
      ];
      await site.post('/v1/rounds/long/1/replies', {
        respondent: 'IS',
        receivedOn: '2008-02-11',
        observations: years.flatMap(partAboveWhole),
      });
      await site.open('/?page=inconsistencies&collection=long&lang=en');
      await rows()
        .nth(years.length - 1)
        .waitFor();
      expect(await site.page.locator('.key [role="status"]').innerText()).toBe('65 of 65 shown');
      expect(site.faults).toEqual([]);
    });
  },
  { isSignedOut: true },
);
