/** The page's own words in English; the type of every other language's. */
import type { DirectionReason } from '@rapporteur/domain';
import { countedIn } from '../counted.js';
import { enAccess } from './access.js';
import { enChecks } from './checks.js';
import { enAbout, enCompare, enOfIndicator } from './compare.js';
import { enMap } from './map.js';
import { enShare } from './share.js';
import { enEvidence } from './evidence.js';
import { enLive } from './live.js';
import { enOpening } from './opening.js';
import { enOverview } from './overview.js';
import { enMissing } from './missing.js';
import { enReport } from './report.js';
import { enTravel } from './travel.js';
import { enSession } from './session.js';
import { enSubmit } from './submit.js';
import { enWorkbench } from './workbench.js';
import { enCharts } from './charts.js';
import { enImport } from './import.js';
import { enWebhooks } from './webhooks.js';
import { enWords } from './words.js';

type Show = (value: number) => string;

const counted = countedIn('en');

export const en = {
  ...enLive,
  ...enEvidence,
  overview: enOverview,
  submit: enSubmit,
  workbench: enWorkbench,
  opening: enOpening,
  import: enImport,
  words: enWords,
  session: enSession,
  access: enAccess,
  webhooks: enWebhooks,
  travel: enTravel,
  checks: enChecks,
  compare: enCompare,
  map: enMap,
  share: enShare,
  report: enReport,
  missing: enMissing,
  title: 'Rapporteur',
  subtitle: 'Replies of governments to surveys of the United Nations',
  skip: 'Skip to the content',
  language: 'Language',
  views: 'Views',
  documentation: 'API documentation',
  pages: {
    overview: 'Overview',
    trends: 'Trends',
    court: 'From case to court',
    state: 'One State',
    indicator: 'One indicator',
    round: 'Round',
    report: 'Report',
    findings: 'Findings',
    inconsistencies: 'Inconsistencies',
    discrepancies: 'Discrepancies',
    differences: 'Differences',
    submit: 'Submit',
    workbench: 'Workbench',
    import: 'Import',
    access: 'Access',
    webhooks: 'Webhooks',
  },
  state: {
    what: 'What a State said: its figures, its findings, with its own words where its letter is kept, and what does not fit together.',
    choose: 'Choose a State.',
    rounds: 'Rounds that it answered',
    figures: 'Figures',
    allFigures: 'All its figures, with their breakdowns',
    noFigures: 'No figures of this State.',
  },
  ofIndicator: enOfIndicator,
  aboutIndicator: enAbout,
  charts: enCharts,
  loading: 'Asking the server…',
  away: 'The server does not answer. Check that it runs (npm start); the page asks again every three seconds.',
  refused: 'The server cannot answer this. ',
  unknownRespondent: (name: string) => `No respondent is called “${name}”.`,
  mayMean: 'What may be meant: ',
  startAnew: 'Start from an empty choice',
  empty: 'No reply has been received yet. Send one to the API (see its documentation) or import a file.',
  nothingMatches: 'No figures match this choice. Choose other respondents, indicators or years.',
  choose: 'Choose what is shown',
  collection: 'Collection',
  allCollections: 'All collections',
  respondents: 'Respondents',
  indicators: 'Indicators',
  allChosen: 'all',
  search: 'Search',
  clear: 'Clear',
  from: 'From year',
  to: 'To year',
  receivedBy: 'As known on',
  today: 'today',
  breakdownTotal: 'total',
  units: {
    case: 'cases',
    person: 'persons',
    victim: 'victims',
    offence: 'offences',
    item: 'items',
    event: 'events',
  } as Readonly<Record<string, string>>,
  indicator: 'Indicator',
  otherPeriods: 'Other periods',
  direction: 'Direction',
  tableOf: (name: string, unit: string) => `Figures of ${name}, in ${unit}`,
  chartOf: (name: string, unit: string) => `Chart: ${name}, in ${unit}`,
  noFigure: 'no figure',
  qualifiers: {
    exact: 'exact',
    'at-least': 'at least',
    'fewer-than': 'fewer than',
    approximately: 'approximately',
    'none-known': 'none known (no zero)',
    'not-available': 'not available',
    'not-applicable': 'not applicable',
    'not-asked': 'not asked',
    withheld: 'withheld (confidential)',
  } as Readonly<Record<string, string>>,
  upTo: (day: string) => `up to ${day}`,
  since: (day: string) => `since ${day}`,
  undated: 'undated',
  separator: '; ',
  /** Between a name and what it is. */
  colon: ': ',
  comma: ', ',
  stop: '. ',
  saysYears: (name: string, n: number, first: string, last: string) =>
    n === 1
      ? `${name}: ${first}`
      : `${name}: ${counted(n, { one: '# yearly figure', other: '# yearly figures' })}, from ${first} to ${last}`,
  saysGaps: (years: string) => `no figure for ${years}`,
  saysSpans: (name: string, n: number) =>
    `${name}: ${counted(n, { one: 'one figure for another period than a year', other: '# figures for other periods than a year' })}`,
  inYear: (figure: string, year: number) => `${figure} (${year})`,
  chartKey:
    'A bar lying down is a total of several years. A bar standing up is the range that a figure such as “at least” or “fewer than” leaves. A sign on the lower edge is no zero: it says why there is no number. Every mark is a link to its source.',
  more: (shown: number) =>
    `The first ${shown} are shown. Choose fewer respondents or indicators to see the others.`,
  rising: 'Rising',
  falling: 'Falling',
  reasonOf(reason: DirectionReason, n: number, show: Show): string {
    switch (reason.code) {
      case 'under-five-points':
        return `none given: ${reason.n === 0 ? 'no yearly figure' : counted(reason.n, { one: '# yearly figure', other: '# yearly figures' })}, ${reason.needed} are needed`;
      case 'significant':
        return `n = ${n}, ${show(reason.p)}`;
      case 'not-significant':
        return `no significant trend: n = ${n}, ${show(reason.p)}; this does not say that nothing changed`;
      case 'censored-figures-decide':
        return `none given: it hangs on ${counted(reason.censored, { one: '# figure that is a range', other: '# figures that are ranges' })} (n = ${n}, from ${show(reason.pLow)} to ${show(reason.pHigh)})`;
      case 'all-figures-equal':
        return `none: all ${n} figures are equal`;
    }
  },
  cite: 'To cite',
  citation: (what: string, day: string, position: string) =>
    `Rapporteur, ${what}, as received by ${day}, position ${position}`,
  fixedAddress: 'fixed address',
  download: 'Download',
  downloadChart: (name: string) => `Download SVG: ${name}`,
  close: 'Close',
  source: 'Source of the figure',
  eventTitle: 'Event',
  value: 'Figure',
  period: 'Period',
  qualifier: 'Qualifier',
  paragraph: 'Paragraph',
  footnote: 'Footnote',
  row: 'Row',
  note: 'Note',
  asWritten: 'As written',
  reply: 'Reply',
  receivedOn: 'Received',
  onOrBefore: (day: string) => `${day} or before`,
  history: 'History',
  was: 'Before',
  became: 'After',
  changedTo: (before: string, after: string) => `${before} → ${after}`,
  recorded: 'Recorded',
  recordedBy: 'by',
  onBehalfOf: 'On behalf of',
  reason: 'Reason',
  noReason: 'none given',
  nothing: 'nothing',
  showEvent: (event: string) => `Event ${event}`,
  rawEvent: 'The event as it was stored',
  notCurrent: 'No reply says this figure at the date that is shown; its history is below.',
  roundFacts: {
    mandate: 'Mandate',
    symbol: 'Document',
    noteVerbaleOn: 'Note verbale',
    replyBy: 'Reply by',
    cutOff: 'Cut-off',
    compiledBy: 'Compiled by',
  },
  roundCounts: (asked: string, listed: string, replies: string, late: string) =>
    `Asked: ${asked}. Listed as having replied: ${listed}. With a reply: ${replies}, of which ${late} late.`,
  unknown: 'not known',
  matrix: 'Respondents and themes of the round',
  respondent: 'Respondent',
  asked: 'Asked',
  noReply: 'no reply',
  listed: 'Listed',
  replied: 'Replied',
  late: 'Late',
  replyLanguage: 'Language',
  figures: 'Figures',
  findings: 'Findings',
  withdrawn: 'withdrawn',
  yes: 'yes',
  no: 'no',
  themes: 'Themes',
  theme: 'Theme',
  topic: 'Topic',
  allTopics: 'All topics',
  copy: 'Copy the list',
  copied: 'Copied',
  countStates: (n: number) => counted(n, { one: '# respondent', other: '# respondents' }),
  kinds: {
    'cited-but-not-listed': 'Cited, but not listed',
    'listed-but-not-cited': 'Listed, but not cited',
    'name-spelt-otherwise': 'Name spelt otherwise',
    'part-exceeds-whole': 'Part above the whole',
    'conflicting-figures': 'Conflicting figures',
    'implied-finding-missing': 'Implied finding missing',
    'figure-not-applicable': 'Figure where none applies',
    'figure-not-in-quote': 'Figure that its evidence does not say',
  } as Readonly<Record<string, string>>,
  places: 'Places',
  message: 'What disagrees',
  kind: 'Kind',
  noInconsistencies: 'Nothing disagrees among what is shown.',
  noFindings: 'No findings match. Choose another topic.',
  noRounds: 'No round is open. Open one in the view “Round”, or by the API (see its documentation).',
};

export type Texts = typeof en;
