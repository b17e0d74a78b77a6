/**
 * Fills the log with replies, in 4,000 streams unless another number is given, and with corrections of one to
 * three figures each.
 */
import { keyOf, streamOf, type DomainEvent } from '@rapporteur/domain';
import { partitionOf } from '@rapporteur/event-store';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/**
 * How many replies (streams) the events belong to, and how many respondents these replies are of. Each reply is
 * one series.
 */
export interface Spread {
  readonly streams: number;
  readonly respondents: number;
}

const usual: Spread = { streams: 4000, respondents: 64 };

/** Each round has its own category, so that no two streams have a cell in common. */
const figure = (category: string, year: number, value: number) => ({
  indicator: 'persons-prosecuted',
  breakdown: { category },
  period: `${year}`,
  value,
  qualifier: 'exact' as const,
  paragraph: 14,
});

/** The reply of a stream, and after it corrections of one to three figures. */
function makeEvent(stream: number, version: number, respondents: number): DomainEvent {
  const key = {
    collection: 'bench',
    round: `r${Math.floor(stream / respondents)}`,
    respondent: `R${stream % respondents}`,
    receivedOn: '2008-01-20',
    receivedPrecision: 'on' as const,
    late: null,
  };
  const count = version === 1 ? 3 : 1 + (version % 3);
  const figures = Array.from({ length: count }, (_, i) => figure(key.round, 2005 + i, version + i));
  if (version > 1) {
    const observations = { changed: figures, added: [], retracted: [] };
    const findings = { changed: [], added: [], retracted: [] };
    return {
      type: 'ReplyCorrected',
      data: { ...key, reason: 'bench', reference: null, observations, findings },
    };
  }
  const resolved = { code: key.respondent, asWritten: key.respondent, match: 'code' as const };
  const content = { language: null, complete: false, observations: figures, findings: [] };
  return { type: 'ReplySubmitted', data: { ...key, resolved, ...content } };
}

const meta = JSON.stringify({
  recordedBy: 'bench',
  recordedAt: '2008-02-01T00:00:00Z',
  correlationId: 'c',
  causationId: 'r',
});

/** Fills the log by set-based statements, since only reading it is measured. */
export async function fillLog(
  pool: pg.Pool,
  events: number,
  { streams, respondents }: Spread = usual,
): Promise<void> {
  for (let from = 0; from < events; from += 5000) {
    const numbers = Array.from({ length: Math.min(5000, events - from) }, (_, i) => from + i);
    const made = numbers.map((n) => makeEvent(n % streams, Math.floor(n / streams) + 1, respondents));
    await pool.query(
      `INSERT INTO log (position, id, stream, version, type, schema_version, key, partition, data, meta)
       SELECT position, id, stream, version, type, 1, key, partition, data, $8 FROM unnest($1::bigint[], $2::uuid[],
         $3::text[], $4::int[], $5::text[], $6::text[], $7::smallint[], $9::json[])
         AS e(position, id, stream, version, type, key, partition, data)`,
      [
        numbers.map((n) => n + 1),
        made.map(() => randomUUID()),
        made.map(streamOf),
        numbers.map((n) => Math.floor(n / streams) + 1),
        made.map((event) => event.type),
        made.map(keyOf),
        made.map((event) => partitionOf(keyOf(event))),
        meta,
        made.map((event) => JSON.stringify(event.data)),
      ],
    );
  }
  await pool.query('UPDATE sequencer SET head = $1', [events]);
  await pool.query('VACUUM ANALYZE log');
}
