/** The passage of each statement: its paragraph by number, and the exact words where they are certain. */
import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../tables/fold.js';
import { anchorStatements, type DocumentText } from './anchor.js';

/** A document of numbered paragraphs, each a block. */
function toDocument(...paragraphs: readonly string[]): DocumentText {
  let start = 0;
  const blocks = paragraphs.map((text) => {
    const number = Number(/^\d+/.exec(text)?.[0] ?? NaN);
    const block = { kind: 'text' as const, number: number || null, page: 2, start, end: start + text.length };
    start = block.end + 2;
    return block;
  });
  return { extraction: 1, language: 'en', text: paragraphs.join('\n\n'), blocks };
}

const figure = (value: number | null, paragraph?: number, more: Partial<Statement> = {}): Statement =>
  ({
    kind: 'observation',
    ...{
      position: 7,
      ordinal: 3,
      respondent: 'SV',
      value,
      source: paragraph === undefined ? {} : { paragraph },
    },
    ...more,
  }) as Statement;

const anchor = (document: DocumentText, statement: Statement, names = {}) =>
  anchorStatements(
    document,
    [statement, figure(1, 1, { respondent: 'GT' })],
    (r) => (names as never)[r] ?? [],
  )[0]!;

describe('a figure', () => {
  const letter = toDocument('13. Nothing.', '14. In 2007 El Salvador arrested 30 people and convicted 6.');

  it('whose number stands once in its paragraph gets the exact words, with what stands around them', () => {
    const { passage, why } = anchor(letter, figure(30, 14));
    expect(why).toBeUndefined();
    expect(passage).toMatchObject({
      event: 7,
      ordinal: 3,
      page: 2,
      paragraph: 14,
      quote: '30',
      language: 'en',
    });
    expect(letter.text.slice(passage!.start!, passage!.end!)).toBe('30');
    expect(passage!.prefix).toBe('4. In 2007 El Salvador arrested ');
    expect(passage!.suffix).toBe(' people and convicted 6.');
  });

  it('before which somebody else is named last has its paragraph alone, since the number may be theirs', () => {
    const names = { SV: ['El Salvador'], GT: ['Guatemala'] };
    const both = toDocument('14. El Salvador answered. In Guatemala 30 people were arrested.', '15. Of 6.');
    expect(anchor(both, figure(30, 14), names)).toMatchObject({
      ...{ why: 'number-perhaps-of-another', passage: { paragraph: 14, quote: null } },
    });
    expect(anchor(both, figure(30, 14, { respondent: 'GT' }), names).passage).toMatchObject({ quote: '30' });
    // Where nobody is named, the reply is its own respondent's.
    expect(anchor(both, figure(6, 15), names).passage).toMatchObject({ quote: '6' });
  });

  it.each([
    ['without a paragraph', figure(30), 'no-paragraph', null],
    ['of a paragraph that is not there', figure(30, 99), 'paragraph-not-found', null],
    ['without a number', figure(null, 14), 'no-number', 14],
    ['whose number is not there', figure(31, 14), 'number-not-found', 14],
  ])('%s says why it has no exact words', (_, statement, why, paragraph) => {
    const found = anchor(letter, statement);
    expect([found.why, found.passage?.paragraph ?? null, found.passage?.quote ?? null]).toEqual([
      why,
      paragraph,
      null,
    ]);
  });

  it('whose number stands there twice gets them where the words as written tell which', () => {
    const twice = toDocument('5. 6 people were tried. Of 6 victims two were children.');
    expect(anchor(twice, figure(6, 5)).why).toBe('number-more-than-once');
    const { passage } = anchor(twice, figure(6, 5, { source: { paragraph: 5, asWritten: '6 victims' } }));
    expect(passage!.quote).toBe('6 victims');
  });

  it('is looked for after the name of its respondent, and not where "these two" points back', () => {
    const two = toDocument(
      '67. Guatemala has two bodies. El Salvador set up two units. These two meet often.',
    );
    const names = { SV: ['El Salvador'], GT: ['Guatemala'] };
    const { passage } = anchor(two, figure(2, 67), names);
    expect(passage!.prefix).toMatch(/El Salvador set up $/);
    expect(anchor(two, figure(2, 67)).why).toBe('number-more-than-once');
  });

  it('goes on in the parts of its paragraph that have no number of their own', () => {
    const parts = toDocument('8. The following were reported:', '(a) 12 raids;', '9. Other.');
    expect(anchor(parts, figure(12, 8)).passage!.quote).toBe('12');
  });
});

it('a finding gets its whole paragraph', () => {
  const letter = toDocument('1. A.', '2. There are shelters.');
  const { passage, why } = anchor(letter, { ...figure(null, 2), kind: 'finding' });
  expect([letter.text.slice(passage!.start!, passage!.end!), passage!.quote, why]).toEqual([
    '2. There are shelters.',
    null,
    undefined,
  ]);
});

it('a paragraph whose number stands in the document twice is not guessed', () => {
  expect(anchor(toDocument('1. 5 a.', '1. 5 b.'), figure(5, 1)).why).toBe('paragraph-twice');
});
