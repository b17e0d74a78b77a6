/**
 * Being told of changes, in a real browser: from what a view shows to its feed and to a webhook, which then tells a real
 * receiver; what failed is sent again; a new secret; the end. And who may do that.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openReceiver, type WebhookReceiver } from '@rapporteur/testing';
import { webhookKeepers } from '../session/session.js';
import { describePage, findBarriers, findOverflow } from './browser.js';

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());

const round = 'ecosoc-2006-27/2010';
const reply = (value: number) => ({
  observations: [{ indicator: 'persons-prosecuted', period: '2009', value, paragraph: 14 }],
});

describePage(
  'being told of changes',
  (site) => {
    const button = (name: string | RegExp) => site.page.getByRole('button', { name });
    const dialog = () => site.page.getByRole('dialog');
    const row = () => site.page.locator('table tbody tr').filter({ hasText: receiver.url });

    it('leads from a view to its feed and to a webhook, sends again what failed, and ends it', async () => {
      const { page } = site;
      await site.open(
        '/?page=trends&respondent=SV&indicator=persons-prosecuted&collection=ecosoc-2006-27&lang=en',
      );
      await button('Download, cite, embed, follow').click();
      const feed = await dialog().getByLabel('Address of the feed').inputValue();
      expect(feed).toBe(
        `${site.url}/v1/events/feed?respondent=SV&indicator=persons-prosecuted&collection=ecosoc-2006-27&lang=en`,
      );
      expect(await (await fetch(feed)).text()).toMatch(/^<\?xml[^]*<feed[^]*El Salvador: Persons prosecuted/);
      await dialog().getByRole('link', { name: 'Have another system told' }).click();
      await page.waitForURL(
        /page=webhooks&collection=ecosoc-2006-27&respondent=SV&indicator=persons-prosecuted/,
      );
      await page.getByText('There is no webhook yet').waitFor();
      expect(await findBarriers(page)).toEqual([]);

      await button('Make a webhook for this').press('Enter');
      await dialog().getByText('El Salvador; Persons prosecuted').waitFor();
      expect(await dialog().getByRole('checkbox').count()).toBeGreaterThanOrEqual(3);
      await dialog().getByLabel('Address that is told').fill('https://10.0.0.1/told');
      await dialog().getByRole('button', { name: 'Make a webhook for this' }).click();
      await dialog().getByText('An address on the public internet').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await dialog().getByLabel('Address that is told').fill(receiver.url);
      await dialog().getByRole('checkbox', { name: 'inconsistencies that came or went' }).uncheck();
      await dialog().getByRole('button', { name: 'Make a webhook for this' }).click();
      receiver.secret = await dialog().getByLabel('Secret').inputValue();
      expect(receiver.secret).toMatch(/^whsec_/);
      await dialog().getByRole('button', { name: 'Close' }).click();
      await row().getByText('El Salvador; Persons prosecuted').waitFor();
      expect(await row().innerText()).not.toContain('inconsistencies');

      receiver.react = () => 500;
      await site.post('/v1/rounds', { collection: 'ecosoc-2006-27', round: '2010' });
      await site.post(`/v1/rounds/${round}/replies`, {
        ...{ respondent: 'SV', receivedOn: '2010-01-20', ...reply(6) },
      });
      await receiver.until(() => receiver.heard.length > 0);
      await page.reload();
      await row()
        .getByRole('link', { name: /^What failed/ })
        .click();
      const failure = page
        .locator('section', { hasText: 'Why the last one failed' })
        .last()
        .locator('tbody tr');
      await failure.getByText('500').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      receiver.react = () => 200;
      await failure.getByRole('button', { name: /Send again the message of event \d+/ }).click();
      await dialog().getByRole('button', { name: 'Send again' }).click();
      await receiver.until(() => receiver.taken.length === 1);
      expect(receiver.heard.at(-1)!.body).toMatchObject({ data: { respondent: 'SV', round: '2010' } });

      await row()
        .getByRole('button', { name: /^New secret/ })
        .click();
      await dialog().getByRole('button', { name: 'New secret' }).click();
      expect(await dialog().getByLabel('Secret').inputValue()).not.toBe(receiver.secret);
      await dialog().getByRole('button', { name: 'Close' }).click();
      await button('Send everything after a position again').click();
      await dialog().getByLabel('Position').fill('0');
      await dialog().getByRole('button', { name: 'Send again' }).click();
      await dialog().waitFor({ state: 'detached' });
      await receiver.until(() => receiver.taken.length > 2);
      await row().getByRole('button', { name: /^End/ }).click();
      await dialog().getByRole('button', { name: 'End', exact: true }).click();
      await row().getByText('ended').waitFor();
      expect(await row().getByRole('button').count()).toBe(0);
      await page.setViewportSize({ width: 360, height: 740 });
      await site.open('/?page=webhooks&lang=ar');
      await row().waitFor();
      expect(await findOverflow(page)).toBeLessThanOrEqual(0);
      expect(await findBarriers(page)).toEqual([]);
      expect(site.faults.filter((fault) => !/status of 422/.test(fault))).toEqual([]);
    }, 90_000);

    it('offers webhooks to exactly those whom the server lets keep them, and a feed to everybody', async () => {
      const { roleActions } = await import('@rapporteur/domain');
      const able = Object.entries(roleActions).filter(([, actions]) => actions.includes('keep-webhooks'));
      expect([...webhookKeepers].sort()).toEqual(able.map(([role]) => role).sort());
      await site.page.setExtraHTTPHeaders({});
      await site.open('/?page=webhooks&lang=en');
      await site.page.getByText('shown to administrators and the owner').waitFor();
      await site.open('/?page=state&respondent=SV&share=csv&lang=en');
      await dialog().getByLabel('Address of the feed').waitFor();
      expect(await dialog().getByRole('link', { name: 'Have another system told' }).count()).toBe(0);
      expect(await findBarriers(site.page)).toEqual([]);
    }, 60_000);
  },
  { env: async () => ({ WEBHOOK_HOSTS: '127.0.0.1' }) },
);
