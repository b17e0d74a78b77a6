/** Which flow a request names. */
import {
  isNamed,
  isVersion,
  nothingFound,
  syntaxFault,
  type DataStructure,
  type Registry,
} from '@rapporteur/sdmx';
import { flowReaders, type FlowReader } from './flow-reader.js';

export interface NamedFlow {
  readonly context: string;
  readonly agency: string;
  readonly id: string;
  readonly version: string;
}

/** In: `FIGURES`, `RAPPORTEUR,FIGURES` or `RAPPORTEUR,FIGURES,1.0.0`. */
export function readFlowName(text: string): NamedFlow {
  const parts = text.split(',');
  if (parts.length > 3 || text === '') throw syntaxFault(`"${text}" names no dataflow: AGENCY,FLOW,VERSION`);
  const [agency, id, version] = parts.length === 1 ? ['all', parts[0]!, 'latest'] : parts;
  return { context: 'dataflow', agency: agency!, id: id!, version: version ?? 'latest' };
}

/** Out: the flow with its structure. Errors: SdmxFault where there is none. */
export function findFlow(
  registry: Registry,
  { context, agency, id, version }: NamedFlow,
): { reader: FlowReader; structure: DataStructure } {
  if (!['dataflow', 'datastructure', '*', 'all'].includes(context))
    throw nothingFound(`There is no ${context} here: ask for a dataflow`);
  // Flow and structure have the same id, so that either names it.
  const reader = flowReaders.find(
    ({ flow }) => isNamed(agency, flow.agency) && isNamed(id, flow.id) && isVersion(version, flow.version),
  );
  if (!reader)
    throw nothingFound(
      `There is no dataflow ${agency},${id},${version}; there are ${flowReaders.map(({ flow }) => flow.id).join(', ')}`,
    );
  return { reader, structure: registry.structureOf(reader.flow) };
}
