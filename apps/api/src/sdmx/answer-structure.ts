/** Structures: `/sdmx/v1/{type}/{agency}/{id}/{version}/{item}` and `/sdmx/v2/structure/{type}/…`. */
import {
  chooseMedia,
  findArtefacts,
  isStructureDetail,
  nothingFound,
  structureOffers,
  syntaxFault,
  type Artefact,
  type Kind,
} from '@rapporteur/sdmx';
import type { Answering } from './answer.js';
import { readConstraints } from './answer-availability.js';
import { writeStructure } from './write-structure.js';

const all: readonly Kind[] = [
  'agencyscheme',
  'codelist',
  'conceptscheme',
  'datastructure',
  'dataflow',
  'contentconstraint',
];

/** The types of structures that there are here, by what an address calls them. */
const kinds = new Map<string, readonly Kind[]>([
  ...all.map((kind): [string, Kind[]] => [kind, [kind]]),
  ['dataconstraint', ['contentconstraint']],
  ['organisationscheme', ['agencyscheme']],
  ['structure', all],
  ['*', all],
  ['all', all],
]);

/** Types of the standard of which there are none here. */
const others = [
  'metadatastructure',
  'metadataflow',
  'metadataset',
  'categoryscheme',
  'categorisation',
  'hierarchicalcodelist',
  'hierarchy',
  'hierarchyassociation',
  'provisionagreement',
  'metadataprovisionagreement',
  'structureset',
  'process',
  'reportingtaxonomy',
  'dataproviderscheme',
  'dataconsumerscheme',
  'metadataproviderscheme',
  'organisationunitscheme',
  'valuelist',
  'transformationscheme',
  'rulesetscheme',
  'userdefinedoperatorscheme',
  'customtypescheme',
  'namepersonalisationscheme',
  'vtlmappingscheme',
  'structuremap',
  'representationmap',
  'conceptschememap',
  'categoryschememap',
  'organisationschememap',
  'reportingtaxonomymap',
  'metadataconstraint',
  'attachementconstraint',
  'allowedconstraint',
  'actualconstraint',
  'reportingconstraint',
  'geogridcodelist',
];

/** What version 1 has an address for, beside data, availability and schemas. */
export const structureAddresses: readonly string[] = [...all, 'structure'];

export const isStructureType = (type: string): boolean => kinds.has(type) || others.includes(type);

/** What is asked for. In: the parts of the path from the type on. */
function readStructurePath([
  type = '*',
  agency = '*',
  id = '*',
  version = '*',
  item = '',
]: readonly string[]) {
  // pandaSDMX asks for the flows of an agency by /dataflow/AGENCY/latest.
  const isQuirk = id === 'latest';
  return { type, agency, id: isQuirk ? '*' : id, version: isQuirk ? 'latest' : version, item };
}

/** Where all of an artefact is, for stubs of it. */
const whereOf =
  (api: 'v1' | 'v2', origin: string) =>
  ({ kind, agency, id, version }: Artefact): string =>
    api === 'v1'
      ? `${origin}/sdmx/v1/${kind}/${agency}/${id}/${version}`
      : `${origin}/sdmx/v2/structure/${kind === 'contentconstraint' ? 'dataconstraint' : kind}/${agency}/${id}/${version}`;

export const answerStructure: Answering = async (context) => {
  const { request, registry } = context;
  const path = readStructurePath(request.api === 'v1' ? request.path : request.path.slice(1));
  const wanted = path.type.split(',').flatMap((type) => {
    if (!isStructureType(type)) throw syntaxFault(`"${type}" is no type of structure`);
    return kinds.get(type) ?? [];
  });
  const offer = chooseMedia(structureOffers[request.api], request.accept, request.parameters.get('format'));
  const references = request.parameters.get('references') ?? 'none';
  const detail = request.parameters.get('detail') ?? 'full';
  if (!isStructureDetail(detail)) throw syntaxFault(`detail=${detail} is no amount of a structure`);
  const withConstraints = wanted.includes('contentconstraint') && wanted.length === 1;
  const known = withConstraints
    ? { ...registry, artefacts: [...registry.artefacts, ...(await readConstraints(context))] }
    : registry;
  const found = findArtefacts(
    known,
    { kinds: wanted, ...path, references },
    detail,
    whereOf(request.api, context.origin),
  );
  if (found.length === 0) throw nothingFound('There is no such structure');
  return writeStructure(context, found, offer);
};
