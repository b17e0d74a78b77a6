/** The migrations of the event store, in their order. */
import { CreateEventStore1700000000001 } from './create-event-store.js';
import { CreateRelay1700000000003 } from './create-relay.js';

export const eventMigrations = [CreateEventStore1700000000001, CreateRelay1700000000003];
