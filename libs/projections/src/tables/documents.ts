/** Documents as they were received, the passages that statements stand in, and documents that were removed. */
import type {
  DocumentEvent,
  DocumentReceived,
  DocumentRemoved,
  EvidenceAttached,
  Passage,
} from '@rapporteur/domain';
import type { Table } from './table.js';

export interface DocumentRow {
  readonly data: DocumentReceived;
  readonly position: number;
}

export interface RemovedRow {
  readonly data: DocumentRemoved;
  readonly position: number;
}

/** One passage of an event; `number` counts them from 0. */
export interface EvidenceRow {
  readonly data: Pick<EvidenceAttached, 'document' | 'extraction' | 'receivedOn'>;
  readonly passage: Passage;
  readonly number: number;
  readonly position: number;
}

export const documents: Table<DocumentRow> = {
  name: 'documents',
  columns: [
    { name: 'position', type: 'bigint', value: (d) => d.position },
    { name: 'document', type: 'text', collation: 'C', value: (d) => d.data.document },
    { name: 'collection', type: 'text', collation: 'C', value: (d) => d.data.collection },
    { name: 'round', type: 'text', collation: 'C', value: (d) => d.data.round },
    // Null: it belongs to the round as a whole.
    { name: 'respondent', type: 'text', collation: 'C', nullable: true, value: (d) => d.data.respondent },
    { name: 'name', type: 'text', value: (d) => d.data.name },
    { name: 'media', type: 'text', value: (d) => d.data.media },
    { name: 'bytes', type: 'bigint', value: (d) => d.data.bytes },
    { name: 'received_on', type: 'date', value: (d) => d.data.receivedOn },
  ],
  key: ['position'],
};

export const removedDocuments: Table<RemovedRow> = {
  name: 'removed_documents',
  columns: [
    { name: 'position', type: 'bigint', value: (r) => r.position },
    { name: 'document', type: 'text', collation: 'C', value: (r) => r.data.document },
    { name: 'reason', type: 'text', value: (r) => r.data.reason },
  ],
  key: ['position'],
};

/** The latest passage of a statement counts. It is read beside the statement, so the order of partitions does not matter. */
export const evidence: Table<EvidenceRow> = {
  name: 'evidence',
  columns: [
    { name: 'position', type: 'bigint', value: (e) => e.position },
    { name: 'number', type: 'int', value: (e) => e.number },
    // The statement: its event, and which of the statements of that it is.
    { name: 'event', type: 'bigint', value: (e) => e.passage.event },
    { name: 'ordinal', type: 'int', value: (e) => e.passage.ordinal },
    { name: 'document', type: 'text', collation: 'C', value: (e) => e.data.document },
    { name: 'extraction', type: 'int', nullable: true, value: (e) => e.data.extraction },
    { name: 'received_on', type: 'date', value: (e) => e.data.receivedOn },
    { name: 'page', type: 'int', nullable: true, value: (e) => e.passage.page },
    { name: 'paragraph', type: 'int', nullable: true, value: (e) => e.passage.paragraph },
    { name: 'quote', type: 'text', nullable: true, value: (e) => e.passage.quote },
    { name: 'prefix', type: 'text', nullable: true, value: (e) => e.passage.prefix },
    { name: 'suffix', type: 'text', nullable: true, value: (e) => e.passage.suffix },
    { name: 'from_char', type: 'int', nullable: true, value: (e) => e.passage.start },
    { name: 'to_char', type: 'int', nullable: true, value: (e) => e.passage.end },
    { name: 'language', type: 'text', nullable: true, value: (e) => e.passage.language },
    { name: 'region', type: 'text', nullable: true, value: (e) => e.passage.region },
  ],
  key: ['position', 'number'],
  indexes: [{ name: 'evidence_by_statement', on: 'event, ordinal, position DESC' }],
  isLarge: true,
};

/** The rows that an event about a document makes. */
export interface DocumentRows {
  readonly documents: DocumentRow[];
  readonly removed: RemovedRow[];
  readonly evidence: EvidenceRow[];
}

export const noDocuments = (): DocumentRows => ({ documents: [], removed: [], evidence: [] });

/** Adds what an event says; events about anything else say nothing here. */
export function noteDocument(
  rows: DocumentRows,
  event: DocumentEvent | { readonly type: string },
  position: number,
): void {
  const { type, data } = event as DocumentEvent;
  if (type === 'DocumentReceived') rows.documents.push({ data, position });
  else if (type === 'DocumentRemoved') rows.removed.push({ data, position });
  else if (type === 'EvidenceAttached')
    for (const [number, passage] of data.passages.entries())
      rows.evidence.push({ data, passage, number, position });
}
