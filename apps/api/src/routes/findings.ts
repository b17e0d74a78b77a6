/** GET /v1/findings: coded statements, each with respondent, paragraph and footnote. */
import { findingsAnswer } from '@rapporteur/contract';
import { findTopic, toReceived, type CellStatement } from '@rapporteur/domain';
import type { Language } from '@rapporteur/names';
import { readCells, withEvidence } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { aboutFigures } from '../reading/figure-filter.js';
import { nameDetail, nameRespondent, nameTopic } from '../reading/names.js';
import { collectionList, commonQuery, respondentList, topicList } from '../reading/parameters.js';
import { fromCursor, pageQuery, toCursor } from '../reading/pages.js';
import { route } from '../reading/route.js';
import { evidenceColumns, evidenceOf, receivedColumns } from '../formats/table.js';
import { toCountCube } from '../formats/to-cube.js';

export function showFinding(s: CellStatement, language: Language) {
  const { detail, ...source } = s.source;
  return {
    id: s.cell,
    collection: s.collection,
    round: s.reply.slice(0, s.reply.lastIndexOf('/')),
    topic: nameTopic(s.code, language),
    theme: findTopic(s.code)?.theme ?? '',
    respondent: nameRespondent(s.respondent, language),
    ...(detail ? { detail: nameDetail(detail, language) } : {}),
    ...source,
    receivedOn: toReceived(s.receivedOn, s.receivedPrecision),
    event: s.position,
    ...(s.evidence ? { evidence: s.evidence } : {}),
  };
}

export const findingColumns = [
  'topic',
  'topic_name',
  'theme',
  'respondent',
  'respondent_name',
  'detail',
  'paragraph',
  'footnote',
  'row',
  'note',
  'round',
  'received_on',
  'received_precision',
  'event',
  'id',
  ...evidenceColumns,
];

export const findings = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/findings',
  summary: 'Findings: who reports what, with paragraph and footnote',
  query: z.strictObject({
    topic: topicList.optional(),
    respondent: respondentList.optional(),
    collection: collectionList.optional(),
    ...commonQuery,
    ...pageQuery,
    limit: pageQuery.limit.default(1000),
  }),
  answer: findingsAnswer,
  alsoAs: tableMedia,
  about: aboutFigures,
  async read({ query: asked, snapshot, vintage, language, position }) {
    const filter = {
      kind: 'finding' as const,
      respondents: asked.respondent,
      codes: asked.topic,
      collections: asked.collection,
    };
    const cells = await readCells(
      snapshot,
      { ...filter, after: fromCursor(asked.cursor), limit: asked.limit + 1 },
      vintage,
    );
    const page = await withEvidence(snapshot, cells.slice(0, asked.limit), vintage);
    const items = page.map((s) => showFinding(s, language));
    const rows = items.map(({ topic, respondent, detail, receivedOn, evidence, ...rest }) => ({
      ...rest,
      topic: topic.code,
      topic_name: topic.name,
      respondent: respondent.code,
      respondent_name: respondent.name,
      detail: detail?.code,
      detail_name: detail?.name,
      ...receivedColumns(receivedOn),
      ...evidenceOf({ evidence }),
    }));
    return {
      body: { items, ...(cells.length > page.length ? { next: toCursor(page.at(-1)!.cell) } : {}), position },
      table: {
        columns: findingColumns,
        rows,
        cube: () => toCountCube(rows, ['round', 'topic', 'respondent', 'detail']),
      },
    };
  },
});
