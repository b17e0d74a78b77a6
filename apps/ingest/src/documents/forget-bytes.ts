/** Deletes the bytes and the text of a document that was removed from view, and the drafts that quote it. */
import { inTransaction } from '@rapporteur/postgres';
import type pg from 'pg';

const notImported = 'NOT EXISTS (SELECT 1 FROM imports WHERE imports.file = $1)';

/** In: the SHA-256. Bytes that an import keeps under the same name stay. Errors: those of pg; then nothing is deleted. */
export const forgetBytes = (pool: pg.Pool, document: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query(`DELETE FROM kept_pieces WHERE file = $1 AND ${notImported}`, [document]);
    await client.query(`DELETE FROM kept_files WHERE file = $1 AND ${notImported}`, [document]);
    // Last, since a text or a draft that is being kept holds the file until it is there.
    await client.query('DELETE FROM document_texts WHERE document = $1', [document]);
    await client.query('DELETE FROM drafts WHERE document = $1', [document]);
    await client.query('DELETE FROM apart_drafts WHERE document = $1', [document]);
    await client.query('DELETE FROM draft_looks WHERE document = $1', [document]);
  });
