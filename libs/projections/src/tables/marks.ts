/** What happened to each reply as a whole, one row an event. */
import type { ReplyMark } from '@rapporteur/domain';
import type { Table } from './table.js';

export const marks: Table<ReplyMark> = {
  name: 'marks',
  columns: [
    { name: 'position', type: 'bigint', value: (m) => m.position },
    { name: 'reply', type: 'text', collation: 'C', value: (m) => m.reply },
    { name: 'collection', type: 'text', collation: 'C', value: (m) => m.collection },
    { name: 'round', type: 'text', collation: 'C', value: (m) => m.round },
    { name: 'respondent', type: 'text', collation: 'C', value: (m) => m.respondent },
    { name: 'received_on', type: 'date', value: (m) => m.receivedOn },
    { name: 'received_precision', type: 'text', value: (m) => m.receivedPrecision },
    { name: 'kind', type: 'text', value: (m) => m.kind },
    { name: 'voids', type: 'boolean', value: (m) => m.voids },
    { name: 'complete', type: 'boolean', value: (m) => m.complete },
    { name: 'language', type: 'text', nullable: true, value: (m) => m.language },
    { name: 'late', type: 'boolean', nullable: true, value: (m) => m.late },
    { name: 'reason', type: 'text', nullable: true, value: (m) => m.reason },
    { name: 'reference', type: 'text', nullable: true, value: (m) => m.reference },
    { name: 'undoes', type: 'bigint', nullable: true, value: (m) => m.undoes },
  ],
  key: ['position'],
  indexes: [
    { name: 'marks_by_reply', on: 'reply' },
    { name: 'marks_that_void', on: 'reply, received_on, position', where: 'voids' },
    { name: 'marks_that_undo', on: 'undoes', where: 'undoes IS NOT NULL' },
    { name: 'marks_that_complete', on: 'collection, respondent', where: 'complete' },
  ],
  isLarge: true,
};
