/** Health has one shape, whatever stands in the way. */
import { afterEach, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkObstacle, healthDocuments, HealthModule, type HealthCheck } from './health.controller.js';
import { service } from '@rapporteur/domain';
import { openDoor } from '@rapporteur/testing';
import { createServer } from './server.js';

let app: NestFastifyApplication | undefined;
afterEach(() => app?.close());

async function ask(check: HealthCheck, path: string): Promise<[number, unknown]> {
  app = await createServer(HealthModule.with(check), { door: openDoor(service), documents: healthDocuments });
  await app.init();
  const answer = await app.inject({ method: 'GET', url: path, headers: { host: 'localhost' } });
  return [answer.statusCode, answer.json()];
}

it.each<[string, () => Promise<string | undefined>, number, readonly string[]]>([
  ['nothing', async () => undefined, 200, []],
  ['a rebuild', async () => 'the tables are being rebuilt', 503, ['the tables are being rebuilt']],
  ['an error', () => Promise.reject(new Error('no answer')), 503, ['no answer']],
])('readiness tells that %s stands in the way', async (_, find, status, reasons) => {
  expect(await ask(checkObstacle(find), '/health/ready')).toEqual([
    status,
    { ready: status === 200, reasons },
  ]);
});

it('tells how far tables and log are, where the check knows', async () => {
  const health = { ready: true, reasons: [], position: 3, head: 4 };
  expect(await ask(async () => health, '/health/ready')).toEqual([200, health]);
});

it('lives whatever readiness says', async () => {
  expect(
    await ask(
      checkObstacle(async () => 'no'),
      '/health/live',
    ),
  ).toEqual([200, { live: true }]);
});
