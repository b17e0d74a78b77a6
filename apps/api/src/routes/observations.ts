/** GET /v1/observations: figures with their sources. */
import { observationsAnswer } from '@rapporteur/contract';
import { breakdownOf, toReceived, type CellStatement } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { withEvidence } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { aboutFigures } from '../reading/figure-filter.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import {
  collectionList,
  commonQuery,
  indicatorList,
  respondentList,
  yearParameter,
} from '../reading/parameters.js';
import { pageQuery } from '../reading/pages.js';
import { readFigurePage } from '../reading/figure-page.js';
import { route } from '../reading/route.js';
import { type Table, evidenceColumns, evidenceOf, receivedColumns, statusColumns } from '../formats/table.js';
import { toFigureCube } from '../formats/to-cube.js';

const roundOf = (reply: string) => reply.slice(0, reply.lastIndexOf('/'));

export const showFigure = (s: CellStatement, language: Language) =>
  Object.assign(
    {
      id: s.cell,
      collection: s.collection,
      round: roundOf(s.reply),
      respondent: nameRespondent(s.respondent, language),
      indicator: nameIndicator(s.code, language),
      breakdown: breakdownOf(s.breakdown),
      period: s.period,
      value: s.value,
      qualifier: s.qualifier,
    },
    s.source,
    { receivedOn: toReceived(s.receivedOn, s.receivedPrecision), event: s.position },
    s.evidence ? { evidence: s.evidence } : {},
  );

export const figureColumns = [
  'id',
  'collection',
  'round',
  'respondent',
  'respondent_name',
  'indicator',
  'indicator_name',
  'unit',
  'breakdown',
  'period',
  'value',
  'qualifier',
  'paragraph',
  'footnote',
  'row',
  'note',
  'as_written',
  'received_on',
  'received_precision',
  'event',
  'obs_status',
  'conf_status',
  ...evidenceColumns,
];

/** Here each of several values of a cell has a row of its own. */
export const figureTypes = { value: 'number' } as const;

/**
 * Figures as a table. In: the statements that count in their cells, and the language of names.
 * Each row is written out, member by member: rows that are spread from other objects took most of the time of a long
 * table.
 */
export function toFigureTable(statements: readonly CellStatement[], language: Language): Table {
  const rows = statements.map((s) => {
    const { name, unit } = nameIndicator(s.code, language);
    const { received_on, received_precision } = receivedColumns(
      toReceived(s.receivedOn, s.receivedPrecision),
    );
    const { obs_status, conf_status } = statusColumns([{ qualifier: s.qualifier, break: s.source.break }]);
    const { document, document_page, document_paragraph, quote, document_region } = evidenceOf(s);
    return {
      id: s.cell,
      collection: s.collection,
      round: roundOf(s.reply),
      respondent: s.respondent,
      respondent_name: nameRespondent(s.respondent, language).name,
      indicator: s.code,
      indicator_name: name,
      unit,
      breakdown: s.breakdown,
      period: s.period,
      value: s.value,
      qualifier: s.qualifier,
      paragraph: s.source.paragraph,
      footnote: s.source.footnote,
      row: s.source.row,
      note: s.source.note,
      as_written: s.source.asWritten,
      received_on,
      received_precision,
      event: s.position,
      obs_status,
      conf_status,
      document,
      document_page,
      document_paragraph,
      quote,
      document_region,
    };
  });
  return { columns: figureColumns, types: figureTypes, rows, cube: () => toFigureCube(rows) };
}

export const observations = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/observations',
  summary: 'Figures, each with reply, paragraph and event',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    collection: collectionList.optional(),
    from: yearParameter.optional(),
    to: yearParameter.optional(),
    ...commonQuery,
    ...pageQuery,
  }),
  answer: observationsAnswer,
  alsoAs: tableMedia,
  about: aboutFigures,
  async read({ query: asked, snapshot, vintage, language, position }) {
    const filter = {
      kind: 'observation' as const,
      respondents: asked.respondent,
      codes: asked.indicator,
      collections: asked.collection,
      from: asked.from,
      to: asked.to,
    };
    const { page: cells, next } = await readFigurePage(snapshot, filter, asked, vintage);
    const page = await withEvidence(snapshot, cells, vintage);
    return {
      body: {
        get items() {
          return page.map((one) => showFigure(one, language));
        },
        ...(next ? { next } : {}),
        position,
      },
      get table() {
        return toFigureTable(page, language);
      },
    };
  },
});
