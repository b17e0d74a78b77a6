/** From blocks to the body of `document.xml`. */
import type {
  Block,
  Chart,
  EditorNote,
  Heading,
  Inline,
  List,
  OpenPlace,
  Paragraph,
  ReportDocument,
} from '../../document/document.js';
import { chartXml, type Pictures } from './charts.js';
import { element, val } from './elements.js';
import type { HeadingNumbers } from './heading-numbers.js';
import { measure } from './measures.js';
import type { Numbering } from './numbering.js';
import { runs, textRun, type RunContext } from './runs.js';
import { tableXml } from './tables.js';

/** What the writing of blocks needs besides where they stand. */
export interface Writing {
  readonly document: ReportDocument;
  readonly numbers: HeadingNumbers;
  readonly numbering: Numbering;
  /** Stores the pictures of a chart and gives their relations. */
  pictures(chart: Chart): Pictures;
}

interface Look {
  readonly style: string;
  /** `w:numId`; 0 takes the number off that the style gives. */
  readonly numbers?: number;
  readonly indent?: string;
}

/** A paragraph; the order of its properties is the schema's. */
const paragraph = (inside: string, context: RunContext, { style, numbers, indent = '' }: Look): string =>
  element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      val('w:pStyle', style),
      numbers === undefined ? '' : element('w:numPr', {}, val('w:ilvl', 0), val('w:numId', numbers)),
      context.direction === 'rtl' ? '<w:bidi/>' : '',
      indent,
    ),
    inside,
  );

const inBlock = (
  context: RunContext,
  { language, direction }: { language?: string; direction?: RunContext['direction'] },
) => ({
  ...context,
  language: language ?? context.language,
  direction: direction ?? context.direction,
});

function heading(block: Heading, context: RunContext, { numbers }: Writing): string {
  const style = `Heading${block.level}`;
  if (numbers.counted.has(block)) return paragraph(runs(block.inlines, context), context, { style });
  const label = block.label ? textRun(`${block.label}\t`, context) : '';
  // Without a label nothing hangs to the left of the text.
  const indent = block.label ? '' : element('w:ind', { 'w:left': measure.indent, 'w:firstLine': 0 });
  return paragraph(label + runs(block.inlines, context), context, { style, numbers: 0, indent });
}

function text({ number, inlines }: Paragraph, context: RunContext, { numbering }: Writing): string {
  if (number === undefined) return paragraph(runs(inlines, context), context, { style: 'BodyText' });
  return paragraph(runs(inlines, context), context, {
    style: 'NumberedParagraph',
    numbers: numbering.paragraph(number),
  });
}

function list(
  { items, style }: List,
  context: RunContext,
  { numbering }: Writing,
  look: Omit<Look, 'numbers'> = { style: 'ListParagraph' },
): string {
  const numbers = numbering.list(style);
  return items.map((item) => paragraph(runs(item, context), context, { ...look, numbers })).join('');
}

/** The box of a note runs along the hanging end, so that its items stand in the same box as its sentences. */
const inNote = element('w:ind', { 'w:left': measure.indent + 284, 'w:hanging': 284 });

function editorNote({ blocks }: EditorNote, context: RunContext, writing: Writing): string {
  const style = 'EditorNote';
  const head = paragraph(textRun(writing.document.labels.editorNote, { ...context, isBold: true }), context, {
    style,
  });
  const rest = blocks.map((block) => {
    const here = inBlock(context, block);
    if (block.kind === 'list') return list(block, here, writing, { style, indent: inNote });
    return paragraph(runs(block.inlines, here), here, { style });
  });
  return head + rest.join('') + paragraph('', context, { style: 'BodyText' });
}

function openPlace({ inlines }: OpenPlace, context: RunContext, { document }: Writing): string {
  const words: Inline[] = [
    { kind: 'text', text: `[${document.labels.openPlace}: ` },
    ...inlines,
    { kind: 'text', text: ']' },
  ];
  return paragraph(runs(words, context), context, { style: 'OpenPlace' });
}

/** In: a block, where it stands. Out: its paragraphs and tables. */
export function blockXml(block: Block, outer: RunContext, writing: Writing): string {
  const context = inBlock(outer, block);
  switch (block.kind) {
    case 'heading':
      return heading(block, context, writing);
    case 'paragraph':
      return text(block, context, writing);
    case 'list':
      return list(block, context, writing);
    case 'table':
      return tableXml(block, writing.document.labels, context);
    case 'chart':
      return chartXml(block, writing.pictures(block), writing.document.labels, context);
    case 'editor-note':
      return editorNote(block, context, writing);
    case 'open-place':
      return openPlace(block, context, writing);
  }
}
