/** Folds the events of one partition into the rows that the tables should have, without looking at the tables. */
import {
  faultOfMeta,
  foldCells,
  groupBySeries,
  isReplyEvent,
  readEvent,
  toMark,
  toStatements,
  UnreadableEvent,
  type DomainEvent,
  type ReplyMark,
  type Statement,
} from '@rapporteur/domain';
import { readPartition, type FeedEvent } from '@rapporteur/event-store';
import type pg from 'pg';
import { noDocuments, noteDocument, type DocumentRows } from '../tables/documents.js';
import type { RoundRow } from '../tables/rounds.js';
import type { SetAsideRow } from '../tables/set-aside.js';
import { toDirections } from '../write/recount-directions.js';
import type { FoldedRows } from './compare-rows.js';

/** What is wrong with an event of the log. */
export interface Fault {
  readonly position: number;
  readonly stream: string;
  readonly fault: string;
}

/** Faults of the log, and events that are set aside; folding adds to them. */
export interface LogFaults {
  readonly unreadable: Fault[];
  readonly oddlyRecorded: Fault[];
  /** Positions of the events that are set aside. */
  readonly aside: Set<number>;
}

export interface Folding {
  readonly partition: number;
  /** Position of the last event that is folded. */
  readonly upTo: number;
  /** Positions of dead letters and of discarded ones. */
  readonly leftOut: ReadonlySet<number>;
  readonly log: LogFaults;
}

export interface Folded {
  readonly rows: FoldedRows;
  /** Cells that have a value; rows of cells are more where one event says two things of a cell. */
  readonly cells: number;
  readonly respondents: readonly string[];
  /** Of every event of the partition, also of those that are left out. */
  readonly positions: readonly number[];
}

/** What the events say, before it is folded. */
interface Said {
  readonly rounds: RoundRow[];
  readonly aside: SetAsideRow[];
  readonly marks: ReplyMark[];
  readonly statements: Statement[];
  readonly ofDocuments: DocumentRows;
}

const eventsPerRead = 5000;

/** In: what to fold, and who is told how many events have been read. */
export async function foldPartition(
  client: pg.ClientBase,
  { partition, upTo, leftOut, log }: Folding,
  onRead: (events: number) => void,
): Promise<Folded> {
  const said: Said = { rounds: [], aside: [], marks: [], statements: [], ofDocuments: noDocuments() };
  const positions: number[] = [];
  for (let after = 0; ;) {
    const read = await readPartition(client, partition, after, upTo, eventsPerRead);
    if (read.length === 0) break;
    for (const stored of read) {
      positions.push(stored.position);
      const event = tryRead(stored, log);
      if (event && !leftOut.has(stored.position)) note(said, event, stored.position);
    }
    after = read.at(-1)!.position;
    onRead(positions.length);
  }
  for (const { data } of said.aside) log.aside.add(data.position);
  const respondents = [...new Set(said.marks.map((m) => m.respondent))];
  return { ...fold(said), respondents, positions };
}

/** An event, or undefined where nobody can read it: it is among the dead letters then, or was discarded or set aside. */
function tryRead(stored: FeedEvent, log: LogFaults): DomainEvent | undefined {
  const { position, stream } = stored;
  const fault = faultOfMeta(stored.meta);
  if (fault !== undefined) log.oddlyRecorded.push({ position, stream, fault });
  try {
    return readEvent(stored);
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    log.unreadable.push({ position, stream, fault: error.message });
    return undefined;
  }
}

function note(said: Said, event: DomainEvent, position: number): void {
  if (event.type === 'RoundOpened') said.rounds.push({ data: event.data, position });
  else if (isReplyEvent(event)) said.marks.push(toMark(event, position));
  else if (event.type === 'EventSetAside') said.aside.push({ data: event.data, by: position });
  else noteDocument(said.ofDocuments, event, position);
  said.statements.push(...toStatements(event, position));
}

function fold({ rounds, aside, marks, statements, ofDocuments }: Said): Pick<Folded, 'rows' | 'cells'> {
  const decided = [...foldCells(statements, marks).values()];
  const figures = decided.flat().filter(({ kind }) => kind === 'observation');
  return {
    rows: {
      rounds,
      marks,
      statements,
      cells: decided.flatMap((ofCell) => ofCell.map((s, variant) => ({ ...s, variant }))),
      directions: [...groupBySeries(figures)].flatMap(([series, own]) =>
        toDirections(own).map((direction) => ({ series, ...direction })),
      ),
      set_aside: aside,
      documents: ofDocuments.documents,
      removed_documents: ofDocuments.removed,
      evidence: ofDocuments.evidence,
    },
    cells: decided.length,
  };
}
