/** Events that nobody can read, and that a later event (`by`) has set aside. */
import type { EventSetAside } from '@rapporteur/domain';
import type { Table } from './table.js';

export interface SetAsideRow {
  readonly data: EventSetAside;
  /** Position of the event that says so. */
  readonly by: number;
}

export const setAside: Table<SetAsideRow> = {
  name: 'set_aside',
  columns: [
    { name: 'position', type: 'bigint', value: (a) => a.data.position },
    { name: 'collection', type: 'text', collation: 'C', value: (a) => a.data.collection },
    { name: 'round', type: 'text', collation: 'C', value: (a) => a.data.round },
    // Null: about a round as a whole.
    { name: 'respondent', type: 'text', collation: 'C', nullable: true, value: (a) => a.data.respondent },
    { name: 'by', type: 'bigint', value: (a) => a.by },
    { name: 'reason', type: 'text', value: (a) => a.data.reason },
  ],
  key: ['position'],
};
