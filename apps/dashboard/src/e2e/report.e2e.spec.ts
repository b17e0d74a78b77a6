/** The draft and its sources: a click on a claim, from its figures to their reply, open places, Chinese. */
import { expect, it } from '@jest/globals';
import { describePage, findBarriers, findOverflow } from './browser.js';

describePage('the report', (site) => {
  it('shows the draft, and for each claim that is chosen what it rests on, to the reply', async () => {
    await site.open('/?page=report&lang=en');
    await site.page.getByRole('heading', { name: 'I. Introduction' }).waitFor();
    const claim = site.page.locator('article').getByRole('link', { name: /^32 in 2005, 67 in 2006/ });
    await claim.click();
    const aside = site.page.getByRole('complementary');
    await aside.getByText('figures respondent=SV indicator=cases-investigated').waitFor();
    expect(await claim.getAttribute('aria-current')).toBe('true');
    await aside.getByRole('link', { name: 'El Salvador, Cases investigated, 2005' }).click();
    const drawer = site.page.getByRole('dialog');
    await drawer.getByText('El Salvador').first().waitFor();
    expect(await drawer.innerText()).toContain('14');
    await drawer.getByRole('button').first().click();
    await site.page.getByText(/claims cannot be answered/).click();
    await site.page.getByRole('link', { name: 'trend-SV-persons-arrested' }).click();
    await aside.getByText('under five yearly figures').waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('is as it stood on the day that is looked at, in Chinese, and fits a narrow window', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    await site.open('/?page=report&lang=zh&asOf=2007-12-31');
    await site.page.getByText('尚未收到答复').waitFor();
    await site.open('/?page=report&lang=zh');
    await site.page.getByRole('heading', { name: '一. 导言' }).waitFor();
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    expect(site.faults).toEqual([]);
  }, 60_000);
});
