/** The round's figures of a theme or of one respondent: a row for each, as the replies give them. */
import { breakdownOf, byCell, findIndicator } from '@rapporteur/domain';
import { isOfRound } from '../../facts/facts.js';
import {
  inOrder,
  writeBreakdown,
  writeIndicator,
  writePeriodShort,
  writeRespondent,
  writeTheme,
} from '../../document/house-style.js';
import type { BlockAnswer, Context } from '../claim-kind.js';
import { byPeriod } from '../select.js';
import type { TableQuery } from './table-query.js';
import { emptyTable, figureCell, header, Notes, plain, signNotes, sourceOf, toTable } from './make-table.js';

export function figuresTable({ theme, respondent }: TableQuery, context: Context): BlockAnswer {
  const { facts, language } = context;
  const chosen = facts.observations.filter(
    (s) =>
      isOfRound(s, facts.round) &&
      (theme === undefined || findIndicator(s.code)?.theme === theme) &&
      (respondent === undefined || s.respondent === respondent),
  );
  const subject =
    respondent !== undefined
      ? writeRespondent(respondent, language)
      : theme !== undefined
        ? writeTheme(theme, language)
        : '';
  const caption = language.say(subject === '' ? 'table.all-figures' : 'table.figures', { subject });
  if (chosen.length === 0)
    return emptyTable(caption, context, 'no-data', `no figures: ${theme ?? respondent ?? 'the round'}`);
  const notes = new Notes();
  const order = inOrder([...new Set(chosen.map((s) => s.respondent))], language);
  const sorted = order.flatMap((code) => {
    const own = chosen.filter((s) => s.respondent === code);
    const indicators = [...new Set(own.map((s) => s.code))];
    return indicators.flatMap((indicator) => own.filter((s) => s.code === indicator).sort(byPeriod));
  });
  const rows = [...byCell(sorted).values()].map((variants) => {
    const { respondent: code, code: indicator, breakdown, period, source } = variants[0]!;
    const split = writeBreakdown(breakdownOf(breakdown), language);
    const counted = writeIndicator(indicator, language);
    return [
      header(writeRespondent(code, language)),
      plain(split === '' ? counted : language.say('table.split', { counted, split })),
      plain(writePeriodShort(period, language)),
      figureCell(variants, language, notes),
      plain(source.paragraph === undefined ? '' : String(source.paragraph)),
    ];
  });
  const columns = ['respondent', 'counted', 'period', 'figure', 'paragraph'] as const;
  return toTable({
    caption,
    head: [
      columns.map((name) => header(language.say(`column.${name}`), name === 'figure' ? 'end' : 'start')),
    ],
    rows,
    notes: [...notes.written(language), ...signNotes(chosen, language)],
    source: sourceOf(chosen, context),
    statements: chosen,
  });
}
