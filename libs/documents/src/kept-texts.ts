/** The text of documents as it was extracted, once for each version of the extraction. */
import type { DocumentText } from '@rapporteur/domain';
import type pg from 'pg';
import type { PageWords } from './extract/assemble.js';
import type { Extracted } from './extract/extract-in-process.js';
import { extractionVersion } from './extract/assemble.js';

/**
 * Keeps what was extracted; a text of the same version that is there already stays. Of a file that is not kept any more
 * nothing is: it was removed while it was read.
 */
export async function keepText(db: pg.Pool, document: string, extracted: Extracted): Promise<void> {
  await db.query(
    // The lock lets a removal that has begun end first, and holds off one that begins now.
    `WITH kept AS (
       INSERT INTO document_texts (document, extraction, text, problem)
       SELECT file, $2, $3, $4 FROM kept_files WHERE file = $1 FOR KEY SHARE
       ON CONFLICT DO NOTHING
       RETURNING document
     )
     INSERT INTO document_words (document, extraction, page, words)
     SELECT kept.document, $2, page, words FROM kept, json_to_recordset($5) AS placed(page int, words json)`,
    [
      document,
      extractionVersion,
      'text' in extracted ? JSON.stringify(extracted.text) : null,
      'problem' in extracted ? JSON.stringify(extracted.problem) : null,
      JSON.stringify('text' in extracted ? (extracted.words ?? []) : []),
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

/** Where the words of some pages stand in the text of an extraction, and on their page; none where that is not known. */
export async function readWords(
  db: pg.Pool | pg.ClientBase,
  document: string,
  extraction: number,
  pages: readonly number[],
): Promise<PageWords[]> {
  const { rows } = await db.query<PageWords>(
    'SELECT page, words FROM document_words WHERE document = $1 AND extraction = $2 AND page = ANY($3) ORDER BY page',
    [document, extraction, pages],
  );
  return rows;
}
