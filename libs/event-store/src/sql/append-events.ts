/**
 * Stores many appends in one statement, each whole or not at all; returns the streams that were stored.
 * A stream's row is locked, checked and moved on by one upsert, in order of name so that no two callers
 * deadlock.
 * Scalar subqueries, not EXISTS: PostgreSQL may plan EXISTS as a hash of the whole table, and keeps that plan
 * while the table grows.
 * An append that names a principal is stored only while that principal's rights have the version that was asked
 * about: the row of the rights is locked for sharing, and read again where a change of rights had to be waited for.
 * When two statements use one idempotency key at the same time, the later fails on the primary key of
 * `requests`, and stores nothing.
 * $1 streams, $2 expected versions, $3 numbers of events, $4 idempotency keys or null, $5 fingerprints, $6
 * statuses, $7 answers; the events: $8 streams, $9 versions, $10 ids, $11 types, $12 schema versions, $13 keys,
 * $14 partitions, $15 data, $16 meta; of the appends again: $17 principals or null, $18 versions of their rights.
 */
export const appendEvents = `
WITH asked AS (
  SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::text[], $6::smallint[], $7::json[],
      $17::text[], $18::int[])
    AS a(stream, expected, events, key, fingerprint, status, answer, principal, standing)
), held AS MATERIALIZED (
  SELECT s.principal, s.version FROM standings s
  WHERE s.principal = ANY($17::text[])
  ORDER BY s.principal
  FOR SHARE
), moved AS (
  INSERT INTO streams (stream, version)
  SELECT a.stream, a.expected + a.events FROM asked a
  WHERE (a.principal IS NULL
      OR (SELECT h.version FROM held h WHERE h.principal = a.principal) = a.standing)
    AND (a.key IS NULL OR (SELECT r.key FROM requests r WHERE r.key = a.key) IS NULL)
    AND (a.expected = 0 OR (SELECT s.stream FROM streams s WHERE s.stream = a.stream) IS NOT NULL)
  ORDER BY a.stream
  ON CONFLICT (stream) DO UPDATE SET version = EXCLUDED.version
    WHERE streams.version = (SELECT a.expected FROM asked a WHERE a.stream = streams.stream)
  RETURNING stream
), keyed AS (
  INSERT INTO requests (key, fingerprint, status, answer)
  SELECT key, fingerprint, status, answer FROM asked WHERE key IS NOT NULL AND stream IN (SELECT stream FROM moved)
), stored AS (
  INSERT INTO pending (id, stream, version, type, schema_version, key, partition, data, meta)
  SELECT e.id, e.stream, e.version, e.type, e.schema_version, e.key, e.partition, e.data, e.meta
  FROM unnest($8::text[], $9::int[], $10::uuid[], $11::text[], $12::smallint[], $13::text[], $14::smallint[],
    $15::json[], $16::json[]) WITH ORDINALITY
    AS e(stream, version, id, type, schema_version, key, partition, data, meta, ordinal)
  WHERE e.stream IN (SELECT stream FROM moved)
  ORDER BY e.ordinal
)
SELECT stream FROM moved`;
