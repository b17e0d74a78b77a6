/** The api alone: reads the tables of a database that ingest and the aggregator fill. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { Audit, auditDoor, AuditModule, makeDoor, oidcUsage, readOidc, signInAt } from '@rapporteur/access';
import { readBacklog } from '@rapporteur/event-store';
import {
  createServer,
  endOnSignal,
  giveBackMemory,
  hostsUsage,
  limitsUsage,
  listenOn,
  logUsage,
  makeLog,
  Metrics,
  MetricsModule,
  readAddress,
  readLimits,
  readLogLevel,
  readReading,
  readingUsage,
  Watch,
} from '@rapporteur/http';
import { kafkaUsage, readKafkaSettings } from '@rapporteur/kafka';
import { openDatabase, poolOf, serviceWaitMs } from '@rapporteur/postgres';
import { liveSchema } from '@rapporteur/projections';
import { ApiModule } from './service/api.module.js';
import { openReplica, replicaUsage } from './service/open-replica.js';
import { readDocuments } from './service/read-routes.js';
import { workMigrations } from './work/create-work-items.js';
import { webhookMigrations } from './webhooks/create-webhooks.js';
import { readWebhookHosts, webhooksUsage } from './webhooks/reachable.js';

const usage = `api: the read side of Rapporteur

Environment:
  DATABASE_URL  PostgreSQL that ingest and the aggregator use (required)
${replicaUsage}
  PORT, HOST    where to listen (3000 or the next free one, 127.0.0.1)
  INGEST_URL    address of ingest as readers reach it: the page names it to those who would submit
${readingUsage()}
${limitsUsage()}
${oidcUsage()}
${hostsUsage()}
${webhooksUsage()}
${logUsage('info')}
With KAFKA_BROKERS it keeps a topic of trends for other systems (docs/trends-topic.md).
${kafkaUsage}
`;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(usage);
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: give the PostgreSQL that ingest uses.');
  const address = readAddress(process.env);
  const isReadingOpen = readReading(process.env);
  const limits = readLimits(process.env);
  const oidc = readOidc(process.env);
  const allowed = readWebhookHosts(process.env);
  const kafka = readKafkaSettings(process.env);
  const level = readLogLevel(process.env, 'info');
  const database = await openDatabase({
    url,
    migrations: [...webhookMigrations, ...workMigrations],
    name: 'rapporteur-api',
    answerWithinMs: serviceWaitMs,
  });
  const replica = await openReplica(process.env, database);
  const log = makeLog('api', level);
  const { finders } = await signInAt(oidc, poolOf(database), (message) => log.warn(message));
  const metrics = new Metrics({ readFigures: () => readBacklog(poolOf(database), liveSchema) });
  const watch = new Watch(metrics, log);
  const audit = new Audit(poolOf(database), (entries) => metrics.lostFromAudit(entries), watch.failed);
  @Module({
    imports: [
      ApiModule.with({
        database,
        replica,
        url,
        ingest: { elsewhere: process.env['INGEST_URL'] ?? '' },
        publicUrl: address.publicUrl,
        webhooks: { allowed },
        kafka,
      }),
      AuditModule.with({ audit }),
      MetricsModule.with(metrics),
    ],
  })
  class ApiRoot {}
  const app = await createServer(ApiRoot, {
    door: makeDoor({ pool: poolOf(database), isReadingOpen, finders, ...auditDoor(audit) }),
    documents: readDocuments,
    limits: { ...limits, onLimited: (limit) => metrics.limited(limit) },
    log,
    served: address,
  });
  const listening = await listenOn(app, address);
  process.stdout.write(`api is at ${listening}\n`);
  giveBackMemory();
  endOnSignal(log, async () => {
    await app.close();
    await replica?.destroy();
    await database.destroy();
  });
}

main().catch((error: Error) => {
  process.stderr.write(`api did not start: ${error.message}\n`);
  process.exit(1);
});
