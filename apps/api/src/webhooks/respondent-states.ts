/**
 * The cells of a respondent in a collection before and after an event. The state after one event is kept, since it is the state
 * before the next one of the same respondent; and the last state is read as the tables hold it, without a recount.
 */
import type { CellStatement } from '@rapporteur/domain';
import { partitionOf, type EventHead } from '@rapporteur/event-store';
import { readCellsAsTheyStand, readCellsOften, type Snapshot } from '@rapporteur/projections';
import { LRUCache } from 'lru-cache';

/** A reply event, by its head. */
export type ReplyHead = EventHead & { readonly respondent: string };

export interface States {
  readonly before: readonly CellStatement[];
  readonly after: readonly CellStatement[];
}

export interface RespondentStates {
  /**
   * To be called before the events after a place are looked at, in order of position and without a gap. What was kept is
   * dropped if it does not end at that place, or if events were applied otherwise than in order (dead letters, a rebuild).
   */
  begin(snapshot: Snapshot, place: number): void;
  /** The states before and after an event. Errors: those of pg. */
  read(snapshot: Snapshot, head: ReplyHead): Promise<States>;
  /** To be called after each event, also where its states were not read. */
  pass(head: EventHead): void;
}

const cellsAtMost = 50_000;
const pairOf = ({ collection, respondent }: EventHead) => `${collection}/${respondent}`;

export function makeRespondentStates(): RespondentStates {
  const kept = new LRUCache<string, { readonly at: number; readonly cells: readonly CellStatement[] }>({
    maxSize: cellsAtMost,
    sizeCalculation: ({ cells }) => cells.length + 1,
  });
  let upTo = 0;
  let facts = '';
  return {
    begin({ deadLetters, setAside, tables }, place) {
      const now = [deadLetters, setAside, tables].join(' ');
      if (place !== upTo || now !== facts) kept.clear();
      [upTo, facts] = [place, now];
    },
    async read(snapshot, head) {
      const { collection, respondent, position } = head;
      const filter = { collections: [collection], respondents: [respondent] };
      const before =
        kept.get(pairOf(head))?.cells ?? (await readCellsOften(snapshot, filter, { at: position - 1 }));
      const after = (await isLast(snapshot, head))
        ? await readCellsAsTheyStand(snapshot, filter)
        : await readCellsOften(snapshot, filter, { at: position });
      kept.set(pairOf(head), { at: position, cells: after });
      return { before, after };
    },
    pass(head) {
      // Of what was not looked at the state is not known.
      if (kept.peek(pairOf(head))?.at !== head.position) kept.delete(pairOf(head));
      upTo = head.position;
    },
  };
}

/** Whether the log, and so the tables, have nothing of the respondent after this event. */
async function isLast({ client }: Snapshot, { respondent, position }: ReplyHead): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'later-of-respondent',
    text: 'SELECT FROM log WHERE partition = $1 AND position > $2 AND key = $3 LIMIT 1',
    values: [partitionOf(respondent), position, respondent],
  });
  return rowCount === 0;
}
