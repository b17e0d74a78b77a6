/** What a command leads to, given what has happened: events, nothing new, or a refusal. */
import type { Command, OpenRound, ReplyCommandOf, SubmitReply } from './command.js';
import type {
  DomainEvent,
  Finding,
  Observation,
  ReplyEvent,
  ReplyWithdrawn,
  RoundOpened,
} from '../events/events.js';
import { findMisfits } from './find-misfits.js';
import type { ReplyState } from './reply-state.js';
import { takeProblems, type Problem } from './problem.js';
import { finish } from './steps.js';

/** What is known of one round before a command. */
export type RoundState = RoundOpened | null;

export type Decision =
  | { readonly kind: 'accepted'; readonly event: DomainEvent }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'refused';
      readonly reason: 'conflict' | 'not-found' | 'invalid';
      readonly problems: readonly Problem[];
    };

const refuse = (reason: 'conflict' | 'not-found' | 'invalid', ...problems: Problem[]): Decision => ({
  kind: 'refused',
  reason,
  problems,
});

/** In: OpenRound and the round as it is. Out: RoundOpened, unchanged for the same again, or a conflict. */
export function decideRound(command: OpenRound, state: RoundState): Decision {
  if (!state) return { kind: 'accepted', event: { type: 'RoundOpened', data: command.data } };
  if (toCanonical(state) === toCanonical(command.data)) return { kind: 'unchanged' };
  const { collection, round } = command.data;
  return refuse('conflict', {
    pointer: '',
    code: 'round-exists',
    message: `the round ${collection}/${round} is open already, with other particulars`,
    expected: 'the same particulars, or another round',
  });
}

/** What the sender was asked about and has confirmed, by the codes of the problems. */
export type Confirmed = readonly Confirmable[];
export type Confirmable = (typeof confirmable)[number];
/** Problems that are questions: what they point at is unlikely, but may be right. */
export const confirmable = ['received-before-round', 'waits-for-second-look'] as const;

/** In: a command on a reply, its round, its state, and what is confirmed. Out: the event, nothing new, or why not. */
export function decideReply(
  command: ReplyCommandOf,
  round: RoundState,
  state: ReplyState,
  confirmed: Confirmed = [],
): Decision {
  if (!round)
    return refuse('not-found', {
      pointer: '',
      code: 'unknown-round',
      message: `there is no round ${command.collection}/${command.round}`,
      expected: 'a round that POST /v1/rounds has opened',
    });
  const refusal =
    command.type === 'SubmitReply' ? refuseSubmission(command, state) : refuseChange(command, state);
  if (refusal) return refusal;
  const question = confirmed.includes('received-before-round') ? undefined : askReceipt(command, round);
  if (question) return refuse('invalid', question);
  const particulars = {
    collection: command.collection,
    round: command.round,
    respondent: command.respondent,
    receivedOn: command.receivedOn,
    receivedPrecision: command.receivedPrecision,
    late: isLate(command, round),
  };
  const event = toEvent(command, particulars, round);
  const isNew =
    event.type !== 'ReplyReplaced' || state.status !== 'standing' || !saysTheSame(event.data, state);
  return isNew ? { kind: 'accepted', event } : { kind: 'unchanged' };
}

/** What every event on a reply holds. */
type Particulars = Pick<
  ReplyWithdrawn,
  'collection' | 'round' | 'respondent' | 'receivedOn' | 'receivedPrecision' | 'late'
>;

/** The event that a command becomes. */
function toEvent(command: ReplyCommandOf, particulars: Particulars, round: RoundOpened): ReplyEvent {
  switch (command.type) {
    case 'SubmitReply':
      return {
        type: 'ReplySubmitted',
        data: Object.assign(particulars, { resolved: command.resolved }, toContent(command, round)),
      };
    case 'ReplaceReply': {
      const { reason, reference } = command;
      return {
        type: 'ReplyReplaced',
        data: { ...particulars, ...toContent(command, round), reason, reference },
      };
    }
    case 'WithdrawReply': {
      const { reason, reference } = command;
      return { type: 'ReplyWithdrawn', data: { ...particulars, reason, reference } };
    }
    case 'CorrectReply': {
      const { reason, reference, observations, findings } = command;
      return { type: 'ReplyCorrected', data: { ...particulars, reason, reference, observations, findings } };
    }
  }
}

