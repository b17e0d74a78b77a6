/** A database of its own for each test file, cloned from a migrated template on the run's PostgreSQL. */
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Further databases may be asked for; each is dropped with the server at the end of the run. */
  drop(): Promise<void>;
}

let count = 0;

/**
 * Clones the migrated template. Errors: when the run's server is not there; `npm test` starts it
 * (TEST_POSTGRES_URL names it, TEST_TEMPLATE the template).
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  const template = process.env['TEST_TEMPLATE'];
  if (!server || !template) throw new Error('no PostgreSQL for tests: run them by "npm test" or "node tools/jest.mjs FILE"');
  const name = `test_${process.pid}_${Date.now()}_${(count += 1)}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
