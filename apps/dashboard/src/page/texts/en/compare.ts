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

export const enCompare = {
  parts: {
    directions: 'Where it rises or falls',
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
    interval: 'Interval (95 %)',
    drawn: (end: string) => `0 to ${end}; an arrow: it goes on`,
    reported: (k: string, n: string, year: number) =>
      `${k} of ${n} States that have reported this indicator have a figure of ${year}.`,
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
