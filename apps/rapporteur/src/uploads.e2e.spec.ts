/**
 * Uploads to the running product: many at once, odd ones, large ones, and some that break off. Other requests
 * are not disturbed.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { verifyTables } from '@rapporteur/projections';
import {
  createTestDatabase,
  sheet,
  startCommand,
  toZip,
  workbook,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let test: TestDatabase;
let database: Database;
let folder: string;
let temporary: string;
let rapporteur: RunningCommand;
let url: string;

async function start(env: Record<string, string>): Promise<{ command: RunningCommand; url: string }> {
  const command = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', DATA_DIR: folder, ...env },
  });
  const [, address] = await command.waitFor(/Rapporteur is at (\S+)/);
  return { command, url: address! };
}

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  temporary = join(folder, 'tmp');
  await mkdir(join(temporary, 'rapporteur-import-left'), { recursive: true });
  const old = new Date(Date.now() - 24 * 3_600_000);
  await utimes(join(temporary, 'rapporteur-import-left'), old, old);
  ({ command: rapporteur, url } = await start({ TMPDIR: temporary }));
}, 120_000);
afterAll(async () => {
  rapporteur.child.kill('SIGTERM');
  expect(await rapporteur.ended).toBe(0);
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
}, 60_000);

const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const line = (code: string, year: number, value: number | string = 7) =>
  `${code},,Persons convicted,Total,Total,Total,Total,${year},${value}`;

async function send(
  query: string,
  body: string | Buffer | FormData,
  headers: Record<string, string> = { 'content-type': 'text/csv' },
  at = url,
) {
  const answer = await fetch(
    `${at}/v1/imports?collection=unodc-glotip&received=2023-05-30&partial=true&${query}`,
    {
      method: 'POST',
      body: body as string,
      headers: { ...ownerHeaders(), 'rapporteur-request': 'test', ...headers },
    },
  );
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as Record<string, never> };
}

const uploads = async () =>
  (await readdir(temporary)).filter((name) => name.startsWith('rapporteur-import-'));
/** Waits until no upload is left: the server notices a broken upload a moment later. */
async function untilNoUploads(): Promise<void> {
  for (let i = 0; i < 500 && (await uploads()).length > 0; i += 1) await sleep(20);
  expect(await uploads()).toEqual([]);
}

const streamsOf = async (round: string) => {
  const { rows } = await poolOf(database).query(
    'SELECT count(*) AS n FROM streams WHERE split_part(stream, $1, 3) = $2',
    ['/', round],
  );
  return rows[0].n as number;
};

it('what an earlier process left is removed at the start', untilNoUploads);

describe('thirty files at once', () => {
  it('are all taken, and readers are answered meanwhile', async () => {
    const codes = ['AUT', 'BOL', 'SLV', 'CHE', 'ALB'];
    const files = Array.from({ length: 30 }, (_, i) =>
      [header, ...codes.map((code) => line(code, 2010 + (i % 10), i))].join('\n'),
    );
    let isThrough = false;
    const reading = (async () => {
      const statuses = new Set<number>();
      while (!isThrough) {
        const answers = await Promise.all(
          ['/v1/rounds', '/v1/trends?respondent=SV&limit=1', '/health/live'].map((path) => fetch(url + path)),
        );
        for (const answer of answers) {
          statuses.add(answer.status);
          await answer.arrayBuffer();
        }
      }
      return [...statuses];
    })();
    const answers = await Promise.all(files.map((file, i) => send(`round=at-once-${i}`, file)));
    isThrough = true;
    expect(answers.map(({ status, body }) => [status, body['stored'], body['rows']])).toEqual(
      files.map(() => [200, 5, 5]),
    );
    expect(await reading).toEqual([200]);
    await untilNoUploads();
  }, 180_000);
  it('are refused beyond those that can wait, and the others are not harmed', async () => {
    const file = [header, line('AUT', 2001)].join('\n');
    const answers = await Promise.all(Array.from({ length: 80 }, () => send('round=many', file)));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(50);
    expect(answers.find(({ status }) => status === 503)!.body).toMatchObject({ type: '/problems/too-busy' });
    await untilNoUploads();
  }, 180_000);
  it('tell that they wait', async () => {
    const file = [header, line('AUT', 2002)].join('\n');
    const ndjson = { 'content-type': 'text/csv', accept: 'application/x-ndjson' };
    const texts = await Promise.all(
      [1, 2, 3].map(async () => {
        const answer = await fetch(
          `${url}/v1/imports?collection=unodc-glotip&received=2023-05-30&partial=true&round=lines`,
          { method: 'POST', body: file, headers: { ...ownerHeaders(), ...ndjson } },
        );
        return answer.text();
      }),
    );
    const lines = texts.map((text) =>
      text
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one) as Record<string, never>),
    );
    expect(lines.map((told) => told.at(-1)!['result'])).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ rows: 1 })),
    );
    expect(lines.flat().filter((told) => told['phase'] === 'waiting')).not.toEqual([]);
  }, 60_000);
});

describe('an upload that breaks off', () => {
  const head = (type: string) =>
    `POST /v1/imports?collection=unodc-glotip&round=broken-off&received=2023-05-30 HTTP/1.1\r\nHost: ${new URL(url).host}\r\nAuthorization: ${ownerHeaders().authorization}\r\nRapporteur-Request: test\r\nContent-Type: ${type}\r\nContent-Length: 1000000\r\n\r\n`;
  it.each([
    ['the file alone', 'text/csv', header],
    [
      'a form',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b',
    ],
  ])('leaves nothing: %s', async (_, type, start) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(head(type) + start);
    while ((await uploads()).length === 0) await sleep(10);
    socket.destroy();
    await untilNoUploads();
    expect(await streamsOf('broken-off')).toBe(0);
  });
});

