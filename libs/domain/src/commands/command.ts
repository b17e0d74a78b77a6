/** The five commands, as they are once parsed. */
import type {
  Finding,
  FindingKey,
  Observation,
  ObservationKey,
  Resolved,
  RoundOpened,
} from '../events/events.js';

/** Which reply a command is about, and when what it says was received. */
interface ReplyCommand {
  readonly collection: string;
  readonly round: string;
  readonly respondent: string;
  readonly receivedOn: string;
  readonly receivedPrecision: 'on' | 'on-or-before';
}

export interface ReplyContent {
  readonly language: string | null;
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
}

interface Why {
  readonly reason: string;
  readonly reference: string | null;
}

export interface OpenRound {
  readonly type: 'OpenRound';
  readonly data: RoundOpened;
}
export interface SubmitReply extends ReplyCommand, ReplyContent {
  readonly type: 'SubmitReply';
  readonly resolved: Resolved;
}
export interface ReplaceReply extends ReplyCommand, ReplyContent, Why {
  readonly type: 'ReplaceReply';
}
export interface WithdrawReply extends ReplyCommand, Why {
  readonly type: 'WithdrawReply';
}
export interface CorrectReply extends ReplyCommand, Why {
  readonly type: 'CorrectReply';
  readonly observations: { changed: Observation[]; added: Observation[]; retracted: ObservationKey[] };
  readonly findings: { changed: Finding[]; added: Finding[]; retracted: FindingKey[] };
}

export type ReplyCommandOf = SubmitReply | ReplaceReply | WithdrawReply | CorrectReply;
export type Command = OpenRound | ReplyCommandOf;

/** A round named in an address, already split and known to be well formed. */
export interface RoundKey {
  readonly collection: string;
  readonly round: string;
}
