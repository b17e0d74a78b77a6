/** The workbench: a letter is coded by keyboard alone, what is typed is kept as a draft, and passages are exact in every script. */
import { beforeAll, expect, it } from '@jest/globals';
import { makePdf, ownerHeaders } from '@rapporteur/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describePage, findBarriers, findOverflow, root } from './browser.js';

const english = readFileSync(join(root, 'libs/proposals/letters/en/1.txt'), 'utf8');
const right = JSON.parse(readFileSync(join(root, 'libs/proposals/letters/en/1.json'), 'utf8')) as {
  observations: { indicator: string; value: number }[];
  findings: { topic: string; detail?: string }[];
};

interface Proposed {
  readonly start: number;
  readonly score: number;
  readonly quote: string;
  readonly paragraph: number | null;
  readonly reasons: readonly { readonly field: string; readonly start: number }[];
  /** Of a figure. */
  readonly indicator?: string;
  readonly value?: number;
  readonly period?: string;
  readonly breakdown?: object;
  /** Of a finding. */
  readonly topic?: string;
  readonly detail?: string;
}

const letters = {
  GH: english,
  KE: readFileSync(join(root, 'libs/proposals/letters/en/3.txt'), 'utf8'),
  FI: readFileSync(join(root, 'libs/proposals/letters/en/4.txt'), 'utf8'),
  SE: readFileSync(join(root, 'libs/proposals/letters/en/5.txt'), 'utf8'),
  PE: readFileSync(join(root, 'libs/proposals/letters/en/2.txt'), 'utf8'),
  JO: 'مذكرة شفوية\n\n14. في عام 2007 أُدين عدد من الأشخاص بلغ ٣٧ شخصا أمام المحاكم.\n',
  DE: makePdf(
    '14. In 2007 the police of the country arrested 30 persons, and the rest were freed.',
    '15. In 2007 the courts of the country convicted 9 persons of trafficking in the provinces.',
  ),
  CN: '15. 2007年，全国各级公安机关共逮捕了三十六名嫌疑人。\n',
};

