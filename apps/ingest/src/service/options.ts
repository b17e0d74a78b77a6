/** The options that ingest is started with. */
import type { Database } from '@rapporteur/postgres';
import type { Watch } from '@rapporteur/http';

/** The token that the options are injected by. */
export const OPTIONS = Symbol('ingest options');

export interface IngestOptions {
  /** The database, open and migrated. */
  readonly database: Database;
  /** The address of the same database. */
  readonly url: string;
  readonly onError: (error: Error) => void;
  /** Gets metrics, log and traces of appends and of moves into the log. */
  readonly watch?: Watch;
  /** Whether the disk has room for more events; absent where the database is on another machine. */
  readonly hasRoom?: (() => boolean) | undefined;
}
