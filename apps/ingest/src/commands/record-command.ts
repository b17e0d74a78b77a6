/**
 * Turns a parsed command into stored events: idempotency, state, decision, append; tried again when another
 * process was faster.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  decideReply,
  decideRound,
  isReplyEvent,
  noReply,
  roundStream,
  toCanonical,
  toNewEvent,
  type Authority,
  type Command,
  type Confirmed,
  type DomainEvent,
  type EventMeta,
  type Recorder,
} from '@rapporteur/domain';
import { findAnswer } from '@rapporteur/event-store';
import { HttpProblem } from '@rapporteur/http';
import { stale, toBody, toRefusal, type Answer } from './command-answers.js';
import { noChanges, previewChanges } from './preview-changes.js';
import { readStanding, streamFor, type Recording, type Standing } from './recording.js';
import { needRightTo, needRightToTry, recorderOfCommand } from './rights.js';
import type pg from 'pg';

/** The part of an event's particulars that comes from the request, and not from who sent it. */
export type RequestMeta = Omit<EventMeta, keyof Recorder>;

/** The facts of a request beside its command. */
export interface RequestFacts {
  /** Who asks. */
  readonly authority: Authority;
  readonly meta: RequestMeta;
  readonly idempotencyKey?: string | undefined;
  /** Version from If-Match that the reply must have. */
  readonly ifMatch?: number | undefined;
  readonly confirmed?: Confirmed;
  /** Method, address and body: the same idempotency key must come with the same ones. */
  readonly asked: unknown;
}

/**
 * How often a command is tried while other processes write to the same reply: of two that append at once, one
 * must try again.
 */
const tries = 20;

/** Records a command. Out: the answer, stored with its idempotency key. Errors: HttpProblem; those of pg. */
export const recordCommand = (recording: Recording, command: Command, facts: RequestFacts): Promise<Answer> =>
  recording.inTurn(streamFor(command), () => record(recording, command, facts));

async function record(recording: Recording, command: Command, asked: RequestFacts): Promise<Answer> {
  let facts = asked;
  needRightTo(facts.authority, command);
  // The fingerprint is only ever compared for a request with an idempotency key.
  const fingerprint =
    facts.idempotencyKey === undefined
      ? ''
      : createHash('sha256').update(toCanonical(facts.asked)).digest('hex');
  const answer = await trySubmit(recording, command, facts, fingerprint);
  if (answer) return answer;
  if (command.type === 'SubmitReply') facts = await renewRight(facts, command);
  for (let i = 0; i < tries; i += 1) {
    // The state is read before the key: if the state already has the event of a concurrent request, its key is
    // found as well.
    const standing = await readStanding(recording, command);
    const replay = await replayAnswer(recording.pool, facts.idempotencyKey, fingerprint);
    if (replay) return replay;
    const event = decide(command, standing, facts);
    if (!event)
      return {
        status: 200,
        body: toBody(command, standing.version, standing.lastEvent!, null),
        replayed: false,
      };
    const answer = await tryAppend(recording, command, event, standing.version, facts, fingerprint);
    if (answer) return answer;
    facts = await renewRight(facts, command);
  }
  throw new HttpProblem({
    status: 503,
    code: 'overtaken',
    title: 'Others changed this reply all the while',
    headers: { 'retry-after': '1' },
  });
}

/** The same facts with the rights as they are now: a refused append may have been refused because they changed. */
async function renewRight(facts: RequestFacts, command: Command): Promise<RequestFacts> {
  const authority = await facts.authority.renew();
  needRightTo(authority, command);
  return { ...facts, authority };
}

/**
 * Stores a first reply without first reading whether there is one, since most submissions are first ones. The
 * append stores nothing when the reply exists or the idempotency key was used; then the stored events are read
 * and decide.
 */
async function trySubmit(
  recording: Recording,
  command: Command,
  facts: RequestFacts,
  fingerprint: string,
): Promise<Answer | undefined> {
  if (command.type !== 'SubmitReply' || facts.ifMatch !== undefined) return undefined;
  const round = recording.rounds.get(roundStream(command.collection, command.round));
  if (!round) return undefined;
  const decision = decideReply(command, round, noReply, facts.confirmed);
  if (decision.kind !== 'accepted') return undefined;
  return tryAppend(recording, command, decision.event, 0, facts, fingerprint);
}

/** The event that a command leads to; none where it says nothing new. Errors: HttpProblem, a refusal. */
function decide(
  command: Command,
  standing: Standing,
  { ifMatch, confirmed }: Pick<RequestFacts, 'ifMatch' | 'confirmed'>,
): DomainEvent | undefined {
  if (ifMatch !== undefined && ifMatch !== standing.version) throw stale(standing.version);
  const decision =
    command.type === 'OpenRound'
      ? decideRound(command, standing.round)
      : decideReply(command, standing.round, standing.state, confirmed);
  if (decision.kind === 'refused') throw toRefusal(decision, standing.version);
  return decision.kind === 'accepted' ? decision.event : undefined;
}

/**
 * Previews a command: what recording it would answer, and change in the tables. Nothing is stored. Errors: as
 * recordCommand.
 */
export async function previewCommand(
  recording: Recording,
  command: Command,
  facts: Pick<RequestFacts, 'authority' | 'ifMatch' | 'confirmed'>,
): Promise<Record<string, unknown> & { readonly version: number }> {
  needRightToTry(facts.authority, command);
  const standing = await readStanding(recording, command);
  const event = decide(command, standing, facts);
  const { eventId: _id, token: _token, ...told } = toBody(command, standing.version, '', event ?? null);
  const changes = event && isReplyEvent(event) ? await previewChanges(recording.pool, event) : noChanges;
  return { ...told, recorded: false, version: standing.version, dryRun: true, changes };
}

/** The answer that a request with this key had before, if it had. Errors: HttpProblem, where that request was another. */
export async function replayAnswer(
  pool: pg.Pool,
  key: string | undefined,
  fingerprint: string,
): Promise<Answer | undefined> {
  const recorded = key === undefined ? undefined : await findAnswer(pool, key);
  if (!recorded) return undefined;
  if (recorded.fingerprint === fingerprint)
    return { status: recorded.status, body: recorded.answer as Answer['body'], replayed: true };
  throw new HttpProblem({
    status: 422,
    code: 'idempotency-key-reused',
    title: 'This Idempotency-Key was used for another request',
    detail: 'Use a new key for a new request, and the same key only to send the same request again.',
  });
}

async function tryAppend(
  recording: Recording,
  command: Command,
  event: DomainEvent,
  version: number,
  facts: RequestFacts,
  fingerprint: string,
): Promise<Answer | undefined> {
  const id = randomUUID();
  const { standing: by } = facts.authority;
  const body = toBody(command, version + 1, id, event);
  const meta = Object.assign(recorderOfCommand(facts.authority, command), facts.meta);
  const key = facts.idempotencyKey;
  const outcome = await recording.append({
    stream: streamFor(command),
    expectedVersion: version,
    events: [toNewEvent(event, id, meta)],
    by,
    request: key === undefined ? undefined : { key, fingerprint, status: 201, answer: body },
  });
  return outcome === 'stored' ? { status: 201, body, replayed: false } : undefined;
}
