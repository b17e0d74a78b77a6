/** GET /v1/charts/trend.svg, .png and .html: series of one indicator as a picture, for mails, documents and other pages. */
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
import { toChartPage } from './chart-page.js';
import type { Drawn } from './draw-trend.js';

/** More lines are not told apart when they are printed in black. */
const seriesAtMost = 6;
const { format: _, ...common } = commonQuery;

export const chartQuery = z.strictObject({
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
export type ChartRequest = ReadRequest<z.output<typeof chartQuery>>;

/** Draws what is asked for. Errors: HttpProblem where it is too much for a picture, or nothing. */
export async function drawChart(request: ChartRequest): Promise<Drawn> {
  const { indicator, statements } = await readSeries(request);
  // Loaded when first asked for, since templates, fonts and WebAssembly take much memory.
  const { drawTrend } = await import('./draw-trend.js');
  const drawn = await drawTrend(
    {
      indicator,
      respondents: request.query.respondent,
      statements,
      collections: await nameCollections(request),
      foot: [...showMissing(request.missing), request.address],
    },
    request.language,
  );
  if (drawn === undefined) throw nothingToDraw();
  return drawn;
}

const renderers = {
  svg: { media: 'image/svg+xml', render: ({ svg }: Drawn) => Promise.resolve(Buffer.from(svg)) },
  png: {
    media: 'image/png',
    render: async ({ svg }: Drawn) => (await import('./draw-trend.js')).svgToPng(svg),
  },
  html: {
    media: 'text/html; charset=utf-8',
    render: (drawn: Drawn, request: ChartRequest) =>
      Promise.resolve(Buffer.from(toChartPage(drawn, request.address))),
  },
} as const;

const chartAs = (kind: keyof typeof renderers, as: string) =>
  route({
    method: 'get',
    action: 'read-released',
    path: `/v1/charts/trend.${kind}`,
    summary: `Up to ${seriesAtMost} series of one indicator as ${as}, with title, source and address`,
    query: chartQuery,
    answer: z.string(),
    media: renderers[kind].media.split(';')[0]!,
    async read(request) {
      const drawn = await drawChart(request);
      const { media, render } = renderers[kind];
      const bytes = await render(drawn, request);
      return { body: {}, file: { bytes, media, isFramed: kind === 'html' }, language: drawn.language };
    },
  });

export const chartAsSvg = chartAs('svg', 'a picture (SVG)');
export const chartAsPng = chartAs('png', 'a picture (PNG)');
export const chartAsHtml = chartAs('html', 'a page that stands in a frame of other pages');

async function readSeries({ query: asked, snapshot, vintage }: ChartRequest) {
  // A page of them: a selection may have thousands, of which none is drawn.
  const page = await readSeriesPage(snapshot, toFigureFilter(asked), vintage, {
    after: undefined,
    limit: seriesAtMost,
  });
  if (page.following !== undefined) throw tooManySeries();
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
