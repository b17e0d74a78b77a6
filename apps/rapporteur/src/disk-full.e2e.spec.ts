/**
 * A disk that is really full: writes are refused with `disk-full`, reads go on, no acknowledged reply is lost,
 * and writes go on once there is room.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedServer } from '@rapporteur/postgres';
import {
  canMountDisk,
  createTestDatabase,
  mountSmallDisk,
  startCommand,
  type RunningCommand,
  type SmallDisk,
  ownerHeaders,
} from '@rapporteur/testing';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let disk: SmallDisk;
const commands: RunningCommand[] = [];
const cleanups: (() => Promise<unknown>)[] = [];

const start = (app: string, env: Record<string, string>) => {
  const command = startCommand(process.execPath, [`apps/${app}/dist/main.js`], {
    cwd: root,
    env: { PORT: '0', KAFKA_BROKERS: '', ...env },
  });
  commands.push(command);
  return command;
};
const post = async (url: string, path: string, body: object) => {
  const answer = await fetch(`${url}/v1/rounds${path}`, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { type } = (await answer.json()) as { type?: string };
  return { status: answer.status, type };
};
const openRound = (url: string, round: number) => post(url, '', { collection: 'c', round: `r${round}` });
const reply = (url: string, round: number, respondent: string, note?: string) =>
  post(url, `/c/r${round}/replies`, {
    respondent,
    receivedOn: '2008-01-20',
    observations: [
      { indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14, ...(note && { note }) },
    ],
  });
/** The codes of all areas that may reply, some 250. */
const readCodes = async (url: string) => {
  const answer = await fetch(`${url}/v1/respondents?limit=1000`);
  const { items } = (await answer.json()) as { items: { code: string }[] };
  return items.map(({ code }) => code);
};
/** Sends replies, 20 at once. Out: how many were answered 201. */
async function sendReplies(
  url: string,
  rounds: readonly number[],
  codes: readonly string[],
): Promise<number> {
  let stored = 0;
  for (const round of rounds) {
    expect((await openRound(url, round)).status).toBe(201);
    const left = [...codes];
    const sendNext = async () => {
      for (let code = left.pop(); code !== undefined; code = left.pop())
        if ((await reply(url, round, code)).status === 201) stored += 1;
    };
    await Promise.all(Array.from({ length: 20 }, sendNext));
  }
  return stored;
}
const countReplies = async (url: string) => {
  const answer = await fetch(`${url}/v1/rounds?limit=1000`);
  const { items } = (await answer.json()) as { items: { collection: string; counts: { replies: number } }[] };
  return items
    .filter(({ collection }) => collection === 'c')
    .reduce((n, { counts }) => n + counts.replies, 0);
};
const until = async (isSo: () => Promise<boolean>) => {
  for (let i = 0; i < 600; i += 1) {
    if (await isSo().catch(() => false)) return;
    await sleep(100);
  }
  throw new Error('it did not come to be so within a minute');
};

