/**
 * What a file changes in one reply: new, repeated and withdrawn figures; a reply that is the same is not stored
 * again.
 */
import { describe, expect, it } from '@jest/globals';
import {
  evolve,
  noReply,
  observationId,
  type DomainEvent,
  type Observation,
  type ReplyState,
  type RoundOpened,
} from '@rapporteur/domain';
import { countConflicts, planReply } from './plan-reply.js';
import { figureKey, type ImportedReply } from '../table/read-table.js';

const round: RoundOpened = {
  ...{ collection: 'c', round: '2023', title: {}, mandate: null, symbol: null, noteVerbaleOn: null },
  ...{ replyBy: null, cutOff: null, complete: true, compiledBy: null, asked: null, listed: null },
};
const said = (period: string, value: number, more: Partial<Observation> = {}): Observation => ({
  ...{ indicator: 'persons-convicted', breakdown: {}, period, value, qualifier: 'exact' as const, row: 2 },
  ...more,
});
const reply = (observations: Observation[], doubles = 0): ImportedReply => ({
  resolved: { code: 'SV', asWritten: 'SLV', match: 'exact' },
  observations: new Map(observations.map((o) => [figureKey('c', 'SV', o), o])),
  doubles,
});
const noneWaits = { mayBe: () => false };
const plan = (imported: ImportedReply | undefined, state: ReplyState = noReply, before?: ReplyState) =>
  planReply({
    round,
    respondent: 'SV',
    receivedOn: '2023-05-30',
    imported,
    state,
    before,
    name: 'a.csv',
    waiting: noneWaits,
  });
const stateOf = (...events: (DomainEvent | undefined)[]) =>
  events.reduce<ReplyState>((state, event) => evolve(state, event as never), noReply);
const standing = (...observations: Observation[]) => stateOf(plan(reply(observations)).event);

describe('a reply of a file', () => {
  it('that is the first is submitted whole, with who said it and on which day', () => {
    const { event, ...counts } = plan(reply([said('2019', 5), said('2020', 6)], 1));
    expect(counts).toEqual({ stored: 2, repeated: 1, withdrawn: 0, withdrawnWaiting: 0 });
    expect(event).toMatchObject({
      type: 'ReplySubmitted',
      data: {
        ...{ collection: 'c', round: '2023', respondent: 'SV', receivedOn: '2023-05-30' },
        ...{ receivedPrecision: 'on', complete: true, language: null, findings: [] },
        resolved: { code: 'SV', asWritten: 'SLV', match: 'exact' },
        observations: [said('2019', 5), said('2020', 6)],
      },
    });
  });

  it('that says the same is not stored, whatever row it stands in and however it is written', () => {
    const state = standing(said('2019', 5), said('2020', 6));
    const again = reply([said('2020', 6, { row: 9 }), said('2019', 5, { asWritten: '5.' })]);
    expect(plan(again, state)).toEqual({
      event: undefined,
      stored: 0,
      repeated: 2,
      withdrawn: 0,
      withdrawnWaiting: 0,
    });
  });

  it.each([
    ['value', said('2019', 7)],
    ['qualifier', said('2019', 5, { qualifier: 'at-least' })],
    ['break', said('2019', 5, { break: true })],
  ])('that has another %s replaces the one that stands, and withdraws no cell', (_, changed) => {
    const { event, ...counts } = plan(
      reply([changed, said('2020', 6)]),
      standing(said('2019', 5), said('2020', 6)),
    );
    expect(counts).toEqual({ stored: 1, repeated: 1, withdrawn: 0, withdrawnWaiting: 0 });
    expect(event).toMatchObject({
      type: 'ReplyReplaced',
      data: { reason: 'Import of a.csv', reference: null, observations: [changed, said('2020', 6)] },
    });
  });

  it('that lacks a cell withdraws it, also where all is gone, and where it says nothing else new', () => {
    const state = standing(said('2019', 5), said('2020', 6));
    const { event, ...counts } = plan(reply([said('2020', 6)]), state);
    expect(counts).toEqual({ stored: 0, repeated: 1, withdrawn: 1, withdrawnWaiting: 0 });
    expect(event).toMatchObject({ type: 'ReplyReplaced', data: { observations: [said('2020', 6)] } });
    const gone = plan(undefined, state);
    expect(gone).toMatchObject({
      stored: 0,
      repeated: 0,
      withdrawn: 2,
      event: { data: { observations: [] } },
    });
    expect(plan(undefined, stateOf(plan(reply([said('2019', 5)])).event, gone.event))).toEqual({
      ...{ event: undefined, stored: 0, repeated: 0, withdrawn: 0, withdrawnWaiting: 0 },
    });
  });

  it('that is the first of its round is held against the publication before, for what is gone', () => {
    const before = standing(said('2018', 4), said('2019', 5));
    expect(plan(reply([said('2019', 5)]), noReply, before)).toMatchObject({
      ...{ stored: 1, repeated: 0, withdrawn: 1, event: { type: 'ReplySubmitted' } },
    });
    // A reply in the same round counts, and the publication before is then not looked at.
    expect(plan(reply([said('2019', 5)]), standing(said('2019', 5)), before)).toMatchObject({
      ...{ withdrawn: 0, event: undefined },
    });
    const resolved = { code: 'SV', asWritten: 'SV', match: 'code' };
    expect(plan(undefined, noReply, before)).toMatchObject({
      ...{ withdrawn: 2, event: { type: 'ReplySubmitted', data: { resolved, observations: [] } } },
    });
  });

  it('received before the round called for replies is taken: whoever sends the file was asked about that before', () => {
    const called = { ...round, noteVerbaleOn: '2023-06-30' };
    const planned = planReply({
      ...{ round: called, respondent: 'SV', receivedOn: '2023-05-30', before: undefined, name: 'a.csv' },
      ...{ state: noReply, imported: reply([said('2019', 5)]), waiting: noneWaits },
    });
    expect(planned.event).toMatchObject({ type: 'ReplySubmitted', data: { receivedOn: '2023-05-30' } });
  });

  it('received before what stands is refused, and says for whom', () => {
    const state = standing(said('2019', 5));
    expect(() =>
      planReply({
        ...{ round, respondent: 'SV', receivedOn: '2023-05-29', state, before: undefined, name: 'a.csv' },
        imported: reply([said('2019', 6)]),
        waiting: noneWaits,
      }),
    ).toThrow(/^SV: .*Nothing of the file was stored for it\.$/);
  });
});

it('a cell with several figures counts once among those that conflict', () => {
  const conflicting = reply([said('2019', 5), said('2019', 6), said('2019', 7), said('2020', 6)]);
  expect(countConflicts(conflicting)).toBe(1);
  expect(countConflicts(reply([said('2019', 5), said('2020', 5)]))).toBe(0);
  expect([...conflicting.observations.keys()][0]).toBe(
    `${observationId({ collection: 'c', respondent: 'SV', ...said('2019', 5) })} exact 5`,
  );
});
