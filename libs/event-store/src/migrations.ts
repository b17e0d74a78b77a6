/** The migrations of the event store, in their order. */
import { CreateEventStore1700000000001 } from './create-event-store.js';
import { CreateRecordedIndex1700000000049 } from './create-recorded-index.js';
import { CreateReleases1700000000057 } from './create-releases.js';
import { CreateRelay1700000000003 } from './create-relay.js';
import { CreateStandings1700000000008 } from './create-standings.js';

export const eventMigrations = [
  CreateEventStore1700000000001,
  CreateRelay1700000000003,
  CreateStandings1700000000008,
  CreateRecordedIndex1700000000049,
  CreateReleases1700000000057,
];
