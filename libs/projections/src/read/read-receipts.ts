/** Reads the days on which anything was received: the vintages that differ from one another. */
import type { Vintage } from '@rapporteur/domain';
import { liveSchema } from '../tables/create-tables.js';
import type { Snapshot } from './snapshot.js';

/** A day, and how many events were received on it. */
export interface Receipt {
  readonly receivedOn: string;
  readonly events: number;
}

/** The days of receipt that a vintage knows, in order. */
export async function readReceipts(
  { client, position }: Snapshot,
  collections: readonly string[] | undefined,
  { asOf, at }: Vintage,
): Promise<Receipt[]> {
  const { rows } = await client.query<Receipt>(
    `SELECT received_on AS "receivedOn", count(*) AS events FROM ${liveSchema}.marks
     WHERE ($1::date IS NULL OR received_on <= $1) AND position <= $2 AND ($3::text[] IS NULL OR collection = ANY ($3))
     GROUP BY received_on ORDER BY received_on`,
    [asOf ?? null, at ?? position, collections ?? null],
  );
  return rows;
}
