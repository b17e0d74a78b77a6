/**
 * Time travel: every day on which anything was received, the tables as known then, and the changes between two
 * days.
 */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, openOptions } from './browser.js';

const replies = '/v1/rounds/ecosoc-2006-27/2008/replies';

describePage('time travel', (site) => {
  const slider = () => site.page.getByRole('slider');
  const figure = (text: string) =>
    site.page.locator('[data-facet="SV~ecosoc-2006-27~person"] td a', { hasText: new RegExp(`^${text}$`) });
  const correct = (receivedOn: string, value: number) =>
    site.post(`${replies}/SV/corrections`, {
      receivedOn,
      reason: 'an error',
      observations: { changed: [{ indicator: 'persons-prosecuted', period: '2007', value, paragraph: 14 }] },
    });

  it('goes through the days of replies and of corrections, by keyboard, and back', async () => {
    await correct('2008-03-01', 8);
    await correct('2008-05-02', 9);
    await site.open('/?respondent=SV&lang=en');
    await figure('9').waitFor();
    await openOptions(site.page);
    await slider().focus();
    for (const [day, shown, value] of [
      ['2008-05-02', '2 May 2008', '9'],
      ['2008-03-01', '1 Mar 2008', '8'],
      ['2008-01-24', '24 Jan 2008', '6'],
    ] as const) {
      await site.page.keyboard.press('ArrowLeft');
      await site.page.waitForURL((address) => address.searchParams.get('asOf') === day);
      await figure(value).waitFor();
      expect(await slider().getAttribute('aria-valuetext')).toContain(shown);
    }
    expect(await slider().getAttribute('aria-valuetext')).toContain('events received that day');
    await site.page.keyboard.press('ArrowLeft');
    await site.page.getByText('No figures match this choice').waitFor();
    await site.page.goBack();
    await figure('6').waitFor();
    await site.page.goBack();
    await figure('8').waitFor();
  }, 60_000);

  it('lists what changed between two days, with both values', async () => {
    await site.open('/?respondent=SV&lang=en&asOf=2008-03-01');
    await figure('8').waitFor();
    await openOptions(site.page);
    await site.page.getByRole('combobox', { name: 'Compare with an earlier day' }).selectOption('2008-01-24');
    const rows = site.page.locator('.changes tbody tr');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts()).map((text) => text.split('\t'))).toEqual([
      ['Persons prosecuted', '2007', '6', '8'],
    ]);
    await site.page.getByText('1 revised, 0 added, 0 withdrawn').waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    await site.open('/?respondent=SV&lang=en&since=2008-03-01');
    await rows.first().waitFor();
    expect((await rows.first().innerText()).split('\t').slice(1)).toEqual(['2007', '8', '9']);
    await site.open('/?respondent=GR&lang=en&since=2008-03-01');
    await site.page.getByText('Nothing that is chosen changed').waitFor();
  }, 60_000);

  it('shows no changes under two days that they are not of, while the answer is on its way', async () => {
    await site.open('/?respondent=SV&lang=en&asOf=2008-03-01');
    const rows = site.page.locator('.changes tbody tr');
    await rows.first().waitFor({ state: 'attached' });
    let answer = () => {};
    const mayAnswer = new Promise<void>((done) => (answer = done));
    await site.page.route('**/v1/revisions?**', async (route) => {
      await mayAnswer;
      await route.continue();
    });
    await openOptions(site.page);
    await site.page.getByRole('combobox', { name: 'Compare with an earlier day' }).selectOption('2008-01-24');
    await site.page.getByText('What changed from 24 Jan 2008 to 1 Mar 2008').waitFor();
    expect(await rows.count()).toBe(0);
    answer();
    await rows.first().waitFor();
    expect((await rows.first().innerText()).split('\t').slice(1)).toEqual(['2007', '6', '8']);
  });

  it('other views say of which day they are, and lead back to today', async () => {
    await site.open('/?page=round&lang=en&asOf=2007-12-01');
    await site.page.getByText('What is shown is what was known then (1 Dec 2007).').waitFor();
    expect(await site.page.locator('tbody tr', { hasText: 'El Salvador' }).innerText()).toContain('No reply');
    expect(await findBarriers(site.page)).toEqual([]);
    await site.page.getByRole('link', { name: 'Show what is known today' }).click();
    await site.page.locator('tbody tr', { hasText: 'El Salvador' }).getByText('24 Jan 2008').waitFor();
  });
});
