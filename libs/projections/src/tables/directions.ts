/** What the test says of each segment with points enough, recounted with its cells: SQL cannot compute it (ADR 5). */
import type { Table } from './table.js';

/** A segment that the test was made of. */
export interface SegmentDirection {
  /** First year that stands in the segment. */
  readonly fromYear: number;
  readonly direction: string;
  readonly reason: string;
  readonly p: number;
  readonly pLow: number;
}

export type DirectionRow = SegmentDirection & { readonly series: string };

export const directions: Table<DirectionRow> = {
  name: 'directions',
  columns: [
    { name: 'series', type: 'text', collation: 'C', value: (d) => d.series },
    { name: 'from_year', type: 'smallint', value: (d) => d.fromYear },
    { name: 'direction', type: 'text', value: (d) => d.direction },
    { name: 'reason', type: 'text', value: (d) => d.reason },
    { name: 'p', type: 'float8', value: (d) => d.p },
    { name: 'p_low', type: 'float8', value: (d) => d.pLow },
  ],
  key: ['series', 'from_year'],
};
