/** An upload of somebody who may not import is refused before it is read. */
import { changeAccess, makeDoor, makeKey } from '@rapporteur/access';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@rapporteur/domain';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { connectRaw, createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import type { FastifyInstance } from 'fastify';
import { readdir } from 'node:fs/promises';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { documents } from '../../service/documents.js';
import { IngestModule } from '../../service/ingest.module.js';
import { uploadPrefix } from '../table/upload-prefix.js';

let test: TestDatabase;
let database: Database;
let app: NestFastifyApplication;
let port: number;
let latest: Socket;
/** What had come on the connection when it was answered. */
let readThen = 0;
const keys = { reader: '', officer: '', wrong: makeKey().secret };

async function make(id: string, role: Role, collections: 'all' | string[]): Promise<string> {
  const { key, hash, secret } = makeKey();
  const scope = { respondents: 'all' as const, collections };
  await changeAccess(
    poolOf(database),
    id,
    [
      { type: 'PrincipalAdded', kind: 'machine', name: id },
      { type: 'RoleGranted', role, scope },
      { type: 'KeyIssued', key, hash, until: '2099-01-01T00:00:00.000Z' },
    ],
    { by: 'test', reason: 'set up' },
  );
  return secret;
}

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  keys.reader = await make('rita', 'reader', 'all');
  keys.officer = await make('dora', 'desk-officer', ['other']);
  app = await createServer(IngestModule.with({ database, url: test.url, onError: () => undefined }), {
    door: makeDoor({ pool: poolOf(database), isReadingOpen: true }),
    documents,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onSend', (_request, _reply, payload, done) => {
    readThen = latest.bytesRead;
    done(null, payload);
  });
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  server.on('connection', (socket: Socket) => (latest = socket));
  port = (server.address() as { port: number }).port;
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

const length = 200 * 1024 * 1024;
const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(uploadPrefix)).length;
const query = 'collection=unodc-glotip&round=2023&received=2023-05-30';
const head = (authorization: string | undefined) =>
  [
    `POST /v1/imports?${query} HTTP/1.1`,
    ...['Host: localhost', 'Content-Type: application/octet-stream', `Content-Length: ${length}`],
    ...(authorization === undefined ? [] : [`Authorization: Bearer ${authorization}`]),
    '\r\n',
  ].join('\r\n');

const cases: [string, () => string | undefined, number, string][] = [
  ['without a key', () => undefined, 401, 'not-signed-in'],
  ['with a key that nobody was given', () => keys.wrong, 401, 'not-signed-in'],
  ['without a role for it', () => keys.reader, 403, 'no-role'],
  ['for a collection outside the scope', () => keys.officer, 403, 'out-of-scope'],
];

it.each(cases)('of 200 MB %s: answered before a byte of it has come', async (_, keyOf, status, code) => {
  const connection = await connectRaw(port);
  connection.write(head(keyOf()));
  const answer = await connection.answer();
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    status,
    expect.objectContaining({ type: `/problems/${code}` }),
  ]);
  connection.cut();
});

it.each(cases)(
  'of 200 MB %s: answered, and nothing kept of it, while it is being sent',
  async (_, keyOf, status) => {
    const before = await folders();
    const connection = await connectRaw(port);
    connection.write(head(keyOf()));
    // As much as the connection takes: what it does not take waits in this process.
    const part = Buffer.alloc(1024 * 1024);
    for (let n = 0; n < 8; n += 1) connection.write(part);
    const answer = await connection.answer();
    expect(answer.status).toBe(status);
    // One or two reads of the connection (64 kB each) may have come beside the headers; nobody has looked at them.
    expect(readThen).toBeLessThan(512 * 1024);
    expect(await folders()).toBe(before);
    connection.cut();
  },
);
