/** What ingest is started with. */
import type { Watch } from '@rapporteur/http';
import type { DataSource } from 'typeorm';

/** The token that the options are injected by. */
export const OPTIONS = Symbol('ingest options');

export interface IngestOptions {
  /** Open and migrated. */
  readonly database: DataSource;
  /** Of the same database. */
  readonly url: string;
  readonly onError: (error: Error) => void;
  /** Told of what is stored and moved. */
  readonly watch?: Watch;
  /** Whether the disk has room to take in more; not asked where the database is elsewhere. */
  readonly hasRoom?: (() => boolean) | undefined;
}
