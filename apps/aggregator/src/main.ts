/** The aggregator alone: follows the feed, through Kafka where there is one, and fills the tables. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import {
  checkObstacle,
  createServer,
  endOnSignal,
  giveBackMemory,
  healthDocuments,
  HealthModule,
  hostsUsage,
  limitsUsage,
  listenOn,
  logUsage,
  makeLog,
  openTracer,
  Metrics,
  metricsDocument,
  MetricsModule,
  readAddress,
  readLimits,
  readLogLevel,
  traceUsage,
  Watch,
} from '@rapporteur/http';
import { Audit, auditDoor, AuditModule, makeDoor } from '@rapporteur/access';
import { readBacklog } from '@rapporteur/event-store';
import { kafkaUsage, readKafkaSettings } from '@rapporteur/kafka';
import { forRequest, openDatabase, poolOf, serviceWaitMs, withDatabase } from '@rapporteur/postgres';
import { liveSchema, migrations, rebuildOutdated } from '@rapporteur/projections';
import type pg from 'pg';
import { AggregatorModule } from './aggregator.module.js';
import { idleInTransactionMs } from './apply-feed.controller.js';
import { KafkaFeed } from './kafka-feed.js';
import { LogFeed } from './log-feed.js';

const usage = `aggregator: fills the trend tables of Rapporteur from the events

Environment:
  DATABASE_URL          PostgreSQL for the tables, the one that ingest uses (required)
  PORT, HOST            where health is asked for (3000 or the next free one, 127.0.0.1)
${limitsUsage(22)}
${hostsUsage(22)}
${logUsage('info', 22)}
${traceUsage(22)}
Without KAFKA_BROKERS it reads the events from PostgreSQL, and of several one works.
${kafkaUsage}
`;

/** Why the tables are degraded: the number of dead letters; undefined where there are none. */
async function findDegradation(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query(
    forRequest({ text: `SELECT count(*) AS dead FROM ${liveSchema}.dead_letters` }),
  );
  const dead = Number(rows[0].dead);
  return dead > 0
    ? `${dead} ${dead === 1 ? 'event' : 'events'} could not be applied: see npm run dead-letters list`
    : undefined;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(usage);
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: give the PostgreSQL that ingest uses.');
  const address = readAddress(process.env);
  const limits = readLimits(process.env);
  const kafka = readKafkaSettings(process.env);
  const log = makeLog('aggregator', readLogLevel(process.env, 'info'));
  const tracer = await openTracer('rapporteur-aggregator', process.env, log);
  const name = 'rapporteur-aggregator';
  const database = await openDatabase({ url, migrations, name, answerWithinMs: serviceWaitMs });
  const pool = poolOf(database);
  const watch = new Watch(new Metrics({ readFigures: () => readBacklog(pool, liveSchema) }), log, tracer);
  const giveUp = (error: Error) => {
    // Going on would leave the tables wrong for good, so the process ends: whoever operates it must notice.
    log.error(`stopped: ${error.message}`, { error: error.name });
    process.exit(1);
  };
  const { failed: onError, answered: onAnswer, foreign: onForeign } = watch;
  const kafkaFeed = kafka && new KafkaFeed({ pool, kafka, onError, onAnswer, onForeign, onStopped: giveUp });
  let rebuilding = false;
  const checkReady = checkObstacle(async () => {
    if (rebuilding) return 'the tables are being rebuilt';
    return kafkaFeed?.obstacle ?? findDegradation(pool);
  });
  const audit = new Audit(pool, (entries) => watch.metrics.lostFromAudit(entries), watch.failed);
  @Module({
    imports: [
      AggregatorModule.with(database, watch),
      HealthModule.with(checkReady),
      AuditModule.with({ audit }),
      MetricsModule.with(watch.metrics),
    ],
  })
  class AggregatorRoot {}
  const app = await createServer(AggregatorRoot, {
    door: makeDoor({ pool, isReadingOpen: true, ...auditDoor(audit) }),
    limits: { ...limits, onLimited: (limit) => watch.metrics.limited(limit) },
    documents: [...healthDocuments, metricsDocument],
    log,
    served: address,
  });
  giveBackMemory();
  endOnSignal(log, async () => {
    await app.close();
    await database.destroy();
    await tracer?.close();
  });
  app.connectMicroservice({ strategy: kafkaFeed ?? new LogFeed({ url, onError, onAnswer }) });
  // It listens before the rebuild, so that readiness reports the rebuild. Readers see the old tables meanwhile.
  rebuilding = true;
  const listening = await listenOn(app, address);
  // These connections have no time limit for statements, because an index over all rows may take long.
  await withDatabase({ url, name, idleInTransactionMs }, (unhurried) =>
    rebuildOutdated(unhurried, {
      onOutdated: (found, wanted) =>
        log.warn('the tables are rebuilt for another version', { found, wanted }),
    }),
  );
  rebuilding = false;
  await app.startAllMicroservices();
  process.stdout.write(`aggregator is at ${listening}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`aggregator did not start: ${error.message}\n`);
  process.exit(1);
});
