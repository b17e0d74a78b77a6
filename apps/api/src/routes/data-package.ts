/** GET /v1/package: a selection of figures, whole, as a Data Package. */
import { metaText } from '@rapporteur/event-store';
import { HttpProblem } from '@rapporteur/http';
import { readCells, withEvidence, type Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import {
  collectionList,
  commonQuery,
  indicatorList,
  perParameter,
  respondentList,
  yearParameter,
} from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { toDataPackage } from '../formats/to-data-package.js';
import { toFigureTable } from './observations.js';
import { readRates, toRateTable } from './rates/rates.js';

/** The ZIP is made in memory, at some 200 bytes a figure. */
const figuresAtMost = 200_000;

const { format: _, ...common } = commonQuery;

export const dataPackage = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/package',
  summary: 'Figures as a Data Package: a ZIP with CSV, datapackage.json and README, not cut into pages',
  query: z.strictObject({
    respondent: respondentList.optional(),
    indicator: indicatorList.optional(),
    collection: collectionList.optional(),
    from: yearParameter.optional(),
    to: yearParameter.optional(),
    per: perParameter.optional().describe('Also rates.csv: the rates of the figures, per so many people'),
    ...common,
  }),
  media: 'application/zip',
  answer: z.string(),
  async read({ query, snapshot, vintage, language, position, address, missing }) {
    const cells = await readCells(
      snapshot,
      {
        kind: 'observation',
        respondents: query.respondent,
        codes: query.indicator,
        collections: query.collection,
        from: query.from,
        to: query.to,
        limit: figuresAtMost + 1,
      },
      vintage,
    );
    if (cells.length > figuresAtMost)
      throw new HttpProblem({
        status: 400,
        code: 'too-many-figures',
        title: `The selection has more than ${figuresAtMost} figures`,
        detail: 'Narrow it by collection, respondent, indicator or years.',
      });
    const recordedAt = await readRecordingTime(snapshot, position);
    const rates = query.per && toRateTable(await readRates(snapshot, cells, query.per, vintage), language);
    const origin = {
      address,
      title: 'Figures',
      position,
      asOf: vintage.asOf,
      language,
      next: undefined,
      missing,
      recordedAt,
    };
    const figures = await withEvidence(snapshot, cells, vintage);
    const bytes = await toDataPackage(toFigureTable(figures, language), origin, rates || undefined);
    return { body: {}, file: { bytes, name: `rapporteur-${position}.zip` } };
  },
});

async function readRecordingTime({ client }: Snapshot, position: number): Promise<string | undefined> {
  const { rows } = await client.query<{ at: string | null }>(
    `SELECT ${metaText('meta', 'recordedAt')} AS at FROM log WHERE position = $1`,
    [position],
  );
  return rows[0]?.at ?? undefined;
}
