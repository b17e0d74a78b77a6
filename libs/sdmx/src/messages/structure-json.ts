/** Structure messages in SDMX-JSON 1.0, 2.0 and 2.1. */
import type { Artefact, Attribute, Component, Constraint, DataStructure, Kind, Texts } from '../model.js';
import { urnOf } from '../model.js';
import { conceptSchemeReference } from '../structures/concepts.js';
import { headerJson, type Head } from './header.js';

export type JsonVersion = '1.0' | '2.0' | '2.1';
type Json = Readonly<Record<string, unknown>>;

const schemaRoot = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master';
const schemas: Readonly<Record<JsonVersion, string>> = {
  '1.0': `${schemaRoot}/structure-message/tools/schemas/1.0/sdmx-json-structure-schema.json`,
  '2.0': `${schemaRoot}/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json`,
  '2.1': `${schemaRoot}/structure-message/tools/schemas/2.1.0/sdmx-json-structure-schema.json`,
};

/** A text in the language of the reader, or else in English, and in every language beside it. */
const inAll = (name: string, texts: Texts | undefined, language: string): Json =>
  texts === undefined ? {} : { [name]: texts[language] ?? texts['en'], [`${name}s`]: texts };

interface Context {
  readonly version: JsonVersion;
  readonly language: string;
}

const generationOf = ({ version }: Context) => (version === '1.0' ? 2 : 3);

function namedJson(
  named: Pick<Artefact, 'names' | 'descriptions' | 'annotations'>,
  { language }: Context,
): Json {
  return {
    ...inAll('name', named.names, language),
    ...inAll('description', named.descriptions, language),
    ...(named.annotations ? { annotations: named.annotations } : {}),
  };
}

const conceptUrn = (id: string) => {
  const { agency, id: scheme, version } = conceptSchemeReference;
  return `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${agency}:${scheme}(${version}).${id}`;
};

const representation = ({ codelist, text }: Component, { version }: Context): Json =>
  codelist
    ? { enumeration: urnOf('codelist', codelist) }
    : {
        [version === '1.0' ? 'textFormat' : 'format']:
          version === '1.0' ? { textType: text } : { dataType: text },
      };

const componentJson = (component: Component, context: Context, more: Json = {}): Json => ({
  id: component.id,
  ...more,
  conceptIdentity: conceptUrn(component.id),
  localRepresentation: representation(component, context),
});

function attributeJson({ dimensions, ...attribute }: Attribute, measure: string, context: Context): Json {
  if (context.version === '1.0')
    return componentJson(attribute, context, {
      assignmentStatus: 'Conditional',
      attributeRelationship: dimensions ? { dimensions } : { primaryMeasure: measure },
    });
  return componentJson(attribute, context, {
    usage: 'optional',
    attributeRelationship: dimensions ? { dimensions } : { observation: {} },
    measureRelationship: [measure],
  });
}

function dataStructureJson(structure: DataStructure, context: Context): Json {
  const { dimensions, time, measure, attributes } = structure;
  const isOld = context.version === '1.0';
  const type = (name: string) => (isOld ? { type: name } : {});
  const dimensionJson = (one: Component, i: number) =>
    componentJson(one, context, { position: isOld ? i : i + 1, ...type('Dimension') });
  const timeJson =
    time &&
    componentJson(time, context, isOld ? { position: dimensions.length, ...type('TimeDimension') } : {});
  const measureJson = componentJson(measure, context);
  return {
    dataStructureComponents: {
      dimensionList: {
        id: 'DimensionDescriptor',
        dimensions: dimensions.map(dimensionJson),
        ...(timeJson ? (isOld ? { timeDimensions: [timeJson] } : { timeDimension: timeJson }) : {}),
      },
      measureList: isOld
        ? { id: 'MeasureDescriptor', primaryMeasure: measureJson }
        : { id: 'MeasureDescriptor', measures: [measureJson] },
      attributeList: {
        id: 'AttributeDescriptor',
        attributes: attributes.map((one) => attributeJson(one, measure.id, context)),
      },
    },
  };
}

function constraintJson({ flow, values, time }: Constraint, context: Context): Json {
  const isOld = context.version === '1.0';
  const toValues = (codes: readonly string[]) => (isOld ? codes : codes.map((value) => ({ value })));
  const range = time && {
    startPeriod: { period: `${time.from}T00:00:00Z`, isInclusive: true },
    endPeriod: { period: `${time.to}T23:59:59Z`, isInclusive: true },
  };
  const keyValues = [
    ...[...values].map(([id, codes]) => ({ id, values: toValues(codes) })),
    ...(range ? [{ id: 'TIME_PERIOD', timeRange: range }] : []),
  ];
  return {
    // In 2.1 nothing else is left: what is allowed is no constraint of data any more.
    ...(isOld ? { type: 'Actual' } : context.version === '2.0' ? { role: 'Actual' } : {}),
    constraintAttachment: { dataflows: [urnOf('dataflow', flow)] },
    cubeRegions: [isOld ? { isIncluded: true, keyValues } : { include: true, keyValues }],
  };
}

function contentOf(artefact: Artefact, context: Context): Json {
  switch (artefact.kind) {
    case 'dataflow':
      return { structure: urnOf('datastructure', artefact.structure) };
    case 'datastructure':
      return dataStructureJson(artefact, context);
    case 'contentconstraint':
      return constraintJson(artefact, context);
    default: {
      const name = { agencyscheme: 'agencies', codelist: 'codes', conceptscheme: 'concepts' }[artefact.kind];
      return {
        isPartial: artefact.isPartial === true,
        [name]: artefact.items.map((item) => ({ id: item.id, ...namedJson(item, context) })),
      };
    }
  }
}

function artefactJson(artefact: Artefact, context: Context): Json {
  return {
    id: artefact.id,
    agencyID: artefact.agency,
    version: artefact.version,
    ...(context.version === '1.0' && artefact.kind !== 'agencyscheme' ? { isFinal: false } : {}),
    isExternalReference: artefact.stubOf !== undefined,
    links: [
      {
        rel: 'self',
        uri: schemas[context.version],
        urn: urnOf(artefact.kind, artefact, generationOf(context)),
        type: artefact.kind,
      },
      ...(artefact.stubOf === undefined ? [] : [{ rel: 'external', href: artefact.stubOf }]),
    ],
    ...namedJson(artefact, context),
    ...(artefact.stubOf === undefined ? contentOf(artefact, context) : {}),
  };
}

const collections = (isOld: boolean): readonly (readonly [string, Kind])[] => [
  ['dataStructures', 'datastructure'],
  ['conceptSchemes', 'conceptscheme'],
  ['codelists', 'codelist'],
  ['agencySchemes', 'agencyscheme'],
  ['dataflows', 'dataflow'],
  [isOld ? 'contentConstraints' : 'dataConstraints', 'contentconstraint'],
];

/** A structure message. In: the artefacts, the head, the version of SDMX-JSON, and the language of the reader. */
export function* structureJson(
  artefacts: readonly Artefact[],
  head: Head,
  version: JsonVersion,
  language: string,
): Generator<string> {
  yield `{"meta":${JSON.stringify(headerJson(head, schemas[version]))},"data":{`;
  let between = '';
  for (const [name, kind] of collections(version === '1.0')) {
    const own = artefacts.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    yield `${between}"${name}":[`;
    for (const [i, artefact] of own.entries())
      yield (i === 0 ? '' : ',') + JSON.stringify(artefactJson(artefact, { version, language }));
    yield ']';
    between = ',';
  }
  yield '}}';
}
