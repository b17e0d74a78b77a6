/** A real server that gets odd requests, and the checks after each of them and at the end. */
import {
  connectRaw,
  createTestDatabase,
  startCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RawRequest } from './odd-values.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface FuzzedServer {
  readonly url: string;
  /** Sends a request. Out: what is wrong with the answer or with the server afterwards; an empty list if nothing is. */
  send(request: RawRequest): Promise<string[]>;
  /** Out: what is wrong with the stored events, the log and the temporary folder. */
  findDamage(): Promise<string[]>;
  close(): Promise<void>;
}

const patienceMs = 20_000;

/** In: further environment variables of the server. */
export async function startFuzzedServer(env: Record<string, string> = {}): Promise<FuzzedServer> {
  const test = await createTestDatabase();
  const temporary = await mkdtemp(join(tmpdir(), 'rapporteur-fuzz-'));
  const watch = `${root}libs/testing/dist/faults/loop-watch.js`;
  const command = startCommand(process.execPath, ['--import', watch, 'apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', TMPDIR: temporary, ...env },
  });
  const [, url = ''] = await command.waitFor(/Rapporteur is at (http\S+)/);
  const { port } = new URL(url);
  const host = `Host: 127.0.0.1:${port}`;
  // Output of the start is not checked, since no request caused it.
  let told = command.output().length;
  const findHeld = () => {
    const said = command.output().slice(told);
    told += said.length;
    return [...said.matchAll(/HELD \d+ ms/g)].map(([held]) => held);
  };
  return {
    url,
    async send(request) {
      const bytes = toBytes(request, host);
      const answered = await ask(Number(port), bytes).catch((error: Error) => error);
      const faults = answered instanceof Error ? [answered.message] : judge(request, bytes.length, answered);
      return [
        ...faults,
        ...findHeld(),
        ...(command.child.exitCode === null ? [] : ['the process has ended']),
      ];
    },
    findDamage: async () => [
      ...(await findInStore(url, test)),
      ...(await readdir(temporary)).map((name) => `left behind: ${name}`),
    ],
    async close() {
      command.child.kill('SIGTERM');
      await command.ended;
      await test.drop();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

function toBytes({ method, target, headers, body }: RawRequest, host: string): Buffer {
  const length = body.length > 0 || method === 'POST' ? [`Content-Length: ${body.length}`] : [];
  const owner = `Authorization: ${ownerHeaders().authorization}`;
  const head = [`${method} ${target} HTTP/1.1`, host, 'Connection: close', owner, ...headers, ...length].join(
    '\r\n',
  );
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
}

interface Heard {
  readonly status: number;
  readonly type: string;
  readonly bytes: number;
}

/** Reads an answer to its end, or only the beginning of one that does not end (the event stream). */
async function ask(port: number, bytes: Uint8Array): Promise<Heard> {
  const connection = await connectRaw(port);
  connection.write(bytes);
  const end = performance.now() + patienceMs;
  const isStream = () => /^content-type: text\/event-stream/im.test(connection.heard());
  while (!connection.isClosed() && !isStream() && performance.now() < end)
    await Promise.race([connection.closed, new Promise((done) => setTimeout(done, 5))]);
  const heard = connection.heard();
  connection.cut();
  if (!connection.isClosed() && !isStream() && performance.now() >= end) throw new Error('no answer');
  const [, status = ''] = /^HTTP\/1\.1 (\d{3})/.exec(heard) ?? [];
  if (status === '') throw new Error('the connection was closed without an answer');
  const [, type = ''] = /^content-type: (.*)$/im.exec(heard) ?? [];
  return { status: Number(status), type, bytes: heard.length };
}

/**
 * Checks an answer: 500 is a fault of ours; a refusal must be a problem document, or of SDMX and OData an error message, which has a
 * status of its own for what is not built (501); refusals and answers to commands must be small.
 */
function judge({ method, target }: RawRequest, sent: number, { status, type, bytes }: Heard): string[] {
  const isMessage =
    (target.startsWith('/sdmx/') && /^application\/(?:vnd\.sdmx\.structure\+|json;)/.test(type)) ||
    (target.startsWith('/odata/') && type === 'application/json;odata.metadata=minimal');
  const isProblem =
    status < 400 || method === 'HEAD' || isMessage || type.startsWith('application/problem+json');
  const isBounded = (status < 400 && method !== 'POST') || bytes <= 100 * sent + 100_000;
  return [
    ...(status >= 500 && !(isMessage && status === 501) ? [`answered ${status}`] : []),
    ...(isProblem ? [] : [`answered ${status} with ${type || 'no type'}`]),
    ...(isBounded ? [] : [`answered ${bytes} bytes to ${sent}`]),
  ];
}

async function findInStore(url: string, test: TestDatabase): Promise<string[]> {
  const faults: string[] = [];
  const opened = await fetch(`${url}/v1/rounds`, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify({ collection: 'after', round: `r${Date.now()}` }),
  });
  if (opened.status !== 201) faults.push(`the next command was answered ${opened.status}`);
  const { token } = (await opened.json()) as { token: string };
  const read = await fetch(`${url}/v1/rounds?limit=1&wait=${token}`);
  if (read.status !== 200) faults.push(`the tables do not come to the next command: ${read.status}`);
  const { position } = (await read.json()) as { position: number };
  const ready = await fetch(`${url}/health/ready`);
  if (ready.status !== 200) faults.push(`not ready: ${await ready.text()}`);
  if (!(await streamReaches(url, position))) faults.push(`the event stream does not come to ${position}`);
  const verify = startCommand(process.execPath, ['apps/rapporteur/dist/main.js', 'verify'], {
    cwd: root,
    env: { DATABASE_URL: test.url },
  });
  if ((await verify.ended) !== 0) faults.push(verify.output());
  return faults;
}

/** Whether the event stream, read from its beginning, reaches a position. */
async function streamReaches(url: string, position: number): Promise<boolean> {
  const ending = AbortSignal.timeout(patienceMs);
  try {
    const stream = await fetch(`${url}/v1/events/stream?after=0`, { signal: ending });
    let text = '';
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      if (text.includes(`id: ${position}\n`)) return true;
    }
  } catch {
    // The stream ended or the time ran out: the position was not reached.
  }
  return false;
}
