/** What one event changed in the tables: the cells of its respondent at its position against those before it. */
import {
  compareCells,
  isReplyEvent,
  readEvent,
  UnreadableEvent,
  type CellStatement,
  type ReplyEvent,
  type Revision,
  type StoredEvent,
} from '@rapporteur/domain';
import { readCellsOften, type Snapshot } from '@rapporteur/projections';

export interface EventChanges {
  readonly revisions: readonly Revision[];
  readonly findings: { readonly added: number; readonly withdrawn: number };
  /** The figures of the respondent in the collection, before and after. */
  readonly figures: { readonly before: readonly CellStatement[]; readonly after: readonly CellStatement[] };
  /** These and the findings. */
  readonly cells: { readonly before: readonly CellStatement[]; readonly after: readonly CellStatement[] };
}

/**
 * The event, if it is about a reply; undefined if it is about something else, or cannot be read and so changed
 * nothing.
 */
export function readReplyEvent(stored: StoredEvent): ReplyEvent | undefined {
  try {
    const event = readEvent(stored);
    return isReplyEvent(event) ? event : undefined;
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined;
    throw error;
  }
}

/** In: whom an event is about, and its position. Out: what it changed. Errors: those of pg. */
export async function readEventChanges(
  snapshot: Snapshot,
  { collection, respondent }: { readonly collection: string; readonly respondent: string },
  position: number,
): Promise<EventChanges> {
  const filter = { collections: [collection], respondents: [respondent] };
  const before = await readCellsOften(snapshot, filter, { at: position - 1 });
  return compareStates(before, await readCellsOften(snapshot, filter, { at: position }));
}

/** In: the cells of a respondent before and after an event. Out: what it changed. */
export function compareStates(
  cellsBefore: readonly CellStatement[],
  cellsAfter: readonly CellStatement[],
): EventChanges {
  const [before, after] = [toState(cellsBefore), toState(cellsAfter)];
  return {
    revisions: compareCells(before.figures, after.figures),
    findings: {
      added: countLacking(before.findings, after.findings),
      withdrawn: countLacking(after.findings, before.findings),
    },
    figures: { before: before.figures, after: after.figures },
    cells: { before: before.cells, after: after.cells },
  };
}

const toState = (cells: readonly CellStatement[]) => ({
  cells,
  figures: cells.filter(({ kind }) => kind === 'observation'),
  findings: new Set(cells.filter(({ kind }) => kind === 'finding').map(({ cell }) => cell)),
});

const countLacking = (cells: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...others].filter((cell) => !cells.has(cell)).length;
