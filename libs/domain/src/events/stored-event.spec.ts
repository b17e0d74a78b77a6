/** What may be stored, what can be read again, and what a later event of the stream sets aside. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { eventVersions, roundOpenedSchema, type DomainEvent, type EventVersion } from './events.js';
import {
  corrected,
  opened,
  prosecuted,
  replaced,
  submitted,
  undone,
  withdrawn,
} from '../samples/examples.js';
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

/** Evidence as the first version of its event has it, which knew no regions. */
const firstAttached = {
  ...{ collection: 'ecosoc-2006-27', round: '2008', document: 'a'.repeat(64), extraction: 3 },
  receivedOn: '2008-01-20',
  passages: [
    {
      ...{ event: 2, ordinal: 1, page: 4, paragraph: 14, language: 'en' },
      ...{ quote: 'six', prefix: 'of whom ', suffix: ' were prosecuted', start: 61, end: 64 },
    },
  ],
};
const attached: DomainEvent = {
  type: 'EvidenceAttached',
  data: { ...firstAttached, passages: firstAttached.passages.map((one) => ({ ...one, region: null })) },
};
const inRegion = {
  ...{ event: 2, ordinal: 1, page: 4, paragraph: null, language: null, region: 'xywh=percent:10,20,30,5' },
  ...{ quote: null, prefix: null, suffix: null, start: null, end: null },
};
const framed: DomainEvent = {
  type: 'EvidenceAttached',
  data: { ...firstAttached, extraction: null, passages: [inRegion] },
};
const ofPassage = (passage: object) => ({
  ...stored(framed),
  data: { ...framed.data, passages: [passage] },
});

/** A reply that says why there is no number, as the first version of the event could not. */
const unasked = {
  ...submitted,
  data: {
    ...submitted.data,
    observations: [{ ...prosecuted('2006', 0), value: null, qualifier: 'not-asked' }],
  },
} as DomainEvent;

