/** The words of the overview, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');

export const enOverview = {
  what: 'What governments say about trafficking in persons when the United Nations ask them: figures and statements, each with the reply and the paragraph that it comes from, as they were known on any day.',
  search: 'Search for a State, an indicator, a topic or a document symbol',
  searchHint: 'In any of the six languages; slips are forgiven. Arrow keys choose, Enter opens.',
  nothingFound: (typed: string) =>
    `Nothing is called “${typed}”. Try a part of the name, or choose a view above.`,
  found: (n: number) => counted(n, { one: '# result', other: '# results' }),
  kinds: {
    respondent: 'State or organization',
    region: 'Region',
    indicator: 'Indicator',
    topic: 'Topic',
    collection: 'Collection',
    round: 'Round',
  },
  collections: 'What is here',
  respondents: (n: number) =>
    counted(n, { one: '# State or organization', other: '# States and organizations' }),
  figures: (n: number) => counted(n, { one: '# figure', other: '# figures' }),
  findings: (n: number) => counted(n, { one: '# finding', other: '# findings' }),
  years: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  latest: (title: string, day: string | undefined) =>
    `Latest: ${title}${day ? `, received by ${day}` : ', no reply yet'}`,
  toTrends: 'Figures over the years',
  toRound: 'Who replied',
  toFindings: 'Findings',
  questions: 'Three questions, answered from the replies',
  reported: (name: string) => `How many cases, arrests and prosecutions did ${name} report?`,
  directions: 'In which States do convictions rise or fall?',
  directionsOf: (source: string) =>
    `Persons convicted, ${source}: States by the direction of their yearly figures`,
  rising: 'rising',
  falling: 'falling',
  noTrend: 'no significant trend',
  rangesDecide: 'hangs on figures that are ranges',
  tooFew: 'too few figures to say',
  measures: 'What do most States say they do?',
  measuresOf: (source: string) => `Topics by the number of States that reported them, ${source}`,
  states: (n: number) => counted(n, { one: '# State', other: '# States' }),
  seeAll: 'See all',
};
