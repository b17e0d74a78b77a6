/** Words that were found in one extraction are found in another, or not at all. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Statement } from '../tables/fold.js';
import { anchorAt, type DocumentText } from './anchor.js';
import { reanchor } from './reanchor.js';

/** Paragraphs from number 14 on, each a block, with so many characters between them. */
function toText(paragraphs: readonly string[], between = 2, extraction = 1): DocumentText {
  let text = '';
  const blocks = paragraphs.map((said, i) => {
    if (i > 0) text += '\n'.repeat(between);
    const start = text.length;
    text += said;
    return { kind: 'text' as const, number: 14 + i, page: i + 1, start, end: text.length };
  });
  return { extraction, language: 'en', text, blocks };
}
const statement = { position: 7, ordinal: 3 } as Statement;
const at = (text: DocumentText, quote: string, nth = 0) => {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = text.text.indexOf(quote, start + 1);
  return anchorAt(text, statement, { start, end: start + quote.length })!;
};
const before = toText(['14. They tried 6 people; 6 were freed.', '15. Of 30, six fled.']);

describe('a passage', () => {
  it('is where its words are, wherever the text begins now', () => {
    const now = toText(['14. They tried 6 people; 6 were freed.', '15.  Of 30 , six fled.'], 9, 2);
    const found = reanchor(now, at(before, '30'))!;
    expect([now.text.slice(found.start!, found.end!), found.paragraph, found.page]).toEqual(['30', 15, 2]);
    expect(found).toMatchObject({ event: 7, ordinal: 3, quote: '30', suffix: ' , six fled.' });
  });

  it('whose words stand there twice is the one with the same words around it', () => {
    const now = toText(['14. They  tried 6 people ; 6 were freed.', '15. Of 30, six fled.'], 5, 2);
    const [first, second] = [0, 1].map((nth) => reanchor(now, at(before, '6', nth)));
    expect([first!.start, second!.start]).toEqual([now.text.indexOf('6'), now.text.lastIndexOf('6')]);
  });

  it('is found where its words are parted otherwise: by ends of lines, or Chinese by none, but no number is made of two', () => {
    const now = toText(['14. They tried\n6 people; 6\nwere freed.', '15. 2007年\n起诉了30 40人。'], 2, 2);
    const quoteOf = (was: string, quote: string) =>
      reanchor(now, at(toText(['14. None.', was]), quote))?.quote;
    expect(reanchor(now, at(before, 'tried 6 people'))).toMatchObject({
      quote: 'tried\n6 people',
      paragraph: 14,
    });
    expect(quoteOf('15. 2007年起诉了30 40人。', '2007年起诉了')).toBe('2007年\n起诉了');
    expect(quoteOf('15. 2007年起诉了3040人。', '起诉了3040人')).toBeUndefined();
    expect(quoteOf('15. 2007年起诉了30 40人。', '起诉了30 40人')).toBe('起诉了30 40人');
  });

  it('is not taken from another paragraph, nor guessed where the words around have changed', () => {
    expect(
      reanchor(toText(['14. None.', '15. They tried 6 people.'], 2, 2), at(before, '6')),
    ).toBeUndefined();
    expect(reanchor(toText(['14. Some 6 or 6.'], 2, 2), at(before, '6'))).toBeUndefined();
    expect(reanchor(before, { ...at(before, '6'), quote: null })).toBeUndefined();
  });
});

it('any passage of any text is found in the same text again, or where its words stand twice not at all', () => {
  const word = fc.constantFrom('six', '6', '30', 'tried', '三十', 'من', '💡', ' ');
  const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(), (all, place, length) => {
      const said = all.map((words) => `x${words.join('')}`);
      const [first, second] = [toText(said), toText(said, 7, 2)];
      const start = place % first.text.length;
      const passage = anchorAt(first, statement, { start, end: start + 1 + (length % 9) });
      if (!passage) return;
      const found = reanchor(second, passage);
      if (!found) expect(first.text.split(passage.quote!).length).toBeGreaterThan(2);
      else {
        const { start: _s, end: _e, ...same } = passage;
        expect(found).toMatchObject(same);
      }
    }),
  );
});
