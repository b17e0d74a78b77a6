/** The words about events that arrive, and about a lost connection, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');

export const enLive = {
  news: 'What has arrived',
  clearNews: 'Clear',
  showNow: 'Show what is known today',
  position: (position: string) => `position ${position}`,
  newsInPast: (n: number, when: string) =>
    `${counted(n, { one: 'One event has', other: '# events have' })} arrived. What is shown stays as it stood (${when}).`,
  manyArrived: (n: number) =>
    `${counted(n, { one: 'One event has arrived', other: '# events have arrived together' })}; what is shown includes what arrived.`,
  arrived(type: string, who: string): string {
    switch (type) {
      case 'RoundOpened':
        return `The round ${who} was opened.`;
      case 'ReplyCorrected':
        return `${who} corrected`;
      case 'ReplyReplaced':
        return `${who} replaced its reply:`;
      case 'ReplyWithdrawn':
        return `${who} withdrew its reply:`;
      case 'ChangeUndone':
        return `An import was taken back for ${who}:`;
      case 'WordDecided':
        return `It was decided what a word in the files of ${who} means.`;
      case 'DocumentReceived':
        return `A document of ${who} arrived.`;
      case 'EvidenceAttached':
        return `Figures of ${who} now lead to their words in a document.`;
      case 'DocumentRemoved':
        return 'A document was taken from view.';
      default:
        return `${who} replied:`;
    }
  },
  moreFigures: (n: number) => counted(n, { one: 'one figure more', other: '# figures more' }),
  findingsChanged: (n: number) => counted(n, { one: 'one finding', other: '# findings' }),
  changedNothing: 'no figure in the tables changes by it',
  receivedThen: (day: string) => `received ${day}`,
  badParameters: (list: string) => `These values of the address cannot be used: ${list}.`,
  limits: {
    'unknown-round': 'There is no such round.',
    'unknown-event': 'There is no event at this position.',
    'unknown-observation': 'There is no such figure.',
    'unknown-document': 'There is no such document.',
    'position-not-reached': 'The tables have not come to this position yet.',
    'too-many-requests':
      'You have asked for too much in this minute. Wait a minute, then do the same again: nothing is lost.',
    'too-many-sign-ins': 'Too many sign-ins from your address have failed. Wait a minute, then try again.',
  } as Readonly<Record<string, string>>,
  unread: (what: string) =>
    `The address says ${what}, which this page does not know, so what is shown leaves it out. Check how it is written.`,
  noLiveYet: 'The server cannot be listened to. The page tries again by itself.',
  liveLost: (position: string) =>
    `The connection to the server is lost: what is shown was true at ${position}. Check that it runs (npm start); the page takes up again by itself, and misses nothing.`,
  degraded: (n: number) =>
    `${counted(n, { one: 'One event', other: '# events' })} could not be applied to the tables, so figures may be missing. Whoever runs the server sees which by: npm run dead-letters list.`,
};
