/** Builds the text of XML elements: names and attributes of WordprocessingML (ECMA-376) are given as they stand there. */
import { escapeXml } from '../xml.js';

type Value = string | number | boolean | undefined;

/** In: a name, its attributes (undefined ones are left out), its content, which is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...content: string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** An element whose one attribute is `w:val`. */
export const val = (name: string, value: string | number): string => element(name, { 'w:val': value });

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const;
