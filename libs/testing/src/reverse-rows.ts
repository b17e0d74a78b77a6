/** Makes a database in which unsorted reads give the wrong order, for tests that reads sort what they give. */
import type pg from 'pg';

/**
 * Stores the rows of tables in reverse order, and keeps later connections from reading them by an index, which
 * could give the right order by luck. In: a pool of the owner, and tables with their schemas.
 */
export async function reverseRows(pool: pg.Pool, tables: readonly string[]): Promise<void> {
  const client = await pool.connect();
  // Without triggers: the log lets nobody change it.
  await client.query('BEGIN; SET LOCAL session_replication_role = replica');
  for (const table of tables)
    await client.query(`CREATE TEMP TABLE lain ON COMMIT DROP AS SELECT * FROM ${table} ORDER BY ctid DESC;
      TRUNCATE ${table}; INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM lain; DROP TABLE lain`);
  await client.query('COMMIT');
  client.release();
  // Groups are not made by sorting either, nor sorted once for all that is gathered of them: that would put them in
  // order.
  for (const setting of [
    ...['enable_indexscan', 'enable_indexonlyscan', 'enable_sort', 'enable_presorted_aggregate'],
  ])
    await pool.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET ${setting} = off', current_database()); END $$`,
    );
}
