/** An api that reads from a real replica: what a token names is in its answer, and what it writes goes to the primary. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accessMigrations } from '@rapporteur/access';
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { setTimeout as sleep } from 'node:timers/promises';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';
import { startReplicated, type Replicated } from '../harness/replicated.js';
import { webhookMigrations } from '../webhooks/create-webhooks.js';
import { workMigrations } from '../work/create-work-items.js';
import { makeHealthCheck } from './check-health.js';
import { openReplica } from './open-replica.js';

const all = [...migrations, ...accessMigrations, ...webhookMigrations, ...workMigrations];
let servers: Replicated;
let primary: Database;
let replica: Database;
let store: FilledStore;
beforeAll(async () => {
  servers = await startReplicated(async (url) => {
    await (await openDatabase({ url, migrations: all })).destroy();
  });
  primary = await openDatabase({ url: servers.primary });
  replica = (await openReplica({ READ_DATABASE_URL: servers.replica }, primary))!;
  store = await openFilledStore({ replica }, undefined, {
    url: servers.primary,
    drop: async () => undefined,
  });
  await store.record(opened('c', '2008'));
  await store.apply();
}, 60_000);
afterAll(async () => {
  await store?.close();
  await replica?.destroy();
  await primary?.destroy();
  await servers?.stop();
}, 30_000);

const onReplica = (statement: string) => poolOf(replica).query(statement);
const said = (respondent: string, value: number) =>
  submitted(respondent, '2008-01-20', [figure('persons-prosecuted', '2007', value)]);
const valuesOf = (answer: { body: { series: { years: { value: number }[] }[] } }) =>
  answer.body.series.flatMap(({ years }) => years.map(({ value }) => value));

it('a read that waits for an event is not answered before the replica has it', async () => {
  const address = '/v1/trends?respondent=SV&collection=c';
  expect(valuesOf(await store.get(address))).toEqual([]);
  await onReplica('SELECT pg_wal_replay_pause()');
  const token = await store.record(said('SV', 6));
  await store.apply();
  let answered = false;
  const paths = [
    `${address}&wait=${token}`,
    `${address}&format=csv&limit=all&wait=${token}`,
    `/sdmx/v2/data/dataflow/RAPPORTEUR/FIGURES/1.0.0/*?wait=${token}`,
  ];
  const asking = Promise.all(paths.map((path) => store.get(path))).finally(() => (answered = true));
  await sleep(700);
  expect(answered).toBe(false);
  // Whoever does not wait is told as of which position the answer is.
  const early = await store.get(address);
  expect([valuesOf(early), early.body.position]).toEqual([[], 1]);
  await onReplica('SELECT pg_wal_replay_resume()');
  const [json, csv, sdmx] = await asking;
  expect([json!.status, valuesOf(json!), json!.body.position]).toEqual([200, [6], 2]);
  expect(csv!.text).toMatch(/,persons-prosecuted,.*,2007,2007,6,/);
  expect(sdmx!.status).toBe(200);
  // No answer that was kept while the replica was behind is given from then on.
  expect(valuesOf(await store.get(address))).toEqual([6]);
}, 20_000);

it('a token that nobody gave is refused, and one that takes longer than five seconds is told so', async () => {
  const unknown = await store.get(`/v1/trends?wait=${'A'.repeat(22)}`);
  expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining('unknown-token')]);
  await onReplica('SELECT pg_wal_replay_pause()');
  const token = await store.record(said('GR', 7));
  await store.apply();
  const late = await store.get(`/v1/trends?respondent=GR&wait=${token}`);
  expect([late.status, late.text]).toEqual([503, expect.stringContaining('not-yet')]);
  await onReplica('SELECT pg_wal_replay_resume()');
  // It has all of it before the next test stops it again.
  const told = await store.get(`/v1/trends?respondent=GR&wait=${token}`);
  expect([told.status, valuesOf(told)]).toEqual([200, [7]]);
}, 20_000);

it('readiness says that a replica stands still, and not that it is a little behind', async () => {
  let now = 0;
  const ask = makeHealthCheck(poolOf(replica), () => now, poolOf(primary));
  await onReplica('SELECT pg_wal_replay_pause()');
  await store.record(said('FR', 8));
  await store.apply();
  expect((await ask()).ready).toBe(true);
  now += 11_000;
  expect((await ask()).reasons).toEqual([
    expect.stringMatching(/^the replica stands still at \d+ for 11 s while the tables are at \d+$/),
  ]);
  await onReplica('SELECT pg_wal_replay_resume()');
  while (!(await ask()).ready) await sleep(50);
  now += 60_000;
  expect((await ask()).ready).toBe(true);
});

it('what an api writes goes to the primary', async () => {
  const url = await store.listen();
  const sent = await fetch(`${url}/v1/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'rapporteur-request': '1' },
    body: JSON.stringify({ url: 'https://example.org/told' }),
  });
  expect([sent.status, await sent.text()]).toEqual([201, expect.anything()]);
  const { rows } = await poolOf(primary).query('SELECT count(*) AS webhooks FROM webhooks');
  expect(rows).toEqual([{ webhooks: 1 }]);
});

it('a database that is no replica of the primary is refused', async () => {
  const other = process.env['TEST_POSTGRES_URL']!;
  await expect(openReplica({ READ_DATABASE_URL: other }, primary)).rejects.toThrow(/is no replica of/);
  expect(await openReplica({}, primary)).toBeUndefined();
});

it('reads go on while the primary is away', async () => {
  await servers.stopPrimary();
  expect(valuesOf(await store.get('/v1/trends?respondent=SV,GR&collection=c'))).toEqual([7, 6]);
}, 20_000);
