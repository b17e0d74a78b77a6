/** Starts ingest, aggregator and api in one process on one port, with a PostgreSQL of their own where none is given. */
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AggregatorModule, LogFeed } from '@rapporteur/aggregator';
import {
  accessDocuments,
  accessMigrations,
  AccessModule,
  Audit,
  auditDoor,
  AuditModule,
  keepOwnerKey,
  makeDoor,
  readAuditDays,
  readSessionIdleMinutes,
  readOidc,
  signInAt,
  type OidcSettings,
} from '@rapporteur/access';
import {
  ApiModule,
  readDocuments,
  readWebhookHosts,
  webhookMigrations,
  workMigrations,
} from '@rapporteur/api';
import {
  choosePort,
  createServer,
  listenOn,
  makeLog,
  openTracer,
  Metrics,
  MetricsModule,
  readAddress,
  readLimits,
  readLogLevel,
  readReading,
  Watch,
  type Address,
  type LimitSettings,
  type Log,
  type Tracer,
} from '@rapporteur/http';
import { readBacklog } from '@rapporteur/event-store';
import { documents, importMigrations, IngestModule } from '@rapporteur/ingest';
import {
  keepServer,
  openDatabase,
  poolOf,
  serviceWaitMs,
  startEmbeddedPostgres,
  waitAtMost,
  watchSpace,
  withDatabase,
  type ServerLost,
  type Database,
} from '@rapporteur/postgres';
import { liveSchema, migrations, rebuildOutdated } from '@rapporteur/projections';
import { awaitTables, whileAway } from './await-tables.js';
import { ownerKeyPath, takeDataFolder } from './data-folder.js';

export interface Rapporteur {
  /** Where it answers: http://127.0.0.1:3000. */
  readonly url: string;
  readonly database: Database;
  readonly app: NestFastifyApplication;
  /** Resolves when the PostgreSQL that it started is gone and cannot be started again; never with DATABASE_URL. */
  readonly lost: Promise<ServerLost>;
  close(): Promise<void>;
}

/** The parts that exist before it listens. */
export type Composed = Pick<Rapporteur, 'app' | 'database'>;

export interface StartOptions {
  /** Work that must be done before it listens; begun again if PostgreSQL went away during it and came back. */
  readonly beforeListening?: (composed: Composed) => Promise<void>;
  /** Ends a start that is under way, in order. */
  readonly signal?: AbortSignal;
}

/**
 * In this order: tables of an earlier version are rebuilt, `beforeListening` does its work, the tables catch up
 * with the stored events, the server listens, and its address is written to the data folder.
 * In: the environment (PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, ALLOWED_HOSTS, SESSION_IDLE_MINUTES,
 * AUDIT_DAYS, RATE_LIMIT, SIGN_IN_LIMIT, WEBHOOK_HOSTS), a
 * function that is told of each step, and the options. Out: the running Rapporteur. Errors: a taken port or folder, a database that
 * does not answer; each says what to do. ServerLost.
 */
