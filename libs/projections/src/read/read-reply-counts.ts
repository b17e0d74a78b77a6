/** Reads how many figures and findings stand in each reply of a collection, by code. */
import type { Statement, Vintage } from '@rapporteur/domain';
import { knownCells, vintageToRead } from './cell-filter.js';
import type { Snapshot } from './snapshot.js';

export interface ReplyCount {
  /** `collection/round/respondent`. */
  readonly reply: string;
  readonly kind: Statement['kind'];
  /** Indicator or topic. */
  readonly code: string;
  /** Statements: two where one reply gives two values of a figure. */
  readonly count: number;
}

export async function readReplyCounts(
  snapshot: Snapshot,
  collection: string,
  vintage: Vintage,
): Promise<ReplyCount[]> {
  const values: unknown[] = [];
  const known = knownCells({ collections: [collection] }, vintageToRead(snapshot, vintage), values);
  const { rows } = await snapshot.client.query<ReplyCount>(
    `WITH ${known} SELECT reply, kind, code, count(*)::int AS count FROM decided GROUP BY reply, kind, code`,
    values,
  );
  return rows;
}
