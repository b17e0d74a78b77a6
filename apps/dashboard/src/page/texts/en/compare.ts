/** The words of one indicator and of States compared with one another, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');

/** What is said of one indicator. */
export const enOfIndicator = {
  what: 'What an indicator counts, who reports it and since when, and in which States it rises or falls. States count in their own ways: compare a State with itself, not with others.',
  choose: 'Choose an indicator.',
  nobody: 'Nobody has reported this indicator.',
  unit: 'Counted in',
  definition: 'Definition',
  years: 'Yearly figures',
  latest: 'Latest figure',
  change: 'Change on the year before',
  sortedBy: 'The headings with buttons sort the rows; rows without the number come last.',
  breaks: 'New way of counting from',
};

/** What the parts "About" and "World and regions" say of one indicator. */
export const enAbout = {
  who: 'Who reports it',
  caveats: 'Breaks and caveats',
  noBreak: 'No break in a series is marked.',
  breaks: 'Counted in a new way',
  approximations: (n: number) =>
    counted(n, { one: '# figure is an approximation', other: '# figures are approximations' }),
  conflicts: (n: number) =>
    counted(n, {
      one: '# figure is given with different values by one reply',
      other: '# figures are given with different values by one reply',
    }),
  spans: (n: number) =>
    counted(n, {
      one: '# figure is of another period than a year',
      other: '# figures are of other periods than a year',
    }),
  methods: 'How it is made',
  method: [
    'A figure is what a reply says: an exact number, a range such as “fewer than 5”, an approximation, or the reason why there is no number. Nothing is filled in, and a range is counted with as a range.',
    'Figures of two collections are never one series. From a break on, a State counts in a new way: nothing is computed across it.',
    'Rising or falling is said of yearly figures, five or more since the last break, where the Mann–Kendall test gives a p below 0.05 for every number that the ranges allow. “No significant trend” does not say that nothing changed.',
    'p is the chance that the same figures, in an order that chance made, would rise or fall at least as clearly.',
    'A change is on the year before, where both years have a number and no break is between them.',
  ],
  inFull: (file: string) => `The methods in full, with where each comes from: ${file} of the program.`,
  sources: 'Sources',
  publisher: 'Publisher',
  licence: 'Licence',
  noLicence: 'no licence is stated; ask the publisher before you pass the figures on',
  unknown: 'not known here',
  received: 'Last received',
  ofReporting: (k: string, n: string) => `${k} of ${n}`,
  since: 'Since',
  noDirection: 'no direction given',
  report: 'States that report it',
  rows: 'How many report it is said of all areas that M49 has in a region. A State is counted in its region, in the regions around it and in the world, so rows are not to be added up. Each number leads to its States; the name of a region leads to the sums over those who have a figure in every year.',
};

export const enCompare = {
  parts: {
    directions: 'Where it rises or falls',
    regions: 'World and regions',
    about: 'About',
    crossing: 'Two indicators crossed',
    ranking: 'Ranking',
    map: 'Map',
    changes: 'Changes',
    together: 'A region or States together',
  },
  together: {
    who: 'Region or States',
    shown: 'Shown',
    share: 'share of the total',
    total: 'Total',
    choose:
      'Choose a region, or States of a list of your own, such as the Nordic ones: their figures are added up for each year, over those who have a figure in every year. The address keeps the list.',
    reported: (k: string, n: string, from: number, to: number) =>
      `${k} of ${n} have a figure in every year from ${from} to ${to}; only these are added up.`,
    caution:
      'A sum says what these States reported together, and not how much trafficking there is: States count, look and report in their own ways.',
    behind: 'Each year leads to the figures behind its sum.',
    nobody: 'Nobody has a figure in every one of these years. Choose fewer years.',
    summed: (n: number) => `Added up: ${counted(n, { one: '# State', other: '# States' })}`,
    notSummed: (n: number) => `Not added up: ${counted(n, { one: '# State', other: '# States' })}`,
    lacks: 'Years without a figure that can be added up',
    refused: (n: number) =>
      `Not added up, because the part is larger than the total: ${counted(n, { one: '# State', other: '# States' })}`,
    exceeds: 'Years in which the part is larger than the total',
  },
  leftOut: (names: string) => `Left out, because what they count others count too: ${names}.`,
  second: 'Second indicator',
  choose:
    'Choose a second indicator: States are then shown by the directions of both, such as convictions that fall while detected victims rise.',
  isSo: (name: string, direction: string) => `${name} (${direction})`,
  found: (n: number, what: string) => `${counted(n, { one: '# State', other: '# States' })}: ${what}.`,
  counted: (both: string, one: string, neither: string) =>
    `Only States are counted for which a direction (rising, falling or no significant trend) is given for both: ${both}. For one of the two only: ${one}. For neither: ${neither}. None is given where there are too few figures, or they are ranges that decide.`,
  matrix: 'States by the directions of both',
  directionOf: (name: string) => `Direction: ${name}`,
  onlyOne: (n: number) =>
    `A direction for one of the two only: ${counted(n, { one: '# State', other: '# States' })}`,
  noneBoth: 'There is no State here with a direction for both.',
  noneSuch: 'No State has these directions.',
  ranking: {
    by: 'Rank by',
    ratio: (name: string, over: string) => `${name} (${over})`,
    year: 'Year',
    ofYear: (year: number, figures: string) => `${year} (${figures})`,
    rank: 'Rank',
    population: 'Population',
    interval: 'Interval (95\u00a0%)',
    drawn: (end: string) => `0 to ${end}; an arrow: it goes on`,
    reported: (k: string, n: string, year: number) =>
      n === '1'
        ? `The one State that has reported this indicator has a figure of ${year}.`
        : `${k} of ${n} States that have reported this indicator ${k === '1' ? 'has' : 'have'} a figure of ${year}.`,
    counts: (ranked: string, ranges: string, without: string) =>
      `Ranked: ${ranked}. A range, and so without a rank: ${ranges}. With nothing to rank: ${without}.`,
    caution:
      'A rank says who reported more in that year, and not where there is more trafficking: States count, look and report in their own ways. Where intervals overlap, the order is not certain.',
    ranges: (n: number) => `Ranges, which have no rank: ${counted(n, { one: '# State', other: '# States' })}`,
    without: (n: number) =>
      `A figure, but nothing to rank: ${counted(n, { one: '# State', other: '# States' })}`,
    missing: (n: number, year: number) =>
      `No figure of ${year}: ${counted(n, { one: '# State', other: '# States' })}`,
    noOther: (name: string, year: number) => `no figure of ${year} to divide by: ${name}`,
    why: 'Why',
    noneRanked: 'None of these figures can be ranked.',
  },
};
