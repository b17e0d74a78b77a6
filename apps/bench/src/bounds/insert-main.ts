/** A bare route that stores each reply as one row by one INSERT, which is a transaction of its own: no streams, versions or keys. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { serveReplies } from './bare-route.js';

const [url, meta] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 32 });
const text = `INSERT INTO plain_events (id, stream, version, type, schema_version, key, partition, data, meta)
  VALUES ($1, $2, 1, 'ReplySubmitted', 1, $3, $4, $5, $6)`;
const address = await serveReplies(async (data) => {
  const id = randomUUID();
  const values = [id, `reply/bench/x/${id}`, id, id.charCodeAt(0) % 12, JSON.stringify(data), meta];
  await pool.query({ name: 'insert', text, values });
  return id;
});
process.send!(address);
process.once('disconnect', () => process.exit(0));
