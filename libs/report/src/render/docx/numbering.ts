/** `numbering.xml`: headings I, A, 1; paragraphs that count through; lists that each begin anew. */
import type { List } from '../../document/document.js';
import { declaration, element, namespaces, val } from './elements.js';
import type { LevelFormat } from './heading-numbers.js';
import { measure } from './measures.js';

/** Numbers that styles refer to. */
export const headingNumbers = 1;
export const paragraphNumbers = 2;

const abstracts = { headings: 1, paragraphs: 2, letters: 3, numbers: 4, bullets: 5 } as const;

interface Level {
  readonly format: string;
  readonly text: string;
  readonly style?: string;
  readonly indent: string;
  readonly align?: 'left' | 'right';
  readonly suffix?: string;
}

function level(index: number, { format, text, style, indent, align = 'left', suffix }: Level): string {
  return element(
    'w:lvl',
    { 'w:ilvl': index },
    val('w:start', 1),
    val('w:numFmt', format),
    style ? val('w:pStyle', style) : '',
    suffix ? val('w:suff', suffix) : '',
    val('w:lvlText', text),
    val('w:lvlJc', align),
    element('w:pPr', {}, indent),
  );
}

const hanging = (left: number, by: number) =>
  element('w:tabs', {}, element('w:tab', { 'w:val': 'num', 'w:pos': left })) +
  element('w:ind', { 'w:left': left, 'w:hanging': by });

const abstract = (id: number, kind: string, ...levels: string[]) =>
  element('w:abstractNum', { 'w:abstractNumId': id }, val('w:multiLevelType', kind), ...levels);

const uncounted: LevelFormat = { format: 'none', before: '', after: '' };

function headings(formats: readonly (LevelFormat | undefined)[]): string {
  return abstract(
    abstracts.headings,
    'multilevel',
    ...formats.map((found, i) => {
      const { format, before, after } = found ?? uncounted;
      const text = found ? `${before}%${i + 1}${after}` : '';
      const indent = hanging(measure.indent, measure.headingHang);
      return level(i, { format, text, style: `Heading${i + 1}`, indent });
    }),
  );
}

const paragraphs = abstract(
  abstracts.paragraphs,
  'singleLevel',
  level(0, {
    format: 'decimal',
    text: '%1.',
    style: 'NumberedParagraph',
    indent:
      element(
        'w:tabs',
        {},
        element('w:tab', { 'w:val': 'num', 'w:pos': measure.indent + measure.numberTab }),
      ) + element('w:ind', { 'w:left': measure.indent, 'w:firstLine': 0 }),
  }),
);

const list = (id: number, format: string, text: string) =>
  abstract(id, 'singleLevel', level(0, { format, text, indent: hanging(measure.indent + 1134, 567) }));

/** Collects the lists and the breaks in the count of paragraphs while the body is written. */
export class Numbering {
  private readonly more: string[] = [];
  private expected = 1;
  private current = paragraphNumbers;

  constructor(private readonly formats: readonly (LevelFormat | undefined)[]) {}

  /** In: a paragraph's number. Out: the `w:numId` under which Word's count gives just that number. */
  paragraph(number: number): number {
    if (number !== this.expected) this.current = this.begin(abstracts.paragraphs, number);
    this.expected = number + 1;
    return this.current;
  }

  /** Out: the `w:numId` of a list that begins anew. */
  list(style: List['style']): number {
    return this.begin(abstracts[style], 1);
  }

  private begin(abstractId: number, at: number): number {
    const id = paragraphNumbers + 1 + this.more.length;
    const start = element('w:lvlOverride', { 'w:ilvl': 0 }, val('w:startOverride', at));
    this.more.push(element('w:num', { 'w:numId': id }, val('w:abstractNumId', abstractId), start));
    return id;
  }

  toXml(): string {
    const num = (id: number, abstractId: number) =>
      element('w:num', { 'w:numId': id }, val('w:abstractNumId', abstractId));
    return (
      declaration +
      element(
        'w:numbering',
        { 'xmlns:w': namespaces['xmlns:w'] },
        headings(this.formats),
        paragraphs,
        list(abstracts.letters, 'lowerLetter', '(%1)'),
        list(abstracts.numbers, 'decimal', '%1.'),
        list(abstracts.bullets, 'bullet', '•'),
        num(headingNumbers, abstracts.headings),
        num(paragraphNumbers, abstracts.paragraphs),
        ...this.more,
      )
    );
  }
}
