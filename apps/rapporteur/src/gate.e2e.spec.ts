/** The real command under unusual requests: raw bytes, other hosts, slow requests, many at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askRaw,
  connectRaw,
  openStream,
  startCommand,
  type RawAnswer,
  type RawConnection,
  type RunningCommand,
  ownerHeaders,
} from '@rapporteur/testing';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const replies = '/v1/rounds/ecosoc-2006-27/2008/replies';
const imports = '/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30';
const reply = {
  respondent: 'France',
  receivedOn: '2008-03-01',
  observations: [{ indicator: 'persons-convicted', period: '2007', value: 12, paragraph: 3 }],
};

let running: RunningCommand;
let url: string;
let port: number;
let sample: string;
let folder: string;
/** The temporary folder that uploads are saved in. */
let uploads: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-gate-'));
  uploads = join(folder, 'uploads');
  await mkdir(uploads);
  running = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: {
      DATA_DIR: join(folder, 'data'),
      TMPDIR: uploads,
      PORT: '0',
      ALLOWED_HOSTS: 'figures.internal',
    },
  });
  [, url = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
  port = Number(new URL(url).port);
  sample = await readFile(join(root, 'data/samples/unodc-glotip-sample.csv'), 'latin1');
}, 90_000);
afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  await rm(folder, { recursive: true });
}, 30_000);

type Headers = Readonly<Record<string, string | number>>;
/** What the gate lets through goes on to the door, and is let in there. */
const owner = () => ({ Authorization: ownerHeaders().authorization });
const json = { 'Content-Type': 'application/json' };
const toRequest = (start: string, headers: Headers, body = '') => {
  const all = { Host: `127.0.0.1:${port}`, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`${start} HTTP/1.1`, ...lines, '', body].join('\r\n'), 'latin1');
};
const ask = (start: string, headers: Headers = {}) =>
  askRaw(port, toRequest(start, { ...owner(), ...headers }));
const post = (path: string, body: string, headers: Headers = json) =>
  askRaw(port, toRequest(`POST ${path}`, { 'Content-Length': body.length, ...owner(), ...headers }, body));
const codeOf = ({ body }: RawAnswer) => (JSON.parse(body) as { type: string }).type.replace('/problems/', '');

