/**
 * The real processes can be observed from outside: metrics count one reply at each step, and the log has its
 * position.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createTestDatabase,
  startCommand,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let test: TestDatabase;
let commands: RunningCommand[];
beforeEach(async () => {
  test = await createTestDatabase();
  commands = [];
});
afterEach(async () => {
  for (const { child } of commands) child.kill('SIGTERM');
  await Promise.all(commands.map(({ ended }) => ended));
  await test.drop();
}, 30_000);

/** Starts an app. Out: its address. */
async function start(app: string, env: Record<string, string> = {}) {
  const command = startCommand(process.execPath, [`apps/${app}/dist/main.js`], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', KAFKA_BROKERS: '', LOG_LEVEL: '', ...env },
  });
  commands.push(command);
  const [, url = ''] = await command.waitFor(/(?:\w+ is at|Rapporteur is at) (http\S+)/);
  return { url, command };
}

async function scrape(url: string): Promise<Record<string, number>> {
  const response = await fetch(`${url}/metrics`, { headers: ownerHeaders() });
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

async function send(url: string): Promise<void> {
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

type Shown = Readonly<Record<string, number>>;

/** Scrapes until the metrics satisfy a condition. Errors: they did not within 10 s. */
async function waitFor(url: string, satisfies: (shown: Shown) => boolean): Promise<Shown> {
  for (let i = 0; i < 200; i += 1) {
    const shown = await scrape(url);
    if (satisfies(shown)) return shown;
    await sleep(50);
  }
  throw new Error(`not within 10 s: ${satisfies}`);
}

const linesOf = (command: RunningCommand) =>
  command
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the services alone', () => {
  it('show each its part of two events on their way, and the same figures of the database', async () => {
    const ingest = await start('ingest', { LOG_LEVEL: 'debug' });
    const aggregator = await start('aggregator', { LOG_LEVEL: 'debug' });
    const api = await start('api');
    await send(ingest.url);
    const applied = await waitFor(
      aggregator.url,
      (shown) => shown['rapporteur_batch_size_sum{step="apply"}'] === 2,
    );
    const taken = await scrape(ingest.url);
    expect(taken).toMatchObject({
      rapporteur_append_seconds_count: 2,
      'rapporteur_batch_size_sum{step="append"}': 2,
      'rapporteur_batch_size_sum{step="sequence"}': 2,
    });
    for (const shown of [applied, taken, await scrape(api.url)])
      expect(shown).toMatchObject({
        rapporteur_database_up: 1,
        rapporteur_log_position: 2,
        rapporteur_sequencer_backlog_events: 0,
        'rapporteur_projection_lag_events{projection="tables"}': 0,
      });
    expect(taken).not.toHaveProperty('rapporteur_dead_letters');
    expect(applied).toHaveProperty('rapporteur_dead_letters', 0);
    const last = (command: RunningCommand, message: string) =>
      linesOf(command).findLast((line) => line['message'] === message);
    expect(last(ingest.command, 'sequenced')).toMatchObject({
      service: 'ingest',
      level: 'debug',
      position: 2,
    });
    expect(last(ingest.command, 'committed')).toMatchObject({ appends: 1 });
    expect(last(aggregator.command, 'applied')).toMatchObject({ service: 'aggregator', position: 2 });
    expect(linesOf(api.command)).toEqual([]);
  }, 60_000);
});

describe('the composed process', () => {
  it('shows all of it in one place, and logs nothing while all is well', async () => {
    const { url, command } = await start('rapporteur');
    const { rapporteur_log_position: loaded = 0 } = await scrape(url);
    const events = loaded + 2;
    await send(url);
    // What is read from the database is read before what is counted, and may be from before the last batch.
    const shown = await waitFor(
      url,
      (now) =>
        now['rapporteur_batch_size_sum{step="apply"}'] === events &&
        now['rapporteur_projection_lag_events{projection="tables"}'] === 0,
    );
    expect(loaded).toBeGreaterThan(24);
    expect(shown).toMatchObject({
      rapporteur_append_seconds_count: events,
      rapporteur_log_position: events,
      'rapporteur_batch_size_sum{step="sequence"}': events,
      rapporteur_dead_letters: 0,
    });
    expect(linesOf(command)).toEqual([]);
  }, 60_000);
});
