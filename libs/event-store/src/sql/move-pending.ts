/**
 * Gives the next dense positions to committed events, in one statement: DELETE from pending, INSERT into log.
 * $1 epoch of the caller: when it is no longer the leader's, nothing moves and no row is returned.
 * $2 events at most. Returns one row: the head afterwards and how many moved.
 * An array, not IN: PostgreSQL plans IN as a join with all of pending, whose pages are full of events that have
 * moved on.
 * A version commits only after the one before it. So what pending shows of a stream are always the next
 * versions that the log lacks, and the order by seq keeps the versions of each stream in order.
 */
import { channels } from '@rapporteur/postgres';

export const movePending = `
WITH leader AS (
  SELECT head FROM sequencer WHERE epoch = $1 FOR UPDATE
), moved AS (
  DELETE FROM pending
  WHERE seq = ANY (ARRAY(SELECT seq FROM pending ORDER BY seq LIMIT $2)) AND EXISTS (SELECT 1 FROM leader)
  RETURNING *
), logged AS (
  INSERT INTO log (position, id, stream, version, type, schema_version, key, partition, data, meta)
  SELECT leader.head + row_number() OVER (ORDER BY seq), id, stream, version, type, schema_version, key, partition,
    data, meta
  FROM moved, leader
  ORDER BY seq
  RETURNING position
), counted AS (
  UPDATE sequencer SET head = head + (SELECT count(*) FROM moved)
  WHERE epoch = $1 AND EXISTS (SELECT 1 FROM moved)
  RETURNING head
)
SELECT COALESCE((SELECT head FROM counted), head) AS head, (SELECT count(*) FROM logged) AS moved,
  CASE WHEN EXISTS (SELECT 1 FROM logged) THEN pg_notify('${channels.log}', '') END AS notified
FROM leader`;
