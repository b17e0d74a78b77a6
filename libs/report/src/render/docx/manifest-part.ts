/** The manifest inside a .docx: whole as a custom XML part, which editors keep; its vintage as properties that people see. */
import type { Manifest } from '../../document/manifest.js';
import { escapeXml } from '../xml.js';
import { declaration, element } from './elements.js';
import { Relations } from './relations.js';

/** Tells our part from those of others. */
export const manifestNamespace = 'urn:rapporteur:manifest:1';

/** Any fixed identifier does: a document has one such part. */
const itemId = '{6B1D8A52-7C3E-4F0B-9A4D-2E5C8F7A1B90}';

function propertiesXml({ collection, round, vintage }: Manifest): string {
  const all = { Collection: collection, Round: round, 'As of': vintage.asOf, At: String(vintage.at) };
  const properties = Object.entries(all).map(([name, value], i) =>
    element(
      'property',
      { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: i + 2, name },
      element('vt:lpwstr', {}, escapeXml(value)),
    ),
  );
  return (
    declaration +
    element(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      ...properties,
    )
  );
}

/** In: the manifest, the relations of the document part. Out: files of the package by name. */
export function manifestParts(manifest: Manifest, relations: Relations): Record<string, string> {
  relations.add('customXml', '../customXml/item1.xml');
  const ofItem = new Relations();
  ofItem.add('customXmlProps', 'itemProps1.xml');
  const xmlns = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  const refs = element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': manifestNamespace }));
  return {
    'customXml/item1.xml':
      declaration + element('manifest', { xmlns: manifestNamespace }, escapeXml(JSON.stringify(manifest))),
    'customXml/itemProps1.xml':
      declaration + element('ds:datastoreItem', { 'ds:itemID': itemId, 'xmlns:ds': xmlns }, refs),
    'customXml/_rels/item1.xml.rels': ofItem.toXml(),
    'docProps/custom.xml': propertiesXml(manifest),
  };
}
