/** GET /v1/observations and /v1/observations/{id}: figures with their sources, and the whole life of one. */
import {
  breakdownOf,
  foldCells,
  type CellStatement,
  type ReplyMark,
  type Statement,
  toReceived,
} from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import { readCells, readMarks, readStatements, type Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import { nameIndicator, nameRespondent } from '../names.js';
import {
  collectionList,
  commonQuery,
  fromCursor,
  indicatorList,
  listOf,
  namedSchema,
  pageQuery,
  respondentList,
  route,
  sourceShape,
  toCursor,
  yearParameter,
  receivedSchema,
  receivedColumns,
} from '../route.js';

const item = {
  id: z.string(),
  collection: z.string(),
  round: z.string().describe('The round whose reply gives the figure'),
  respondent: namedSchema,
  indicator: namedSchema,
  breakdown: z.record(z.string(), z.string()),
  period: z.string(),
  value: z.int().nullable(),
  qualifier: z.string().nullable(),
  receivedOn: receivedSchema,
  event: z.int(),
  ...sourceShape,
};

const roundOf = (reply: string) => reply.slice(0, reply.lastIndexOf('/'));

const show = (s: CellStatement, language: Language) => ({
  id: s.cell,
  collection: s.collection,
  round: roundOf(s.reply),
  respondent: nameRespondent(s.respondent, language),
  indicator: nameIndicator(s.code, language),
  breakdown: breakdownOf(s.breakdown),
  period: s.period,
  value: s.value,
  qualifier: s.qualifier,
  ...s.source,
  receivedOn: toReceived(s.receivedOn, s.receivedPrecision),
  event: s.position,
});

export const observations = route({
  method: 'get',
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
  answer: listOf(z.object(item)),
  alsoAs: ['text/csv'],
  async read({ query: asked, snapshot, vintage, language, position }) {
    const filter = {
      kind: 'observation' as const,
      respondents: asked.respondent,
      codes: asked.indicator,
      collections: asked.collection,
      from: asked.from,
      to: asked.to,
    };
    // One more than asked tells whether there is a next page; values of one cell stay on one page.
    const cells = await readCells(
      snapshot,
      { ...filter, after: fromCursor(asked.cursor), limit: asked.limit + 1 },
      vintage,
    );
    const last = cells[asked.limit - 1]?.cell;
    const page =
      cells.length <= asked.limit
        ? cells
        : await withWholeCell(snapshot, cells.slice(0, asked.limit), last!, vintage);
    return {
      body: {
        items: page.map((s) => show(s, language)),
        ...(cells.length > asked.limit ? { next: toCursor(last!) } : {}),
        position,
      },
      table: {
        columns: [
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
        ],
        rows: page.map((s) => {
          const { respondent, indicator, receivedOn, asWritten, ...rest } = show(s, language) as ReturnType<
            typeof show
          > & { asWritten?: string };
          return {
            ...rest,
            respondent: respondent.code,
            respondent_name: respondent.name,
            indicator: indicator.code,
            indicator_name: indicator.name,
            unit: indicator.unit,
            breakdown: s.breakdown,
            as_written: asWritten,
            ...receivedColumns(receivedOn),
          };
        }),
      },
    };
  },
});

/** The page with every value of its last cell. */
async function withWholeCell(
  snapshot: Snapshot,
  page: CellStatement[],
  last: string,
  vintage: Parameters<typeof readCells>[2],
) {
  const whole = await readCells(snapshot, { cells: [last] }, vintage);
  return [...page.filter(({ cell }) => cell !== last), ...whole];
}

const change = z.object({
  event: z.int(),
  kind: z.enum(['set', 'changed', 'restated', 'retracted', 'withdrawn', 'reinstated', 'overtaken']),
  receivedOn: receivedSchema,
  recordedAt: z.string(),
  recordedBy: z.string(),
  round: z.string(),
  before: z.array(z.unknown()).describe('Values that the cell had; several where they conflict'),
  after: z.array(z.unknown()),
  said: z.array(z.unknown()).describe('What this event itself says of the cell'),
  reason: z.string().nullable(),
  reference: z.string().nullable(),
  ...sourceShape,
});

export const observation = route({
  method: 'get',
  path: '/v1/observations/:id',
  summary: 'The whole life of one figure or finding: every event that set, changed or withdrew it',
  query: z.strictObject(commonQuery),
  answer: z.object({
    id: z.string(),
    current: z.array(z.object(item)).describe('Empty: withdrawn'),
    history: z.array(change),
    position: z.int(),
  }),
  async read({ params, snapshot, vintage, language, position }) {
    const id = params['id'] ?? '';
    const statements = await readStatements(snapshot, { cells: [id] }, vintage);
    const first = statements[0];
    if (!first)
      throw new HttpProblem({
        status: 404,
        code: 'unknown-observation',
        title: `There is no observation "${id}"`,
        detail: 'GET /v1/observations lists them.',
      });
    const marks = await readMarks(
      snapshot,
      { collection: first.collection, respondent: first.respondent },
      vintage,
    );
    const current = foldCells(statements, marks, {}).get(id) ?? [];
    return {
      body: {
        id,
        current: current.map((s) => show(s, language)),
        history: await toHistory(snapshot, id, statements, marks),
        position,
      },
    };
  },
});

const valuesOf = (statements: readonly Statement[] = []) =>
  statements.map(({ value, qualifier }) => ({ value, qualifier }));

/** Each event of the respondent that says something of the cell or changes what it says, in order of recording. */
async function toHistory(
  snapshot: Snapshot,
  id: string,
  statements: readonly Statement[],
  marks: readonly ReplyMark[],
) {
  const { rows } = await snapshot.client.query<{
    position: number;
    meta: { recordedAt: string; recordedBy: string };
  }>('SELECT position, meta FROM log WHERE position = ANY ($1)', [marks.map(({ position }) => position)]);
  const metas = new Map(rows.map(({ position, meta }) => [position, meta]));
  return marks.flatMap((mark) => {
    const at = (position: number) => foldCells(statements, marks, { at: position }).get(id) ?? [];
    const [before, after] = [at(mark.position - 1), at(mark.position)];
    const said = statements.filter(({ position }) => position === mark.position);
    const isTouched = said.length > 0 || JSON.stringify(before) !== JSON.stringify(after);
    if (!isTouched) return [];
    return [
      {
        event: mark.position,
        kind: kindOf(before, after, said),
        receivedOn: toReceived(mark.receivedOn, mark.receivedPrecision),
        recordedAt: metas.get(mark.position)?.recordedAt ?? '',
        recordedBy: metas.get(mark.position)?.recordedBy ?? '',
        round: `${mark.collection}/${mark.round}`,
        before: valuesOf(before),
        after: valuesOf(after),
        said: valuesOf(said.filter(({ retracted }) => !retracted)),
        reason: mark.reason,
        reference: mark.reference,
        ...said[0]?.source,
      },
    ];
  });
}

function kindOf(
  before: readonly Statement[],
  after: readonly Statement[],
  said: readonly Statement[],
): string {
  if (said.some(({ retracted }) => retracted)) return 'retracted';
  if (said.length === 0) return after.length === 0 ? 'withdrawn' : 'reinstated';
  if (after[0]?.position !== said[0]?.position) return 'overtaken';
  if (before.length === 0) return 'set';
  return JSON.stringify(valuesOf(before)) === JSON.stringify(valuesOf(after)) ? 'restated' : 'changed';
}
