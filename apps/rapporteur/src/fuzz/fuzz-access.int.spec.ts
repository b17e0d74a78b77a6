/** Odd requests to the addresses of access: none is answered by a fault, or by anything of the inside of the server. */
import 'reflect-metadata';
import {
  AccessModule,
  accessDocuments,
  Audit,
  auditDoor,
  changeAccess,
  makeDoor,
  makeKey,
  readAudit,
} from '@rapporteur/access';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '@rapporteur/http';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { connectRaw, createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import fc from 'fast-check';
import { inAddress, inHeader, oddBody, oddText } from './odd-values.js';

let test: TestDatabase;
let database: Database;
let app: NestFastifyApplication;
let audit: Audit;
let port: number;
let secret = '';
const faults: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  const pool = poolOf(database);
  const made = makeKey();
  secret = made.secret;
  const all = { respondents: 'all', collections: 'all' } as const;
  await changeAccess(
    pool,
    'owner',
    [
      { type: 'PrincipalAdded', kind: 'person', name: 'the owner' },
      { type: 'RoleGranted', role: 'owner', scope: all },
      { type: 'KeyIssued', key: made.key, hash: made.hash, until: '2099-01-01T00:00:00.000Z' },
    ],
    { by: 'test', reason: 'set up' },
  );
  await changeAccess(pool, 'ana', [{ type: 'PrincipalAdded', kind: 'person', name: 'Ana' }], {
    by: 't',
    reason: 'r',
  });
  audit = new Audit(
    pool,
    (entries) => faults.push(`the audit lost ${entries}`),
    (error) => faults.push(error.message),
    { atMost: 1_000_000, waiting: 100_000 },
  );
  const door = makeDoor({ pool, isReadingOpen: true, ...auditDoor(audit) });
  app = await createServer(AccessModule.with({ pool, door, audit }), { door, documents: accessDocuments });
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { port: number }).port;
});
afterAll(async () => {
  await app.close();
  await audit.close();
  await database.destroy();
  await test.drop();
});

const scope = { respondents: ['SV', 'Greece'], collections: ['ecosoc-2006-27'] };
const reason = 'a reason';
const bodies: Readonly<Record<string, unknown>> = {
  '/v1/people': { id: 'ben', kind: 'person', name: 'Ben', reason },
  '/v1/people/:id/grants': { role: 'reader', scope, reason },
  '/v1/keys': { principal: 'ana', until: '2090-01-01', reason },
  '/v1/policies': { collection: 'ecosoc-2006-27', naming: 'state', reason },
  '/v1/session': { link: 'a'.repeat(43) },
};

const request = fc.constantFrom(...accessDocuments).chain(({ method, path }) =>
  fc.record({
    method: fc.constant(method.toUpperCase()),
    path: fc
      .array(
        fc.oneof(
          fc.constantFrom('ana', 'owner', '1'),
          fc.tuple(oddText, fc.boolean()).map(([text, isEncoded]) => inAddress(text, isEncoded)),
        ),
        {
          minLength: 2,
          maxLength: 2,
        },
      )
      .map((values) => {
        let i = 0;
        return path.replace(/:\w+/g, () => values[i++]!);
      }),
    query: fc.option(
      fc.tuple(
        fc.constantFrom('confirm', 'after', 'limit', 'what', 'principal', 'format', 'x'),
        oddText,
        fc.boolean(),
      ),
    ),
    authorization: fc.oneof(
      { weight: 4, arbitrary: fc.constant('the owner') },
      { weight: 1, arbitrary: oddText.map((text) => `Bearer ${inHeader(text)}`) },
      { weight: 1, arbitrary: oddText.map(inHeader) },
    ),
    cookie: fc.option(
      oddText.map((text) => `__Host-rapporteur=${inHeader(text)}`),
      { freq: 3 },
    ),
    body: method === 'get' ? fc.constant(new Uint8Array()) : oddBody(bodies[path] ?? { reason }),
  }),
);

/** What must be in no answer: traces, paths of files, statements, messages of PostgreSQL. */
const inside =
  /\bat .+:\d+:\d+|node_modules|\/(?:home|root|work|usr|tmp)\/|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(?:FROM|VALUES|SET|WHERE)\b|syntax error|invalid (?:byte sequence|input syntax)|violates|pg_|\bcolumn\b.*does not exist/i;

it('are answered by what is asked for or by a problem, and tell nothing of the inside', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, query, authorization, cookie, body }) => {
      const asked = query ? `?${inAddress(query[0], true)}=${inAddress(query[1], query[2])}` : '';
      const head = [
        `${method} ${path}${asked} HTTP/1.1`,
        ...['Host: localhost', 'Connection: close', 'Content-Type: application/json'],
        `Authorization: ${authorization === 'the owner' ? `Bearer ${secret}` : authorization}`,
        ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
        ...(method === 'GET' ? [] : [`Content-Length: ${body.length}`]),
      ].join('\r\n');
      const connection = await connectRaw(port);
      connection.write(Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]));
      const { status, headers, body: text } = await connection.answer();
      connection.cut();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      // What was sent may be told back, as in `"…" is no respondent`; a list of people is data.
      if (status >= 400) expect(withoutSent(text)).not.toMatch(inside);
      expect(text).not.toContain(secret);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400) },
  );
  // Not all of it may be refused at the same place, or little was tried. Few bodies are good ones.
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 401, 404, 422]));
  await audit.flush();
  expect(faults).toEqual([]);
  expect(JSON.stringify(await readAudit(poolOf(database), { after: 0, limit: 10_000 }))).not.toContain(
    secret,
  );
}, 120_000);

/** Without quoted texts, which repeat what was sent. */
const withoutSent = (text: string) => text.replace(/\\"(?:[^"\\]|\\[^"])*\\"/g, '');
