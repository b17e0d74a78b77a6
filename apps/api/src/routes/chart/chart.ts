/** GET /v1/charts/trend.svg and .png: series of one indicator as a picture, for mails, documents and dashboards. */
import { populationCollection } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { readRounds, readSeriesPage } from '@rapporteur/projections';
import { z } from 'zod';
import { showMissing } from '../../formats/missing.js';
import { breakdownList } from '../../reading/breakdown-parameter.js';
import { toFigureFilter } from '../../reading/figure-filter.js';
import { nameCollection } from '../../reading/names.js';
import {
  collectionList,
  commonQuery,
  subjectList,
  respondentList,
  yearParameter,
} from '../../reading/parameters.js';
import { route, type ReadRequest } from '../../reading/route.js';

/** More lines are not told apart when they are printed in black. */
const seriesAtMost = 6;
const { format: _, ...common } = commonQuery;

const query = z.strictObject({
  indicator: subjectList.refine(({ length }) => length === 1, {
    error: 'one indicator: a chart has one unit',
  }),
  respondent: respondentList,
  collection: collectionList.optional(),
  breakdown: breakdownList.prefault('_T'),
  from: yearParameter.optional(),
  to: yearParameter.optional(),
  ...common,
});

const chartAs = (kind: 'svg' | 'png', media: string) =>
  route({
    method: 'get',
    action: 'read-released',
    path: `/v1/charts/trend.${kind}`,
    summary: `Up to ${seriesAtMost} series of one indicator as a picture (${kind.toUpperCase()}), with title, source and address`,
    query,
    answer: z.string(),
    media,
    async read(request) {
      const { indicator, statements } = await readSeries(request);
      // Loaded when first asked for, since templates, fonts and WebAssembly take much memory.
      const { drawTrend, languageOfPictures, svgToPng } = await import('./draw-trend.js');
      const svg = await drawTrend(
        {
          indicator,
          respondents: request.query.respondent,
          statements,
          collections: await nameCollections(request),
          foot: [...showMissing(request.missing), request.address],
        },
        request.language,
      );
      if (svg === undefined) throw nothingToDraw();
      const bytes = kind === 'svg' ? Buffer.from(svg) : await svgToPng(svg);
      return { body: {}, file: { bytes }, language: languageOfPictures(request.language) };
    },
  });

export const chartAsSvg = chartAs('svg', 'image/svg+xml');
export const chartAsPng = chartAs('png', 'image/png');

async function readSeries({ query: asked, snapshot, vintage }: ReadRequest<z.output<typeof query>>) {
  // A page of them: a selection may have thousands, of which none is drawn.
  const page = await readSeriesPage(snapshot, toFigureFilter(asked), vintage, {
    after: undefined,
    limit: seriesAtMost,
  });
  if (page.hasMore) throw tooManySeries();
  return { indicator: asked.indicator[0]!, statements: [...page.series.values()].flat() };
}

async function nameCollections({ snapshot, vintage, language }: ReadRequest<unknown>) {
  const rounds = (await readRounds(snapshot, vintage)).filter(
    ({ particulars }) => particulars.collection !== populationCollection,
  );
  return new Map(
    rounds.map(({ particulars: { collection, title } }) => [
      collection,
      nameCollection(collection, title, language).name,
    ]),
  );
}

const tooManySeries = () =>
  new HttpProblem({
    status: 400,
    code: 'too-many-series',
    title: `These are more than ${seriesAtMost} series, which is all that a picture holds`,
    detail: 'Name fewer respondents, one breakdown, or one collection.',
  });

const nothingToDraw = () =>
  new HttpProblem({
    status: 404,
    code: 'nothing-to-draw',
    title: 'No figure of this selection has a place on an axis of time',
    detail: 'GET /v1/availability tells which series there are.',
  });