export async function startRapporteur(
  env: NodeJS.ProcessEnv,
  onStep: (step: string) => void,
  { beforeListening = async () => undefined, signal }: StartOptions = {},
): Promise<Rapporteur> {
  const address = readAddress(env);
  const isReadingOpen = readReading(env);
  const sessionIdleMinutes = readSessionIdleMinutes(env);
  const auditDays = readAuditDays(env);
  const limits = readLimits(env);
  const oidc = readOidc(env);
  const webhooks = { allowed: readWebhookHosts(env) };
  const log = makeLog('rapporteur', readLogLevel(env, 'warn'));
  await choosePort(address);
  const stops: (() => Promise<unknown>)[] = [];
  const tracer = await openTracer('rapporteur', env, log);
  stops.push(async () => tracer?.close());
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const { url, announce, lost, hasRoom } = await prepareDatabase(env, onStep, stops);
    const name = 'rapporteur';
    const database = await openDatabase({
      url,
      migrations: [
        ...migrations,
        ...importMigrations,
        ...accessMigrations,
        ...webhookMigrations,
        ...workMigrations,
      ],
      name,
      answerWithinMs: serviceWaitMs,
    });
    stops.push(() => waitAtMost(database.destroy()));
    // These connections have no time limit for statements, because an index over all rows may take long.
    await withDatabase({ url, name }, (unhurried) =>
      rebuildOutdated(unhurried, {
        onOutdated: () => onStep('Rebuilding the tables for this version'),
      }),
    );
    signal?.throwIfAborted();
    await keepOwnerKey(poolOf(database), ownerKeyPath(env));
    const app = await compose({
      ...{ database, url, address, log, tracer, hasRoom },
      ...{ isReadingOpen, sessionIdleMinutes, auditDays, limits, oidc, webhooks },
    });
    stops.push(() => waitAtMost(app.close()));
    await app.init();
    await app.startAllMicroservices();
    const makeReady = async () => {
      await beforeListening({ app, database });
      await awaitTables(poolOf(database), signal);
    };
    const isKept = hasRoom !== undefined;
    const ready = isKept ? whileAway(makeReady, signal) : makeReady();
    await Promise.race([ready, lost.then((error) => Promise.reject(error))]);
    signal?.throwIfAborted();
    const listening = await listenOn(app, address);
    await announce(listening);
    return { url: listening, database, app, lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Prepared {
  readonly url: string;
  readonly announce: (listening: string) => Promise<void>;
  readonly lost: Promise<ServerLost>;
  /** Absent for a database on another machine, whose disk cannot be looked at. */
  readonly hasRoom?: () => boolean;
}

async function prepareDatabase(
  env: NodeJS.ProcessEnv,
  onStep: (step: string) => void,
  stops: (() => Promise<unknown>)[],
): Promise<Prepared> {
  if (env['DATABASE_URL'])
    return {
      url: env['DATABASE_URL'],
      announce: async () => undefined,
      lost: new Promise<never>(() => undefined),
    };
  const folder = await takeDataFolder(env);
  stops.push(() => folder.release());
  const server = await startEmbeddedPostgres({ dataDir: folder.path, onStep });
  const space = watchSpace(server.folder, onStep);
  const keeper = keepServer(server, { say: onStep });
  stops.push(async () => {
    space.close();
    keeper.close();
    await server.stop();
  });
  return { url: server.url, announce: folder.announce, lost: keeper.lost, hasRoom: () => space.hasRoom };
}

interface Parts extends Pick<Prepared, 'hasRoom'> {
  readonly database: Database;
  readonly url: string;
  readonly address: Address;
  readonly log: Log;
  readonly tracer: Tracer | undefined;
  readonly isReadingOpen: boolean;
  readonly sessionIdleMinutes: number | undefined;
  readonly auditDays: number;
  readonly limits: LimitSettings;
  readonly oidc: OidcSettings | undefined;
  readonly webhooks: { readonly allowed: readonly string[] };
}

async function compose({
  database,
  url,
  address,
  log,
  tracer,
  hasRoom,
  isReadingOpen,
  sessionIdleMinutes,
  auditDays,
  limits,
  oidc,
  webhooks,
}: Parts): Promise<NestFastifyApplication> {
  const metrics = new Metrics({ readFigures: () => readBacklog(poolOf(database), liveSchema) });
  const watch = new Watch(metrics, log, tracer);
  const pool = poolOf(database);
  const audit = new Audit(pool, (entries) => metrics.lostFromAudit(entries), watch.failed);
  const { finders, signIn } = await signInAt(oidc, pool, (message) => log.warn(message));
  const door = makeDoor({ pool, isReadingOpen, finders, ...auditDoor(audit) });
  const { publicUrl } = address;
  const changing = [...documents, ...accessDocuments];
  @Module({
    imports: [
      IngestModule.with({ database, url, onError: watch.failed, watch, hasRoom }),
      AggregatorModule.with(database, watch),
      AuditModule.with({ audit, cleaning: { pool, days: auditDays, onError: watch.failed } }),
      AccessModule.with({ pool, door, sessionIdleMinutes, audit, publicUrl, ...signIn }),
      ApiModule.with({ ingest: 'here', database, url, documents: changing, publicUrl, webhooks }),
      MetricsModule.with(metrics),
    ],
  })
  class RapporteurModule {}
  const app = await createServer(RapporteurModule, {
    door,
    documents: [...readDocuments, ...changing],
    limits: { ...limits, onLimited: (limit) => metrics.limited(limit) },
    ...{ log, tracer, served: address },
  });
  app.connectMicroservice({
    strategy: new LogFeed({ url, onError: watch.failed, onAnswer: watch.answered }),
  });
  return app;
}
