/** Claims on how many spoke: coverage, and sums over respondents, which always say k of n. */
import { givesFigure, toPanel } from '@rapporteur/domain';
import { z } from 'zod';
import { figuresOn } from '../facts/facts.js';
import { numeralsFor, writeNumber, writeRange, type Numerals } from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import * as given from './attributes.js';
import { answer, basisOf, noAnswer, textKind } from './claim-kind.js';
import { eventsOf } from './round.js';
import { asKey, findingsOn, membersOf, unknownCode } from './select.js';

/** "3 of 24 respondents"; small numbers in words, "two of nine respondents", unless digits are asked for, as in tables. */
export function writeCoverage(
  k: number,
  n: number,
  language: ReportLanguage,
  numerals: Numerals = numeralsFor([k, n], language),
): string {
  return language.say('coverage', {
    k: writeNumber(k, language, numerals),
    n: writeNumber(n, language, numerals),
    count: n,
    kCount: k,
  });
}

export const coverage = textKind({
  name: 'coverage',
  gives: 'how many of the respondents gave a figure or finding: `3 of 24 respondents`',
  attributes: z
    .strictObject({
      indicator: given.indicator.optional(),
      topic: given.topic.optional(),
      breakdown: given.breakdown,
      from: given.year.optional(),
      to: given.year.optional(),
      region: given.region.optional(),
    })
    .refine(({ indicator, topic }) => (indicator === undefined) !== (topic === undefined), {
      error: 'needs either indicator or topic',
    }),
  answer({ indicator, topic, breakdown, from, to, region }, context) {
    const unknown = unknownCode(context, { indicator, topic, region });
    if (unknown) return unknown;
    const { facts, language } = context;
    const members = membersOf(facts, region);
    const found =
      topic !== undefined
        ? findingsOn(facts, topic)
        : figuresOn(facts, indicator!, asKey(breakdown)).filter(
            (s) =>
              givesFigure(s.qualifier) &&
              (from === undefined || (s.year !== null && s.year >= Number(from))) &&
              (to === undefined || (s.year !== null && s.year <= Number(to))),
          );
    const counted = found.filter(({ respondent }) => members.includes(respondent));
    const k = new Set(counted.map(({ respondent }) => respondent)).size;
    return answer(writeCoverage(k, members.length, language), basisOf(counted, eventsOf(facts, members)));
  },
});

export const total = textKind({
  name: 'total',
  gives:
    'the sum over the respondents with a figure in every year asked for, with how many they are: `98 in 2006 (sum over 3 of 24 respondents)`',
  attributes: z.strictObject({
    indicator: given.indicator,
    breakdown: given.breakdown,
    from: given.year,
    to: given.year.optional(),
    region: given.region.optional(),
  }),
  answer({ indicator, breakdown, from, to = from, region }, context) {
    const unknown = unknownCode(context, { indicator, region });
    if (unknown) return unknown;
    const { facts, language } = context;
    const range = { from: Number(from), to: Number(to) };
    const members = membersOf(facts, region);
    const own = figuresOn(facts, indicator, asKey(breakdown));
    const subject = { inText: `${indicator}, ${from}–${to}`, inEnglish: `${indicator}, ${from} to ${to}` };
    if (range.to < range.from) return noAnswer(context, 'no-data', subject);
    const panel = toPanel(own, members, range);
    const used = own.filter(
      ({ respondent, year }) =>
        panel.reported.includes(respondent) && year !== null && year >= range.from && year <= range.to,
    );
    const basis = basisOf(used, eventsOf(facts, members));
    const k = writeCoverage(panel.reported.length, members.length, language);
    if (panel.years.length === 0)
      return noAnswer(context, 'no-data', { ...subject, inText: `${subject.inText}: ${k}` }, basis);
    const sums = panel.years.map(({ year, low, high }) =>
      language.say('figure.dated', {
        figure: writeRange({ low, high }, (n) => writeNumber(n, language), language),
        period: language.say('period.point', { point: language.say('date.year', { year: String(year) }) }),
      }),
    );
    return answer(language.say('total', { sums: language.list(sums), coverage: k }), basis);
  },
});
