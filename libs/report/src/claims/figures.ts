/** Claims on single figures: a figure, its period, the figures of a series. */
import { byCell, type CellStatement } from '@rapporteur/domain';
import { z } from 'zod';
import { numeralsFor, writeFigure, writePeriod, type Numerals } from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import * as given from './attributes.js';
import {
  answer,
  basisOf,
  inEnglish,
  noAnswer,
  textKind,
  type Context,
  type TextAnswer,
} from './claim-kind.js';
import { nameSeries, seriesOf, unknownCode, type SeriesQuery } from './select.js';

const series = {
  respondent: given.respondent,
  indicator: given.indicator,
  breakdown: given.breakdown,
};

interface OneFigure extends SeriesQuery {
  readonly period: string;
}

/** Finds the one cell that is asked for; an answer of its own where there is none or it says several things. */
function findCell(query: OneFigure, context: Context): CellStatement | TextAnswer {
  const unknown = unknownCode(context, query);
  if (unknown) return unknown;
  const variants = seriesOf(context.facts, query).filter(({ period }) => period === query.period);
  const [only, ...more] = variants;
  const subject = nameSeries(context, query, query.period);
  if (!only) return noAnswer(context, 'no-data', subject);
  if (more.length === 0) return only;
  return noAnswer(
    context,
    'conflicting-figures',
    withVariants(subject, variants, context),
    basisOf(variants),
  );
}

function withVariants(
  subject: { inText: string; inEnglish: string },
  variants: readonly CellStatement[],
  { language }: Context,
) {
  const values = variants.map((variant) => writeFigure(variant, language));
  return {
    inText: `${subject.inText}: ${language.list(values)}`,
    inEnglish: `${subject.inEnglish}: ${values.join(' and ')}`,
  };
}

const isAnswer = (found: CellStatement | TextAnswer): found is TextAnswer => 'inlines' in found;

/** "six in 2005" */
const writeDated = (s: CellStatement, language: ReportLanguage, numerals: Numerals) =>
  language.say('figure.dated', {
    figure: writeFigure(s, language, numerals),
    period: writePeriod(s.period, language),
  });

export const figure = textKind({
  name: 'figure',
  gives: 'one figure: `six`, `more than 3,800`; with `as=dated` its period too: `six in 2005`',
  attributes: z.strictObject({
    ...series,
    period: given.period,
    as: z.enum(['value', 'dated']).default('value'),
  }),
  answer(query, context) {
    const found = findCell(query, context);
    if (isAnswer(found)) return found;
    const numerals = numeralsFor([found.value], context.language);
    const write = query.as === 'dated' ? writeDated : writeFigure;
    return answer(write(found, context.language, numerals), basisOf([found]));
  },
});

export const period = textKind({
  name: 'period',
  gives: 'the period of one figure, spans as spans: `from July 2002 to October 2007`',
  attributes: z.strictObject({ ...series, period: given.period }),
  answer(query, context) {
    const found = findCell(query, context);
    return isAnswer(found) ? found : answer(writePeriod(found.period, context.language), basisOf([found]));
  },
});

export const figures = textKind({
  name: 'figures',
  gives:
    'all figures of a series that the round gives, each with its period; with `of=collection` those of other rounds too',
  attributes: z.strictObject({ ...series, of: z.enum(['round', 'collection']).default('round') }),
  answer(query, context) {
    const unknown = unknownCode(context, query);
    if (unknown) return unknown;
    const { facts, language } = context;
    const statements = seriesOf(facts, query, query.of);
    if (statements.length === 0) return noAnswer(context, 'no-data', nameSeries(context, query));
    const numerals = numeralsFor(
      statements.map(({ value }) => value),
      language,
    );
    const cells = [...byCell(statements).values()];
    const parts = cells.map((variants) =>
      variants.length === 1
        ? writeDated(variants[0]!, language, numerals)
        : language.say('figure.conflicting', {
            figures: language.list(
              variants.map((variant) => writeFigure(variant, language, numerals)),
              'or',
            ),
            period: writePeriod(variants[0]!.period, language),
          }),
    );
    const conflicting = cells.filter((variants) => variants.length > 1);
    const made = answer(language.list(parts), basisOf(statements));
    if (conflicting.length === 0) return made;
    const message = conflicting
      .map(
        (variants) => `${variants[0]!.cell}: ${variants.map((v) => writeFigure(v, language)).join(' and ')}`,
      )
      .join('; ');
    return { ...made, status: 'unanswerable', reason: { code: 'conflicting-figures', message } };
  },
});

export const note = textKind({
  name: 'note',
  gives: 'what was noted when a finding or figure was coded, in the language of the note (English)',
  attributes: z.strictObject({
    respondent: given.respondent,
    topic: given.topic.optional(),
    indicator: given.indicator.optional(),
    detail: given.detail.optional(),
    period: given.period.optional(),
    breakdown: given.breakdown.optional(),
    paragraph: given.paragraph.optional(),
  }),
  answer(query, context) {
    const unknown = unknownCode(context, query);
    if (unknown) return unknown;
    const { findings, observations } = context.facts;
    const found = [...findings, ...observations].filter(
      (s) =>
        s.respondent === query.respondent &&
        (s.code === query.topic || s.code === query.indicator) &&
        (query.detail === undefined || s.source.detail === query.detail) &&
        (query.period === undefined || s.period === query.period) &&
        (query.breakdown === undefined || s.breakdown === query.breakdown) &&
        (query.paragraph === undefined || s.source.paragraph === query.paragraph) &&
        s.source.note !== undefined,
    );
    const subject = [query.respondent, query.topic ?? query.indicator].join(', ');
    if (found.length === 0)
      return noAnswer(context, 'no-data', { inText: subject, inEnglish: `no note: ${subject}` });
    const notes = [...new Set(found.map(({ source }) => source.note!))].join(' ');
    return { status: 'answered', inlines: [inEnglish(notes, context.language)], ...basisOf(found) };
  },
});