const toContent = (
  { language, observations, findings }: Pick<SubmitReply, 'language' | 'observations' | 'findings'>,
  { complete }: RoundOpened,
) => ({ language, complete, observations: [...observations], findings: [...findings] });

/** A round without the day of its note verbale is taken to have been called for two years before its replies were due. */
const yearsBeforeDue = 2;

/**
 * Asks about a reply that was received before its round called for replies: most such days are mistyped.
 * In: the day of receipt (ISO) and the round. Out: the question, as a problem; undefined where there is none.
 */
export function askReceipt(
  { receivedOn }: Pick<ReplyCommandOf, 'receivedOn'>,
  round: RoundOpened,
): Problem | undefined {
  const due = round.replyBy ?? round.cutOff;
  const called =
    round.noteVerbaleOn ??
    (due && `${String(Number(due.slice(0, 4)) - yearsBeforeDue).padStart(4, '0')}${due.slice(4)}`);
  if (!called || receivedOn >= called) return undefined;
  return {
    pointer: '/receivedOn',
    code: 'received-before-round',
    message: round.noteVerbaleOn
      ? `${receivedOn} is before the note verbale of ${called}`
      : `${receivedOn} is more than ${yearsBeforeDue} years before replies were due, ${due}`,
    expected: `${called} or later; if the day is right, send the same again with confirm=received-before-round`,
  };
}

/**
 * Whether a reply came after the cut-off. Null (not known) for one received on or before a day after the
 * cut-off: it may have come in time.
 */
function isLate(command: ReplyCommandOf, round: RoundOpened): boolean | null {
  if (round.cutOff === null) return null;
  if (command.receivedOn <= round.cutOff) return false;
  return command.receivedPrecision === 'on' ? true : null;
}

function refuseSubmission(
  command: Extract<Command, { type: 'SubmitReply' }>,
  state: ReplyState,
): Decision | undefined {
  if (state.status === 'none') return undefined;
  if (state.status === 'standing' && command.receivedOn === state.receivedOn && saysTheSame(command, state))
    return { kind: 'unchanged' };
  return refuse('conflict', {
    pointer: '',
    code: 'reply-exists',
    message: `${command.respondent} has ${state.status === 'withdrawn' ? 'a withdrawn' : 'a'} reply in this round`,
    expected: 'POST …/corrections for single figures, …/replacement for a whole new text',
  });
}

function refuseChange(
  command: Exclude<ReplyCommandOf, { type: 'SubmitReply' }>,
  state: ReplyState,
): Decision | undefined {
  if (state.status === 'none')
    return refuse('not-found', {
      pointer: '',
      code: 'no-reply',
      message: `${command.respondent} has no reply in ${command.collection}/${command.round}`,
      expected: 'a reply sent before by POST …/replies',
    });
  if (state.status === 'withdrawn' && command.type !== 'ReplaceReply')
    return refuse('conflict', {
      pointer: '',
      code: 'reply-withdrawn',
      message: 'the reply has been withdrawn',
      expected: 'POST …/replacement with the text that now stands',
    });
  const { receivedOn } = command;
  const early = (code: string, day: string, what: string): Problem => ({
    pointer: '/receivedOn',
    code,
    message: `${receivedOn} is before ${what} was received`,
    expected: `${day} or later`,
  });
  const { receivedOn: textOn, correctedOn } = state;
  const problems = [
    ...(receivedOn < textOn ? [early('received-before-reply', textOn, 'the text that this changes')] : []),
    // A correction received later would still count, in a reply that was withdrawn.
    ...(command.type === 'WithdrawReply' && receivedOn < correctedOn
      ? [early('received-before-correction', correctedOn, 'a correction of the reply')]
      : []),
    ...(command.type === 'CorrectReply' ? finish(takeProblems(findMisfits(command, state))) : []),
  ];
  return problems.length > 0 ? refuse('invalid', ...problems) : undefined;
}

function saysTheSame(
  content: { language: string | null; observations: readonly Observation[]; findings: readonly Finding[] },
  state: ReplyState,
): boolean {
  const sorted = (items: Iterable<unknown>) => [...items].map(toCanonical).sort().join('\n');
  return (
    content.language === state.language &&
    sorted(content.observations) === sorted([...state.observations.values()].flat()) &&
    sorted(content.findings) === sorted(state.findings.values())
  );
}

/** JSON with sorted keys, so that the same content is the same text. */
export function toCanonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
