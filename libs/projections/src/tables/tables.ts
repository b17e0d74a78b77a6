/** Every table that the projection fills, by its name, in the order in which they are made. */
import { applied } from './applied.js';
import { cells } from './cells.js';
import { deadLetters } from './dead-letters.js';
import { documents, evidence, removedDocuments } from './documents.js';
import { directions } from './directions.js';
import { marks } from './marks.js';
import { rounds } from './rounds.js';
import { setAside } from './set-aside.js';
import { statements } from './statements.js';
import type { AnyTable } from './table.js';

export const tables = {
  rounds,
  marks,
  statements,
  cells,
  directions,
  applied,
  dead_letters: deadLetters,
  set_aside: setAside,
  documents,
  removed_documents: removedDocuments,
  evidence,
};

export type TableName = keyof typeof tables;

export const allTables: readonly AnyTable[] = Object.values(tables);
