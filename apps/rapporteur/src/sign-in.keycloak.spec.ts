/**
 * Signing in at a real Keycloak, as docker-compose.yml starts it, in a real browser; and a machine with its access token. In the
 * long form only (FULL=1): fetching and starting Keycloak takes minutes; the short one has signing in at a provider of the tests' own.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canHaveKeycloak,
  createTestDatabase,
  findFreePorts,
  keycloakVersion,
  startCommand,
  startKeycloak,
  type Keycloak,
  type RunningCommand,
  type TestDatabase,
} from '@rapporteur/testing';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const compose = parse(await readFile(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, { image: string; command: string[]; environment: Record<string, string> }>;
};
const sample = compose.services['keycloak']!;
const secrets = {
  RAPPORTEUR_CLIENT_SECRET: 'secret of the tests',
  RAPPORTEUR_MACHINE_SECRET: 'secret of a machine',
  RAPPORTEUR_SAMPLE_PASSWORD: 'a sample password',
  KC_BOOTSTRAP_ADMIN_PASSWORD: 'an admin password',
};

const executablePath =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const isLong = process.env['FULL'] === '1';
const hasBrowser = executablePath !== undefined || Boolean(process.env['CI']);
if (isLong && !hasBrowser)
  process.stderr.write('Tests of signing in are skipped, no Chromium: apt-get install chromium.\n');
const canRun = isLong && hasBrowser && (await canHaveKeycloak());

it('the sample of docker-compose.yml is the Keycloak that is tested', () => {
  expect(sample.image.endsWith(`:${keycloakVersion}`)).toBe(true);
});

(canRun ? describe : describe.skip)('with a real Keycloak', () => {
  let keycloak: Keycloak;
  let database: TestDatabase;
  let client: pg.Client;
  let folder: string;
  let url: string;
  let rapporteur: RunningCommand;
  let browser: Browser;
  let ownerKey: string;

  beforeAll(async () => {
    const [port] = await findFreePorts(1);
    // The browser takes the cookies of this name over plain HTTP, as of a machine's own.
    url = `http://localhost:${port}`;
    keycloak = await startKeycloak({
      realmFile: join(root, 'ops/keycloak/rapporteur-realm.json'),
      realm: 'rapporteur',
      command: sample.command,
      env: { ...sample.environment, ...secrets, RAPPORTEUR_URL: url },
    });
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-sign-in-'));
    rapporteur = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
      cwd: root,
      env: {
        ...{
          DATA_DIR: folder,
          OWNER_KEY_FILE: '',
          DATABASE_URL: database.url,
          PORT: String(port),
          PUBLIC_URL: url,
        },
        ...{ OIDC_ISSUER: keycloak.issuer, OIDC_CLIENT_ID: 'rapporteur' },
        OIDC_CLIENT_SECRET: secrets.RAPPORTEUR_CLIENT_SECRET,
      },
    });
    await rapporteur.waitFor(/Ctrl-C stops it/);
    ownerKey = (await readFile(join(folder, 'owner.key'), 'utf8')).trim();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    rapporteur?.child.kill('SIGTERM');
    await rapporteur?.ended;
    await client?.end();
    await keycloak?.stop();
    await database?.drop();
    if (folder) await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** Opens a browser of its own, and signs in there. */
  async function signIn(
    username: string,
    returnTo = '/?page=round',
  ): Promise<{ context: BrowserContext; page: Page; callback: string }> {
    const context = await browser.newContext();
    const page = await context.newPage();
    let callback = '';
    page.on('request', (request) => {
      if (request.url().startsWith(`${url}/v1/sign-in/callback`)) callback = request.url();
    });
    await page.goto(`${url}/v1/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    await page.fill('#username', username);
    await page.fill('#password', secrets.RAPPORTEUR_SAMPLE_PASSWORD);
    await page.click('#kc-login');
    await page.waitForURL((at) => at.origin === url && at.pathname === '/');
    return { context, page, callback };
  }
  interface Answer {
    status: number;
    body: Record<string, unknown>;
  }
  /** Asks as a script of the page does. */
  const askIn = (page: Page, path: string, body?: object): Promise<Answer> =>
    page.evaluate(
      async ([at, text]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(at!, text === undefined ? {} : { method: 'POST', headers, body: text });
        const told = await answer.text();
        return { status: answer.status, body: told ? JSON.parse(told) : {} };
      },
      [path, body && JSON.stringify(body)] as const,
    );
  const round = async (name: string, collection = 'ecosoc-2006-27') => ({
    ...JSON.parse(await readFile(join(root, 'data/ecosoc-2006-27/2008/round.json'), 'utf8')),
    ...{ round: name, collection },
  });
  /** The particulars of the event that opened a round. */
  const readMeta = async (name: string) => {
    const { rows } = await client.query<{ meta: Record<string, unknown> }>(
      `SELECT meta FROM pending WHERE data ->> 'round' = $1 UNION ALL SELECT meta FROM log WHERE data ->> 'round' = $1`,
      [name],
    );
    return rows[0]?.meta;
  };
  const post = async (authorization: string, body: object): Promise<Answer> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1/rounds`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const getToken = async (realm: string, parameters: Record<string, string>) => {
    const answer = await fetch(`${keycloak.url}/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };

  it('a desk officer signs in, records, and signs out', async () => {
    const { page, context } = await signIn('dina');
    expect(page.url()).toBe(`${url}/?page=round`);
    expect(await askIn(page, '/v1/session')).toMatchObject({
      body: {
        signedIn: true,
        signedInBy: 'oidc',
        principal: { name: 'Dina Desk', kind: 'person' },
        grants: [{ role: 'desk-officer' }],
      },
    });
    expect((await askIn(page, '/v1/rounds', await round('2031'))).status).toBe(201);
    expect(await readMeta('2031')).toMatchObject({
      signedInBy: 'oidc',
      principal: expect.stringMatching(/^oidc:127\.0\.0\.1:\d+:[\da-f-]{36}$/),
    });
    expect((await askIn(page, '/v1/session/end', {})).status).toBe(204);
    expect((await askIn(page, '/v1/session')).body).toEqual({ signedIn: false, ways: ['link', 'oidc'] });
    expect((await askIn(page, '/v1/rounds', await round('2032'))).status).toBe(401);
    await context.close();
  }, 60_000);

  it('who has no role there signs in and may do nothing, and nobody reaches beyond their scope', async () => {
    const nobody = await signIn('nobody', '/');
    expect(await askIn(nobody.page, '/v1/rounds', await round('2033'))).toMatchObject({ status: 403 });
    const fidel = await signIn('fidel', '/');
    const { body } = await askIn(fidel.page, '/v1/session');
    expect(body['grants']).toMatchObject([
      { role: 'focal-point', scope: { respondents: ['SV'], collections: ['ecosoc-2006-27'] } },
    ]);
    expect((await askIn(fidel.page, '/v1/rounds', await round('2033'))).status).toBe(403);
    await nobody.context.close();
    await fidel.context.close();
  }, 60_000);

  it('an address that somebody came back by signs nobody in again, there or in another browser', async () => {
    const { context, callback } = await signIn('dina', '/');
    expect(callback).toContain('code=');
    const other = await browser.newContext();
    for (const one of [context, other]) {
      const answer = await one.request.get(callback, { maxRedirects: 0 });
      expect([answer.status(), await answer.json()]).toMatchObject([
        400,
        { type: '/problems/sign-in-unknown' },
      ]);
    }
    await context.close();
    await other.close();
  }, 60_000);

  it('a machine records with the access token of its own account, within its scope', async () => {
    const token = await getToken('rapporteur', {
      ...{ grant_type: 'client_credentials', client_id: 'nightly-import' },
      client_secret: secrets.RAPPORTEUR_MACHINE_SECRET,
    });
    expect(await post(`Bearer ${token}`, await round('2034'))).toMatchObject({ status: 201 });
    expect(await readMeta('2034')).toMatchObject({ signedInBy: 'token' });
    expect(await post(`Bearer ${token}`, await round('2034', 'unodc-glotip'))).toMatchObject({
      status: 403,
      body: { type: '/problems/out-of-scope' },
    });
    const [head, , signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['desk-officer'] })).toString('base64url');
    expect((await post(`Bearer ${head}.${changed}.${signature}`, await round('2035'))).status).toBe(401);
    // Made by the same Keycloak, for its own administration: another issuer and audience.
    const foreign = await getToken('master', {
      ...{ grant_type: 'password', client_id: 'admin-cli', username: 'admin' },
      password: secrets.KC_BOOTSTRAP_ADMIN_PASSWORD,
    });
    expect((await post(`Bearer ${foreign}`, await round('2035'))).status).toBe(401);
  }, 60_000);

  it('a role that was taken back there is gone with the next sign-in', async () => {
    const authorization = `Bearer ${await getToken('master', {
      ...{ grant_type: 'password', client_id: 'admin-cli', username: 'admin' },
      password: secrets.KC_BOOTSTRAP_ADMIN_PASSWORD,
    })}`;
    const admin = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${keycloak.url}/admin/realms/rapporteur/${path}`, { ...init, headers });
      const text = await answer.text();
      return (text ? JSON.parse(text) : undefined) as T;
    };
    const [dina] = await admin<{ id: string }[]>('users?username=dina');
    const [own] = await admin<{ id: string }[]>('clients?clientId=rapporteur');
    const mapping = `users/${dina!.id}/role-mappings/clients/${own!.id}`;
    const held = await admin<object[]>(mapping);
    await admin(mapping, { method: 'DELETE', body: JSON.stringify(held) });
    const { page, context } = await signIn('dina', '/');
    expect((await askIn(page, '/v1/session')).body).toMatchObject({ signedIn: true, grants: [] });
    await context.close();
  }, 60_000);

  it('while Keycloak is away nobody signs in there, and keys and sessions go on', async () => {
    const { page, context } = await signIn('ada', '/');
    await keycloak.stop();
    const other = await browser.newContext();
    const left = await other.request.get(`${url}/v1/sign-in`, { maxRedirects: 0 });
    const state = new URL(left.headers()['location']!).searchParams.get('state')!;
    const query = new URLSearchParams({ code: 'c', state, iss: keycloak.issuer }).toString();
    const back = await other.request.get(`${url}/v1/sign-in/callback?${query}`, { maxRedirects: 0 });
    expect([back.status(), await back.json()]).toMatchObject([503, { type: '/problems/provider-away' }]);
    expect((await askIn(page, '/v1/session')).body).toMatchObject({ signedIn: true });
    expect((await post(`Bearer ${ownerKey}`, await round('2036'))).status).toBe(201);
    await other.close();
    await context.close();
  }, 60_000);
});
