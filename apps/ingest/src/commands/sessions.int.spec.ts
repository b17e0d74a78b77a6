/** Commands fly on a session at two processes while it ends: nothing is recorded once its end is acknowledged. */
import {
  accessDocuments,
  AccessModule,
  changeAccess,
  endSessions,
  makeDoor,
  sessionCookie,
  startSession,
} from '@rapporteur/access';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { documents } from '../service/documents.js';
import { IngestModule } from '../service/ingest.module.js';

interface Process {
  readonly database: Database;
  readonly app: NestFastifyApplication;
  readonly url: string;
}

let test: TestDatabase;
const processes: Process[] = [];

async function startProcess(): Promise<Process> {
  const database = await openDatabase({ url: test.url });
  const pool = poolOf(database);
  const door = makeDoor({ pool, isReadingOpen: true });
  @Module({
    imports: [
      IngestModule.with({ database, url: test.url, onError: () => undefined }),
      AccessModule.with({ pool, door }),
    ],
  })
  class Ingest {}
  const app = await createServer(Ingest, { door, documents: [...documents, ...accessDocuments] });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { database, app, url: `http://127.0.0.1:${port}` };
}

beforeAll(async () => {
  test = await createTestDatabase();
  processes.push(await startProcess(), await startProcess());
});
afterAll(async () => {
  for (const { app, database } of processes) {
    await app.close();
    await database.destroy();
  }
  await test.drop();
});

const post = (url: string, path: string, secret: string, body: object) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `${sessionCookie}=${secret}` },
    body: JSON.stringify(body),
  });

it.each(['the person signs out', 'an administrator ends it'])(
  '%s',
  async (how) => {
    const [one, other] = processes as [Process, Process];
    const pool = poolOf(one.database);
    for (let round = 0; round < 4; round += 1) {
      const id = `flying-${how.length}-${round}`;
      await changeAccess(
        pool,
        id,
        [
          { type: 'PrincipalAdded', kind: 'person', name: id },
          { type: 'RoleGranted', role: 'desk-officer', scope: { respondents: 'all', collections: 'all' } },
        ],
        { by: 'owner', reason: 'a test' },
      );
      const { secret } = await startSession(pool, id, 'oidc');
      const count = async () =>
        (await pool.query('SELECT FROM streams WHERE stream LIKE $1', [`round/c-${id}/%`])).rowCount!;
      let taken = 0;
      const sendOn = async (lane: number) => {
        for (let n = 0; ; n += 1) {
          const { url } = lane % 2 === 0 ? one : other;
          const asked = { collection: `c-${id}`, round: `${lane}-${n}`, cutOff: '2008-01-24' };
          const { status } = await post(url, '/v1/rounds', secret, asked);
          if (status !== 201) return status;
          taken += 1;
        }
      };
      const flying = Promise.all([0, 1, 2, 3, 4, 5].map(sendOn));
      while ((await count()) < 6);
      if (how === 'an administrator ends it') await endSessions(poolOf(other.database), id);
      else expect((await post(other.url, '/v1/session/end', secret, {})).status).toBe(204);
      const then = await count();
      expect(new Set(await flying)).toEqual(new Set([401]));
      expect(await count()).toBe(then);
      expect(taken).toBe(then);
    }
  },
  60_000,
);
