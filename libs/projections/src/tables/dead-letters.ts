/** Events that could not be applied, with the reason; while there is one the projection is degraded. */
import type { Table } from './table.js';

export interface DeadLetterRow {
  readonly position: number;
  readonly stream: string;
  readonly reason: string;
}

export const deadLetters: Table<DeadLetterRow> = {
  name: 'dead_letters',
  columns: [
    { name: 'position', type: 'bigint', value: (d) => d.position },
    { name: 'stream', type: 'text', value: (d) => d.stream },
    { name: 'reason', type: 'text', value: (d) => d.reason },
    { name: 'since', type: 'timestamptz', default: 'now()' },
  ],
  key: ['position'],
};
