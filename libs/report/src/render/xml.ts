/** Text that is safe inside XML and HTML. */

// What XML 1.0 cannot hold even as a reference: control characters, lone surrogates, the two non-characters.
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Out: the text with U+FFFD, the sign for what cannot be shown, in place of every character that no document
 * can hold.
 */
export const toPrintable = (text: string): string => text.replace(unfit, '\ufffd');

/** In: any text. Out: the same for an element or a quoted attribute; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  toPrintable(text).replace(/[&<>"']/g, (character) => entities[character]!);
