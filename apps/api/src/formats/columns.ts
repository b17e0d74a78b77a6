/**
 * The meanings of the columns of all tables: a name has the same meaning in every table. docs/columns.md must
 * say the same.
 */

/** Types as Table Schema names them; "any" holds ranges (`3..7`) or several values (`62 | 43`) beside numbers. */
export interface Column {
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean' | 'any';
  readonly meaning: string;
  /** What the numbers count; absent where the column is no number. */
  readonly unit?: string;
}

const text = (meaning: string): Column => ({ type: 'string', meaning });
const whole = (meaning: string, unit: string): Column => ({ type: 'integer', meaning, unit });
const yesNo = (meaning: string): Column => ({ type: 'boolean', meaning });
const day = (meaning: string): Column => ({ type: 'date', meaning });

export const columnMeanings: Readonly<Record<string, Column>> = {
  id: text('Stable identifier of the figure, finding or round'),
  code: text('Code of the respondent, indicator or topic'),
  name: text('Name of the code in the language asked for'),
  kind: text('Kind of the respondent, revision, difference or inconsistency'),
  rounds: text('Rounds in which the respondent has a reply, by spaces'),
  collection: text('Collection: the source that the figure belongs to; figures of two are never one series'),
  round: text('Round whose reply says it, as collection/round'),
  respondent: text('Respondent: ISO 3166-1 alpha-2 code, or the code of an organisation'),
  respondent_name: text('Name of the respondent in the language asked for'),
  region: text('UN M49 code of the region'),
  region_name: text('Name of the region in the language asked for'),
  indicator: text('Code of what is counted'),
  indicator_name: text('Name of the indicator in the language asked for'),
  topic: text('Code of what the finding states'),
  topic_name: text('Name of the topic in the language asked for'),
  theme: text('Theme of the topic or indicator'),
  definition: text('What is counted or stated'),
  detail: text('Code that makes the finding more precise'),
  unit: text('What the value counts: case, person, victim, offence, item or event'),
  breakdown: text(
    'Part of the whole: dimension:code pairs by commas, in the order of their dimensions; _T is the whole',
  ),
  period: text('Year 2005, month 2007-10, span 2003/2006, up to ../2007-06, since 2001-09/.., or undated'),
  period_from: text('First year or month of the period; empty: not known'),
  period_to: text('Last year or month of the period; empty: not known'),
  year: whole('Year of a period that is exactly one year; empty otherwise', 'year'),
  time: {
    type: 'datetime',
    meaning: 'First moment of the year, without a time zone; in coverage the day of receipt; empty for spans',
  },
  value: {
    type: 'any',
    meaning:
      'The figure; every value, by |, where one reply gives several; empty: there is no number, and the qualifier says why',
    unit: 'see unit',
  },
  qualifier: text(
    'How the value is meant: exact, at-least, fewer-than, approximately; or why there is none: none-known, not-available, not-applicable, not-asked, withheld; by | where several differ',
  ),
  obs_status: text(
    'SDMX observation status (CL_OBS_STATUS): A normal, B break, L not asked, M not applicable, O none known or not available, Q withheld; by | where several differ',
  ),
  conf_status: text(
    'SDMX confidentiality status (CL_CONF_STATUS): A only fewer than, C withheld; empty: nothing is kept back, as far as is said',
  ),
  conflicting: yesNo('Whether one reply gives several values of the figure'),
  current: yesNo('Whether the statement still stands'),
  retracted: yesNo('Whether the statement takes the figure back'),
  change: {
    type: 'any',
    meaning: 'Difference to the calendar year before; low..high where figures are censored',
    unit: 'see unit',
  },
  percentage: {
    type: 'any',
    meaning: 'Change in relation to the year before; low..high where figures are censored',
    unit: 'per cent',
  },
  index: {
    type: 'any',
    meaning: 'Value in relation to the first year of the series = 100',
    unit: 'per cent',
  },
  direction: text(
    'What the series, or the segment between breaks, shows: insufficient-data, rising, falling, no-significant-trend',
  ),
  break: yesNo('Whether the figure starts a new way of counting; empty or false: not as far as is known'),
  reason: text(
    'Why the direction is what it is: under-five-points, significant, not-significant, all-figures-equal, censored-figures-decide',
  ),
  p: {
    type: 'number',
    meaning:
      'Two-sided p of the Mann-Kendall test, the greatest that censored figures admit; empty: not tested',
    unit: 'probability',
  },
  p_low: { type: 'number', meaning: 'The least p that censored figures admit', unit: 'probability' },
  n: whole('Yearly points that the direction rests on', 'years'),
  years_used: text('Those years, by spaces'),
  starts_with_break: whole(
    'The year of the break that the segment starts with; empty: what lies before the first break, or no break',
    'year',
  ),
  comparison: text(
    'Small counts against the year before: higher, lower, no-significant-difference; empty: not compared',
  ),
  comparison_p: {
    type: 'number',
    meaning: 'Two-sided p of that comparison, the greatest that censored figures admit',
    unit: 'probability',
  },
  before: text('Values at the earlier day or in the earlier publication, by |; empty: none'),
  after: text('Values at the later day or in the later publication, by |; empty: none'),
  before_qualifier: text('How each of the values at the earlier day is meant, by |'),
  after_qualifier: text('How each of the values at the later day is meant, by |'),
  difference_percent: {
    type: 'any',
    meaning: 'Difference in relation to the value before; low..high where figures are censored',
    unit: 'per cent',
  },
  difference: {
    type: 'any',
    meaning: 'After less before, or the greatest difference between collections',
    unit: 'see unit',
  },
  reported: whole('Respondents of the panel that reported every year', 'respondents'),
  of: whole('Respondents of the panel', 'respondents'),
  respondents: text('Codes of those whose figures are in the sum, by spaces'),
  missing: text('Codes of those that are left out because a year is missing, by spaces'),
  missing_reasons: text('Why they lack a year, where their replies say so: respondent:year:reason by spaces'),
  population: {
    type: 'any',
    meaning:
      'Population that the figure is divided by: of the same area and year; of a sum: of those who are summed',
    unit: 'person',
  },
  population_breakdown: text('Whose number that is; _T is everybody'),
  population_round: text('Publication that it stands in, as collection/round'),
  population_event: whole('Position of the event that says it; empty: it comes with the program', 'position'),
  per: whole('Per how many people the rate is', 'person'),
  rate: {
    type: 'any',
    meaning:
      'Figure in relation to the population; low..high where the figure is censored; empty: see no_rate',
    unit: 'see per',
  },
  rate_low: { type: 'number', meaning: 'Lower exact 95 % limit of the rate', unit: 'see per' },
  rate_high: {
    type: 'number',
    meaning: 'Upper exact 95 % limit of the rate; empty: nothing limits it, or there is no rate',
    unit: 'see per',
  },
  no_rate: text(
    'Why there is no rate: not-one-year, conflicting, none-known, not-available, not-applicable, not-asked, withheld, approximate, no-number, no-population, population-known-later, population-no-number',
  ),
  series_code: text('Series of the global data structure of the Sustainable Development Goals'),
  ref_area: text('M49 code of the area without leading zeros; the code of the respondent where it has none'),
  sex: text('Sex in the codes of that structure: _T, F, M; as here where it has none'),
  age: text('Age in the codes of that structure: _T, Y0T17, Y_GE18; as here where it has none'),
  unit_measure: text('Unit in the codes of that structure'),
  total: { type: 'any', meaning: 'The figure of the whole that the value is a part of', unit: 'see unit' },
  share: {
    type: 'any',
    meaning:
      'Value in relation to the total, from 0 to 1; low..high where figures are censored; empty: see no_share',
    unit: '1',
  },
  share_low: { type: 'number', meaning: 'Lower exact 95 % limit of the share', unit: '1' },
  share_high: { type: 'number', meaning: 'Upper exact 95 % limit of the share', unit: '1' },
  no_share: text(
    'Why there is no share: not-one-year, no-total, no-number, conflicting, total-is-zero, part-exceeds-total',
  ),
  refused: text('Codes of those that are left out because a part is larger than its total, by spaces'),
  total_id: text('Stable identifier of the total'),
  total_event: whole('Position of the event that says the total', 'position'),
  message: text('What does not fit together, in a sentence'),
  paragraph: whole('Paragraph of the source', 'number'),
  paragraphs: text('Paragraphs of the source, by spaces'),
  footnote: whole('Footnote of the source', 'number'),
  row: whole('Row of the imported file', 'number'),
  note: text('Remark of whoever coded the reply'),
  as_written: text('The figure or name as the source writes it'),
  document: text('Document in which it stands, by its SHA-256; empty: not known'),
  document_page: whole('Page of the document', 'number'),
  document_paragraph: whole('Paragraph of the document, by its own number', 'number'),
  quote: text(
    'Exact words of the document in which the figure stands; empty: not known, a whole paragraph, a region of the page, or removed with the document',
  ),
  document_region: text(
    'Region of the page, in percent of its width and height, as a media fragment (W3C): xywh=percent:left,top,width,height; empty: not known, or words',
  ),
  received_on: day('Day of receipt of the reply that says it; the vintage asOf goes by it'),
  received_precision: text('on: received that day; on-or-before: that day at the latest'),
  event: whole('Position of the event that says it', 'position'),
  events: text('Positions of the events, by spaces'),
  title: text('Title of the round'),
  mandate: text('Resolution that asks for the round'),
  symbol: text('Symbol of the report'),
  note_verbale_on: day('Day of the note verbale'),
  reply_by: day('Day by which replies were asked for'),
  cut_off: day('Day after which a reply is late'),
  asked: {
    type: 'any',
    meaning: 'Of a round: how many were asked; of a respondent: whether it was; empty: not known',
    unit: 'respondents',
  },
  listed: {
    type: 'any',
    meaning:
      'Of a round: how many the report lists as having replied; of a respondent: whether it does; empty: no list',
    unit: 'respondents',
  },
  replies: whole('Respondents with a reply that stands', 'respondents'),
  replied: yesNo('Whether the respondent has replied'),
  late: {
    type: 'any',
    meaning: 'Of a round: how many replied after the cut-off; of a respondent: whether it did',
    unit: 'respondents',
  },
  language: text('Language of the reply, ISO 639-1; empty: not known'),
  status: text('State of the reply: none, standing, withdrawn'),
  version: whole('Events of the reply so far', 'events'),
  themes: text('Themes that the reply speaks of, by spaces'),
  figures: whole(
    'Figures that stand, those without a number included: of the reply, or of what the row names',
    'figures',
  ),
  findings: whole('Findings of the reply that stand', 'findings'),
  parent: text('Code of the region around; empty: none'),
  areas: text('Codes of the areas in the region, those of its subregions included, by spaces'),
  dimensions: text('By what the series are broken down: dimensions by commas; _T is the whole'),
  series: whole('Series that have a figure', 'series'),
  first_year: whole('First year with a figure; empty: no figure is of a year', 'year'),
  last_year: whole('Last year with a figure; empty: no figure is of a year', 'year'),
};
