/**
 * Two apis on one store: what one has shown, the other shows within a second, and at once to a read with the
 * event's token.
 */
import { readDocuments } from '../service/read-routes.js';
import { openDoor } from '@rapporteur/testing';
import { service } from '@rapporteur/domain';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createServer } from '@rapporteur/http';
import { openDatabase, type Database } from '@rapporteur/postgres';
import { ApiModule } from '../service/api.module.js';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';

const address = '/v1/observations?respondent=SV';
let store: FilledStore;
let database: Database;
let other: Awaited<ReturnType<typeof createServer>>;

async function startOther(): Promise<void> {
  other = await createServer(ApiModule.with({ ingest: 'here', database, url: store.url }), {
    door: openDoor(service),
    documents: readDocuments,
  });
  await other.init();
  await other.getHttpAdapter().getInstance().ready();
}

beforeEach(async () => {
  store = await openFilledStore();
  database = await openDatabase({ url: store.url });
  await startOther();
});
afterEach(async () => {
  await other.close();
  await database.destroy();
  await store.close();
});

const valueAtOther = async (url: string) => {
  const { payload } = await other.inject({ method: 'GET', url });
  return (JSON.parse(payload) as { items: { value: number }[] }).items[0]?.value;
};

it('a correction that one api has shown is not hidden by an answer that the other keeps, though nobody told it', async () => {
  await store.record(
    opened('c', '2008'),
    submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 0)]),
  );
  await store.apply();
  for (let value = 1; value <= 8; value += 1) {
    expect(await valueAtOther(address)).toBe(value - 1);
    const token = await store.record(
      corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', value)]),
    );
    await store.apply(value % 2 === 0 ? 'unheard' : undefined);
    const shownAt = performance.now();
    expect((await store.get(`${address}&wait=${token}`)).body.items[0].value).toBe(value);
    // Waits a second, and some more for a busy machine. A read with the token would make the other api look at
    // once.
    if (value % 3 > 0)
      while ((await valueAtOther(address)) !== value) expect(performance.now() - shownAt).toBeLessThan(3000);
    expect(await valueAtOther(`${address}&wait=${token}`)).toBe(value);
    expect(await valueAtOther(address)).toBe(value);
  }
}, 30_000);

it('an ETag is of what is said: a release that says something else at the same position is not hidden by the one before', async () => {
  await store.record(
    opened('c', '2008'),
    submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 6)]),
  );
  await store.apply();
  const { etag } = (await store.get(address)).headers;
  const ask = () => other.inject({ method: 'GET', url: address, headers: { 'if-none-match': etag! } });
  expect((await ask()).statusCode).toBe(304);
  await store.pool.query('UPDATE tables.cells SET value = 7');
  await other.close();
  await startOther();
  const answered = await ask();
  expect([answered.statusCode, JSON.parse(answered.payload).items[0].value]).toEqual([200, 7]);
  expect(answered.headers['etag']).not.toBe(etag);
});
