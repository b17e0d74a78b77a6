/** What may be stored, what can be read again, and what a later event of the stream sets aside. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from './events.js';
import { corrected, opened, replaced, submitted, withdrawn } from '../commands/examples.js';
import { evolve, noReply } from '../commands/reply-state.js';
import {
  checkStorable,
  faultOfMeta,
  findRound,
  readEvent,
  readStreamEvents,
  toNewEvent,
  UnreadableEvent,
  UnstorableEvent,
} from './stored-event.js';

const meta = {
  recordedBy: 't',
  recordedAt: '2008-02-01T00:00:00.000Z',
  correlationId: 'c',
  causationId: 'r',
};
const id = '00000000-0000-4000-8000-000000000001';
const stored = (event: DomainEvent) => toNewEvent(event, id, meta);
const aside = (version: number, respondent: string | null = 'SV'): DomainEvent => ({
  type: 'EventSetAside',
  data: {
    collection: 'ecosoc-2006-27',
    round: '2008',
    respondent,
    version,
    position: 7,
    reason: 'a row number of 1.5',
  },
});
const stream = (...events: object[]) =>
  events.map((event, i) => ({ ...(event as ReturnType<typeof stored>), version: i + 1 }));
const odd = {
  ...stored(submitted),
  data: {
    ...submitted.data,
    observations: [{ ...(submitted.data as { observations: object[] }).observations[0], row: 1.5 }],
  },
};

describe('an event about to be stored', () => {
  it.each([opened, submitted, corrected, replaced, withdrawn, aside(1)])(
    'has the version of its type, and comes back as it was: $type',
    (event) => {
      checkStorable(stored(event));
      expect(readEvent(JSON.parse(JSON.stringify(stored(event))))).toEqual(event);
    },
  );

  it.each([
    ['a row number that is none', odd],
    ['another type', { ...stored(submitted), type: 'constructor' }],
    ['another version', { ...stored(submitted), schemaVersion: 2 }],
    ['no data', { ...stored(submitted), data: null }],
    ['data without end', { ...stored(submitted), data: { ...submitted.data, late: NaN } }],
    ['a name with NUL', { ...stored(opened), data: { ...opened.data, title: { en: 'a\u0000b' } } }],
    ['a key with NUL', { ...stored(opened), data: { ...opened.data, title: { 'e\u0000': 'a' } } }],
    ['half a surrogate pair', { ...stored(opened), data: { ...opened.data, mandate: '\ud800' } }],
    ['a cause with NUL', { ...stored(opened), meta: { ...meta, causationId: 'a\u0000b' } }],
    ['nobody who recorded it', { ...stored(opened), meta: { ...meta, recordedBy: '' } }],
    ['no time', { ...stored(opened), meta: { ...meta, recordedAt: 'today' } }],
    ['more particulars than there are', { ...stored(opened), meta: { ...meta, more: 1 } }],
  ])('is refused with %s', (_, event) => {
    expect(() => checkStorable(event)).toThrow(UnstorableEvent);
  });

  it('is refused wherever in it a text stands that cannot be kept', () => {
    const texts = fc.constantFrom('\u0000', 'a\u0000', '\ud800', 'x\udc00y');
    fc.assert(
      fc.property(texts, fc.constantFrom('note', 'asWritten', 'words', 'word'), (text, where) => {
        const place =
          where === 'words'
            ? { words: { [text]: 'a' } }
            : where === 'word'
              ? { words: { a: text } }
              : { [where]: text };
        const [first] = (submitted.data as { observations: object[] }).observations;
        const data = { ...submitted.data, observations: [{ ...first, ...place }] };
        expect(() => checkStorable({ ...stored(submitted), data })).toThrow(UnstorableEvent);
        expect(() => readEvent({ ...stored(submitted), data })).toThrow(UnreadableEvent);
      }),
    );
    expect(faultOfMeta({ ...meta, causationId: 'a\u0000' })).toContain('NUL');
    expect(faultOfMeta(meta)).toBeUndefined();
  });
});

describe('the events of a stream', () => {
  it('leave out what a later one sets aside, whatever it holds, and nothing else', () => {
    const events = stream(odd, stored(aside(1)), stored(submitted), stored(corrected));
    expect(readStreamEvents(events)).toEqual([aside(1), submitted, corrected]);
    const reduced = readStreamEvents(events).reduce(evolve, noReply);
    expect(reduced).toEqual([submitted, corrected].reduce(evolve, noReply));
  });
  it('cannot be read while one cannot, which is named', () => {
    expect(() => readStreamEvents(stream(stored(submitted), odd))).toThrow(/version 2: ReplySubmitted/);
    expect(() => readStreamEvents(stream(odd, stored(aside(2))))).toThrow(UnreadableEvent);
  });
  it('give the round that was opened, also after its opening was set aside and made again', () => {
    const broken = { ...stored(opened), data: { ...opened.data, title: 1 } };
    expect(findRound([])).toBeUndefined();
    expect(findRound(stream(stored(opened)))).toEqual(opened.data);
    expect(findRound(stream(broken, stored(aside(1, null))))).toBeUndefined();
    expect(findRound(stream(broken, stored(aside(1, null)), stored(opened)))).toEqual(opened.data);
  });
});
