/** What an import stores of words: which its rows wait for, and which decisions its stored replies follow. */
import type { Confirmed } from '@rapporteur/domain';
import type pg from 'pg';
import type { WaitingRows } from '../table/keep-waiting.js';
import type { ImportKey } from './import-records.js';

const wordsPerStatement = 1000;

/** Notes by what a file was read, and the words that its rows wait for, in place of those of an earlier run. */
export async function saveWords(
  client: pg.ClientBase,
  { file, collection, round }: ImportKey,
  read: { readonly mapping: string; readonly confirmed: Confirmed; readonly partial: boolean },
  waiting: Pick<WaitingRows, 'words' | 'notKept'>,
): Promise<void> {
  const key = [file, collection, round];
  await client.query('BEGIN');
  try {
    await client.query(
      `UPDATE imports SET mapping = $4, confirmed = $5, words_not_kept = $6, partial = $7
       WHERE (file, collection, round) = ($1, $2, $3)`,
      [...key, read.mapping, JSON.stringify(read.confirmed), waiting.notKept, read.partial],
    );
    await client.query('DELETE FROM waiting_words WHERE (file, collection, round) = ($1, $2, $3)', key);
    for (let i = 0; i < waiting.words.length; i += wordsPerStatement) {
      const words = waiting.words.slice(i, i + wordsPerStatement);
      await client.query(
        `INSERT INTO waiting_words (file, collection, round, number, dimension, word, column_name, hint, rows, samples)
         SELECT $1, $2, $3, * FROM unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::json[])`,
        [
          ...key,
          words.map((_, n) => i + n),
          words.map((w) => w.dimension),
          words.map((w) => w.word),
          words.map((w) => w.column),
          words.map((w) => w.hint),
          words.map((w) => w.rows),
          words.map((w) => JSON.stringify(w.samples)),
        ],
      );
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * Notes which version of the decisions the stored replies follow; null: an import of the whole file has begun, and only
 * its end says so.
 */
export async function saveVersion(
  client: pg.ClientBase,
  { file, collection, round }: ImportKey,
  version: number | null,
): Promise<void> {
  await client.query(
    `UPDATE imports SET words_version = $4, words_tried = NULL, words_problem = NULL, words_problem_at = NULL
     WHERE (file, collection, round) = ($1, $2, $3)`,
    [file, collection, round, version],
  );
}

/** An import whose replies do not follow the latest decisions. */
export interface Outdated extends ImportKey {
  readonly receivedOn: string;
  readonly name: string;
  readonly mapping: string;
  readonly confirmed: Confirmed;
  readonly partial: boolean;
  /** False where nothing of it was stored, since every row waited. */
  readonly isThrough: boolean;
  /** The versions of the decisions that its replies follow, as a whole or in part. */
  readonly follows: readonly number[];
  /** The version of the decisions now. */
  readonly version: number;
}

/** The stream of a collection's decisions has this name after its start. */
const wordsStream = 'words/';

/** Only the file that a round got last counts: its replies are in the place of those of every other. */
const outdated = `
SELECT last.*, s.version FROM (
  SELECT DISTINCT ON (collection, round) file, collection, round, received_on AS "receivedOn", name, mapping, confirmed, partial,
    finished_at IS NOT NULL AS "isThrough", words_version, words_problem_at, words_tried
  FROM imports ORDER BY collection, round, started_at DESC
) last JOIN streams s ON s.stream = '${wordsStream}' || last.collection
WHERE last.words_version < s.version AND last.mapping IS NOT NULL
  AND last.words_problem_at IS DISTINCT FROM s.version`;

type Row = Omit<Outdated, 'follows'> & { words_version: number; words_tried: number[] | null };

/** The imports that must be looked at again since words were decided, one a round at most. */
export async function findOutdated(db: pg.Pool | pg.ClientBase): Promise<Outdated[]> {
  const { rows } = await db.query<Row>(`${outdated} ORDER BY last.collection, last."receivedOn", last.round`);
  return rows.map(({ words_version, words_tried, ...row }) => ({
    ...row,
    follows: [...new Set([words_version, ...(words_tried ?? [])])],
  }));
}

/** Notes that replies may from now on follow another version in part. */
export async function saveTry(client: pg.ClientBase, { file, collection, round, ...one }: Outdated) {
  await client.query(`UPDATE imports SET words_tried = $4 WHERE (file, collection, round) = ($1, $2, $3)`, [
    file,
    collection,
    round,
    JSON.stringify([...one.follows, one.version]),
  ]);
}

/** Notes why decisions could not be followed: it is not tried again before another decision. */
export async function saveProblem(
  client: pg.Pool | pg.ClientBase,
  { file, collection, round, version }: Outdated,
  problem: string,
): Promise<void> {
  await client.query(
    `UPDATE imports SET words_problem = $4, words_problem_at = $5 WHERE (file, collection, round) = ($1, $2, $3)`,
    [file, collection, round, problem, version],
  );
}
