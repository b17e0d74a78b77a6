/** Data: `/sdmx/v1/data/{flow}/{key}/{provider}` and `/sdmx/v2/data/{context}/{agency}/{id}/{version}/{key}`. */
import { readPositionAt } from '@rapporteur/event-store';
import {
  agency as ownAgency,
  chooseMedia,
  componentsOf,
  conceptOf,
  dataOffers,
  isNamed,
  makeDataWriter,
  nothingFound,
  notImplemented,
  readFilters,
  shortName,
  syntaxFault,
  toSelection,
  type Action,
  type DataStructure,
  type Message,
  type Parameters,
  type Registry,
} from '@rapporteur/sdmx';
import type { Answering, SdmxContext } from './answer.js';
import { readRange, readValuesRange, writeGroups, writePage, type Piece } from './cut-values.js';
import { readDataSets } from './data-sets.js';
import { findFlow, readFlowName } from './find-flow.js';
import { readSeriesOfRows } from './read-rows.js';
import { instantOf, numberOf, type SdmxRequest } from './sdmx-request.js';

/** Flow and key of a path. In: what stands after `data` or `availability`. */
export function readDataPath({ api, path }: SdmxRequest) {
  const [, ...rest] = path;
  if (api === 'v1') {
    const [flow = '', key = 'all', provider = 'all', component = 'all'] = rest;
    if (!isNamed(provider, ownAgency))
      throw nothingFound(`There is no provider ${provider}: there is ${ownAgency}`);
    return { named: readFlowName(flow), key, component };
  }
  const [context = '*', agency = '*', id = '*', version = '*', key = '*', component = '*'] = rest;
  return { named: { context, agency, id, version }, key, component };
}

const isTrue = (text: string | undefined) => text !== undefined && /^(true|1|)$/i.test(text);

/** Which attributes and measures are given. */
function shownOf({ measure, attributes }: DataStructure, parameters: Parameters): ReadonlySet<string> {
  const all = [measure.id, ...attributes.map(({ id }) => id)];
  const detail = parameters.get('detail') ?? 'full';
  if (detail === 'dataonly') return new Set([measure.id]);
  if (detail === 'serieskeysonly') return new Set();
  if (detail === 'nodata') return new Set(attributes.map(({ id }) => id));
  if (detail !== 'full')
    throw syntaxFault(`detail=${detail} is none of full, dataonly, serieskeysonly, nodata`);
  const [measures = 'all', some = 'dsd'] = [parameters.get('measures'), parameters.get('attributes')];
  const ofSeries = attributes.filter(({ dimensions }) => dimensions).map(({ id }) => id);
  const every = attributes.map(({ id }) => id);
  const lists = new Map<string, readonly string[]>([
    ['all', every],
    ['dsd', every],
    ['none', []],
    ['dataset', []],
    ['msd', []],
    ['series', ofSeries],
    ['obs', every.filter((id) => !ofSeries.includes(id))],
  ]);
  const wanted = [
    ...(measures === 'all' ? [measure.id] : measures === 'none' ? [] : measures.split(',')),
    ...some.split(',').flatMap((one) => lists.get(one) ?? [one]),
  ];
  const unknown = wanted.find((id) => !all.includes(id));
  if (unknown !== undefined) throw syntaxFault(`"${unknown}" is no attribute or measure: ${all.join(', ')}`);
  return new Set(wanted);
}

function dimensionAtObservationOf(
  { api, parameters }: SdmxRequest,
  { time }: DataStructure,
  isSeriesForm: boolean,
) {
  const given =
    parameters.get('dimensionAtObservation') ??
    (api === 'v1' || isSeriesForm ? 'TIME_PERIOD' : 'AllDimensions');
  if (given !== 'TIME_PERIOD' && given !== 'AllDimensions')
    throw notImplemented(`dimensionAtObservation=${given}: TIME_PERIOD and AllDimensions are; any other`);
  return time ? given : 'AllDimensions';
}

