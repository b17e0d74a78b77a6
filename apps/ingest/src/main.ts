/** Ingest alone: takes replies in, gives them positions, and sends them to Kafka where there is one. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import {
  accessDocuments,
  accessMigrations,
  AccessModule,
  Audit,
  auditDoor,
  AuditModule,
  auditUsage,
  keepOwnerKey,
  makeDoor,
  readAuditDays,
  readSessionIdleMinutes,
  sessionUsage,
  oidcUsage,
  readOidc,
  signInAt,
} from '@rapporteur/access';
import { eventMigrations, readBacklog } from '@rapporteur/event-store';
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
import { kafkaUsage, readKafkaSettings } from '@rapporteur/kafka';
import { forRequest, openDatabase, poolOf, serviceWaitMs } from '@rapporteur/postgres';
import { importMigrations } from './import/records/migrations.js';
import { documents } from './service/documents.js';
import { IngestModule } from './service/ingest.module.js';
import { RelayModule } from './service/relay.module.js';

const usage = `ingest: the write side of Rapporteur

Environment:
  DATABASE_URL          PostgreSQL for the events (required)
  PORT, HOST            where to listen (3000 or the next free one, 127.0.0.1)
  OWNER_KEY_FILE        the file of the owner's key, made where it is missing (none: keys are made by npm run access)
${sessionUsage(22)}
${auditUsage(22)}
${limitsUsage(22)}
${oidcUsage(22)}
${hostsUsage(22)}
${logUsage('info', 22)}
${traceUsage(22)}
Without KAFKA_BROKERS the aggregator reads the events from PostgreSQL.
${kafkaUsage}
`;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(usage);
  const url = process.env['DATABASE_URL'];
  if (!url)
    throw new Error(
      'DATABASE_URL is missing: give a PostgreSQL, postgres://user:password@host:5432/database.',
    );
  const address = readAddress(process.env);
  const sessionIdleMinutes = readSessionIdleMinutes(process.env);
  const days = readAuditDays(process.env);
  const limits = readLimits(process.env);
  const oidc = readOidc(process.env);
  const kafka = readKafkaSettings(process.env);
  const log = makeLog('ingest', readLogLevel(process.env, 'info'));
  const tracer = await openTracer('rapporteur-ingest', process.env, log);
  const database = await openDatabase({
    url,
    migrations: [...eventMigrations, ...importMigrations, ...accessMigrations],
    name: 'rapporteur-ingest',
    answerWithinMs: serviceWaitMs,
  });
  const pool = poolOf(database);
  const ownerKeyFile = process.env['OWNER_KEY_FILE'];
  if (ownerKeyFile) await keepOwnerKey(pool, ownerKeyFile);
  const watch = new Watch(new Metrics({ readFigures: () => readBacklog(pool) }), log, tracer);
  const { traces } = watch;
  const relaying = kafka && {
    url,
    kafka,
    onSent: watch.sent,
    onError: watch.failed,
    ...(traces ? { onSending: traces.sending.bind(traces) } : {}),
  };
  const checkReady = checkObstacle(async () => void (await pool.query(forRequest({ text: 'SELECT 1' }))));
  const audit = new Audit(pool, (entries) => watch.metrics.lostFromAudit(entries), watch.failed);
  const { finders, signIn } = await signInAt(oidc, pool, (message) => log.warn(message));
  const door = makeDoor({ pool, isReadingOpen: true, finders, ...auditDoor(audit) });
  const { publicUrl } = address;
  @Module({
    imports: [
      IngestModule.with({ database, url, onError: watch.failed, watch }),
      AccessModule.with({ pool, door, sessionIdleMinutes, audit, publicUrl, ...signIn }),
      AuditModule.with({ audit, cleaning: { pool, days, onError: watch.failed } }),
      HealthModule.with(checkReady),
      MetricsModule.with(watch.metrics),
      ...(relaying ? [RelayModule.with(relaying)] : []),
    ],
  })
  class IngestRoot {}
  const app = await createServer(IngestRoot, {
    door,
    documents: [...documents, ...accessDocuments, ...healthDocuments, metricsDocument],
    limits: { ...limits, onLimited: (limit) => watch.metrics.limited(limit) },
    ...{ log, tracer, served: address },
  });
  giveBackMemory();
  endOnSignal(log, async () => {
    await app.close();
    await database.destroy();
    await tracer?.close();
  });
  const listening = await listenOn(app, address);
  process.stdout.write(`ingest is at ${listening}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`ingest did not start: ${error.message}\n`);
  process.exit(1);
});
