/** Shared by the tests of the page: the real command with the round of 2008, a real Chromium, axe. */
import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';
import { startCommand, type RunningCommand, ownerHeaders } from '@rapporteur/testing';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const executablePath =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** With CI set these tests are not skipped, but fail if the browser is missing. */
const canRun = executablePath !== undefined || Boolean(process.env['CI']);

/** A Rapporteur for the test file, and a new page for each test. */
export interface Site {
  readonly url: string;
  readonly page: Page;
  /** The errors of the page's scripts since the test began. */
  readonly faults: readonly string[];
  /** What a person who has no key opens: `npm start` printed it when the site was started last. */
  readonly link: string;
  /** Goes to an address of the page: `/?page=round&lang=en`. */
  open(address: string): Promise<void>;
  start(port?: string): Promise<void>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Posts to the API as another client would. Errors: any answer but 200 and 201. */
  post(path: string, body: object, headers?: Record<string, string>): Promise<Record<string, unknown>>;
}

export interface SiteOptions {
  /** Further environment variables of the command, beside DATA_DIR and PORT. */
  readonly env?: () => Promise<Record<string, string>>;
  readonly locale?: string;
  /** Whether it starts without the round of 2008, as separate services do. */
  readonly isEmpty?: boolean;
  /** Whether pages show no key, as a person's browser does: then nobody is signed in until a link is opened. */
  readonly isSignedOut?: boolean;
  /** Further options of Chromium. */
  readonly browserArgs?: readonly string[];
  /** A server that runs already, and a key for it: none is started. */
  readonly at?: { readonly url: string; readonly key: string | undefined };
}

/** Describes tests of the page. They are skipped, with a message, where there is no Chromium. */
export function describePage(name: string, tests: (site: Site) => void, options: SiteOptions = {}): void {
  if (!canRun)
    process.stderr.write(
      `${name}: skipped, no Chromium. Install it (apt-get install chromium) or set CHROMIUM.\n`,
    );
  (canRun ? describe : describe.skip)(name, () => {
    const site = makeSite(options);
    beforeAll(() => site.begin(), 90_000);
    afterAll(() => site.end(), 30_000);
    beforeEach(() => site.newPage());
    afterEach(() => site.page.context().close());
    tests(site);
  });
}

/** Does the same as `npm start`, but does not load the round into the empty store. */
const startEmpty = `
  const { startRapporteur } = await import('./apps/rapporteur/dist/start-rapporteur.js');
  const rapporteur = await startRapporteur(process.env, () => undefined);
  process.on('SIGTERM', () => void rapporteur.close().then(() => process.exit(0)));
  console.log('Rapporteur is at ' + rapporteur.url + '\\nCtrl-C stops it');
`;

/** The headers of a page: the key of the server that is started, or of the one that runs, if there is one. */
const headersAt = (at: SiteOptions['at']): Record<string, string> => {
  if (!at) return ownerHeaders();
  return at.key === undefined ? {} : { authorization: `Bearer ${at.key}` };
};

function makeSite({
  env,
  locale = 'en-GB',
  isEmpty = false,
  isSignedOut = false,
  browserArgs = [],
  at,
}: SiteOptions) {
  let folder: string;
  let running: RunningCommand;
  let browser: Browser;
  const site = {
    url: '',
    link: '',
    page: undefined as unknown as Page,
    faults: [] as string[],
    async begin() {
      folder = mkdtempSync(join(tmpdir(), 'rapporteur-page-'));
      const args = ['--no-sandbox', '--disable-dev-shm-usage', ...browserArgs];
      browser = await chromium.launch({ executablePath, args });
      if (at) site.url = at.url.replace(/\/$/, '');
      else await site.start();
    },
    async end() {
      await browser?.close();
      if (at) return;
      await site.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    async newPage() {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale });
      site.page = await context.newPage();
      if (!isSignedOut) await site.page.setExtraHTTPHeaders(headersAt(at));
      site.faults = [];
      site.page.on('pageerror', (error) => site.faults.push(error.message));
      site.page.on('console', (message) => message.type() === 'error' && site.faults.push(message.text()));
    },
    async open(address: string) {
      await site.page.goto(site.url + address);
    },
    async start(port = '0') {
      running = startCommand(
        process.execPath,
        isEmpty ? ['--input-type=module', '-e', startEmpty] : ['apps/rapporteur/dist/main.js'],
        {
          cwd: root,
          env: { DATA_DIR: folder, ...(await env?.()), PORT: port },
        },
      );
      const [text, url = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
      site.url = url;
      site.link = /\S+#sign-in=\S+/.exec(text)?.[0] ?? '';
    },
    async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
      running.child.kill(signal);
      await running.ended;
    },
    async post(path: string, body: object, headers: Record<string, string> = {}) {
      const response = await fetch(site.url + path, {
        method: 'POST',
        headers: { ...ownerHeaders(), 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
      return JSON.parse(text) as Record<string, unknown>;
    },
  };
  return site;
}

/** The violations of WCAG 2.1 A and AA that axe finds, as rule and element. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as { violations: { id: string; nodes: { target: string[] }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Unfolds what is seldom changed in the view of trends. */
export const openOptions = (page: Page): Promise<void> => page.locator('details.options > summary').click();

/** By how many pixels the page is wider than its window, once it has been drawn in a window that was made narrower. */
export const findOverflow = (page: Page): Promise<number> =>
  page.evaluate(
    `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      .then(() => document.documentElement.scrollWidth - innerWidth)`,
  );

/** What of the built page's own JavaScript a reader loads at most who drafts no report, sends no replies, codes no letters,
 * imports nothing, opens no round and manages neither access nor webhooks, compressed (bytes): of the words of other languages one. */
export function measureScripts(): number {
  const folder = join(root, 'apps/dashboard/dist/page/assets');
  const scripts = readdirSync(folder).filter(
    (name) => name.endsWith('.js.gz') && !/^([a-z]+-view|access|open-round)-/.test(name),
  );
  const sizeOf = (name: string) => readFileSync(join(folder, name)).length;
  const isPack = (name: string) => /^(ar|es|fr|ru|zh)-/.test(name);
  const [packs, others] = [scripts.filter(isPack), scripts.filter((name) => !isPack(name))];
  if (packs.length === 0 || others.length === 0) throw new Error('the page is not built as it was expected');
  return others.reduce((sum, name) => sum + sizeOf(name), Math.max(...packs.map(sizeOf)));
}
