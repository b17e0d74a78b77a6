/** The contract of the feed: one suite of tests that each transport must pass. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { streamOf, toNewEvent } from '@rapporteur/domain';
import {
  readHead,
  readWatermark,
  startSequencer,
  storeAppends,
  storeUnchecked,
  takeLeases,
  FencedOff,
  readLog,
  type Sequencer,
} from '@rapporteur/event-store';
import { inTransaction, openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { applyEvents, HoleInStream, liveSchema, verifyTables, type Applied } from '@rapporteur/projections';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AggregatorModule } from '../aggregator.module.js';
import type { FeedStrategy } from '../feed-strategy.js';

/** A transport between the log of one database and the aggregators. */
export interface Transport {
  makeFeed(pool: pg.Pool, url: string, onError: (error: Error) => void): FeedStrategy;
  /**
   * Makes the transport deliver again some events that are applied already. Out: how many events this function
   * applied itself.
   */
  redeliver(pool: pg.Pool): Promise<number>;
  close(): Promise<void>;
}

/** An aggregator of a test: what it applied, and what it reported. */
export interface RunningAggregator {
  readonly batches: Applied[];
  readonly errors: Error[];
  /** How often a batch was refused because another aggregator has the partition. */
  readonly refusals: () => number;
  close(): Promise<void>;
}

const respondents = ['SV', 'GR', 'CN', 'FR', 'LV', 'SI', 'MX', 'JP'];

const figure = (value: number): Observation => ({
  indicator: 'persons-prosecuted',
  breakdown: {},
  period: '2006',
  value,
  qualifier: 'exact',
  paragraph: 14,
});

function toEvent(respondent: string, round: string, version: number): DomainEvent {
  const shared = {
    collection: 'c',
    round,
    respondent,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on' as const,
    late: false,
  };
  if (version === 1)
    return {
      type: 'ReplySubmitted',
      data: {
        ...shared,
        resolved: { code: respondent, asWritten: respondent, match: 'code' },
        language: null,
        complete: false,
        observations: [figure(1)],
        findings: [],
      },
    };
  const observations = { changed: [figure(version)], added: [], retracted: [] };
  return {
    type: 'ReplyCorrected',
    data: {
      ...shared,
      reason: 'r',
      reference: null,
      observations,
      findings: { changed: [], added: [], retracted: [] },
    },
  };
}

/** Appends the versions `from` to `to` of a reply of every respondent, one respondent after the other in each. */
export async function appendVersions(pool: pg.Pool, from: number, to: number, round = '2008'): Promise<void> {
  for (let version = from; version <= to; version += 1) {
    const stored = await storeAppends(
      pool,
      respondents.map((respondent) => {
        const event = toEvent(respondent, round, version);
        const meta = {
          recordedBy: 't',
          recordedAt: '2008-01-21T00:00:00.000Z',
          correlationId: 'c',
          causationId: 'r',
        };
        return {
          stream: streamOf(event),
          expectedVersion: version - 1,
          events: [toNewEvent(event, randomUUID(), meta)],
        };
      }),
    );
    expect(stored.size).toBe(respondents.length);
  }
}

/** Waits until a condition holds. Errors: it did not within 40 s. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within 40 s: ${what}`);
    await sleep(50);
  }
}

/**
 * Whether another try would fail the same way: PostgreSQL refuses the data or the statement, or a stream has a
 * hole.
 */
const isLasting = (error: Error & { readonly code?: string }) =>
  /^(22|23|42)\w{3}$/.test(error.code ?? '') || error instanceof HoleInStream;

/**
 * Waits until the tables include everything that has been stored.
 * In: a function that gives all errors of the aggregators so far. Errors: a new one of them that will not go
 * away by itself.
 */
