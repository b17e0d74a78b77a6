/** The page in a real Chromium, from the real command with the 2008 round. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startCommand, type RunningCommand } from '@rapporteur/testing';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const builtAssets = join(root, 'apps/dashboard/dist/page/assets');
const executablePath =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** With CI set these tests may not be skipped: they then fail on the missing browser. */
const canRun = executablePath !== undefined || Boolean(process.env['CI']);
if (!canRun)
  process.stderr.write(
    'Tests of the page are skipped: no Chromium. Install it (apt-get install chromium) or set CHROMIUM.\n',
  );

let folder: string;
let running: RunningCommand;
let url: string;
let browser: Browser;
let page: Page;
let faults: string[];

const start = async (port = '0') => {
  running = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATA_DIR: folder, PORT: port },
  });
  [, url = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
};
const stop = async () => {
  running.child.kill('SIGTERM');
  await running.ended;
};

const open = async (address: string) => {
  await page.goto(url + address);
};
const salvador = '/?respondent=SV&lang=en';
/** The row of a series in the table of a panel, as its cells' texts. */
const cellsOf = (panel: string, series: string) =>
  page.locator(`[data-panel="${panel}"] tbody tr`, { hasText: series }).locator('td').allInnerTexts();
const markOf = (name: string) => page.locator(`.chart a[aria-label="${name}"]`);

