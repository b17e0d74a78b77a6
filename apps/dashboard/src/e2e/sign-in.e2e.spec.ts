/** Signing in and out in a real browser: by a link, once, and what is typed in the form stays meanwhile. */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

const round = 'ecosoc-2006-27/2008';

describePage(
  'signing in',
  (site) => {
    const button = (name: string | RegExp) => site.page.getByRole('button', { name, exact: true });
    const panel = () => site.page.locator('header details.panel summary');
    const at = (id: string) => site.page.locator(`[id="${id}"]`);
    /** Starts the site anew at the same address, for a new link. */
    const restart = async () => {
      const { port } = new URL(site.url);
      await site.stop();
      await site.start(port);
    };

    it('says that nobody is signed in, and how to', async () => {
      await site.open('/?lang=en');
      await panel().click();
      await site.page.getByText('“npm start” prints one').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.keyboard.press('Escape');
      await site.page.getByText('“npm start” prints one').waitFor({ state: 'detached' });
      expect(await site.page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      expect(site.faults).toEqual([]);
    });

    it('signs in by a link whose secret leaves the address at once, stays so over a reload, and ends by "Sign out"', async () => {
      const secret = site.link.split('#sign-in=')[1]!;
      expect(secret).toHaveLength(43);
      const asked: string[] = [];
      site.page.on('request', (request) => asked.push(request.url()));
      await site.open(`/?page=round&lang=en#sign-in=${secret}`);
      await site.page.getByText('You are signed in as the owner.').waitFor();
      expect(new URL(site.page.url()).hash).toBe('');
      const stored = await site.page.evaluate(
        'JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML])',
      );
      expect(stored).not.toContain(secret);
      expect(asked.join('\n')).not.toContain(secret);
      expect(await panel().innerText()).toMatch(/^The owner\s*$/);
      expect(await findBarriers(site.page)).toEqual([]);
      await site.page.getByRole('link', { name: 'Access', exact: true }).waitFor();

      await site.page.reload();
      await panel().getByText('the owner').waitFor();
      await site.page.getByText('You are signed in as').waitFor({ state: 'detached' });
      await panel().click();
      await site.page.getByText('all respondents; all collections').waitFor();
      await site.page.getByText(/signed in by a link; ends at the latest/).waitFor();
      expect(await findBarriers(site.page)).toEqual([]);

      const cookies = await site.page.context().cookies();
      await button('Sign out').click();
      await panel().getByText('Sign in', { exact: true }).waitFor();
      await site.page.getByRole('link', { name: 'Access', exact: true }).waitFor({ state: 'detached' });
      expect(await site.page.context().cookies()).toEqual([]);
      // The session has ended on the server, not only in this browser.
      await site.page.context().addCookies(cookies);
      await site.page.reload();
      await panel().getByText('Sign in', { exact: true }).waitFor();
      expect(site.faults).toEqual([]);
    }, 60_000);

    it.each([
      ['used already', 'This link was used already', '此链接已被使用'],
      ['unknown', 'does not know this link', '不认识此链接'],
    ])('says that a link is %s, and what to do', async (what, english, chinese) => {
      const secret = what === 'unknown' ? 'A'.repeat(43) : site.link.split('#sign-in=')[1]!;
      await site.open(`/?lang=en#sign-in=${secret}`);
      await site.page.getByRole('alert').getByText(english).waitFor();
      expect(await site.page.getByRole('alert').innerText()).toMatch(/[Aa]sk for a new/);
      expect(await findBarriers(site.page)).toEqual([]);
      // In the open page nothing is loaded anew, and the secret leaves the address all the same.
      await site.open('/?lang=zh');
      await site.page.evaluate(`location.hash = '#sign-in=${secret}'`);
      await site.page.getByRole('alert').getByText(chinese).waitFor();
      expect(new URL(site.page.url()).hash).toBe('');
      await button('关闭此消息').click();
      await site.page.getByText(chinese).waitFor({ state: 'detached' });
      expect(site.faults.filter((fault) => !fault.includes('403'))).toEqual([]);
    });

    it('keeps what was typed in the form while nobody is signed in, and sends it afterwards', async () => {
      await site.open(`/?page=submit&round=${round}&respondent=IS&lang=en`);
      await site.page.getByText('Checking and sending need signing in').waitFor();
      await button('Add a figure').click();
      await at('receivedOn').fill('2008-02-11');
      await at('figure-1-indicator').selectOption('victims-identified');
      await at('figure-1-period').fill('2007');
      await at('figure-1-value').fill('4');
      await at('figure-1-paragraph').fill('2');
      await button('Check and show what changes').click();
      await site.page.getByText('You are not signed in, so nothing was sent').waitFor();
      expect(await at('figure-1-value').inputValue()).toBe('4');
      expect(await findBarriers(site.page)).toEqual([]);

      await restart();
      // The link is opened in another tab, as from a mail; this one sees it when the reader comes back.
      const other = await site.page.context().newPage();
      await other.goto(site.link);
      await other.getByText('You are signed in as the owner.').waitFor();
      await other.close();
      await site.page.bringToFront();
      await site.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      await panel().getByText('the owner').waitFor();
      await site.page.getByText('Checking and sending need signing in').waitFor({ state: 'detached' });
      expect(await at('figure-1-value').inputValue()).toBe('4');
      await button('Check and show what changes').click();
      await site.page.locator('.preview').waitFor();
      await button('Send').click();
      await site.page.getByText('Stored as version 1').waitFor();
    }, 90_000);

    it('tells a reader that she may not send, and keeps what was typed', async () => {
      await site.post('/v1/people', { id: 'rosa', kind: 'person', name: 'Rosa', reason: 'a test' });
      const scope = { respondents: 'all', collections: 'all' };
      await site.post('/v1/people/rosa/grants', { role: 'reader', scope, reason: 'a test' });
      const { link } = await site.post('/v1/people/rosa/invitation', { reason: 'a test' });
      await site.page.goto(String(link));
      await site.page.getByText('You are signed in as Rosa.').waitFor();
      await site.open(`/?page=submit&round=${round}&respondent=SE&lang=en`);
      await button('Add a figure').click();
      await at('figure-1-value').fill('7');
      await button('Check and show what changes').click();
      await site.page.getByText('None of your roles may do this').first().waitFor();
      expect(await site.page.getByRole('alert').innerText()).toContain('focal point, desk officer');
      expect(await at('figure-1-value').inputValue()).toBe('7');
      expect(await findBarriers(site.page)).toEqual([]);
    }, 60_000);

    it('leads to the identity provider and back to the same view, where there is one', async () => {
      await site.page.route('**/v1/session', (route) =>
        route.fulfill({ json: { signedIn: false, ways: ['oidc'] } }),
      );
      await site.open('/?page=round&round=ecosoc-2006-27/2008&lang=en');
      await panel().click();
      const way = site.page.getByRole('link', { name: 'Sign in with your account' });
      const address = new URL((await way.getAttribute('href'))!, site.url);
      expect([address.pathname, address.searchParams.get('returnTo')]).toEqual([
        '/v1/sign-in',
        '/?page=round&round=ecosoc-2006-27/2008&lang=en',
      ]);
      expect(await site.page.getByText('npm start').count()).toBe(0);
      expect(await findBarriers(site.page)).toEqual([]);
    });

    it('says who is signed in, and how to, on a narrow dark page in Chinese and Arabic', async () => {
      await restart();
      await site.page.setViewportSize({ width: 360, height: 800 });
      await site.page.emulateMedia({ colorScheme: 'dark' });
      for (const lang of ['zh', 'ar']) {
        await site.open(`/?lang=${lang}`);
        await panel().click();
        await site.page.locator('.panel-body p').first().waitFor();
        expect(await findBarriers(site.page)).toEqual([]);
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
      }
      await site.page.goto(site.link);
      await site.page.locator('.link-outcome').waitFor();
      for (const lang of ['zh', 'ar']) {
        await site.open(`/?lang=${lang}`);
        await panel().click();
        await site.page.locator('.panel-body li').first().waitFor();
        expect(await findBarriers(site.page)).toEqual([]);
        expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
      }
    }, 60_000);
  },
  { isSignedOut: true },
);

describePage(
  'signing in where reading needs it',
  (site) => {
    it('shows nothing but how to sign in, and everything once that is done', async () => {
      await site.open('/?page=round&lang=en');
      await site.page.getByText('This is open only to those who have signed in').waitFor();
      await site.page.getByRole('main').getByText('“npm start” prints one').waitFor();
      expect(await findBarriers(site.page)).toEqual([]);
      // In the open page, which asks for everything again.
      const secret = site.link.split('#sign-in=')[1]!;
      await site.page.evaluate(`location.hash = '#sign-in=${secret}'`);
      await site.page.getByRole('table', { name: 'Respondents and themes of the round' }).waitFor();
      await site.page.getByRole('button', { name: 'Sign out' }).click();
      await site.page.getByText('This is open only to those who have signed in').waitFor();
      expect(await site.page.getByRole('table').count()).toBe(0);
    }, 60_000);
  },
  { isSignedOut: true, env: () => Promise.resolve({ READ: 'signed-in' }) },
);
