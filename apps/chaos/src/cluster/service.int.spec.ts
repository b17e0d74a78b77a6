/**
 * The ends of a service that chaos counts as violations: an end without a cause, and one that was late or not
 * in order.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAwayAtStart, Service } from './service.js';

let test: TestDatabase;
const services: Service[] = [];
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
  await test.drop();
});

async function open(databaseUrl: string, preload = ''): Promise<Service> {
  const execArgv = preload ? ['--import', `data:text/javascript,${encodeURIComponent(preload)}`] : [];
  const service = await Service.open({ name: 'ingest-1', databaseUrl, env: {}, execArgv, logs: undefined });
  services.push(service);
  return service;
}

const neverExits = 'process.exit = () => undefined; setInterval(() => undefined, 1000)';

/** Waits until a condition holds, at most as long as a service may take to start on a busy machine. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1200 && !holds(); i += 1) await sleep(50);
  expect(holds()).toBe(true);
}

describe('a start that failed', () => {
  it.each([
    'connect ECONNREFUSED 127.0.0.1:5432',
    'read ECONNRESET',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Query read timeout',
    'the database system is starting up',
    'terminating connection due to administrator command',
    'Client has encountered a connection error and is not queryable',
  ])('is excused when PostgreSQL or Kafka was away: %s', (reason) => {
    expect(isAwayAtStart(`{"level":"info"}\ningest did not start: ${reason}\n`)).toBe(true);
  });

  it.each([
    'database "none" does not exist',
    'PORT=x is not a port',
    'Cannot find module',
    'the timeout is no number',
  ])('is not excused for another reason: %s', (reason) => {
    expect(isAwayAtStart(`connect ECONNREFUSED\ningest did not start: ${reason}\n`)).toBe(false);
  });

  it('is held against a real service by its reason', async () => {
    const missing = new URL(test.url);
    missing.pathname = '/none';
    const wrong = await open(missing.href);
    await until(() => wrong.ended.length > 0);
    expect(wrong.ended[0]).toMatchObject({ service: 'ingest-1', status: '1' });
    expect(wrong.ended[0]!.last).toContain('database "none" does not exist');
    const unreachable = new URL(test.url);
    unreachable.port = '1';
    const away = await open(unreachable.href);
    await until(() => away.starts > 1);
    expect(away.ended).toEqual([]);
  }, 120_000);
});

describe('a service that is told to end', () => {
  const terminate = async (service: Service) => {
    await until(() => service.url !== undefined);
    await service.terminate();
    return service.ended.map(({ status }) => status);
  };

  it('is held to nothing when it ends in order', async () => {
    expect(await terminate(await open(test.url))).toEqual([]);
  }, 120_000);

  it('is held to it when it must be killed, and when it ends, but not in order', async () => {
    const hanging = await open(test.url, neverExits);
    const disorderly = await open(test.url, 'const exit = process.exit; process.exit = () => exit(1)');
    expect(await Promise.all([terminate(hanging), terminate(disorderly)])).toEqual([['SIGKILL'], ['1']]);
  }, 120_000);

  it('is excused while it is frozen, and while it waits for connections that went dark', async () => {
    const frozen = await open(test.url);
    const dark = await open(test.url, neverExits);
    await until(() => frozen.url !== undefined);
    frozen.suspend();
    await until(() => dark.url !== undefined);
    dark.link.darken();
    dark.excuseFor(45_000);
    expect(await Promise.all([terminate(frozen), terminate(dark)])).toEqual([[], []]);
  }, 120_000);
});

it('keeps the errors that a service wrote, and nothing else that it wrote', async () => {
  const line = '{"level":"error","error":"TypeError"}';
  const service = await open(
    test.url,
    `process.stdout.write(${JSON.stringify(`{"level":"warn"}\n${line}\n`)})`,
  );
  await until(() => service.errors.length > 0 && service.url !== undefined);
  expect(service.errors).toEqual([line]);
});
