/** The words of trends, charts and the way from case to court, in English. */
import type { NoIndex } from '../../no-index.js';
import { countedIn } from '../counted.js';

const counted = countedIn('en');

export const enCharts = {
  breakdown: 'Breakdown',
  breakdowns: {
    total: 'total only',
    all: 'total and every part',
    by: (dimensions: string) => `by ${dimensions}`,
  },
  drawn: 'How the figures are drawn',
  options: 'Options',
  scale: 'Scale',
  scales: { linear: 'plain', log: 'logarithmic', index: 'index' },
  base: 'Base year of the index',
  baseUsual: (year: number) => `${year} (where most have one)`,
  indexIs: (index: string, base: number) => `index ${index}, ${base} = 100`,
  indexNote: (base: number) =>
    `Index: each figure in per cent of that of ${base}. Totals of several years have none, and neither has what a break parts from ${base}.`,
  noBase: 'No index: no series has an exact figure above zero to be the base.',
  noIndex: (name: string, base: number, reason: NoIndex) =>
    `No index for ${name}: ${
      {
        missing: `${base} has no figure`,
        zero: `the figure of ${base} is zero`,
        censored: `the figure of ${base} is a range`,
        approximate: `the figure of ${base} is an approximation`,
        conflicting: `${base} has conflicting figures`,
      }[reason]
    }`,
  withoutIndex: (n: number) => counted(n, { one: '# series has no index', other: '# series have no index' }),
  logNote:
    'Logarithmic scale: equal distances are equal ratios. It has no zero, so zeros stand under the dotted line, and ranges that reach zero go down to it.',
  axis: 'Upper end of scales',
  axes: { own: 'for each chart', same: 'the same for all' },
  layout: 'Layout',
  layouts: { facets: 'chart and table each', multiples: 'small charts, one table' },
  order: 'Order',
  orders: { name: 'by name', latest: 'latest figure first', direction: 'clear directions first' },
  conflicting: 'conflicting figures',
  break: 'break',
  sinceBreak: (year: number) => `since the break of ${year}`,
  breakIn: (year: number) => `counted in a new way from ${year} on`,
  saysBreaks: (years: string) => `counted in a new way from ${years} on`,
  saysConflicts: (years: string) => `conflicting figures for ${years}`,
  saysMissing: (reason: string, years: string) => `${reason} for ${years}`,
  saysOnlyMissing: (name: string, reasons: string) => `${name}: ${reasons}`,
  signs: 'Signs where there is no number',
  saysRanges: (n: number) => counted(n, { one: '# figure is a range', other: '# figures are ranges' }),
  offAxis: (n: number) =>
    counted(n, {
      one: '# figure of an open or unknown period is in the table only',
      other: '# figures of an open or unknown period are in the table only',
    }),
  overview: (respondents: number, series: number) =>
    `${counted(respondents, { one: '# respondent', other: '# respondents' })}, ${counted(series, { one: '# series', other: '# series' })}`,
  overviewDirections: (rising: number, falling: number, none: number, silent: number) =>
    `Rising: ${rising}; falling: ${falling}; no significant trend: ${none}; no direction given: ${silent} (too few figures, or they are ranges that decide).`,
  drawing: (done: number, all: number) => `${done} of ${all} are on the page so far`,
  someShown: (shown: string, all: string) =>
    `${shown} of ${all} charts are shown; the table has the figures of all.`,
  showMore: (n: number) => counted(n, { one: 'Show # more', other: 'Show # more' }),
  showAll: (n: number) => counted(n, { one: 'Show # chart', other: 'Show all # charts' }),
  legend: 'Lines',
  table: 'Table of all figures shown',
  howToRead: 'How to read the charts',
  keyboard: 'In a chart the arrow keys go from mark to mark, Enter opens the source.',
  shapes:
    'A hollow mark is an approximation; ✳ marks are conflicting figures of one reply, all of them; a dashed upright line is a break: years on its two sides are counted differently.',
  pictureSource: (collection: string, day: string, position: string) =>
    `Source: replies of governments, collection ${collection}, as received by ${day}, position ${position}. Rapporteur.`,
  data: 'the figures as data',
  downloadAll: (format: string) => `Download ${format}`,
  downloadOne: (format: string, name: string) => `Download ${format}: ${name}`,
  failed: (what: string) => `Could not be made: ${what}`,
  truncated: (shown: number) => `Only the first ${shown} series are shown.`,
  rates: {
    shownAs: 'Shown as',
    number: 'number',
    per: (per: string) => `per ${per} people`,
    unit: (unit: string, per: string) => `${unit} per ${per} people`,
    of: (rate: string, per: string) => `${rate} per ${per} people`,
    by: (figure: string, people: string, year: string, round: string) =>
      `${figure} by ${people} people in ${year} (${round})`,
    none: 'no rate',
    noRate: (why: string) => `no rate (${why})`,
    noneCount: (n: string, why: string) => `${n} without a rate: ${why}`,
    says: (name: string, n: number, per: string, first: string, last: string) =>
      n === 1
        ? `${name}: one rate per ${per} people, ${first}`
        : `${name}: ${n} rates per ${per} people, from ${first} to ${last}`,
    saysNone: (name: string) => `${name}: no rate can be given`,
    drawn: (per: string) =>
      `Per ${per} people: each yearly figure by the population of the same area and year. In brackets, and as a thin upright line, the exact interval that chance leaves (Poisson, 95\u00a0%); a figure such as “<5” gives a range. Totals of several years have no rate, and nothing is divided by the population of another year.`,
    population: (source: string, licence: string, round: string) =>
      `Population that comes with the program: ${source} (${licence}), publication ${round}.`,
    ownPopulation: (rounds: string) => `Population that was imported: ${rounds}.`,
    withoutRate: (n: number, shown: string) => `${shown} ${n === 1 ? 'figure has' : 'figures have'} no rate`,
    incomplete: (n: string) =>
      `Only the first ${n} rates were asked for. Choose fewer respondents or indicators.`,
    reasons: {
      'not-one-year': 'not of one year',
      conflicting: 'conflicting figures',
      approximate: 'an approximation, whose margin is not known',
      'no-number': 'no number',
      'no-population': 'no population of that area and year is known',
      'population-known-later': 'the population was not known by then',
      'population-no-number': 'the population is no exact number',
    } as Readonly<Record<string, string>>,
  },
  choices: {
    regions: 'Regions',
    hint: 'Type a name or code; arrow keys move, Enter chooses, Escape closes.',
    none: 'No name matches.',
    count: (n: number) => counted(n, { one: '# name', other: '# names' }),
    remove: (name: string) => `Remove ${name}`,
    chosen: (name: string) => `Chosen: ${name}`,
    figures: (n: number) => counted(n, { one: '# figure', other: '# figures' }),
    noFigures: 'no figures',
    all: 'all',
    clear: 'Choose all again',
  },
  court: {
    intro:
      'Cases, arrests, prosecutions and convictions of one respondent by year, and the ratios of figures of the same year.',
    sameYear: 'Ratios of the same year, no cohort',
    sameYearNote:
      'Both figures of a ratio are of the same year. Those convicted in a year need not be those prosecuted in it, so this is no rate at which cases succeed, and it can be above 1.',
    ratios: {
      'arrests-per-case': 'Arrests per case',
      'prosecutions-per-arrest': 'Prosecutions per arrest',
      'convictions-per-prosecution': 'Convictions per prosecution',
    } as Readonly<Record<string, string>>,
    ratioIs: (name: string, year: number, value: string) => `${name}, ${year} (same year): ${value}`,
    noRatio: 'no ratio: the figure divided by is zero',
    numerator: 'The figure divided',
    denominator: 'The figure divided by',
    none: 'This respondent has no figures on the way from case to court in this collection.',
    noRatios: 'No two of these figures are of the same year.',
    step: 'Step',
    from: (low: string) => `${low} or more`,
    upTo: (high: string) => `${high} or less`,
    between: (low: string, high: string) => `${low} to ${high}`,
    unlimited: 'not limited by the figures',
  },
};
