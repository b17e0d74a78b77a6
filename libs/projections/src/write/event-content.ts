/** What a batch of events says, as rows; and putting these rows into the tables. */
import {
  type EventSetAside,
  isReplyEvent,
  readEvent,
  toMark,
  toStatements,
  type ReplyMark,
  type RoundOpened,
  type Statement,
} from '@rapporteur/domain';
import type { FeedEvent } from '@rapporteur/event-store';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { liveSchema } from '../tables/create-tables.js';
import {
  insertDeadLetters,
  insertMarks,
  insertRounds,
  insertSetAside,
  insertStatements,
} from './sql/insert-rows.js';

/** What a batch of events says, ready to be inserted. */
export interface Content {
  readonly rounds: { data: RoundOpened; position: number }[];
  readonly marks: ReplyMark[];
  readonly statements: Statement[];
  readonly dead: { position: number; stream: string; reason: string }[];
  /** Events that are set aside, with the position of the event that says so. */
  readonly aside: { data: EventSetAside; by: number }[];
}

export const nothing: Content = { rounds: [], marks: [], statements: [], dead: [], aside: [] };

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): trying again would fail again. */
export const isRefusedData = (error: unknown) => /^2[23]/.test((error as { code?: string }).code ?? '');

/** So long a batch is worked on in one go (ms): whoever shares the process has a turn then. */
const turnMs = 20;
/** Statements that are written in one go. */
const statementsPerTurn = 2000;

/** Reads each event; one that cannot be read becomes a dead letter, and the others go on. */
export async function readContent(events: readonly FeedEvent[]): Promise<Content> {
  const content: Content = { rounds: [], marks: [], statements: [], dead: [], aside: [] };
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
      else content.aside.push({ data: event.data, by: position });
      content.statements.push(...toStatements(event, position));
    } catch (error) {
      content.dead.push({ position, stream, reason: (error as Error).message });
    }
  }
  return content;
}

/** What is there already stays. */
export async function insertContent(
  client: pg.ClientBase,
  schema: string,
  { rounds, marks, statements, dead, aside }: Content,
): Promise<void> {
  const insert = (name: string, text: string, values: unknown[][]) =>
    values[0]!.length > 0 ? client.query({ name: `${name}-${schema}`, text, values }) : undefined;
  await insert('insert-rounds', insertRounds(schema), [
    rounds.map((r) => r.data.collection),
    rounds.map((r) => r.data.round),
    rounds.map((r) => r.position),
    rounds.map((r) => JSON.stringify(r.data)),
  ]);
  await insert('insert-marks', insertMarks(schema), toMarkArrays(marks));
  for (let i = 0; i < statements.length; i += statementsPerTurn) {
    const some = toStatementArrays(statements.slice(i, i + statementsPerTurn));
    await insert('insert-statements', insertStatements(schema), some);
  }
  await insert('insert-dead-letters', insertDeadLetters(schema), [
    dead.map((d) => d.position),
    dead.map((d) => d.stream),
    dead.map((d) => d.reason),
  ]);
  await insertAside(client, schema, aside);
}

/** Notes what is set aside; as a dead letter it waits no longer. */
async function insertAside(client: pg.ClientBase, schema: string, aside: Content['aside']): Promise<void> {
  if (aside.length === 0) return;
  const positions = aside.map(({ data }) => data.position);
  await client.query(insertSetAside(schema), [
    positions,
    aside.map(({ data }) => data.collection),
    aside.map(({ data }) => data.round),
    aside.map(({ data }) => data.respondent),
    aside.map(({ by }) => by),
    aside.map(({ data }) => data.reason),
  ]);
  await client.query(`DELETE FROM ${schema}.dead_letters WHERE position = ANY ($1)`, [positions]);
  // A rebuild looks at these when it swaps.
  if (schema === liveSchema)
    await client.query('DELETE FROM discarded_letters WHERE position = ANY ($1)', [positions]);
}

/** One array a column, in the order of `markColumns`. */
export function toMarkArrays(marks: readonly ReplyMark[]): unknown[][] {
  return [
    marks.map((m) => m.position),
    marks.map((m) => m.reply),
    marks.map((m) => m.collection),
    marks.map((m) => m.round),
    marks.map((m) => m.respondent),
    marks.map((m) => m.receivedOn),
    marks.map((m) => m.receivedPrecision),
    marks.map((m) => m.kind),
    marks.map((m) => m.voids),
    marks.map((m) => m.complete),
    marks.map((m) => m.language),
    marks.map((m) => m.late),
    marks.map((m) => m.reason),
    marks.map((m) => m.reference),
  ];
}

/** One array a column, in the order of `statementColumns`. */
export function toStatementArrays(statements: readonly Statement[]): unknown[][] {
  return [
    statements.map((s) => s.position),
    statements.map((s) => s.ordinal),
    statements.map((s) => s.kind),
    statements.map((s) => s.cell),
    statements.map((s) => s.collection),
    statements.map((s) => s.respondent),
    statements.map((s) => s.reply),
    statements.map((s) => s.receivedOn),
    statements.map((s) => s.retracted),
    statements.map((s) => s.code),
    statements.map((s) => s.breakdown),
    statements.map((s) => s.period),
    statements.map((s) => s.year),
    statements.map((s) => s.value),
    statements.map((s) => s.qualifier),
    statements.map((s) => JSON.stringify(s.source)),
  ];
}
