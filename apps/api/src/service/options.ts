/** The options that the read side is started with. */
import type { Database } from '@rapporteur/postgres';
import type { RouteDocument } from '@rapporteur/http';
import type { KafkaSettings } from '@rapporteur/kafka';
import type { WebhookOptions } from '../webhooks/run-webhooks.js';
import type { IngestPlace } from './serve-dashboard.js';

/** The token that the options are injected by. */
export const OPTIONS = Symbol('api options');

export interface ApiOptions {
  /** The database, open and migrated. */
  readonly database: Database;
  /** The address of the same database. */
  readonly url: string;
  /** A replica of it that answers are read from; without it they are read from the database itself. */
  readonly replica?: Database | undefined;
  /** Where the page sends replies. */
  readonly ingest: IngestPlace;
  /** The documents of other services in the same process, for the documentation. */
  readonly documents?: readonly RouteDocument[];
  /** How webhooks are sent; the usual way where it is not given. */
  readonly webhooks?: Partial<Pick<WebhookOptions, 'allowed' | 'answerWithinMs' | 'lookup' | 'pauses'>>;
  /** Where the topic of trends is kept; none where it is not given. */
  readonly kafka?: KafkaSettings | undefined;
  /** The origin that readers use; without it addresses in answers begin with "/". */
  readonly publicUrl?: string | undefined;
}
