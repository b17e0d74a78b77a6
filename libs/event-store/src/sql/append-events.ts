/**
 * Stores appends in one statement, each whole or not at all; returns the streams that were stored.
 * A stream's row is locked, checked and moved on by one upsert, in order of name so that no two callers
 * deadlock.
 * Scalar subqueries, not EXISTS: PostgreSQL may plan EXISTS as a hash of the whole table, and keeps that plan
 * while the table grows.
 * An append that names a principal is stored only while that principal's rights have the version that was asked
 * about: the row of the rights is locked for sharing, and read again where a change of rights had to be waited for.
 * When two statements use one idempotency key at the same time, the later fails on the primary key of
 * `requests`, and stores nothing.
 */

/** How a form of the statement writes what the rules of every append name; `a` is an append where it has many. */
interface Form {
  /** What stands before the rules, such as the appends as rows. */
  readonly begin: string;
  readonly stream: string;
  readonly expected: string;
  readonly events: string;
  readonly key: string;
  readonly principal: string;
  readonly standing: string;
  /** The condition of the principals whose rights are locked. */
  readonly isHeld: string;
  /** The version that the stream of a row that is there must have. */
  readonly expectedOfRow: string;
  /** Where appends come from, and their order. */
  readonly from: string;
  readonly inOrder: string;
  /** What is stored beside the streams. */
  readonly end: string;
}

/** The rules of every append, written once for both forms. */
const toStatement = (form: Form): string => `
WITH ${form.begin}held AS MATERIALIZED (
  SELECT s.principal, s.version FROM standings s
  WHERE s.principal = ${form.isHeld}
  ORDER BY s.principal
  FOR SHARE
), moved AS (
  INSERT INTO streams (stream, version)
  SELECT ${form.stream}, ${form.expected} + ${form.events}${form.from}
  WHERE (${form.principal} IS NULL
      OR (SELECT h.version FROM held h WHERE h.principal = ${form.principal}) = ${form.standing})
    AND (${form.key} IS NULL OR (SELECT r.key FROM requests r WHERE r.key = ${form.key}) IS NULL)
    AND (${form.expected} = 0 OR (SELECT s.stream FROM streams s WHERE s.stream = ${form.stream}) IS NOT NULL)
  ${form.inOrder}
  ON CONFLICT (stream) DO UPDATE SET version = EXCLUDED.version
    WHERE streams.version = ${form.expectedOfRow}
  RETURNING stream
), ${form.end}
SELECT stream FROM moved`;

/**
 * Many appends. $1 streams, $2 expected versions, $3 numbers of events, $4 idempotency keys or null, $5
 * fingerprints, $6 statuses, $7 answers; the events: $8 streams, $9 versions, $10 ids, $11 types, $12 schema
 * versions, $13 keys, $14 partitions, $15 data, $16 meta; of the appends again: $17 principals or null, $18
 * versions of their rights.
 */
export const appendEvents = toStatement({
  begin: `asked AS (
  SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::text[], $6::smallint[], $7::json[],
      $17::text[], $18::int[])
    AS a(stream, expected, events, key, fingerprint, status, answer, principal, standing)
), `,
  ...{ stream: 'a.stream', expected: 'a.expected', events: 'a.events', key: 'a.key' },
  ...{ principal: 'a.principal', standing: 'a.standing', isHeld: 'ANY($17::text[])' },
  expectedOfRow: '(SELECT a.expected FROM asked a WHERE a.stream = streams.stream)',
  ...{ from: ' FROM asked a', inOrder: 'ORDER BY a.stream' },
  end: `keyed AS (
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
)`,
});

/**
 * One append of one event, which is what a single client sends: without rows to make of arrays and to join,
 * PostgreSQL takes two thirds of the time.
 * $1 stream, $2 expected version, $3 idempotency key or null, $4 fingerprint, $5 status, $6 answer; the event:
 * $7 id, $8 type, $9 schema version, $10 key, $11 partition, $12 data, $13 meta; $14 principal or null, $15
 * version of its rights.
 */
export const appendEvent = toStatement({
  begin: '',
  ...{ stream: '$1::text', expected: '$2::int', events: '1', key: '$3::text' },
  ...{ principal: '$14::text', standing: '$15::int', isHeld: '$14::text' },
  expectedOfRow: '$2::int',
  ...{ from: '', inOrder: '' },
  end: `keyed AS (
  INSERT INTO requests (key, fingerprint, status, answer)
  SELECT $3::text, $4::text, $5::smallint, $6::json FROM moved WHERE $3::text IS NOT NULL
), stored AS (
  INSERT INTO pending (id, stream, version, type, schema_version, key, partition, data, meta)
  SELECT $7::uuid, $1::text, $2::int + 1, $8::text, $9::smallint, $10::text, $11::smallint, $12::json, $13::json
  FROM moved
)`,
});
