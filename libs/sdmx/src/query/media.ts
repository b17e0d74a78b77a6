/** Which form of a message a client asks for: by the header Accept, or by `format=` in an address. */
import { SdmxFault } from './fault.js';

export type DataFormat =
  'generic-2.1' | 'specific-2.1' | 'xml-3.0' | 'json-1.0' | 'json-2.0' | 'csv-1.0' | 'csv-2.0' | 'csv-2.1';
export type StructureFormat = 'xml-2.1' | 'xml-3.0' | 'json-1.0' | 'json-2.0' | 'json-2.1';
export type SchemaFormat = 'xsd-2.1' | 'xsd-3.0';
export type ApiVersion = 'v1' | 'v2';

export interface Offer<Format extends string> {
  readonly format: Format;
  /** As the answer names it. */
  readonly media: string;
  /** Media types without parameters that ask for it too. */
  readonly also?: readonly string[];
  /** What `format=` calls it. */
  readonly name?: string;
}

const sdmx = (type: string, version: string) => `application/vnd.sdmx.${type};version=${version}`;

/** The forms of data that each version of the API has, the one that is given unasked first. */
export const dataOffers: Readonly<Record<ApiVersion, readonly Offer<DataFormat>[]>> = {
  v1: [
    {
      format: 'generic-2.1',
      media: sdmx('genericdata+xml', '2.1'),
      also: ['application/xml', 'text/xml'],
      name: 'genericdata',
    },
    {
      format: 'specific-2.1',
      media: sdmx('structurespecificdata+xml', '2.1'),
      name: 'structurespecificdata',
    },
    { format: 'csv-1.0', media: sdmx('data+csv', '1.0.0'), also: ['text/csv'], name: 'csv' },
    { format: 'json-1.0', media: sdmx('data+json', '1.0.0'), also: ['application/json'], name: 'jsondata' },
  ],
  v2: [
    { format: 'json-2.0', media: sdmx('data+json', '2.0.0'), also: ['application/json'], name: 'jsondata' },
    { format: 'csv-2.0', media: sdmx('data+csv', '2.0.0'), also: ['text/csv'], name: 'csv' },
    { format: 'csv-2.1', media: sdmx('data+csv', '2.1.0') },
    // pysdmx asks v2 for the first version when it fills a data frame.
    { format: 'csv-1.0', media: sdmx('data+csv', '1.0.0') },
    {
      format: 'xml-3.0',
      media: sdmx('data+xml', '3.0.0'),
      also: ['application/xml', 'text/xml'],
      name: 'xml',
    },
  ],
};

export const structureOffers: Readonly<Record<ApiVersion, readonly Offer<StructureFormat>[]>> = {
  v1: [
    {
      format: 'xml-2.1',
      media: sdmx('structure+xml', '2.1'),
      also: ['application/xml', 'text/xml'],
      name: 'structure',
    },
    {
      format: 'json-1.0',
      media: sdmx('structure+json', '1.0'),
      also: ['application/json'],
      name: 'sdmx-json',
    },
  ],
  v2: [
    {
      format: 'json-2.0',
      media: sdmx('structure+json', '2.0.0'),
      also: ['application/json'],
      name: 'sdmx-json',
    },
    { format: 'json-2.1', media: sdmx('structure+json', '2.1.0') },
    {
      format: 'xml-3.0',
      media: sdmx('structure+xml', '3.0.0'),
      also: ['application/xml', 'text/xml'],
      name: 'structure',
    },
  ],
};

export const schemaOffers: Readonly<Record<ApiVersion, readonly Offer<SchemaFormat>[]>> = {
  v1: [{ format: 'xsd-2.1', media: sdmx('schema+xml', '2.1'), also: ['application/xml', 'text/xml'] }],
  v2: [{ format: 'xsd-3.0', media: sdmx('schema+xml', '3.0.0'), also: ['application/xml', 'text/xml'] }],
};

interface Range {
  readonly type: string;
  readonly version: string | undefined;
  readonly q: number;
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((piece) => piece.trim().toLowerCase());
  const of = (name: string) => parameters.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  const q = of('q');
  return { type, version: of('version')?.replaceAll('"', ''), q: q === undefined ? 1 : Number(q) || 0 };
}

const isSameVersion = (asked: string, own: string) => {
  const parts = (text: string) => [...text.split('.'), '0', '0'].slice(0, 3).join('.');
  return parts(asked) === parts(own);
};

/** Whether a range asks for an offer. */
function isWanted(
  { type, version }: Range,
  { media, also = [] }: Offer<string>,
  isDefault: boolean,
): boolean {
  if (type === '*/*' || type === '' || type === 'text/html') return isDefault;
  if (type === 'application/*') return media.startsWith('application/') && isDefault;
  if (also.includes(type)) return true;
  const [own, ownVersion] = media.split(';version=');
  return type === own && (version === undefined || isSameVersion(version, ownVersion!));
}

/**
 * In: what is offered, the header, and `format=`, which counts before it. Out: the offer that is preferred most.
 * Errors: SdmxFault 406, which names the offers and their `format=`.
 */
export function chooseMedia<Format extends string>(
  offers: readonly Offer<Format>[],
  accept = '*/*',
  name?: string,
): Offer<Format> {
  if (name !== undefined) {
    const named = offers.find((offer) => offer.name === name.toLowerCase() || offer.media === name);
    if (named) return named;
  }
  const ranges = accept.split(',').map(readRange);
  const wanted = name === undefined ? ranges.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q) : [];
  for (const range of wanted) {
    const found = offers.find((offer, i) => isWanted(range, offer, i === 0));
    if (found) return found;
  }
  const forms = offers.map((offer) => `${offer.media}${offer.name ? ` (format=${offer.name})` : ''}`);
  throw new SdmxFault(150, `This is given as ${forms.join(', ')}`, 406);
}