export async function settleTables(pool: pg.Pool, errors: () => readonly Error[] = () => []): Promise<void> {
  const known = new Set(errors());
  await until('the tables reach the head', async () => {
    const lasting = errors().find((error) => !known.has(error) && isLasting(error));
    if (lasting) throw lasting;
    const { rows } = await pool.query('SELECT EXISTS (SELECT 1 FROM pending) AS waiting');
    return !rows[0].waiting && (await readWatermark(pool, liveSchema)) >= (await readHead(pool));
  });
}

/** A migrated database of its own with a sequencer, a transport, and the aggregators that a test starts. */
export class FeedBench {
  readonly aggregators: RunningAggregator[] = [];

  private constructor(
    readonly test: TestDatabase,
    readonly source: Database,
    readonly sequencer: Sequencer,
    readonly transport: Transport,
  ) {}

  static async open(connect: (url: string) => Promise<Transport>): Promise<FeedBench> {
    const test = await createTestDatabase();
    const source = await openDatabase({ url: test.url, poolSize: 12 });
    const sequencer = startSequencer({ url: test.url, onError: () => undefined });
    return new FeedBench(test, source, sequencer, await connect(test.url));
  }

  get pool(): pg.Pool {
    return poolOf(this.source);
  }

  async start(): Promise<RunningAggregator> {
    const batches: Applied[] = [];
    const errors: Error[] = [];
    let refusals = 0;
    @Module({
      imports: [
        AggregatorModule.with(this.source, {
          applied: (applied) => void batches.push(applied),
          fencedOff: () => void (refusals += 1),
        }),
      ],
    })
    class Root {}
    const strategy = this.transport.makeFeed(this.pool, this.test.url, (error) => errors.push(error));
    const app = await NestFactory.createMicroservice(Root, { strategy, logger: false });
    await app.listen();
    let closing: Promise<void> | undefined;
    const aggregator = { batches, errors, refusals: () => refusals, close: () => (closing ??= app.close()) };
    this.aggregators.push(aggregator);
    return aggregator;
  }

  settle(): Promise<void> {
    return settleTables(this.pool, () => this.aggregators.flatMap(({ errors }) => errors));
  }

  async close(): Promise<void> {
    await Promise.all(this.aggregators.map((aggregator) => aggregator.close()));
    await this.transport.close();
    await this.sequencer.close();
    await this.source.destroy();
    await this.test.drop();
  }
}

const sum = (aggregators: readonly RunningAggregator[], of: 'applied' | 'redelivered') =>
  aggregators.flatMap(({ batches }) => batches).reduce((total, batch) => total + batch[of], 0);

