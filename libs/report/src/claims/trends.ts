/** Claims on direction: of one series, of all respondents' series of an indicator; and same-year ratios. */
import {
  givesFigure,
  ratioKinds,
  toRatios,
  toSeries,
  type CellStatement,
  type Direction,
  type Series,
} from '@rapporteur/domain';
import { z } from 'zod';
import {
  inOrder,
  lowerFirst,
  numeralsFor,
  writeDecimal,
  writeFigure,
  writeIndicator,
  writeInText,
  writeNumber,
  writePeriod,
  writeRange,
} from '../document/house-style.js';
import { figuresOn, type Facts } from '../facts/facts.js';
import type { ReportLanguage } from '../document/language.js';
import * as given from './attributes.js';
import { answer, basisOf, noAnswer, textKind, type TextAnswer } from './claim-kind.js';
import { eventsOf } from './round.js';
import { asKey, membersOf, nameSeries, seriesOf, unknownCode } from './select.js';

const fewest = 5;

/** The years of a direction as words: `2005, 2006 and 2007`, or from first to last where there are many. */
function writeYears(years: readonly number[], language: ReportLanguage): string {
  const written = years.map((year) => language.say('date.year', { year: String(year) }));
  return years.length <= 4
    ? language.list(written)
    : language.say('trend.years', { from: written[0]!, to: written.at(-1)! });
}

/** `p = 0.017`, `p < 0.001` */
const writeP = (p: number, { decimal }: ReportLanguage): string =>
  p < 0.001 ? `p < 0${decimal}001` : `p = ${p.toFixed(3).replace('.', decimal)}`;

function writeTrend(trend: Direction, language: ReportLanguage): string {
  const n = writeNumber(trend.n, language, numeralsFor([trend.n], language));
  const shared = { n, count: trend.n, years: writeYears(trend.years, language) };
  if (trend.direction === 'insufficient-data') {
    const needed = writeNumber(fewest, language, 'words');
    return language.say('trend.insufficient-data', { ...shared, needed });
  }
  return language.say(`trend.${trend.direction}`, { ...shared, p: writeP(trend.p ?? 1, language) });
}

export const trend = textKind({
  name: 'trend',
  gives: 'a sentence on the direction of a series; under five yearly figures it says that none can be stated',
  attributes: z.strictObject({
    respondent: given.respondent,
    indicator: given.indicator,
    breakdown: given.breakdown,
  }),
  answer(query, context) {
    const unknown = unknownCode(context, query);
    if (unknown) return unknown;
    const statements = seriesOf(context.facts, query).filter(({ year }) => year !== null);
    const [series] = toSeries(statements);
    const subject = nameSeries(context, query);
    if (!series) return noAnswer(context, 'no-data', subject);
    const text = writeTrend(series.trend, context.language);
    const basis = basisOf(statements);
    if (series.trend.direction !== 'insufficient-data') return answer(text, basis);
    const message = `${subject.inEnglish}: ${series.trend.n} yearly figures, ${fewest} needed`;
    return { ...answer(text, basis), status: 'unanswerable', reason: { code: 'under-five-points', message } };
  },
});

interface Shown {
  readonly series: Series;
  readonly statements: readonly CellStatement[];
}

/** A name with its figures, of a long series the first and the last: `El Salvador (32 in 2005, 67 in 2006 and 39 in 2007)`. */
function writeShown({ statements }: Shown, language: ReportLanguage): string {
  const [first, last] = [statements[0]!, statements.at(-1)!];
  const isShort = statements.length < fewest;
  const numerals = numeralsFor(
    (isShort ? statements : [first, last]).map(({ value }) => value),
    language,
  );
  const dated = (s: CellStatement) =>
    language.say('figure.dated', {
      figure: writeFigure(s, language, numerals),
      period: writePeriod(s.period, language),
    });
  const name = writeInText(first.respondent, language);
  return isShort
    ? language.say('directions.all', { name, figures: language.list(statements.map(dated)) })
    : language.say('directions.ends', { name, from: dated(first), to: dated(last) });
}

/** Groups of names longer than this are counted, and named in an annex. */
const mostNamed = 12;

/** The yearly figures of an indicator by respondent, of those asked about. */
function readSeries(facts: Facts, indicator: string, key: string, asked: readonly string[]) {
  const among = new Set(asked);
  const chosen = figuresOn(facts, indicator, key).filter(
    (s) => s.year !== null && givesFigure(s.qualifier) && among.has(s.respondent),
  );
  const shown = new Map<string, CellStatement[]>();
  for (const s of chosen) {
    const own = shown.get(s.respondent);
    if (own) own.push(s);
    else shown.set(s.respondent, [s]);
  }
  return { chosen, shown };
}

