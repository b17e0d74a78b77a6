/** What an imported file changes in one respondent's reply: the event, and how its rows are counted. */
import {
  decideReply,
  groupBy,
  observationId,
  toCanonical,
  type Confirmed,
  type Decision,
  type DomainEvent,
  type Observation,
  type ReplyState,
  type RoundOpened,
} from '@rapporteur/domain';
import { countWithdrawn, type Withdrawals } from './count-withdrawn.js';
import { mergeChanges } from './merge-changes.js';
import type { WaitingRows } from '../table/keep-waiting.js';
import { cellOfKey, figureKey, type ImportedReply } from '../table/read-table.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

/** The day of receipt is checked once for the whole file before replies are planned, so here it counts as confirmed. */
const confirmed: Confirmed = ['received-before-round'];

export interface Plan extends Withdrawals {
  /** Undefined where the stored reply already says the same. */
  readonly event: DomainEvent | undefined;
  readonly stored: number;
  readonly repeated: number;
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
  /** The rows of the file that wait. */
  readonly waiting: Pick<WaitingRows, 'mayBe'>;
  /** Where words were decided since the file was imported: the keys of the figures that came or went by that. */
  readonly changed?: ReadonlySet<string> | undefined;
}

export const figuresOf = (state: ReplyState): Observation[] => [...state.observations.values()].flat();

const isEqual = (some: readonly Observation[], others: readonly Observation[]) => {
  const [a, b] = [some, others].map((figures) => figures.map(toCanonical).sort().join('\n'));
  return a === b;
};

/** Errors: what the domain refuses, as its first problem's message. */
export function planReply(planning: Planning): Plan {
  const { round, respondent, imported, state, before, waiting } = planning;
  const whose = { collection: round.collection, respondent };
  const ofFile = imported?.observations ?? new Map<string, Observation>();
  const isStanding = state.status === 'standing';
  // `break` is part of the key, so a figure that gains a break counts as new.
  const keyOf = (o: Observation) => `${figureKey(round.collection, respondent, o)} ${o.break ?? ''}`;
  // A reply that was withdrawn by hand stays so, whatever is decided of words of an earlier file.
  const isLeft = planning.changed !== undefined && state.status === 'withdrawn';
  const had = new Set(isStanding ? figuresOf(state).map(keyOf) : []);
  const observations =
    planning.changed && isStanding
      ? mergeChanges(whose, figuresOf(state), ofFile, planning.changed)
      : [...ofFile.values()];
  const stored = observations.filter((o) => !had.has(keyOf(o))).length;
  const repeated = ofFile.size - stored + (imported?.doubles ?? 0);
  if (planning.partial) {
    const event = isLeft ? undefined : decidePart(planning, observations, keyOf);
    return { event, stored, repeated, withdrawn: 0, withdrawnWaiting: 0 };
  }
  const withdrawals = countWithdrawn(
    whose,
    figuresOf(isStanding ? state : (before ?? state)),
    observations,
    waiting,
  );
  const isSame =
    isStanding &&
    stored === 0 &&
    had.size === observations.length &&
    // What a decision changes may be no more than the row that a figure stands in.
    (!planning.changed || isEqual(observations, figuresOf(state)));
  return {
    event: isSame || isLeft ? undefined : decide(planning, observations),
    stored,
    repeated,
    ...withdrawals,
  };
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
 * After a decision, `observations` are the whole reply, and what is not among them is retracted.
 * Out: undefined where nothing changes.
 */
function decidePart(
  planning: Planning,
  observations: readonly Observation[],
  keyOf: (o: Observation) => string,
): DomainEvent | undefined {
  const { round, respondent, receivedOn, state, name } = planning;
  const { collection } = round;
  if (state.status !== 'standing')
    return decide({ ...planning, round: { ...round, complete: false } }, [...observations]);
  const cells = groupBy(observations, (o) => observationId({ collection, respondent, ...o }));
  const news = [...cells].filter(([id, variants]) => {
    const had = new Set((state.observations.get(id) ?? []).map(keyOf));
    return had.size !== variants.length || variants.some((o) => !had.has(keyOf(o)));
  });
  const gone = planning.changed ? [...state.observations].filter(([id]) => !cells.has(id)) : [];
  if (news.length === 0 && gone.length === 0) return undefined;
  const retracted = gone.map(([, [first]]) => {
    const { indicator, breakdown, period } = first!;
    return { indicator, breakdown, period };
  });
  const pick = (isKnown: boolean) => news.filter(([id]) => state.observations.has(id) === isKnown);
  const firsts = (some: typeof news) => some.map(([, [first]]) => first!);
  const [changed, added] = [pick(true), pick(false)];
  const command = {
    type: 'CorrectReply' as const,
    ...{ collection, round: round.round, respondent, receivedOn, receivedPrecision: 'on' as const },
    ...{ reason: `Import of ${name}, a part`, reference: null },
    findings: { changed: [], added: [], retracted: [] },
    observations: { changed: firsts(changed), added: firsts(added), retracted },
  };
  const event = toEvent(decideReply(command, round, state, confirmed), respondent);
  if (event.type !== 'ReplyCorrected') return event;
  // Of a figure that the file gives twice both values are kept, which a correction by hand may not say.
  const all = (some: typeof news) => some.flatMap(([, variants]) => variants);
  const figures = { ...event.data.observations, changed: all(changed), added: all(added) };
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
