/** The schema of a flow's data: `/sdmx/v1/schema/…` and `/sdmx/v2/schema/…`. */
import {
  chooseMedia,
  findArtefacts,
  schemaOffers,
  structureOffers,
  writeSchema,
  type Offer,
} from '@rapporteur/sdmx';
import type { Answering } from './answer.js';
import { findFlow } from './find-flow.js';
import { writeStructure } from './write-structure.js';

export const answerSchema: Answering = (context) => {
  const { request, registry } = context;
  const [, type = '*', agency = '*', id = '*', version = '*'] = request.path;
  const { reader, structure } = findFlow(registry, { context: type, agency, id, version });
  const offers: readonly Offer<string>[] = [...schemaOffers[request.api], ...structureOffers[request.api]];
  const { format, media } = chooseMedia(offers, request.accept, request.parameters.get('format'));
  if (format === 'xsd-2.1' || format === 'xsd-3.0') {
    const dimension =
      request.parameters.get('dimensionAtObservation') ?? (structure.time ? 'TIME_PERIOD' : 'AllDimensions');
    const chunks = [writeSchema(registry, reader.flow, structure, format === 'xsd-2.1' ? 2 : 3, dimension)];
    return Promise.resolve({ media, chunks });
  }
  const offer = structureOffers[request.api].find((one) => one.format === format)!;
  const { flow } = reader;
  const artefacts = findArtefacts(registry, {
    kinds: ['dataflow'],
    agency: flow.agency,
    id: flow.id,
    version: flow.version,
    item: '',
    references: 'descendants',
  });
  return Promise.resolve(writeStructure(context, artefacts, offer));
};