describe('a name that no event may hold', () => {
  const good = [header, line('AUT', 2003)].join('\n');
  it.each(['a%00b', 'a%1bb', '%e2%80%ae', 'x'.repeat(201)])(
    'in the address (%s) is refused before anything is stored',
    async (name) => {
      expect(await send(`round=named&name=${name}`, good)).toMatchObject({
        status: 400,
        body: { type: '/problems/bad-parameter', problems: [{ pointer: '/name' }] },
      });
      expect(await streamsOf('named')).toBe(0);
    },
  );
  it('of the file in a form is refused, and a long one is cut', async () => {
    const form = (name: string) => {
      const content = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${good}\r\n--x--\r\n`;
      return send('round=named', content, { 'content-type': 'multipart/form-data; boundary=x' });
    };
    expect(await form('a\u0000b')).toMatchObject({ status: 400, body: { type: '/problems/bad-form' } });
    expect(await form('a\u001bb')).toMatchObject({ status: 400 });
    expect(await streamsOf('named')).toBe(0);
    expect(await form(`${'x'.repeat(199)}😀😀`)).toMatchObject({ status: 200 });
    expect(await streamsOf('named')).toBe(2);
  });
});

describe('a file that is made to harm', () => {
  const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
  const headRow = `<row>${header.split(',').map(text).join('')}</row>`;
  const goodRow = `<row>${line('AUT', 2004).split(',').map(text).join('')}</row>`;
  const wide = () =>
    toZip([...workbook(), sheet(headRow + goodRow + '<row><c r="XFD"><v>1</v></c></row>'.repeat(60_000))]);

  it('is answered shortly however many of its rows are refused', async () => {
    const file = wide();
    const {
      status,
      text: answer,
      body,
    } = await send('round=wide', file, {
      'content-type': 'application/octet-stream',
    });
    expect([status, body]).toMatchObject([200, { rows: 60_001, stored: 1, refused: 60_000 }]);
    expect(answer.length).toBeLessThan(100 * file.length + 100_000);
    const list = await fetch(`${url}/v1/imports/${body['file']}/refused?collection=unodc-glotip&round=wide`, {
      headers: ownerHeaders(),
    });
    expect((await list.text()).split('\n')).toHaveLength(60_002);
    await untilNoUploads();
  }, 60_000);
  it('is refused where its rows have no place, with nothing stored', async () => {
    for (const number of ['1.5', '1e400', '-3']) {
      const rows = headRow + goodRow.replace('<row>', `<row r="${number}">`);
      const answer = await send('round=damaged', toZip([...workbook(), sheet(rows)]), {
        'content-type': 'application/octet-stream',
      });
      expect(answer).toMatchObject({ status: 422, body: { type: '/problems/damaged' } });
      expect(answer.body['title']).toContain(number);
    }
    expect(await streamsOf('damaged')).toBe(0);
  });
  it('holds nobody up', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => line('AUT', 1900 + (i % 100), i));
    const large = [header, ...rows, ...Array.from({ length: 200_000 }, (_, i) => `${'x'.repeat(400)}${i}`)];
    let isThrough = false;
    const asking = (async () => {
      let longest = 0;
      while (!isThrough) {
        const asked = performance.now();
        await (await fetch(`${url}/health/live`)).arrayBuffer();
        longest = Math.max(longest, performance.now() - asked);
        await sleep(5);
      }
      return longest;
    })();
    const answer = await send('round=large', large.join('\n'));
    isThrough = true;
    // 250 ms are promised, and held on an idle machine. The machine of a test may do other work as well, so it
    // gets more.
    expect(await asking).toBeLessThan(10_000);
    expect(answer).toMatchObject({ status: 413, body: { type: '/problems/too-large' } });
  }, 120_000);
});

function canMount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', temporary], { stdio: 'pipe' });
    execFileSync('umount', [temporary]);
    return true;
  } catch {
    return Boolean(process.env['CI']);
  }
}

describe('a disk without room for a file', () => {
  it('is answered as such', async () => {
    if (!canMount()) return void process.stderr.write('Nothing can be mounted here: not tested.\n');
    const small = await mkdtemp(join(folder, 'small-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]);
    const { command, url: at } = await start({ TMPDIR: small });
    try {
      const large = `${header}\n${`${line('AUT', 2005)}\n`.repeat(50_000)}`;
      const full = { status: 507, body: { type: '/problems/disk-full' } };
      // Several times on one connection.
      for (let i = 0; i < 3; i += 1)
        expect(await send('round=full', large, { 'content-type': 'text/csv' }, at)).toMatchObject(full);
      const form = new FormData();
      form.append('file', new Blob([large]), 'large.csv');
      expect(await send('round=full', form, {}, at)).toMatchObject(full);
      expect(await readdir(small)).toEqual([]);
      expect(await send('round=full', [header, line('AUT', 2005)].join('\n'), undefined, at)).toMatchObject({
        status: 200,
      });
    } finally {
      command.child.kill('SIGTERM');
      await command.ended;
      execFileSync('umount', ['-l', small]);
    }
  }, 60_000);
});

it('after all that the tables are those of the log', async () => {
  expect((await verifyTables(poolOf(database))).differences).toEqual([]);
});
