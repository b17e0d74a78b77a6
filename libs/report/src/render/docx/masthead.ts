/** The head of the first page as United Nations documents have it: organization and symbol, organ and dates, body, title. */
import { directionOf, type Masthead } from '../../document/document.js';
import { element, val } from './elements.js';
import { fullWidth } from './measures.js';
import { textRun, type RunContext } from './runs.js';

interface Look {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly style?: string;
  readonly before?: number;
  readonly after?: number;
  readonly align?: string;
}

/** A paragraph of one text; an absent text gives none. */
function line(text: string | undefined, context: RunContext, look: Look = {}): string {
  if (text === undefined) return '';
  const { size, isBold, isItalic, style = 'MastheadText', before, after, align } = look;
  const isSpaced = before !== undefined || after !== undefined;
  const run = textRun(text, { ...context, isBold, isItalic, size });
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      val('w:pStyle', style),
      isSpaced ? element('w:spacing', { 'w:before': before, 'w:after': after }) : '',
      align ? val('w:jc', align) : '',
    ),
    run,
  );
}

const empty = element('w:p', {}, element('w:pPr', {}, val('w:pStyle', 'MastheadText')));

const cell = (width: number, rule: number, align: 'top' | 'bottom', ...content: string[]): string =>
  element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      element(
        'w:tcBorders',
        {},
        element('w:bottom', { 'w:val': 'single', 'w:sz': rule, 'w:space': 0, 'w:color': 'auto' }),
      ),
      val('w:vAlign', align),
    ),
    content.join('') || empty,
  );

const row = (height: number, ...cells: string[]): string =>
  element(
    'w:tr',
    {},
    element('w:trPr', {}, '<w:cantSplit/>', element('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' })),
    ...cells,
  );

/** In: the texts, where they stand. Out: paragraphs and the two-column table for the top of the body. */
export function mastheadXml(head: Masthead, context: RunContext): string {
  const right = Math.round(fullWidth * 0.32);
  const left = fullWidth - right;
  const dates = [head.distribution, head.date, head.originalLanguage].map((text, i) =>
    line(text, context, { before: i === 1 ? 0 : 60, after: 60 }),
  );
  const { titleLanguage: language } = head;
  const ofTitle =
    language === undefined ? context : { ...context, language, direction: directionOf(language) };
  const table = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      context.direction === 'rtl' ? '<w:bidiVisual/>' : '',
      element('w:tblW', { 'w:w': fullWidth, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      val('w:tblCaption', head.organization),
    ),
    element('w:tblGrid', {}, element('w:gridCol', { 'w:w': left }), element('w:gridCol', { 'w:w': right })),
    row(
      500,
      cell(left, 4, 'bottom', line(head.organization, context, { size: 14, after: 40 })),
      cell(right, 4, 'bottom', line(head.symbol, context, { size: 14, after: 40, align: 'end' })),
    ),
    row(
      1700,
      cell(left, 18, 'top', line(head.organ, context, { size: 20, isBold: true, before: 120, after: 60 })),
      cell(right, 18, 'top', ...dates),
    ),
  );
  return [
    table,
    line(head.body, context, { isBold: true, size: 12, before: 160 }),
    line(head.session, context),
    line(head.meeting, context),
    line(head.agendaItem, context),
    line(head.agendaTitle, context, { isBold: true }),
    line(head.title, ofTitle, { style: 'Title' }),
    line(head.subtitle, context, { style: 'Subtitle' }),
    line(head.draft, context, { style: 'BodyText', isItalic: true }),
  ].join('');
}
