/** Starts ingest, aggregator and api in one process on one port, with a PostgreSQL of their own where none is given. */
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AggregatorModule, LogFeed } from '@rapporteur/aggregator';
import { ApiModule } from '@rapporteur/api';
import {
  choosePort,
  createServer,
  listenOn,
  makeLog,
  openTracer,
  Metrics,
  MetricsModule,
  readAddress,
  readLogLevel,
  Watch,
  type Log,
  type Tracer,
} from '@rapporteur/http';
import { readBacklog } from '@rapporteur/event-store';
import { documents, IngestModule } from '@rapporteur/ingest';
import {
  briefly,
  openDatabase,
  poolOf,
  serviceWaitMs,
  startEmbeddedPostgres,
  withDatabase,
} from '@rapporteur/postgres';
import { liveSchema, migrations, rebuildOutdated } from '@rapporteur/projections';
import type { DataSource } from 'typeorm';
import { takeDataFolder } from './data-folder.js';

export interface Rapporteur {
  /** Where it answers: http://127.0.0.1:3000. */
  readonly url: string;
  readonly database: DataSource;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/**
 * In: the environment (PORT, HOST, DATA_DIR, DATABASE_URL) and who is told of each step.
 * Out: the running whole. Errors: a taken port or folder, a database that does not answer; each says what to do.
 */
export async function startRapporteur(
  env: NodeJS.ProcessEnv,
  onStep: (step: string) => void,
): Promise<Rapporteur> {
  const address = readAddress(env);
  const log = makeLog('rapporteur', readLogLevel(env, 'warn'));
  await choosePort(address);
  const stops: (() => Promise<unknown>)[] = [];
  const tracer = await openTracer('rapporteur', env, log);
  stops.push(async () => tracer?.close());
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const { url, announce } = await prepareDatabase(env, onStep, stops);
    const name = 'rapporteur';
    const database = await openDatabase({ url, migrations, name, answerWithinMs: serviceWaitMs });
    stops.push(() => briefly(database.destroy()));
    // On connections that wait for their statements as long as an index over all rows takes.
    await withDatabase({ url, name }, (unhurried) =>
      rebuildOutdated(unhurried, {
        onOutdated: () => onStep('Rebuilding the tables for this version'),
      }),
    );
    const app = await compose(database, url, log, tracer);
    stops.push(() => briefly(app.close()));
    await app.startAllMicroservices();
    const listening = await listenOn(app, address);
    await announce(listening);
    return { url: listening, database, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepareDatabase(
  env: NodeJS.ProcessEnv,
  onStep: (step: string) => void,
  stops: (() => Promise<unknown>)[],
) {
  if (env['DATABASE_URL']) return { url: env['DATABASE_URL'], announce: async () => undefined };
  const folder = await takeDataFolder(env);
  stops.push(() => folder.release());
  const server = await startEmbeddedPostgres({ dataDir: folder.path, onStep });
  stops.push(() => server.stop());
  return { url: server.url, announce: folder.announce };
}

async function compose(
  database: DataSource,
  url: string,
  log: Log,
  tracer: Tracer | undefined,
): Promise<NestFastifyApplication> {
  const metrics = new Metrics({ readFigures: () => readBacklog(poolOf(database), liveSchema) });
  const watch = new Watch(metrics, log, tracer);
  @Module({
    imports: [
      IngestModule.with({ database, url, onError: watch.failed, watch }),
      AggregatorModule.with(database, watch),
      ApiModule.with({ ingest: 'here', database, url, documents }),
      MetricsModule.with(metrics),
    ],
  })
  class RapporteurModule {}
  const app = await createServer(RapporteurModule, log, tracer);
  app.connectMicroservice({ strategy: new LogFeed({ url, onError: watch.failed }) });
  return app;
}
