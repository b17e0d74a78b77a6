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

/** Notes that an import begins, and the rows that it refuses; an earlier run of the same file is overwritten. */
export async function saveStart(client: pg.ClientBase, start: ImportStart): Promise<void> {
  const key = [start.file, start.collection, start.round];
  await client.query(
    `INSERT INTO imports (file, collection, round, received_on, name, header, refused)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (file, collection, round) DO UPDATE SET
       received_on = LEAST(imports.received_on, EXCLUDED.received_on), name = EXCLUDED.name, header = EXCLUDED.header,
       refused = EXCLUDED.refused, started_at = now()`,
    [...key, start.receivedOn, start.name, JSON.stringify(start.header), start.refused],
  );
  await client.query('DELETE FROM refused_rows WHERE file = $1 AND collection = $2 AND round = $3', key);
  for (let i = 0; i < start.refusedRows.length; i += rowsPerStatement) {
    const rows = start.refusedRows.slice(i, i + rowsPerStatement);
    await client.query(
      `INSERT INTO refused_rows (file, collection, round, row, reason, cells)
       SELECT $1, $2, $3, * FROM unnest($4::int[], $5::text[], $6::json[])`,
      [...key, rows.map((r) => r.row), rows.map((r) => r.reason), rows.map((r) => JSON.stringify(r.cells))],
    );
  }
}

/** Notes that an import has ended; `isThrough`: its replies are stored, and it is not held until words are decided. */
export async function saveEnd(
  db: pg.ClientBase,
  { file, collection, round }: ImportKey,
  counts: { readonly [count in 'rows' | 'refused' | 'waiting' | 'respondents']: number },
  isThrough = true,
): Promise<void> {
  await db.query(
    `UPDATE imports SET finished_at = CASE WHEN $8 THEN now() ELSE finished_at END, rows = $4, refused = $5, waiting = $6, respondents = $7
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

/** The respondents that have a reply, by round of the collection. */
export async function findRespondents(
  db: pg.ClientBase,
  collection: string,
): Promise<Map<string, Set<string>>> {
  const { rows } = await db.query<{ round: string; respondent: string }>(
    `SELECT split_part(stream, '/', 3) AS round, split_part(stream, '/', 4) AS respondent FROM streams
     WHERE stream >= 'reply/' || $1 || '/' AND stream < 'reply/' || $1 || '0'`,
    [collection],
  );
  const byRound = new Map<string, Set<string>>();
  for (const { round, respondent } of rows)
    byRound.set(round, (byRound.get(round) ?? new Set()).add(respondent));
  return byRound;
}
