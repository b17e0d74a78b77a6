/** What every server refuses before any code of its own runs, and which headers are on every answer. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { askRaw, connectRaw, openDoor, type RawAnswer } from '@rapporteur/testing';
import { service } from '@rapporteur/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { withTextProblems } from './body/json-body.js';
import { invalid } from './problem.js';
import { securityHeaders } from './gate/security-headers.js';
import { createServer } from './server.js';

let app: NestFastifyApplication;
let port: number;
const written: unknown[] = [];

@Controller('things')
class ThingsController {
  @Get(':id')
  show() {
    return { thing: true };
  }
  @Post()
  write(@Body() body: unknown, @Req() request: FastifyRequest) {
    const problems = withTextProblems(request);
    if (problems.length > 0) throw invalid(problems);
    written.push(body);
    return {};
  }
}

@Controller('figures')
class FiguresController {
  @Get()
  list() {
    return { figures: [] };
  }
}

@Module({ controllers: [ThingsController, FiguresController] })
class Things {}

beforeAll(async () => {
  app = await createServer(Things, {
    door: openDoor(service),
    documents: [
      { method: 'get', path: '/things/:id', action: 'see-service', summary: '', answer: z.unknown() },
      { method: 'get', path: '/figures', action: 'read-released', summary: '', answer: z.unknown() },
      { method: 'post', path: '/things', action: 'open-round', summary: '', answer: z.unknown() },
    ],
    served: { publicUrl: 'https://figures.example', allowedHosts: ['things'] },
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // As the api does with answers of its cache.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url === '/kept') void reply.send('kept');
    else done();
  });
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as { port: number }).port;
});
afterAll(() => app.close());

const ask = (start: string, headers: Readonly<Record<string, string>> = {}, body = '') => {
  const all = { Host: 'localhost', ...(body ? { 'Content-Length': body.length } : {}), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return askRaw(port, [start, ...lines, '', body].join('\r\n'));
};
const json = { 'Content-Type': 'application/json' };
const refusal = ({ status, headers, body }: RawAnswer) => {
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(body) as { type: string; status: number };
  expect(problem.status).toBe(status);
  return [status, problem.type.replace('/problems/', '')];
};

describe('the host that is asked for', () => {
  it.each(['localhost', '127.0.0.1:1', 'figures.example', 'things:3000'])('may be %s', async (Host) => {
    expect((await ask('GET /things/1 HTTP/1.1', { Host })).status).toBe(200);
  });

  it.each(['GET /things/1', 'GET /kept', 'GET /nothing', 'POST /things', 'PUT /things', 'GET /%zz'])(
    'may be no other, for %s',
    async (start) => {
      const { status } = await ask(`${start} HTTP/1.1`, { Host: 'evil.example', ...json });
      expect(status).toBe(421);
    },
  );

  it('is told to be unknown without being repeated, whatever a proxy says', async () => {
    const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'localhost' };
    const answer = await ask('GET /kept HTTP/1.1', headers);
    expect(refusal(answer)).toEqual([421, 'unknown-host']);
    expect(answer.body).toMatch(/PUBLIC_URL.*ALLOWED_HOSTS/);
    expect(JSON.stringify(answer)).not.toContain('evil');
    const other = await ask('GET /kept HTTP/1.1', { 'X-Forwarded-Host': 'evil.example' });
    expect(other.status).toBe(200);
  });

  it('must be there', async () => {
    expect(refusal(await askRaw(port, 'GET /kept HTTP/1.0\r\n\r\n'))).toEqual([421, 'unknown-host']);
    expect(refusal(await askRaw(port, 'GET /kept HTTP/1.1\r\n\r\n'))).toEqual([421, 'unknown-host']);
    expect((await askRaw(port, 'GET /kept HTTP/1.0\r\nHost: localhost\r\n\r\n')).status).toBe(200);
  });

  it('counts in the address too, as a proxy is asked', async () => {
    expect((await ask('GET http://evil.example/things/1 HTTP/1.1')).status).toBe(421);
    expect((await ask('GET http://figures.example/things/1 HTTP/1.1')).status).toBe(200);
  });
});

describe('what a page of somebody else may read', () => {
  const preflight = {
    Origin: 'http://page.example',
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'if-none-match, authorization',
  };
  const cors = ({ headers }: RawAnswer) =>
    Object.entries(headers).filter(([name]) => name.startsWith('access-control'));

  it('is what has been released, with every header', async () => {
    const open = [
      ['access-control-allow-origin', '*'],
      ['access-control-expose-headers', '*'],
    ];
    expect(cors(await ask('GET /figures HTTP/1.1'))).toEqual(open);
    expect(cors(await ask('GET /things/1 HTTP/1.1'))).toEqual([]);
    expect(cors(await ask('GET /nothing HTTP/1.1'))).toEqual([]);
  });

  it('its browser is told when it asks before, and that nothing but reads is allowed', async () => {
    const allowed = await ask('OPTIONS /figures?x=1 HTTP/1.1', preflight);
    expect([allowed.status, Object.fromEntries(cors(allowed))]).toMatchObject([
      204,
      {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': '*, Authorization',
      },
    ]);
    const others = ['/things/1', '/nothing'];
    const refused = await Promise.all(others.map((path) => ask(`OPTIONS ${path} HTTP/1.1`, preflight)));
    expect(refused.map((answer) => [answer.status, cors(answer)])).toEqual([
      [405, []],
      [404, []],
    ]);
    expect((await ask('OPTIONS /figures HTTP/1.1', { ...preflight, Host: 'evil.example' })).status).toBe(421);
    expect((await ask('OPTIONS /figures HTTP/1.1')).status).toBe(405);
    // A write stays a write of a foreign page.
    expect((await ask('POST /figures HTTP/1.1', { ...json, Origin: 'http://page.example' })).status).toBe(
      403,
    );
  });
});

describe('what a page of somebody else may send', () => {
  it.each<[string, number, Record<string, string>]>([
    ['foreign-origin', 403, { ...json, Origin: 'http://evil.example' }],
    ['foreign-origin', 403, { ...json, Origin: 'null' }],
    ['foreign-origin', 403, { ...json, 'Sec-Fetch-Site': 'cross-site', 'Rapporteur-Request': '1' }],
    ['needs-header', 403, { 'Content-Type': 'text/plain; application/json' }],
    ['needs-header', 403, {}],
    ['wrong-content-type', 415, { 'Content-Type': 'text/plain', 'Rapporteur-Request': '1' }],
  ])('is refused as %s', async (code, status, headers) => {
    expect(refusal(await ask('POST /things HTTP/1.1', headers, '{"a":1}'))).toEqual([status, code]);
    expect(written).toEqual([]);
  });

  it('is nothing that our page and programs send', async () => {
    const own = { ...json, Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' };
    for (const headers of [json, own, { ...json, Origin: 'https://figures.example' }])
      expect((await ask('POST /things HTTP/1.1', headers, '{"a":1}')).status).toBe(201);
    expect(written.splice(0)).toEqual([{ a: 1 }, { a: 1 }, { a: 1 }]);
  });

  it('says nothing of what it may read', async () => {
    const headers = { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    expect((await ask('GET /things/1 HTTP/1.1', headers)).status).toBe(200);
  });
});

describe('a method that an address does not take', () => {
  it.each([
    ['PUT', '/things/1', 'GET, HEAD'],
    ['POST', '/things/1/', 'GET, HEAD'],
    ['DELETE', '/things/a%2Fb?c', 'GET, HEAD'],
    ['OPTIONS', '/things', 'POST'],
    ['GET', '/things', 'POST'],
    ['PATCH', '/things', 'POST'],
    ['PROPFIND', '/things', 'POST'],
  ])('is answered with those that it takes: %s %s', async (method, path, allow) => {
    const answer = await ask(`${method} ${path} HTTP/1.1`);
    expect([...refusal(answer), answer.headers['allow']]).toEqual([405, 'method-not-allowed', allow]);
  });

  it.each(['PUT', 'OPTIONS', 'GET'])('is not where there is nothing: %s', async (method) => {
    expect(refusal(await ask(`${method} /things/1/2 HTTP/1.1`))).toEqual([404, 'not-found']);
  });
});

describe('every answer', () => {
  it.each([
    ['what is there', 'GET /things/1 HTTP/1.1', {}],
    ['what was kept', 'GET /kept HTTP/1.1', {}],
    ['what is not there', 'GET /nothing HTTP/1.1', {}],
    ['another host', 'GET /kept HTTP/1.1', { Host: 'evil.example' }],
    ['an address that is none', 'GET /%zz HTTP/1.1', {}],
    ['a method that is none', 'FETCH /kept HTTP/1.1', {}],
    ['headers that are too long', 'GET /kept HTTP/1.1', { 'X-Long': 'a'.repeat(20_000) }],
  ])('says what a browser may do with it: %s', async (_, start, headers) => {
    expect((await ask(start, headers)).headers).toMatchObject(securityHeaders);
  });
});

describe('what is no request', () => {
  it.each([
    ['malformed-request', 400, 'nonsense\r\n\r\n'],
    ['malformed-request', 400, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['malformed-request', 400, 'GET /kept HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n'],
    [
      'malformed-request',
      400,
      'POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n',
    ],
    ['headers-too-large', 431, `GET /kept HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('is answered as %s, and its connection closed', async (code, status, bytes) => {
    const connection = await connectRaw(port);
    connection.write(bytes);
    const answer = await connection.answer();
    expect([...refusal(answer), answer.headers['connection']]).toEqual([status, code, 'close']);
    await connection.closed;
  });
});

describe('a body of JSON', () => {
  it('is refused for what its text has wrong, with the place and what was sent', async () => {
    const answer = await ask('POST /things HTTP/1.1', json, '{"a":{"b":1e400,"b":1.0}}');
    expect(refusal(answer)).toEqual([422, 'invalid']);
    expect(JSON.parse(answer.body)).toMatchObject({
      problems: [
        { pointer: '/a/b', code: 'number-not-exact', message: expect.stringContaining('1e400') },
        { pointer: '/a/b', code: 'repeated-name' },
      ],
    });
  });

  it.each([
    ['bad-encoding', '"Zo\xeb"'],
    ['too-deep', '['.repeat(5000)],
    ['broken-json', '{'],
    ['forbidden-name', '{"__proto__":1}'],
  ])('is refused as %s', async (code, body) => {
    const bytes = Buffer.from(body, 'latin1');
    const head = `POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    expect(refusal(await askRaw(port, Buffer.concat([Buffer.from(head), bytes])))).toEqual([400, code]);
  });

  it('over 5 MB is refused before it has come', async () => {
    const headers = { ...json, 'Content-Length': String(5 * 1024 * 1024 + 1) };
    expect(refusal(await ask('POST /things HTTP/1.1', headers))).toEqual([413, 'too-large']);
  });
});
