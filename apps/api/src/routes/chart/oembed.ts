/** GET /v1/oembed: how a chart is put into another page, for programs that are given only its address (oEmbed 1.0). */
import { HttpProblem } from '@rapporteur/http';
import { escapeXml } from '@rapporteur/sdmx';
import { z } from 'zod';
import { findMissing } from '../../formats/missing.js';
import { toCitable } from '../../reading/answer-address.js';
import { reached, vintageOf } from '../../reading/conditions.js';
import { wholeNumber } from '../../reading/parameters.js';
import { parseQuery } from '../../reading/parse-query.js';
import { route, type ReadRequest } from '../../reading/route.js';
import { followHeight, sharedParameters } from './chart-page.js';
import { chartAsHtml, drawChart, type ChartRequest } from './chart.js';

const pixels = wholeNumber(1, Number.MAX_SAFE_INTEGER).optional();

// Not strict: the standard has providers pass over what they do not know.
const query = z.object({
  url: z.string().describe('The address of a chart, or of the page’s view of trends, on this service'),
  maxwidth: pixels.describe('Pixels, at most'),
  maxheight: pixels.describe('Pixels, at most'),
  format: z.enum(['json', 'xml']).default('json').describe('json; xml is not offered'),
});

const answer = z.object({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string(),
  provider_name: z.literal('Rapporteur'),
  provider_url: z.string(),
  html: z.string().describe('A frame that shows the chart'),
  width: z.number().int(),
  height: z.number().int(),
});

export const oembed = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/oembed',
  summary: 'How a chart is put into another page (oEmbed 1.0)',
  query,
  answer,
  media: 'application/json',
  async read(request) {
    const { url, maxwidth = Infinity, maxheight = Infinity, format } = request.query;
    if (format === 'xml') throw onlyAsJson();
    const asked = findChart(url, request);
    const origin = originOf(request.address) ?? asked.origin;
    const { title, width, height } = await toChartRequest(asked, request).then(drawChart).catch(toNothing);
    const size = {
      width: Math.min(width, maxwidth),
      height: Math.min(Math.ceil((height * Math.min(width, maxwidth)) / width) + followHeight, maxheight),
    };
    const src = `${origin}${asked.path}`;
    const body = {
      type: 'rich' as const,
      version: '1.0' as const,
      title,
      provider_name: 'Rapporteur' as const,
      provider_url: `${origin}/`,
      html: toFrame({ src, title, ...size }),
      ...size,
    };
    return { body };
  },
});

const originOf = (address: string): string | undefined => /^https?:\/\/[^/]+/.exec(address)?.[0];

interface AskedChart {
  readonly origin: string;
  /** Of the page of the chart, with its query. */
  readonly path: string;
  readonly query: ChartRequest['query'];
}

/** In: the address of a chart or a view. Errors: HttpProblem 404 for one that is not ours, or of something else. */
function findChart(url: string, { address, host }: ReadRequest<unknown>): AskedChart {
  const at = URL.canParse(url) ? new URL(url) : undefined;
  if (!at || !/^https?:$/.test(at.protocol)) throw nothingToEmbed();
  // Without a port that goes without saying, as the address has it.
  const asked = new URL(`${at.protocol}//${host}`).host;
  if (at.host !== asked && at.origin !== originOf(address)) throw nothingToEmbed();
  const given = parametersOf(at);
  if (!given) throw nothingToEmbed();
  given.delete('wait');
  try {
    const parsed = parseQuery(chartAsHtml, toRecord(given)) as ChartRequest['query'];
    return { origin: at.origin, path: `${chartAsHtml.path}?${given}`, query: parsed };
  } catch (error) {
    return toNothing(error);
  }
}

/** The parameters of the chart at an address; undefined where there is none. */
function parametersOf({ pathname, searchParams }: URL): URLSearchParams | undefined {
  if (/^\/v1\/charts\/trend\.(svg|png|html)$/.test(pathname)) return searchParams;
  if (pathname !== '/' || searchParams.get('page') !== 'trends') return undefined;
  // Rates, and figures on another scale, are not what a chart here shows.
  if (searchParams.has('per') || (searchParams.get('scale') ?? 'linear') !== 'linear') return undefined;
  const given = sharedParameters.flatMap((name): [string, string][] => {
    const value = searchParams.get(name);
    return value === null || value === '' || value === 'all' ? [] : [[name, value]];
  });
  return new URLSearchParams(given);
}

/** As Fastify gives a query: a name that comes twice has a list. */
const toRecord = (given: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );

/** The request that the frame will send, for what has its size. */
async function toChartRequest(
  { query: asked, path, origin }: AskedChart,
  { snapshot, language, address, host }: ReadRequest<unknown>,
): Promise<ChartRequest> {
  const { asOf, at, lang } = asked;
  const position = reached(snapshot, at);
  return {
    query: asked,
    params: {},
    language: lang ?? language,
    snapshot,
    vintage: vintageOf(snapshot, asOf, at),
    position,
    address: toCitable(`${originOf(address) ?? origin}${path}`, position),
    host,
    missing: await findMissing(snapshot, position, asked, {}),
  };
}

/** The frame needs no right but to open the page when its link is followed. */
const toFrame = ({ src, title, width, height }: Readonly<Record<string, string | number>>): string =>
  `<iframe src="${escapeXml(String(src))}" title="${escapeXml(String(title))}" width="${width}" height="${height}" ` +
  `style="border: 0" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;

/** In: why a chart cannot be drawn. Errors: that there is nothing, as the standard says; a fault of ours as it is. */
function toNothing(error: unknown): never {
  throw error instanceof HttpProblem && error.status < 500 ? nothingToEmbed(error) : error;
}

const nothingToEmbed = (because?: HttpProblem) =>
  new HttpProblem({
    status: 404,
    code: 'nothing-to-embed',
    title: 'There is no chart of this service at the address',
    detail:
      because?.options.title ??
      'Give the address of a chart, such as /v1/charts/trend.svg?indicator=…&respondent=…, with the host of this service.',
    ...(because?.options.problems ? { problems: because.options.problems } : {}),
  });

const onlyAsJson = () =>
  new HttpProblem({
    status: 501,
    code: 'only-as-json',
    title: 'How to embed is answered as JSON only',
    detail: 'Leave "format" out, or give format=json.',
  });
