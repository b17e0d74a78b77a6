/**
 * Ingest and aggregator on a broker with TLS and SASL, set up by the documented variables; a wrong variable is
 * named.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canHaveBroker,
  createTestDatabase,
  makeAuthority,
  startBroker,
  startCommand,
  type Authority,
  type Broker,
  type Certificate,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const canRun = await canHaveBroker();

let folder: string;
let authority: Authority;
let stranger: Authority;
let secured: Broker;
let commands: RunningCommand[] = [];
let databases: TestDatabase[] = [];

type Env = Readonly<Record<string, string>>;

/** Starts the apps on a database and a topic of their own. Out: their addresses. */
async function start(apps: readonly string[], env: Env): Promise<{ url: string; command: RunningCommand }[]> {
  const database = await createTestDatabase();
  databases.push(database);
  const shared = {
    DATABASE_URL: database.url,
    PORT: '0',
    KAFKA_TOPIC: `t-${randomUUID()}`,
    KAFKA_GROUP: `g-${randomUUID()}`,
    ...env,
  };
  const started = apps.map((app) =>
    startCommand(process.execPath, [`apps/${app}/dist/main.js`], { cwd: root, env: shared }),
  );
  commands.push(...started);
  return Promise.all(
    started.map(async (command) => ({ url: (await command.waitFor(/ is at (http\S+)/))[1]!, command })),
  );
}

