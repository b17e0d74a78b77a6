/** The last version of each stream that was applied: a hole stops the projection. */
import type { Table } from './table.js';

export interface AppliedRow {
  readonly stream: string;
  readonly version: number;
}

export const applied: Table<AppliedRow> = {
  name: 'applied',
  columns: [
    { name: 'stream', type: 'text', collation: 'C', value: (a) => a.stream },
    { name: 'version', type: 'int', value: (a) => a.version },
  ],
  key: ['stream'],
};