/** What axe finds wrong by WCAG 2.1 A and AA, as rule and element. */
async function findBarriers(): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as { violations: { id: string; nodes: { target: string[] }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const describeInBrowser = canRun ? describe : describe.skip;

describeInBrowser('the page', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-page-'));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    await start();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  });
  afterEach(async () => {
    await page.close();
  });

  it('shows the figures of El Salvador in the table and in the chart', async () => {
    await open(salvador);
    await markOf('Persons prosecuted, 2007: 6').waitFor();
    expect(await cellsOf('SV~ecosoc-2006-27~case', 'Cases investigated')).toEqual([
      '32',
      '67',
      '39',
      'none given: 3 yearly figures, 5 are needed',
    ]);
    expect((await cellsOf('SV~ecosoc-2006-27~person', 'Persons arrested')).slice(0, 3)).toEqual([
      '53',
      '56',
      '30',
    ]);
    expect((await cellsOf('SV~ecosoc-2006-27~person', 'Persons prosecuted')).slice(0, 3)).toEqual([
      '18',
      '37',
      '6',
    ]);
    for (const [year, value] of Object.entries({ 2005: 18, 2006: 37, 2007: 6 }))
      expect(await markOf(`Persons prosecuted, ${year}: ${value}`).count()).toBe(1);
    expect(await page.locator('.citation').innerText()).toContain('position 27');
    expect(faults).toEqual([]);
  });

  it('leads from a number to its paragraph, history and event, and back', async () => {
    await open(salvador);
    await page.locator('td a', { hasText: /^6$/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('ReplySubmitted').waitFor();
    const facts = await drawer.locator('dl').first().innerText();
    expect(facts).toMatch(/Paragraph\s+14/);
    expect(facts).toMatch(/Received\s+2008-01-24 or before/);
    expect(await drawer.locator('.history').innerText()).toContain('nothing → 6');
    expect(page.url()).toContain('figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.waitForURL((address) => !address.searchParams.has('figure'));
  });

  it('leads from a mark of the chart to the same place, by keyboard alone', async () => {
    await open(salvador);
    await markOf('Persons prosecuted, 2007: 6').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('ReplySubmitted').waitFor();
    expect(page.url()).toContain('figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007');
  });

  it('keeps the choice in the address, and goes back and forward through it', async () => {
    await open(salvador);
    await page.locator('summary', { hasText: 'Respondents' }).click();
    await page.getByRole('checkbox', { name: 'Greece' }).check();
    await page.locator('[data-panel^="GR~"]').first().waitFor();
    await page.waitForURL((address) => address.searchParams.get('respondent') === 'SV,GR');
    await page.goBack();
    await page.locator('[data-panel^="GR~"]').first().waitFor({ state: 'detached' });
    await page.waitForURL((address) => address.searchParams.get('respondent') === 'SV');
    await page.goForward();
    await page.locator('[data-panel^="GR~"]').first().waitFor();
  });

  it('speaks Chinese throughout, and names respondents in the language asked for', async () => {
    await open('/?respondent=SV&lang=zh');
    await page.locator('h2', { hasText: '萨尔瓦多' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh');
    // The four exceptions: the product's name, a collection's code, a format's name, "API"; letters of series.
    const text = (await page.locator('body').innerText()).replace(
      /Rapporteur|ecosoc-2006-27|CSV|SVG|API/g,
      '',
    );
    expect(text.match(/[A-Za-z]{2,}/g)?.filter((word) => !languageNames.includes(word)) ?? []).toEqual([]);
    await open('/?respondent=SV&lang=ar');
    await page.locator('h2', { hasText: 'السلفادور' }).first().waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const xOf = async (year: number, value: number) =>
      (await page.locator(`.chart a[aria-label*="${year}: ${value}"]`).first().boundingBox())!.x;
    expect(await xOf(2005, 32)).toBeLessThan(await xOf(2007, 39));
  });

  it.each([
    ['trends', salvador],
    ['a figure', `${salvador}&figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007`],
    ['a round', '/?page=round&lang=en'],
    ['findings', '/?page=findings&topic=shelters&lang=en'],
    ['inconsistencies', '/?page=inconsistencies&lang=en'],
    ['trends in Arabic', '/?respondent=SV&lang=ar'],
  ])(
    'has no barrier that axe finds, light and dark, wide and narrow: %s',
    async (_, address) => {
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [360, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await open(address);
        await page.locator('main table, main ul.states').first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await findBarriers()).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        );
      }
    },
    60_000,
  );

  it('shows the round as respondents and themes, and the list of States of a finding to copy', async () => {
    await open('/?page=round&lang=en');
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(25);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/?page=findings&topic=shelters&lang=en');
    await page.getByRole('button', { name: /^Copy the list/ }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Belarus, Bulgaria, /);
  });

  it('saves the table as CSV and the chart as SVG that stands alone', async () => {
    await open(salvador);
    await markOf('Persons prosecuted, 2007: 6').waitFor();
    const save = async (name: string) => {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFileSync(await (await saving).path(), 'utf8');
    };
    expect(await save('Download CSV')).toMatch(/SV,El Salvador,persons-prosecuted.*,2007,6,exact/);
    const chart = await save('Download SVG: El Salvador, persons');
    expect(chart).toContain('<svg');
    expect(chart).not.toContain('var(--');
  });

  it('says what to do where nothing matches and where nothing had been received', async () => {
    await open(`${salvador}&indicator=persons-convicted`);
    await page.getByText('No figures match this choice').waitFor();
    await open(`${salvador}&asOf=2007-11-12`);
    await page.getByText('No figures match this choice').waitFor();
    await open('/?respondent=XX&lang=en');
    await page.getByText('Start from an empty choice').click();
    await page.locator('.panel').first().waitFor();
  });

  it('is under 200 kB of JavaScript, compressed, and from no other host', async () => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).protocol + new URL(request.url()).host));
    await open(salvador);
    await page.waitForLoadState('networkidle');
    expect([...hosts].filter((host) => !host.startsWith('data:'))).toEqual([`http:${new URL(url).host}`]);
    const scripts = readdirSync(builtAssets).filter((name) => name.endsWith('.js.gz'));
    const bytes = scripts.map((name) => readFileSync(join(builtAssets, name)).length);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(200_000);
  });

  it('says that the server is away, and goes on when it is back', async () => {
    await open(salvador);
    await page.locator('.panel').first().waitFor();
    const { port } = new URL(url);
    await stop();
    await page.getByRole('link', { name: 'Inconsistencies' }).click();
    await page.getByText('The server does not answer').waitFor();
    await start(port);
    await page.locator('tbody tr').first().waitFor({ timeout: 10_000 });
    expect(await page.getByText('The server does not answer').count()).toBe(0);
  }, 60_000);
});

const languageNames = ['English', 'Espa', 'Fran', 'ol', 'ais'];
