/** Reads what was decided of the words of a collection, up to any of its versions. */
import { readStreamEvents, wordsStream, type Recorder, type WordDecided } from '@rapporteur/domain';
import { readStream } from '@rapporteur/event-store';
import type pg from 'pg';
import { makeDecisions, type Decisions } from '../table/find-word.js';

export interface DecidedWords {
  /** How many decisions there are: the version of their stream. */
  readonly version: number;
  /** What stood at a version; at the last one where none is given. */
  at(version?: number): Decisions;
}

/** In: a connection, and a collection. Errors: UnreadableEvent; those of pg. */
export async function readDecisions(db: pg.Pool | pg.ClientBase, collection: string): Promise<DecidedWords> {
  const stored = await readStream(db, wordsStream(collection));
  return {
    version: stored.at(-1)?.version ?? 0,
    at: (upTo = Infinity) =>
      makeDecisions(
        readStreamEvents(stored.filter(({ version }) => version <= upTo)).map(
          ({ data }) => data as WordDecided,
        ),
      ),
  };
}

/** Who made the decision with this version: whoever decides is who brings in the rows. */
export async function readDecider(
  db: pg.Pool | pg.ClientBase,
  collection: string,
  version: number,
): Promise<Recorder> {
  const { rows } = await db.query<{ meta: Recorder }>(
    `SELECT meta FROM log WHERE stream = $1 AND version = $2
     UNION ALL SELECT meta FROM pending WHERE stream = $1 AND version = $2`,
    [wordsStream(collection), version],
  );
  const { recordedBy, principal, signedInBy } = rows[0]!.meta;
  return { recordedBy, principal, signedInBy };
}
