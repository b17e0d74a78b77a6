/** Builds the text of HTML elements; attributes are escaped here, contents by who writes them. */
import { escapeXml } from '../xml.js';

type Value = string | number | boolean | undefined;

const empty = new Set(['meta', 'br', 'img']);

/** In: a name, its attributes (undefined and false are left out, true stands alone), its content, which is HTML already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  return empty.has(name) ? `<${name}${written}>` : `<${name}${written}>${content.join('')}</${name}>`;
}
