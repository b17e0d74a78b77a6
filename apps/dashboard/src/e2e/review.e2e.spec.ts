/** The review of 272 words in a real browser by keyboard alone: how many keys it takes, and how long the page makes a person wait. */
import { expect, it } from '@jest/globals';
import { describePage } from './browser.js';

const howMany = 272;
const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
/** What a person takes for at once (Nielsen, 1993), and how long nothing may take. */
const atOnceMs = 100;
const atMostMs = 1000;

/** In the page: for each key, how long until what it changed is on the screen. */
const watch = `
  window.waits = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - timeStamp)));
  }, { capture: true });
`;

/** Names of countries as hurried people write them: a letter is missing, stands twice, or has changed places. */
const misspelt = (names: readonly string[]) =>
  names.flatMap((name) => [
    name.slice(0, -1),
    name + name.at(-1)!,
    name.slice(0, 2) + name.slice(3),
    name.slice(0, 2) + name[3]! + name[2]! + name.slice(4),
  ]);

describePage('the review of words', (site) => {
  it('of 272 words takes a key each, and shows the next word at once', async () => {
    const { items } = (await (await fetch(new URL('/v1/respondents?limit=1000', site.url))).json()) as {
      items: { code: string; name: string }[];
    };
    const names = items.filter(({ code, name }) => /^[A-Z]{2}$/.test(code) && /^\p{L}{7,}$/u.test(name));
    const lines = misspelt(names.map(({ name }) => name)).map(
      (word, i) => `AUT,,Persons convicted,by citizenship,${word},Total,Total,${2003 + (i % 20)},${i + 1}`,
    );
    const file = {
      ...{ name: 'unodc-glotip-2023-05-30.csv', mimeType: 'text/csv' },
      buffer: Buffer.from([header, ...lines].join('\n')),
    };
    await site.open('/?page=import&lang=en');
    await site.page.locator('#import-choose').setInputFiles(file);
    await site.page.locator('.seen').waitFor();
    // The button has the focus.
    await site.page.keyboard.press('Enter');
    const review = site.page.getByRole('group', { name: 'Review of words' });
    await review.waitFor();
    const place = () => review.locator('p.key').first().innerText();
    expect(Number(/^1 of (\d+)/.exec(await place())?.[1])).toBeGreaterThanOrEqual(howMany);
    await site.page.evaluate(watch);
    const began = performance.now();
    let keys = 0;
    let unproposed = 0;
    const seen = new Set<string>();
    while (seen.size < howMany && keys < howMany) {
      seen.add(await review.getByRole('heading').innerText());
      const isProposed = (await review.locator('.proposals li').count()) > 0;
      if (!isProposed) unproposed += 1;
      await site.page.keyboard.press(isProposed ? 'Enter' : 'n');
      keys += 1;
    }
    // Each key decided a word: none was asked about twice.
    expect([seen.size, keys]).toEqual([howMany, howMany]);
    expect(unproposed).toBeLessThan(howMany / 20);
    const seconds = (performance.now() - began) / 1000;
    // The last of them is noted once what it changed is on the screen.
    await site.page.waitForFunction(`window.waits.length >= ${howMany}`);
    const waits = ((await site.page.evaluate('window.waits')) as number[]).sort((a, b) => a - b);
    expect(waits).toHaveLength(howMany);
    const at = (share: number) =>
      Math.round(waits[Math.min(waits.length - 1, Math.floor(share * waits.length))]!);
    process.stderr.write(
      `review: ${keys} keys for ${howMany} words (${unproposed} without a proposal), ${seconds.toFixed(0)} s by a machine; the next word after ${at(0.5)} ms (median), ${at(0.95)} ms (of 20 all but one), ${at(1)} ms at most\n`,
    );
    expect(at(0.5)).toBeLessThan(atOnceMs);
    expect(at(1)).toBeLessThan(atMostMs);

    await site.page.keyboard.press('s');
    await site.page.getByText(/rows? came in/).waitFor({ timeout: 60_000 });
    expect(site.faults).toEqual([]);
  }, 180_000);
});
