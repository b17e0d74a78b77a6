/** One indicator of all respondents or of a region's: a row for each respondent, a column for each year. */
import { breakdownOf, groupBy, type CellStatement } from '@rapporteur/domain';
import { regionNameOf } from '@rapporteur/names';
import { figuresOn } from '../../facts/facts.js';
import { inOrder, writeBreakdown, writeIndicator, writeRespondent } from '../../document/house-style.js';
import type { ReportLanguage } from '../../document/language.js';
import { asKey, isWithin } from '../select.js';
import type { BlockAnswer, Context } from '../claim-kind.js';
import type { TableQuery } from './table-query.js';
import { emptyTable, figureCell, header, signNotes, sourceOf, text, toTable } from './make-table.js';

export function respondentsTable(query: TableQuery, context: Context): BlockAnswer {
  const { breakdown, region, from, to } = query;
  // A table without what it needs is refused before.
  const indicator = query.indicator![0]!;
  const { facts, language } = context;
  const key = asKey(breakdown);
  const members = new Set(facts.respondents.filter((code) => isWithin(code, region)));
  const chosen = figuresOn(facts, indicator, key).filter(
    (s) =>
      s.year !== null &&
      members.has(s.respondent) &&
      (from === undefined || s.year >= Number(from)) &&
      (to === undefined || s.year <= Number(to)),
  );
  const caption = captionOf(indicator, key, placeOf(region, language), language);
  if (chosen.length === 0)
    return emptyTable(
      caption,
      context,
      'no-data',
      `no yearly figures: ${indicator}${region ? `, ${region}` : ''}`,
    );
  const years = yearsOf(chosen, from, to);
  const byPlace = groupBy(chosen, (s) => `${s.respondent} ${s.year}`);
  const order = inOrder([...new Set(chosen.map((s) => s.respondent))], language);
  return toTable({
    caption,
    head: [
      [
        header(language.say('column.respondent')),
        ...years.map((year) => header(language.say('date.year', { year: String(year) }), 'end')),
      ],
    ],
    rows: order.map((code) => [
      header(writeRespondent(code, language)),
      ...years.map((year) => figureCell(byPlace.get(`${code} ${year}`) ?? [], language)),
    ]),
    notes: [text(language.say('table.dots')), ...signNotes(chosen, language)],
    source: sourceOf(chosen, context),
    statements: chosen,
  });
}

/** The place that a table is about, in words. */
function placeOf(region: string | undefined, language: ReportLanguage): string {
  if (region === undefined) return language.say('table.all-respondents');
  return region === 'none' ? language.say('table.no-region') : regionNameOf(region, language.naming);
}

/** "Victims detected, female: Western Europe" */
export function captionOf(indicator: string, key: string, place: string, language: ReportLanguage): string {
  const split = writeBreakdown(breakdownOf(key), language);
  const counted = writeIndicator(indicator, language);
  const what = split === '' ? counted : language.say('table.split', { counted, split });
  return language.say('table.by-years', { what, place });
}

function yearsOf(chosen: readonly CellStatement[], from?: string, to?: string): number[] {
  const held = chosen.map(({ year }) => year!);
  const first = from === undefined ? held.reduce((a, b) => Math.min(a, b)) : Number(from);
  const last = to === undefined ? held.reduce((a, b) => Math.max(a, b)) : Number(to);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
