/** What a batch of events says, as rows; and putting these rows into the tables. */
import {
  isReplyEvent,
  readEvent,
  toMark,
  toStatements,
  type ReplyMark,
  type Statement,
} from '@rapporteur/domain';
import type { FeedEvent } from '@rapporteur/event-store';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import { deadLetters, type DeadLetterRow } from '../tables/dead-letters.js';
import {
  documents,
  evidence,
  noDocuments,
  noteDocument,
  removedDocuments,
  type DocumentRows,
} from '../tables/documents.js';
import { marks } from '../tables/marks.js';
import { rounds, type RoundRow } from '../tables/rounds.js';
import { setAside, type SetAsideRow } from '../tables/set-aside.js';
import { statements } from '../tables/statements.js';
import { toArrays, type Table } from '../tables/table.js';
import { insertRows } from './sql/insert-rows.js';

/** What a batch of events says, ready to be inserted. */
export interface Content {
  readonly rounds: RoundRow[];
  readonly marks: ReplyMark[];
  readonly statements: Statement[];
  readonly dead: DeadLetterRow[];
  readonly aside: SetAsideRow[];
  readonly ofDocuments: DocumentRows;
}

export const nothing: Content = {
  rounds: [],
  marks: [],
  statements: [],
  dead: [],
  aside: [],
  ofDocuments: noDocuments(),
};

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): trying again would fail again. */
export const isRefusedData = (error: unknown) => /^2[23]/.test((error as { code?: string }).code ?? '');

/** How long a batch is worked on without a pause (ms): then other work of the process has its turn. */
const turnMs = 20;
/** How many statements are written without a pause. */
const statementsPerTurn = 2000;

/** Reads each event; one that cannot be read becomes a dead letter, and the others go on. */
export async function readContent(events: readonly FeedEvent[]): Promise<Content> {
  const content: Content = {
    ...{ rounds: [], marks: [], statements: [], dead: [], aside: [] },
    ofDocuments: noDocuments(),
  };
  let begun = performance.now();
  for (const stored of events) {
    if (performance.now() - begun > turnMs) {
      await nextTurn();
      begun = performance.now();
    }
    const { position, stream } = stored;
    try {
      const event = readEvent(stored);
      if (event.type === 'RoundOpened') content.rounds.push({ data: event.data, position });
      else if (isReplyEvent(event)) content.marks.push(toMark(event, position));
      else if (event.type === 'EventSetAside') content.aside.push({ data: event.data, by: position });
      else noteDocument(content.ofDocuments, event, position);
      content.statements.push(...toStatements(event, position));
    } catch (error) {
      content.dead.push({ position, stream, reason: (error as Error).message });
    }
  }
  return content;
}

/** Inserts the rows; rows that are there already stay. */
export async function insertContent(client: pg.ClientBase, schema: string, content: Content): Promise<void> {
  const insert = async <Row>(table: Table<Row>, rows: readonly Row[]) => {
    if (rows.length === 0) return;
    await client.query({
      name: `insert-${table.name}-${schema}`,
      text: insertRows(schema, table),
      values: toArrays(table, rows),
    });
  };
  await insert(rounds, content.rounds);
  await insert(marks, content.marks);
  for (let i = 0; i < content.statements.length; i += statementsPerTurn)
    await insert(statements, content.statements.slice(i, i + statementsPerTurn));
  await insert(deadLetters, content.dead);
  await insert(setAside, content.aside);
  await insert(documents, content.ofDocuments.documents);
  await insert(removedDocuments, content.ofDocuments.removed);
  await insert(evidence, content.ofDocuments.evidence);
  await forgetLetters(client, schema, content.aside);
}

/** Removes the dead letters of events that are set aside. */
async function forgetLetters(
  client: pg.ClientBase,
  schema: string,
  aside: readonly SetAsideRow[],
): Promise<void> {
  if (aside.length === 0) return;
  const positions = aside.map(({ data }) => data.position);
  await client.query(`DELETE FROM ${schema}.dead_letters WHERE position = ANY ($1)`, [positions]);
  // For the tables of a rebuild this happens at the swap.
  if (schema === liveSchema)
    await client.query('DELETE FROM discarded_letters WHERE position = ANY ($1)', [positions]);
}
