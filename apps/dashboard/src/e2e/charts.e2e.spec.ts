/**
 * Charts in a real Chromium: every kind of glyph, the scales, the view from case to court, choosers, files,
 * print, accessibility.
 */
import { ownerHeaders } from '@rapporteur/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describePage, findBarriers, findOverflow, openOptions } from './browser.js';

/** An invented reply with one figure of each kind. */
const iceland = '/?respondent=IS&indicator=victims-identified,persons-prosecuted,persons-convicted&lang=en';
const observation = (indicator: string, period: string, value: number | null, more: object = {}) => ({
  indicator,
  period,
  value,
  paragraph: 2,
  ...more,
});
const reply = {
  respondent: 'Iceland',
  receivedOn: '2008-01-11',
  language: 'en',
  observations: [
    observation('victims-identified', '1996/1999', 12),
    observation('victims-identified', '2000', 0),
    observation('victims-identified', '2001', 4),
    observation('victims-identified', '2003', 5, { qualifier: 'fewer-than' }),
    observation('victims-identified', '2004', 30, { qualifier: 'at-least' }),
    observation('victims-identified', '2005', 20, { qualifier: 'approximately', break: true }),
    observation('victims-identified', '2006', 9),
    observation('victims-identified', '2007', 3),
    observation('persons-prosecuted', '2005', 8),
    observation('persons-prosecuted', '2006', 10),
    observation('persons-convicted', '2006', 4),
    observation('persons-convicted', '2005', null, { qualifier: 'none-known' }),
    observation('persons-convicted', '2004', null, { qualifier: 'not-applicable' }),
    observation('persons-convicted', '2003', null, { qualifier: 'withheld' }),
  ],
};
const facet = '[data-facet="IS~ecosoc-2006-27~victim"]';
/** A bar is drawn longer than its range by the width of its stroke. */
const strokeWidth = 7;
/** Two rows with the same key and different values: both are kept, and none is chosen. */
const conflict = [
  'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source',
  ...['3', '5'].map(
    (value) =>
      `ISL,Iceland,Europe,Northern Europe,Persons convicted,Total,Total,Total,Total,2015,Counts,${value},GLOTIP`,
  ),
].join('\n');
const conflicting = '/?collection=unodc-glotip&respondent=IS&lang=en';

