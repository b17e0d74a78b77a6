/** Everything that was ever said of every cell: the vintages. */
import type { Statement } from '@rapporteur/domain';
import type { Table } from './table.js';

export const statements: Table<Statement> = {
  name: 'statements',
  columns: [
    { name: 'position', type: 'bigint', value: (s) => s.position },
    { name: 'ordinal', type: 'int', value: (s) => s.ordinal },
    { name: 'kind', type: 'text', value: (s) => s.kind },
    { name: 'cell', type: 'text', collation: 'C', value: (s) => s.cell },
    { name: 'collection', type: 'text', collation: 'C', value: (s) => s.collection },
    { name: 'respondent', type: 'text', collation: 'C', value: (s) => s.respondent },
    { name: 'reply', type: 'text', collation: 'C', value: (s) => s.reply },
    { name: 'received_on', type: 'date', value: (s) => s.receivedOn },
    { name: 'retracted', type: 'boolean', value: (s) => s.retracted },
    { name: 'code', type: 'text', collation: 'C', value: (s) => s.code },
    { name: 'breakdown', type: 'text', collation: 'C', value: (s) => s.breakdown },
    { name: 'period', type: 'text', collation: 'C', value: (s) => s.period },
    { name: 'year', type: 'smallint', nullable: true, value: (s) => s.year },
    { name: 'value', type: 'bigint', nullable: true, value: (s) => s.value },
    { name: 'qualifier', type: 'text', nullable: true, value: (s) => s.qualifier },
    { name: 'source', type: 'json', value: (s) => s.source },
  ],
  key: ['position', 'ordinal'],
  indexes: [
    { name: 'statements_by_cell', on: 'cell, received_on DESC, position DESC' },
    { name: 'statements_by_code', on: 'code, collection, respondent' },
    { name: 'statements_by_respondent', on: 'respondent, code' },
  ],
  isLarge: true,
};
