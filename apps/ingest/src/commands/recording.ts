/** What commands are recorded with: the database, the rounds that are known, and how a reply or round stands. */
import {
  evolve,
  findRound,
  noReply,
  readStreamEvents,
  replyStream,
  roundStream,
  type Command,
  type Confirmed,
  type EventMeta,
  type ReplyState,
  type RoundKey,
  type RoundOpened,
} from '@rapporteur/domain';
import type { Append, AppendOutcome, StreamEvent } from '@rapporteur/event-store';
import type { InTurn } from './in-turn.js';
import type pg from 'pg';

/** What recording needs: the database, the queue, and the rounds already seen (a round never changes). */
export interface Recording {
  readonly pool: pg.Pool;
  /** All committed events of a stream. */
  read(stream: string): Promise<StreamEvent[]>;
  append(append: Append): Promise<AppendOutcome>;
  readonly rounds: Map<string, RoundOpened>;
  readonly inTurn: InTurn;
}

/** In: whose draft of which document, and what is sent from it. Out: who coded it and who looked at just this. */
export type ReviewOf = (
  key: RoundKey & { readonly document: string; readonly respondent: string },
  sent: { readonly body: unknown; readonly confirmed: Confirmed },
) => Promise<Pick<EventMeta, 'coders' | 'reviewer'>>;

/** How a reply, or a round, stands before a command. */
export interface Standing {
  readonly round: RoundOpened | null;
  readonly state: ReplyState;
  readonly version: number;
  readonly lastEvent: string | undefined;
}

/** The stream that a command adds to. */
export const streamFor = (command: Command) =>
  command.type === 'OpenRound'
    ? roundStream(command.data.collection, command.data.round)
    : replyStream(command.collection, command.round, command.respondent);

/**
 * Reads a round unless it is known, so that commands of it are decided without reading it again. Out: its events, where
 * they were read.
 */
export async function knowRound(
  { read, rounds }: Recording,
  { collection, round }: RoundKey,
): Promise<readonly StreamEvent[] | undefined> {
  const name = roundStream(collection, round);
  if (rounds.has(name)) return undefined;
  const stored = await read(name);
  const opened = findRound(stored);
  if (opened) rounds.set(name, opened);
  return stored;
}

/** How what a command is about stands. Errors: those of pg; UnreadableEvent. */
export async function readStanding(recording: Recording, command: Command): Promise<Standing> {
  const { collection, round } = command.type === 'OpenRound' ? command.data : command;
  const { read, rounds } = recording;
  const stored = await knowRound(recording, { collection, round });
  if (command.type === 'OpenRound' && stored)
    return {
      round: rounds.get(roundStream(collection, round)) ?? null,
      state: noReply,
      version: stored.at(-1)?.version ?? 0,
      lastEvent: stored.at(-1)?.id,
    };
  const events = await read(streamFor(command));
  return {
    round: rounds.get(roundStream(collection, round)) ?? null,
    state: readStreamEvents(events).reduce(evolve, noReply),
    version: events.at(-1)?.version ?? 0,
    lastEvent: events.at(-1)?.id,
  };
}
