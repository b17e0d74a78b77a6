/** The text of documents as it was extracted, once for each version of the extraction. */
import type { DocumentText } from '@rapporteur/domain';
import type pg from 'pg';
import type { Extracted } from './extract/extract-in-process.js';
import { extractionVersion } from './extract/assemble.js';

/**
 * Keeps what was extracted; a text of the same version that is there already stays. Of a file that is not kept any more
 * nothing is: it was removed while it was read.
 */
export async function keepText(db: pg.Pool, document: string, extracted: Extracted): Promise<void> {
  await db.query(
    // The lock lets a removal that has begun end first, and holds off one that begins now.
    `INSERT INTO document_texts (document, extraction, text, problem)
     SELECT file, $2, $3, $4 FROM kept_files WHERE file = $1 FOR KEY SHARE
     ON CONFLICT DO NOTHING`,
    [
      document,
      extractionVersion,
      'text' in extracted ? JSON.stringify(extracted.text) : null,
      'problem' in extracted ? JSON.stringify(extracted.problem) : null,
    ],
  );
}

/**
 * What was extracted of a document by the newest version, or by a given one; undefined where nothing was yet. `atLeast`:
 * undefined as well where the newest that there is is of an earlier version.
 */
export async function readText(
  db: pg.Pool | pg.ClientBase,
  document: string,
  extraction?: number,
  atLeast = 0,
): Promise<Extracted | undefined> {
  const { rows } = await db.query<{ text: DocumentText | null; problem: never }>(
    `SELECT text, problem FROM document_texts WHERE document = $1 AND ($2::int IS NULL OR extraction = $2) AND extraction >= $3
     ORDER BY extraction DESC LIMIT 1`,
    [document, extraction ?? null, atLeast],
  );
  const row = rows[0];
  return row && (row.text ? { text: row.text } : { problem: row.problem });
}
