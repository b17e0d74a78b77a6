/** A next version of an event type can be stored in every way, and every way of reading gives both versions. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  canHaveBroker,
  createTestDatabase,
  startBroker,
  startCommand,
  type Broker,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const canRun = await canHaveBroker();

/**
 * A release in which `ReplySubmitted` has a third version with one more member. The upcaster turns Spanish of
 * version 2 into French, so that every place shows whether an event has passed through the upcaster.
 */
const domain = pathToFileURL(`${root}/libs/domain/dist/events/events.js`).href;
const zod = pathToFileURL(`${root}/node_modules/zod/index.js`).href;
const nextRelease = `data:text/javascript,${encodeURIComponent(`
  import { eventVersions, replySubmittedSchema } from '${domain}';
  import { z } from '${zod}';
  eventVersions.ReplySubmitted = [
    ...eventVersions.ReplySubmitted.slice(0, -1),
    { schema: replySubmittedSchema, toNext: (data) => ({ ...data, language: data.language === 'es' ? 'fr' : data.language }) },
    { schema: replySubmittedSchema.extend({ channel: z.string().optional() }) },
  ];
`)}`;

let broker: Broker;
let test: TestDatabase;
let database: pg.Client;
let commands: RunningCommand[];
let topic: Record<string, string>;

beforeEach(async () => {
  if (!canRun) return;
  broker = await startBroker({ brokers: 1 });
  test = await createTestDatabase();
  database = new pg.Client(test.url);
  await database.connect();
  commands = [];
  topic = {
    KAFKA_BROKERS: broker.addresses,
    KAFKA_TOPIC: `t-${randomUUID()}`,
    KAFKA_GROUP: `g-${randomUUID()}`,
  };
}, 120_000);
afterEach(async () => {
  if (!canRun) return;
  await stop(commands);
  await database.end();
  await test.drop();
  await broker.stop();
}, 60_000);

/** Starts a command of this release, or of the next one. */
function start(
  file: string,
  isNext: boolean,
  env: Record<string, string> = {},
  ...args: string[]
): RunningCommand {
  const release = isNext ? ['--import', nextRelease] : [];
  const command = startCommand(process.execPath, [...release, `apps/${file}`, ...args], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', ...env },
  });
  commands.push(command);
  return command;
}

const addressOf = async (command: RunningCommand): Promise<string> =>
  (await command.waitFor(/ is at (http\S+)/))[1]!;

async function stop(running: readonly RunningCommand[]): Promise<void> {
  for (const { child } of running) child.kill('SIGTERM');
  await Promise.all(running.map(({ ended }) => ended));
}

async function post(url: string, path: string, body: object): Promise<number> {
  const answer = await fetch(`${url}/v1/rounds${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json' },
  });
  return answer.status;
}

const reply = (respondent: string, language: string) => ({
  respondent,
  language,
  receivedOn: '2008-01-20',
  observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }],
});

/** The schema version that each reply is stored in. */
async function storedVersions(): Promise<Record<string, number>> {
  const { rows } = await database.query<{ key: string; v: number }>(
    `SELECT key, schema_version AS v FROM log WHERE type = 'ReplySubmitted'
     UNION ALL SELECT key, schema_version FROM pending WHERE type = 'ReplySubmitted'`,
  );
  return Object.fromEntries(rows.map(({ key, v }) => [key, v]));
}

/** Waits until a round lists so many languages. Out: the languages by respondent. */
async function languagesOf(url: string, count: number): Promise<Record<string, string>> {
  for (let i = 0; ; i += 1) {
    const answer = await fetch(`${url}/v1/rounds/c/2008`);
    const { respondents = [] } = (await answer.json()) as {
      respondents?: { respondent: { code: string }; language: string }[];
    };
    if (respondents.length === count || i === 400)
      return Object.fromEntries(respondents.map(({ respondent, language }) => [respondent.code, language]));
    await sleep(50);
  }
}

(canRun ? describe : describe.skip)('the next version of an event type', () => {
  it('is stored by HTTP and import, and is read with the one before by Kafka, decisions, rebuild and verify', async () => {
    const old = start('ingest/dist/main.js', false, topic);
    const oldUrl = await addressOf(old);
    expect(await post(oldUrl, '', { collection: 'c', round: '2008' })).toBe(201);
    expect(await post(oldUrl, '/c/2008/replies', reply('SV', 'es'))).toBe(201);
    await stop([old]);

    const [ingest, , api] = ['ingest', 'aggregator', 'api'].map((app) =>
      start(`${app}/dist/main.js`, true, topic),
    );
    const [url, apiUrl] = [await addressOf(ingest!), await addressOf(api!)];
    expect(await post(url, '/c/2008/replies', reply('GR', 'es'))).toBe(201);
    const form = new FormData();
    const rows =
      'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE\nBEL,,Persons convicted,Total,Total,Total,Total,2019,7\n';
    form.set('file', new Blob([rows]), 'one.csv');
    const imported = await fetch(`${url}/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30`, {
      method: 'POST',
      body: form,
      headers: { ...ownerHeaders(), 'rapporteur-request': 'test' },
    });
    expect([imported.status, await storedVersions()]).toEqual([200, { SV: 2, GR: 3, BE: 3 }]);

    // The stored reply now reads as French: sending it in Spanish is another reply, and sending it in French is
    // the same again.
    expect(await post(url, '/c/2008/replies', reply('SV', 'es'))).toBe(409);
    expect(await post(url, '/c/2008/replies', reply('SV', 'fr'))).toBe(200);
    expect(await languagesOf(apiUrl, 2)).toEqual({ SV: 'fr', GR: 'es' });

    const rebuild = start('rapporteur/dist/main.js', true, {}, 'rebuild');
    expect([await rebuild.ended, rebuild.output()]).toEqual([
      0,
      expect.stringContaining(': 0 rows differed.'),
    ]);
    const verify = start('rapporteur/dist/main.js', true, {}, 'verify');
    expect([await verify.ended, verify.output()]).toEqual([0, expect.any(String)]);
    expect(await languagesOf(apiUrl, 2)).toEqual({ SV: 'fr', GR: 'es' });
  }, 180_000);

  it('is what a first load stores', async () => {
    await addressOf(start('rapporteur/dist/main.js', true));
    const versions = Object.values(await storedVersions());
    expect(versions).toEqual(versions.map(() => 3));
    expect(versions.length).toBeGreaterThan(20);
  }, 60_000);
});
