/** What the log says of one respondent in one collection: for planning events, and for what they would withdraw. */
import {
  evolve,
  foldCells,
  isReplyEvent,
  noReply,
  readEvent,
  toMark,
  toStatements,
  type DomainEvent,
  type ReplyMark,
  type ReplyState,
  type Statement,
  type Vintage,
} from '@rapporteur/domain';
import type { RecordedEvent } from '@rapporteur/event-store';
import type { Counted } from './withdrawals.js';

/** Events without a position come after all that have one; planned ones after these. */
const firstOf = { pending: 2 ** 50, planned: 2 ** 51 };

interface Known {
  readonly stream: string;
  readonly version: number;
  readonly event: DomainEvent;
  readonly position: number;
  /** Stored by the import itself, before it broke off. */
  readonly isOwn: boolean;
}

/** In: all events of a respondent's streams, and which of them the import has stored itself. */
export function readKnown(
  events: readonly RecordedEvent[],
  isOwn: (event: RecordedEvent) => boolean,
): readonly Known[] {
  const aside = new Set(
    events
      .filter(({ type }) => type === 'EventSetAside')
      .map((one) => `${one.stream} ${(one.data as { version: number }).version}`),
  );
  return events.flatMap((one, i) =>
    aside.has(`${one.stream} ${one.version}`)
      ? []
      : {
          stream: one.stream,
          version: one.version,
          event: readEvent(one),
          position: one.position ?? firstOf.pending + i,
          isOwn: isOwn(one),
        },
  );
}

/** The state of a reply after all that is known of it. */
export function stateOf(known: readonly Known[], stream: string): ReplyState {
  const own = known.filter((one) => one.stream === stream);
  const undone = new Set(
    own.flatMap(({ event }) => (event.type === 'ChangeUndone' ? event.data.version : [])),
  );
  return own
    .filter(({ version }) => !undone.has(version))
    .reduce((state, { event }) => evolve(state, event), noReply);
}

interface Said {
  readonly statements: readonly Statement[];
  readonly marks: readonly ReplyMark[];
}

function toSaid(known: readonly Pick<Known, 'event' | 'position'>[]): Said {
  return {
    statements: known
      .flatMap(({ event, position }) => toStatements(event, position))
      .filter(({ kind }) => kind === 'observation'),
    marks: known.flatMap(({ event, position }) => (isReplyEvent(event) ? toMark(event, position) : [])),
  };
}

/** In: what is known of a respondent, and the events that the import plans. Out: what stands, and what that withdraws. */
export function countWithdrawn(known: readonly Known[], planned: readonly DomainEvent[]): Counted {
  const isChanged = planned.length > 0 || known.some(({ isOwn }) => isOwn);
  const before = toSaid(known.filter(({ isOwn }) => !isOwn));
  if (!isChanged) {
    const cells = foldCells(before.statements, before.marks);
    return { standing: cells.size, periods: [], isGone: false };
  }
  const after = toSaid([...known, ...planned.map((event, i) => ({ event, position: firstOf.planned + i }))]);
  const had = new Map<string, string>();
  const lost = new Map<string, string>();
  let left = 0;
  for (const vintage of vintagesOf(known, planned)) {
    const stood = foldCells(before.statements, before.marks, vintage);
    const stands = foldCells(after.statements, after.marks, vintage);
    for (const [cell, [statement]] of stood) {
      had.set(cell, statement!.period);
      if (!stands.has(cell)) lost.set(cell, statement!.period);
    }
    left = stands.size;
  }
  return { standing: had.size, periods: [...lost.values()], isGone: had.size > 0 && left === 0 };
}

/**
 * The vintages at which the import may withdraw something: each day of receipt that it has, where something was received
 * later, and last of all today.
 */
function vintagesOf(known: readonly Known[], planned: readonly DomainEvent[]): Vintage[] {
  const dayOf = (event: DomainEvent) => (isReplyEvent(event) ? [event.data.receivedOn] : []);
  const own = known.filter(({ isOwn }) => isOwn).map(({ event }) => event);
  const days = new Set([...own, ...planned].flatMap(dayOf));
  const last = known.flatMap(({ event }) => dayOf(event)).reduce((a, b) => (a > b ? a : b), '');
  return [...[...days].filter((day) => day < last).map((asOf) => ({ asOf })), {}];
}
