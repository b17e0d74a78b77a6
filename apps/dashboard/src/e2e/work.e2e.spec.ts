/** Inconsistencies as one list of work: two people in two browsers see what the other says, and nothing is overwritten unseen. */
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { coders, workers, workReaders } from '../session/session.js';
import { describePage, findBarriers, findOverflow } from './browser.js';

const all = { respondents: 'all', collections: 'all' };
const reason = 'a test';

describePage(
  'the list of work',
  (site) => {
    const signIn = async (page: Page, id: string, role: string) => {
      await site.post('/v1/people', { id, kind: 'person', name: id, reason });
      await site.post(`/v1/people/${id}/grants`, { role, scope: all, reason });
      await page.goto(String((await site.post(`/v1/people/${id}/invitation`, { reason }))['link']));
      await page.getByText('You are signed in as').waitFor();
    };
    const row = (page: Page) => page.locator('table.checks tbody tr').filter({ hasText: 'Slovenia' }).first();
    const say = async (page: Page, state: string, owner: string, note: string) => {
      await row(page).getByLabel('State of the work').selectOption(state);
      await row(page).getByLabel('Who works on it').fill(owner);
      await row(page).getByLabel('Note', { exact: true }).fill(note);
      await row(page).getByRole('button', { name: 'Save' }).click();
    };
    const openForm = (page: Page) => row(page).getByText('Change', { exact: true }).click();
    const address = '/?page=inconsistencies&lang=en';

    it('shows to each what the other says, refuses to overwrite it unseen, and keeps all that was said', async () => {
      await signIn(site.page, 'dora', 'desk-officer');
      const other = await site.page.context().browser()!.newContext();
      const theirs = await other.newPage();
      await signIn(theirs, 'stan', 'statistician');
      await Promise.all([site.page, theirs].map((page) => page.goto(site.url + address)));
      await Promise.all([site.page, theirs].map(openForm));
      await say(site.page, 'in-progress', 'Dora Desk', 'asked the focal point');
      await row(site.page).getByText('Saved.').waitFor();
      // It comes to the other without being asked for, while a form is open there.
      await row(theirs).getByText('asked the focal point').first().waitFor();
      await say(theirs, 'not-an-error', '', 'the list is of another day');
      await row(theirs).getByText('Somebody else has just changed it').waitFor();
      expect(await row(theirs).getByLabel('Note', { exact: true }).inputValue()).toBe(
        'the list is of another day',
      );
      await row(theirs).getByRole('button', { name: 'Save' }).click();
      await row(theirs).getByText('Saved.').waitFor();
      await row(site.page).getByText('Said before: 2').click();
      expect(await row(site.page).locator('ol li').allInnerTexts()).toEqual([
        expect.stringContaining('not an error; the list is of another day'),
        expect.stringContaining('in progress; Dora Desk; asked the focal point'),
      ]);
      expect(await findBarriers(site.page)).toEqual([]);
      await other.close();
    }, 60_000);

    it('is filtered by state in the address, fits a narrow page, and is read only by a reader', async () => {
      await signIn(site.page, 'rita', 'reader');
      await site.page.goto(site.url + address);
      await row(site.page).getByText('Said before: 2').waitFor();
      expect(await row(site.page).getByText('Change', { exact: true }).count()).toBe(0);
      await site.page
        .getByRole('combobox', { name: 'State of the work' })
        .first()
        .selectOption('not-an-error');
      await site.page.waitForURL((to) => to.searchParams.get('work') === 'not-an-error');
      expect(await site.page.locator('table.checks tbody tr').count()).toBe(1);
      await site.page.setViewportSize({ width: 360, height: 800 });
      for (const lang of ['en', 'ar']) {
        await site.open(`/?page=inconsistencies&lang=${lang}`);
        await site.page.locator('.work').first().waitFor();
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
        expect(await findBarriers(site.page)).toEqual([]);
      }
      await site.page.context().clearCookies();
      await site.open(address);
      await site.page.locator('table.checks tbody tr').first().waitFor();
      await site.page.getByText('remembered in this browser only').waitFor();
      expect(await site.page.locator('.work').count()).toBe(0);
      expect(site.faults).toEqual([]);
    }, 60_000);

    it('holds the open questions of the round beside inconsistencies, and names nobody whom the policy keeps in', async () => {
      await signIn(site.page, 'dana', 'desk-officer');
      await site.page.goto(site.url + `${address}&kind=theme-not-answered`);
      const question = site.page.locator('table.checks tbody tr').first();
      await question.getByText(/The reply says nothing on “.+”/).waitFor();
      await question.getByText('Change', { exact: true }).click();
      await question.getByLabel('Note', { exact: true }).fill('the next letter asks for it');
      await question.getByRole('button', { name: 'Save' }).click();
      await question.getByText('Saved.').waitFor();
      await question.getByText('Said before: 1').click();
      expect(await question.locator('ol li').innerText()).toMatch(
        /; desk officer; .*the next letter asks for it/,
      );
      expect(await question.innerText()).not.toContain('dana');
      await question.getByRole('link', { name: 'its reply' }).click();
      await site.page.getByRole('dialog').waitFor();
      expect(site.faults).toEqual([]);
    }, 60_000);

    it('is offered to exactly those whom the server lets in', async () => {
      const { roleActions } = await import('@rapporteur/domain');
      const able = (action: string) =>
        Object.entries(roleActions)
          .filter(([, actions]) => (actions as readonly string[]).includes(action))
          .map(([role]) => role)
          .sort();
      expect([workers, workReaders, coders].map((roles) => [...roles].sort())).toEqual(
        ['settle-inconsistency', 'read-unreleased', 'keep-draft'].map(able),
      );
    });
  },
  { isSignedOut: true },
);
