/** Reads what happened to replies as a whole, and the rounds, at a vintage. */
import type { KnownRound, ReplyMark, RoundOpened, Vintage } from '@rapporteur/domain';
import { liveSchema } from '../tables/create-tables.js';
import { notUndone } from '../tables/decided-cells.js';
import type { Snapshot } from './snapshot.js';

/** Which replies; an absent part does not narrow. */
export interface MarkFilter {
  readonly collection?: string | undefined;
  readonly round?: string | undefined;
  readonly respondent?: string | undefined;
  /** Those that were undone, and those that undid them, too. */
  readonly withUndone?: boolean | undefined;
}

interface MarkRow extends Omit<ReplyMark, 'receivedOn' | 'receivedPrecision'> {
  readonly received_on: string;
  readonly received_precision: ReplyMark['receivedPrecision'];
}

/** What happened to replies as a whole, as far as a vintage knows, in order of position; what was undone did not. */
export async function readMarks(
  { client, position }: Snapshot,
  filter: MarkFilter,
  vintage: Vintage,
): Promise<ReplyMark[]> {
  const { rows } = await client.query<MarkRow>(
    `SELECT position, reply, collection, round, respondent, received_on, received_precision, kind, voids, complete,
       language, late, reason, reference, undoes
     FROM ${liveSchema}.marks m
     WHERE ($1::date IS NULL OR received_on <= $1) AND position <= $2 AND ($3::text IS NULL OR collection = $3)
       AND ($4::text IS NULL OR round = $4) AND ($5::text IS NULL OR respondent = $5)
       AND ($6 OR (undoes IS NULL AND ${notUndone(liveSchema, 'm', { asOf: "COALESCE($1::date, 'infinity')", at: '$2' })}))
     ORDER BY position`,
    [
      vintage.asOf ?? null,
      vintage.at ?? position,
      filter.collection ?? null,
      filter.round ?? null,
      filter.respondent ?? null,
      filter.withUndone ?? false,
    ],
  );
  return rows.map(({ received_on, received_precision, ...row }) => ({
    ...row,
    receivedOn: received_on,
    receivedPrecision: received_precision,
  }));
}

/** The rounds opened by the vintage's position, in order of collection and round. */
export async function readRounds({ client, position }: Snapshot, vintage: Vintage): Promise<KnownRound[]> {
  const { rows } = await client.query<{ particulars: RoundOpened; position: number }>(
    `SELECT particulars, position FROM ${liveSchema}.rounds WHERE position <= $1 ORDER BY collection, round`,
    [vintage.at ?? position],
  );
  return rows;
}
