/**
 * TypeORM on a pool of ours (ADR 9): it runs migrations, and reads and writes operational tables by repositories. It opens
 * no connections, but takes those that the pool gives.
 */
import type pg from 'pg';
import type { DataSource, EntityManager, EntitySchema, MigrationInterface } from 'typeorm';
import { isUnanswered } from './transaction.js';

export interface SourceOptions {
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly entities?: readonly EntitySchema[];
}

/**
 * A data source whose connections are the pool's; its end ends none of them.
 * In: the pool, and what TypeORM is to know. Errors: those of pg.
 */
export async function openSource(
  pool: pg.Pool,
  { migrations = [], entities = [] }: SourceOptions,
): Promise<DataSource> {
  // Loaded only when it is used: that takes as long as all the rest of a process that imports a file.
  const { DataSource } = await import('typeorm');
  return new DataSource({
    type: 'postgres',
    // TypeORM takes this in place of the module `pg`, and only makes one pool of its class `Pool`.
    driver: { Pool: poolClassOf(pool) },
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
  }).initialize();
}

type Connected = Parameters<pg.Pool['connect']>[0];

/**
 * A class with the methods that TypeORM uses of a pool. `on` does nothing: the pool itself listens to its
 * errors.
 */
const poolClassOf = (pool: pg.Pool) =>
  class {
    readonly on = () => this;
    readonly connect = (connected: Connected) =>
      pool.connect((error, client, release) => {
        if (client) cutUnanswered(client);
        connected(error, client, (failure) => release(failure ?? unanswered.get(client!)));
      });
    /** Others use the pool, which stays open. */
    readonly end = (done: () => void) => done();
  };

const watched = new WeakSet<pg.PoolClient>();
/** Connections that still wait for the answer of a statement that was given up. */
const unanswered = new WeakMap<pg.PoolClient, Error>();

/**
 * When a statement is not answered, TypeORM gives its connection back to the pool as if it were good; when that
 * happens at the beginning, TypeORM never gives it back. So the connection is cut here: TypeORM is told of
 * that, and the pool makes another.
 */
function cutUnanswered(client: pg.PoolClient): void {
  if (watched.has(client)) return;
  watched.add(client);
  const query = client.query.bind(client) as (...statement: unknown[]) => Promise<unknown> | undefined;
  const cut = (error: Error) => {
    if (!isUnanswered(error)) return;
    unanswered.set(client, error);
    (client as unknown as pg.Client).connection.stream.destroy();
  };
  Object.assign(client, {
    query: (...statement: unknown[]) => {
      const answer = query(...statement);
      answer?.catch?.(cut);
      return answer;
    },
  });
}

const managers = new WeakMap<pg.Pool, Map<readonly EntitySchema[], Promise<EntityManager>>>();

/**
 * Repositories on a pool; they are made once for each list of entities, and live as long as the pool.
 * Errors: those of pg; then the next call tries again.
 */
export function entitiesOn(pool: pg.Pool, entities: readonly EntitySchema[]): Promise<EntityManager> {
  const ofPool = managers.get(pool) ?? new Map<readonly EntitySchema[], Promise<EntityManager>>();
  managers.set(pool, ofPool);
  const made = ofPool.get(entities) ?? openSource(pool, { entities }).then(({ manager }) => manager);
  ofPool.set(entities, made);
  made.catch(() => ofPool.delete(entities));
  return made;
}

/**
 * Runs work in one transaction that repositories and our own statements share. Errors: those of pg and of the
 * work.
 */
export async function inEntityTransaction<T>(
  pool: pg.Pool,
  entities: readonly EntitySchema[],
  work: (manager: EntityManager, client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const shared = await entitiesOn(pool, entities);
  return shared.transaction(async (manager) =>
    work(manager, (await manager.queryRunner!.connect()) as pg.ClientBase),
  );
}
