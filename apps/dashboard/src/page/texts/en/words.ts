/** The words of deciding what words of files mean, and of taking an import back, in English. */
import { countedIn } from '../counted.js';
import type { ReasonWords } from '../say-reason.js';

const counted = countedIn('en');

export const enWords = {
  title: 'Words that wait',
  none: 'No word of this collection waits for a decision.',
  noCollection: 'Choose a collection above, or import a file: words that nobody knows are asked about here.',
  waiting: (n: number) => `${counted(n, { one: '# word waits', other: '# words wait' })} for a decision.`,
  firstOnly: (shown: string) => `The first ${shown} are asked about; the others when these are stored.`,
  region: 'Review of words',
  place: (at: string, of: string) => `${at} of ${of}`,
  dimensions: {
    respondent: 'Respondent',
    indicator: 'Indicator',
    break: 'Break in the series',
    breakdown: 'Breakdown',
  } as Readonly<Record<string, string>>,
  breakCodes: { break: 'a new way of counting begins', 'no-break': 'counted as before' } as Readonly<
    Record<string, string>
  >,
  blank: '(a blank)',
  rows: (n: number) =>
    counted(n, { one: '# row and its figure wait', other: '# rows and their figures wait' }),
  inColumn: (name: string) => `in the column “${name}”`,
  sample: (row: string) => `row ${row}`,
  proposals: 'What it may mean',
  noProposal: 'Nothing that is known is near to it.',
  /** Reasons of the server in words of the page; null: its own, which are English. */
  reasons: null as ReasonWords | null,
  other: 'another code',
  otherTitle: 'Code',
  total: 'the total',
  notCode: 'no code: refuse its rows',
  later: 'later',
  undo: 'take the last back',
  keys: '1–9 takes a proposal, Enter the first, c another code, t the total, n no code, l later, u takes the last back, arrows move, s stores.',
  said: (what: string) => `Decided: ${what}`,
  saidLater: 'Left for later',
  noSuchProposal: (n: string) => `There is no proposal ${n}.`,
  noTotal: 'This cannot be the total.',
  nothingToUndo: 'Nothing was decided yet.',
  wasLast: 'That was the last word.',
  decided: (n: number) => `${counted(n, { one: '# decision is', other: '# decisions are' })} not stored yet.`,
  store: (n: string) => `Store ${n}`,
  storing: 'Storing…',
  following: 'The rows are coming in…',
  came: (came: number, refused: string, waiting: string) =>
    `${counted(came, { one: '# row', other: '# rows' })} came in, ${refused} refused, ${waiting} still waiting.`,
  problem: (round: string) => `Round ${round} does not follow the decisions: `,
  goOn: 'Go on with the rest',
  standing: (n: string) => `Decided so far (${n})`,
  word: 'Word',
  meaning: 'Meaning',
  by: 'By',
  askAnew: 'Ask anew',
  undoTitle: 'Take an import back',
  undoIntro:
    'The last import into a round is taken back as one step: from today on everything counts as if it had not come. Earlier days still show it.',
  undoRound: 'Round',
  undoNoRounds: 'There is no round of this collection. Import a file first.',
  undoReason: 'Reason, as its events say',
  undoShow: 'Show what that takes back',
  undoWhat: (name: string, events: number, respondents: number) =>
    `“${name}”: ${counted(events, { one: '# event', other: '# events' })} of ${counted(respondents, { one: '# respondent', other: '# respondents' })} no longer ${counted(events, { one: 'counts', other: 'count' })}.`,
  undoChanged: (names: string) => `Somebody changed replies by hand since, and that goes too: ${names}.`,
  undoMeant: 'These changes may go too',
  undo2: 'Take it back',
  undoReasonNeeded: 'Say why first.',
  undone: (name: string) => `“${name}” was taken back.`,
};
