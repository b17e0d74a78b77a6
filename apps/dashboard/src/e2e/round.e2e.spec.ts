/**
 * A round in a real browser: opening one, with every problem at once beside its field and a check first, and then who is
 * asked; who has not replied, and the reminder to them.
 */
import { expect, it } from '@jest/globals';
import { openers } from '../session/session.js';
import { describePage, findBarriers, findOverflow } from './browser.js';

describePage('a round', (site) => {
  const at = (id: string) => site.page.locator(`form.opening [id="${id}"]`);
  const button = (name: string) => site.page.getByRole('button', { name, exact: true });
  const unfold = () => site.page.locator('details.open-round > summary').click();

  it('tells every problem at its field and line, stores nothing for a check, and opens what was checked', async () => {
    await site.open('/?page=round&lang=en');
    await unfold();
    await at('collection').fill('Ab c');
    await at('noteVerbaleOn').fill('2024-01-10');
    await at('asked').fill('El Salvadr\nGreece\n\nNigerin');
    await button('Check').click();
    await at('collection-problem').waitFor();
    expect(await at('round').getAttribute('aria-describedby')).toBe('round-problem');
    const alert = site.page.locator('form.opening [role="alert"]');
    expect(await alert.innerText()).toMatch(/4 things are to be mended/);
    expect(await alert.innerText()).toMatch(/El Salvadr: .*did you mean SV \(El Salvador\)/s);
    expect(await alert.innerText()).toMatch(/Nigerin: .*NG \(Nigeria\) or NE \(Niger\)/s);
    expect(await button('Open the round').isDisabled()).toBe(true);
    await alert.getByRole('link', { name: /Nigerin/ }).press('Enter');
    expect(await site.page.evaluate('document.activeElement.id')).toBe('asked');
    expect(await findBarriers(site.page)).toEqual([]);

    await at('collection').fill('ecosoc-2006-27');
    await at('round').fill('2010');
    await at('title').fill('Second round');
    await at('replyBy').fill('2024-03-01');
    await at('asked').fill('El Salvador\nGreece');
    await button('Check').click();
    await site.page.getByText('Nothing is stored yet').waitFor();
    expect((await fetch(`${site.url}/v1/rounds/ecosoc-2006-27/2010`)).status).toBe(404);
    // Only what was checked is opened.
    await at('symbol').fill('E/CN.15/2010/1');
    expect(await button('Open the round').isDisabled()).toBe(true);
    await button('Check').click();
    await site.page.getByText('Nothing is stored yet').waitFor();
    await button('Open the round').press('Enter');
    await site.page.waitForURL((to) => to.searchParams.get('round') === 'ecosoc-2006-27/2010');
    await site.page.locator('table.matrix tbody tr').nth(1).waitFor();
    const answer = await fetch(`${site.url}/v1/rounds/ecosoc-2006-27/2010`);
    expect(await answer.json()).toMatchObject({
      ...{ title: 'Second round', noteVerbaleOn: '2024-01-10', replyBy: '2024-03-01', cutOff: null },
      ...{ symbol: 'E/CN.15/2010/1', counts: { asked: 2, listed: null, replies: 0 } },
    });
    expect(site.faults.filter((fault) => !/422|404/.test(fault))).toEqual([]);
  }, 60_000);

  it('shows only those who have not replied, with their list and a reminder in the language that they read', async () => {
    await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (name: string) => {
      await button(name).click();
      await site.page
        .locator('p', { has: button(name) })
        .getByText('Copied', { exact: true })
        .waitFor();
      return site.page.evaluate<string>('navigator.clipboard.readText()');
    };
    const round = 'ecosoc-2006-27/2011';
    await site.post('/v1/rounds', { collection: 'ecosoc-2006-27', round: '2009' });
    await site.post('/v1/rounds', {
      ...{ collection: 'ecosoc-2006-27', round: '2011', symbol: 'E/CN.15/2011/7' },
      ...{ noteVerbaleOn: '2010-11-03', replyBy: '2011-01-31', asked: ['SV', 'CI', 'BO'] },
    });
    await site.post(`/v1/rounds/${round}/replies`, {
      ...{ respondent: 'SV', receivedOn: '2011-01-20' },
      observations: [{ indicator: 'persons-prosecuted', period: '2010', value: 6, paragraph: 14 }],
    });
    await site.open(`/?page=round&round=${round}&lang=en`);
    const rows = site.page.locator('table.matrix tbody th');
    await rows.nth(2).waitFor();
    // Who is listed, late, or wrote in which language is known of nobody, and has no column.
    const heads = await site.page.locator('table.matrix thead th').allInnerTexts();
    expect(heads.slice(0, 5)).toEqual(['Respondent', 'Asked', 'Received', 'Figures', 'Findings']);
    const only = site.page.getByRole('checkbox', { name: 'Missing only (2)' });
    // Its words stand beside it, and not below.
    expect(await only.evaluate((box) => getComputedStyle(box.parentElement!).flexDirection)).toBe('row');
    await only.press('Space');
    await site.page.waitForURL(/part=missing/);
    expect(await rows.allInnerTexts()).toEqual(['Bolivia (Plurinational State of)', "Côte d'Ivoire"]);
    expect(await copied('Copy the list')).toBe("Bolivia (Plurinational State of)\nCôte d'Ivoire\n");
    expect(await copied('Copy the list as CSV')).toBe(
      [
        'respondent,respondent_name,asked,listed,status',
        'BO,"Bolivia (Plurinational State of)",true,,none',
        `CI,"Côte d'Ivoire",true,,none\r\n`,
      ].join('\r\n'),
    );
    await site.page.getByRole('combobox', { name: 'To', exact: true }).selectOption('CI');
    await site.page.getByRole('combobox', { name: 'Language of the reminder' }).selectOption('fr');
    const text = site.page.getByRole('textbox', { name: 'Text', exact: true });
    await site.page.locator('textarea[lang="fr"]').waitFor();
    expect(await text.inputValue()).toMatch(
      /note verbale du 3 novembre 2010.*E\/CN\.15\/2011\/7.*31 janvier 2011.*– Côte d.Ivoire\n/s,
    );
    expect(await text.inputValue()).not.toContain('Bolivi');
    // A round without a title has the name of its collection, in the language of the reminder.
    expect(await text.inputValue()).toMatch(/Résolution 2006\/27 .*, 2011 \(E\/CN/);
    await text.fill('Mended');
    expect(await copied('Copy the reminder')).toMatch(/^Rappel.*E\/CN\.15\/2011\/7.*\n\nMended\n$/s);
    const mail = await site.page.getByRole('link', { name: 'Open as a mail' }).getAttribute('href');
    expect(mail).toMatch(/^mailto:\?subject=Rappel.*&body=Mended$/);
    expect(await findBarriers(site.page)).toEqual([]);
    await site.page.setViewportSize({ width: 360, height: 740 });
    await site.open(`/?page=round&round=${round}&part=missing&lang=ar`);
    await site.page.locator('textarea[dir="rtl"]').waitFor();
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    // A round that does not say whom it asked, or whom its report lists.
    await site.open('/?page=round&round=ecosoc-2006-27/2009&part=missing&lang=en');
    await site.page.getByText('so nobody is known to be missing').waitFor();
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('takes whom another round has, says that a round is open already, and fits a narrow page in Arabic', async () => {
    await site.open('/?page=round&round=ecosoc-2006-27/2008&lang=en');
    await unfold();
    await button('Put in those of the round that is shown').click();
    expect((await at('asked').inputValue()).split('\n').length).toBeGreaterThan(20);
    await at('collection').fill('ecosoc-2006-27');
    await at('round').fill('2008');
    await button('Check').click();
    await site.page.getByText('A round with this code is open already').first().waitFor();
    await site.page.setViewportSize({ width: 360, height: 740 });
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await site.open('/?page=round&lang=ar');
    await unfold();
    await at('collection').waitFor();
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    expect(await findBarriers(site.page)).toEqual([]);
  }, 60_000);

  it('is offered to exactly those whom the server lets open one', async () => {
    const { roleActions } = await import('@rapporteur/domain');
    const able = Object.entries(roleActions).filter(([, actions]) => actions.includes('open-round'));
    expect([...openers].sort()).toEqual(able.map(([role]) => role).sort());
    await site.page.setExtraHTTPHeaders({});
    await site.open('/?page=round&lang=en');
    await site.page.locator('table.matrix').waitFor();
    expect(await site.page.locator('details.open-round').count()).toBe(0);
  }, 60_000);
});
