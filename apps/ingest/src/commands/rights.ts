/** What a command needs the right to, and who an event then says has recorded it. */
import {
  may,
  toRecorder,
  uploadLimitOf,
  type Action,
  type Authority,
  type Command,
  type Recorder,
  type RoleLimit,
  type Target,
  type UploadAction,
} from '@rapporteur/domain';
import { needRight, notAllowed } from '@rapporteur/http';
import { nameOf } from '@rapporteur/names';

const actionOf: Readonly<Record<Command['type'], Action>> = {
  OpenRound: 'open-round',
  SubmitReply: 'submit-reply',
  CorrectReply: 'correct-reply',
  ReplaceReply: 'replace-reply',
  WithdrawReply: 'withdraw-reply',
};

const targetOf = (command: Command): Target =>
  command.type === 'OpenRound'
    ? { collection: command.data.collection }
    : { collection: command.collection, respondent: command.respondent };

/** Errors: HttpProblem 403, where whoever acts may not have this command recorded. */
export const needRightTo = (authority: Authority, command: Command): void =>
  needRight(authority, actionOf[command.type], targetOf(command));

/** Errors: HttpProblem 403, where whoever acts may not even see what this command would change. */
export const needRightToTry = (authority: Authority, command: Command): void =>
  needRight(authority, command.type === 'OpenRound' ? 'open-round' : 'try-command', targetOf(command));

/** Out: how much whoever acts may send as a file for this. Errors: HttpProblem 403, where they may not send any. */
export function needRightToSend(authority: Authority, action: UploadAction, target: Target): RoleLimit {
  needRight(authority, action, target);
  return uploadLimitOf(authority.principal.grants, action, target)!;
}

/** In: who acts, and the action with what it is done to. Out: how events name them. Errors: HttpProblem 403. */
export function recorderOf(authority: Authority, action: Action, target: Target): Recorder {
  const recorder = toRecorder(authority, action, target, (respondent) => nameOf(respondent, 'en'));
  if (recorder) return recorder;
  const verdict = may(authority.principal.grants, action, target);
  throw notAllowed(action, verdict.allowed ? 'no-role' : verdict.because, target);
}

/** Who an event says has recorded this command. Errors: HttpProblem 403. */
export const recorderOfCommand = (authority: Authority, command: Command): Recorder =>
  recorderOf(authority, actionOf[command.type], targetOf(command));
