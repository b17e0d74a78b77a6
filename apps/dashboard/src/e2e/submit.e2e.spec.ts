/**
 * Submitting in a real browser: problems are shown at their fields, changes are shown before sending, and
 * nothing typed is lost.
 */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

const round = 'ecosoc-2006-27/2008';
const form = (respondent: string, more = '') =>
  `/?page=submit&round=${round}&respondent=${respondent}&lang=en${more}`;

describePage('submitting', (site) => {
  const field = (label: string | RegExp) => site.page.getByLabel(label);
  const button = (name: string | RegExp) => site.page.getByRole('button', { name });
  const send = () => site.page.getByRole('button', { name: 'Send', exact: true });
  const preview = () => site.page.locator('.preview');
  const at = (id: string) => site.page.locator(`[id="${id}"]`);
  const seen = async (address: string) => {
    const response = await fetch(`${site.url}${address}`);
    return (await response.json()) as { items: { value: number }[] };
  };
  /** Reads until the tables include the stored event. */
  const seenAtLast = async (address: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await seen(address);
      if (answer.items.length > 0) return answer;
      await site.page.waitForTimeout(100);
    }
    throw new Error(`${address} shows nothing`);
  };
  const typeFigure = async (id: number, period: string, value: string) => {
    await button('Add a figure').click();
    await at(`figure-${id}-indicator`).selectOption('victims-identified');
    await at(`figure-${id}-period`).fill(period);
    await at(`figure-${id}-value`).fill(value);
    await at(`figure-${id}-paragraph`).fill('2');
  };

  it('shows every problem of the API at its field, keeps what was typed over a reload, previews and sends', async () => {
    await site.open(form('IS'));
    await site.page.getByText('Iceland has no reply in this round yet').waitFor();
    await typeFigure(1, '2099', '-4');
    await button('Check and show what changes').click();
    await at('receivedOn-problem').waitFor();
    expect(await at('figure-1-value-problem').innerText()).toContain('This is not a count');
    expect(await at('figure-1-value').getAttribute('aria-describedby')).toBe('figure-1-value-problem');
    expect(await site.page.getByRole('alert').innerText()).toContain('things are to be mended');
    expect(await findBarriers(site.page)).toEqual([]);
    expect(await send().isDisabled()).toBe(true);
    await site.page
      .getByRole('alert')
      .getByRole('link', { name: /This is not a count/ })
      .click();
    expect(await site.page.evaluate('document.activeElement.id')).toBe('figure-1-value');

    await site.page.reload();
    await at('figure-1-value').waitFor();
    expect(await at('figure-1-value').inputValue()).toBe('-4');
    await at('receivedOn').fill('2008-02-11');
    await at('figure-1-period').fill('2007');
    await at('figure-1-value').fill('4');
    await button('Add a finding').click();
    await at('finding-2-topic').selectOption('hotline');
    await at('finding-2-paragraph').fill('3');
    await button('Check and show what changes').click();
    await preview().waitFor();
    expect(
      (await preview().locator('tbody tr').allInnerTexts()).map((text) => text.split(/\s*\t\s*/)),
    ).toEqual([['Victims identified', '2007', 'nothing', '4']]);
    expect(await preview().innerText()).toContain('marked late');
    expect(await preview().innerText()).toMatch(/Findings that will hold\s+Hotline.* Paragraph 3/);
    expect(await findBarriers(site.page)).toEqual([]);
    expect((await seen('/v1/observations?respondent=IS')).items).toEqual([]);
    // Only a previewed entry can be sent: after a change it must be checked again.
    await at('figure-1-value').fill('5');
    expect(await send().isDisabled()).toBe(true);
    await button('Check and show what changes').click();
    await preview().getByText('5', { exact: true }).waitFor();
    await send().click();
    await site.page.getByText('Stored as version 1').waitFor();
    expect((await seenAtLast('/v1/observations?respondent=IS')).items).toMatchObject([{ value: 5 }]);
    expect(await site.page.evaluate('sessionStorage.length')).toBe(0);
    expect(site.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  }, 60_000);

  it('asks about a day of receipt before the call for replies, and takes it once that is confirmed', async () => {
    await site.open(form('SE'));
    await typeFigure(1, '2006', '4');
    await at('receivedOn').fill('2006-02-11');
    await button('Check and show what changes').click();
    await at('receivedOn-problem').getByText('Is it right?').waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    await field('The day is right').check();
    await button('Check and show what changes').click();
    await preview().waitFor();
    await send().click();
    await site.page.getByText('Stored as version 1').waitFor();
    expect((await seenAtLast('/v1/observations?respondent=SE')).items).toMatchObject([
      { value: 4, receivedOn: '2006-02-11' },
    ]);
  }, 60_000);

  it('says which figure with which qualifier a text means, in words of the page', async () => {
    for (const [lang, qualifier] of [
      ['en', 'fewer than'],
      ['fr', 'moins de'],
    ] as const) {
      await site.open(form('FI').replace('lang=en', `lang=${lang}`));
      if (lang === 'en') await button('Add a figure').click();
      await at('figure-1-value').fill('<5');
      await site.page.locator('form .actions button').first().click();
      const said = at('figure-1-value-problem');
      await said.waitFor();
      expect((await said.innerText()).toLowerCase()).toMatch(new RegExp(`5 \\(${qualifier}\\)`));
      expect(await said.locator('span').first().getAttribute('lang')).toBe(lang);
    }
    // The next test types into the same form.
    await site.page.locator('form .actions button.quiet').click();
  });

  it('words problems in Chinese by their code', async () => {
    await site.open(form('FI').replace('lang=en', 'lang=zh'));
    await button('增加数字').click();
    await at('figure-1-value').fill('-4');
    await button('检查并显示变化').click();
    await at('figure-1-value-problem').getByText('不是计数').waitFor();
    expect(await at('figure-1-value-problem').locator('span').first().getAttribute('lang')).toBe('zh');
    expect(await at('receivedOn-problem').innerText()).toContain('不是存在的日期');
    expect(await findBarriers(site.page)).toEqual([]);
  });

  it('corrects a figure of the reply, and where another was faster, keeps what was typed and says so', async () => {
    await site.open(form('SV'));
    await site.page.getByText('this is a correction of version 1').waitFor();
    await button('Change: Persons prosecuted, 2007: 6').click();
    await at('receivedOn').fill('2008-03-01');
    await at('reason').fill('Two persons were left out');
    await at('figure-1-value').fill('8');
    await button('Check and show what changes').click();
    await preview().waitFor();
    expect(await preview().locator('tbody tr').innerText()).toMatch(/Persons prosecuted\s+2007\s+6\s+8/);

    await site.post(`/v1/rounds/${round}/replies/SV/corrections`, {
      receivedOn: '2008-02-20',
      reason: 'Another desk',
      observations: {
        changed: [{ indicator: 'persons-prosecuted', period: '2006', value: 38, paragraph: 14 }],
      },
    });
    await send().click();
    await site.page.getByText('it is at version 2 now').waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    expect(await at('figure-1-value').inputValue()).toBe('8');
    await site.page.getByText('Persons prosecuted, 2006: 38').waitFor();
    await button('Go on with version 2').click();
    await button('Check and show what changes').click();
    await preview().waitFor();
    await send().click();
    await site.page.getByText('Stored as version 3').waitFor();
    await site.page.getByRole('log').getByText('2007: 6 → 8').waitFor();
    await site.page.getByRole('link', { name: 'See its figures' }).click();
    await site.page.locator('td a', { hasText: /^8$/ }).first().waitFor();
  }, 60_000);

  it('keeps what was typed while the server is away, and records once what is sent again', async () => {
    await site.open(form('NO'));
    await typeFigure(1, '2007', '3');
    await at('receivedOn').fill('2008-02-11');
    await button('Check and show what changes').click();
    await preview().waitFor();
    // The answer is lost, so the page cannot know that the reply was stored.
    await site.page.route('**/replies', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send().click();
    await site.page.getByText('Send again when it is back').waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    await site.page.unroute('**/replies');
    expect(await at('figure-1-value').inputValue()).toBe('3');
    await send().click();
    await site.page.getByText('Stored as version 1').waitFor();
    const { items } = (await seenAtLast('/v1/observations?respondent=NO')) as { items: unknown[] };
    expect(items).toHaveLength(1);
  }, 60_000);

  it('says in the language of the page that it was asked too much, and keeps what was typed', async () => {
    await site.open(form('FI'));
    await typeFigure(1, '2007', '3');
    await at('receivedOn').fill('2008-02-11');
    await site.page.locator('header select').selectOption('fr');
    const limited = {
      type: '/problems/too-many-requests',
      title: 'You have asked for too much',
      status: 429,
    };
    await site.page.route('**/replies?**', (route) =>
      route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(limited) }),
    );
    await button('Vérifier et afficher ce qui change').click();
    await site.page.getByText('Vous avez fait trop de demandes cette minute').waitFor();
    expect(await site.page.getByText(limited.title).count()).toBe(0);
    await site.page.unroute('**/replies?**');
    expect(await at('figure-1-value').inputValue()).toBe('3');
    expect(await findBarriers(site.page)).toEqual([]);
  }, 60_000);

  it('takes back a figure and a finding, splits a figure by sex, and fits a narrow dark page in Chinese and Arabic', async () => {
    for (const lang of ['zh', 'ar']) {
      await site.page.setViewportSize({ width: 360, height: 800 });
      await site.page.emulateMedia({ colorScheme: 'dark' });
      await site.open(`/?page=submit&round=${round}&respondent=GR&lang=${lang}`);
      await site.page.locator('.said-now li').first().waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    }
    await site.open(form('GR'));
    await site.page.locator('.said-now li').first().waitFor();
    await button(/^Take back: Cases recorded, 2003–2006: 244/)
      .first()
      .click();
    await button(/^Take back: Training materials/)
      .first()
      .click();
    await button('Add a figure').click();
    await at('figure-3-indicator').selectOption('victims-identified');
    await at('figure-3-period').fill('2006');
    await at('figure-3-value').fill('7');
    await at('figure-3-paragraph').fill('2');
    await site.page
      .locator('fieldset', { hasText: 'Figure 2: added' })
      .getByText('Breakdown, note and more')
      .click();
    await field('Sex').last().selectOption('female');
    await at('receivedOn').fill('2008-03-01');
    await at('reason').fill('A second look');
    await button('Check and show what changes').click();
    await preview().waitFor();
    const text = await preview().innerText();
    expect(text).toMatch(/Cases recorded\s+2003–2006\s+244\s+nothing/);
    expect(text).toMatch(/Victims identified \(Sex: Female\)\s+2006\s+nothing\s+7/);
    expect(text).toMatch(/Findings that will no longer hold\s+Training materials/);
  }, 60_000);

  it('replaces a reply by a whole new text, withdraws it, and takes a new text in place of what was withdrawn', async () => {
    const figures = async () =>
      ((await seen('/v1/observations?respondent=GR')) as { items: { id: string; value: number }[] }).items;
    /** Waits until the tables, from which the form takes the version of the reply, have what was sent. */
    const standing = async (wanted: readonly number[]) => {
      const values = async () => (await figures()).map(({ value }) => value);
      for (let tries = 0; tries < 100 && String(await values()) !== String(wanted); tries += 1)
        await site.page.waitForTimeout(100);
      expect(await values()).toEqual(wanted);
    };
    const begin = async (what: string, heading: string) => {
      await site.open(form('GR'));
      await field('What is sent').selectOption(what);
      await site.page.getByText(heading).waitFor();
      await at('receivedOn').fill('2008-04-01');
      await at('reason').fill('A new letter');
    };
    const check = async () => {
      await button('Check and show what changes').click();
      await preview().waitFor();
    };
    await begin('replacement', 'takes the place of version 1');
    await typeFigure(1, '2007', '12');
    await check();
    expect(await preview().innerText()).toMatch(/Cases recorded\s+2003–2006\s+244\s+nothing/);
    await send().click();
    await site.page.getByText('Stored as version 2').waitFor();
    await standing([12]);
    await begin('withdrawal', 'takes its whole reply back');
    expect(await button('Add a figure').count()).toBe(0);
    await at('reason').fill('');
    await button('Check and show what changes').click();
    await at('reason-problem').waitFor();
    await at('reason').fill('Sent by mistake');
    await check();
    expect(await preview().innerText()).toMatch(/Victims identified\s+2007\s+12\s+nothing/);
    expect(await findBarriers(site.page)).toEqual([]);
    await send().click();
    await site.page.getByText('Stored as version 3').waitFor();
    await standing([]);
    await site.open(form('GR'));
    await site.page.getByText('has withdrawn its reply').waitFor();
    expect(await field('What is sent').count()).toBe(0);
    await site.page.getByText('takes the place of version 3').waitFor();
    await typeFigure(1, '2007', '13');
    await at('receivedOn').fill('2008-04-02');
    await at('reason').fill('The right text');
    await check();
    await send().click();
    await site.page.getByText('Stored as version 4').waitFor();
    await standing([13]);
    // One of them was to be refused.
    expect(site.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  }, 60_000);
});
