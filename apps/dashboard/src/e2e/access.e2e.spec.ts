/** Access in a real browser: an administrator adds, grants, invites, issues and revokes; a reader is told who may. */
import { expect, it } from '@jest/globals';
import { ownerHeaders } from '@rapporteur/testing';
import { managers } from '../session/session.js';
import { describePage, findBarriers, findOverflow } from './browser.js';

const all = { respondents: 'all', collections: 'all' };
const reason = 'a test';

describePage(
  'access',
  (site) => {
    const button = (name: string | RegExp) => site.page.getByRole('button', { name });
    const dialog = () => site.page.getByRole('dialog');
    const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
    const at = (id: string) => site.page.locator(`[id="${id}"]`);
    const person = (name: string) => site.page.getByRole('article', { name, exact: true });
    const done = () => site.page.getByText('Done.', { exact: true });
    const open = (part: string, lang = 'en') => site.open(`/?page=access&part=${part}&lang=${lang}`);
    /** Adds a person with a role. Out: the link that signs them in. */
    const invited = async (id: string, role: string, name: string) => {
      await site.post('/v1/people', { id, kind: 'person', name, reason });
      await site.post(`/v1/people/${id}/grants`, { role, scope: all, reason });
      return String((await site.post(`/v1/people/${id}/invitation`, { reason }))['link']);
    };
    const signIn = async (link: string) => {
      await site.page.goto(link);
      await site.page.getByText('You are signed in as').waitFor();
    };
    const read = async (path: string) => {
      const response = await fetch(site.url + path, { headers: ownerHeaders() });
      return (await response.json()) as { items: Record<string, unknown>[] };
    };

    it('tells who may see it, to somebody who is not signed in and to a reader', async () => {
      await open('people');
      await site.page.getByText('shown to administrators and the owner').waitFor();
      await site.page.getByRole('main').getByText('“npm start” prints one').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await signIn(await invited('rosa', 'reader', 'Rosa Reader'));
      await site.page.getByRole('link', { name: 'Access', exact: true }).waitFor({ state: 'detached' });
      await open('people');
      await site.page.getByText('None of your roles may see this').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      expect(site.faults).toEqual([]);
    });

    it('adds a machine, grants it a role, issues a key that is shown once and works, and revokes it', async () => {
      await signIn(await invited('adam', 'administrator', 'Adam Admin'));
      await site.page.getByRole('link', { name: 'Access', exact: true }).click();
      await button('Add a machine').click();
      await at('act-name').fill('Nightly Löader');
      expect(await at('act-id').inputValue()).toBe('nightly-loader');
      await inDialog('Add a machine').click();
      // Nothing typed is lost where the server refuses.
      await at('act-reason-problem').getByText('must not be empty').waitFor();
      expect(await at('act-name').inputValue()).toBe('Nightly Löader');
      expect(await findBarriers(site.page)).toEqual([]);
      await at('act-reason').fill(reason);
      await inDialog('Add a machine').click();
      await done().waitFor();
      expect(await site.page.evaluate('document.activeElement.outerHTML')).toContain('class="done"');

      await button('Grant a role: Nightly Löader').click();
      await at('act-role').selectOption('focal-point');
      await at('act-reason').fill(reason);
      await inDialog('Grant a role').click();
      await at('act-respondents').getByText('a focal point acts for its own State').waitFor();
      await dialog().getByLabel('For these respondents').first().fill('El Salv');
      await site.page.keyboard.press('Enter');
      await dialog().getByLabel('In these collections').first().fill('ecosoc');
      await site.page.keyboard.press('Enter');
      await site.page.keyboard.press('Escape');
      await dialog()
        .getByText(
          'Nightly Löader becomes focal point, for: El Salvador; Economic and Social Council resolution 2006/27, trafficking in persons.',
        )
        .waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await inDialog('Grant a role').click();
      await person('Nightly Löader').getByText('El Salvador; Economic and Social Council').waitFor();

      await button('Issue a key: Nightly Löader').click();
      await at('act-until').fill('2090-06-30');
      await at('act-reason').fill(reason);
      await inDialog('Issue a key').click();
      await dialog().getByText('It is not shown again').waitFor();
      const secret = await dialog().getByLabel('Key').inputValue();
      await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await inDialog('Copy').click();
      await dialog().getByText('Copied', { exact: true }).waitFor();
      expect(await site.page.evaluate('navigator.clipboard.readText()')).toBe(secret);
      expect(await findBarriers(site.page)).toEqual([]);
      await inDialog('Close').click();
      await dialog().waitFor({ state: 'detached' });
      expect(await site.page.content()).not.toContain(secret);
      const asMachine = async () =>
        (await fetch(`${site.url}/v1/session`, { headers: { authorization: `Bearer ${secret}` } })).status;
      expect(await asMachine()).toBe(200);

      await site.page.getByRole('link', { name: 'Keys', exact: true }).click();
      const row = site.page.getByRole('row', { name: /Nightly Löader/ });
      await row.getByText(/2090/).waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await row.getByRole('button', { name: /^Revoke the key/ }).click();
      await dialog().getByText('stops working at once, for good').waitFor();
      await inDialog('Do nothing').click();
      expect(await asMachine()).toBe(200);
      await row.getByRole('button', { name: /^Revoke the key/ }).click();
      await at('act-reason').fill(reason);
      await inDialog('Revoke').click();
      await row.getByText(/revoked/i).waitFor();
      for (let tries = 0; (await asMachine()) !== 401; tries += 1) {
        expect(tries).toBeLessThan(50);
        await site.page.waitForTimeout(100);
      }
      expect(site.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    }, 90_000);

    it('invites a person by a link that works once, withdraws the role and signs her out', async () => {
      await signIn(await invited('eve', 'administrator', 'Eve Admin'));
      await site.page.getByRole('link', { name: 'Access', exact: true }).click();
      await site.post('/v1/people', { id: 'ana', kind: 'person', name: 'Ana López', reason });
      await site.post('/v1/people/ana/grants', { role: 'reader', scope: all, reason });
      await site.page.reload();
      await button('Invite by a link: Ana López').click();
      await dialog().getByText('send it only to Ana López').waitFor();
      await at('act-reason').fill(reason);
      await inDialog('Invite by a link').click();
      const link = await dialog().getByLabel('Link of the invitation').inputValue();
      const other = await site.page.context().browser()!.newContext();
      const hers = await other.newPage();
      await hers.goto(`${link.replace('/#', '/?lang=en#')}`);
      await hers.getByText('You are signed in as Ana López.').waitFor();
      await site.page.keyboard.press('Escape');
      await done().waitFor();

      await button('Withdraw the role reader from Ana López').click();
      await dialog()
        .getByText('Ana López is no longer reader for all respondents; all collections')
        .waitFor();
      await at('act-reason').fill(reason);
      await inDialog('Withdraw').click();
      await person('Ana López').getByText('No role').waitFor();
      await button('Sign out everywhere: Ana López').click();
      await at('act-reason').fill(reason);
      await inDialog('Sign out everywhere').click();
      await dialog().waitFor({ state: 'detached' });
      await hers.reload();
      await hers.locator('header summary').getByText('Sign in', { exact: true }).waitFor();
      await other.close();

      // Nobody grants to themselves: the page does not offer it.
      expect(
        await person('Eve Admin')
          .getByRole('button', { name: /Grant|Withdraw/ })
          .count(),
      ).toBe(0);
      // What is another's to do is refused in words, and the dialog stays.
      await button('Issue a key: the owner').click();
      await at('act-reason').fill(reason);
      await inDialog('Issue a key').click();
      await dialog().getByText('only an owner changes the access of "owner"').waitFor();
      expect(await at('act-reason').inputValue()).toBe(reason);
    }, 90_000);

    it('sets how a collection names people, and shows in the audit who did what, newest first and as CSV', async () => {
      await signIn(await invited('ida', 'administrator', 'Ida Admin'));
      await open('naming');
      await button('Change how people are named in ecosoc-2006-27').click();
      await at('act-naming').selectOption('name');
      await at('act-reason').fill(reason);
      await dialog().getByText('from now on names people by their name').waitFor();
      await inDialog('Change').click();
      await site.page.getByRole('cell', { name: 'by their name', exact: true }).waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      expect((await read('/v1/policies')).items).toEqual([{ collection: 'ecosoc-2006-27', naming: 'name' }]);

      await open('audit');
      const rows = site.page.locator('.audit tbody tr');
      const newest = async () => (await rows.first().innerText()).replace(/\s+/g, ' ');
      // The audit is written beside the work, a little later.
      for (let tries = 0; tries < 50; tries += 1) {
        await rows.first().waitFor();
        if ((await newest()).includes('Set how people are named')) break;
        await site.page.waitForTimeout(100);
        await site.page.reload();
      }
      expect(await newest()).toContain('Ida Admin Set how people are named collection: ecosoc-2006-27');
      expect(await newest()).toContain('reason: a test');
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.getByRole('combobox', { name: /^What/ }).selectOption('policy-set');
      await site.page.getByText('The newest entry').waitFor();
      await site.page.getByLabel('By whom').selectOption('owner');
      await site.page.getByText('Nothing of this kind is in the audit').waitFor();
      await site.page.getByLabel('By whom').selectOption('ida');
      await rows.first().waitFor();
      const [download] = await Promise.all([
        site.page.waitForEvent('download'),
        site.page.getByRole('link', { name: 'Download CSV' }).click(),
      ]);
      const stream = await download.createReadStream();
      const text = (await stream.toArray()).join('');
      expect(text.split('\n').filter(Boolean)).toHaveLength(2);
      expect(text).toContain('policy-set');
      expect(site.faults).toEqual([]);
    }, 90_000);

    it('fits a narrow dark page in Chinese and Arabic', async () => {
      await signIn(await invited('olga', 'administrator', 'Olga Admin'));
      await site.page.setViewportSize({ width: 360, height: 800 });
      await site.page.emulateMedia({ colorScheme: 'dark' });
      for (const lang of ['zh', 'ar'])
        for (const part of ['people', 'keys', 'naming', 'audit']) {
          await open(part, lang);
          await site.page.locator('.person, table').first().waitFor();
          expect([part, await findBarriers(site.page)]).toEqual([part, []]);
          expect([part, await findOverflow(site.page)]).toEqual([part, 0]);
        }
      await open('people', 'zh');
      await button('授予角色: Olga').waitFor({ state: 'detached' });
      await site.page.locator('.person-acts button').first().click();
      await dialog().waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      expect(await site.page.evaluate('document.activeElement.className')).toContain('quiet');
    }, 60_000);

    it('is offered to exactly those whom the server lets in', async () => {
      const { roleActions } = await import('@rapporteur/domain');
      const able = Object.entries(roleActions).filter(([, actions]) => actions.includes('manage-access'));
      expect(able.map(([role]) => role).sort()).toEqual([...managers].sort());
    });
  },
  { isSignedOut: true },
);