const boundary = 'form';
const toForm = (file: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${file}\r\n--${boundary}--\r\n`;
const asForm = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };

/** The position of the last event. */
const readPosition = async () => Number((await ask('GET /v1/rounds')).headers['rapporteur-position']);

/** Deleted files that the server still has open: their space on the disk is not freed. */
async function findLostFiles(): Promise<string[]> {
  const open = `/proc/${running.child.pid}/fd`;
  if (!existsSync(open)) return [];
  const paths = (await readdir(open)).map((fd) => readlink(join(open, fd)).catch(() => ''));
  return (await Promise.all(paths)).filter((path) => path.startsWith(uploads));
}
/** Resolves when no upload has left a file. Errors: after 20 s there still is one. */
async function nothingIsLeft(): Promise<void> {
  const find = async () => [...(await readdir(uploads)), ...(await findLostFiles())];
  for (let i = 0; i < 200 && (await find()).length > 0; i += 1) await sleep(100);
  expect(await find()).toEqual([]);
}

describe('a page of somebody else', () => {
  it.each<[string, number, Headers]>([
    ['unknown-host', 421, { ...asForm, Host: 'evil.example', Origin: 'http://evil.example' }],
    ['foreign-origin', 403, { ...asForm, Origin: 'http://evil.example' }],
    ['foreign-origin', 403, { ...asForm, 'Sec-Fetch-Site': 'cross-site' }],
    ['needs-header', 403, asForm],
    ['needs-header', 403, { 'Content-Type': 'text/plain;charset=UTF-8' }],
    ['needs-header', 403, {}],
  ])('cannot import by a form: %s', async (code, status, headers) => {
    const before = await readPosition();
    for (const path of [imports, '/v1/rounds', replies]) {
      const answer = await post(path, toForm(sample), headers);
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    }
    expect(await readPosition()).toEqual(before);
    await nothingIsLeft();
  });

  it.each([
    '/',
    '/v1/rounds',
    '/docs',
    '/openapi.json',
    '/health/live',
    '/health/ready',
    '/metrics',
    '/v1/events/stream',
  ])('cannot read %s by a name of its own', async (path) => {
    expect((await ask(`GET ${path}`, { Host: 'localhost' })).status).toBe(200);
    const answer = await ask(`GET ${path}`, { Host: `evil.example:${port}` });
    expect([answer.status, codeOf(answer)]).toEqual([421, 'unknown-host']);
  });
});

it('a file is taken as a form by whoever can add a header, and alone without one', async () => {
  const answer = await post(imports, toForm(sample), { ...asForm, 'Rapporteur-Request': '1' });
  expect(JSON.parse(answer.body)).toMatchObject({ rows: 12, stored: 9 });
  const again = await post(imports, sample, { 'Content-Type': 'text/csv', Host: 'figures.internal' });
  expect(JSON.parse(again.body)).toMatchObject({ stored: 0, repeated: 9 });
  await nothingIsLeft();
});

describe('every address', () => {
  it('says which methods it takes', async () => {
    const { paths } = JSON.parse((await ask('GET /openapi.json')).body) as {
      paths: Record<string, Record<string, unknown>>;
    };
    expect(Object.keys(paths).length).toBeGreaterThan(20);
    for (const [path, methods] of Object.entries(paths)) {
      const address = path.replaceAll(/\{\w+\}/g, '1');
      // Pages of other origins ask SDMX by OPTIONS whether they may read.
      const options = path.startsWith('/sdmx') ? [] : ['OPTIONS'];
      for (const other of ['PUT', 'PATCH', 'DELETE', ...options, ...('post' in methods ? [] : ['POST'])]) {
        const answer = await ask(`${other} ${address}?a=b`);
        expect([other, address, answer.status, codeOf(answer)]).toEqual([
          other,
          address,
          405,
          'method-not-allowed',
        ]);
        const allowed = answer.headers['allow']!.split(', ').map((one) => one.toLowerCase());
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(methods)));
      }
    }
  });

  it('says what a browser may do with its answer', async () => {
    const page = await ask('GET /');
    const [, asset] = /src="(\/assets\/[^"]+)"/.exec(page.body)!;
    const etag = (await ask('GET /v1/rounds')).headers['etag']!;
    const answers = {
      page,
      asset: await ask(`GET ${asset}`),
      docs: await ask('GET /docs'),
      json: await ask('GET /v1/rounds'),
      unchanged: await ask('GET /v1/rounds', { 'If-None-Match': etag }),
      sheet: await ask('GET /v1/rounds?format=xlsx'),
      file: await ask('GET /v1/package?collection=ecosoc-2006-27&respondent=SV'),
      report: await ask('GET /v1/rounds/ecosoc-2006-27/2008/report?format=html'),
      stream: await ask('GET /v1/events/stream'),
      live: await ask('GET /health/live'),
      metrics: await ask('GET /metrics'),
      problem: await ask('GET /v1/trends?respondent=nobody'),
      nothing: await ask('GET /v1/nothing'),
      command: await post(`${replies}?dryRun=true`, JSON.stringify(reply)),
      refused: await post(replies, '{}'),
    };
    const statuses = Object.values(answers).map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 200, 304, 200, 200, 200, 200, 200, 200, 400, 404, 200, 422]);
    for (const [name, { headers }] of Object.entries(answers)) {
      expect([name, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
        name,
        'nosniff',
        'same-origin',
      ]);
      const policy = headers['content-security-policy'];
      expect([name, policy]).toEqual([name, expect.stringContaining("frame-ancestors 'none'")]);
      const isOwn = name === 'page' || name === 'asset';
      expect([name, policy!.includes("default-src 'none'")]).toEqual([name, !isOwn]);
      expect([name, policy!.includes('unsafe')]).toEqual([name, isOwn]);
      const isOurs = isOwn || name === 'docs';
      expect([name, headers['cross-origin-resource-policy']]).toEqual([
        name,
        isOurs ? 'same-origin' : undefined,
      ]);
    }
  });

  it('names no host that it was asked by', async () => {
    const paths = ['observations', 'trends', 'rounds'].flatMap((table) => [
      `/v1/${table}`,
      `/v1/${table}?format=json-stat&limit=1`,
    ]);
    // The target is an absolute URL, as in a request to a proxy.
    const absolute = 'http://some-name.localhost/v1/observations?format=json-stat';
    for (const path of [...paths, absolute, '/v1/package', '/v1/nothing', '/docs', '/', '/health/ready']) {
      const answer = await ask(`GET ${path}`, { Host: 'some-name.localhost' });
      expect([path, JSON.stringify(answer).includes('some-name')]).toEqual([path, false]);
    }
  });
});

describe('through which request something came', () => {
  it('is kept in any script, and refused where it is no text', async () => {
    const asSent = (text: string) => Buffer.from(text).toString('latin1');
    const submit = (headers: Headers) => post(replies, JSON.stringify(reply), { ...json, ...headers });
    for (const [name, value] of [
      ['X-Correlation-Id', 'Zo\xeb'],
      ['X-Correlation-Id', 'a\tb'],
      ['X-Request-Id', asSent('a\u0085b')],
    ] as const) {
      const answer = await submit({ [name]: value });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-header']);
      expect(answer.body).toContain(name);
    }
    const names = { 'X-Correlation-Id': asSent('Zoë 记录者'), 'X-Request-Id': asSent('número-1') };
    const answer = await submit(names);
    expect(answer.status).toBe(201);
    expect(Buffer.from(answer.headers['x-request-id']!, 'latin1').toString()).toBe('número-1');
    const { token } = JSON.parse(answer.body) as { token: string };
    const position = (await ask(`GET /v1/rounds?wait=${token}`)).headers['rapporteur-position'];
    expect(JSON.parse((await ask(`GET /v1/events/${position}`)).body)).toMatchObject({
      meta: { recordedBy: 'owner', causationId: 'número-1', correlationId: 'Zoë 记录者' },
    });
  });
});

describe('a number that cannot be kept as it is written', () => {
  it.each(['1e-400', '1e400', '9007199254740993', '1.0000000000000000001'])(
    'is refused once, as it was sent: %s',
    async (written) => {
      const body = JSON.stringify({ ...reply, respondent: 'Iceland' }).replace(
        '"value":12',
        `"value":${written}`,
      );
      const answer = await post(replies, body);
      expect(JSON.parse(answer.body)).toMatchObject({
        status: 422,
        problems: [
          {
            pointer: '/observations/0/value',
            code: 'number-not-exact',
            message: expect.stringContaining(written),
          },
        ],
      });
      expect((JSON.parse(answer.body) as { problems: unknown[] }).problems).toHaveLength(1);
    },
  );
});

describe('who sends nothing, or leaves', () => {
  const opened: RawConnection[] = [];
  const begin = async (request: Uint8Array | string) => {
    const connection = await connectRaw(port);
    opened.push(connection);
    connection.write(request);
    return connection;
  };
  afterAll(() => opened.forEach((connection) => connection.cut()));
  const unfinished = () => ({ 'Content-Length': 100_000, ...owner() });
  const upload = () => ({ ...unfinished(), 'Content-Type': 'text/csv' });
  const form = () => ({ ...unfinished(), ...asForm, 'Rapporteur-Request': '1' });
  const ofForm = toForm(sample).slice(0, 300);

  it('is let go within seconds, and leaves nothing behind, while others are served', async () => {
    const stream = await openStream(`${url}/v1/events/stream`);
    const silent = await begin('');
    const half = await begin(`GET /v1/rounds HTTP/1.1\r\nHost: localhost\r\nX-Slow:`);
    const bodies = await Promise.all([
      begin(toRequest(`POST ${replies}`, { ...json, ...unfinished() }, '{')),
      begin(toRequest(`POST ${imports}`, upload(), sample.slice(0, 100))),
      begin(toRequest(`POST ${imports}`, form(), ofForm)),
      begin(toRequest(`POST ${imports}`, form(), '')),
    ]);
    expect((await ask('GET /v1/rounds')).status).toBe(200);
    const answers = await Promise.all([half, ...bodies].map((connection) => connection.answer(40_000)));
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [408, 'headers-too-slow'],
      ...bodies.map(() => [408, 'body-too-slow']),
    ]);
    await Promise.all([silent, half, ...bodies].map(({ closed }) => closed));
    // The connection has sent no request: an answer now would be taken for the answer to its next request.
    expect(silent.heard()).toBe('');
    expect(stream.response.destroyed).toBe(false);
    stream.cut();
    await nothingIsLeft();
  }, 60_000);

  it('leaves no file behind', async () => {
    const before = await readPosition();
    const all = await Promise.all([
      begin(toRequest(`POST ${imports}`, upload(), sample.slice(0, 100))),
      begin(toRequest(`POST ${imports}`, form(), ofForm)),
      begin(toRequest(`POST ${imports}`, form(), ofForm.slice(0, 30))),
    ]);
    for (let i = 0; i < 100 && (await readdir(uploads)).length < all.length; i += 1) await sleep(50);
    expect(await readdir(uploads)).toHaveLength(all.length);
    all.forEach((connection) => connection.cut());
    await nothingIsLeft();
    expect(await readPosition()).toEqual(before);
    expect(running.output()).not.toContain('"level":"error"');
  }, 40_000);

  it('is one of so many at once, and the others are told to come back', async () => {
    const all = await Promise.all(
      Array.from({ length: 150 }, () =>
        begin(toRequest(`POST ${replies}`, { ...json, ...unfinished() }, '{')),
      ),
    );
    const files = await Promise.all(
      Array.from({ length: 20 }, () => begin(toRequest(`POST ${imports}`, upload(), sample.slice(0, 9)))),
    );
    const isTold = (connection: RawConnection) => connection.heard().includes('/problems/too-busy');
    for (let i = 0; i < 100; i += 1) {
      if (all.filter(isTold).length === 86 && files.filter(isTold).length === 12) break;
      await sleep(50);
    }
    expect([all.filter(isTold).length, files.filter(isTold).length]).toEqual([86, 12]);
    const others = await Promise.all(
      Array.from({ length: 30 }, () =>
        post(`${replies}?dryRun=true`, JSON.stringify({ ...reply, respondent: 'Norway' })),
      ),
    );
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    opened.splice(0).forEach((connection) => connection.cut());
    await nothingIsLeft();
  }, 60_000);
});
