/** Open questions: what a round asked of a State, and the State has not answered. */
import type { questionKinds } from '@rapporteur/contract';
import {
  findIndicator,
  findTopic,
  groupBy,
  themes,
  type KnownRound,
  type ReplyMark,
} from '@rapporteur/domain';
import {
  readMarks,
  readReplyCounts,
  readRounds,
  type ReplyCount,
  type Snapshot,
} from '@rapporteur/projections';

export interface Question {
  readonly kind: (typeof questionKinds)[number];
  /** `collection/round` */
  readonly round: string;
  readonly respondent: string;
  /** Null where the State has not replied at all. */
  readonly theme: string | null;
  readonly message: string;
  /** The event by which its reply stands, or by which it was withdrawn; none where there is no reply. */
  readonly events: number[];
}

/** The sections of the survey that a State answers: III is of technical assistance, which few have. */
const asked = themes.filter(({ code }) => /^[A-G]$/.test(code));

const themeOf = ({ kind, code }: ReplyCount) =>
  (kind === 'finding' ? findTopic(code) : findIndicator(code))?.theme;

/**
 * In: a round, the marks of its replies, what each reply says. Out: no reply of a State that was asked; themes on which
 * a reply that stands says nothing. A publication, for which no note verbale went out, asked nothing.
 */
export function findQuestions(
  { particulars }: KnownRound,
  marks: readonly ReplyMark[],
  counts: readonly ReplyCount[],
): Question[] {
  if (particulars.noteVerbaleOn === null) return [];
  const round = `${particulars.collection}/${particulars.round}`;
  const undone = new Set(marks.map(({ undoes }) => undoes));
  const counting = marks.filter(({ kind, position }) => kind !== 'undone' && !undone.has(position));
  const replies = groupBy(counting, ({ respondent }) => respondent);
  const said = groupBy(counts, ({ reply }) => reply);
  const respondents = [...new Set([...(particulars.asked ?? []).map(({ code }) => code), ...replies.keys()])];
  return respondents
    .filter((respondent) => respondent !== particulars.compiledBy)
    .flatMap((respondent): Question[] => {
      const spoken = (replies.get(respondent) ?? []).findLast(({ kind }) => kind !== 'corrected');
      const of = { round, respondent, events: spoken ? [spoken.position] : [] };
      if (!spoken || spoken.kind === 'withdrawn')
        return [{ ...of, kind: 'no-reply', theme: null, message: 'No reply stands' }];
      const told = new Set((said.get(`${round}/${respondent}`) ?? []).map(themeOf));
      return asked
        .filter(({ code }) => !told.has(code))
        .map(({ code, names }) => ({
          ...{ ...of, kind: 'theme-not-answered', theme: code },
          message: `The reply says nothing on ${code}, ${names.en}`,
        }));
    });
}

/** Out: the open questions of all rounds as the tables hold them now, and the marks of every reply. */
export async function readQuestions(
  snapshot: Snapshot,
): Promise<{ questions: Question[]; marks: readonly ReplyMark[] }> {
  const marks = await readMarks(snapshot, {}, {});
  const calls = (await readRounds(snapshot, {})).filter(({ particulars }) => particulars.noteVerbaleOn);
  const questions: Question[] = [];
  for (const call of calls) {
    const { collection, round } = call.particulars;
    const own = marks.filter((mark) => mark.collection === collection && mark.round === round);
    questions.push(...findQuestions(call, own, await readReplyCounts(snapshot, collection, {})));
  }
  return { questions, marks };
}
