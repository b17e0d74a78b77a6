/** What the service is, for its clients: the service document, and `$metadata` in CSDL (OData 4.0, part 3). */
import { declaration, element } from '@rapporteur/sdmx';
import type { TypedColumn } from '../formats/typed-columns.js';
import { entitySets, keyName, propertiesOf, type EntitySet } from './entity-sets.js';
import { changes, tests } from './read-filter.js';

const namespace = 'Rapporteur';
const vocabulary = 'Org.OData.Core.V1';
const capabilities = 'Org.OData.Capabilities.V1';

const types: Readonly<Record<TypedColumn['type'], string>> = {
  string: 'Edm.String',
  integer: 'Edm.Int64',
  number: 'Edm.Double',
  boolean: 'Edm.Boolean',
  date: 'Edm.Date',
};

const said = (meaning: string) =>
  element('Annotation', { Term: `${vocabulary}.Description`, String: meaning });

function toEntityType(set: EntitySet): string {
  const properties = propertiesOf(set).map(({ name, type, meaning }) =>
    element(
      'Property',
      { Name: name, Type: types[type], ...(name === keyName ? { Nullable: 'false' } : {}) },
      said(meaning),
    ),
  );
  const key = element('Key', {}, element('PropertyRef', { Name: keyName }));
  return element('EntityType', { Name: set.type }, [key, ...properties].join('\n'));
}

const toEntitySet = ({ name, type, meaning }: EntitySet) =>
  element('EntitySet', { Name: name, EntityType: `${namespace}.${type}` }, said(meaning));

/** Out: CSDL in XML. */
export function toMetadata(): string {
  // Clients do the rest of a filter themselves.
  const offered = [...tests, ...changes].map((name) => element('String', {}, name)).join('');
  const functions = element(
    'Annotation',
    { Term: `${capabilities}.FilterFunctions` },
    element('Collection', {}, offered),
  );
  const sets = [...entitySets.map(toEntitySet), functions].join('\n');
  const container = element('EntityContainer', { Name: 'Tables' }, sets);
  const schema = element(
    'Schema',
    { xmlns: 'http://docs.oasis-open.org/odata/ns/edm', Namespace: namespace },
    [...entitySets.map(toEntityType), container].join('\n'),
  );
  const references = [vocabulary, capabilities].map((name) =>
    element(
      'edmx:Reference',
      { Uri: `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${name}.xml` },
      element('edmx:Include', { Namespace: name }),
    ),
  );
  const attributes = { 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx', Version: '4.0' };
  const services = element('edmx:DataServices', {}, schema);
  return `${declaration}\n${element('edmx:Edmx', attributes, [...references, services].join('\n'))}\n`;
}

/** In: the address of the service. Out: which entity sets there are. */
export const toServiceDocument = (root: string): string =>
  JSON.stringify({
    '@odata.context': `${root}/$metadata`,
    value: entitySets.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
  });
