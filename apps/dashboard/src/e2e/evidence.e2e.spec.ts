/** A click on a figure ends at the words: marked in their paragraph, in their language and direction, and in the document. */
import { beforeAll, expect, it } from '@jest/globals';
import { makePdf, ownerHeaders } from '@rapporteur/testing';
import sharp from 'sharp';
import { describePage, findBarriers } from './browser.js';

/** A long paragraph, whose words are seen only when the drawer goes to them. */
const long = 'The authorities of the country reported on what they had done in the year. '.repeat(400);

const letters = {
  JO: { name: 'letter.txt', body: 'مذكرة شفوية\n\n14. في عام 2007 حوكم ٣٧ شخصا أمام المحاكم.\n', value: 37 },
  CN: { name: 'letter.txt', body: '15. 2007年起诉了六人，并设立了庇护所。\n', value: 6, paragraph: 15 },
  SV: {
    name: 'letter.pdf',
    // The letter stands on the second page.
    body: makePdf(
      'Note verbale',
      '16. In 2007 the courts of the country and of the provinces tried nine of the people.',
    ),
    ...{ value: 9, paragraph: 16 },
  },
  PE: {
    name: 'letter.txt',
    body: `Letter\n\n17. ${long}Of them 62 were tried. ${long}\n`,
    value: 62,
    paragraph: 17,
  },
} as const;

/** A picture of a letter. */
const drawScan = () =>
  sharp({
    text: {
      text: '18. In 2007 the courts of the country tried 12 persons, and in 2008 many more.',
      ...{
        font: 'Tinos 20',
        fontfile: 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
      },
      ...{ width: 1000, dpi: 100 },
    },
  })
    .negate()
    .extend({ top: 99, bottom: 600, left: 99, right: 99, background: '#000' })
    .png()
    .toBuffer();

