/**
 * SIGKILL of ingest between storing, giving a position and answering: each acknowledged reply is stored once,
 * and no reply twice.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readLog } from '@rapporteur/event-store';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
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
let source: Database;
let commands: RunningCommand[];
beforeEach(async () => {
  test = await createTestDatabase();
  source = await openDatabase({ url: test.url });
  commands = [];
});
afterEach(async () => {
  for (const { child } of commands) child.kill('SIGKILL');
  await Promise.all(commands.map(({ ended }) => ended));
  await source.destroy();
  await test.drop();
});

/** Starts ingest, which pauses where `env` says. Out: its address. */
async function start(env: Record<string, string> = {}) {
  const pauser = `${root}libs/testing/dist/faults/pause-at-query.js`;
  const command = startCommand(process.execPath, ['--import', pauser, 'apps/ingest/dist/main.js'], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', KAFKA_BROKERS: '', ...env },
  });
  commands.push(command);
  return { command, url: (await command.waitFor(/ingest is at (http\S+)/))[1]! };
}

async function kill({ child, ended }: RunningCommand): Promise<void> {
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

const send = (url: string, path: string, key: string, body: object) =>
  fetch(`${url}/v1/rounds${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json', 'idempotency-key': key },
  });
const openRound = (url: string) => send(url, '', 'round', { collection: 'c', round: '2008' });
const reply = {
  respondent: 'SV',
  receivedOn: '2008-01-20',
  observations: [{ indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 }],
};
const sendReply = (url: string) => send(url, '/c/2008/replies', 'reply', reply);

/** All positions with their streams, as soon as there are `count` of them. */
async function logged(count: number): Promise<[number, string][]> {
  const read = async () =>
    (await readLog(poolOf(source), 0, 100)).map((e) => [e.position, e.stream] as [number, string]);
  for (let i = 0; i < 200 && (await read()).length < count; i += 1) await sleep(50);
  // If an event were stored twice, the second one would come in this time.
  await sleep(300);
  return read();
}

/** A body whose second piece is sent when `goOn` has come to its end. */
async function* inTwoPieces(first: string, goOn: () => Promise<unknown>, second: string) {
  yield Buffer.from(first);
  await goOn();
  yield Buffer.from(second);
}

const both: [number, string][] = [
  [1, 'round/c/2008'],
  [2, 'reply/c/2008/SV'],
];

describe('ingest that is killed', () => {
  it.each(['PAUSE_BEFORE', 'PAUSE_AFTER'])(
    'at the append (%s) has stored a reply wholly or not at all, and takes it once when it is sent again',
    async (when) => {
      const paused = await start({ [when]: '^append-events', PAUSE_NTH: '2' });
      expect((await openRound(paused.url)).status).toBe(201);
      const unanswered = sendReply(paused.url).then(
        () => 'answered',
        () => 'cut',
      );
      await paused.command.waitFor(/paused/);
      await kill(paused.command);
      expect(await unanswered).toBe('cut');
      const { rows } = await poolOf(source).query("SELECT version FROM streams WHERE stream LIKE 'reply/%'");
      expect(rows).toEqual(when === 'PAUSE_AFTER' ? [{ version: 1 }] : []);
      const next = await start();
      const again = await sendReply(next.url);
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([
        201,
        when === 'PAUSE_AFTER' ? 'true' : null,
      ]);
      expect(await logged(2)).toEqual(both);
    },
    60_000,
  );

  it.each([
    ['PAUSE_BEFORE', '2'],
    ['PAUSE_AFTER', '2'],
    ['PAUSE_AFTER', '3'],
  ])(
    'at an append of many lines (%s, its %s.) has each line once when they are sent again with their key',
    async (when, nth) => {
      const respondents = ['SV', 'IS', 'RO', 'DK', 'MU', 'CU', 'LV', 'QA'];
      const [first, ...others] = respondents.map(
        (respondent) => `${JSON.stringify({ ...reply, respondent })}\n`,
      );
      const sendLines = (url: string, whenToGoOn: () => Promise<unknown>) =>
        fetch(`${url}/v1/rounds/c/2008/replies`, {
          ...{ method: 'POST', body: inTwoPieces(first!, whenToGoOn, others.join('')), duplex: 'half' },
          headers: {
            ...ownerHeaders(),
            'content-type': 'application/x-ndjson',
            'idempotency-key': 'lines',
          },
        }).then((answer) => answer.text());
      const paused = await start({ [when]: '^append-events', PAUSE_NTH: nth });
      expect((await openRound(paused.url)).status).toBe(201);
      // An append of the first line alone, then one of the others: which pause comes is not left to chance.
      const cut = sendLines(paused.url, () => logged(2)).then(
        (text) => text.includes('summary'),
        () => false,
      );
      await paused.command.waitFor(/paused/);
      await kill(paused.command);
      expect(await cut).toBe(false);
      const next = await start();
      const lines = (await sendLines(next.url, () => Promise.resolve())).trim().split('\n');
      const told = lines.map((line) => JSON.parse(line) as { status?: number; summary?: object });
      expect(told.slice(0, -1).map(({ status }) => status)).toEqual(respondents.map(() => 201));
      expect(told.at(-1)).toMatchObject({ summary: { lines: 8, recorded: 8, complete: true } });
      const found = await logged(9);
      expect(found.map(([, stream]) => stream).sort()).toEqual(
        ['round/c/2008', ...respondents.map((one) => `reply/c/2008/${one}`)].sort(),
      );
    },
    60_000,
  );

  it.each([
    ['PAUSE_BEFORE', 'move-pending'],
    ['PAUSE_AFTER', 'move-pending'],
    ['PAUSE_AFTER', 'UPDATE sequencer SET epoch'],
  ])(
    'as the sequencer (%s %s) leaves dense positions, each event with one, to the next',
    async (when, statement) => {
      const first = await start();
      expect((await openRound(first.url)).status).toBe(201);
      expect((await sendReply(first.url)).status).toBe(201);
      await logged(2);
      await kill(first.command);
      await poolOf(source).query(
        `WITH e AS (SELECT gen_random_uuid() AS id, 'poison/' || i AS stream FROM generate_series(1, 3) i)
         INSERT INTO pending (id, stream, version, type, schema_version, key, partition, data, meta)
         SELECT id, stream, 1, 'T', 1, 'k', 0, '{}', '{}' FROM e`,
      );
      const paused = await start({ [when]: statement });
      await paused.command.waitFor(/paused/);
      const standby = await start();
      await kill(paused.command);
      expect((await openRound(standby.url)).status).toBe(201);
      const found = await logged(5);
      expect(found.slice(0, 2)).toEqual(both);
      expect(found.map(([position]) => position)).toEqual([1, 2, 3, 4, 5]);
      expect(found.slice(2).map(([, stream]) => stream)).toEqual(['poison/1', 'poison/2', 'poison/3']);
    },
    60_000,
  );
});
