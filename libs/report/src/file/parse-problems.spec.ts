/** What a person is told of each mistake in a report file, word for word (`jest -u` where somebody means to change it). */
import { expect, it } from '@jest/globals';
import { parseReport, toSlug } from './parse-report.js';

const head = `---
language: en
collection: c
round: 2008
masthead:
  organization: United Nations
  title: T
---
`;
const problemsOf = (text: string) => {
  const reading = parseReport(text);
  return reading.ok
    ? []
    : reading.problems.map(({ line, column, code, message, expected = '' }) =>
        [`${line}:${column} ${code}`, message, expected].filter(Boolean).join('\n'),
      );
};

it('in the text', () => {
  const body = [
    '#### Four',
    ':state{topic=hotline}, :qqqqqqqq{a=1}, :states[13]{topic=hotline}, :states{topic=hotline colour=red}',
    '> a quotation\n\n    code\n\n![p](x) `code`\n\n***',
    '<b>bold</b>\n\n<!-- left out -->',
    ':::box\nText\n:::',
    '::::unnumbered\n:::open-place\nText\n:::\n::::',
    '- a\n\n  :::editor-note\n  b\n  :::',
    ':table{of=replies} and\n\n::coverage{topic=hotline}',
    ':states{#a topic=hotline} :states{#a topic=hotline} :states{#ü topic=hotline}',
    ':inconsistencies{a=b} :figure{respondent=SV indicator=x period=200x}',
    'A[^a][^b] and [^b], [^none] and [^long].',
    '[^a]: With :states{topic=hotline}[^n].',
    '[^n]: Inside.',
    '[^b]: One.',
    '[^unused]: One.',
    '[^long]: One.\n\n    Two.',
  ];
  expect(problemsOf(`${head}\n${body.join('\n\n')}\n`).join('\n\n')).toMatchSnapshot();
});

it('in the head', () => {
  expect(
    [
      problemsOf('Text'),
      problemsOf('---\na: [\n---\n'),
      problemsOf('---\n---\nText'),
      problemsOf(head.replace('  title: T\n', '').replace('language: en', 'language: English')),
      problemsOf(
        head.replace('title: T', 'title: T\n  titel: T').replace('round: 2008', 'round: ""\nasOf: x'),
      ),
      problemsOf(head.replace('collection: c', 'collection: c\ncolour: red')),
    ]
      .map((problems) => problems.join('\n\n'))
      .join('\n\n===\n\n'),
  ).toMatchSnapshot();
});

it('ids that are made of a query can be read, and are no longer than 58 characters', () => {
  const slug = (period: string) => toSlug({ kind: 'figure', respondent: 'SV', period });
  expect(slug('2003/2006')).toBe('figure-SV-2003_2006');
  expect(slug('x'.repeat(48))).toBe(`figure-SV-${'x'.repeat(48)}`);
  const [long, other] = [slug('x'.repeat(49)), slug(`${'x'.repeat(49)}y`)];
  expect([long.length, other.length]).toEqual([58, 58]);
  expect(long).not.toBe(other);
  expect(long.slice(0, 50)).toBe(`figure-SV-${'x'.repeat(39)}-`);
});
