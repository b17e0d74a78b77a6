/** Who replied to the round: a row for each respondent, with the day of receipt and what happened to the reply since. */
import { inOrder, writeDay, writeRespondent } from '../../document/house-style.js';
import type { BlockAnswer, Context } from '../claim-kind.js';
import { eventsOf } from '../round.js';
import type { TableQuery } from './table-query.js';
import { emptyTable, header, plain, text, toTable } from './make-table.js';

export function repliesTable(_: TableQuery, context: Context): BlockAnswer {
  const { facts, language } = context;
  const caption = language.say('table.replies');
  const codes = inOrder([...new Set(facts.marks.map(({ respondent }) => respondent))], language);
  if (codes.length === 0)
    return emptyTable(caption, context, 'no-data', 'no replies', { cells: [], events: eventsOf(facts, []) });
  return toTable({
    caption,
    head: [['respondent', 'received', 'since'].map((name) => header(language.say(`column.${name}`)))],
    rows: codes.map((code) => {
      const [first, ...later] = facts.marks.filter(({ respondent }) => respondent === code);
      const day = writeDay(first!.receivedOn, language);
      const received = first!.receivedPrecision === 'on' ? day : language.say('date.on-or-before', { day });
      const since = later.map(({ kind, receivedOn, reference }) =>
        language
          .say(`since.${kind}`, { day: writeDay(receivedOn, language), reference: reference ?? '' })
          .trim(),
      );
      return [
        header(writeRespondent(code, language)),
        plain(first!.late === true ? language.say('since.late', { received }) : received),
        plain(since.join('; ')),
      ];
    }),
    source: text(language.say('table.source')),
    statements: [],
    events: eventsOf(facts, codes),
  });
}
