/** Reads documents, and the passages that statements stand in. */
import { parseFragment, type CellStatement, type Evidence, type Vintage } from '@rapporteur/domain';
import { liveSchema } from '../tables/create-tables.js';
import type { Snapshot } from './snapshot.js';

export interface ReceivedDocument {
  readonly document: string;
  readonly collection: string;
  readonly round: string;
  readonly respondent: string | null;
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  readonly receivedOn: string;
  readonly event: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly removedReason: string | null;
  readonly removedEvent: number | null;
}

/** What to read; an absent part does not narrow. */
export interface DocumentFilter {
  readonly document?: string | undefined;
  readonly collection?: string | undefined;
  readonly round?: string | undefined;
  readonly respondent?: string | undefined;
}

/**
 * The documents that a vintage knows, in order of recording. That one was removed is told whatever the vintage is.
 */
export async function readDocuments(
  { client, position }: Pick<Snapshot, 'client' | 'position'>,
  { document, collection, round, respondent }: DocumentFilter,
  vintage: Vintage,
): Promise<ReceivedDocument[]> {
  const { rows } = await client.query<ReceivedDocument>(
    `SELECT d.document, d.collection, d.round, d.respondent, d.name, d.media, d.bytes, d.received_on AS "receivedOn",
       d.position AS event, l.meta->>'recordedAt' AS "recordedAt", l.meta->>'recordedBy' AS "recordedBy",
       r.reason AS "removedReason", r.position AS "removedEvent"
     FROM ${liveSchema}.documents d JOIN log l USING (position)
     LEFT JOIN ${liveSchema}.removed_documents r ON r.document = d.document
     WHERE d.position <= $1 AND ($2::date IS NULL OR d.received_on <= $2)
       AND ($3::text IS NULL OR d.document = $3) AND ($4::text IS NULL OR d.collection = $4)
       AND ($5::text IS NULL OR d.round = $5) AND ($6::text IS NULL OR d.respondent = $6)
     ORDER BY d.position`,
    [
      ...[vintage.at ?? position, vintage.asOf ?? null, document ?? null],
      ...[collection ?? null, round ?? null, respondent ?? null],
    ],
  );
  return rows;
}

/** The position of the event that took a document from view; undefined where none did. */
export async function findRemoval(
  { client }: Pick<Snapshot, 'client'>,
  document: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ position: number }>(
    `SELECT position FROM ${liveSchema}.removed_documents WHERE document = $1 ORDER BY position LIMIT 1`,
    [document],
  );
  return rows[0]?.position;
}

type EvidenceRow = Omit<Evidence, 'region'> & {
  readonly event: number;
  readonly ordinal: number;
  readonly region: string | null;
};

/**
 * The same statements with the passage that each stands in, where a vintage knows one. Of a document that was removed the
 * words are gone, whatever the vintage is.
 */
export async function withEvidence<T extends CellStatement>(
  { client, position }: Pick<Snapshot, 'client' | 'position'>,
  statements: readonly T[],
  vintage: Vintage,
): Promise<readonly T[]> {
  if (statements.length === 0) return statements;
  const { rows } = await client.query<EvidenceRow>({
    name: 'evidence-of-statements',
    text: `SELECT DISTINCT ON (e.event, e.ordinal) e.event, e.ordinal, e.document, e.page, e.paragraph,
       ${['quote', 'prefix', 'suffix'].map((c) => `CASE WHEN r.position IS NULL THEN e.${c} END AS ${c}`).join(', ')},
       e.from_char AS start, e.to_char AS "end", e.language, e.region
     FROM ${liveSchema}.evidence e
     LEFT JOIN ${liveSchema}.removed_documents r ON r.document = e.document
     WHERE e.event IN (SELECT unnest($1::bigint[])) AND e.position <= $2
       AND ($3::date IS NULL OR e.received_on <= $3)
     ORDER BY e.event, e.ordinal, e.position DESC, e.number DESC`,
    values: [[...new Set(statements.map((s) => s.position))], vintage.at ?? position, vintage.asOf ?? null],
  });
  if (rows.length === 0) return statements;
  const found = new Map(
    rows.map(({ event, ordinal, region: fragment, ...one }): [string, Evidence] => [
      `${event}.${ordinal}`,
      { ...one, region: (fragment !== null && parseFragment(fragment)) || null },
    ]),
  );
  return statements.map((s) => {
    const evidence = found.get(`${s.position}.${s.ordinal}`);
    return evidence ? { ...s, evidence } : s;
  });
}
