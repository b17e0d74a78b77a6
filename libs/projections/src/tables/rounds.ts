/** The rounds that were opened, with what is known of each. */
import type { RoundOpened } from '@rapporteur/domain';
import type { Table } from './table.js';

export interface RoundRow {
  readonly position: number;
  readonly data: RoundOpened;
}

export const rounds: Table<RoundRow> = {
  name: 'rounds',
  columns: [
    { name: 'collection', type: 'text', collation: 'C', value: (r) => r.data.collection },
    { name: 'round', type: 'text', collation: 'C', value: (r) => r.data.round },
    { name: 'position', type: 'bigint', value: (r) => r.position },
    { name: 'particulars', type: 'json', value: (r) => r.data },
  ],
  key: ['collection', 'round'],
};
