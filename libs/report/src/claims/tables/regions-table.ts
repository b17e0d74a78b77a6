/** One indicator summed by region and year, each sum over those alone with a figure in every year, with k of n. */
import { toPanel } from '@rapporteur/domain';
import { regionNameOf } from '@rapporteur/names';
import { figuresOn } from '../../facts/facts.js';
import { writeNumber, writeRange } from '../../document/house-style.js';
import { basisOf, type BlockAnswer, type Context } from '../claim-kind.js';
import { eventsOf } from '../round.js';
import { asKey, membersOf } from '../select.js';
import { subregions } from '../subregions.js';
import { writeCoverage } from '../sums.js';
import type { TableQuery } from './table-query.js';
import { emptyTable, header, plain, sourceOf, text, toTable } from './make-table.js';
import { captionOf } from './respondents-table.js';

export function regionsTable(query: TableQuery, context: Context): BlockAnswer {
  const { breakdown, from, to } = query;
  // A table without what it needs is refused before.
  const indicator = query.indicator![0]!;
  const { facts, language } = context;
  const key = asKey(breakdown);
  const range = { from: Number(from), to: Number(to) };
  const own = figuresOn(facts, indicator, key);
  const caption = captionOf(indicator, key, language.say('table.all-regions'), language);
  const held = [...subregions, 'none'].flatMap((code) => {
    const members = membersOf(facts, code);
    return members.length === 0 ? [] : [{ code, members, panel: toPanel(own, members, range) }];
  });
  const reported = new Set(held.flatMap(({ panel }) => panel.reported));
  const used = own.filter(
    ({ respondent, year }) =>
      reported.has(respondent) && year !== null && year >= range.from && year <= range.to,
  );
  const events = eventsOf(
    facts,
    held.flatMap(({ members }) => members),
  );
  if (used.length === 0)
    return emptyTable(
      caption,
      context,
      'no-data',
      `no sums by region: ${indicator}, ${from} to ${to}`,
      basisOf([], events),
    );
  const years = Array.from({ length: range.to - range.from + 1 }, (_, i) => range.from + i);
  return toTable({
    caption,
    head: [
      [
        header(language.say('column.region')),
        ...years.map((year) => header(language.say('date.year', { year: String(year) }), 'end')),
        header(language.say('column.summed')),
      ],
    ],
    rows: held.map(({ code, members, panel }) => [
      header(code === 'none' ? language.say('table.no-region') : regionNameOf(code, language.naming)),
      ...years.map((year) => {
        const point = panel.years.find((each) => each.year === year);
        const sum = point ? writeRange(point, (n) => writeNumber(n, language), language) : '..';
        return { inlines: text(sum), align: 'end' as const };
      }),
      plain(writeCoverage(panel.reported.length, members.length, language, 'digits')),
    ]),
    notes: [text(language.say('table.panel')), text(language.say('table.dots'))],
    source: sourceOf(used, context),
    statements: used,
    events,
  });
}
