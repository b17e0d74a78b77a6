/** The XML schema of a flow's structure-specific data. */
import { urnOf, type Component, type Dataflow, type DataStructure } from '../model.js';
import type { Registry } from '../structures/registry.js';
import { namespaceOf, type Generation } from './structure-xml.js';
import { attributesXml, declaration, element } from './xml.js';

const typeOf = (component: Component) =>
  component.codelist ? `${component.id}.Codes` : textTypes[component.text!];
const textTypes: Readonly<Record<string, string>> = {
  String: 'xs:string',
  Integer: 'xs:integer',
  Double: 'xs:double',
  ObservationalTimePeriod: 'com:ObservationalTimePeriodType',
};

/** In: a structure with its lists, the generation of SDMX-ML, and what observations are told apart by. */
export function writeSchema(
  registry: Registry,
  flow: Dataflow,
  structure: DataStructure,
  generation: Generation,
  dimensionAtObservation: string,
): string {
  const { dimensions, time, measure, attributes } = structure;
  const isFlat = dimensionAtObservation === 'AllDimensions' || time === undefined;
  const urn = generation === 2 ? urnOf('datastructure', structure) : urnOf('dataflow', flow);
  const target = `${urn}:ObsLevelDim:${dimensionAtObservation}`;
  const enumerations = [...dimensions, ...attributes].flatMap((component) => {
    const items = component.codelist && registry.list(component.codelist)?.items;
    if (!items) return [];
    const codes = items.map(({ id }) => element('xs:enumeration', { value: id })).join('');
    return [
      `<xs:simpleType name="${component.id}.Codes"><xs:restriction base="xs:string">${codes}</xs:restriction></xs:simpleType>`,
    ];
  });
  const attribute = (component: Component, use: 'required' | 'optional') =>
    element('xs:attribute', { name: component.id, type: typeOf(component), use });
  const ofSeries = [
    ...dimensions.map((one) => attribute(one, 'required')),
    ...attributes.filter((one) => one.dimensions).map((one) => attribute(one, 'optional')),
  ].join('');
  const ofObservation = [
    ...(time ? [attribute(time, 'required')] : []),
    attribute(measure, 'optional'),
    ...attributes.filter((one) => !one.dimensions).map((one) => attribute(one, 'optional')),
  ].join('');
  const restricted = (name: string, base: string, content: string) =>
    `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="ss:${base}">${content}</xs:restriction></xs:complexContent></xs:complexType>`;
  const annotations = '<xs:sequence><xs:element ref="com:Annotations" minOccurs="0"/></xs:sequence>';
  const observations = `<xs:sequence><xs:element ref="com:Annotations" minOccurs="0"/><xs:element name="Obs" form="unqualified" type="ObsType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>`;
  const series = `<xs:sequence><xs:element ref="com:Annotations" minOccurs="0"/><xs:element name="Series" form="unqualified" type="SeriesType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>`;
  const types = isFlat
    ? restricted('DataSetType', 'DataSetType', observations) +
      restricted('ObsType', 'ObsType', annotations + ofSeries + ofObservation)
    : restricted('DataSetType', 'DataSetType', series) +
      restricted('SeriesType', 'SeriesType', observations + ofSeries) +
      restricted('ObsType', 'ObsType', annotations + ofObservation);
  const [specific, common] = [
    namespaceOf(generation, 'data/structurespecific'),
    namespaceOf(generation, 'common'),
  ];
  const imports = [
    element('xs:import', { namespace: common, schemaLocation: 'SDMXCommon.xsd' }),
    element('xs:import', { namespace: specific, schemaLocation: 'SDMXDataStructureSpecific.xsd' }),
  ].join('');
  const head = attributesXml({
    'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
    xmlns: target,
    'xmlns:ss': specific,
    'xmlns:com': common,
    targetNamespace: target,
    elementFormDefault: 'qualified',
  });
  return `${declaration}<xs:schema${head}>${imports}${enumerations.join('')}${types}</xs:schema>`;
}
