/** Webhooks of the real command, which is killed again and again: every change is told, in order, and none is lost. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  createTestDatabase,
  openReceiver,
  ownerHeaders,
  startCommand,
  type RunningCommand,
  type TestDatabase,
  type WebhookReceiver,
} from '@rapporteur/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let test: TestDatabase;
let folder: string;
let receiver: WebhookReceiver;
let running: RunningCommand;
let url: string;

async function start(): Promise<void> {
  running = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATABASE_URL: test.url, DATA_DIR: folder, PORT: '0', WEBHOOK_HOSTS: '127.0.0.1' },
  });
  [, url = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
}
async function kill(): Promise<void> {
  running.child.kill('SIGKILL');
  await running.ended;
}

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-webhooks-'));
  receiver = await openReceiver();
  await start();
}, 120_000);
afterAll(async () => {
  await kill();
  await receiver.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: (await response.json()) as { secret: string } };
};
const correct = (respondent: string, version: number) =>
  send(
    `/v1/rounds/ecosoc-2006-27/2008/replies/${respondent}/corrections`,
    {
      receivedOn: '2008-03-03',
      reason: 'counted again',
      observations: {
        changed: [{ indicator: 'persons-prosecuted', period: '2007', value: 100 + version, paragraph: 14 }],
      },
    },
    { 'if-match': `"${version}"` },
  );

it('tells each change at least once and in order of its respondent, however often its process is killed', async () => {
  const made = await send('/v1/webhooks', {
    url: receiver.url,
    respondents: ['SV', 'IS'],
    kinds: ['figure'],
  });
  expect(made.status).toBe(201);
  receiver.secret = made.body.secret;
  await send('/v1/rounds/ecosoc-2006-27/2008/replies', {
    respondent: 'IS',
    receivedOn: '2008-02-11',
    language: 'en',
    observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 4, paragraph: 14 }],
    findings: [],
  });
  // Some answers come late, so that a process is killed between a message and what it notes of it.
  receiver.react = () => (response) => {
    void sleep(Math.random() * 40).then(() => response.writeHead(200).end());
  };
  let [sv, is] = [1, 1];
  for (let round = 0; round < 4; round += 1) {
    for (let i = 0; i < 8; i += 1) {
      const [one, other] = [await correct('SV', sv), await correct('IS', is)];
      expect([one.status < 300, other.status < 300]).toEqual([true, true]);
      sv += 1;
      is += 1;
    }
    await sleep(Math.random() * 300);
    await kill();
    await start();
  }
  const last = await correct('SV', sv);
  expect(last.status < 300).toBe(true);
  const of = (respondent: string) =>
    receiver.heard
      .filter(({ body }) => body.data.respondent === respondent)
      .map(({ body }) => body.data.position as number);
  await receiver.until(() => new Set(of('SV')).size === 33 && new Set(of('IS')).size === 33, 60_000);
  const waiting = async () => {
    const listed = await fetch(`${url}/v1/webhooks`, { headers: ownerHeaders() });
    return ((await listed.json()) as { items: [{ waiting: number }] }).items[0].waiting;
  };
  for (let i = 0; i < 100 && (await waiting()) > 0; i += 1) await sleep(100);
  expect([await waiting(), receiver.forged]).toEqual([0, 0]);
  for (const respondent of ['SV', 'IS']) {
    const heard = of(respondent);
    // A message may come again; the first of each come in order, and none after one that follows it was taken.
    const first = heard.filter((position, i) => heard.indexOf(position) === i);
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  }
}, 240_000);
