/** The styles of a document: each with the name that Word gives it, and how its text stands. */
import { element, val } from './elements.js';
import { measure } from './measures.js';
import { headingNumbers, paragraphNumbers } from './numbering.js';
import { cellMargins, reportTable } from './table-styles.js';

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'paragraph' | 'character' | 'table';
  readonly basedOn?: string;
  readonly next?: string;
  /** Content of `w:pPr`, in the order of the schema. */
  readonly paragraph?: string;
  /** Content of `w:rPr`. */
  readonly run?: string;
  readonly rest?: string;
  readonly isQuick?: boolean;
}

export const half = (points: number) => val('w:sz', points * 2) + val('w:szCs', points * 2);
const bold = '<w:b/><w:bCs/>';
/** Twentieths of a point; a line is as high as its letters ask where none is given. */
const spacing = (before: number, after: number, line?: number) =>
  element('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': line ?? 240,
    'w:lineRule': line ? 'atLeast' : 'auto',
  });
const indent = (left: number, right: number) => element('w:ind', { 'w:left': left, 'w:right': right });
const inText = indent(measure.indent, measure.indent);
const align = (how: string) => val('w:jc', how);
const number = (id: number, level: number) =>
  element('w:numPr', {}, val('w:ilvl', level), val('w:numId', id));
const border = (side: string, size: number, space = 4) =>
  element(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': 'auto' });
const box = (color: string) =>
  element(
    'w:pBdr',
    {},
    ...['top', 'left', 'bottom', 'right'].map((side) =>
      element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 4, 'w:color': color }),
    ),
  );
const shade = (fill: string) => element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill });

function heading(level: 1 | 2 | 3, points: number, before: number): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: 'NumberedParagraph',
    isQuick: true,
    paragraph:
      '<w:keepNext/><w:keepLines/>' +
      number(headingNumbers, level - 1) +
      spacing(before, 120) +
      element('w:ind', {
        'w:left': measure.indent,
        'w:right': measure.indent,
        'w:hanging': measure.headingHang,
      }) +
      val('w:outlineLvl', level - 1),
    run: bold + half(points),
  };
}

/** What differs by script: the least height of a line in twentieths of a point, and how words are set off. */
export interface Script {
  readonly line: number;
  readonly emphasis: string;
}
export const letters: Script = { line: 240, emphasis: '<w:i/><w:iCs/>' };
/** Chinese characters want more height than letters, and are not slanted. */
export const characters: Script = { line: 320, emphasis: '' };

const ofText = ({ line }: Script): readonly Style[] => [
  { id: 'Normal', name: 'Normal', isQuick: true, paragraph: spacing(0, 0, line) },
  {
    id: 'Title',
    name: 'Title',
    isQuick: true,
    paragraph: '<w:keepNext/>' + spacing(360, 240) + inText,
    run: bold + half(14),
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    isQuick: true,
    paragraph: spacing(0, 240) + inText,
    run: bold + half(12),
  },
  heading(1, 14, 360),
  heading(2, 12, 240),
  heading(3, 10, 200),
  {
    id: 'BodyText',
    name: 'Body Text',
    isQuick: true,
    paragraph: spacing(0, 120, line) + inText + align('both'),
  },
  {
    id: 'NumberedParagraph',
    name: 'Numbered Paragraph',
    basedOn: 'BodyText',
    isQuick: true,
    paragraph: number(paragraphNumbers, 0),
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    basedOn: 'BodyText',
    isQuick: true,
    paragraph: spacing(0, 80, line),
  },
  {
    id: 'Caption',
    name: 'caption',
    next: 'Normal',
    isQuick: true,
    paragraph: '<w:keepNext/><w:keepLines/>' + spacing(200, 80),
    run: half(10),
  },
];

const ofTablesAndNotes = ({ line, emphasis }: Script): readonly Style[] => [
  { id: 'TableText', name: 'Table Text', isQuick: true, paragraph: spacing(30, 30), run: half(8.5) },
  {
    id: 'TableNote',
    name: 'Table Note',
    isQuick: true,
    paragraph: '<w:keepLines/>' + spacing(60, 0),
    run: half(8.5),
  },
  { id: 'Picture', name: 'Picture', paragraph: '<w:keepNext/>' + spacing(0, 60) },
  {
    id: 'EditorNote',
    name: 'Editor Note',
    isQuick: true,
    paragraph: '<w:keepLines/>' + box('7F7F7F') + shade('F2F2F2') + spacing(0, 0, line) + inText,
    run: half(9),
  },
  {
    id: 'OpenPlace',
    name: 'Open Place',
    isQuick: true,
    next: 'NumberedParagraph',
    paragraph:
      element('w:pBdr', {}, border('left', 18, 6)) + shade('FFF7DB') + spacing(60, 120, line) + inText,
    run: emphasis,
  },
];

const ofPages: readonly Style[] = [
  { id: 'MastheadText', name: 'Masthead Text', paragraph: spacing(0, 0) },
  {
    id: 'Header',
    name: 'header',
    paragraph: element('w:pBdr', {}, border('bottom', 4)) + spacing(0, 0),
    run: bold + half(8.5),
  },
  { id: 'Footer', name: 'footer', paragraph: spacing(0, 0), run: bold + half(8.5) },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    paragraph: spacing(0, 40) + inText,
    run: half(8.5),
  },
];

const ofWords = ({ emphasis }: Script): readonly Style[] => [
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    kind: 'character',
    run: val('w:vertAlign', 'superscript'),
  },
  {
    id: 'Hyperlink',
    name: 'Hyperlink',
    kind: 'character',
    run: val('w:color', '1F4E8C') + val('w:u', 'single'),
  },
  { id: 'Unanswerable', name: 'Unanswerable Claim', kind: 'character', run: shade('FFE9A8') },
  { id: 'NormalTable', name: 'Normal Table', kind: 'table', rest: cellMargins(0) },
  {
    id: 'ReportTable',
    name: 'Report Table',
    kind: 'table',
    basedOn: 'NormalTable',
    rest: reportTable(emphasis),
  },
];

/** In: the script of the document. Out: its styles, in the order of the file. */
export const stylesOf = (script: Script): readonly Style[] => [
  ...ofText(script),
  ...ofTablesAndNotes(script),
  ...ofPages,
  ...ofWords(script),
];
