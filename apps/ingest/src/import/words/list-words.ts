/** Lists the words of a collection that wait for a decision, or those that somebody has decided of. */
import type { WordItem, WordsAnswer } from '@rapporteur/contract';
import { foldDecisions, wordKey, wordsStream, type EventMeta, type WordDecided } from '@rapporteur/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { findMapping, parseMapping, type Mapping } from '../table/mapping.js';
import type { SampleRow } from '../table/keep-waiting.js';
import { makeProposer, nameOfCode } from './propose.js';

interface RoundRow {
  readonly round: string;
  readonly file: string;
  readonly name: string;
  readonly header: string[];
  readonly rows: number | null;
  readonly refused: number | null;
  readonly waiting: number | null;
  readonly mapping: string | null;
  readonly version: number | null;
  readonly problem: string | null;
  readonly problemAt: number | null;
  readonly notKept: number | null;
}

/** The last file of each round: those before it count for nothing any more. */
const lastFiles = `
SELECT DISTINCT ON (round) round, file, name, header, rows, refused, waiting, mapping, words_version AS version,
  words_problem AS problem, words_problem_at AS "problemAt", words_not_kept AS "notKept"
FROM imports WHERE collection = $1 ORDER BY round, started_at DESC`;

interface WordRow {
  readonly round: string;
  readonly dimension: string;
  readonly word: string;
  readonly column: string;
  readonly hint: string | null;
  readonly rows: number;
  readonly samples: readonly SampleRow[];
}

const wordsOfFiles = `
SELECT round, dimension, word, column_name AS column, hint, rows, samples FROM waiting_words
WHERE collection = $1 AND (round, file) IN (SELECT * FROM unnest($2::text[], $3::text[]))
ORDER BY round, number`;

const decisions = `
SELECT version, data, meta FROM log WHERE stream = $1
UNION ALL SELECT version, data, meta FROM pending WHERE stream = $1 ORDER BY version`;

/** A decision that stands, and who made it and when. */
type Standing = WordDecided & Pick<EventMeta, 'recordedBy' | 'recordedAt'>;

interface Asked {
  readonly collection: string;
  readonly state: 'waiting' | 'decided';
  readonly limit: number;
}

/** Errors: those of pg. */
export async function listWords(pool: pg.Pool, asked: Asked): Promise<WordsAnswer> {
  const { collection, state, limit } = asked;
  const { rows: stored } = await pool.query<{ version: number; data: WordDecided; meta: EventMeta }>(
    decisions,
    [wordsStream(collection)],
  );
  const version = stored.at(-1)?.version ?? 0;
  const standing = foldDecisions(stored.map(({ data, meta }): Standing => ({ ...meta, ...data })));
  const { rows: files } = await pool.query<RoundRow>(lastFiles, [collection]);
  const all =
    state === 'waiting' ? await findWaiting(pool, collection, files, standing) : toDecided(standing);
  const items = all.slice(0, limit);
  return {
    collection,
    state,
    items: state === 'waiting' ? await addProposals(items, await toMapping(collection, files)) : items,
    total: all.length,
    version,
    rounds: files.map((file) => toRound(file, version)),
  };
}

function toRound(file: RoundRow, version: number): WordsAnswer['rounds'][number] {
  const { round, file: sha256, name, header, rows, refused, waiting, notKept } = file;
  const isFailed = file.problemAt === version;
  return {
    ...{ round, file: sha256, name, header, rows, refused, waiting, notKept: notKept ?? 0 },
    isBehind: file.version !== null && file.version < version && !isFailed,
    problem: isFailed ? file.problem : null,
  };
}

type Item = WordItem & { readonly hint: string | null };

async function findWaiting(
  pool: pg.Pool,
  collection: string,
  files: readonly RoundRow[],
  standing: ReadonlyMap<string, Standing>,
): Promise<Item[]> {
  const { rows } = await pool.query<WordRow>(wordsOfFiles, [
    collection,
    files.map(({ round }) => round),
    files.map(({ file }) => file),
  ]);
  const items = new Map<string, Item>();
  for (const { round, samples, ...row } of rows) {
    const key = wordKey(row.dimension, row.word);
    // Decided already: the rows come in with the next import of their file.
    if (standing.has(key)) continue;
    const found = items.get(key);
    const shown = samples.map(({ row: number, cells }) => ({ round, row: number, cells: [...cells] }));
    items.set(key, {
      ...(found ?? { ...row, proposals: [], decision: null }),
      rows: row.rows + (found?.rows ?? 0),
      samples: [...(found?.samples ?? []), ...shown].slice(0, 3),
    });
  }
  return [...items.values()].sort((a, b) => b.rows - a.rows);
}

function toDecided(standing: ReadonlyMap<string, Standing>): Item[] {
  return [...standing.values()].reverse().map(({ dimension, word, decision, code, reason, ...meta }) => ({
    ...{ dimension, word, column: null, hint: null, rows: 0, samples: [], proposals: [] },
    decision: {
      ...{ decision, code, reason, decidedBy: meta.recordedBy, decidedAt: meta.recordedAt },
      name: code === null ? null : nameOfCode(dimension, code),
    },
  }));
}

/** The mapping that proposals are made by: that of the collection's latest file, or the one that comes with it. */
async function toMapping(collection: string, files: readonly RoundRow[]): Promise<Mapping | undefined> {
  const used = files.find(({ waiting, mapping }) => waiting && mapping !== null)?.mapping;
  return used ? parseMapping(used) : findMapping(collection).catch(() => undefined);
}

const wordsPerTurn = 5;

async function addProposals(items: readonly Item[], mapping: Mapping | undefined): Promise<WordItem[]> {
  if (!mapping) return [...items];
  const propose = makeProposer(mapping);
  const done: WordItem[] = [];
  for (const [i, { hint, ...item }] of items.entries()) {
    // A near name takes some milliseconds to find, and other requests wait meanwhile.
    if (i % wordsPerTurn === 0) await nextTurn();
    done.push({ ...item, proposals: propose(item.dimension, item.word, hint) });
  }
  return done;
}
