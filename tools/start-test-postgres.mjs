// Jest's global set-up: one PostgreSQL server for the run, with a migrated template database, and the run's folder.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function startTestPostgres() {
  const { startEmbeddedPostgres, openDatabase, poolOf } = await import('../libs/postgres/dist/index.js');
  const { migrations } = await import('../libs/projections/dist/index.js');
  const { accessMigrations, makeKey } = await import('../libs/access/dist/index.js');
  const { importMigrations } = await import('../apps/ingest/dist/import/records/migrations.js');
  const { webhookMigrations } = await import('../apps/api/dist/webhooks/create-webhooks.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-test-'));
  await import('node:fs/promises').then((fs) => fs.chmod(dataDir, 0o755));
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: ['fsync=off', 'max_prepared_transactions=10'],
  });
  const template = 'rapporteur_template';
  const admin = await openDatabase({ url: server.url });
  await poolOf(admin).query(`CREATE DATABASE ${template}`);
  await admin.destroy();
  const url = new URL(server.url);
  url.pathname = `/${template}`;
  const migrated = await openDatabase({
    url: url.href,
    migrations: [...migrations, ...accessMigrations, ...importMigrations, ...webhookMigrations],
  });
  await migrated.destroy();
  process.env.TEST_POSTGRES_URL = server.url;
  process.env.TEST_TEMPLATE = template;
  process.env.TEST_RUN_FOLDER = dataDir;
  // Tests ask for more than anybody does; those of the limits set their own.
  process.env.RATE_LIMIT = 'off';
  // Every service that a test starts takes this key for that of its owner.
  process.env.OWNER_KEY_FILE = join(dataDir, 'owner.key');
  await writeFile(process.env.OWNER_KEY_FILE, `${makeKey().secret}\n`, { mode: 0o600 });
  globalThis.stopTestPostgres = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