describePage('charts', (site) => {
  beforeAll(async () => {
    await site.post('/v1/rounds/ecosoc-2006-27/2008/replies', reply);
    const form = new FormData();
    form.set('file', new Blob([conflict]), 'conflict.csv');
    const query = 'collection=unodc-glotip&round=2023&received=2023-05-30';
    const answer = await fetch(`${site.url}/v1/imports?${query}`, {
      method: 'POST',
      body: form,
      headers: { ...ownerHeaders(), 'rapporteur-request': '1' },
    });
    expect(answer.ok).toBe(true);
  });

  const markOf = (name: string): Locator => site.page.locator(`.chart a[aria-label="${name}"]`);
  const openIceland = async (more = '') => {
    await site.open(iceland + more);
    await site.page.locator(`${facet} .chart svg`).waitFor();
  };
  const middleOf = async (name: string) => {
    const box = (await markOf(name).boundingBox())!;
    return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  it('draw each kind of figure as itself', async () => {
    await openIceland();
    const names = await site.page
      .locator(`${facet} .chart a`)
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')).sort());
    expect(names).toEqual([
      'Victims identified, 1996–1999: 12',
      'Victims identified, 2000: 0',
      'Victims identified, 2001: 4',
      'Victims identified, 2003: < 5',
      'Victims identified, 2004: ≥ 30',
      'Victims identified, 2005: ≈ 20',
      'Victims identified, 2006: 9',
      'Victims identified, 2007: 3',
    ]);
    // A span is a horizontal bar over its years. A range is a vertical bar from its lower to its upper value,
    // without an upper end for "at least".
    const span = await middleOf('Victims identified, 1996–1999: 12');
    const [zero, four] = [
      await middleOf('Victims identified, 2000: 0'),
      await middleOf('Victims identified, 2001: 4'),
    ];
    const yearWidth = four.x - zero.x;
    expect(span.width / yearWidth).toBeCloseTo(4, 0);
    const range = await middleOf('Victims identified, 2003: < 5');
    expect(Math.abs(range.height - (zero.y - four.y))).toBeLessThan(strokeWidth + 2);
    const open = await middleOf('Victims identified, 2004: ≥ 30');
    const top = (await site.page.locator(`${facet} .chart svg`).boundingBox())!.y;
    expect(open.y - top).toBeLessThan(60);
    // The line has gaps at 2002, at the ranges and at the break.
    const line = await site.page.locator(`${facet} .chart g[stroke-width="2"] path`).getAttribute('d');
    expect(line!.match(/M/g)).toHaveLength(2);
    expect(
      await site.page
        .locator(`${facet} .chart`)
        .getByText(/^break/)
        .count(),
    ).toBe(1);
    const says = await site.page.locator(`${facet} .says`).innerText();
    expect(says).toMatch(/no figure for 2002; 2 figures are ranges; counted in a new way from 2005 on/);
    expect(await site.page.locator(`${facet} td.words`).innerText()).toContain('since the break of 2005');
    expect(site.faults).toEqual([]);
  });

  it.each([
    ['a point', 'Victims identified, 2006: 9', /Paragraph\s+2/],
    ['a span', 'Victims identified, 1996–1999: 12', /Period\s+1996–1999/],
    ['a range', 'Victims identified, 2003: < 5', /Qualifier\s+fewer than/],
    ['a break', 'Victims identified, 2005: ≈ 20', /break\s+yes/],
    ['a nil report', 'Persons convicted, 2005: none known', /Qualifier\s+none known/],
    ['what does not apply', 'Persons convicted, 2004: not applicable', /Qualifier\s+not applicable/],
    ['what is confidential', 'Persons convicted, 2003: withheld', /Qualifier\s+withheld/],
  ])('lead from %s to its reply, by keyboard alone', async (_, name, facts) => {
    await openIceland();
    await markOf(name).focus();
    await site.page.keyboard.press('Enter');
    const drawer = site.page.getByRole('dialog');
    await drawer.getByText('ReplySubmitted').waitFor();
    expect(await drawer.innerText()).toMatch(facts);
    expect(await drawer.innerText()).toMatch(/Received\s+11 Jan 2008/);
    expect(await drawer.locator('.history').innerText()).toContain('nothing → ');
    await site.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await site.page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(name);
  });

  it('show conflicting figures all, marked as such, and choose none', async () => {
    await site.open(conflicting);
    const names = ['3', '5'].map((value) => `Persons convicted, 2015: ${value}; conflicting figures: 3 | 5`);
    for (const name of names) await markOf(name).waitFor();
    expect(await site.page.locator('td.number').innerText()).toMatch(/^3 \| 5\s*✳\s*conflicting figures$/);
    await markOf(names[1]!).focus();
    await site.page.keyboard.press('Enter');
    const drawer = site.page.getByRole('dialog');
    await drawer.getByText('ReplySubmitted').waitFor();
    expect(await drawer.innerText()).toMatch(/Row\s+2[^]*Row\s+3/);
  });

  it('keep what is chosen when a figure is opened from chart or table', async () => {
    await openIceland();
    await openOptions(site.page);
    await site.page.getByRole('combobox', { name: 'Scale', exact: true }).selectOption('log');
    await site.page.getByText('zeros stand under the dotted line').waitFor();
    for (const link of [
      markOf('Victims identified, 2006: 9'),
      site.page.locator('td a', { hasText: /^9$/ }),
    ]) {
      await link.focus();
      await site.page.keyboard.press('Enter');
      await site.page.getByRole('dialog').getByText('ReplySubmitted').waitFor();
      expect(new URL(site.page.url()).searchParams.get('scale')).toBe('log');
      await site.page.keyboard.press('Escape');
      await site.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('are one stop of Tab each, and walked through with arrow keys', async () => {
    await openIceland();
    const chart = site.page.locator(`${facet} .chart`);
    expect(await chart.locator('a[tabindex="0"]').count()).toBe(1);
    await chart.locator('a[tabindex="0"]').focus();
    const focused = () => site.page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    expect(await focused()).toBe('Victims identified, 1996–1999: 12');
    await site.page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Victims identified, 2000: 0');
    await site.page.keyboard.press('End');
    expect(await focused()).toBe('Victims identified, 2007: 3');
    expect(await chart.locator('a[tabindex="0"]').count()).toBe(1);
    await site.page.keyboard.press('Tab');
    expect(await site.page.evaluate('Boolean(document.activeElement.closest(".chart"))')).toBe(false);
  });

  it('tell lines apart without colour', async () => {
    await openIceland();
    const lines = await site.page
      .locator('[data-facet="IS~ecosoc-2006-27~person"] .chart g[stroke-width="2"]')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('stroke-dasharray')));
    expect(new Set(lines).size).toBe(lines.length);
    await site.page.emulateMedia({ forcedColors: 'active' });
    expect(await findBarriers(site.page)).toEqual([]);
  });

  it('put a zero under a logarithmic scale, and say so', async () => {
    await openIceland('&scale=log');
    await site.page.getByText('zeros stand under the dotted line').waitFor();
    const [zero, four, nine] = [
      await middleOf('Victims identified, 2000: 0'),
      await middleOf('Victims identified, 2001: 4'),
      await middleOf('Victims identified, 2006: 9'),
    ];
    const range = await middleOf('Victims identified, 2003: < 5');
    expect(zero.y).toBeGreaterThan(four.y);
    expect(Math.abs(range.y + range.height / 2 - zero.y)).toBeLessThan(strokeWidth + 2);
    expect(four.y - nine.y).toBeGreaterThan(15);
    const line = await site.page.locator(`${facet} .chart g[stroke-width="2"] path`).count();
    expect(line).toBeLessThanOrEqual(1);
  });

  it('give an index on a base that is said, and none where there is no base', async () => {
    await openIceland('&scale=index&base=2006');
    await site.page.getByText('each figure in per cent of that of 2006').waitFor();
    await markOf('Persons prosecuted, 2005: 8 (index 80, 2006 = 100)').waitFor();
    // Years before the break have no index, and a total of several years has none.
    expect(await site.page.locator(`${facet} .chart a[aria-label*="2001"]`).count()).toBe(0);
    expect(await site.page.locator(`${facet} .chart a[aria-label*="1996"]`).count()).toBe(0);
    await site.open(`${iceland}&scale=index&base=2000`);
    await site.page
      .getByText('No index for Iceland, Victims identified: the figure of 2000 is zero')
      .waitFor();
    await site.page.getByText('No index for Iceland, Persons prosecuted: 2000 has no figure').waitFor();
    expect(await site.page.locator(`${facet} .chart a`).count()).toBe(0);
  });

  it('show the way from case to court, each ratio leading to both of its figures', async () => {
    await site.open('/?page=court&respondent=SV&lang=en');
    const ratio = site.page.locator('.ratios td a').last();
    await ratio.waitFor();
    expect(await site.page.locator('.ratios h2').innerText()).toBe('Ratios of the same year, no cohort');
    expect(await site.page.locator('.ratios tbody th').allInnerTexts()).toEqual([
      'Arrests per case',
      'Prosecutions per arrest',
    ]);
    expect(await ratio.innerText()).toBe('0.2');
    await ratio.focus();
    await site.page.keyboard.press('Enter');
    const drawer = site.page.getByRole('dialog');
    await drawer.getByText('Prosecutions per arrest, 2007 (same year): 0.2').waitFor();
    await drawer.getByText('ReplySubmitted').nth(1).waitFor();
    expect((await drawer.innerText()).match(/Paragraph\s+14/g)).toHaveLength(2);
    expect(await findBarriers(site.page)).toEqual([]);
  });

  it('open on the respondent that says most, and let another be chosen by name', async () => {
    await site.open('/?page=court&lang=en');
    await site.page.locator('h2', { hasText: 'El Salvador' }).waitFor();
    const field = site.page.getByRole('combobox', { name: 'Respondent' });
    await field.fill('icel');
    await site.page.keyboard.press('Enter');
    await site.page.locator('h2', { hasText: 'Iceland' }).waitFor();
    // A nil report is no number to compute with.
    expect(await site.page.locator('.ratios td a').allInnerTexts()).toEqual(['0.4']);
  });

  describe('choosers', () => {
    it('find by name in the reader’s language, by keyboard alone', async () => {
      await site.open('/?page=trends&lang=zh');
      const field = site.page.getByRole('combobox', { name: '答复者' });
      await field.focus();
      await site.page.keyboard.insertText('萨尔');
      await site.page.getByRole('option', { name: '萨尔瓦多' }).waitFor();
      expect(await field.getAttribute('aria-expanded')).toBe('true');
      expect(await field.getAttribute('aria-activedescendant')).toMatch(/SV$/);
      await site.page.keyboard.press('Enter');
      await site.page.waitForURL((address) => address.searchParams.get('respondent') === 'SV');
      await site.page.keyboard.press('Escape');
      expect(await field.getAttribute('aria-expanded')).toBe('false');
      await site.page.keyboard.press('Backspace');
      await site.page.waitForURL((address) => !address.searchParams.has('respondent'));
    });

    it('take a region for all its areas, and say where nothing fits', async () => {
      await site.open('/?page=trends&lang=en');
      const field = site.page.getByRole('combobox', { name: 'Respondents' });
      await field.fill('latin');
      await site.page.getByRole('option', { name: /Latin America and the Caribbean.*figures/ }).click();
      await site.page.waitForURL((address) => address.searchParams.get('respondent') === '419');
      await site.page.locator('h2', { hasText: 'Greece' }).first().waitFor({ state: 'detached' });
      await site.page.locator('h2', { hasText: 'Cuba' }).first().waitFor();
      await field.fill('atlantis');
      await site.page.locator('.combobox-none').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
    });

    it('has no barrier that axe finds while a list is open', async () => {
      await site.open('/?page=trends&lang=en');
      await site.page.getByRole('combobox', { name: 'Respondents' }).press('ArrowDown');
      await site.page.locator('.combobox-list li').first().waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
    });
  });

  describe('files', () => {
    /** Chooses a form in the dialog of all forms and saves it. */
    const saveAs = async (form: string): Promise<Buffer> => {
      await site.page.getByRole('button', { name: 'Download, cite, embed' }).click();
      await site.page.getByRole('radio', { name: form, exact: true }).check();
      const saved = await save(`Download ${form}`);
      await site.page.getByRole('button', { name: 'Close', exact: true }).click();
      return saved;
    };
    const save = async (name: string): Promise<Buffer> => {
      const saving = site.page.waitForEvent('download');
      await site.page.getByRole('button', { name, exact: true }).click();
      return readFileSync(await (await saving).path());
    };
    const expectSource = (svg: string) => {
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      const words = svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      expect(words).toMatch(
        /Source: replies of governments, collection Economic and Social Council resolution 2006\/27, trafficking in persons, as received by \d+ \w+ \d{4}, position \d+/,
      );
      expect(words).toContain(site.url);
      expect(svg).not.toMatch(/var\(--|light-dark/);
    };

    it('hold what is seen, with title, source, day and position inside the pictures', async () => {
      await openIceland();
      const address = await site.page.getByRole('link', { name: 'the figures as data' }).getAttribute('href');
      const csv = await fetch(site.url + address!, { headers: { accept: 'text/csv' } });
      expect((await saveAs('CSV')).toString()).toBe(await csv.text());
      expect((await saveAs('XLSX')).subarray(0, 2).toString()).toBe('PK');
      expectSource((await saveAs('SVG')).toString());
      const one = (await save('Download SVG: Iceland, victims')).toString();
      expectSource(one);
      expect(one).toContain('Victims identified – Iceland – victims');
      // A file has the colours for paper, also when the reader has chosen a dark page.
      await site.page.emulateMedia({ colorScheme: 'dark' });
      expect((await save('Download SVG: Iceland, victims')).toString()).toBe(one);
      const png = await save('Download PNG: Iceland, victims');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBeGreaterThan(1500);
      expect(site.faults).toEqual([]);
    });

    it('are cited by addresses that show the same when more has come', async () => {
      await openIceland();
      const hrefOf = async (name: string) =>
        (await site.page.getByRole('link', { name, exact: true }).getAttribute('href'))!;
      const [fixed, data] = [await hrefOf('fixed address'), await hrefOf('the figures as data')];
      const bytes = await (await fetch(site.url + data)).text();
      await site.open(fixed);
      await site.page.locator(`${facet} .chart svg`).waitFor();
      // More figures to choose from may arrive, but the cited view must not change.
      const read = async () =>
        (await site.page.locator('main :is(.citation, .says, .box)').allInnerTexts()).join('\n');
      const shown = await read();
      expect(shown).toMatch(/Victims identified[^]*To cite:/);
      await site.post(
        '/v1/rounds/ecosoc-2006-27/2008/replies/IS/corrections',
        {
          receivedOn: '2008-01-12',
          reason: 'One was counted twice',
          observations: { changed: [observation('victims-identified', '2006', 8)] },
        },
        { 'if-match': '"1"' },
      );
      await openIceland();
      await markOf('Victims identified, 2006: 8').waitFor();
      expect(await (await fetch(site.url + data)).text()).toBe(bytes);
      await site.open(fixed);
      await markOf('Victims identified, 2006: 9').waitFor();
      expect(await read()).toBe(shown);
    });
  });

  it('are all in print and in a picture of the whole page, without being scrolled to', async () => {
    await site.open('/?indicator=all&lang=en&layout=facets');
    await site.page.locator('.chart svg').first().waitFor();
    await site.page.emulateMedia({ media: 'print' });
    const pdf = await site.page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(50_000);
    const findUndrawn = () =>
      site.page
        .locator('.chart:not(:has(svg))')
        .evaluateAll((charts) =>
          charts.map((chart) => `${chart.parentElement?.textContent} ${chart.clientWidth}`),
        );
    await site.page.locator('[data-facet^="UNODC~"] .chart svg').waitFor();
    for (let tries = 0; tries < 100 && (await findUndrawn()).length > 0; tries += 1)
      await site.page.waitForTimeout(100);
    expect([await findUndrawn(), site.faults]).toEqual([[], []]);
    expect(await site.page.locator('.chart svg').count()).toBeGreaterThan(15);
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
  });

  it('are no more than a window has room for, where they are small, until one asks for more or prints', async () => {
    const { page } = site;
    const address = '/?indicator=all&layout=multiples&lang=en';
    const [small, status] = [page.locator('.small'), page.locator('.more-charts')];
    const counts = async () =>
      (await status.innerText())
        .match(/^(\d+) of (\d+) charts/)!
        .slice(1)
        .map(Number);
    await page.setViewportSize({ width: 360, height: 740 });
    await site.open(address);
    await status.waitFor();
    const [shown, all] = (await counts()) as [number, number];
    expect([shown, await small.count()]).toEqual([3, 3]);
    const { y = 0, height = 0 } = (await page.locator('.multiples').boundingBox()) ?? {};
    expect([y > 0, height <= 740]).toEqual([true, true]);
    // The figures of all are in the table.
    const rows = page.locator('main tbody tr');
    // The table grows in parts.
    const countRows = async () => {
      for (let before = -1; before !== (await rows.count()); await page.waitForTimeout(500))
        before = await rows.count();
      return rows.count();
    };
    const inTable = await countRows();
    expect(inTable).toBeGreaterThanOrEqual(all);

    await page.getByRole('button', { name: 'Show 3 more' }).focus();
    await page.keyboard.press('Enter');
    await small.nth(5).waitFor();
    expect([await small.count(), await counts()]).toEqual([6, [6, all]]);
    expect(
      await page.evaluate(
        'document.activeElement.closest(".small") === document.querySelectorAll(".small")[3]',
      ),
    ).toBe(true);
    expect(await findBarriers(page)).toEqual([]);

    await page.evaluate(
      `addEventListener('beforeprint', () => { globalThis.printed = document.querySelectorAll('.small .chart > svg').length; })`,
    );
    await page.pdf({ format: 'A4' });
    expect(await page.evaluate('globalThis.printed')).toBe(all);
    await status.waitFor();

    await status.getByRole('link', { name: `Show all ${all} charts` }).click();
    await status.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('charts')).toBe('all');
    expect(await small.count()).toBe(all);
    expect(await countRows()).toBe(inTable);
    await page.setViewportSize({ width: 1280, height: 720 });
    await site.open(address);
    await small.first().waitFor();
    expect(await small.count()).toBe(Math.min(12, all));
    expect(site.faults).toEqual([]);
  }, 60_000);

  it.each([
    ['small multiples', '/?indicator=all&layout=multiples&lang=en'],
    ['a logarithmic scale', `${iceland}&scale=log`],
    ['an index', `${iceland}&scale=index&base=2000`],
    ['from case to court', '/?page=court&respondent=SV&lang=en'],
    ['from case to court in Chinese', '/?page=court&respondent=SV&lang=zh'],
    ['small multiples in Arabic', '/?indicator=all&layout=multiples&lang=ar'],
  ])(
    'have no barrier that axe finds, light and dark, wide and narrow: %s',
    async (_, address) => {
      for (const [width, colorScheme] of [
        [1440, 'light'],
        [360, 'dark'],
      ] as const) {
        await site.page.setViewportSize({ width, height: 900 });
        await site.page.emulateMedia({ colorScheme });
        await site.open(address);
        await site.page.locator('main table').first().waitFor();
        await site.page.waitForTimeout(500);
        expect(await findBarriers(site.page)).toEqual([]);
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
      }
      expect(site.faults).toEqual([]);
    },
    60_000,
  );
});
