/** The states before and after each event are what a recount says, whatever was kept, and however far the tables are. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DomainEvent } from '@rapporteur/domain';
import { readHeads, type EventHead } from '@rapporteur/event-store';
import { readCells, withSnapshot, type Snapshot } from '@rapporteur/projections';
import fc from 'fast-check';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { makeRespondentStates, type ReplyHead } from './respondent-states.js';

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(opened('c', '2008'), opened('c', '2010'));
  await store.apply();
});
afterAll(() => store.close());

const drawn = fc.record({
  respondent: fc.constantFrom('SV', 'GR'),
  day: fc.integer({ min: 10, max: 28 }),
  year: fc.constantFrom('2005', '2006'),
  value: fc.integer({ min: 0, max: 9 }),
  withdrawn: fc.boolean(),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** One event: a reply is sent at first, then corrected, withdrawn, and sent anew. */
function toEvent(
  { respondent, day, year, value, withdrawn }: Drawn,
  state: Map<string, string>,
): DomainEvent {
  const receivedOn = `2008-01-${day}`;
  const observations = [figure('persons-prosecuted', year, value), figure('persons-convicted', year, 1)];
  const before = state.get(respondent) ?? 'none';
  const first = submitted(respondent, receivedOn, observations) as Extract<
    DomainEvent,
    { type: 'ReplySubmitted' }
  >;
  const because = { reason: 'r', reference: null };
  if (before === 'none') {
    state.set(respondent, 'standing');
    return first;
  }
  const { resolved: _, ...data } = first.data;
  if (before === 'withdrawn') {
    state.set(respondent, 'standing');
    return { type: 'ReplyReplaced', data: { ...data, ...because } };
  }
  if (!withdrawn) return corrected(respondent, receivedOn, observations);
  state.set(respondent, 'withdrawn');
  const { language: _l, complete: _c, observations: _o, findings: _f, ...key } = data;
  return { type: 'ReplyWithdrawn', data: { ...key, ...because } };
}

const filterOf = ({ collection, respondent }: ReplyHead) => ({
  collections: [collection],
  respondents: [respondent],
});
const recount = async (snapshot: Snapshot, head: ReplyHead) => ({
  before: await readCells(snapshot, filterOf(head), { at: head.position - 1 }),
  after: await readCells(snapshot, filterOf(head), { at: head.position }),
});
const isReply = (head: EventHead): head is ReplyHead => head.respondent !== null;

it('are those of a recount over random histories, looked at in parts, some while later events are there already', async () => {
  const standing = new Map<string, string>();
  const states = makeRespondentStates();
  let place = 0;
  const lookAt = async (limit: number) =>
    withSnapshot(store.pool, async (snapshot) => {
      states.begin(snapshot, place);
      for (const head of await readHeads(store.pool, place, snapshot.position, limit)) {
        if (isReply(head)) {
          const found = await states.read(snapshot, head);
          expect({ head, ...found }).toEqual({ head, ...(await recount(snapshot, head)) });
        }
        states.pass(head);
        place = head.position;
      }
    });
  const step = fc.record({
    events: fc.array(drawn, { maxLength: 4 }),
    limit: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      for (const { events, limit } of steps) {
        for (const one of events) await store.record(toEvent(one, standing));
        await store.apply();
        // What was recorded and is not in the tables yet.
        if (limit === 5) await store.record(opened('c', `x${place}`));
        await lookAt(limit);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
  await lookAt(1000);
}, 60_000);

it('are not taken from what was kept where an event between was not looked at, or was applied late', async () => {
  const states = makeRespondentStates();
  const next = async (value: number) => {
    await store.record(corrected('FR', '2008-01-20', [figure('persons-prosecuted', '2005', value)]));
    await store.apply();
  };
  await store.record(submitted('FR', '2008-01-20', [figure('persons-prosecuted', '2005', 1)]));
  await next(2);
  await next(3);
  await next(4);
  const heads = (await readHeads(store.pool, 0, 1_000_000, 10_000)).filter(isReply).slice(-4);
  await withSnapshot(store.pool, async (snapshot) => {
    const [first, second, third, fourth] = heads as [ReplyHead, ReplyHead, ReplyHead, ReplyHead];
    states.begin(snapshot, first.position - 1);
    await states.read(snapshot, first);
    states.pass(first);
    // It concerned nobody.
    states.pass(second);
    expect(await states.read(snapshot, third)).toEqual(await recount(snapshot, third));
    states.pass(third);
    // Another process went on for a while: this one had come to the first event.
    const late = makeRespondentStates();
    late.begin(snapshot, first.position - 1);
    await late.read(snapshot, first);
    late.pass(first);
    late.begin(snapshot, second.position);
    expect(await late.read(snapshot, third)).toEqual(await recount(snapshot, third));
    expect(await states.read(snapshot, fourth)).toEqual(await recount(snapshot, fourth));
    // An event that could not be applied is kept as a dead letter: what was read before lacks it.
    states.begin({ ...snapshot, deadLetters: 1 }, third.position);
    const kept = await states.read({ ...snapshot, deadLetters: 1 }, fourth);
    expect(kept).toEqual(await recount(snapshot, fourth));
  });
});
