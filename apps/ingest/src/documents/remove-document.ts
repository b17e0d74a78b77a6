/** Takes a document from view: an event with the reason, then its bytes and its text go. */
import { HttpProblem } from '@rapporteur/http';
import type { RequestFacts } from '../commands/record-command.js';
import type { Recording } from '../commands/recording.js';
import { forgetBytes } from './forget-bytes.js';
import { needDocument, recordDocumentEvents, type RecordedDocument } from './record-document-events.js';

/** Errors: HttpProblem; those of pg. The same again deletes what a crash has left. */
export async function removeDocument(
  recording: Recording,
  { document, reason }: { readonly document: string; readonly reason: string },
  facts: Pick<RequestFacts, 'authority' | 'meta'>,
): Promise<RecordedDocument> {
  const { pool } = recording;
  const { rowCount } = await pool.query('SELECT 1 FROM imports WHERE file = $1 LIMIT 1', [document]);
  if (rowCount)
    throw new HttpProblem({
      status: 409,
      code: 'also-imported',
      title: 'The same file was imported as a publication',
      detail: 'Its bytes are kept for that import: take the import back first.',
    });
  const recorded = await recordDocumentEvents(
    recording,
    {
      ...{ document, action: 'remove-document', target: {} },
      decide(events) {
        if (events.some(({ type }) => type === 'DocumentRemoved')) return [];
        needDocument(document, events);
        return [{ type: 'DocumentRemoved', data: { document, reason } }];
      },
    },
    facts,
  );
  await forgetBytes(pool, document);
  return recorded;
}