/** In: the transport's name, and how to connect it to a database. */
export function describeFeed(name: string, connect: (url: string) => Promise<Transport>): void {
  describe(`the feed by ${name}`, () => {
    let bench: FeedBench;
    beforeEach(async () => {
      bench = await FeedBench.open(connect);
    }, 60_000);
    afterEach(() => bench.close(), 60_000);

    const expectFold = async () => expect((await verifyTables(bench.pool)).differences).toEqual([]);
    const stored = respondents.length;

    it('applies every event once, in batches, in the order of each respondent', async () => {
      await appendVersions(bench.pool, 1, 40);
      const aggregator = await bench.start();
      await bench.settle();
      await expectFold();
      expect(sum([aggregator], 'applied')).toBe(stored * 40);
      expect(aggregator.batches.length).toBeLessThan(stored * 20);
      const { rows } = await bench.pool.query(`SELECT DISTINCT value FROM ${liveSchema}.cells`);
      expect(rows).toEqual([{ value: 40 }]);
    }, 60_000);

    it('drops what is delivered again', async () => {
      await appendVersions(bench.pool, 1, 5);
      const first = await bench.start();
      await bench.settle();
      await first.close();
      await appendVersions(bench.pool, 6, 6);
      await until('positions', async () => (await readHead(bench.pool)) === stored * 6);
      const ahead = await bench.transport.redeliver(bench.pool);
      const second = await bench.start();
      await bench.settle();
      await expectFold();
      expect(sum([first, second], 'applied')).toBe(stored * 6 - ahead);
      await until('the second hears them', () => sum([second], 'redelivered') > 0);
      await expectFold();
    }, 60_000);

    it('goes on from its place in PostgreSQL after a restart', async () => {
      await appendVersions(bench.pool, 1, 10);
      const first = await bench.start();
      await bench.settle();
      await first.close();
      await appendVersions(bench.pool, 11, 20);
      const second = await bench.start();
      await bench.settle();
      await expectFold();
      expect(sum([second], 'applied')).toBe(stored * 10);
      expect(sum([second], 'redelivered')).toBe(0);
    }, 60_000);

    it('lets only one of two commit that believe they own the same partition', async () => {
      await appendVersions(bench.pool, 1, 1);
      await until('positions', async () => (await readHead(bench.pool)) === stored);
      const events = await readLog(bench.pool, 0, 1);
      const [stale] = await takeLeases(bench.pool, liveSchema, [events[0]!.partition]);
      const [current] = await takeLeases(bench.pool, liveSchema, [events[0]!.partition]);
      const apply = (lease: typeof stale) =>
        inTransaction(bench.pool, (client) => applyEvents(client, liveSchema, [lease!], events));
      await expect(apply(stale)).rejects.toThrow(FencedOff);
      expect((await bench.pool.query(`SELECT 1 FROM ${liveSchema}.marks`)).rowCount).toBe(0);
      await apply(current);
      expect((await bench.pool.query(`SELECT 1 FROM ${liveSchema}.marks`)).rowCount).toBe(1);
      // The aggregator with the old lease must fail with FencedOff, not with HoleInStream: the events that the
      // other one applied look like a hole to it, and a hole stops an aggregator for good.
      await expect(apply(stale)).rejects.toThrow(FencedOff);
    }, 60_000);

    it('recovers when another has fenced it off, and nothing is applied twice', async () => {
      const aggregator = await bench.start();
      await appendVersions(bench.pool, 1, 3);
      await bench.settle();
      await takeLeases(
        bench.pool,
        liveSchema,
        Array.from({ length: 12 }, (_, i) => i),
      );
      await appendVersions(bench.pool, 4, 6);
      await bench.settle();
      await expectFold();
      expect(aggregator.errors.some((error) => error instanceof FencedOff)).toBe(true);
      expect(aggregator.refusals()).toBeGreaterThan(0);
      expect(sum([aggregator], 'applied')).toBe(stored * 6);
    }, 60_000);

    it('keeps the tables right while a second aggregator joins and leaves', async () => {
      await bench.start();
      let version = 0;
      let flowing = true;
      const flow = (async () => {
        while (flowing) {
          await appendVersions(bench.pool, (version += 1), version);
          await sleep(20);
        }
      })();
      await sleep(1500);
      const second = await bench.start();
      await sleep(4000);
      await second.close();
      await sleep(1500);
      flowing = false;
      await flow;
      await bench.settle();
      await expectFold();
      expect(sum(bench.aggregators, 'applied')).toBe(stored * version);
    }, 90_000);

    it('sets aside an event that cannot be read, and goes on with those behind it', async () => {
      const event = { id: randomUUID(), type: 'Unheard', schemaVersion: 1, key: 'SV', data: {} };
      const meta = {
        recordedBy: 't',
        recordedAt: '2008-01-21T00:00:00.000Z',
        correlationId: 'c',
        causationId: 'r',
      };
      await storeUnchecked(bench.pool, [
        { stream: 'poison', expectedVersion: 0, events: [{ ...event, meta }] },
      ]);
      await appendVersions(bench.pool, 1, 2);
      await bench.start();
      await bench.settle();
      await expectFold();
      const { rows } = await bench.pool.query(`SELECT stream, reason FROM ${liveSchema}.dead_letters`);
      expect(rows).toEqual([{ stream: 'poison', reason: 'no schema for Unheard version 1' }]);
    }, 60_000);
  });
}
