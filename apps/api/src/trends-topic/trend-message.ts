/** A message of the topic of trends: a series as /v1/trends shows it, and by what a change of it is known. */
import { toSeries } from '@rapporteur/domain';
import type { TableMessage } from '@rapporteur/kafka';
import type { ChangedSeries, SentSeries } from '@rapporteur/projections';
import { createHash } from 'node:crypto';
import { showSeries } from '../reading/show-series.js';
import { trendSchemaId } from '../routes/trend-schema.js';

const headers = { 'content-type': 'application/json', ce_dataschema: trendSchemaId };

/**
 * In: a series as it stands, and the digest of what the topic has of it. Out: what is sent, and what the topic has then;
 * undefined where the topic has the same.
 */
export function toSend({
  series,
  digest,
  cells,
  partition,
  position,
}: ChangedSeries): { readonly message: TableMessage; readonly sent: SentSeries } | undefined {
  const [shown] = toSeries(cells).map((one) => showSeries(one, 'en'));
  // The position is not part of it: a rebuild has another, and changes nothing.
  const now = shown ? createHash('sha256').update(JSON.stringify(shown)).digest('base64url') : null;
  if (now === digest) return undefined;
  const value = shown ? JSON.stringify({ series, position, ...shown }) : null;
  return { message: { key: series, partition, value, headers }, sent: { series, digest: now } };
}
