/** Runs the built aggregator in this process until its tables hold the whole log. */
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { AggregatorModule } from '@rapporteur/aggregator';
import { readHead, readWatermark } from '@rapporteur/event-store';
import { poolOf, type Database } from '@rapporteur/postgres';
import { liveSchema } from '@rapporteur/projections';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Resets tables and places to before the first event. */
export async function emptyTables(pool: pg.Pool): Promise<void> {
  await pool.query(
    `TRUNCATE ${['statements', 'cells', 'directions', 'marks', 'rounds', 'applied', 'dead_letters']
      .map((table) => `${liveSchema}.${table}`)
      .join(', ')}`,
  );
  await pool.query('UPDATE places SET position = 0, next_offset = NULL');
  // So the writes that the round before has left are not counted in this round.
  await pool.query('CHECKPOINT');
}

/** In: the transport, not listening yet. Out: seconds from listening until the tables hold the head. Errors: dead letters. */
export async function followFeed(
  database: Database,
  strategy: CustomTransportStrategy,
  failed: () => Error | undefined,
): Promise<number> {
  const pool = poolOf(database);
  const head = await readHead(pool);
  @Module({ imports: [AggregatorModule.with(database)] })
  class Following {}
  const app = await NestFactory.createMicroservice(Following, { strategy, logger: ['error'] });
  try {
    const started = performance.now();
    await app.listen();
    while ((await readWatermark(pool, liveSchema)) < head) {
      const error = failed();
      if (error) throw error;
      await sleep(20);
    }
    const seconds = (performance.now() - started) / 1000;
    const { rows } = await pool.query<{ dead: number }>(
      `SELECT count(*) AS dead FROM ${liveSchema}.dead_letters`,
    );
    if (rows[0]!.dead > 0) throw new Error(`${rows[0]!.dead} events could not be applied`);
    return seconds;
  } finally {
    await app.close();
  }
}
