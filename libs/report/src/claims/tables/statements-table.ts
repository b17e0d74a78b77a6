/** The round's findings of a theme or of one respondent: a row for each, with its note and its paragraph. */
import { findTopic } from '@rapporteur/domain';
import { inOrder, writeDetail, writeRespondent, writeTheme, writeTopic } from '../../document/house-style.js';
import type { BlockAnswer, Context } from '../claim-kind.js';
import type { TableQuery } from './table-query.js';
import { emptyTable, header, noted, plain, sourceOf, toTable } from './make-table.js';

export function statementsTable({ theme, respondent }: TableQuery, context: Context): BlockAnswer {
  const { facts, language } = context;
  const chosen = facts.findings.filter(
    (s) =>
      (theme === undefined || findTopic(s.code)?.theme === theme) &&
      (respondent === undefined || s.respondent === respondent),
  );
  const subject =
    respondent !== undefined
      ? writeRespondent(respondent, language)
      : theme !== undefined
        ? writeTheme(theme, language)
        : '';
  const caption = language.say(subject === '' ? 'table.all-statements' : 'table.statements', { subject });
  if (chosen.length === 0)
    return emptyTable(caption, context, 'no-data', `no findings: ${theme ?? respondent ?? 'the round'}`);
  const order = inOrder([...new Set(chosen.map((s) => s.respondent))], language);
  const place = ({ source }: (typeof chosen)[number]) => source.paragraph ?? Infinity;
  const sorted = order.flatMap((code) =>
    chosen.filter((s) => s.respondent === code).sort((a, b) => place(a) - place(b)),
  );
  const columns = ['respondent', 'reported', 'as-noted', 'paragraph'] as const;
  return toTable({
    caption,
    head: [columns.map((name) => header(language.say(`column.${name}`)))],
    rows: sorted.map(({ respondent: code, code: topic, source, cell }) => [
      header(writeRespondent(code, language)),
      {
        ...plain(
          source.detail === undefined
            ? writeTopic(topic, language)
            : language.say('table.detail', {
                topic: writeTopic(topic, language),
                detail: writeDetail(source.detail, language),
              }),
        ),
        observation: cell,
      },
      noted(source.note, language),
      plain(
        source.paragraph === undefined
          ? ''
          : source.footnote === undefined
            ? String(source.paragraph)
            : language.say('table.place', {
                paragraph: String(source.paragraph),
                footnote: String(source.footnote),
              }),
      ),
    ]),
    source: sourceOf(chosen, context),
    statements: chosen,
  });
}