/** Names of codes and of components, in English. */
function makeNameOf(registry: Registry, structure: DataStructure): Message['nameOf'] {
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const { id, codelist } of componentsOf(structure)) {
    const items = (codelist && registry.list(codelist)?.items) ?? [];
    names.set(id, new Map(items.map((item) => [item.id, item.names['en'] ?? item.id])));
  }
  return (component, code) =>
    component === '' ? (conceptOf(code)?.names['en'] ?? code) : (names.get(component)?.get(code) ?? code);
}

/** What is asked of a context, read and checked. */
function readDataRequest({ request, registry, vintage }: SdmxContext) {
  const { api, parameters, accept } = request;
  const { named, key } = readDataPath(request);
  const { reader, structure } = findFlow(registry, named);
  if (parameters.has('sort')) throw notImplemented('sort');
  const offer = chooseMedia(dataOffers[api], accept, parameters.get('format'));
  const selection = toSelection(
    {
      key,
      filters: readFilters(parameters),
      startPeriod: parameters.get('startPeriod'),
      endPeriod: parameters.get('endPeriod'),
    },
    structure,
  );
  const shown = shownOf(structure, parameters);
  const isWhole = shown.size === structure.attributes.length + 1;
  return {
    reader,
    structure,
    selection,
    offer,
    shown,
    action: (isWhole ? 'Replace' : 'Merge') as Action,
    includeHistory: isTrue(parameters.get('includeHistory')),
    withValidity: isTrue(parameters.get('includeHistory')) || vintage.asOf !== undefined,
    withNames: /labels=(both|name)/.test(`${accept ?? ''};labels=${parameters.get('labels') ?? ''}`),
    cut: {
      first: numberOf(parameters, 'firstNObservations'),
      last: numberOf(parameters, 'lastNObservations'),
    },
    page: { offset: numberOf(parameters, 'offset') ?? 0, limit: numberOf(parameters, 'limit') },
  };
}

export const answerData: Answering = async (context) => {
  const { request, snapshot, vintage, registry, head } = context;
  const asked = readDataRequest(context);
  const { reader, structure, selection, offer, shown } = asked;
  const updatedAfter = instantOf(request.parameters, 'updatedAfter');
  const message: Message = {
    flow: reader.flow,
    structure,
    head,
    dimensionAtObservation: dimensionAtObservationOf(request, structure, false),
    shown,
    nameOf: makeNameOf(registry, structure),
  };
  const sets = readDataSets({
    snapshot,
    filter: reader.toFilter(selection),
    vintage,
    includeHistory: asked.includeHistory,
    after:
      updatedAfter === undefined
        ? undefined
        : await readPositionAt(snapshot.client, snapshot.position, updatedAfter),
    action: asked.action,
  });
  const pieces = (async function* (): AsyncGenerator<Piece> {
    for await (const set of sets) {
      const rows = readSeriesOfRows(set.cells, { ...asked, snapshot, vintage: set.vintage });
      for await (const series of rows) yield { set, series };
    }
  })();
  const first = await pieces.next();
  if (first.done) throw nothingFound('Nothing was found for what was asked');
  const writer = makeDataWriter(offer.format, message, asked);
  const found = startingWith(first.value, pieces);
  const range = hasPage(request) ? undefined : readValuesRange(request.range);
  const ranged = range && (await readRange(found, range));
  return {
    media: offer.format.startsWith('csv') ? `${offer.media}; charset=utf-8` : offer.media,
    chunks: ranged ? writeGroups(writer, ranged.groups) : writePage(writer, found, asked.page),
    contentRange: ranged?.contentRange,
    ...(offer.format.startsWith('csv')
      ? { fileName: `${shortName(reader.flow).replaceAll(/[:()]/g, '_')}.csv` }
      : {}),
  };
};

/** Parameters that say which observations are wanted go before the header. */
const hasPage = ({ parameters }: SdmxRequest) => parameters.has('offset') || parameters.has('limit');

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
