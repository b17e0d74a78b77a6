/** Which codes there are figures for: `/sdmx/v1/availableconstraint/…` and `/sdmx/v2/availability/…`. */
import { readCellsInBatches } from '@rapporteur/projections';
import {
  chooseMedia,
  findArtefacts,
  metricsOf,
  nothingFound,
  own,
  readFilters,
  structureOffers,
  toDays,
  toSelection,
  type Constraint,
  type DataStructure,
  type Selection,
} from '@rapporteur/sdmx';
import type { Answering, SdmxContext } from './answer.js';
import { readDataPath } from './answer-data.js';
import { findFlow } from './find-flow.js';
import { flowReaders, type FlowReader } from './flow-reader.js';
import { readSeriesOfRows } from './read-rows.js';
import { writeStructure } from './write-structure.js';

/** Counts what there is. Memory: the codes that occur, and no figures. */
async function readConstraint(
  { snapshot, vintage }: SdmxContext,
  reader: FlowReader,
  structure: DataStructure,
  selection: Selection,
): Promise<Constraint> {
  const found = structure.dimensions.map(() => new Set<string>());
  const timeAt = structure.time ? structure.dimensions.length : undefined;
  const times = new Set<string>();
  let [series, observations] = [0, 0];
  const cells = readCellsInBatches(snapshot, reader.toFilter(selection), vintage);
  for await (const groups of readSeriesOfRows(cells, {
    reader,
    structure,
    selection,
    snapshot,
    vintage,
    cut: {},
  }))
    for (const rows of groups) {
      series += 1;
      observations += rows.length;
      found.forEach((codes, i) => codes.add(rows[0]![i]!));
      if (timeAt !== undefined) for (const row of rows) times.add(row[timeAt]!);
      else for (const row of rows) found.at(-1)!.add(row[found.length - 1]!);
    }
  const days = [...times].map((time) => toDays(time)!);
  const constraint: Constraint = {
    kind: 'contentconstraint',
    ...own(`CR_${reader.flow.id}`),
    names: { en: `What there is of ${reader.flow.id}` },
    flow: reader.flow,
    values: new Map(structure.dimensions.map(({ id }, i) => [id, [...found[i]!].sort()])),
    time:
      days.length === 0
        ? undefined
        : {
            from: days.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
            to: days.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
          },
    series,
    observations,
  };
  return { ...constraint, annotations: metricsOf(constraint) };
}

const everything = { key: 'all', filters: new Map<string, string>() };

/** What there is of every flow; of those that have anything. */
export async function readConstraints(context: SdmxContext): Promise<Constraint[]> {
  const constraints: Constraint[] = [];
  for (const reader of flowReaders) {
    const structure = context.registry.structureOf(reader.flow);
    const found = await readConstraint(context, reader, structure, toSelection(everything, structure));
    if (found.observations > 0) constraints.push(found);
  }
  return constraints;
}

export const answerAvailability: Answering = async (context) => {
  const { request, registry } = context;
  const { parameters, api, accept } = request;
  const { named, key, component } = readDataPath(request);
  const { reader, structure } = findFlow(registry, named);
  const offer = chooseMedia(structureOffers[api], accept, parameters.get('format'));
  const asked = {
    key,
    filters: readFilters(parameters),
    startPeriod: parameters.get('startPeriod'),
    endPeriod: parameters.get('endPeriod'),
  };
  const found = await readConstraint(context, reader, structure, toSelection(asked, structure));
  if (found.observations === 0) throw nothingFound('Nothing was found for what was asked');
  const isWanted = (id: string) =>
    ['all', 'ALL', '*', ''].includes(component) || component.split(/[,+]/).includes(id);
  const constraint: Constraint = {
    ...found,
    values: new Map([...found.values].filter(([id]) => isWanted(id))),
    time: isWanted('TIME_PERIOD') ? found.time : undefined,
  };
  const known = { ...registry, artefacts: [...registry.artefacts, constraint] };
  const artefacts = findArtefacts(known, {
    kinds: ['contentconstraint'],
    agency: constraint.agency,
    id: constraint.id,
    version: constraint.version,
    item: '',
    references: parameters.get('references') ?? 'none',
  });
  return writeStructure(context, artefacts, offer);
};
