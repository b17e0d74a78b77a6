/** The migrations of the event store, in their order: all that a database needs where nobody reads it. */
import { CreateEventStore1700000000001 } from './create-event-store.js';
import { CreateImports1700000000005 } from './create-imports.js';
import { CreateRelay1700000000003 } from './create-relay.js';

export const eventMigrations = [
  CreateEventStore1700000000001,
  CreateRelay1700000000003,
  CreateImports1700000000005,
];