describe('an event about to be stored', () => {
  it.each([opened, submitted, unasked, corrected, replaced, withdrawn, aside(1), undone, attached, framed])(
    'has the version of its type, and comes back as it was: $type',
    (event) => {
      checkStorable(stored(event));
      expect(readEvent(JSON.parse(JSON.stringify(stored(event))))).toEqual(event);
    },
  );

  it.each([
    ['a row number that is none', odd],
    ['another type', { ...stored(submitted), type: 'constructor' }],
    ['another version', { ...stored(submitted), schemaVersion: 3 }],
    ['a word of a later version', { ...stored(unasked), schemaVersion: 1 }],
    ['a region in an earlier version', { ...stored(framed), schemaVersion: 1 }],
    ['a region and words', ofPassage({ ...inRegion, quote: 'six' })],
    ['a region and a place in the text', ofPassage({ ...inRegion, start: 4, end: 9 })],
    ['a region of no page', ofPassage({ ...inRegion, page: null })],
    ['a region beyond its page', ofPassage({ ...inRegion, region: 'xywh=percent:60,20,50,5' })],
    ['a region in pixels', ofPassage({ ...inRegion, region: 'xywh=pixel:60,20,50,5' })],
    ['neither a region nor a place in the text', ofPassage({ ...inRegion, region: null })],
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
  it('leave out what a later one undoes', () => {
    const events = stream(...[submitted, corrected, replaced, undone].map(stored));
    expect(readStreamEvents(events)).toEqual([submitted, corrected, undone]);
    expect(readStreamEvents(events).reduce(evolve, noReply)).toEqual(
      [submitted, corrected].reduce(evolve, noReply),
    );
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

describe('every version that is not the current one of its type', () => {
  /** Data as it was stored, by type and version: `{ 'RoundOpened 1': {…} }`. */
  const samples: Readonly<Record<string, unknown>> = {
    'ReplySubmitted 1': submitted.data,
    'ReplyCorrected 1': corrected.data,
    'ReplyReplaced 1': replaced.data,
    'EvidenceAttached 1': firstAttached,
  };
  const all = Object.entries(eventVersions).flatMap(([type, versions]) =>
    versions.map(({ toNext }, i) => ({ type, schemaVersion: i + 1, toNext, isOld: i < versions.length - 1 })),
  );

  it('leads to the next, which the current one does not', () => {
    for (const { type, schemaVersion, toNext, isOld } of all)
      expect([type, schemaVersion, toNext !== undefined]).toEqual([type, schemaVersion, isOld]);
  });
  it('of what is said in a reply is read as it stands', () => {
    for (const { type, data } of [submitted, corrected, replaced])
      expect(readEvent({ type, schemaVersion: 1, data })).toEqual({ type, data });
  });
  it('of evidence is read as words without a region, whatever it holds, and could be stored anew', () => {
    const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 9 }));
    const passage = fc.record({
      ...{ event: fc.integer({ min: 1 }), ordinal: fc.nat(), page: fc.option(fc.integer({ min: 1 })) },
      ...{ paragraph: fc.option(fc.nat()), quote: text, prefix: text, suffix: text },
      ...{ start: fc.nat(), end: fc.nat(), language: fc.option(fc.constantFrom('en', 'ar')) },
    });
    const passages = fc.array(passage, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(passages, fc.integer({ min: 1 }), (said, extraction) => {
        const data = { ...firstAttached, extraction, passages: said };
        checkStorable({ ...stored(attached), schemaVersion: 1, data });
        const event = readEvent({ type: 'EvidenceAttached', schemaVersion: 1, data });
        expect(event.data).toEqual({ ...data, passages: said.map((one) => ({ ...one, region: null })) });
        checkStorable(stored(event));
      }),
    );
  });
  it('has a sample here, which is read as the current one', () => {
    const old = all.filter(({ isOld }) => isOld);
    expect(Object.keys(samples)).toEqual(old.map(({ type, schemaVersion }) => `${type} ${schemaVersion}`));
    for (const { type, schemaVersion } of old)
      expect(readEvent({ type, schemaVersion, data: samples[`${type} ${schemaVersion}`] }).type).toBe(type);
  });
});

describe('an event type with three versions', () => {
  const versions = eventVersions as { RoundOpened: readonly EventVersion[] };
  const [now] = versions.RoundOpened;
  /** The first has no title, the second one of a single language. */
  const first = roundOpenedSchema.omit({ title: true });
  const second = first.extend({ title: z.string() });
  const { title: _, ...untitled } = opened.data as z.output<typeof roundOpenedSchema>;
  beforeEach(() => {
    versions.RoundOpened = [
      { schema: first, toNext: (data) => ({ ...(data as object), title: 'of old' }) },
      {
        schema: second,
        toNext: (data) => ({ ...(data as object), title: { en: (data as { title: string }).title } }),
      },
      now!,
    ];
  });
  afterEach(() => {
    versions.RoundOpened = [now!];
  });
  const read = (schemaVersion: number, data: unknown) =>
    readEvent({ type: 'RoundOpened', schemaVersion, data });

  it('is stored in the last, and read from each as the last', () => {
    expect(stored(opened).schemaVersion).toBe(3);
    checkStorable(stored(opened));
    expect(read(1, untitled).data).toEqual({ ...untitled, title: { en: 'of old' } });
    expect(read(2, { ...untitled, title: 'a' }).data).toEqual({ ...untitled, title: { en: 'a' } });
    expect(read(3, opened.data)).toEqual(opened);
  });
  it('is held to the schema of its own version, and what upcasters make of it to that of the last', () => {
    expect(() => read(1, opened.data)).toThrow(UnreadableEvent);
    expect(() => read(2, untitled)).toThrow(UnreadableEvent);
    versions.RoundOpened = [{ schema: first, toNext: (data) => data }, now!];
    expect(() => read(1, untitled)).toThrow(/version 1 as the current one: RoundOpened: .*title/s);
  });
  it('is what a stream and its round are read as', () => {
    const [old] = stream({ type: 'RoundOpened', schemaVersion: 1, data: untitled });
    expect(findRound([old!])?.title).toEqual({ en: 'of old' });
  });
});
