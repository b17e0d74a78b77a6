/** The topic of trends with a real broker and real processes that are killed: a consumer has the tables, whatever happens. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { trendMessage } from '@rapporteur/contract';
import { connectKafka, openTableTopic, readKafkaSettings, type KafkaSettings } from '@rapporteur/kafka';
import { rebuildTables } from '@rapporteur/projections';
import {
  canHaveBroker,
  readTable,
  startBroker,
  startCommand,
  type Broker,
  type RunningCommand,
  type TableReader,
} from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { toTrendSchema } from '../routes/trend-schema.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const canRun = await canHaveBroker();

it('the schema in the documents is the one that is served', () => {
  const written = readFileSync(join(root, 'docs/trend.schema.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(toTrendSchema().schema)));
});

(canRun ? describe : describe.skip)('the topic of trends', () => {
  let broker: Broker;
  let settings: KafkaSettings;
  let topic: string;
  let store: FilledStore;
  let reader: TableReader | undefined;
  const apis: RunningCommand[] = [];

  beforeAll(async () => {
    broker = await startBroker({ brokers: 1 });
  }, 120_000);
  afterAll(() => broker?.stop(), 60_000);
  beforeEach(async () => {
    topic = `trends-${randomUUID()}`;
    settings = readKafkaSettings({ KAFKA_BROKERS: broker.addresses, KAFKA_TRENDS_TOPIC: topic })!;
    store = await openFilledStore();
    await store.record(
      opened('c', '2008', ['SV', 'GR']),
      submitted('SV', '2008-01-20', years([4, 6, 8, 9, 12])),
      submitted('GR', '2008-01-20', years([60])),
    );
    await store.apply();
  });
  afterEach(async () => {
    await Promise.all(apis.splice(0).map(kill));
    await reader?.close();
    reader = undefined;
    await store.close();
  }, 60_000);

  const years = (values: readonly number[]) =>
    values.map((value, i) => figure('persons-prosecuted', String(2003 + i), value));
  /** The api as it is deployed: it keeps the topic. */
  const startApi = async () => {
    const env = {
      DATABASE_URL: store.url,
      PORT: '0',
      KAFKA_BROKERS: broker.addresses,
      KAFKA_TRENDS_TOPIC: topic,
    };
    const api = startCommand(process.execPath, ['apps/api/dist/main.js'], { cwd: root, env });
    apis.push(api);
    await api.waitFor(/ is at http/);
    return api;
  };
  const kill = async (api: RunningCommand) => {
    api.child.kill('SIGKILL');
    await api.ended;
  };
  const countChanged = async () =>
    Number(
      (await store.pool.query("SELECT count(*) AS n FROM changed_series WHERE series LIKE '%~SV~%'")).rows[0]
        .n,
    );
  /** Waits until the topic is kept, and nothing is left to compare. */
  const settle = async () => {
    const text =
      'SELECT EXISTS (SELECT FROM trend_topic) AND NOT EXISTS (SELECT FROM changed_series) AS settled';
    for (let i = 0; i < 400; i += 1) {
      if ((await store.pool.query(text)).rows[0].settled) return;
      await sleep(50);
    }
    throw new Error(`not settled within 20 s: ${apis.map((api) => api.output()).join('\n')}`);
  };
  const toRow = ({ series: _series, position: _position, ...row }: Record<string, unknown>) => row;
  /** A consumer that starts now has what /v1/trends says. Out: it. */
  const expectSame = async (): Promise<TableReader> => {
    const { body } = await store.get('/v1/trends');
    const series = body.series as Record<string, never>[];
    const fresh = await readTable(broker.addresses, topic);
    await fresh.until(() => fresh.rows.size === series.length);
    // Whatever else comes would come now.
    await sleep(300);
    const rows = [...fresh.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => JSON.parse(value));
    expect(rows.map(toRow)).toEqual(series);
    for (const row of rows) {
      const [, respondent] = row.series.split('~');
      const then = await store.get(`/v1/trends?respondent=${respondent}&at=${row.position}`);
      expect(then.body.series).toContainEqual(toRow(trendMessage.parse(row)));
    }
    return fresh;
  };
  const holdMarks = async () => {
    const holder = new pg.Client(store.url);
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE sent_trends IN SHARE MODE');
    return () => holder.end();
  };

  it('has every series as the tables do, then only what changed, in order, and a tombstone for what goes', async () => {
    await startApi();
    await settle();
    await (await expectSame()).close();
    for (const value of [13, 14]) {
      await store.record(corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', value)]));
      await store.apply();
      await settle();
    }
    const gone = structuredClone(corrected('GR', '2008-02-02', []));
    const retracted = [{ indicator: 'persons-prosecuted', breakdown: {}, period: '2003' }];
    Object.assign((gone.data as { observations: object }).observations, { retracted });
    await store.record(gone);
    await store.apply();
    await settle();
    reader = await expectSame();
    const of = (respondent: string) => reader!.heard.filter(({ key }) => key.includes(`~${respondent}~`));
    expect(of('GR').map(({ value }) => value === null)).toEqual([false, true]);
    const sv = of('SV').map(({ value }) => JSON.parse(value!));
    expect(sv.map(({ years: y }) => y.at(-1).value)).toEqual([12, 13, 14]);
    expect(sv.map(({ position }) => position)).toEqual(
      [...sv.map(({ position }) => position)].sort((a, b) => a - b),
    );
    expect(sv[0].direction).toBeDefined();
  }, 90_000);

  it('loses nothing by kills between commit and send, and between send and mark', async () => {
    const first = await startApi();
    await settle();
    await kill(first);
    // Committed, and nobody there who sends it.
    await store.record(corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 20)]));
    await store.apply();
    expect(await countChanged()).toBe(1);
    // Sent, and not marked: what marks waits for a lock, and is killed there.
    const release = await holdMarks();
    const second = await startApi();
    reader = await readTable(broker.addresses, topic);
    const has = (value: number) => () =>
      reader!.heard.some((message) => message.value?.includes(`"value":${value}`) ?? false);
    expect(await reader.until(has(20))).toBe(true);
    await kill(second);
    // PostgreSQL would only notice after the lock that whoever asked is dead.
    await store.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    await release();
    expect(await countChanged()).toBe(1);
    await store.record(corrected('SV', '2008-02-01', [figure('persons-prosecuted', '2007', 21)]));
    await store.apply();
    await startApi();
    expect(await reader.until(has(21))).toBe(true);
    await settle();
    await (await expectSame()).close();
  }, 90_000);

  it('hears of a rebuild only what differs', async () => {
    await startApi();
    await settle();
    reader = await readTable(broker.addresses, topic);
    expect(await reader.until(() => reader!.rows.size === 2)).toBe(true);
    await rebuildTables(store.pool);
    await settle();
    // A table that was wrong, which a rebuild puts right.
    await store.pool.query("UPDATE tables.cells SET value = 61 WHERE respondent = 'GR'");
    await store.pool.query("UPDATE sent_trends SET digest = 'other' WHERE series LIKE '%~GR~%'");
    await rebuildTables(store.pool);
    await settle();
    expect(await reader.until(() => reader!.heard.length >= 3)).toBe(true);
    await sleep(300);
    expect(reader.heard.map(({ key }) => key.split('~')[1]).sort()).toEqual(['GR', 'GR', 'SV']);
    await (await expectSame()).close();
  }, 90_000);

  it('shuts out a process that opened it earlier and was suspended', async () => {
    const message = (value: string) => ({ key: 'k', partition: 0, value, headers: {} });
    const former = await openTableTopic(settings, topic);
    await former.send([message('1')]);
    const next = await openTableTopic(settings, topic);
    await expect(former.send([message('stale')])).rejects.toThrow();
    const ends = await next.send([message('2')]);
    expect([await next.lacks(ends), await next.lacks({ 0: ends['0']! + 100 })]).toEqual([false, true]);
    reader = await readTable(broker.addresses, topic);
    await reader.until(() => reader!.rows.get('k') === '2');
    expect(reader.heard.map(({ value }) => value)).toEqual(['1', '2']);
    await former.close();
    await next.close();
  }, 60_000);

  it('refuses a topic that removes what is old, and fills one that was made anew', async () => {
    const admin = connectKafka(settings, 'test').admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: false,
      topics: [
        {
          topic: `${topic}-old`,
          numPartitions: 12,
          replicationFactor: 1,
          configEntries: [{ name: 'max.message.bytes', value: '16777216' }],
        },
      ],
    });
    await expect(openTableTopic(settings, `${topic}-old`)).rejects.toThrow(
      /cleanup.policy delete.*KAFKA_TRENDS_TOPIC/,
    );
    await startApi();
    await settle();
    await admin.deleteTopics({ topics: [topic] });
    for (let i = 0; i < 100 && (await admin.listTopics()).includes(topic); i += 1) await sleep(100);
    await admin.disconnect();
    await kill(apis.splice(0)[0]!);
    const api = await startApi();
    await api.waitFor(/lacks messages that were sent/);
    await settle();
    await (await expectSame()).close();
  }, 90_000);
});
