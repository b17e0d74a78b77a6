/** What a cell says at a vintage: corrections, withdrawals, late arrival, complete rounds; order and doubles do not matter. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isReplyEvent, type DomainEvent, type ReplyEvent } from '../events/events.js';
import {
  corrected,
  opened,
  prosecuted,
  replaced,
  submitted,
  undone,
  withdrawn,
} from '../samples/examples.js';
import { foldCells, toMark, toStatements, type Vintage } from './fold.js';
import { readEvent } from '../events/stored-event.js';

const rows = (events: readonly DomainEvent[]) =>
  events.map((event, i) => ({
    statements: toStatements(event, i + 1),
    marks: isReplyEvent(event) ? [toMark(event, i + 1)] : [],
  }));
const fold = (parts: ReturnType<typeof rows>, vintage?: Vintage) =>
  foldCells(
    parts.flatMap((p) => p.statements),
    parts.flatMap((p) => p.marks),
    vintage,
  );
const says = (events: readonly DomainEvent[], vintage?: Vintage) =>
  Object.fromEntries(
    [...fold(rows(events), vintage)]
      .filter(([, [s]]) => s!.kind === 'observation')
      .map(([cell, statements]) => [
        cell.split('~').at(-1),
        statements.map(({ value }) => value).join(' | '),
      ]),
  );
const received = <T extends DomainEvent>(event: T, receivedOn: string, more: object = {}): T => ({
  ...event,
  data: { ...event.data, receivedOn, ...more },
});

describe('what a cell says', () => {
  const history = [opened, submitted, corrected, replaced, withdrawn];
  it('follows a reply through correction, replacement and withdrawal', () => {
    expect(says(history.slice(0, 2))).toEqual({ 2006: '37', 2007: '6' });
    expect(says(history.slice(0, 3))).toEqual({ 2005: '18', 2007: '8' });
    expect(says(history.slice(0, 4))).toEqual({ 2007: '9' });
    expect(says(history)).toEqual({});
  });
  it('can be asked for as it stood on any day and at any position', () => {
    expect(says(history, { asOf: '2008-01-19' })).toEqual({});
    expect(says(history, { asOf: '2008-02-10' })).toEqual({ 2005: '18', 2007: '8' });
    expect(says(history, { at: 2 })).toEqual({ 2006: '37', 2007: '6' });
    expect(says(history, { asOf: '2008-03-31', at: 3 })).toEqual({ 2005: '18', 2007: '8' });
  });
  it('goes by the day of receipt, not by the order of recording', () => {
    const late = received(corrected, '2008-02-01');
    expect(says([opened, submitted, replaced, late])).toEqual({ 2007: '9' });
  });
  it('is what it was before an event that was undone, from that day on and not before', () => {
    const history = [opened, submitted, corrected, replaced, undone];
    expect(says(history)).toEqual(says([opened, submitted, corrected]));
    expect(says(history, { asOf: '2008-03-14' })).toEqual({ 2007: '9' });
    expect(says(history, { at: 4 })).toEqual({ 2007: '9' });
    expect(says([...history, withdrawn])).toEqual({});
  });
  it('falls back to an earlier round when a later reply is withdrawn', () => {
    const next = received(submitted, '2010-01-01', { round: '2010', observations: [prosecuted('2007', 40)] });
    const gone = received(withdrawn, '2010-02-01', { round: '2010' });
    expect(says([opened, submitted, next])).toEqual({ 2006: '37', 2007: '40' });
    expect(says([opened, submitted, next, gone])).toEqual({ 2006: '37', 2007: '6' });
  });
  it('is withdrawn by a complete reply that does not mention it, and only while that reply stands', () => {
    const next = received(submitted, '2010-01-01', {
      round: '2010',
      complete: true,
      observations: [prosecuted('2007', 40)],
    });
    const gone = received(withdrawn, '2010-02-01', { round: '2010' });
    expect(says([opened, submitted, next])).toEqual({ 2007: '40' });
    expect(says([opened, submitted, next], { asOf: '2009-12-31' })).toEqual({ 2006: '37', 2007: '6' });
    expect(says([opened, submitted, next, gone])).toEqual({ 2006: '37', 2007: '6' });
  });
  it('keeps both of two values that one event gives, and chooses none', () => {
    expect(
      says([
        opened,
        received(submitted, '2008-01-20', { observations: [prosecuted('2017', 62), prosecuted('2017', 43)] }),
      ]),
    ).toEqual({ 2017: '62 | 43' });
  });
});

describe('random histories', () => {
  const days = fc.integer({ min: 20, max: 28 }).map((day) => `2008-01-${day}`);
  const figures = fc
    .uniqueArray(fc.integer({ min: 2004, max: 2007 }), { maxLength: 4 })
    .chain((years) =>
      fc.tuple(
        ...years.map((year) =>
          fc.integer({ min: 0, max: 99 }).map((value) => prosecuted(String(year), value)),
        ),
      ),
    );
  const history = fc.array(
    fc.record({
      kind: fc.constantFrom(submitted, replaced, withdrawn, corrected),
      day: days,
      round: fc.constantFrom('2008', '2010'),
      observations: figures,
      complete: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const toEvents = (
    drawn: Iterable<{
      kind: DomainEvent;
      day: string;
      round: string;
      observations: object[];
      complete: boolean;
    }>,
  ): DomainEvent[] =>
    [...drawn].map(({ kind, day, round, observations, complete }) => {
      if (kind.type === 'ReplyWithdrawn' || kind.type === 'ReplyCorrected')
        return received(kind, day, { round });
      return received(kind, day, { round, observations, complete });
    });

  it('give the same cells in any order of arrival and with any doubling', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (drawn, randoms) => {
        const parts = rows(toEvents(drawn));
        const order = [...parts, ...parts].map((part) => ({ part, key: randoms.next().value as number }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ part }) => part);
        const sorted = (cells: Map<string, unknown>) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(fold(shuffled))).toEqual(sorted(fold(parts)));
      }),
    );
  });

  it('never change what was known on an earlier day or at an earlier position', () => {
    fc.assert(
      fc.property(history, days, fc.integer({ min: 1, max: 12 }), (drawn, asOf, at) => {
        const events = toEvents(drawn);
        const parts = rows(events);
        const knew = parts.filter((_, i) => i + 1 <= at && (events[i] as ReplyEvent).data.receivedOn <= asOf);
        expect([...fold(parts, { asOf, at })]).toEqual([...fold(knew)]);
      }),
    );
  });
});

describe('stored samples of every event type and version', () => {
  it.each([opened, submitted, corrected, replaced, withdrawn, undone])(
    '$type version 1 stays readable',
    (event) => {
      const stored = JSON.parse(JSON.stringify(event)) as DomainEvent;
      expect(readEvent({ ...stored, schemaVersion: 1 })).toEqual(event);
      expect(() => readEvent({ ...stored, schemaVersion: 99 })).toThrow('no schema');
      expect(() => readEvent({ ...stored, schemaVersion: 1, data: {} })).toThrow(event.type);
    },
  );
});

describe('a statement that takes back', () => {
  it('leaves its cell empty, whatever else the same event says of it', () => {
    const [statement] = toStatements(submitted, 1);
    const both = [
      { ...statement!, ordinal: 0, retracted: true },
      { ...statement!, ordinal: 1, retracted: false },
    ];
    const mark = toMark(submitted as ReplyEvent, 1);
    expect(foldCells(both, [mark]).size).toBe(0);
    expect(foldCells(both.toReversed(), [mark]).size).toBe(0);
    expect(foldCells(both.slice(1), [mark]).size).toBe(1);
  });
  it('or adds, or changes a finding is one of it, each told apart', () => {
    const finding = (topic: string) => ({ topic, paragraph: 5 });
    const event = {
      ...corrected,
      data: {
        ...(corrected as Extract<DomainEvent, { type: 'ReplyCorrected' }>).data,
        observations: { changed: [], added: [], retracted: [] },
        findings: {
          changed: [finding('hotline')],
          added: [finding('shelters')],
          retracted: [finding('training-provided')],
        },
      },
    } as DomainEvent;
    expect(toStatements(event, 1)[0]).toMatchObject({ breakdown: '_T', period: '', year: null, value: null });
    const told = toStatements(event, 1).map(({ kind, code, retracted }) => `${kind} ${code} ${retracted}`);
    expect(told.sort()).toEqual([
      'finding hotline false',
      'finding shelters false',
      'finding training-provided true',
    ]);
  });
});
