/** The migrations of the log and of the tables. TypeORM runs what is missing in the order of the numbers in their names. */
import { eventMigrations } from '@rapporteur/event-store';
import { CreateBi1700000000006 } from './create-bi.js';
import { CreateDiscardedLetters1700000000007 } from './create-discarded-letters.js';
import { CreatePopulation1700000000016 } from './create-population.js';
import { CreateTables1700000000002 } from './create-tables.js';
import { CreateTrendTopic1700000000036 } from './create-trend-topic.js';
import { RenewViews1700000000023 } from './renew-views.js';
import type { MigrationInterface } from 'typeorm';

export const migrations: readonly (new () => MigrationInterface)[] = [
  ...eventMigrations,
  CreateTables1700000000002,
  CreateBi1700000000006,
  CreateDiscardedLetters1700000000007,
  CreatePopulation1700000000016,
  RenewViews1700000000023,
  CreateTrendTopic1700000000036,
];