async function sendReply(url: string): Promise<void> {
  const post = (path: string, body: object) =>
    fetch(`${url}/v1/rounds${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { ...ownerHeaders(), 'content-type': 'application/json' },
    });
  expect((await post('', { collection: 'c', round: '2008', cutOff: '2008-01-24' })).status).toBe(201);
  const observations = [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }];
  const reply = { respondent: 'SV', receivedOn: '2008-01-20', observations };
  expect((await post('/c/2008/replies', reply)).status).toBe(201);
}

const user = { KAFKA_SASL_USERNAME: 'rapporteur', KAFKA_SASL_PASSWORD: 'r-secret/+x' };
const access = (mechanism: string): Env => ({
  KAFKA_BROKERS: secured.addresses,
  KAFKA_SSL_CA: authority.certificate,
  KAFKA_SASL_MECHANISM: mechanism,
  ...user,
});

/** Checks that a reply goes through the relay and the topic into the tables. */
async function expectWay(env: Env): Promise<void> {
  const [ingest, aggregator] = await start(['ingest', 'aggregator'], env);
  await sendReply(ingest!.url);
  const applied = async () =>
    /rapporteur_batch_size_sum\{step="apply"\} 2$/m.test(
      await (await fetch(`${aggregator!.url}/metrics`, { headers: ownerHeaders() })).text(),
    );
  for (let i = 0; i < 400 && !(await applied()); i += 1) await sleep(50);
  expect(await applied()).toBe(true);
  expect((await fetch(`${aggregator!.url}/health/ready`)).status).toBe(200);
}

(canRun ? describe : describe.skip)('a broker with TLS and SASL', () => {
  let certificate: Certificate;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-tls-'));
    authority = await makeAuthority(folder, 'authority');
    stranger = await makeAuthority(folder, 'stranger');
    certificate = await authority.sign('broker');
    secured = await startBroker({
      brokers: 1,
      security: {
        keyAndCertificate: certificate.both,
        authority: authority.certificate,
        clientCertificates: false,
        users: { admin: 'a-secret', rapporteur: user.KAFKA_SASL_PASSWORD },
      },
    });
  }, 180_000);
  afterEach(async () => {
    for (const { child } of commands) child.kill('SIGKILL');
    await Promise.all(commands.map(({ ended }) => ended));
    await Promise.all(databases.map((database) => database.drop()));
    [commands, databases] = [[], []];
  });
  afterAll(async () => {
    await secured?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['scram-sha-512', 'plain'])(
    'lets relay and aggregator in by %s',
    (mechanism) => expectWay(access(mechanism)),
    90_000,
  );

  it('that is given a wrong password is told of in log and readiness, and ingest works on', async () => {
    const said = /check KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD/;
    const env = { ...access('scram-sha-512'), KAFKA_SASL_PASSWORD: 'guess' };
    const [ingest, aggregator] = await start(['ingest', 'aggregator'], env);
    await sendReply(ingest!.url);
    await Promise.all([ingest!, aggregator!].map(({ command }) => command.waitFor(said)));
    const ready = await fetch(`${aggregator!.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(((await ready.json()) as { reasons: string[] }).reasons.join()).toMatch(said);
    for (const { command } of [ingest!, aggregator!]) {
      const line = command
        .output()
        .split('\n')
        .find((text) => said.test(text))!;
      expect(JSON.parse(line)).toMatchObject({ level: 'error' });
      expect(command.output()).not.toContain('guess');
      command.child.kill('SIGTERM');
      expect(await command.ended).toBe(0);
    }
  }, 90_000);

  it('says of each variable that is wrong which it is', async () => {
    const { KAFKA_BROKERS } = access('plain');
    const cases: [Env, RegExp][] = [
      [
        { ...access('plain'), KAFKA_SASL_PASSWORD: 'guess' },
        /check KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD/,
      ],
      [{ ...access('plain'), KAFKA_SSL_CA: stranger.certificate }, /KAFKA_SSL_CA must name the file/],
      [{ ...access('plain'), KAFKA_SSL_CA: '', KAFKA_SSL: 'true' }, /KAFKA_SSL_CA must name the file/],
      [{ ...access('plain'), KAFKA_SSL_CA: '' }, /may want TLS: set KAFKA_SSL or KAFKA_SSL_CA/],
      [{ KAFKA_BROKERS: KAFKA_BROKERS!, KAFKA_SSL_CA: authority.certificate }, /set KAFKA_SASL_MECHANISM/],
    ];
    const started = await Promise.all(cases.map(([env]) => start(['ingest'], env)));
    await Promise.all(started.map(([ingest], i) => ingest!.command.waitFor(cases[i]![1])));
  }, 90_000);

  it('that asks for a certificate of ours too lets in who has one, and says what is missing to who has not', async () => {
    const both = await startBroker({
      brokers: 1,
      security: {
        keyAndCertificate: certificate.both,
        authority: authority.certificate,
        clientCertificates: true,
        users: { rapporteur: user.KAFKA_SASL_PASSWORD },
      },
    });
    try {
      const env = { ...access('scram-sha-256'), KAFKA_BROKERS: both.addresses };
      const [ingest] = await start(['ingest'], env);
      await ingest!.command.waitFor(/set KAFKA_SSL_CERT and KAFKA_SSL_KEY/);
      const { key, certificate: own } = await authority.sign('rapporteur');
      await expectWay({ ...env, KAFKA_SSL_CERT: own, KAFKA_SSL_KEY: key });
    } finally {
      await both.stop();
    }
  }, 120_000);
});

(canRun ? describe : describe.skip)('a broker without TLS', () => {
  it('that is come to with TLS, or with a name, is told of with the variable to look at', async () => {
    const open = await startBroker({ brokers: 1 });
    const ssl = { KAFKA_BROKERS: open.addresses, KAFKA_SSL: 'true' };
    const sasl = { KAFKA_BROKERS: open.addresses, KAFKA_SASL_MECHANISM: 'plain', ...user };
    try {
      const [withSsl] = await start(['ingest'], ssl);
      const [withSasl] = await start(['ingest'], sasl);
      await withSsl!.command.waitFor(/does not speak TLS: take another, or take KAFKA_SSL/);
      await withSasl!.command.waitFor(/take KAFKA_SASL_MECHANISM out/);
    } finally {
      for (const { child } of commands) child.kill('SIGKILL');
      await Promise.all(commands.map(({ ended }) => ended));
      await Promise.all(databases.map((database) => database.drop()));
      await open.stop();
    }
  }, 120_000);
});
