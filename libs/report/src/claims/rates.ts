/** Claims on figures in relation to people: a rate with its exact interval. */
import { populationIndicator, populationOf, toRates, type Population, type Rate } from '@rapporteur/domain';
import { z } from 'zod';
import { writeIndicator, writePeriod, writeRange, writeRate } from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import * as given from './attributes.js';
import {
  answer,
  basisOf,
  noAnswer,
  textKind,
  type Basis,
  type Context,
  type TextAnswer,
} from './claim-kind.js';
import { nameSeries, seriesOf, unknownCode } from './select.js';

const wholeNumber = /^[1-9]\d{0,8}$/;

export const rate = textKind({
  name: 'rate',
  gives:
    'a figure per 100,000 people of its area and year: `0.62`, with `as=interval` also its exact 95 per cent interval',
  attributes: z.strictObject({
    respondent: given.respondent,
    indicator: given.indicator,
    breakdown: given.breakdown,
    year: given.year,
    per: z.string().regex(wholeNumber, 'per how many people').default('100000'),
    as: z.enum(['value', 'dated', 'interval']).default('value'),
  }),
  answer({ year, per, as, ...query }, context): TextAnswer {
    const unknown = unknownCode(context, query);
    if (unknown) return unknown;
    const { facts, language } = context;
    const statements = seriesOf(facts, query).filter((s) => s.year === Number(year));
    const find = populationOf(facts.population, facts.vintage.asOf);
    const [found] = toRates(statements, find, Number(per));
    const subject = nameSeries(context, query, year);
    if (!found) return noAnswer(context, 'no-data', subject);
    const basis = withPopulation(basisOf(statements), found.population);
    if (found.rate === null) return toNone(found, subject, basis, context);
    const value = writeRange(found.rate, (n) => writeRate(n, language), language);
    if (as === 'dated')
      return answer(
        language.say('figure.dated', { figure: value, period: writePeriod(year, language) }),
        basis,
      );
    return answer(as === 'value' ? value : writeInterval(value, found, language), basis);
  },
});

/** An imported population counts among what the claim rests on; the one that comes with the program has no event. */
function withPopulation({ cells, events }: Basis, population: Population | null): Basis {
  if (!population || population.event === null) return { cells, events };
  return {
    cells: [...cells, population.id].sort(),
    events: [...new Set([...events, population.event])].sort((a, b) => a - b),
  };
}

function writeInterval(value: string, { interval }: Rate, language: ReportLanguage): string {
  const { low, high } = interval!;
  const ends = { rate: value, low: writeRate(low, language) };
  return high === null
    ? language.say('rate.from', ends)
    : language.say('rate.interval', { ...ends, high: writeRate(high, language) });
}

function toNone(
  { reason, population }: Rate,
  subject: ReturnType<typeof nameSeries>,
  basis: Basis,
  context: Context,
): TextAnswer {
  const inEnglish = `${subject.inEnglish}: ${reason}`;
  if (population)
    return noAnswer(
      context,
      reason === 'conflicting' ? 'conflicting-figures' : 'no-number',
      { ...subject, inEnglish },
      basis,
    );
  const inText = `${subject.inText}, ${writeIndicator(populationIndicator, context.language)}`;
  return noAnswer(context, 'no-data', { inText, inEnglish }, basis);
}
