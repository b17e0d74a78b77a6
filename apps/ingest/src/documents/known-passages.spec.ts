/** Which passages of a document are new, and where those of another reading of it stand now. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Anchored, DocumentEvent, DocumentText, Passage, Statement } from '@rapporteur/domain';
import { findKnown, findNew, reanchorKnown } from './known-passages.js';

const content = '14. In 2007 thirty were arrested.\nSix were prosecuted, and six fled.';
const text: DocumentText = {
  ...{ extraction: 2, language: 'en', text: content },
  blocks: [
    { start: 0, end: 33, page: 1, number: 14 },
    { start: 34, end: content.length, page: 1, number: null },
  ],
} as unknown as DocumentText;
const passage = (quote: string | null, more: Partial<Passage> = {}): Passage => ({
  ...{ event: 7, ordinal: 2, page: 1, paragraph: 14, language: 'en', quote },
  ...{ start: 12, end: 18, prefix: '', suffix: '', region: null },
  ...more,
});
const attached = (extraction: number | null, ...passages: Passage[]): DocumentEvent =>
  ({ type: 'EvidenceAttached', data: { extraction, passages } }) as unknown as DocumentEvent;
const inRegion = (region = 'xywh=percent:10,20,30,5') =>
  passage(null, { start: null, end: null, paragraph: null, language: null, region });
const statement = (position = 7, ordinal = 2) => ({ position, ordinal }) as Statement;
const found = (is?: Passage, why?: Anchored['why']): Anchored => ({
  ...{ statement: statement(), passage: is },
  ...(why === undefined ? {} : { why }),
});

it('of each statement the last passage is known, by its event and its ordinal', () => {
  const [first, second, other] = [passage('a'), passage('b'), passage('c', { event: 72, ordinal: 0 })];
  const received = { type: 'DocumentReceived', data: {} } as unknown as DocumentEvent;
  const known = findKnown([received, attached(1, first, other), attached(2, second)]);
  expect([...known.values()]).toEqual([
    { passage: second, extraction: 2 },
    { passage: other, extraction: 1 },
  ]);
  expect(findKnown([]).size).toBe(0);
});

describe('a passage is new', () => {
  const news = (now: Passage | undefined, ...events: DocumentEvent[]) =>
    findNew([found(now)], findKnown(events), 2);

  it('where nothing was known, or something else', () => {
    expect(news(passage('a'))).toEqual([passage('a')]);
    expect(news(undefined)).toEqual([]);
    expect(news(passage('a'), attached(2, passage('a', { ordinal: 3 })))).toEqual([passage('a')]);
    expect(news(passage('a'), attached(2, passage('a')))).toEqual([]);
    expect(news(passage('a'), attached(1, passage('a')))).toEqual([passage('a')]);
  });

  it.each<Partial<Passage>>([{ page: 2 }, { paragraph: 15 }, { quote: 'b' }, { start: 11 }, { end: 19 }])(
    'where it has another %j',
    (more) => {
      expect(news(passage('a', more), attached(2, passage('a')))).toEqual([passage('a', more)]);
    },
  );

  it('but not where a whole paragraph would take the place of words of the same reading', () => {
    const whole = passage(null, { start: 0, end: 33 });
    expect(news(whole, attached(2, passage('a')))).toEqual([]);
    expect(news(whole, attached(1, passage('a')))).toEqual([whole]);
    expect(news(whole, attached(2, passage(null)))).toEqual([whole]);
    expect(news(passage('a'), attached(2, whole))).toEqual([passage('a')]);
  });
});

describe('a region', () => {
  const said = (now: Passage, ...events: DocumentEvent[]) =>
    findNew([found(now)], findKnown(events), 2, true);
  it('stays, whatever is looked for in whichever reading of the text', () => {
    for (const extraction of [null, 1, 2]) {
      const known = findKnown([attached(extraction, inRegion())]);
      for (const looked of [passage('thirty'), passage(null)]) {
        expect(reanchorKnown(text, [found(looked, 'no-number')], known)).toEqual({
          anchored: [{ statement: statement(), passage: inRegion() }],
          reanchored: 0,
        });
        // Somebody may have said it while it was looked for.
        expect(findNew([found(looked)], known, 2)).toEqual([]);
      }
    }
  });

  it('is new where a person says another, or words in its place, or it in place of words', () => {
    const other = inRegion('xywh=percent:10,20,30,6');
    expect(said(inRegion(), attached(null, inRegion()))).toEqual([]);
    expect(said(inRegion(), attached(1, inRegion()))).toEqual([]);
    expect(said(other, attached(null, inRegion()))).toEqual([other]);
    expect(said({ ...inRegion(), page: 2 }, attached(null, inRegion()))).toHaveLength(1);
    expect(said(passage('six'), attached(null, inRegion()))).toEqual([passage('six')]);
    expect(said(inRegion(), attached(2, passage('six')))).toEqual([inRegion()]);
  });
});

it('a region that was said last stays, in whatever order and reading words are looked for', () => {
  const looked = fc.record({
    extraction: fc.integer({ min: 1, max: 3 }),
    found: fc.constantFrom(
      undefined,
      passage(null),
      passage('thirty'),
      passage('six', { start: 50, end: 53 }),
    ),
  });
  const said = fc.constantFrom(inRegion(), inRegion('xywh=percent:0,0,100,100'), passage('six'));
  fc.assert(
    fc.property(fc.array(fc.oneof(looked, said), { maxLength: 12 }), (steps) => {
      const events: DocumentEvent[] = [];
      let last: Passage | undefined;
      for (const step of steps) {
        const isSaid = !('extraction' in step);
        const extraction = isSaid ? 2 : step.extraction;
        const known = findKnown(events);
        const anchored = isSaid
          ? [found(step)]
          : reanchorKnown({ ...text, extraction }, [found(step.found)], known).anchored;
        const news = findNew(anchored, known, extraction, isSaid);
        if (news.length > 0) events.push(attached(extraction, ...news));
        if (isSaid) last = step;
        if (last && last.region !== null) expect(findKnown(events).get('7.2')?.passage).toEqual(last);
      }
    }),
  );
});

describe('words of another reading', () => {
  const again = (now: Anchored, ...events: DocumentEvent[]) => reanchorKnown(text, [now], findKnown(events));
  const looked = found(passage(null, { start: 0, end: 33 }), 'number-not-found');

  it('are the same words in this one', () => {
    const { anchored, reanchored } = again(looked, attached(1, passage('thirty', { start: 99, end: 105 })));
    expect(reanchored).toBe(1);
    expect(anchored).toMatchObject([
      { passage: { quote: 'thirty', start: 12, end: 18, paragraph: 14, event: 7 } },
    ]);
    expect(anchored[0]).not.toHaveProperty('why');
  });

  it('are left where they are of this reading, or were a whole paragraph, or of another statement', () => {
    for (const event of [
      attached(2, passage('thirty')),
      attached(1, passage(null)),
      attached(1, passage('thirty', { event: 8 })),
    ])
      expect(again(looked, event)).toEqual({ anchored: [looked], reanchored: 0 });
  });

  it('that are there no more leave what was looked for, and that is told where it has no words', () => {
    const gone = attached(1, passage('forty'));
    expect(again(looked, gone)).toEqual({
      anchored: [{ ...looked, why: 'quote-not-found' }],
      reanchored: 0,
    });
    const none = found(undefined, 'no-paragraph');
    expect(again(none, gone).anchored).toEqual([{ ...none, why: 'quote-not-found' }]);
    const exact = found(passage('six'));
    expect(again(exact, gone)).toEqual({ anchored: [exact], reanchored: 0 });
  });
});
