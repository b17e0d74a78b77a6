/** What an imported file changes in one respondent's reply: the event, and how its rows are counted. */
import {
  decideReply,
  toCanonical,
  type Confirmed,
  type DomainEvent,
  type Observation,
  type ReplyState,
  type RoundOpened,
} from '@rapporteur/domain';
import { countWithdrawn, type Withdrawals } from './count-withdrawn.js';
import { mergeChanges } from './merge-changes.js';
import type { WaitingRows } from '../table/keep-waiting.js';
import { cellOfKey, figureKey, type ImportedReply } from '../table/read-table.js';
import { UnreadableFile } from '../table/unreadable-file.js';

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
  /** The rows of the file that wait. */
  readonly waiting: Pick<WaitingRows, 'mayBe'>;
  /** Where words were decided since the file was imported: the keys of the figures that came or went by that. */
  readonly changed?: ReadonlySet<string> | undefined;
}

const figuresOf = (state: ReplyState): Observation[] => [...state.observations.values()].flat();

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
  const observations =
    planning.changed && isStanding
      ? mergeChanges(whose, figuresOf(state), ofFile, planning.changed)
      : [...ofFile.values()];
  const had = new Set(isStanding ? figuresOf(state).map(keyOf) : []);
  const stored = observations.filter((o) => !had.has(keyOf(o))).length;
  const repeated = ofFile.size - stored + (imported?.doubles ?? 0);
  const withdrawals = countWithdrawn(
    whose,
    figuresOf(isStanding ? state : (before ?? state)),
    observations,
    waiting,
  );
  // A reply that was withdrawn by hand stays so, whatever is decided of words of an earlier file.
  const isLeft = planning.changed !== undefined && state.status === 'withdrawn';
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
  if (decision.kind === 'accepted') return decision.event;
  // The stored reply was received later than the file, such as a single reply that was sent by hand.
  throw new UnreadableFile(
    'bad-request',
    `${respondent}: ${decision.kind === 'refused' ? decision.problems[0]!.message : 'nothing changes'}. Nothing of the file was stored for it.`,
  );
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
