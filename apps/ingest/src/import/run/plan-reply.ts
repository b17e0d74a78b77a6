/** What an imported file changes in one respondent's reply: the event, and how its rows are counted. */
import {
  decideReply,
  groupBy,
  observationId,
  type Confirmed,
  type Decision,
  type DomainEvent,
  type Observation,
  type ReplyState,
  type RoundOpened,
} from '@rapporteur/domain';
import { cellOfKey, figureKey, type ImportedReply } from '../table/read-table.js';
import { UnreadableFile } from '../table/unreadable-file.js';

/** The day of receipt is checked once for the whole file before replies are planned, so here it counts as confirmed. */
const confirmed: Confirmed = ['received-before-round'];

export interface Plan {
  /** Undefined where the stored reply already says the same. */
  readonly event: DomainEvent | undefined;
  readonly stored: number;
  readonly repeated: number;
  /** Cells that the earlier reply had and this one has not. */
  readonly withdrawn: number;
}

export interface Planning {
  readonly round: RoundOpened;
  readonly respondent: string;
  readonly receivedOn: string;
  /** Undefined where the file says nothing of the respondent. */
  readonly imported: ImportedReply | undefined;
  readonly state: ReplyState;
  /** The reply in the imported round before, for counting what is withdrawn. */
  readonly before: ReplyState | undefined;
  /** What the file is called in the reason for a replacement. */
  readonly name: string;
  /** The file stands for what it mentions alone. */
  readonly partial?: boolean | undefined;
}

export const figuresOf = (state: ReplyState): Observation[] => [...state.observations.values()].flat();

/** Errors: what the domain refuses, as its first problem's message. */
export function planReply(planning: Planning): Plan {
  const { round, respondent, imported, state, before } = planning;
  const observations = [...(imported?.observations.values() ?? [])];
  // `break` is part of the key, so a figure that gains a break counts as new.
  const keyOf = (o: Observation) => `${figureKey(round.collection, respondent, o)} ${o.break ?? ''}`;
  const cellOf = (o: Observation) => observationId({ collection: round.collection, respondent, ...o });
  const had = new Set(state.status === 'standing' ? figuresOf(state).map(keyOf) : []);
  const known = had.size > 0 ? observations.filter((o) => had.has(keyOf(o))).length : 0;
  const stored = observations.length - known;
  const repeated = known + (imported?.doubles ?? 0);
  if (planning.partial) {
    const event = stored > 0 ? decidePart(planning, observations, keyOf) : undefined;
    return { event, stored, repeated, withdrawn: 0 };
  }
  const earlier = new Set(figuresOf(state.status === 'standing' ? state : (before ?? state)).map(cellOf));
  const cells = new Set(earlier.size > 0 ? observations.map(cellOf) : []);
  const withdrawn = [...earlier].filter((cell) => !cells.has(cell)).length;
  const isSame = state.status === 'standing' && stored === 0 && had.size === observations.length;
  return { event: isSame ? undefined : decide(planning, observations), stored, repeated, withdrawn };
}

function decide(
  { round, respondent, receivedOn, imported, state, name }: Planning,
  observations: Observation[],
): DomainEvent {
  const common = {
    collection: round.collection,
    round: round.round,
    respondent,
    receivedOn,
    receivedPrecision: 'on' as const,
    language: null,
    observations,
    findings: [...state.findings.values()],
  };
  const resolved = imported?.resolved ?? { code: respondent, asWritten: respondent, match: 'code' as const };
  const decision =
    state.status === 'none'
      ? decideReply({ type: 'SubmitReply', ...common, resolved }, round, state, confirmed)
      : decideReply(
          { type: 'ReplaceReply', ...common, reason: `Import of ${name}`, reference: null },
          round,
          state,
          confirmed,
        );
  return toEvent(decision, respondent);
}

/** Errors: what the domain refuses. */
function toEvent(decision: Decision, respondent: string): DomainEvent {
  if (decision.kind === 'accepted') return decision.event;
  // The stored reply was received later than the file, such as a single reply that was sent by hand.
  throw new UnreadableFile(
    'bad-request',
    `${respondent}: ${decision.kind === 'refused' ? decision.problems[0]!.message : 'nothing changes'}. Nothing of the file was stored for it.`,
  );
}

/**
 * The event by which a partial file says no more than it holds: a reply that is not complete, or a correction of the
 * figures that it gives otherwise. Figures that it does not mention keep their statements, and their days of receipt.
 */
function decidePart(
  planning: Planning,
  observations: readonly Observation[],
  keyOf: (o: Observation) => string,
): DomainEvent {
  const { round, respondent, receivedOn, state, name } = planning;
  const part = { ...planning, round: { ...round, complete: false } };
  if (state.status !== 'standing') return decide(part, [...observations]);
  const idOf = (o: Observation) => observationId({ collection: round.collection, respondent, ...o });
  const news = [...groupBy(observations, idOf)].filter(([id, variants]) => {
    const had = new Set((state.observations.get(id) ?? []).map(keyOf));
    return had.size !== variants.length || variants.some((o) => !had.has(keyOf(o)));
  });
  const pick = (isKnown: boolean) => news.filter(([id]) => state.observations.has(id) === isKnown);
  const firsts = (cells: typeof news) => cells.map(([, [first]]) => first!);
  const [changed, added] = [pick(true), pick(false)];
  const none = { changed: [], added: [], retracted: [] };
  const decision = decideReply(
    {
      type: 'CorrectReply',
      ...{
        collection: round.collection,
        round: round.round,
        respondent,
        receivedOn,
        receivedPrecision: 'on',
      },
      ...{ reason: `Import of ${name}, a part`, reference: null, findings: none },
      observations: { changed: firsts(changed), added: firsts(added), retracted: [] },
    },
    round,
    state,
    confirmed,
  );
  const event = toEvent(decision, respondent);
  if (event.type !== 'ReplyCorrected') return event;
  // Of a figure that the file gives twice both values are kept, which a correction by hand may not say.
  const all = (cells: typeof news) => cells.flatMap(([, variants]) => variants);
  const figures = { changed: all(changed), added: all(added), retracted: [] };
  return { ...event, data: { ...event.data, observations: figures } };
}

/** How many cells of a reply have more than one figure: none is chosen. */
export function countConflicts({ observations }: ImportedReply): number {
  const cells = new Set<string>();
  const conflicting = new Set<string>();
  for (const key of observations.keys()) {
    const cell = cellOfKey(key);
    if (cells.has(cell)) conflicting.add(cell);
    cells.add(cell);
  }
  return conflicting.size;
}
