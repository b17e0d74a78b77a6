/** Which indicator a noun and an act mean together, in whatever language: "persons" with "prosecuted". */
import type { Act, Noun } from './language.js';

export interface Reading {
  readonly indicator: string;
  /** How sure it is, from 0 to 1. */
  readonly weight: number;
}

const sure = 1;
const likely = 0.7;
const perhaps = 0.45;

type Row = readonly [
  nouns: readonly Noun[],
  acts: readonly (Act | null)[],
  indicator: string,
  weight: number,
];

const people = [
  'person',
  'suspect',
  'offender',
  'man',
  'woman',
  'adult',
  'child',
  'detainee',
  'defendant',
  'convict',
] as const;
const trainees = ['officer', 'professional'] as const;
const victims = ['victim', 'woman', 'child', 'man', 'adult', 'person'] as const;

/** The first row that fits counts. A null act is none near enough. */
const rows: readonly Row[] = [
  [['investigation'], ['investigate', null, 'record', 'prosecute'], 'cases-investigated', sure],
  [['case'], ['investigate'], 'cases-investigated', sure],
  [['case'], ['uncover'], 'cases-uncovered', sure],
  [['case'], ['detect'], 'cases-uncovered', likely],
  [['case'], ['record', 'identify'], 'cases-recorded', sure],
  [['case'], [null], 'cases-recorded', perhaps],
  [['offence'], ['record', 'identify', 'detect', 'uncover'], 'offences-recorded', sure],
  [['offence'], [null], 'offences-recorded', perhaps],
  [['arrest'], [null, 'arrest', 'record', 'on-trafficking', 'identify'], 'persons-arrested', likely],
  [
    ['prosecution'],
    [null, 'prosecute', 'record', 'investigate', 'on-trafficking'],
    'persons-prosecuted',
    likely,
  ],
  [['conviction'], [null, 'convict', 'record', 'prosecute'], 'persons-convicted', likely],
  [people, ['convict'], 'persons-convicted', sure],
  [people, ['prosecute'], 'persons-prosecuted', sure],
  [people, ['arrest'], 'persons-arrested', sure],
  [['offender'], ['identify', 'detect', 'record'], 'offenders-identified', sure],
  [people, ['contact'], 'persons-in-formal-contact', sure],
  [['suspect'], [null, 'identify', 'record', 'detect', 'investigate'], 'persons-in-formal-contact', likely],
  [['offender'], [null], 'offenders-identified', perhaps],
  [['group'], ['dismantle', 'detect', 'uncover', 'arrest', null], 'criminal-groups-dismantled', likely],
  [victims, ['rescue'], 'victims-rescued', sure],
  [victims, ['assist'], 'victims-assisted', sure],
  [['victim'], ['identify'], 'victims-identified', sure],
  [['woman', 'man', 'child', 'adult', 'person'], ['identify'], 'victims-identified', perhaps],
  [['victim'], ['detect', 'uncover', 'record'], 'victims-detected', likely],
  [['woman', 'man', 'child', 'adult', 'person'], ['detect'], 'victims-detected', perhaps],
  [['woman', 'man', 'child', 'adult'], ['record'], 'victims-detected', perhaps],
  [['victim'], [null], 'victims-detected', perhaps],
  [['detainee'], [null, 'record', 'identify', 'investigate'], 'persons-arrested', likely],
  [['defendant'], [null, 'record', 'identify', 'investigate'], 'persons-prosecuted', likely],
  [['convict'], [null, 'record', 'identify'], 'persons-convicted', likely],
  [['woman', 'man', 'child', 'adult', 'person', 'victim'], ['exploit'], 'victims-identified', likely],
  [['trainee'], [null, 'train', 'workshop', 'specialise', 'inform', 'aware'], 'persons-trained', likely],
  [['listener'], [null, 'train', 'workshop', 'inform', 'aware'], 'persons-reached', likely],
  [trainees, ['train'], 'persons-trained', sure],
  [['person'], ['train'], 'persons-trained', likely],
  [['person'], ['specialise'], 'specialised-officers', perhaps],
  [['officer'], ['specialise'], 'specialised-officers', sure],
  [['professional'], ['specialise'], 'specialised-officers', likely],
  [['unit'], ['specialise', null], 'specialised-units', likely],
  [['region'], ['help-in-regions', 'assist'], 'assistance-regions', likely],
  [['call'], ['on-trafficking'], 'hotline-calls-on-trafficking', sure],
  [['call'], ['call', null, 'record', 'inform', 'assist'], 'hotline-calls', sure],
  [['time'], ['on-trafficking'], 'hotline-calls-on-trafficking', likely],
  [['time'], ['call'], 'hotline-calls', likely],
  [['time'], ['coordinate'], 'coordination-meetings-per-year', perhaps],
  [['poster'], ['inform', null, 'aware'], 'posters-distributed', sure],
  [['media-report'], [null, 'inform', 'aware'], 'media-reports', likely],
  [['project'], ['aware', 'inform'], 'awareness-projects', sure],
  [['lecture'], [null, 'inform', 'aware', 'train'], 'lectures-per-year', likely],
  [['language'], ['teach-material', 'train'], 'training-material-languages', sure],
  [['language'], [null, 'inform', 'aware'], 'information-languages', likely],
  [['state'], ['reply'], 'replies-from-states', sure],
  [['state'], ['workshop'], 'workshop-participating-states', sure],
  [['meeting'], ['coordinate'], 'coordination-meetings-per-year', likely],
  [['body'], ['coordinate', null], 'coordination-bodies', likely],
  [['person', 'child', 'woman', 'man'], ['inform', 'aware'], 'persons-reached', likely],
];