export const directions = textKind({
  name: 'directions',
  gives:
    'sentences on whether the figures of an indicator rose: for how many respondents, for whom, from what to what',
  attributes: z.strictObject({
    indicator: given.indicator,
    breakdown: given.breakdown,
    region: given.region.optional(),
  }),
  answer({ indicator, breakdown, region }, context) {
    const unknown = unknownCode(context, { indicator, region });
    if (unknown) return unknown;
    const { facts, language } = context;
    const asked = membersOf(facts, region);
    const { chosen, shown } = readSeries(facts, indicator, asKey(breakdown), asked);
    const judged = inOrder([...shown.keys()], language).map((code) => {
      const statements = [...shown.get(code)!].sort((a, b) => a.year! - b.year!);
      return { series: toSeries(statements)[0]!, statements };
    });
    const basis = basisOf(chosen, eventsOf(facts, asked));
    const text =
      judged.length === 0
        ? writeNobody(indicator, asked, language)
        : writeAll(indicator, judged, asked, language);
    if (judged.some(({ series }) => series.trend.direction !== 'insufficient-data'))
      return answer(text, basis);
    const message = `${indicator}: no respondent gave ${fewest} yearly figures, so no direction can be stated`;
    return {
      ...answer(text, basis),
      status: 'unanswerable',
      reason: { code: judged.length === 0 ? 'no-data' : 'under-five-points', message },
    };
  },
});

const ofRespondents = (part: number, whole: number, language: ReportLanguage) => {
  const numerals = numeralsFor([part, whole], language);
  return { count: part, k: writeNumber(part, language, numerals), n: writeNumber(whole, language, numerals) };
};

const writeNobody = (indicator: string, asked: readonly string[], language: ReportLanguage) =>
  language.say('directions.nobody', {
    indicator: lowerFirst(writeIndicator(indicator, language)),
    asked: asked.length,
    n: writeNumber(asked.length, language, numeralsFor([asked.length], language)),
  });

function writeAll(
  indicator: string,
  judged: readonly Shown[],
  asked: readonly string[],
  language: ReportLanguage,
): string {
  const name = lowerFirst(writeIndicator(indicator, language));
  const by = (direction: Direction['direction']) =>
    judged.filter(({ series }) => series.trend.direction === direction);
  const long = judged.length - by('insufficient-data').length;
  const needed = writeNumber(fewest, language, 'words');
  const intro = language.say('directions.intro', {
    indicator: name,
    ...ofRespondents(judged.length, asked.length, language),
    asked: asked.length,
    long: writeNumber(long, language, numeralsFor([long], language)),
    longCount: long,
    needed,
  });
  const groups = (['rising', 'falling', 'no-significant-trend', 'insufficient-data'] as const).flatMap(
    (direction) => {
      const group = by(direction).filter(
        ({ statements }) => statements.length > 1 || direction !== 'insufficient-data',
      );
      if (group.length === 0) return [];
      const count = writeNumber(group.length, language, numeralsFor([group.length], language));
      const names =
        group.length > mostNamed
          ? language.say('directions.counted', { n: count, count: group.length })
          : language.list(group.map((each) => writeShown(each, language)));
      return [language.say(`directions.${direction}`, { names, needed })];
    },
  );
  const method = long === 0 ? [] : [language.say('directions.method', { needed })];
  const verdict = long === 0 ? [language.say('directions.cannot-be-said', { indicator: name })] : [];
  return [intro, ...method, ...groups, ...verdict].join(language.say('join.sentences'));
}

export const ratio = textKind({
  name: 'ratio',
  gives:
    'a same-year ratio of one respondent: `1.7`, with `as=dated` its year too; it is no share of a cohort',
  attributes: z.strictObject({
    ratio: z.enum(ratioKinds.map(({ code }) => code)),
    respondent: given.respondent,
    year: given.year,
    breakdown: given.breakdown,
    as: z.enum(['value', 'dated']).default('value'),
  }),
  answer({ ratio: code, respondent, year, breakdown, as }, context): TextAnswer {
    const unknown = unknownCode(context, { respondent });
    if (unknown) return unknown;
    const { facts, language } = context;
    const kind = ratioKinds.find((each) => each.code === code)!;
    const codes: readonly string[] = [kind.numerator, ...kind.denominators];
    const statements = facts.observations.filter(
      (s) =>
        s.respondent === respondent &&
        s.breakdown === asKey(breakdown) &&
        codes.includes(s.code) &&
        s.year === Number(year),
    );
    const found = toRatios(statements).find((each) => each.code === code);
    const subject = {
      inText: `${writeInText(respondent, language)}, ${language.say(`ratio.${code}`)}, ${year}`,
      inEnglish: `${respondent}, ${code}, ${year}`,
    };
    if (!found || found.value === null)
      return noAnswer(
        context,
        statements.length === 0 ? 'no-data' : 'no-number',
        subject,
        basisOf(statements),
      );
    const parts = [found.numerator.id, found.denominator.id];
    const value = writeRange(found.value, (n) => writeDecimal(n, language), language);
    return answer(
      as === 'value'
        ? value
        : language.say('figure.dated', { figure: value, period: writePeriod(year, language) }),
      basisOf(statements.filter(({ cell }) => parts.includes(cell))),
    );
  },
});
