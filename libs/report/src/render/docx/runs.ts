/** From inlines to runs of Word: text in its language, claims as content controls, footnotes, links. */
import {
  directionOf,
  type Claim,
  type Direction,
  type Footnote,
  type Inline,
  type Link,
  type Text,
} from '../../document/document.js';
import { safeHref } from '../links.js';
import { escapeXml } from '../xml.js';
import { bookmarkOf, type Whole } from './bookmark-names.js';
import { element, val } from './elements.js';
import type { Relations } from './relations.js';

/** What holds where a run stands. */
export interface RunContext {
  readonly language: string;
  readonly direction: Direction;
  readonly relations: Relations;
  readonly document: Collected;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly style?: string;
  /** Points, where they are not those of the paragraph's style. */
  readonly size?: number;
}

/** What is collected for the document as a whole while it is written. */
export interface Collected {
  /** Number of each claim in the manifest, from 0, and the words that Word shows above it. */
  readonly claims: ReadonlyMap<string, { readonly index: number; readonly title: string }>;
  /** Content of `footnotes.xml`, in the order of the marks. */
  readonly footnotes: string[];
  readonly footnoteRelations: Relations;
}

/** BCP 47 tags as Word spells them: it wants a country behind the language. */
const countries: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  en: 'en-GB',
  es: 'es-ES',
  fr: 'fr-FR',
  ru: 'ru-RU',
  zh: 'zh-CN',
};
export const wordLanguage = (language: string): string => countries[language] ?? language;

export const isEastAsian = (language: string): boolean => /^(zh|ja|ko)\b/.test(language);

/** Only what differs from what the paragraph's style says already. */
function properties(context: RunContext): string {
  const language = wordLanguage(context.language);
  const isRtl = context.direction === 'rtl';
  return element(
    'w:rPr',
    {},
    context.style ? val('w:rStyle', context.style) : '',
    isEastAsian(context.language) ? element('w:rFonts', { 'w:hint': 'eastAsia' }) : '',
    context.isBold ? '<w:b/><w:bCs/>' : '',
    // Chinese has no slanted letters.
    context.isItalic && !isEastAsian(context.language) ? '<w:i/><w:iCs/>' : '',
    context.size ? val('w:sz', context.size * 2) + val('w:szCs', context.size * 2) : '',
    isRtl ? '<w:rtl/>' : '',
    element('w:lang', {
      'w:val': isRtl || isEastAsian(context.language) ? undefined : language,
      'w:eastAsia': isEastAsian(context.language) ? language : undefined,
      'w:bidi': isRtl ? language : undefined,
    }),
  );
}

/** Line feeds and tabs are elements in Word. */
const content = (text: string): string =>
  text
    .split(/(\n|\t)/)
    .map((part) =>
      part === '\n'
        ? '<w:br/>'
        : part === '\t'
          ? '<w:tab/>'
          : part === ''
            ? ''
            : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`,
    )
    .join('');

export const textRun = (text: string, context: RunContext): string =>
  element('w:r', {}, properties(context), content(text));

/** In: inlines, where they stand. Out: what a `w:p` holds behind its properties. */
export const runs = (inlines: readonly Inline[], context: RunContext): string =>
  inlines.map((inline) => run(inline, context)).join('');

function run(inline: Inline, context: RunContext): string {
  switch (inline.kind) {
    case 'text':
      return textRun(inline.text, inText(inline, context));
    case 'emphasis':
      return runs(inline.inlines, {
        ...context,
        ...(inline.strength === 'strong' ? { isBold: true } : { isItalic: true }),
      });
    case 'link':
      return link(inline, context);
    case 'footnote':
      return footnote(inline, context);
    case 'claim':
      return claim(inline, context);
  }
}

const inText = ({ language, direction }: Text, context: RunContext): RunContext => ({
  ...context,
  language: language ?? context.language,
  direction:
    direction ?? (language && language !== context.language ? directionOf(language) : context.direction),
});

function link({ href, inlines }: Link, context: RunContext): string {
  const target = safeHref(href);
  if (!target) return runs(inlines, context);
  const id = context.relations.add('hyperlink', target, true);
  return element(
    'w:hyperlink',
    { 'r:id': id, 'w:history': 1 },
    runs(inlines, { ...context, style: 'Hyperlink' }),
  );
}

function claim({ claimId, status, inlines }: Claim, context: RunContext): string {
  const style = status === 'unanswerable' ? 'Unanswerable' : context.style;
  return control(claimId, runs(inlines, { ...context, style }), context);
}

/**
 * A content control named by the claim, which keeps its place when the words in it are typed over, inside a bookmark
 * with the claim's number in the manifest, for programs that drop content controls. `whole`: the mark is on a
 * caption, and the claim is what follows it.
 */
export function control(claimId: string, inside: string, context: RunContext, whole?: Whole): string {
  const known = context.document.claims.get(claimId);
  if (!known) throw new RangeError(`The document has a claim ${claimId} that its manifest does not know`);
  const { index, title } = known;
  const sdt = element(
    'w:sdt',
    {},
    element('w:sdtPr', {}, val('w:alias', title), val('w:tag', claimId), val('w:id', index + 1)),
    element('w:sdtContent', {}, inside),
  );
  const start = element('w:bookmarkStart', { 'w:id': index + 1, 'w:name': bookmarkOf(index, whole) });
  return start + sdt + element('w:bookmarkEnd', { 'w:id': index + 1 });
}

function footnote({ inlines }: Footnote, context: RunContext): string {
  const { document } = context;
  const id = document.footnotes.length + 1;
  // Its place is kept before it is written, so that the numbers follow the marks.
  document.footnotes.push('');
  const inNote = {
    ...context,
    isBold: false,
    isItalic: false,
    style: undefined,
    size: undefined,
    relations: document.footnoteRelations,
  };
  document.footnotes[id - 1] = element(
    'w:footnote',
    { 'w:id': id },
    element(
      'w:p',
      {},
      element('w:pPr', {}, val('w:pStyle', 'FootnoteText'), context.direction === 'rtl' ? '<w:bidi/>' : ''),
      element('w:r', {}, element('w:rPr', {}, val('w:rStyle', 'FootnoteReference')), '<w:footnoteRef/>'),
      textRun(' ', inNote),
      runs(inlines, inNote),
    ),
  );
  return element(
    'w:r',
    {},
    element('w:rPr', {}, val('w:rStyle', 'FootnoteReference')),
    element('w:footnoteReference', { 'w:id': id }),
  );
}
