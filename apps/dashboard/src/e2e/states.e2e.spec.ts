/** Each state of a view says what to do: nothing received yet, waiting, no match, refused, incomplete tables. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import pg from 'pg';
import { describePage, findBarriers, findOverflow } from './browser.js';
import { pages } from '../page/address.js';

let test: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await test.drop();
});

describePage(
  'a store in which nothing has been received',
  (site) => {
    // Access is never empty: whoever may see it is in it. It has a test of its own.
    it.each(pages.filter((view) => view !== 'access'))(
      'says so and what to do, without barriers, wide and narrow: %s',
      async (view) => {
        for (const [width, lang, colorScheme] of [
          [1280, 'en', 'light'],
          [360, 'zh', 'dark'],
          [360, 'ar', 'light'],
        ] as const) {
          await site.page.setViewportSize({ width, height: 800 });
          await site.page.emulateMedia({ colorScheme });
          await site.open(`/?page=${view}&lang=${lang}`);
          await site.page.locator('.state').first().waitFor();
          await site.page.getByText(/…/).first().waitFor({ state: 'detached' });
          const said = (await site.page.locator('.state').allInnerTexts()).join(' ');
          // Each state must name a next step: send, open, import, or choose something else.
          expect(said).toMatch(/API|npm run import|Choose|选择|اختر|Nothing disagrees|没有不一致|لا تعارض/);
          expect(await findBarriers(site.page)).toEqual([]);
          expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
        }
        expect(site.faults).toEqual([]);
      },
      60_000,
    );

    it('says what it does not read in its address, as long as that stands there', async () => {
      await site.open('/?page=round&respondant=SV&lang=en');
      const notice = site.page.getByText('The address says \u2068respondant=SV\u2069, which this page');
      await notice.waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.getByRole('link', { name: 'Trends', exact: true }).click();
      await notice.waitFor({ state: 'detached' });
      expect(site.faults).toEqual([]);
    });

    it('says that it is asking while an answer is under way, and then shows it', async () => {
      let letGo = () => undefined as void;
      const held = new Promise<void>((done) => (letGo = done));
      await site.page.route('**/v1/rounds?**', async (route) => {
        await held;
        await route.continue();
      });
      await site.open('/?page=round&lang=en');
      await site.page.getByText('Asking the server…').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      letGo();
      await site.page.getByText('No round is open').waitFor();
    });

    it('shows a first reply as it arrives, and warns while the tables lack something', async () => {
      await site.open('/?page=trends&lang=en');
      await site.page.getByText('No reply has been received yet').waitFor();
      await site.post('/v1/rounds', { collection: 'c', round: '2008' });
      await site.post('/v1/rounds/c/2008/replies', {
        respondent: 'SV',
        receivedOn: '2008-01-20',
        observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }],
      });
      await site.page.locator('td a', { hasText: /^6$/ }).first().waitFor();
      await client.query(
        "INSERT INTO tables.dead_letters (position, stream, reason) VALUES (2, 's', 'r'); NOTIFY rapporteur_tables",
      );
      const warning = site.page.getByText('One event could not be applied to the tables');
      await warning.waitFor();
      expect(await warning.innerText()).toContain('npm run dead-letters list');
      expect(await findBarriers(site.page)).toEqual([]);
      await client.query('DELETE FROM tables.dead_letters; NOTIFY rapporteur_tables');
      await warning.waitFor({ state: 'detached' });
    }, 30_000);

    it('says what an address asks for that is not there, and leads out of it', async () => {
      for (const address of [
        '/?page=round&round=c/1999&lang=en',
        '/?indicator=nonsense&lang=en',
        '/?asOf=soon&lang=en',
      ]) {
        await site.open(address);
        await site.page.getByText('The server cannot answer this').first().waitFor();
        expect(await findBarriers(site.page)).toEqual([]);
        await site.page.getByText('Start from an empty choice').first().click();
        await site.page.getByText('The server cannot answer this').first().waitFor({ state: 'detached' });
      }
    }, 30_000);

    it('offers whom a name that is only close may mean, and takes neither', async () => {
      for (const view of ['submit&round=c/2008', 'state']) {
        await site.open(`/?page=${view}&respondent=Nigerin&lang=en`);
        await site.page.getByRole('link', { name: 'Niger', exact: true }).waitFor();
        expect(await findBarriers(site.page)).toEqual([]);
      }
      await site.open('/?page=trends&respondent=Nigerin&lang=en');
      await site.page.getByText('What may be meant').first().waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      const links = site.page.locator('.state a[href*="respondent="]');
      await links
        .filter({ hasText: /^Nigeria$/ })
        .first()
        .waitFor();
      expect([...new Set(await links.allInnerTexts())]).toEqual(['Nigeria', 'Niger']);
      await links
        .filter({ hasText: /^Niger$/ })
        .first()
        .click();
      await site.page.getByText('What may be meant').first().waitFor({ state: 'detached' });
      expect(new URL(site.page.url()).searchParams.get('respondent')).toBe('NE');
    });

    it('says so in the language of the page, with the names that it has there', async () => {
      await site.open('/?page=state&respondent=Nigerin&lang=ru');
      await site.page.getByRole('link', { name: 'Нигер', exact: true }).waitFor();
      const said = await site.page.getByRole('alert').innerText();
      expect(said).toMatch(/^Респондента с названием «Nigerin» нет\./);
      expect(said.replace('Nigerin', '')).not.toMatch(/[A-Za-z]/);
    });
  },
  { isEmpty: true, env: async () => ({ DATABASE_URL: test.url }) },
);
