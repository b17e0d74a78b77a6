/** What the read side is started with. */
import type { RouteDocument } from '@rapporteur/http';
import type { DataSource } from 'typeorm';
import type { IngestPlace } from './serve-dashboard.js';

/** The token that the options are injected by. */
export const OPTIONS = Symbol('api options');

export interface ApiOptions {
  /** Open and migrated. */
  readonly database: DataSource;
  /** Of the same database. */
  readonly url: string;
  /** Where replies are taken, for the page. */
  readonly ingest: IngestPlace;
  /** Addresses of others in the same process, for the documentation. */
  readonly documents?: readonly RouteDocument[];
  /** The origin that readers use; without it answers name addresses without one. */
  readonly publicUrl?: string | undefined;
}
