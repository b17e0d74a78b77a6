/** How far everything has come, in one statement. */
import { metaText } from './meta-text.js';

/**
 * One row that tells how far everything has come. In: the schema whose dead letters are counted; none = null.
 * An age is that of the first event that waits, counted from when ingest recorded it. It is 0 where the clock
 * of ingest is ahead.
 */
export function backlogStatement(schema?: string): string {
  return `
WITH followers AS (
  SELECT 'relay' AS kind, topic AS name, position FROM relays
  UNION ALL
  SELECT 'projection', p.projection, min(COALESCE((
      SELECT l.position FROM log l WHERE l.partition = p.partition AND l.position > p.position
      ORDER BY l.position LIMIT 1) - 1, s.head))
  FROM places p, sequencer s GROUP BY p.projection
), lags AS (
  SELECT f.kind, f.name, GREATEST(s.head - f.position, 0) AS events, COALESCE(${age('l.meta')}, 0) AS seconds
  FROM followers f CROSS JOIN sequencer s LEFT JOIN log l ON l.position = f.position + 1
)
SELECT s.head,
  (SELECT count(*) FROM pending) AS pending,
  COALESCE((SELECT ${age('meta')} FROM pending ORDER BY seq LIMIT 1), 0) AS "pendingSeconds",
  ${collect('relay', 'topic')} AS relays,
  ${collect('projection', 'projection')} AS projections,
  ${schema ? `(SELECT count(*) FROM ${schema}.dead_letters)` : 'NULL::bigint'} AS "deadLetters",
  COALESCE((
    SELECT EXTRACT(EPOCH FROM clock_timestamp() - min(xact_start))::float8 FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
  ), 0) AS "oldestTransactionSeconds"
FROM sequencer s`;
}

const age = (meta: string) =>
  `GREATEST(EXTRACT(EPOCH FROM clock_timestamp() - ${metaText(meta, 'recordedAt')}::timestamptz)::float8, 0)`;

const collect = (kind: string, label: string) => `COALESCE((
    SELECT json_agg(json_build_object('${label}', name, 'events', events, 'seconds', seconds) ORDER BY name)
    FROM lags WHERE kind = '${kind}'), '[]')`;
