/** The received files as they came, in PostgreSQL: each once, in pieces, so that rows that wait can come in later. */
import { locks } from '@rapporteur/postgres';
import { open } from 'node:fs/promises';
import type pg from 'pg';

const pieceBytes = 1024 ** 2;

/** Who sends a file, and how many bytes of theirs may be new in 24 hours; undefined = as many as they like. */
export interface Sender {
  readonly principal: string;
  readonly day: number | undefined;
}

/** A file that is more than its sender may send in a day. */
export class TooMuchToday extends Error {
  override name = 'TooMuchToday';
  /** In: the limit and what was sent before it, in bytes. */
  constructor(
    readonly limit: number,
    readonly sent: number,
  ) {
    super(`${sent} bytes were sent in 24 hours, of ${limit}`);
  }
}

/**
 * Keeps a file, unless it is kept already. In: a connection without a transaction, the SHA-256 by which it is named,
 * where it is, and who sends it where that is counted. Errors: TooMuchToday; those of the disk and of pg; then nothing
 * of it is kept.
 */
export async function keepFile(
  client: pg.ClientBase,
  file: string,
  path: string,
  sender?: Sender,
): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM kept_files WHERE file = $1', [file]);
  if (rowCount) return;
  const opened = await open(path);
  try {
    await client.query('BEGIN');
    const { size } = await opened.stat();
    if (sender?.day !== undefined) await needRoom(client, { ...sender, day: sender.day }, size);
    const { rowCount: isNew } = await client.query(
      'INSERT INTO kept_files (file, bytes, kept_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [file, size, sender?.principal],
    );
    for (let piece = 0; isNew && piece * pieceBytes < size; piece += 1) {
      const bytes = Buffer.alloc(Math.min(pieceBytes, size - piece * pieceBytes));
      await opened.read(bytes, 0, bytes.length, piece * pieceBytes);
      await client.query('INSERT INTO kept_pieces (file, piece, bytes) VALUES ($1, $2, $3)', [
        file,
        piece,
        bytes,
      ]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await opened.close();
  }
}

/** Waits for other files of the same sender, so that each counts those before it. Errors: TooMuchToday; those of pg. */
async function needRoom(
  client: pg.ClientBase,
  { principal, day }: Sender & { readonly day: number },
  size: number,
): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [locks.uploads, principal]);
  const { rows } = await client.query<{ sent: string }>(
    `SELECT coalesce(sum(bytes), 0) AS sent FROM kept_files
     WHERE kept_by = $1 AND kept_at > clock_timestamp() - interval '24 hours'`,
    [principal],
  );
  const sent = Number(rows[0]!.sent);
  if (sent + size > day) throw new TooMuchToday(day, sent);
}

/** Writes a kept file to a path. Errors: it is not kept; those of the disk and of pg. */
export async function loadFile(client: pg.ClientBase, file: string, path: string): Promise<void> {
  const { rows } = await client.query<{ pieces: number }>(
    'SELECT ceil(bytes::numeric / $2)::int AS pieces FROM kept_files WHERE file = $1',
    [file, pieceBytes],
  );
  if (!rows[0]) throw new Error(`the file ${file} is not kept`);
  const opened = await open(path, 'w');
  try {
    for (let piece = 0; piece < rows[0].pieces; piece += 1) {
      const found = await client.query<{ bytes: Buffer }>(
        'SELECT bytes FROM kept_pieces WHERE file = $1 AND piece = $2',
        [file, piece],
      );
      await opened.write(found.rows[0]!.bytes);
    }
  } finally {
    await opened.close();
  }
}

/** How many bytes a kept file has; undefined where it is not kept. */
export async function sizeOfKept(db: pg.Pool | pg.ClientBase, file: string): Promise<number | undefined> {
  const { rows } = await db.query<{ bytes: string }>('SELECT bytes FROM kept_files WHERE file = $1', [file]);
  return rows[0] && Number(rows[0].bytes);
}

/** The pieces of a kept file, one at a time. */
export async function* readPieces(db: pg.Pool, file: string): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece += 1) {
    const { rows } = await db.query<{ bytes: Buffer }>(
      'SELECT bytes FROM kept_pieces WHERE file = $1 AND piece = $2',
      [file, piece],
    );
    if (!rows[0]) return;
    yield rows[0].bytes;
  }
}
