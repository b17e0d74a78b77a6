/** Which addresses a document may point to: a reply's text must not bring a script or a file into the reader's hands. */

/** Out: the address as it may be printed as a link; undefined for one that is neither http, https nor mailto. */
export function safeHref(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { protocol, href: written } = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? written : undefined;
}
