/** The answers to commands. */
import { isReplyEvent, type Command, type Decision, type DomainEvent } from '@rapporteur/domain';
import { HttpProblem, invalid } from '@rapporteur/http';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { readonly version: number };
  readonly replayed: boolean;
}

/** The body of an answer; with its `token` in `wait=` any GET waits until the tables include the event. */
export function toBody(
  command: Command,
  version: number,
  eventId: string,
  event: DomainEvent | null,
): Answer['body'] {
  const token = Buffer.from(eventId.replaceAll('-', ''), 'hex').toString('base64url');
  const recorded = { recorded: event !== null, version, eventId, token };
  if (command.type === 'OpenRound')
    return { round: `${command.data.collection}/${command.data.round}`, ...recorded };
  const { collection, round, respondent, receivedOn, receivedPrecision } = command;
  return Object.assign(
    { round: `${collection}/${round}`, respondent },
    command.type === 'SubmitReply' && command.resolved.match !== 'code' && { resolved: command.resolved },
    { receivedOn: receivedPrecision === 'on' ? receivedOn : { onOrBefore: receivedOn } },
    event && isReplyEvent(event) && { late: event.data.late },
    recorded,
  );
}

/** The refusal of a command whose If-Match names another version than the reply has. */
export const stale = (version: number) =>
  new HttpProblem({
    status: 409,
    code: 'stale',
    title: 'The reply has changed since the version in If-Match',
    detail: `It is at version ${version} now: read it again, and send the correction for that version.`,
    extra: { version },
    headers: { etag: `"${version}"` },
  });

/** A refusal of the domain as a problem; `version` is that of the reply. */
export function toRefusal(decision: Extract<Decision, { kind: 'refused' }>, version: number): HttpProblem {
  const { problems, reason } = decision;
  if (reason === 'invalid') return invalid(problems);
  return new HttpProblem({
    status: reason === 'conflict' ? 409 : 404,
    code: problems[0]!.code,
    title: problems[0]!.message,
    problems,
    extra: { version },
  });
}
