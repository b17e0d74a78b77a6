/** Selects from the facts what queries ask about. */
import { breakdownKey, breakdownOf, findIndicator, findTopic, type CellStatement } from '@rapporteur/domain';
import { isAggregate, regionMembers, regionsOf } from '@rapporteur/names';
import { figuresOn, isOfRound, type Facts } from '../facts/facts.js';
import { isKnownRespondent, writeIndicator, writeRespondent } from '../document/house-style.js';
import { subregionOf } from './subregions.js';
import { noAnswer, type Context, type TextAnswer } from './claim-kind.js';

export interface SeriesQuery {
  readonly respondent: string;
  readonly indicator: string;
  readonly breakdown: string;
}

/** `sex:female,age:child` in whatever order, as the tables write it. */
export const asKey = (breakdown: string): string => breakdownKey(breakdownOf(breakdown));

/** The figures of one series, those of the round alone or of the whole collection, years first, then by period. */
export function seriesOf(
  facts: Facts,
  { respondent, indicator, breakdown }: SeriesQuery,
  scope: 'round' | 'collection' = 'collection',
): CellStatement[] {
  return figuresOn(facts, indicator, asKey(breakdown))
    .filter((s) => s.respondent === respondent && (scope === 'collection' || isOfRound(s, facts.round)))
    .sort(byPeriod);
}

/** Years first, then spans, then what has no beginning. */
export function byPeriod(a: CellStatement, b: CellStatement): number {
  const rank = ({ year, period }: CellStatement) =>
    year !== null ? 0 : period === 'undated' ? 3 : period.includes('..') ? 2 : 1;
  return rank(a) - rank(b) || (a.period < b.period ? -1 : a.period > b.period ? 1 : 0);
}

/** The round's findings on a topic, the compiler's own left out. */
export const findingsOn = ({ findings, round }: Facts, topic: string, detail?: string): CellStatement[] =>
  findings.filter(
    (f) =>
      f.code === topic &&
      f.respondent !== round.particulars.compiledBy &&
      (detail === undefined || f.source.detail === detail),
  );

/** Whether a respondent lies in a region; `none` is where it lies in none of the subregions. Without a region all do. */
export function isWithin(respondent: string, region: string | undefined): boolean {
  if (region === undefined) return true;
  return region === 'none' ? subregionOf(respondent) === undefined : regionsOf(respondent).includes(region);
}

/** The respondents of the round that are no sums of others, in the region if one is given. */
export const membersOf = ({ respondents }: Facts, region: string | undefined): string[] =>
  respondents.filter((code) => !isAggregate(code) && isWithin(code, region));

/** An answer that a code is unknown, if one of those given is. */
export function unknownCode(
  context: Context,
  given: {
    readonly respondent?: string;
    readonly indicator?: string;
    readonly topic?: string;
    readonly region?: string;
  },
): TextAnswer | undefined {
  const { respondent, indicator, topic, region } = given;
  const unknown = [
    ...(respondent !== undefined && !isKnownRespondent(respondent) ? [respondent] : []),
    ...(indicator !== undefined && !findIndicator(indicator) ? [indicator] : []),
    ...(topic !== undefined && !findTopic(topic) ? [topic] : []),
    ...(region !== undefined && region !== 'none' && regionMembers(region).length === 0 ? [region] : []),
  ];
  if (unknown.length === 0) return undefined;
  const codes = unknown.join(', ');
  return noAnswer(context, 'unknown-code', { inText: codes, inEnglish: `no such code: ${codes}` });
}

/** What a series is called, in the report's language and in English. */
export function nameSeries(
  { language }: Context,
  { respondent, indicator, breakdown }: SeriesQuery,
  more = '',
) {
  const split = breakdown === '_T' ? '' : ` (${breakdown})`;
  const tail = more === '' ? '' : `, ${more}`;
  return {
    inText: `${writeRespondent(respondent, language)}, ${writeIndicator(indicator, language)}${split}${tail}`,
    inEnglish: `${respondent}, ${indicator}${split}${tail}`,
  };
}
