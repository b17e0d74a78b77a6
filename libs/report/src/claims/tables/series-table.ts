/** One respondent's series side by side: a row for each period, a column for each indicator. */
import { lowerFirst, writeIndicator, writePeriodShort, writeRespondent } from '../../document/house-style.js';
import type { BlockAnswer, Context } from '../claim-kind.js';
import { byPeriod, seriesOf } from '../select.js';
import type { TableQuery } from './table-query.js';
import { emptyTable, figureCell, header, Notes, signNotes, sourceOf, toTable } from './make-table.js';

export function seriesTable(query: TableQuery, context: Context): BlockAnswer {
  // A table without what it needs is refused before.
  const [respondent, indicator] = [query.respondent!, query.indicator!];
  const { breakdown } = query;
  const { facts, language } = context;
  const series = indicator.map((code) => seriesOf(facts, { respondent, indicator: code, breakdown }));
  const chosen = series.flat();
  const caption = language.say('table.series', {
    name: writeRespondent(respondent, language),
    indicators: language.list(indicator.map((code) => lowerFirst(writeIndicator(code, language)))),
  });
  if (chosen.length === 0)
    return emptyTable(caption, context, 'no-data', `no figures: ${respondent}, ${indicator.join(', ')}`);
  const notes = new Notes();
  const periods = [...new Set([...chosen].sort(byPeriod).map(({ period }) => period))];
  return toTable({
    caption,
    head: [
      [
        header(language.say('column.period')),
        ...indicator.map((code) => header(writeIndicator(code, language), 'end')),
      ],
    ],
    rows: periods.map((period) => [
      header(writePeriodShort(period, language)),
      ...series.map((own) =>
        figureCell(
          own.filter((s) => s.period === period),
          language,
          notes,
        ),
      ),
    ]),
    notes: [...notes.written(language), ...signNotes(chosen, language)],
    source: sourceOf(chosen, context),
    statements: chosen,
  });
}
