/** The real command prints a link that signs in whoever started it; a real browser keeps the cookie to itself. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCommand, type RunningCommand } from '@rapporteur/testing';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const executablePath =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
/** With CI set these tests are not skipped, but fail if the browser is missing. */
const canBrowse = executablePath !== undefined || Boolean(process.env['CI']);
if (!canBrowse)
  process.stderr.write(
    'Signing in by a browser: skipped, no Chromium. Install it (apt-get install chromium) or set CHROMIUM.\n',
  );

let folder: string;
let running: RunningCommand;
let url: string;
let secret: string;
let keyFile: string;

const command = (env: Record<string, string>) =>
  startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATA_DIR: folder, OWNER_KEY_FILE: '', PORT: '0', ...env },
  });
const start = async () => {
  running = command({});
  const [text = '', found = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
  url = found;
  [, secret = ''] = /^ {2}the link +http:\/\/127\.0\.0\.1:\d+\/#sign-in=([A-Za-z0-9_-]{43})$/m.exec(text)!;
  [, keyFile = ''] = /^ {2}for programs +the key in (.+)$/m.exec(text)!;
  expect(text).toContain(`${url}/#sign-in=${secret}`);
};
const stop = async () => {
  running.child.kill('SIGTERM');
  return running.ended;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-sign-in-'));
  // PostgreSQL runs as another user when the tests run as root, and must be able to enter the folder.
  chmodSync(folder, 0o755);
  await start();
}, 90_000);
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const round = (name: string) => ({ collection: 'signed', round: name, cutOff: '2008-01-24' });

describe('npm start', () => {
  it('prints where the key for programs is, which only the one who started it can read', async () => {
    expect(keyFile).toBe(join(folder, 'owner.key'));
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const authorization = `Bearer ${readFileSync(keyFile, 'utf8').trim()}`;
    expect((await post('/v1/rounds', round('by-key'), { authorization })).status).toBe(201);
    expect((await post('/v1/rounds', round('by-nobody'))).status).toBe(401);
  });

  it('prints a link that signs in its owner, once; a start prints another', async () => {
    const begun = await post('/v1/session', { link: secret });
    expect([begun.status, await begun.json()]).toMatchObject([201, { principal: { id: 'owner' } }]);
    const cookie = begun.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await post('/v1/rounds', round('by-link'), { cookie })).status).toBe(201);
    const again = await post('/v1/session', { link: secret });
    expect([again.status, await again.json()]).toMatchObject([403, { because: 'used' }]);
    const before = secret;
    await stop();
    await start();
    expect(secret).not.toBe(before);
    // A session goes on over a start: it is kept in the database.
    expect((await post('/v1/rounds', round('after-a-start'), { cookie })).status).toBe(201);
  }, 60_000);

  it('does not start with an idle time that is none', async () => {
    const wrong = command({ SESSION_IDLE_MINUTES: '0' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('SESSION_IDLE_MINUTES=0 is no number of minutes');
  });
});

(canBrowse ? describe : describe.skip)('a real browser', () => {
  let browser: Browser;
  let page: Page;
  let other: Server;
  let otherPort: number;
  beforeAll(async () => {
    await stop();
    await start();
    other = createServer((_, answer) =>
      answer.setHeader('content-type', 'text/html').end('<p>another site</p>'),
    );
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    otherPort = (other.address() as { port: number }).port;
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP evil.example 127.0.0.1'],
    });
    page = await browser.newPage();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    other?.close();
  });

  const session = () =>
    page.evaluate<{ signedIn: boolean }>("fetch('/v1/session').then((answer) => answer.json())");
  /** As a script of the page that is open does it. Out: the status; 0 where the browser does not show it. */
  const send = (address: string, body: string, type = 'application/json') =>
    page.evaluate<number>(
      `fetch(${JSON.stringify(address)}, { method: 'POST', credentials: 'include', mode: ${JSON.stringify(type === 'application/json' ? 'cors' : 'no-cors')},
         headers: { 'content-type': ${JSON.stringify(type)} }, body: ${JSON.stringify(body)} })
       .then((answer) => answer.status, () => 0)`,
    );
  const openRound = (name: string) => JSON.stringify(round(name));
  const rounds = async () => (await fetch(`${url}/v1/rounds`)).text();

  it('keeps the cookie over plain HTTP on this machine, and shows it to no script', async () => {
    await page.goto(`${url}/`);
    expect(await session()).toMatchObject({ signedIn: false });
    expect(await send('/v1/session', JSON.stringify({ link: secret }))).toBe(201);
    expect(await session()).toMatchObject({ signedIn: true, principal: { id: 'owner' } });
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await send('/v1/rounds', openRound('own-page'))).toBe(201);
  });

  it.each(['127.0.0.1', 'evil.example'])('changes nothing for a page on another port of %s', async (host) => {
    await page.goto(`http://${host}:${otherPort}/`);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
      expect(await send(`${url}/v1/rounds`, openRound('foreign'), type)).toBe(0);
    expect(await send(`${url}/v1/session/end`, '{}', 'text/plain')).toBe(0);
    await page.setContent(
      `<form method="post" enctype="text/plain" action="${url}/v1/rounds">
         <input name='{"collection":"signed","round":"foreign","cutOff":"2008-01-24","x":"' value='"}'></form>`,
    );
    const [answer] = await Promise.all([
      // Not its answer alone: the next step must not meet a page that is still being left.
      page.waitForNavigation({ waitUntil: 'load' }),
      page.evaluate('document.forms[0].submit()'),
    ]);
    expect(answer?.status()).toBe(403);
    expect(await rounds()).not.toContain('foreign');
    await page.goto(`${url}/`);
    expect(await session()).toMatchObject({ signedIn: true });
  });

  it('forgets the cookie when it is signed out', async () => {
    expect(await send('/v1/session/end', '{}')).toBe(204);
    expect(await page.context().cookies()).toEqual([]);
    expect(await session()).toMatchObject({ signedIn: false });
  });
});
