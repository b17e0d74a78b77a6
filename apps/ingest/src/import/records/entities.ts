/**
 * The tables about imports as entities of TypeORM, for the addresses that read them; the import itself writes
 * them by SQL (ADR 9).
 */
// This file alone: the whole of TypeORM is loaded where entities are first used.
import { EntitySchema } from 'typeorm/entity-schema/EntitySchema.js';

/** A file for a round. */
export interface ImportRecord {
  /** SHA-256 of the bytes, in hex. */
  readonly file: string;
  readonly collection: string;
  readonly round: string;
  /** The first day on which it was received. */
  readonly receivedOn: string;
  readonly name: string;
  readonly header: string[];
  readonly startedAt: Date;
  /** Null until the import has ended, as are `rows` and `respondents`. */
  readonly finishedAt: Date | null;
  readonly rows: number | null;
  readonly refused: number | null;
  readonly respondents: number | null;
  /** Where the log ended when the run began that is under way or has broken off; null: there is none. */
  readonly beganAfter: number | null;
  /** Rows that wait until somebody decides what their words mean. */
  readonly waiting: number | null;
  /** What the file was read by. */
  readonly mapping: string | null;
  readonly confirmed: string[] | null;
  readonly partial: boolean | null;
  /** The version of the collection's decisions that the stored replies follow. */
  readonly wordsVersion: number | null;
  readonly wordsTried: number[] | null;
  readonly wordsProblem: string | null;
  readonly wordsProblemAt: number | null;
  readonly wordsNotKept: number | null;
}

/** A row that an import refused, or that waits. */
export interface RefusedRecord {
  readonly file: string;
  readonly collection: string;
  readonly round: string;
  /** Its place in the list of these rows, from 1 and ascending. */
  readonly place: number;
  readonly row: number;
  readonly reason: string;
  readonly cells: string[];
}

const key = {
  file: { type: 'text', collation: 'C', primary: true },
  collection: { type: 'text', collation: 'C', primary: true },
  round: { type: 'text', collation: 'C', primary: true },
} as const;

export const importRecord = new EntitySchema<ImportRecord>({
  name: 'ImportRecord',
  tableName: 'imports',
  columns: {
    ...key,
    receivedOn: { name: 'received_on', type: 'date' },
    name: { type: 'text' },
    header: { type: 'json' },
    startedAt: { name: 'started_at', type: 'timestamptz', default: () => 'now()' },
    finishedAt: { name: 'finished_at', type: 'timestamptz', nullable: true },
    rows: { type: 'int', nullable: true },
    refused: { type: 'int', nullable: true },
    respondents: { type: 'int', nullable: true },
    beganAfter: { name: 'began_after', type: 'bigint', nullable: true },
    waiting: { type: 'int', nullable: true },
    mapping: { type: 'text', nullable: true },
    confirmed: { type: 'json', nullable: true },
    partial: { type: 'boolean', nullable: true },
    wordsVersion: { name: 'words_version', type: 'int', nullable: true },
    wordsTried: { name: 'words_tried', type: 'json', nullable: true },
    wordsProblem: { name: 'words_problem', type: 'text', nullable: true },
    wordsProblemAt: { name: 'words_problem_at', type: 'int', nullable: true },
    wordsNotKept: { name: 'words_not_kept', type: 'int', nullable: true },
  },
});

export const refusedRecord = new EntitySchema<RefusedRecord>({
  name: 'RefusedRecord',
  tableName: 'refused_rows',
  columns: {
    ...key,
    place: { type: 'int', primary: true },
    row: { type: 'int' },
    reason: { type: 'text' },
    cells: { type: 'json' },
  },
  foreignKeys: [
    {
      target: 'ImportRecord',
      columnNames: ['file', 'collection', 'round'],
      referencedColumnNames: ['file', 'collection', 'round'],
      name: 'refused_rows_file_collection_round_fkey',
    },
  ],
});

export const importEntities = [importRecord, refusedRecord];