/** Of these each year has its own, so that a figure without a period has that of the sentence before. */
const flows =
  /^(?:cases|offences|persons-(?:arrested|prosecuted|convicted|in)|offenders|victims|criminal|hotline-calls|posters|persons-reached|persons-trained|media-reports)/;

/** What there is at the time of the reply; a year near by is rather that in which it began. */
export const stocks =
  /^(?:specialised|coordination-bodies|training-material|information-languages|assistance-regions|awareness-projects)/;

export const isFlow = (indicator: string): boolean => flows.test(indicator);

const ofPeople = /^(?:persons|victims|offenders|specialised-officers)/;
const groups: readonly Noun[] = [...people, 'victim', 'officer', 'professional'];

/** Whether a number of these may be a part of what a figure counts: girls of victims, never calls of victims. */
export const mayBePart = (noun: Noun, of: Noun, indicator: string): boolean =>
  noun === of || (groups.includes(noun) && ofPeople.test(indicator));

/** Whether a noun says people. */
export const isPeople = (noun: Noun): boolean => groups.includes(noun);

/** Women, men and children: of whom a letter speaks is said before. */
export const isBreakdown = (noun: Noun): boolean => ['woman', 'man', 'adult', 'child'].includes(noun);

/** In: what a number counts, and the act; null where none is near. Out: the indicator, or undefined. */
export function readIndicator(noun: Noun, act: Act | null): Reading | undefined {
  const row = rows.find(([own, those]) => own.includes(noun) && those.includes(act));
  return row && { indicator: row[2], weight: row[3] };
}

/** What else a number may be of which only the noun says what it counts: victims who were detected, or identified. */
const seconds: Readonly<Record<string, string>> = {
  'persons-trained': 'persons-reached',
  'victims-detected': 'victims-identified',
  'cases-uncovered': 'cases-recorded',
  'persons-in-formal-contact': 'persons-arrested',
  'offenders-identified': 'persons-arrested',
};

/** In: a reading. Out: the other that is as likely where no act was near that told them apart; undefined without one. */
export function secondReading({ indicator, weight }: Reading): Reading | undefined {
  // Police officers are trained; of people in general it may be that they were told of the danger.
  if (indicator === 'persons-trained' && weight === sure) return undefined;
  const second = seconds[indicator];
  return second === undefined ? undefined : { indicator: second, weight: weight * 0.6 };
}
