/** Writing XML: one function escapes every text. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
// XML 1.0 has no place for control characters and lone surrogates, whatever they are escaped by.
const special =
  /[&<>"\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML has it, in an element or an attribute; characters that XML does not have are U+FFFD. */
export const escapeXml = (text: string): string => text.replace(special, (one) => escapes[one] ?? '\ufffd');

/** ` name="value"` for each attribute that has a value. */
export function attributesXml(
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${escapeXml(String(value))}"`;
  }
  return text;
}

/** An element with content that is XML already; without content it is empty. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  content = '',
): string =>
  content === ''
    ? `<${name}${attributesXml(attributes)}/>`
    : `<${name}${attributesXml(attributes)}>${content}</${name}>`;

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
