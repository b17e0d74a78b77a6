/** The words of submitting a reply or a correction, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');
const notADay = 'This day does not exist: a day is written like 2008-12-31';

export const enSubmit = {
  intro:
    'A reply goes in once; what changes in it later is a correction. Nothing is stored before you have seen what changes in the tables and send it.',
  apart: (where: string) =>
    `This server only reads. Replies are taken by ingest${where === '' ? '; whoever runs this server knows its address (it is the setting INGEST_URL here)' : ` at ${where}`}. What you type can be copied as the body of the request.`,
  round: 'Round',
  respondent: 'Respondent',
  chooseRespondent: 'choose a respondent',
  what: 'What is sent',
  kindsOfEntry: {
    reply: 'a reply',
    correction: 'a correction: only what changes',
    replacement: 'a replacement: a whole new text',
    withdrawal: 'a withdrawal: the whole reply is taken back',
  },
  isReply: (name: string) => `${name} has no reply in this round yet: this is its reply.`,
  headings: {
    correction: (name: string, version: string) =>
      `${name} has replied; this is a correction of version ${version} of its reply.`,
    replacement: (name: string, version: string) =>
      `This whole text of ${name} takes the place of version ${version} of its reply: what it does not say is taken back.`,
    withdrawal: (name: string, version: string) =>
      `${name} takes its whole reply back, as it is at version ${version}: no figure and no finding of it will hold.`,
  },
  isWithdrawn: (name: string) => `${name} has withdrawn its reply. A whole new text can take its place.`,
  reasonOfOther: 'Reason',
  referenceOfOther: 'Reference, such as the symbol of the letter (optional)',
  kept: 'What you type stays in this browser tab until it is sent or discarded.',
  discard: 'Discard what is typed',
  receipt: 'Receipt',
  receivedOn: 'Received on',
  isOnOrBefore: 'on that day or before',
  isDayConfirmed: 'The day is right, although it lies before the call for replies',
  language: 'Language of the reply (a tag such as es; empty: not known)',
  reason: 'Reason of the correction',
  reference: 'Document symbol of the corrigendum (optional)',
  current: 'What the reply says now',
  noCurrent: 'The reply says nothing that stands in the tables.',
  figures: 'Figures',
  findings: 'Findings',
  addFigure: 'Add a figure',
  addFinding: 'Add a finding',
  change: 'Change',
  retract: 'Take back',
  remove: 'Remove this row',
  parts: { changed: 'changed', added: 'added', retracted: 'taken back' },
  figureRow: (n: number, part: string) => `Figure ${n}: ${part}`,
  findingRow: (n: number, part: string) => `Finding ${n}: ${part}`,
  indicator: 'Indicator',
  choose: 'choose',
  period: 'Period (2007, 2007-10, 2003/2006, ../2007-06, 2001-09/.. or undated)',
  value: 'Figure',
  qualifier: 'Qualifier',
  paragraph: 'Paragraph',
  footnote: 'Footnote',
  more: 'Breakdown, note and more',
  whole: 'all',
  note: 'Note',
  asWritten: 'As the reply writes it',
  isBreak: 'Begins a new way of counting',
  topic: 'Topic',
  detail: 'Detail (code, optional)',
  check: 'Check and show what changes',
  send: 'Send',
  sending: 'Sending…',
  checking: 'Checking…',
  copy: 'Copy the body of the request',
  copied: 'Copied',
  problems: (n: number) =>
    counted(n, {
      one: 'One thing is to be mended; nothing was stored.',
      other: '# things are to be mended; nothing was stored.',
    }),
  /** The page's words for problems of the API, by code. The API's own words are in English. */
  problemWords: {
    '/receivedOn missing': notADay,
    '/receivedOn wrong-type': notADay,
    '/receivedOn malformed': notADay,
    'no-source': 'The paragraph is not given',
    'unknown-respondent': 'There is no such respondent',
    'not-a-count':
      'This is not a count: a whole number of 0 or more; leave it empty where the qualifier says that there is none',
    'received-before-round': 'This day lies before the call for replies. Is it right? Then say so below.',
  } as Readonly<Record<string, string>>,
  expected: (what: string) => `expected: ${what}`,
  suggested: (what: string) => `did you mean ${what}?`,
  needsSignIn:
    'Checking and sending need signing in. What you type stays in this tab meanwhile; sign in and go on.',
  signedOut:
    'You are not signed in, so nothing was sent. What you typed is kept: sign in, and send it again.',
  notAllowed: {
    'no-role': 'None of your roles may do this, so nothing was stored. What you typed is kept.',
    'out-of-scope':
      'Your role may do this, but not for this State and collection, so nothing was stored. What you typed is kept.',
  } as Readonly<Record<string, string>>,
  away: 'The server does not answer. What you typed is kept. Send again when it is back: sent twice, it is recorded once.',
  stale: (version: string) =>
    `Somebody changed this reply meanwhile: it is at version ${version} now. What you typed is kept. Look at what the reply says now, mend your rows, and check again.`,
  takeVersion: (version: string) => `Go on with version ${version}`,
  preview: 'What will change in the tables',
  nothingChanges: 'No figure and no finding in the tables changes by this.',
  unchanged: 'The reply says exactly this already: sending it stores nothing.',
  isLate: 'It was received after the cut-off of the round, and is marked late.',
  before: 'Before',
  after: 'After',
  findingsAdded: 'Findings that will hold',
  findingsWithdrawn: 'Findings that will no longer hold',
  notPreviewed: 'Check first: this shows what changes, and then lets you send it.',
  sent: (version: string) => `Stored as version ${version} of the reply.`,
  sentNothing: 'Nothing was stored: the reply says this already.',
  seeTrends: 'See its figures',
  sendMore: 'Send something else',
};
