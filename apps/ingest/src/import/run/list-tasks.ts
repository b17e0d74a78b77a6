/** Which replies an import must look at: those of the file, and those that become empty because of it. */
import type { RoundOpened } from '@rapporteur/domain';
import type { ImportedRound } from './import-records.js';
import type { ImportedReply } from '../table/read-table.js';

/** A reply to be compared and, where it differs, stored. `imported` is undefined where the reply becomes empty. */
export interface Task {
  readonly round: RoundOpened;
  readonly receivedOn: string;
  readonly respondent: string;
  readonly imported: ImportedReply | undefined;
  /** The round of the last earlier publication that has a reply of this respondent. */
  readonly before: string | undefined;
  /** Whether its rows count in the result. False where it only empties the respondent's reply in a later round. */
  readonly counts: boolean;
}

const repliesPerCommit = 25;
const figuresPerCommit = 5000;

/**
 * The tasks in order, in groups of one commit each. A commit has a limited number of figures, since all of them
 * are in memory several times.
 */
export function* inCommits(tasks: readonly Task[]): Generator<Task[]> {
  let together: Task[] = [];
  let figures = 0;
  for (const task of tasks) {
    const own = task.imported?.observations.size ?? 0;
    if (together.length === repliesPerCommit || (together.length > 0 && figures + own > figuresPerCommit)) {
      yield together;
      together = [];
      figures = 0;
    }
    together.push(task);
    figures += own;
  }
  if (together.length > 0) yield together;
}

/** The respondents that have a reply, by round. */
export type Present = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The file's replies, and an empty reply for each respondent that the file lacks and that its round or an
 * earlier publication has.
 */
export function listOwn(
  round: RoundOpened,
  receivedOn: string,
  replies: ReadonlyMap<string, ImportedReply>,
  imported: readonly ImportedRound[],
  present: Present,
): Task[] {
  const earlier = imported
    .filter((r) => r.round !== round.round && r.first < receivedOn)
    .sort((a, b) => (a.first < b.first ? 1 : -1));
  const names = new Set([
    ...replies.keys(),
    ...(present.get(round.round) ?? []),
    ...earlier.flatMap((r) => [...(present.get(r.round) ?? [])]),
  ]);
  return [...names].sort().map((respondent) => ({
    round,
    receivedOn,
    respondent,
    imported: replies.get(respondent),
    before: earlier.find((r) => present.get(r.round)?.has(respondent))?.round,
    counts: true,
  }));
}

/** The replies of a partial file: whoever it does not mention is left as they are. */
export const listPart = (
  round: RoundOpened,
  receivedOn: string,
  replies: ReadonlyMap<string, ImportedReply>,
): Task[] =>
  [...replies].map(([respondent, imported]) => ({
    ...{ round, receivedOn, respondent, imported },
    before: undefined,
    counts: true,
  }));

/**
 * An empty reply in a later round for each respondent of this file that the round lacks. Imported after this
 * file, the later publication would have withdrawn these respondents, and the order of imports must make no
 * difference.
 */
export function listMissing(
  round: RoundOpened,
  receivedOn: string,
  respondents: Iterable<string>,
  present: Present,
): Task[] {
  return [...respondents]
    .filter((respondent) => !present.get(round.round)?.has(respondent))
    .map((respondent) => ({
      round,
      receivedOn,
      respondent,
      imported: undefined,
      before: undefined,
      counts: false,
    }));
}