(canMountDisk() ? describe : describe.skip)('on a disk of 200 MB', () => {
  beforeEach(() => {
    disk = mountSmallDisk(200);
  });
  afterEach(async () => {
    for (const { child } of commands) child.kill('SIGTERM');
    await Promise.all(commands.splice(0).map(({ ended }) => ended));
    for (const cleanup of cleanups.splice(0)) await cleanup();
    disk.close();
  }, 90_000);

  it('npm start refuses replies with 507 and reads on; killed there, PostgreSQL comes back with room, and 2,000 replies are there', async () => {
    const data = join(disk.path, 'data');
    const command = start('rapporteur', { DATA_DIR: data });
    const [, url = ''] = await command.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
    const codes = (await readCodes(url)).slice(0, 200);
    expect(codes).toHaveLength(200);
    expect(await sendReplies(url, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], codes)).toBe(2000);

    disk.fill(20);
    await command.waitFor(
      /The disk of DATA_DIR \(\S+\) is full \(\d+ MB free\): free some space; nothing that was answered is lost/,
    );
    expect(await openRound(url, 10)).toEqual({ status: 507, type: '/problems/disk-full' });
    expect(await reply(url, 0, codes[0]!)).not.toMatchObject({ status: 201 });
    await until(async () => (await countReplies(url)) === 2000);
    expect((await fetch(`${url}/v1/trends?respondent=SV`)).status).toBe(200);

    disk.fill(0);
    process.kill(
      Number(
        readFileSync(join(realpathSync(join(data, 'postgres')), 'postmaster.pid'), 'utf8').split('\n')[0],
      ),
      'SIGKILL',
    );
    await command.waitFor(/PostgreSQL starts again once there is room/);
    disk.free();
    await command.waitFor(/PostgreSQL is back after/);
    await command.waitFor(/The disk of DATA_DIR \(\S+\) has (some )?room again/);
    await until(async () => (await openRound(url, 10)).status === 201);
    expect(await countReplies(url)).toBe(2000);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  }, 300_000);

  it('the services apart refuse with 507 what PostgreSQL has no room for, wait, and go on without a dead letter', async () => {
    let server: EmbeddedServer = await startEmbeddedPostgres({ dataDir: join(disk.path, 'data') });
    cleanups.push(() => server.stop());
    const addressOf = async (app: string) => {
      const command = start(app, { DATABASE_URL: server.url, LOG_LEVEL: 'warn' });
      return (await command.waitFor(/\w is at (http\S+)/))[1]!;
    };
    const [ingest, aggregator] = [await addressOf('ingest'), await addressOf('aggregator')];
    const api = await addressOf('api');
    const codes = await readCodes(api);
    let stored = await sendReplies(ingest, [0, 1], codes.slice(0, 100));
    expect(stored).toBe(200);

    disk.fill(0);
    const answers = new Set<string>();
    for (const [i, code] of codes.slice(100).entries()) {
      const { status, type } = await reply(ingest, 0, code, 'n'.repeat(2000));
      if (status === 201) stored += 1;
      else answers.add(`${status} ${type}`);
      if (i > 100 && answers.size > 0) break;
    }
    expect([...answers]).toContain('507 /problems/disk-full');
    await sleep(3000);
    const lines = commands.map((command) =>
      command
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    );
    expect(lines.map((own) => own.length)).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(Math.max(...lines.map((own) => own.length))).toBeLessThan(5);

    disk.free();
    if (!(await server.isRunning()))
      server = await startEmbeddedPostgres({ dataDir: join(disk.path, 'data') });
    await until(async () => (await reply(ingest, 1, codes.at(-1)!)).status === 201);
    await until(async () => (await countReplies(api)) >= stored + 1);
    expect((await fetch(`${aggregator}/health/ready`)).status).toBe(200);
    expect((await fetch(`${api}/health/ready`)).status).toBe(200);
  }, 300_000);

  it('an upload that the temporary folder has no room for is answered 507, and leaves nothing there', async () => {
    const database = await createTestDatabase();
    cleanups.push(() => database.drop());
    disk.fill(1);
    const command = start('ingest', { DATABASE_URL: database.url, TMPDIR: disk.path });
    const url = (await command.waitFor(/ingest is at (http\S+)/))[1]!;
    const before = readdirSync(disk.path);
    const file = 'a'.repeat(2 * 1024 * 1024);
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    for (const [type, body] of [
      ['text/csv', file],
      ['multipart/form-data; boundary=x', `${head}${file}\r\n--x--\r\n`],
    ] as const) {
      const answer = await fetch(`${url}/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30`, {
        method: 'POST',
        headers: { ...ownerHeaders(), 'content-type': type, 'rapporteur-request': '1' },
        body,
      });
      expect([answer.status, await answer.json()]).toMatchObject([507, { type: '/problems/disk-full' }]);
      expect(readdirSync(disk.path)).toEqual(before);
    }
  }, 120_000);
});