describePage('the words of a figure', (site) => {
  const dialog = () => site.page.getByRole('dialog');
  const passage = () => dialog().locator('.passage');
  const open = async (respondent: string, value: number) => {
    await site.open(`/?respondent=${respondent}&collection=c&lang=en`);
    await site.page
      .locator(`[data-facet="${respondent}~c~person"] td a`, { hasText: new RegExp(`^${value}$`) })
      .click();
    await passage().locator('mark').waitFor();
  };
  const whole = async () => {
    const quote = passage().locator('blockquote');
    return [await quote.getAttribute('lang'), await quote.getAttribute('dir'), await quote.innerText()];
  };
  const href = () => dialog().getByRole('link', { name: 'Open the document' }).getAttribute('href');

  beforeAll(async () => {
    await site.post('/v1/rounds', { collection: 'c', round: '2008' });
    const scan = { name: 'scan.png', body: await drawScan(), value: 12, paragraph: 18 };
    for (const [respondent, letter] of Object.entries({ ...letters, BR: scan })) {
      const paragraph = 'paragraph' in letter ? letter.paragraph : 14;
      const figure = { indicator: 'persons-prosecuted', period: '2007', value: letter.value, paragraph };
      await site.post('/v1/rounds/c/2008/replies', {
        ...{ respondent, receivedOn: '2008-01-20', observations: [figure] },
      });
      const answer = await fetch(
        `${site.url}/v1/rounds/c/2008/replies/${respondent}/documents?received=2008-01-20&name=${letter.name}`,
        {
          method: 'POST',
          headers: { ...ownerHeaders(), 'content-type': 'application/octet-stream' },
          body: letter.body,
        },
      );
      const { document } = (await answer.json()) as { document: string };
      const { token } = await site.post(`/v1/documents/${document}/evidence`, { round: 'c/2008' });
      await fetch(`${site.url}/v1/observations?wait=${token as string}`);
    }
  }, 60_000);

  it('are marked in their paragraph, from right to left in Arabic', async () => {
    await open('JO', 37);
    expect(await passage().locator('mark').allInnerTexts()).toEqual(['٣٧']);
    expect(await whole()).toEqual(['ar', 'rtl', '14. في عام 2007 حوكم ٣٧ شخصا أمام المحاكم.']);
    await passage().getByText('Arabic').waitFor();
    expect(await findBarriers(site.page)).toEqual([]);
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('are marked in Chinese, where the number is a word', async () => {
    await open('CN', 6);
    expect(await passage().locator('mark').allInnerTexts()).toEqual(['六']);
    expect(await whole()).toEqual(['zh', 'ltr', '15. 2007年起诉了六人，并设立了庇护所。']);
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('of a PDF open it at their page', async () => {
    await open('SV', 9);
    expect(await passage().locator('mark').allInnerTexts()).toEqual(['nine']);
    await passage().getByText('page 2').waitFor();
    const address = await href();
    expect(address).toMatch(/^\/v1\/documents\/[0-9a-f]{64}#page=2$/);
    const answer = await fetch(site.url + address!);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(await answer.text()).toBe(letters.SV.body);
  }, 30_000);

  it('of a PDF are marked on the picture of their page', async () => {
    await open('SV', 9);
    const picture = passage().getByRole('img', { name: 'Page 2 of the document as a picture' });
    // 600 by 800 points, as many pixels as a page has at most.
    await site.page.waitForFunction(
      (img) => (img as HTMLImageElement).complete,
      await picture.elementHandle(),
    );
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([
      1200, 1600,
    ]);
    const marks = passage().locator('.page-mark');
    expect(await marks.count()).toBe(1);
    // The ink of the word is under the mark, and little else.
    const [dark, around] = await marks.evaluate((mark) => {
      const img = mark.parentElement!.querySelector('img')!;
      const canvas = Object.assign(document.createElement('canvas'), {
        width: img.naturalWidth,
        height: img.naturalHeight,
      });
      const context = canvas.getContext('2d')!;
      context.drawImage(img, 0, 0);
      const scale = img.naturalWidth / img.clientWidth;
      const { offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height } = mark as HTMLElement;
      const inkOf = (top: number) => {
        const { data } = context.getImageData(x * scale, top * scale, width * scale, height * scale);
        return data.filter((value, i) => i % 4 === 0 && value < 128).length;
      };
      return [inkOf(y), inkOf(y + height * 2)];
    });
    expect(dark).toBeGreaterThan(50);
    expect(around).toBe(0);
    const { top, bottom } = await passage()
      .locator('.page-picture')
      .evaluate((frame) => frame.getBoundingClientRect());
    const place = (await marks.boundingBox())!;
    expect([place.y >= top, place.y + place.height <= bottom]).toEqual([true, true]);
    expect(await findBarriers(site.page)).toEqual([]);
    expect(site.faults).toEqual([]);
    if (process.env['PICTURES']) await site.page.screenshot({ path: `${process.env['PICTURES']}/page.png` });
  }, 30_000);

  it('of a scan are marked on it, and it is told that they were read by OCR', async () => {
    await open('BR', 12);
    await passage()
      .getByText(/^English, page 1, read from its picture by OCR, confidence \d\d of 100/)
      .waitFor();
    expect(await passage().locator('.page-mark').count()).toBe(1);
    expect(await findBarriers(site.page)).toEqual([]);
  }, 30_000);

  it('of a text have no picture of a page', async () => {
    await open('PE', 62);
    expect(await passage().locator('.page-picture').count()).toBe(0);
  }, 30_000);

  it('of a letter whose paragraphs have no numbers are marked in their own, figures of a table below their head', async () => {
    const table = 'Item\t2006\t2007\nPersons who were tried\t–\t44';
    const body = `Note verbale\n\nThe courts tried these persons:\n\n${table}\n\nThere are shelters.\n`;
    const figure = { indicator: 'persons-prosecuted', period: '2007', value: 44, paragraph: 3 };
    await site.post('/v1/rounds/c/2008/replies', {
      ...{ respondent: 'MX', receivedOn: '2008-01-20', observations: [figure] },
    });
    const sent = await fetch(
      `${site.url}/v1/rounds/c/2008/replies/MX/documents?received=2008-01-20&name=letter.txt`,
      {
        method: 'POST',
        headers: { ...ownerHeaders(), 'content-type': 'application/octet-stream' },
        body,
      },
    );
    const { document, token: known } = (await sent.json()) as { document: string; token: string };
    const read = await fetch(`${site.url}/v1/documents/${document}/text?wait=${known}`);
    const { paragraphs } = (await read.json()) as { paragraphs: { text: string; start: number }[] };
    const own = paragraphs.find(({ text }) => text.includes('44'))!;
    const start = own.start + own.text.indexOf('44');
    const { token } = await site.post(`/v1/documents/${document}/evidence`, {
      round: 'c/2008',
      passages: [{ id: 'c~MX~persons-prosecuted~_T~2007', start, end: start + 2 }],
    });
    await fetch(`${site.url}/v1/observations?wait=${token as string}`);
    await open('MX', 44);
    const mark = passage().locator('mark');
    expect(await mark.allInnerTexts()).toEqual(['44']);
    const said = await passage().locator('blockquote').innerText();
    // The line before tells what the table counts; the rest of the letter is not of this paragraph.
    expect([said.includes('The courts'), said.includes('shelters')]).toEqual([true, false]);
    const [cell, year] = await Promise.all([
      mark.boundingBox(),
      passage().locator('.cell', { hasText: '2007' }).boundingBox(),
    ]);
    expect(Math.abs(cell!.x - year!.x)).toBeLessThan(20);
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('are seen at once in a long paragraph, and the document opens at them', async () => {
    await open('PE', 62);
    const mark = passage().locator('mark');
    expect(await mark.innerText()).toBe('62');
    // Where something lies above it, it is not what stands at its place.
    const isSeen = await mark.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === node;
    });
    expect(isSeen).toBe(true);
    expect(await href()).toMatch(/#:~:text=.*Of%20them-,62$/);
    const opening = site.page.context().waitForEvent('page');
    await dialog().getByRole('link', { name: 'Open the document' }).click();
    const opened = await opening;
    await opened.waitForLoadState();
    // The browser has gone to the words, which stand in the middle.
    await opened.waitForFunction('scrollY > 100');
    expect(await opened.locator('body').innerText()).toContain('Of them 62 were tried.');
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('are beside the claim of a report that rests on the figure', async () => {
    await site.open('/?page=report&round=c/2008&asOf=2008-02-01&lang=en');
    await site.page.locator('article').getByRole('link', { name: /62/ }).first().click();
    const quote = site.page.getByRole('complementary').locator('q');
    expect((await quote.allInnerTexts()).join()).toContain('62');
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('of a document that was removed are not there, and the drawer says so without them', async () => {
    await open('CN', 6);
    const document = (await href())!.split(/[/#]/)[3]!;
    const { token } = await site.post(`/v1/documents/${document}/removal`, { reason: 'it named a victim' });
    await fetch(`${site.url}/v1/observations?wait=${token as string}`);
    await site.open('/?respondent=CN&collection=c&lang=en');
    await site.page.locator('[data-facet="CN~c~person"] td a', { hasText: /^6$/ }).click();
    await dialog().getByText('it named a victim').waitFor();
    expect(await dialog().innerText()).not.toContain('六');
  }, 30_000);
});
