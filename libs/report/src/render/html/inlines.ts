/** From inlines to HTML: claims lead to what they rest on, footnotes to their text and back. */
import type { Claim, Direction, Footnote, Inline, Link } from '../../document/document.js';
import { safeHref } from '../links.js';
import { escapeXml } from '../xml.js';
import { tag } from './tags.js';

/** What is collected for the document as a whole while it is written. */
export interface Writing {
  readonly footnotes: { readonly number: number; readonly html: string }[];
  /** What was asked, by claim: shown where the pointer rests on it. */
  readonly titles: ReadonlyMap<string, string>;
  /** The address of an observation or a finding; undefined where there is no server to point to. */
  readonly observationHref: (id: string) => string | undefined;
}

/** The attributes of a part in another language or direction. */
export const inLanguage = ({ language, direction }: { language?: string; direction?: Direction }) => ({
  lang: language,
  dir: direction,
});

export const inlines = (all: readonly Inline[], writing: Writing): string =>
  all.map((one) => inlineHtml(one, writing)).join('');

const lines = (text: string): string => text.split('\n').map(escapeXml).join('<br>');

function inlineHtml(inline: Inline, writing: Writing): string {
  switch (inline.kind) {
    case 'text': {
      const attributes = inLanguage(inline);
      const text = lines(inline.text);
      return attributes.lang || attributes.dir ? tag('span', attributes, text) : text;
    }
    case 'emphasis':
      return tag(inline.strength === 'strong' ? 'strong' : 'em', {}, inlines(inline.inlines, writing));
    case 'link':
      return link(inline, writing);
    case 'footnote':
      return footnote(inline, writing);
    case 'claim':
      return claim(inline, writing);
  }
}

function link({ href, inlines: words }: Link, writing: Writing): string {
  const target = safeHref(href);
  const inside = inlines(words, writing);
  return target ? tag('a', { href: target, rel: 'noreferrer' }, inside) : inside;
}

/** A link holds no link: of one inside a claim the words are kept. */
const withoutLinks = (all: readonly Inline[]): Inline[] =>
  all.flatMap((one): Inline[] => {
    if (one.kind === 'link') return withoutLinks(one.inlines);
    return 'inlines' in one ? [{ ...one, inlines: withoutLinks(one.inlines) }] : [one];
  });

function claim({ claimId, status, inlines: words }: Claim, writing: Writing): string {
  return tag(
    'a',
    {
      class: 'claim',
      id: claimPlace(claimId),
      href: `#${basisPlace(claimId)}`,
      'data-claim': claimId,
      'data-status': status,
      title: writing.titles.get(claimId),
    },
    inlines(withoutLinks(words), writing),
  );
}

/** Where a claim stands, and where it says what it rests on. */
export const claimPlace = (id: string): string => `claim-${id}`;
export const basisPlace = (id: string): string => `basis-${id}`;

function footnote({ number, inlines: words }: Footnote, writing: Writing): string {
  writing.footnotes.push({ number, html: inlines(words, writing) });
  const attributes = { id: `noted-${number}`, href: `#note-${number}`, role: 'doc-noteref' };
  return tag('sup', {}, tag('a', attributes, String(number)));
}
