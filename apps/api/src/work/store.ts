/** Work items: inconsistencies and questions that are found now, with what people said of them and of former ones. */
import type { WorkItem, workItemInput } from '@rapporteur/contract';
import type { Inconsistency, Recorder, ReplyMark } from '@rapporteur/domain';
import { liveSchema, type Snapshot } from '@rapporteur/projections';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { z } from 'zod';
import { readInconsistencies } from '../reading/read-inconsistencies.js';
import { readQuestions, type Question } from './questions.js';

/** What is kept of an inconsistency or question beside what is said of it. */
interface Kept extends Pick<WorkItem, 'kind' | 'round' | 'respondent' | 'message' | 'events'> {
  readonly cells: readonly string[];
  /** Of a question; what was kept before there were questions has none. */
  readonly theme?: string | null;
}

interface Row extends Pick<WorkItem, 'key' | 'version' | 'state' | 'note' | 'owner'> {
  readonly by: string;
  readonly at: Date;
  readonly inconsistency: Kept;
}

const distinct = <T>(all: readonly (T | undefined)[]): T[] =>
  [...new Set(all.filter((one) => one !== undefined))].sort();

function toKept({ kind, round, respondent, message, places }: Inconsistency): Kept {
  // What an unlisted respondent says is no matter of the list: one more figure of it is no other inconsistency.
  const disagree = kind === 'cited-but-not-listed' ? places.filter(({ id }) => id === undefined) : places;
  return {
    ...{ kind, round, respondent, message },
    events: distinct(disagree.map(({ event }) => event)),
    cells: distinct(disagree.map(({ id }) => id)),
  };
}

/** The key of an inconsistency: its kind, round and respondent, and the cells that disagree, whatever they say. */
export function keyOf(one: Inconsistency): string {
  const { kind, round, respondent, sentence } = one;
  const { cells } = toKept(one);
  const more = sentence.code === 'part-exceeds-whole' ? [sentence.whole] : [];
  const parts = JSON.stringify([kind, round, respondent, cells, more]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 24);
}

const keyOfQuestion = ({ kind, round, respondent, theme }: Question): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, round, respondent, theme]))
    .digest('hex')
    .slice(0, 24);

/** Out: what is found now by its key, inconsistencies first; and the marks of every reply. */
async function readFound(snapshot: Snapshot) {
  const inconsistencies = await readInconsistencies(snapshot, {});
  const { questions, marks } = await readQuestions(snapshot);
  const found = new Map<string, Kept>([
    ...inconsistencies.map((one) => [keyOf(one), toKept(one)] as const),
    ...questions.map((one) => [keyOfQuestion(one), { ...one, cells: [] }] as const),
  ]);
  return { found, marks };
}

/** In: one key, or undefined for all. Out: every work item, those that are found first. */
export async function readWorkItems(snapshot: Snapshot, key?: string): Promise<WorkItem[]> {
  const { found, marks } = await readFound(snapshot);
  const { rows } = await snapshot.client.query<Row>(
    `SELECT key, version, state, note, owner, said_as AS by, said_at AS at, inconsistency FROM work_items
     WHERE $1::text IS NULL OR key = $1 ORDER BY key, version DESC`,
    [key ?? null],
  );
  const said = new Map<string, Row[]>();
  for (const row of rows) said.set(row.key, [...(said.get(row.key) ?? []), row]);
  const keys = [...new Set([...found.keys(), ...said.keys()])].filter((k) => !key || k === key);
  const corrections = await readCorrections(snapshot, said);
  return keys.map((k) => {
    const rows = said.get(k) ?? [];
    const correction = corrections.get(k) ?? laterInReply(rows[0]?.inconsistency, marks);
    return toItem(k, found.get(k), rows, correction);
  });
}

/** A question has no figures: what came after in its reply is what may answer it. */
function laterInReply(kept: Kept | undefined, marks: readonly ReplyMark[]): number | null {
  if (!kept || kept.theme === undefined) return null;
  const known = Math.max(0, ...kept.events);
  const later = marks.findLast(
    ({ collection, round, respondent, position }) =>
      `${collection}/${round}` === kept.round && respondent === kept.respondent && position > known,
  );
  return later?.position ?? null;
}

function toItem(key: string, found: Kept | undefined, rows: Row[], correction: number | null): WorkItem {
  const [last] = rows;
  const { kind, round, respondent, theme = null, message, events } = found ?? last!.inconsistency;
  const isSettled = last?.state === 'resolved' || last?.state === 'not-an-error';
  const isOther =
    message !== last?.inconsistency.message || events.join(' ') !== last.inconsistency.events.join(' ');
  const reopened = found !== undefined && isSettled && isOther;
  return {
    ...{ key, kind, round, respondent, theme, message, events },
    state: reopened ? 'open' : (last?.state ?? 'open'),
    note: last?.note ?? '',
    owner: last?.owner ?? null,
    version: last?.version ?? 0,
    found: found !== undefined,
    reopened,
    correction,
    history: rows.map(({ version, state, note, owner, by, at }) => ({
      ...{ version, state, note, owner, by },
      at: at.toISOString(),
    })),
  };
}

/** The last event after those that disagreed when an item was last worked on, that says something of its cells. */
async function readCorrections(
  { client }: Snapshot,
  said: ReadonlyMap<string, readonly Row[]>,
): Promise<Map<string, number>> {
  const asked = [...said].map(([key, [last]]) => ({
    key,
    cells: last!.inconsistency.cells,
    after: Math.max(0, ...last!.inconsistency.events),
  }));
  const { rows } = await client.query<{ key: string; event: number }>(
    `SELECT a.key, max(s.position) AS event
     FROM jsonb_to_recordset($1::jsonb) AS a(key text, cells text[], after bigint)
     JOIN ${liveSchema}.statements s ON s.cell = ANY (a.cells) AND s.position > a.after GROUP BY a.key`,
    [JSON.stringify(asked)],
  );
  return new Map(rows.map(({ key, event }) => [key, Number(event)]));
}

/**
 * Stores what somebody says of an inconsistency or question, as the version after the one that they had read.
 * Out: whether it is stored; not where somebody else was first.
 */
export async function sayOf(
  pool: pg.Pool,
  key: string,
  { version, state, note, owner }: z.output<typeof workItemInput>,
  { principal, recordedBy }: Recorder,
  inconsistency: Kept,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO work_items (key, version, state, note, owner, said_by, said_as, inconsistency)
     SELECT $1, $2::int + 1, $3, $4, $5, $6, $7, $8
     WHERE $2 = (SELECT COALESCE(max(version), 0) FROM work_items WHERE key = $1) ON CONFLICT DO NOTHING`,
    [key, version, state, note, owner, principal, recordedBy, JSON.stringify(inconsistency)],
  );
  return rowCount === 1;
}

/** In: a key. Out: what is to be kept of it: as it is found, or as it last was; undefined for an unknown key. */
export async function findKept(snapshot: Snapshot, key: string): Promise<Kept | undefined> {
  const found = (await readFound(snapshot)).found.get(key);
  if (found) return found;
  const { rows } = await snapshot.client.query<Pick<Row, 'inconsistency'>>(
    'SELECT inconsistency FROM work_items WHERE key = $1 ORDER BY version DESC LIMIT 1',
    [key],
  );
  return rows[0]?.inconsistency;
}
