/** Structure messages in SDMX-ML 2.1 and 3.0. */
import type {
  Annotation,
  Artefact,
  Attribute,
  Component,
  DataStructure,
  ItemScheme,
  Kind,
  Texts,
} from '../model.js';
import { classOf, urnOf, type Reference } from '../model.js';
import { conceptSchemeReference } from '../structures/concepts.js';
import { constraintType, constraintXml } from './constraint-xml.js';
import { headerXml, type Head } from './header.js';
import { declaration, element, escapeXml } from './xml.js';

export type Generation = 2 | 3;

const root = 'http://www.sdmx.org/resources/sdmxml/schemas';
export const namespaceOf = (generation: Generation, part: string): string =>
  `${root}/${generation === 2 ? 'v2_1' : 'v3_0'}/${part}`;

const annotationsXml = (annotations: readonly Annotation[] = []): string =>
  annotations.length === 0
    ? ''
    : `<com:Annotations>${annotations
        .map(({ id, type, title }) =>
          element(
            'com:Annotation',
            { id },
            `<com:AnnotationTitle>${escapeXml(title)}</com:AnnotationTitle><com:AnnotationType>${type}</com:AnnotationType>`,
          ),
        )
        .join('')}</com:Annotations>`;

const textsXml = (name: string, texts: Texts = {}): string =>
  Object.entries(texts)
    .map(([language, text]) => element(name, { 'xml:lang': language }, escapeXml(text)))
    .join('');

const namedXml = (named: {
  names: Texts;
  descriptions?: Texts;
  annotations?: readonly Annotation[];
}): string =>
  annotationsXml(named.annotations) +
  textsXml('com:Name', named.names) +
  textsXml('com:Description', named.descriptions);

const packageClass = (kind: Kind) => classOf(kind).split('.') as [string, string];

/** A reference to an artefact: by parts in 2.1, by its URN in 3.0. */
export function referenceXml(name: string, kind: Kind, reference: Reference, generation: Generation): string {
  if (generation === 3) return `<${name}>${escapeXml(urnOf(kind, reference, 3))}</${name}>`;
  const [inPackage, inClass] = packageClass(kind);
  const ref = element('Ref', {
    id: reference.id,
    version: reference.version,
    agencyID: reference.agency,
    package: inPackage,
    class: inClass,
  });
  return `<${name}>${ref}</${name}>`;
}

const urnOfItem = (itemClass: string, { agency, id, version }: Reference, item: string) =>
  `urn:sdmx:org.sdmx.infomodel.${itemClass}=${agency}:${id}(${version}).${item}`;

function conceptXml(id: string, generation: Generation): string {
  const urn = urnOfItem('conceptscheme.Concept', conceptSchemeReference, id);
  if (generation === 3) return `<str:ConceptIdentity>${urn}</str:ConceptIdentity>`;
  const { agency, id: scheme, version } = conceptSchemeReference;
  const ref = element('Ref', {
    id,
    maintainableParentID: scheme,
    maintainableParentVersion: version,
    agencyID: agency,
    package: 'conceptscheme',
    class: 'Concept',
  });
  return `<str:ConceptIdentity>${ref}</str:ConceptIdentity>`;
}

function representationXml({ codelist, text }: Component, generation: Generation): string {
  const content = codelist
    ? referenceXml('str:Enumeration', 'codelist', codelist, generation)
    : element('str:TextFormat', { textType: text });
  return `<str:LocalRepresentation>${content}</str:LocalRepresentation>`;
}

const itemElements: Readonly<Record<ItemScheme['kind'], string>> = {
  agencyscheme: 'Agency',
  codelist: 'Code',
  conceptscheme: 'Concept',
};

function itemSchemeXml(scheme: ItemScheme, attributes: Record<string, string | undefined>): string {
  const name = classOf(scheme.kind).split('.')[1]!;
  const items = scheme.items
    .map((item) => element(`str:${itemElements[scheme.kind]}`, { id: item.id }, namedXml(item)))
    .join('');
  const head = { ...attributes, isPartial: scheme.isPartial ? 'true' : undefined };
  return element(`str:${name}`, head, namedXml(scheme) + items);
}

function attributeXml(
  { dimensions, ...attribute }: Attribute,
  { measure }: DataStructure,
  generation: Generation,
): string {
  const ofDimension = (id: string) =>
    generation === 3
      ? `<str:Dimension>${id}</str:Dimension>`
      : `<str:Dimension><Ref id="${id}"/></str:Dimension>`;
  const ofObservation =
    generation === 3
      ? '<str:Observation/>'
      : `<str:PrimaryMeasure><Ref id="${measure.id}"/></str:PrimaryMeasure>`;
  const relationship = `<str:AttributeRelationship>${dimensions ? dimensions.map(ofDimension).join('') : ofObservation}</str:AttributeRelationship>`;
  return element(
    'str:Attribute',
    { id: attribute.id, ...(generation === 3 ? { usage: 'optional' } : { assignmentStatus: 'Conditional' }) },
    conceptXml(attribute.id, generation) + representationXml(attribute, generation) + relationship,
  );
}

