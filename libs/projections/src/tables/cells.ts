/** What each cell says now: a copy of the statements that decide it, recounted whenever it is touched. */
import type { Statement } from '@rapporteur/domain';
import type { Table } from './table.js';

/** A statement that decides its cell; `variant` counts those of one cell from 0. */
export type CellRow = Statement & { readonly variant: number };

export const cells: Table<CellRow> = {
  name: 'cells',
  columns: [
    { name: 'cell', type: 'text', collation: 'C', value: (c) => c.cell },
    { name: 'variant', type: 'int', value: (c) => c.variant },
    { name: 'position', type: 'bigint', value: (c) => c.position },
    { name: 'ordinal', type: 'int', value: (c) => c.ordinal },
    { name: 'kind', type: 'text', value: (c) => c.kind },
    { name: 'collection', type: 'text', collation: 'C', value: (c) => c.collection },
    { name: 'respondent', type: 'text', collation: 'C', value: (c) => c.respondent },
    { name: 'reply', type: 'text', collation: 'C', value: (c) => c.reply },
    { name: 'received_on', type: 'date', value: (c) => c.receivedOn },
    { name: 'code', type: 'text', collation: 'C', value: (c) => c.code },
    { name: 'breakdown', type: 'text', collation: 'C', value: (c) => c.breakdown },
    { name: 'period', type: 'text', collation: 'C', value: (c) => c.period },
    { name: 'year', type: 'smallint', nullable: true, value: (c) => c.year },
    { name: 'value', type: 'bigint', nullable: true, value: (c) => c.value },
    { name: 'qualifier', type: 'text', nullable: true, value: (c) => c.qualifier },
    { name: 'source', type: 'json', value: (c) => c.source },
  ],
  key: ['cell', 'variant'],
  indexes: [
    { name: 'cells_by_code', on: 'code, collection, respondent' },
    { name: 'cells_by_respondent', on: 'respondent, code' },
  ],
  isLarge: true,
  // Leaves room in each page for the next version of a row: PostgreSQL then need not touch the indexes (HOT
  // update).
  fillfactor: 80,
};
