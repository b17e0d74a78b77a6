/**
 * Questions of an analyst, answered in a real browser from the first view, with the actions counted. An action is a
 * click, a choice from a list, or a search that is typed and taken with Enter.
 */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { describePage } from './browser.js';
import { fillEveryView } from './every-view.js';

const actionsAtMost = 4;

describePage('questions', (site) => {
  let actions = 0;
  beforeAll(() => fillEveryView(site), 60_000);
  beforeEach(async () => {
    actions = 0;
    site.page.setDefaultTimeout(10_000);
    await site.open('/?lang=en');
    await site.page.getByRole('combobox', { name: /^Search/ }).waitFor();
  });

  const click = async (what: Locator) => {
    actions += 1;
    await what.click();
  };
  const choose = async (from: Locator, value: string) => {
    actions += 1;
    await from.selectOption(value);
  };
  const type = async (into: Locator, text: string, found: Locator) => {
    actions += 1;
    await into.fill(text);
    await found.waitFor();
    await into.press('Enter');
  };
  const search = (text: string, found: string) =>
    type(
      site.page.getByRole('combobox', { name: /^Search/ }),
      text,
      site.page.getByRole('option', { name: found }).first(),
    );
  const view = (name: string) =>
    click(site.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true }));
  const link = (name: string) => click(site.page.getByRole('main').getByRole('link', { name, exact: true }));
  const answer = async (what: Locator) => {
    await what.first().waitFor();
    expect(actions).toBeLessThanOrEqual(actionsAtMost);
    expect(actions).toBeGreaterThan(0);
  };
  it('which States report falling convictions, and which of those rising victims?', async () => {
    await search('persons convicted', 'Persons convicted');
    await link('Two indicators crossed');
    const field = site.page.getByRole('combobox', { name: 'Second indicator' });
    await type(field, 'Victims det', site.page.getByRole('option', { name: /Victims detected/ }).first());
    await click(site.page.locator('.crossed table.matrix').last().getByRole('link', { name: '1' }).last());
    await answer(site.page.getByText('1 State: Persons convicted (falling) and Victims detected (rising).'));
    expect(await site.page.locator('table.pairs tbody th').first().innerText()).toBe('Peru');
  });

  it('how many persons are prosecuted for each that is arrested, ranked?', async () => {
    await search('persons prosecuted', 'Persons prosecuted');
    await link('Ranking');
    await choose(site.page.getByRole('combobox', { name: 'Collection', exact: true }), 'ecosoc-2006-27');
    await choose(site.page.getByLabel('Rank by'), 'persons-arrested');
    await answer(site.page.getByRole('heading', { name: /^Prosecutions per arrest/ }));
    await site.page.locator('table.ranks tbody tr', { hasText: 'El Salvador' }).first().waitFor();
  });

  it('what did a State say in its own words?', async () => {
    await search('El Salvador', 'El Salvador');
    await answer(site.page.locator('.said').getByText('Through various media.'));
  });

  it('where on the map do convictions fall?', async () => {
    await search('persons convicted', 'Persons convicted');
    await link('Map');
    await answer(site.page.locator('.tiles a.tile.falling'));
    expect(await site.page.locator('.tiles a.tile.falling').getAttribute('title')).toMatch(/^Peru: Falling/);
  });

  it('what changed with the last publication?', async () => {
    await search('persons prosecuted', 'Persons prosecuted');
    await link('Changes');
    await answer(site.page.getByRole('heading', { name: 'What changed on 30 May 2023' }));
  });

  it('from which address does a program read this?', async () => {
    await search('persons convicted', 'Persons convicted');
    await click(site.page.getByRole('button', { name: 'Download, cite, embed' }).first());
    const field = site.page.getByRole('dialog').getByLabel('Address of the file');
    await answer(field);
    expect((await fetch(await field.inputValue())).status).toBe(200);
  });

  it('what is left to be asked of a State?', async () => {
    await view('Inconsistencies');
    await choose(site.page.getByLabel('Kind'), 'theme-not-answered');
    await choose(site.page.getByLabel('Respondent'), 'GR');
    await answer(site.page.getByText(/The reply says nothing on/));
    expect(await site.page.locator('table.checks tbody th').first().innerText()).toBe('Greece');
  });

  it('who replied to the round of 2008, and when?', async () => {
    await view('Round');
    await choose(site.page.getByRole('main').locator('section.choice select'), 'ecosoc-2006-27/2008');
    await answer(site.page.locator('table.matrix tbody tr', { hasText: 'Greece' }));
  });

  it('what does the second of two publications say differently from the first?', async () => {
    await click(site.page.locator('.more-views summary'));
    await view('Differences');
    await answer(site.page.getByText(/added, .* revised, .* withdrawn/));
  });

  it('how many victims were detected per 100,000 people in each State?', async () => {
    await search('victims detected', 'Victims detected');
    await link('Ranking');
    await choose(site.page.getByLabel('Rank by'), 'rate');
    await answer(site.page.locator('table.ranks tbody tr', { hasText: 'El Salvador' }));
    await site.page.getByRole('heading', { name: /^Victims detected per 100,000 people/ }).waitFor();
  });

  it('how many victims were detected in a region per 100,000 people, year by year?', async () => {
    await search('victims detected', 'Victims detected');
    await link('A region or States together');
    const name = 'Latin America and the Caribbean';
    await type(
      site.page.getByRole('combobox', { name: 'Region or States' }),
      name,
      site.page.getByRole('option', { name }).first(),
    );
    await choose(site.page.locator('label', { hasText: /^Shown/ }).locator('select'), 'rate');
    await answer(site.page.getByText('2 of 52 have a figure in every year from 2017 to 2021'));
    expect(await site.page.locator('table.figures').first().locator('tbody tr').count()).toBe(5);
  });
});
