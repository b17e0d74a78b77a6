/** Opens the replica that an api reads from (READ_DATABASE_URL). */
import { openDatabase, poolOf, serviceWaitMs, type Database } from '@rapporteur/postgres';

/** The line of a usage text that tells READ_DATABASE_URL. */
export const replicaUsage =
  '  READ_DATABASE_URL  a streaming replica of that PostgreSQL, which answers are read from';

/** What a cluster and each of its replicas have in common, and nobody else. */
async function identify(database: Database): Promise<string> {
  const { rows } = await poolOf(database).query<{ id: string }>(
    'SELECT system_identifier::text AS id FROM pg_control_system()',
  );
  return rows[0]!.id;
}

/**
 * In: the environment, and the primary. Out: the replica; undefined where none is given. Errors: those of pg; it is no
 * replica of the primary, whose answers would be those of other tables.
 */
export async function openReplica(env: NodeJS.ProcessEnv, primary: Database): Promise<Database | undefined> {
  const url = env['READ_DATABASE_URL'];
  if (!url) return undefined;
  const replica = await openDatabase({ url, name: 'rapporteur-api', answerWithinMs: serviceWaitMs });
  if ((await identify(replica)) === (await identify(primary))) return replica;
  await replica.destroy();
  throw new Error('READ_DATABASE_URL is no replica of the PostgreSQL of DATABASE_URL.');
}
