/** Dead letters, and those that were discarded, as TypeORM reads and writes them one by one; batches go by SQL. */
// This file alone: the whole of TypeORM is loaded where entities are first used.
import { EntitySchema } from 'typeorm/entity-schema/EntitySchema.js';
import { liveSchema } from '../tables/create-tables.js';
import { deadLetters } from '../tables/dead-letters.js';

export interface DeadLetter {
  readonly position: number;
  readonly stream: string;
  readonly reason: string;
  readonly since: Date;
}

export interface DiscardedLetter extends DeadLetter {
  readonly discardedAt: Date;
}

export const deadLetter = new EntitySchema<DeadLetter>({
  name: 'DeadLetter',
  schema: liveSchema,
  tableName: deadLetters.name,
  columns: Object.fromEntries(
    deadLetters.columns.map(({ name, type, nullable, default: byItself }) => [
      name,
      {
        type,
        primary: deadLetters.key.includes(name),
        nullable,
        ...(byItself && { default: () => byItself }),
      },
    ]),
  ),
});

export const discardedLetter = new EntitySchema<DiscardedLetter>({
  name: 'DiscardedLetter',
  tableName: 'discarded_letters',
  columns: {
    position: { type: 'bigint', primary: true },
    stream: { type: 'text' },
    reason: { type: 'text' },
    since: { type: 'timestamptz' },
    discardedAt: { name: 'discarded_at', type: 'timestamptz', default: () => 'now()' },
  },
});

export const letters = [deadLetter, discardedLetter];
