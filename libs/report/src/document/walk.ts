/** Goes through a document: the text outside claims, the claims, the footnotes. */
import type { Block, Cell, Inline, ReportDocument } from './document.js';
import { chartText, plainText, tableText } from './plain-text.js';

/** Lines of inlines with what they are part of. */
function linesOf(block: Block): (readonly Inline[])[] {
  const cells = (rows: readonly (readonly Cell[])[]) => rows.flat().map(({ inlines }) => inlines);
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'table':
      return [block.caption, ...cells(block.head), ...cells(block.rows), ...block.notes, block.source];
    case 'chart':
      return [block.caption, ...block.notes, block.source];
    case 'editor-note':
      return block.blocks.flatMap(linesOf);
    default:
      return [block.inlines];
  }
}

function* inlinesWithin(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('inlines' in inline) yield* inlinesWithin(inline.inlines);
  }
}

/** What is printed and is no claim; labels and numbers of headings, paragraphs, notes and tables are not in it. */
export function textOutsideClaims({ blocks }: ReportDocument): string {
  const outside = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) => {
        if (inline.kind === 'text') return inline.text;
        return inline.kind === 'claim' ? '' : outside(inline.inlines);
      })
      .join('');
  const free = blocks.filter((block) => !((block.kind === 'table' || block.kind === 'chart') && block.claim));
  return free.flatMap(linesOf).map(outside).join('\n');
}

/** Every claim of a document with its text, in the order in which it is read; footnotes where their mark stands. */
export function claimsOf({ blocks }: Pick<ReportDocument, 'blocks'>): { id: string; text: string }[] {
  return blocks.flatMap((block) => {
    const own =
      block.kind === 'table' && block.claim
        ? [{ id: block.claim.claimId, text: tableText(block) }]
        : block.kind === 'chart' && block.claim
          ? [{ id: block.claim.claimId, text: chartText(block) }]
          : [];
    const within = linesOf(block).flatMap((inlines) =>
      [...inlinesWithin(inlines)].flatMap((inline) =>
        inline.kind === 'claim' ? [{ id: inline.claimId, text: plainText(inline.inlines) }] : [],
      ),
    );
    return [...own, ...within];
  });
}

/** The footnotes by number. */
export function footnotesOf({ blocks }: ReportDocument): Map<number, readonly Inline[]> {
  const found = blocks
    .flatMap(linesOf)
    .flatMap((inlines) =>
      [...inlinesWithin(inlines)].flatMap((inline) =>
        inline.kind === 'footnote' ? [[inline.number, inline.inlines] as const] : [],
      ),
    );
  return new Map(found);
}
