/** The options that the read side is started with. */
import type { RouteDocument } from '@rapporteur/http';
import type { DataSource } from 'typeorm';
import type { IngestPlace } from './serve-dashboard.js';

/** The token that the options are injected by. */
export const OPTIONS = Symbol('api options');

export interface ApiOptions {
  /** The database, open and migrated. */
  readonly database: DataSource;
  /** The address of the same database. */
  readonly url: string;
  /** Where the page sends replies. */
  readonly ingest: IngestPlace;
  /** The documents of other services in the same process, for the documentation. */
  readonly documents?: readonly RouteDocument[];
  /** The origin that readers use; without it addresses in answers begin with "/". */
  readonly publicUrl?: string | undefined;
}