describePage('the workbench', (site) => {
  const documents: Record<string, string> = {};
  const get = async (path: string) =>
    (await (await fetch(site.url + path, { headers: ownerHeaders() })).json()) as Record<string, unknown>;
  const address = (respondent: string) =>
    `/?page=workbench&round=c/2008&respondent=${respondent}&document=${documents[respondent]}&lang=en`;
  const open = async (page: Page, respondent: string) => {
    await page.goto(site.url + address(respondent));
    await page.locator('.letter-text').waitFor();
    await page.locator('section.proposal, form > [role=status]').first().waitFor();
  };
  const saved = (page: Page) => page.getByText('Saved on the server').waitFor();
  const draftOf = (respondent: string) =>
    get(`/v1/documents/${documents[respondent]}/draft?round=c/2008&respondent=${respondent}`);
  /** What is in a draft once it has so many figures: the page says "saved" until it has seen that something changed. */
  const draftWith = async (respondent: string, figures: number) => {
    for (let i = 0; ; i += 1) {
      const content = (await draftOf(respondent))['content'] as { entry: { figures: unknown[] } } | null;
      if (content?.entry.figures.length === figures || i === 50) return content;
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  /** Where the caret stands in a paragraph, told by the words before it, and what is selected. */
  const caret = (page: Page) =>
    page.evaluate(`(() => {
      const selection = getSelection();
      const p = selection.focusNode.parentElement.closest('[data-start]');
      const range = document.createRange();
      range.setStart(p, 0);
      range.setEnd(selection.focusNode, selection.focusOffset);
      return Number(p.dataset.start) + range.toString().length;
    })()`) as Promise<number>;
  /** Selects words of the letter with the keys that go on and back by a sign or a word, from their end. */
  const selectByKeys = async (page: Page, start: number, end: number, on: string, back: string) => {
    await page.locator('.letter-text').focus();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 200 && (await caret(page)) < end; i += 1) await page.keyboard.press(on);
    for (let i = 0; i < 50 && (await caret(page)) > start; i += 1) await page.keyboard.press(`Shift+${back}`);
    expect(await caret(page)).toBe(start);
  };

  beforeAll(async () => {
    await site.post('/v1/rounds', { collection: 'c', round: '2008' });
    const blank = { width: 420, height: 594, channels: 3 as const, background: '#fff' };
    const picture = await sharp({ create: blank }).png().toBuffer();
    for (const [respondent, body] of Object.entries({ ...letters, BR: picture })) {
      const answer = await fetch(
        `${site.url}/v1/rounds/c/2008/replies/${respondent}/documents?received=2008-01-20&name=letter.txt`,
        { method: 'POST', headers: { ...ownerHeaders(), 'content-type': 'application/octet-stream' }, body },
      );
      const { document, token } = (await answer.json()) as { document: string; token: string };
      documents[respondent] = document;
      await fetch(`${site.url}/v1/documents?wait=${token}`);
    }
  }, 60_000);

  it('codes a letter by keys alone, a few for each entry, and every figure has its words', async () => {
    const { page } = site;
    await open(page, 'GH');
    const answer = await get(`/v1/documents/${documents['GH']}/proposals`);
    const [figures, findings] = ['items', 'findings'].map((part) => answer[part]) as unknown as [
      Proposed[],
      Proposed[],
    ];
    const isRight = (one: Proposed) =>
      one.topic === undefined
        ? right.observations.some((r) => r.indicator === one.indicator && r.value === one.value)
        : right.findings.some((r) => r.topic === one.topic && r.detail === one.detail);
    await page.locator('section.proposal').waitFor();
    // Of a number that was taken no other meaning is offered.
    const numberOf = (one: Proposed) =>
      one.topic ?? `${one.reasons.find(({ field }) => field === 'value')!.start} ${one.period}`;
    const numbers = new Set<string>();
    const coded = new Set<string>();
    const decided: Proposed[] = [];
    let [keys, taken] = [0, { figures: 0, findings: 0 }];
    for (const one of [...figures, ...findings].sort((a, b) => b.score - a.score || a.start - b.start)) {
      if (one.topic === undefined && numbers.has(numberOf(one))) continue;
      await page.locator('section.proposal q', { hasText: one.quote.replace(/\s+/gu, ' ') }).waitFor();
      // The same statement twice is one too many: it would be refused.
      const cell = JSON.stringify([
        one.topic,
        one.detail,
        one.indicator,
        one.period,
        one.breakdown,
        one.paragraph,
      ]);
      const isTaken = isRight(one) && !coded.has(cell);
      await page.keyboard.press(isTaken ? 'Enter' : 'x');
      if (isTaken) {
        coded.add(cell);
        taken = {
          figures: taken.figures + (one.topic === undefined ? 1 : 0),
          findings: taken.findings + (one.topic === undefined ? 0 : 1),
        };
        if (one.topic === undefined) numbers.add(numberOf(one));
      }
      decided.push(one);
      keys += 1;
    }
    const all = taken.figures + taken.findings;
    expect([taken.figures > 5, taken.findings > 5]).toEqual([true, true]);
    expect(await page.locator('.coded > li').count()).toBe(all);
    expect(keys / all).toBeLessThanOrEqual(8);
    // Undone and done again by keys, too.
    await page.keyboard.press('u');
    await page.keyboard.press('r');
    await page.locator('h3#preview').waitFor();
    await saved(page);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Stored as version 1').waitFor();
    const { items } = (await get('/v1/observations?collection=c&respondent=GH&limit=100')) as unknown as {
      items: { value: number; evidence?: { quote: string }[] | { quote: string } }[];
    };
    expect(items.length).toBe(taken.figures);
    for (const item of items) expect([item.evidence].flat()[0]?.quote ?? '').not.toBe('');
    expect(await draftOf('GH')).toMatchObject({
      content: null,
      sent: [{ version: 1, taken: all, changed: 0, dismissed: decided.length - all, own: 0 }],
    });
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('keeps a draft, which is no event, when the browser is closed, and shows others who has it open', async () => {
    const { page } = site;
    const position = async () => (await get('/v1/documents'))['position'];
    const before = await position();
    await open(page, 'PE');
    await page.locator('section.proposal').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('e');
    await page.locator('.coded select').first().waitFor();
    const note = page.getByLabel('Value', { exact: true }).or(page.getByLabel('Figure', { exact: true }));
    await note.first().fill('63');
    // Letters that are typed in a field are no commands.
    await note.first().press('x');
    await note.first().fill('63');
    await saved(page);
    const other = await page.context().browser()!.newContext();
    const second = await other.newPage();
    await second.setExtraHTTPHeaders(ownerHeaders());
    await open(second, 'PE');
    await second.locator('.coded', { hasText: '63' }).waitFor();
    await second.locator('.here').waitFor();
    await page.locator('.here').waitFor({ timeout: 8000 });
    await page.close();
    await second
      .locator('.coded')
      .getByRole('button', { name: /✕|Remove/ })
      .first()
      .click();
    expect(await draftWith('PE', 0)).toMatchObject({ entry: { figures: [] } });
    expect(await position()).toBe(before);
    await other.close();
  }, 60_000);

  /** A second person, signed in by a link in a browser of their own. */
  const another = async (id: string) => {
    const reason = 'test';
    await site.post('/v1/people', { id, kind: 'person', name: id, reason });
    const scope = { respondents: 'all', collections: 'all' };
    await site.post(`/v1/people/${id}/grants`, { role: 'desk-officer', scope, reason });
    const { link } = await site.post(`/v1/people/${id}/invitation`, { reason });
    const page = await (await site.page.context().browser()!.newContext()).newPage();
    await page.goto(String(link));
    await page.getByText('You are signed in as').waitFor();
    return page;
  };

  it('asks another person for a second look, and sends what was looked at with both of their names', async () => {
    const { page } = site;
    await open(page, 'KE');
    await page.locator('section.proposal').waitFor();
    await page.keyboard.press('Enter');
    await saved(page);
    await page.getByText('A second look', { exact: true }).click();
    const ask = page.getByRole('button', { name: 'Ask for a second look' });
    await ask.click();
    await page.getByText('another person looks at it').waitFor();
    await page.getByRole('button', { name: 'Ask for it no more' }).click();
    await ask.click();
    await page.getByText('another person looks at it').waitFor();
    await page.locator('h3#preview').waitFor();
    const send = page.getByRole('button', { name: 'Send', exact: true });
    expect(await send.isDisabled()).toBe(true);
    const ben = await another('ben');
    await ben.goto(`${site.url}/?page=workbench&round=c/2008&lang=en`);
    const waiting = ben.locator('main li', { hasText: 'waits for a second look' });
    await waiting.getByRole('link').waitFor();
    // It stands in the list of work, too, and leads to the draft.
    await ben.goto(`${site.url}/?page=inconsistencies&kind=second-look&work=open&lang=en`);
    const listed = ben.locator('table.checks tbody tr');
    await listed.getByText('owner asked for a second look').waitFor();
    await listed.getByText('Open', { exact: true }).waitFor();
    expect(await listed.count()).toBe(1);
    expect(await listed.innerText()).toMatch(/Kenya[^]*Second look asked for[^]*c\/2008[^]*Open/);
    expect(await findBarriers(ben)).toEqual([]);
    await listed.getByRole('link', { name: 'the draft' }).click();
    await ben.getByLabel('Remarks').fill('Rightly read.');
    expect(await ben.getByRole('button', { name: 'Ask for it no more' }).count()).toBe(0);
    await ben.getByRole('button', { name: 'I have looked at it' }).click();
    await ben.getByText('ben has looked at it').waitFor();
    expect(await findBarriers(ben)).toEqual([]);
    await page.getByText('Rightly read.').waitFor({ timeout: 8000 });
    await send.click();
    await page.getByText('Stored as version 1').waitFor();
    const { items } = (await get('/v1/observations?collection=c&respondent=KE')) as unknown as {
      items: { event: number; id: string }[];
    };
    const { findings } = { findings: (await get('/v1/findings?collection=c&respondent=KE')) as never } as {
      findings: { items: { event: number; id: string }[] };
    };
    const one = [...items, ...findings.items][0]!;
    expect(await get(`/v1/events/${one.event}`)).toMatchObject({
      meta: { coders: ['owner'], reviewer: { name: 'desk officer' } },
    });
    await page.goto(`${site.url}/?page=trends&figure=${encodeURIComponent(one.id)}&lang=en`);
    await page.locator('.history').getByText('Second look by: desk officer').waitFor();
    // What was sent is opened again: one of it is taken back by a correction.
    await open(page, 'KE');
    const said = page.locator('.said-now');
    await said
      .getByRole('button', { name: /^Take back/ })
      .first()
      .click();
    await page.locator('.coded > li', { hasText: 'taken back' }).waitFor();
    await page.getByLabel('Reason').fill('Read wrongly.');
    await page.locator('h3#preview').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Stored as version 2').waitFor();
    const current = async () =>
      (await get(`/v1/observations/${encodeURIComponent(one.id)}`))['current'] as [];
    for (let i = 0; i < 50 && (await current()).length > 0; i += 1)
      await new Promise((done) => setTimeout(done, 100));
    expect(await current()).toEqual([]);
    await ben.context().close();
    expect(site.faults).toEqual([]);
  }, 60_000);

  it('lets two people code a letter apart, shows how far they agree, and takes one of both', async () => {
    const { page } = site;
    const eva = await another('eva');
    const apart = `${site.url}${address('FI')}&part=apart`;
    const code = async (by: Page, keys: string) => {
      await by.goto(apart);
      await by.locator('section.proposal').waitFor();
      for (const key of keys) await by.keyboard.press(key === 't' ? 'Enter' : key);
      await saved(by);
    };
    await code(page, 'ttt');
    // Loaded anew, what was done can still be undone and done again.
    await page.reload();
    await page.locator('.coded > li').first().waitFor();
    await page.keyboard.press('u');
    await page.keyboard.press('u');
    await page.keyboard.press('r');
    // Drawn a moment after the key.
    await page.waitForFunction(`document.querySelectorAll('.coded > li').length === 2`);
    await saved(page);
    await page.getByRole('button', { name: 'I am done' }).click();
    await page.getByText('is done').waitFor();
    await code(eva, 't');
    expect(await eva.locator('.coded > li').count()).toBe(1);
    await eva.getByRole('button', { name: 'I am done' }).click();
    await eva.getByText('Krippendorff’s alpha').first().waitFor();
    const verdicts = async (by: Page) => by.locator('td:nth-child(3)').allTextContents();
    expect((await verdicts(eva)).sort()).toEqual(['Agree', 'Only the owner']);
    expect(await findBarriers(eva)).toEqual([]);
    await eva.getByRole('button', { name: 'Take what eva coded' }).click();
    await eva.locator('.letter-text').waitFor();
    await eva.locator('.coded > li').first().waitFor();
    await page.getByText('only the owner').waitFor({ timeout: 8000 });
    await eva.context().close();
    // What is typed is checked at once, and some of it is not yet right.
    expect(site.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  }, 60_000);

  it('makes figures of a pasted table once every question about it is answered', async () => {
    const { page } = site;
    await open(page, 'SE');
    await page.getByText('Paste a table', { exact: true }).click();
    // As Word and Excel put a table on the clipboard.
    const html = `<table><tr><td></td><td>2005</td><td>2006</td></tr><tr><td>Persons arrested</td><td>&lt;5</td>
      <td>-</td></tr><tr><td>Raids</td><td>1.214</td><td></td></tr></table>`;
    await page.locator('.paste textarea').evaluate((area, table) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', table);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
    const problems = page.locator('.paste .problem li');
    expect((await problems.allTextContents()).map((text) => text.split(': ')[1]).sort()).toEqual([
      'Choose what this line counts, or leave it out',
      'Say what this sign means',
      'This may be thousands or a fraction',
    ]);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('What means -').selectOption('none-known');
    await page.getByLabel('Indicator: Raids').selectOption('cases-investigated');
    await page.getByLabel('parts thousands').check();
    await page.getByLabel('in which the table stands').fill('4');
    await page.getByRole('button', { name: 'Take these figures: 3' }).click();
    expect(await draftWith('SE', 3)).toMatchObject({
      entry: {
        figures: [
          {
            indicator: 'persons-arrested',
            period: '2005',
            value: '5',
            qualifier: 'fewer-than',
            asWritten: '<5',
          },
          { indicator: 'persons-arrested', period: '2006', value: '', qualifier: 'none-known' },
          { indicator: 'cases-investigated', period: '2005', value: '1214', qualifier: 'exact' },
        ],
      },
    });
    await page.locator('h3#preview').waitFor();
    expect(site.faults).toEqual([]);
  }, 60_000);

  it.each([
    ['JO', '٣٧ شخصا', '37', '14', 'Control+ArrowLeft', 'Control+ArrowRight'],
    ['CN', '三十六名嫌疑人', '36', '15', 'ArrowRight', 'ArrowLeft'],
  ] as const)(
    'a passage selected by keys is exact in %s',
    async (respondent, quote, value, paragraph, on, back) => {
      const { page } = site;
      await open(page, respondent);
      const { paragraphs } = (await get(`/v1/documents/${documents[respondent]}/text`)) as unknown as {
        paragraphs: { text: string; start: number }[];
      };
      const told = paragraphs.find(({ text }) => text.includes(quote))!;
      const start = told.start + told.text.indexOf(quote);
      await selectByKeys(page, start, start + quote.length, on, back);
      await page.keyboard.press('f');
      await page.locator('.coded select').first().waitFor();
      await saved(page);
      const content = (await draftOf(respondent))['content'] as {
        places: Record<string, { start: number; end: number }>;
        entry: { figures: { value: string; paragraph: string }[] };
      };
      const place = Object.values(content.places)[0]!;
      const inIt = paragraphs.find(
        ({ start, text }) => start <= place.start && place.end <= start + text.length,
      )!;
      expect(inIt.text.slice(place.start - inIt.start, place.end - inIt.start)).toBe(quote);
      expect(content.entry.figures[0]).toMatchObject({ value, paragraph });
      expect(site.faults).toEqual([]);
    },
    60_000,
  );

  it('codes a letter that cannot be read by regions of its page, which are framed wherever their figures are shown', async () => {
    const { page } = site;
    await page.goto(site.url + address('BR'));
    const picture = page.locator('.letter-page');
    await picture.locator('img').waitFor();
    expect(await page.getByRole('button', { name: 'Text', exact: true }).count()).toBe(0);
    // By mouse, from corner to corner; then a percent down and wider by keys.
    const sheet = (await picture.locator('.page-sheet').boundingBox())!;
    const at = (x: number, y: number) => [sheet.x + sheet.width * x, sheet.y + sheet.height * y] as const;
    await page.mouse.move(...at(0.105, 0.205));
    await page.mouse.down();
    await page.mouse.move(...at(0.395, 0.245), { steps: 3 });
    await page.mouse.up();
    await picture.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('Frame: 10 % from the left, 21 % from the top, 31 % wide, 5 % high').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('#figure-1-indicator').selectOption('persons-convicted');
    for (const [field, value] of Object.entries({ period: '2007', value: '61', paragraph: '14' }))
      await page.locator(`#figure-1-${field}`).fill(value);
    await page.keyboard.press('Escape');
    // By keys alone, from the middle of the page, which has the focus again.
    await page.locator('.letter-page:focus').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('g');
    await page.locator('#finding-2-topic').selectOption('shelters');
    await page.locator('#finding-2-paragraph').fill('15');
    await page.keyboard.press('Escape');
    expect(await picture.locator('.coded-region').count()).toBe(2);
    await page.locator('h3#preview').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Stored as version 1').waitFor();
    type Items = { items: { id: string; evidence: object }[] };
    const [figures, findings] = (await Promise.all(
      ['observations', 'findings'].map((what) => get(`/v1/${what}?collection=c&respondent=BR`)),
    )) as unknown as [Items, Items];
    const region = { x: 10, y: 21, width: 31, height: 5 };
    expect(figures.items[0]!.evidence).toMatchObject({ page: 1, quote: null, region });
    expect(findings.items[0]!.evidence).toMatchObject({ region: { x: 35, y: 45, width: 30, height: 10 } });
    await site.open(`/?respondent=BR&collection=c&lang=en&figure=${figures.items[0]!.id}`);
    const passage = page.getByRole('dialog').locator('.passage');
    await passage.getByText('framed on page 1').waitFor();
    await passage.locator('img').evaluate((img: HTMLImageElement) => img.decode());
    const [whole, frame] = await Promise.all(
      ['.page-sheet', '.page-region'].map(async (one) => (await passage.locator(one).boundingBox())!),
    );
    const parts = [(frame!.x - whole!.x) / whole!.width, (frame!.y - whole!.y) / whole!.height];
    const sizes = [frame!.width / whole!.width, frame!.height / whole!.height];
    expect([...parts, ...sizes].map((part) => Math.round(part * 100))).toEqual([10, 21, 31, 5]);
    expect(await findBarriers(page)).toEqual([]);
    // A finding leads to its frame from the page of its State.
    await site.open('/?page=state&respondent=BR&lang=en');
    await page.getByRole('link', { name: 'framed on page 1' }).click();
    await passage.locator('.page-region').waitFor();
    // The side panel of a report shows the same.
    await site.open('/?page=report&round=c/2008&asOf=2008-02-01&lang=en');
    await page.locator('article').getByRole('link', { name: /61/ }).first().click();
    await page.getByRole('complementary').locator('.page-region').waitFor();
    expect(site.faults).toEqual([]);
    // Of a document that was removed there is no picture any more, and the drawer says why.
    const { token } = await site.post(`/v1/documents/${documents['BR']}/removal`, {
      reason: 'it named a victim',
    });
    await fetch(`${site.url}/v1/observations?wait=${token as string}`);
    await site.open(`/?respondent=BR&collection=c&lang=en&figure=${figures.items[0]!.id}`);
    await passage.getByText('it named a victim').waitFor();
    expect(await passage.locator('img').count()).toBe(0);
  }, 60_000);

  it('shows the page of a letter as a picture, with the words of the proposal that is looked at, and remembers which', async () => {
    const { page } = site;
    await open(page, 'DE');
    await page.locator('section.proposal').waitFor();
    await page.getByRole('button', { name: 'Page', exact: true }).click();
    await page.locator('.letter-page').waitFor();
    expect(new URL(page.url()).searchParams.get('leaf')).toBe('1');
    // The other proposal stands on the second page.
    await page.keyboard.press('n');
    await page.waitForURL(/leaf=2/);
    await page.locator('.letter-page .page-mark').first().waitFor();
    const quote = await page.locator('section.proposal q').innerText();
    const mark = (await page.locator('.letter-page .page-mark').first().boundingBox())!;
    const sheet = (await page.locator('.letter-page .page-sheet').boundingBox())!;
    expect(quote).toContain('9');
    // The line is at the top, 50 of 800 points from it.
    expect((mark.y + mark.height / 2 - sheet.y) / sheet.height).toBeCloseTo(50 / 800, 1);
    await page.reload();
    await page.locator('section.proposal').waitFor();
    await page.getByText('page 2', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.locator('.letter-text').waitFor();
    expect(new URL(page.url()).searchParams.get('leaf')).toBeNull();
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('takes a letter, in the language in which its pages are read, and opens it', async () => {
    const { page } = site;
    await site.open('/?page=workbench&round=c/2008&lang=en');
    await page.getByText('Add a letter').click();
    const create = { width: 210, height: 297, channels: 3 as const, background: '#fff' };
    const buffer = await sharp({ create }).png().toBuffer();
    const file = { name: 'lettre.png', mimeType: 'image/png', buffer };
    await page.getByLabel(/^File/).setInputFiles(file);
    await page.getByLabel('Received on').fill('2008-01-21');
    await page.getByLabel('Respondent').selectOption('FR');
    await page.getByLabel(/^Language in which/).selectOption('French');
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await findOverflow(page)).toBeLessThanOrEqual(0);
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const { pathname, search } = new URL((await asked).url());
    expect([pathname, search]).toEqual([
      '/v1/rounds/c/2008/replies/FR/documents',
      '?received=2008-01-21&name=lettre.png&language=fr',
    ]);
    await page.locator('.letter-page').waitFor();
    await page.getByText('lettre.png · France').waitFor();
    expect(site.faults).toEqual([]);
  }, 30_000);

  it('stands one above the other in a narrow window, and is not wider than it', async () => {
    await site.page.setViewportSize({ width: 360, height: 740 });
    await open(site.page, 'JO');
    expect(await findOverflow(site.page)).toBeLessThanOrEqual(0);
    const [letter, coded] = await Promise.all(
      ['.letter-text', '.workbench form'].map(async (one) => (await site.page.locator(one).boundingBox())!),
    );
    expect(letter!.y + letter!.height).toBeLessThanOrEqual(coded!.y + 1);
  }, 30_000);
});
