/** Claims that are tables: figures of a theme, series, respondents by years, regions by years, statements, replies. */
import { blockKind, nothing, type BlockAnswer, type Context } from '../claim-kind.js';
import { unknownCode } from '../select.js';
import { figuresTable } from './figures-table.js';
import { regionsTable } from './regions-table.js';
import { repliesTable } from './replies-table.js';
import { respondentsTable } from './respondents-table.js';
import { seriesTable } from './series-table.js';
import { statementsTable } from './statements-table.js';
import { tableQuery, type TableQuery } from './table-query.js';

/** Which attributes each table needs, and which it takes besides. */
const takes: Readonly<Record<TableQuery['of'], { needs: readonly string[]; also: readonly string[] }>> = {
  figures: { needs: [], also: ['theme', 'respondent'] },
  series: { needs: ['respondent', 'indicator'], also: ['breakdown'] },
  respondents: { needs: ['indicator'], also: ['breakdown', 'region', 'from', 'to'] },
  regions: { needs: ['indicator', 'from', 'to'], also: ['breakdown'] },
  statements: { needs: [], also: ['theme', 'respondent'] },
  replies: { needs: [], also: [] },
};

/** What is wrong with a table's attributes together; nothing where they fit. */
function misfit(query: TableQuery): string | undefined {
  const { needs, also } = takes[query.of];
  const present = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || name === 'of' || (name === 'breakdown' && value === '_T') ? [] : name,
  );
  const lacking = needs.filter((name) => !present.includes(name));
  const surplus = present.filter((name) => ![...needs, ...also].includes(name));
  if (lacking.length > 0) return `of=${query.of} needs ${lacking.join(' and ')}`;
  if (surplus.length > 0) return `of=${query.of} takes no ${surplus.join(', ')}`;
  if (query.of === 'regions' && Number(query.to) < Number(query.from)) return 'from must not lie after to';
  return undefined;
}

const makers: Readonly<Record<TableQuery['of'], (query: TableQuery, context: Context) => BlockAnswer>> = {
  figures: figuresTable,
  series: seriesTable,
  respondents: respondentsTable,
  regions: regionsTable,
  statements: statementsTable,
  replies: repliesTable,
};

export const table = blockKind({
  name: 'table',
  gives:
    '`of=figures` of a theme; `series` (years by indicators of one respondent); `respondents` by years; `regions` by years; `statements` of a theme; `replies`',
  attributes: tableQuery.superRefine((query, issues) => {
    const message = misfit(query);
    if (message) issues.addIssue({ code: 'custom', message });
  }),
  answer(query, context) {
    for (const code of query.indicator ?? [undefined]) {
      const unknown = unknownCode(context, {
        indicator: code,
        respondent: query.respondent,
        region: query.region,
      });
      if (unknown) return asTable(unknown, context);
    }
    return makers[query.of](query, context);
  },
});

/** An answer in words as the one cell of a table, so that what cannot be shown is seen in its place. */
function asTable(
  told: Omit<BlockAnswer, 'block' | 'grid'> & { inlines: BlockAnswer['block']['caption'] },
  { language }: Context,
): BlockAnswer {
  const { inlines, ...rest } = told;
  return {
    ...nothing,
    ...rest,
    block: {
      kind: 'table',
      caption: [{ kind: 'text', text: language.say('table.empty') }],
      head: [],
      rows: [[{ inlines }]],
      notes: [],
      source: [],
    },
    grid: [['']],
  };
}
