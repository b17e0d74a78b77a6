/**
 * The facts that an import stores beside its events, on the connection of its lock: which file belongs to which
 * round, and the refused rows.
 */
import type pg from 'pg';
import type { RefusedRow } from '../table/keep-refused.js';

/** A file for a round. `file` is the SHA-256 of its bytes, in hex. */
export interface ImportKey {
  readonly file: string;
  readonly collection: string;
  readonly round: string;
}

export interface ImportStart extends ImportKey {
  readonly receivedOn: string;
  readonly name: string;
  readonly header: readonly string[];
  readonly refused: number;
  /** The rows that are refused or wait, as many as are kept. */
  readonly refusedRows: readonly RefusedRow[];
}

const rowsPerStatement = 1000;

/** Where the log ended when a run of this import began that has not come to its end; null: there is none. */
export async function findBeganAfter(
  client: pg.ClientBase,
  { file, collection, round }: ImportKey,
): Promise<number | null> {
  const { rows } = await client.query<{ began_after: number | null }>(
    'SELECT began_after FROM imports WHERE file = $1 AND collection = $2 AND round = $3',
    [file, collection, round],
  );
  return rows[0]?.began_after ?? null;
}

/**
 * Notes that an import begins, and the rows that it refuses; an earlier run of the same file is overwritten.
 * Out: where the log ended then, or when the run began that this one goes on with.
 */
export async function saveStart(client: pg.ClientBase, start: ImportStart): Promise<number> {
  const key = [start.file, start.collection, start.round];
  const { rows: begun } = await client.query<{ began_after: number }>(
    `INSERT INTO imports (file, collection, round, received_on, name, header, refused, began_after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT head FROM sequencer))
     ON CONFLICT (file, collection, round) DO UPDATE SET
       -- An import that was undone begins anew.
       received_on = CASE WHEN imports.finished_at IS NULL AND imports.began_after IS NULL THEN EXCLUDED.received_on
         ELSE LEAST(imports.received_on, EXCLUDED.received_on) END, name = EXCLUDED.name, header = EXCLUDED.header,
       refused = EXCLUDED.refused, started_at = now(),
       began_after = COALESCE(imports.began_after, EXCLUDED.began_after)
     RETURNING began_after`,
    [...key, start.receivedOn, start.name, JSON.stringify(start.header), start.refused],
  );
  await client.query('DELETE FROM refused_rows WHERE file = $1 AND collection = $2 AND round = $3', key);
  for (let i = 0; i < start.refusedRows.length; i += rowsPerStatement) {
    const rows = start.refusedRows.slice(i, i + rowsPerStatement);
    await client.query(
      `INSERT INTO refused_rows (file, collection, round, place, row, reason, cells)
       SELECT $1, $2, $3, * FROM unnest($4::int[], $5::int[], $6::text[], $7::json[])`,
      [
        ...key,
        rows.map((_, at) => i + at + 1),
        rows.map((r) => r.row),
        rows.map((r) => r.reason),
        rows.map((r) => JSON.stringify(r.cells)),
      ],
    );
  }
  return begun[0]!.began_after;
}

/** Whether an earlier run of an import came to its end. */
export async function isThrough(db: pg.ClientBase, { file, collection, round }: ImportKey): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM imports WHERE (file, collection, round) = ($1, $2, $3) AND finished_at IS NOT NULL`,
    [file, collection, round],
  );
  return rowCount === 1;
}

/** Notes that an import has ended; `isThrough`: its replies are stored, and it is not held until words are decided. */
export async function saveEnd(
  db: pg.ClientBase,
  { file, collection, round }: ImportKey,
  counts: { readonly [count in 'rows' | 'refused' | 'waiting' | 'respondents']: number },
  isThrough = true,
): Promise<void> {
  await db.query(
    `UPDATE imports SET finished_at = CASE WHEN $8 THEN now() ELSE finished_at END, began_after = NULL,
       rows = $4, refused = $5, waiting = $6, respondents = $7
     WHERE file = $1 AND collection = $2 AND round = $3`,
    [file, collection, round, counts.rows, counts.refused, counts.waiting, counts.respondents, isThrough],
  );
}

/** A round that files were imported into, and the days on which the first and the last of them were received. */
export interface ImportedRound {
  readonly round: string;
  readonly first: string;
  readonly last: string;
}

/** The rounds of a collection into which a file was imported to its end. */
export async function findImportedRounds(db: pg.ClientBase, collection: string): Promise<ImportedRound[]> {
  const { rows } = await db.query<ImportedRound>(
    `SELECT round, min(received_on) AS first, max(received_on) AS last FROM imports
     WHERE collection = $1 AND finished_at IS NOT NULL GROUP BY round`,
    [collection],
  );
  return rows;
}

const ofCollection = `stream >= 'reply/' || $1 || '/' AND stream < 'reply/' || $1 || '0'`;

/**
 * The respondents that have a reply, by round of the collection. Each undoing event undoes one other, so of a reply with
 * twice as many events as undoing ones nothing is left.
 */
export async function findRespondents(
  db: pg.ClientBase,
  collection: string,
): Promise<Map<string, Set<string>>> {
  const { rows } = await db.query<{ round: string; respondent: string }>(
    `WITH undone AS (
       SELECT stream, count(*) AS events FROM (
         SELECT stream FROM log WHERE type = 'ChangeUndone' AND ${ofCollection}
         UNION ALL SELECT stream FROM pending WHERE type = 'ChangeUndone' AND ${ofCollection}) u
       GROUP BY stream
     )
     SELECT split_part(stream, '/', 3) AS round, split_part(stream, '/', 4) AS respondent
     FROM streams LEFT JOIN undone USING (stream)
     WHERE ${ofCollection} AND version > 2 * coalesce(undone.events, 0)`,
    [collection],
  );
  const byRound = new Map<string, Set<string>>();
  for (const { round, respondent } of rows)
    byRound.set(round, (byRound.get(round) ?? new Set()).add(respondent));
  return byRound;
}

/** The version of every reply's stream in a collection. */
export async function findVersions(db: pg.ClientBase, collection: string): Promise<Map<string, number>> {
  const { rows } = await db.query<{ stream: string; version: number }>(
    `SELECT stream, version FROM streams WHERE ${ofCollection}`,
    [collection],
  );
  return new Map(rows.map(({ stream, version }) => [stream, version]));
}

/** The files that were imported into the rounds of a collection, to their end or not. */
export async function findFiles(
  db: pg.ClientBase,
  collection: string,
): Promise<{ readonly file: string; readonly round: string; readonly name: string }[]> {
  const { rows } = await db.query<{ file: string; round: string; name: string }>(
    'SELECT file, round, name FROM imports WHERE collection = $1',
    [collection],
  );
  return rows;
}

/**
 * Notes that the last import of a file is taken back: from now on it follows no decision of words. `hasEarlier`: an
 * earlier import of the same file still counts; else the round is as if the file had not come.
 */
export async function saveUndone(
  db: pg.ClientBase,
  { file, collection, round }: ImportKey,
  hasEarlier: boolean,
): Promise<void> {
  const key = [file, collection, round];
  await db.query(
    `UPDATE imports SET words_version = NULL, began_after = NULL,
       finished_at = CASE WHEN $4 THEN finished_at END
     WHERE (file, collection, round) = ($1, $2, $3)`,
    [...key, hasEarlier],
  );
  await db.query('DELETE FROM waiting_words WHERE (file, collection, round) = ($1, $2, $3)', key);
}
