/** GET /v1/observations/{id}: the whole history of one figure or finding, from the events that changed it. */
import { lifeAnswer, type HistoryEntry } from '@rapporteur/contract';
import { foldCells, toReceived, type EventMeta, type ReplyMark, type Statement } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { readMarks, readStatements, withEvidence, type Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import { commonQuery } from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { showFinding } from './findings.js';
import { showFigure } from './observations.js';

export const observation = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/observations/:id',
  summary: 'The whole life of one figure or finding: every event that set, changed or withdrew it',
  query: z.strictObject(commonQuery),
  answer: lifeAnswer,
  // An identifier begins with them; what names none is refused, and refusals are not kept.
  about: (_, { id = '' }) => {
    const [collection = '', respondent = ''] = id.split('~');
    return { collections: [collection], respondents: [respondent] };
  },
  async read({ params, snapshot, vintage, language, position }) {
    const id = params['id'] ?? '';
    // No id has a NUL, and PostgreSQL would refuse to search for one.
    const cells = id.includes('\u0000') ? [] : [id];
    const statements = await readStatements(snapshot, { cells }, vintage);
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
      { collection: first.collection, respondent: first.respondent, withUndone: true },
      vintage,
    );
    const current = await withEvidence(snapshot, foldCells(statements, marks, {}).get(id) ?? [], vintage);
    return {
      body: {
        id,
        current: current.map((s) => (s.kind === 'finding' ? showFinding : showFigure)(s, language)),
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
    meta: Pick<EventMeta, 'recordedAt' | 'recordedBy' | 'coders' | 'reviewer'>;
  }>('SELECT position, meta FROM log WHERE position = ANY ($1)', [marks.map(({ position }) => position)]);
  const metas = new Map(rows.map(({ position, meta }) => [position, meta]));
  return marks.flatMap((mark) => {
    const at = (position: number) => foldCells(statements, marks, { at: position }).get(id) ?? [];
    const [before, after] = [at(mark.position - 1), at(mark.position)];
    const said = statements.filter(({ position }) => position === mark.position);
    const isTouched = said.length > 0 || JSON.stringify(before) !== JSON.stringify(after);
    if (!isTouched) return [];
    const { recordedAt = '', recordedBy = '', coders, reviewer } = metas.get(mark.position) ?? {};
    return [
      {
        event: mark.position,
        kind: kindOf(before, after, said),
        receivedOn: toReceived(mark.receivedOn, mark.receivedPrecision),
        ...{ recordedAt, recordedBy },
        ...(coders && { coders: coders.map(({ shownAs }) => shownAs) }),
        ...(reviewer && { reviewer: reviewer.shownAs }),
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
): HistoryEntry['kind'] {
  if (said.some(({ retracted }) => retracted)) return 'retracted';
  if (said.length === 0) return after.length === 0 ? 'withdrawn' : 'reinstated';
  if (after[0]?.position !== said[0]?.position) return 'overtaken';
  if (before.length === 0) return 'set';
  return JSON.stringify(valuesOf(before)) === JSON.stringify(valuesOf(after)) ? 'restated' : 'changed';
}