function dataStructureXml(
  structure: DataStructure,
  generation: Generation,
  attributes: Record<string, string | undefined>,
): string {
  const { dimensions, time, measure } = structure;
  const component = (name: string, one: Component, position?: number) =>
    element(
      `str:${name}`,
      { id: one.id, position },
      conceptXml(one.id, generation) + representationXml(one, generation),
    );
  const dimensionList = `<str:DimensionList id="DimensionDescriptor">${dimensions
    .map((one, i) => component('Dimension', one, i + 1))
    .join(
      '',
    )}${time ? component('TimeDimension', time, generation === 3 ? undefined : dimensions.length + 1) : ''}</str:DimensionList>`;
  const attributeList = `<str:AttributeList id="AttributeDescriptor">${structure.attributes
    .map((one) => attributeXml(one, structure, generation))
    .join('')}</str:AttributeList>`;
  const measureList = `<str:MeasureList id="MeasureDescriptor">${component(generation === 3 ? 'Measure' : 'PrimaryMeasure', measure)}</str:MeasureList>`;
  return element(
    'str:DataStructure',
    attributes,
    `${namedXml(structure)}<str:DataStructureComponents>${dimensionList}${attributeList}${measureList}</str:DataStructureComponents>`,
  );
}

/** An artefact by its name alone. */
function stubXml(
  artefact: Artefact,
  generation: Generation,
  attributes: Record<string, string | undefined>,
): string {
  const name = classOf(artefact.kind, generation).split('.')[1]!;
  const type = artefact.kind === 'contentconstraint' ? constraintType(generation) : {};
  return element(`str:${name}`, { ...attributes, ...type }, namedXml(artefact));
}

function artefactXml(artefact: Artefact, generation: Generation): string {
  const attributes = {
    id: artefact.id,
    urn: urnOf(artefact.kind, artefact, generation),
    agencyID: artefact.agency,
    // In 3.0 a scheme of agencies has no version.
    version: generation === 3 && artefact.kind === 'agencyscheme' ? undefined : artefact.version,
    // In 3.0 the number of a version says itself whether it is final.
    isFinal: generation === 2 && artefact.kind !== 'agencyscheme' ? 'false' : undefined,
    isExternalReference: artefact.stubOf === undefined ? undefined : 'true',
    structureURL: artefact.stubOf,
  };
  if (artefact.stubOf !== undefined) return stubXml(artefact, generation, attributes);
  switch (artefact.kind) {
    case 'dataflow':
      return element(
        'str:Dataflow',
        attributes,
        namedXml(artefact) + referenceXml('str:Structure', 'datastructure', artefact.structure, generation),
      );
    case 'datastructure':
      return dataStructureXml(artefact, generation, attributes);
    case 'contentconstraint':
      return constraintXml(artefact, generation, attributes, namedXml(artefact));
    default:
      return itemSchemeXml(artefact, attributes);
  }
}

/** The collections of a structure message, in the order of the schema. */
const collections: Readonly<Record<Generation, readonly (readonly [string, Kind])[]>> = {
  2: [
    ['OrganisationSchemes', 'agencyscheme'],
    ['Dataflows', 'dataflow'],
    ['Codelists', 'codelist'],
    ['Concepts', 'conceptscheme'],
    ['DataStructures', 'datastructure'],
    ['Constraints', 'contentconstraint'],
  ],
  3: [
    ['AgencySchemes', 'agencyscheme'],
    ['Codelists', 'codelist'],
    ['ConceptSchemes', 'conceptscheme'],
    ['DataConstraints', 'contentconstraint'],
    ['Dataflows', 'dataflow'],
    ['DataStructures', 'datastructure'],
  ],
};

/** A structure message. In: the artefacts, the head, and the generation of SDMX-ML. */
export function* structureXml(
  artefacts: readonly Artefact[],
  head: Head,
  generation: Generation,
): Generator<string> {
  const namespaces = {
    'xmlns:mes': namespaceOf(generation, 'message'),
    'xmlns:str': namespaceOf(generation, 'structure'),
    'xmlns:com': namespaceOf(generation, 'common'),
  };
  yield `${declaration}<mes:Structure${Object.entries(namespaces)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')}>${headerXml(head)}<mes:Structures>`;
  for (const [name, kind] of collections[generation]) {
    const own = artefacts.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    yield `<str:${name}>`;
    for (const artefact of own) yield artefactXml(artefact, generation);
    yield `</str:${name}>`;
  }
  yield '</mes:Structures></mes:Structure>';
}
