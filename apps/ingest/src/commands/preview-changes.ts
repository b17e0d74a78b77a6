/** Computes from the stored events what an event would change in the tables. Nothing is written. */
import type { PreviewedChanges } from '@rapporteur/contract';
import {
  breakdownOf,
  compareCells,
  foldCells,
  isReplyEvent,
  readEvent,
  toMark,
  toReceived,
  toStatements,
  UnreadableEvent,
  type CellStatement,
  type ReplyEvent,
  type Statement,
} from '@rapporteur/domain';
import { readReplies, type PlacedEvent } from '@rapporteur/event-store';
import type pg from 'pg';

export const noChanges: PreviewedChanges = { figures: [], findings: { added: [], withdrawn: [] } };

/** In: an event that has been decided on and not stored. Out: the cells that would say something else. */
export async function previewChanges(pool: pg.Pool, event: ReplyEvent): Promise<PreviewedChanges> {
  const { collection, respondent } = event.data;
  const stored = (await readReplies(pool, collection, respondent)).flatMap(readIfReadable);
  const before = toCells(stored);
  const after = toCells([...stored, event]);
  const figures = (cells: readonly CellStatement[]) => cells.filter(({ kind }) => kind === 'observation');
  return {
    figures: compareCells(figures(before), figures(after)).map(({ kind, id, before: was, after: is }) => {
      const { code: indicator, breakdown, period } = (is[0] ?? was[0])!;
      return {
        kind,
        id,
        indicator,
        breakdown: breakdownOf(breakdown),
        period,
        before: was.map(showSaid),
        after: is.map(showSaid),
      };
    }),
    findings: { added: findingsBeyond(before, after), withdrawn: findingsBeyond(after, before) },
  };
}

/** An event that cannot be read is left out, since the tables do not include it either. */
function readIfReadable(stored: PlacedEvent): ReplyEvent[] {
  try {
    const event = readEvent(stored);
    return isReplyEvent(event) ? [event] : [];
  } catch (error) {
    if (error instanceof UnreadableEvent) return [];
    throw error;
  }
}

/** The cells after these events. Only the order of the events counts, not their positions. */
function toCells(events: readonly ReplyEvent[]): CellStatement[] {
  const marks = events.map((event, i) => toMark(event, i + 1));
  const cells = foldCells(
    events.flatMap((event, i) => toStatements(event, i + 1)),
    marks,
  );
  return [...cells.values()].flat().map((one: Statement) => {
    return { ...one, receivedPrecision: marks[one.position - 1]!.receivedPrecision };
  });
}

const showSaid = ({ value, qualifier, reply, receivedOn, receivedPrecision }: CellStatement) => ({
  value,
  qualifier,
  round: reply.slice(0, reply.lastIndexOf('/')),
  receivedOn: toReceived(receivedOn, receivedPrecision),
});

function findingsBeyond(known: readonly CellStatement[], cells: readonly CellStatement[]) {
  const ids = new Set(known.map(({ cell }) => cell));
  return cells
    .filter(({ kind, cell }) => kind === 'finding' && !ids.has(cell))
    .map(({ cell, code, source: { detail, paragraph } }) => ({
      id: cell,
      topic: code,
      ...(detail === undefined ? {} : { detail }),
      ...(paragraph === undefined ? {} : { paragraph }),
    }));
}
