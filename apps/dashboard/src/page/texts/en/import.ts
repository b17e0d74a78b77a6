/** The words of importing a file, of words that wait for a decision, and of taking an import back, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');

export const enImport = {
  intro:
    'A file of figures becomes the replies of one round. It is read and shown first; nothing is stored before you say so.',
  apart: (where: string) =>
    `This server only reads. Files are taken by ingest${where === '' ? '; whoever runs this server knows its address (it is the setting INGEST_URL here)' : ` at ${where}`}, or by npm run import.`,
  needsSignIn: 'Importing a file and deciding words need signing in.',
  notAllowed:
    'None of your roles may import files or decide words. A desk officer imports, a statistician decides words; an administrator grants these roles.',
  mayNotImport: 'Importing a file takes the role of desk officer. You can decide words that wait.',
  mayNotDecide: 'A statistician decides what these words mean: their rows come in then.',
  file: 'The file',
  choose: 'Choose a file, or drop it here',
  kinds: 'A spreadsheet (.xlsx), a table as text (.csv), or SDMX (CSV or XML); its content tells which.',
  chosen: (name: string, size: string) => `${name}, ${size}`,
  collection: 'Collection (its code, such as unodc-glotip)',
  round: 'Round (such as 2023)',
  received: 'Received on',
  isPartial: 'The file is only a part: it withdraws nothing that it does not mention',
  mapping: 'A mapping of its own (JSON, where the collection has none)',
  more: 'Further settings',
  dayConfirmed: 'The day is right, although it lies before the call for replies',
  look: 'Read it again',
  lookFirst: 'Fill in collection, round and day: then the file is read, and you see what it is.',
  phases: {
    sending: 'Sending',
    waiting: 'Waiting for another import of this collection',
    reading: 'Reading',
    storing: 'Comparing with what is stored',
  },
  progress: (done: string, of: number) => `${done} of ${counted(of, { one: '# row', other: '# rows' })}`,
  done: (n: number) => counted(n, { one: '# row', other: '# rows' }),
  stop: 'Stop',
  away: 'The server does not answer. Nothing is lost: send the same file again when it is back, and it goes on.',
  refused: 'The file was not taken: ',
  /** The page's words for refusals of the API, by code; the API's own words follow, in English. */
  problemWords: {
    'no-header': 'The columns that are needed were not found in it.',
    'no-rows': 'No row of it could be taken.',
    'bad-mapping':
      'There is no mapping for this collection, or it has faults. Give one under “Further settings”.',
    'bad-date': 'The day of receipt cannot be right.',
    'bad-parameter': 'Collection, round or day are not as they must be.',
    'not-a-spreadsheet': 'It is no spreadsheet that can be read.',
    'bad-encoding': 'Its text is neither UTF-8 nor UTF-16.',
    truncated: 'It ends too early.',
    damaged: 'It is damaged.',
    'too-large': 'It is too large.',
    'bad-request': 'The round does not take it as it is.',
    'no-role': 'None of your roles may do this.',
    'out-of-scope': 'Your role may do this, but not for this collection.',
    'withdraws-much': 'It would withdraw much of what stands; see below.',
    'corrected-since': 'Somebody changed replies of this import since.',
    'nothing-to-undo': 'Nothing that was imported into this round counts.',
    'other-events':
      'Replies of this import were changed meanwhile, so that more would be taken back than was shown. Nothing was taken back: have it shown again.',
    'another-import':
      'Another file was imported into this round meanwhile. Nothing was taken back: have it shown again.',
    'rights-changed': 'Your rights were changed meanwhile.',
  } as Readonly<Record<string, string>>,
  what: 'What it is',
  sheet: 'Sheet',
  headerRow: 'Header',
  inRow: (row: string) => `in row ${row}`,
  period: 'Period',
  respondents: 'Respondents',
  rows: 'Rows',
  columns: 'Columns',
  uses: {
    respondent: 'respondent',
    period: 'period',
    value: 'figure',
    indicator: 'indicator',
    breakdown: 'breakdown',
    break: 'break in the series',
    only: 'which rows count',
  },
  unused: (names: string) => `Not read: ${names}`,
  sum: (rows: string, stored: string, repeated: string, refused: string, waiting: string) =>
    `${rows} ${rows === '1' ? 'row' : 'rows'} = ${stored} stored + ${repeated} repeated + ${refused} refused + ${waiting} waiting`,
  sumBefore: (rows: string, stored: string, repeated: string, refused: string, waiting: string) =>
    `${rows} ${rows === '1' ? 'row' : 'rows'} = ${stored} to be stored + ${repeated} repeated + ${refused} refused + ${waiting} that will wait for a word`,
  conflicting: (n: number) =>
    `${counted(n, { one: '# figure is', other: '# figures are' })} given with different values; all are kept.`,
  refusedRows: (n: string) => `Rows that are refused or wait: ${n}`,
  refusedFirst: (n: string) => `The first ${n} are listed.`,
  refusedAll: 'All of them as CSV',
  row: 'Row',
  why: 'Why',
  withdraws: (n: number, standing: string) =>
    `It withdraws ${counted(n, { one: '# figure', other: '# figures' })} of the ${standing} that stand.`,
  withdrawsNothing: 'It withdraws nothing.',
  perhapsBack: (n: number) =>
    `${counted(n, { one: '# of them comes', other: '# of them come' })} back, as far as can be told, when the waiting words are decided.`,
  ofWhom: 'Of whom',
  figures: 'Figures',
  years: 'Years',
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  vanish: (names: string) => `No figure is left of: ${names}.`,
  moreOf: (n: string) => `${n} more`,
  noneLeft: 'no figure is left',
  acceptHow: (number: string) =>
    `So much is not withdrawn without your word. If all of it is to go, type the number ${number}:`,
  accept: 'How many figures may go',
  orPartial: 'Or, if the file is only a part of the publication, say so:',
  takePartial: 'It is only a part: withdraw nothing',
  wrongNumber: (number: string) => `This is not ${number}.`,
  store: 'Import',
  storing: 'Importing…',
  stored: (name: string, round: string) => `${name} was imported into ${round}.`,
  seeFigures: 'See its figures',
  seeDifferences: 'See how it differs from another publication',
  another: 'Import another file',
};
