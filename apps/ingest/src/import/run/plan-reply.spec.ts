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

describe('a part of a publication', () => {
  const part = (observations: Observation[], state: ReplyState = noReply, changed?: Observation[]) =>
    planReply({
      ...{ round, respondent: 'SV', receivedOn: '2023-06-30', imported: reply(observations), state },
      ...{ before: standing(said('2000', 1)), name: 'a.csv', waiting: noneWaits, partial: true },
      changed: changed && new Set(changed.map((o) => figureKey('c', 'SV', o))),
    });

  it('is a reply that is not complete where there was none, and withdraws nothing', () => {
    const { event, ...counts } = part([said('2019', 5)]);
    expect(counts).toEqual({ stored: 1, repeated: 0, withdrawn: 0, withdrawnWaiting: 0 });
    expect(event).toMatchObject({ type: 'ReplySubmitted', data: { complete: false } });
  });

  it('corrects what it says otherwise, adds what is new, and leaves the rest', () => {
    const state = standing(said('2018', 4), said('2019', 5), said('2020', 6));
    const both = [said('2021', 7), said('2021', 8, { row: 3 })];
    const { event, ...counts } = part([said('2019', 9), said('2020', 6), ...both], state);
    expect(counts).toEqual({ stored: 3, repeated: 1, withdrawn: 0, withdrawnWaiting: 0 });
    expect(event).toMatchObject({
      type: 'ReplyCorrected',
      data: {
        ...{
          collection: 'c',
          round: '2023',
          respondent: 'SV',
          receivedOn: '2023-06-30',
          receivedPrecision: 'on',
        },
        ...{ reason: 'Import of a.csv, a part', reference: null },
        findings: { changed: [], added: [], retracted: [] },
        observations: { changed: [said('2019', 9)], added: both, retracted: [] },
      },
    });
    // Both values of one figure, and then one of them alone, or both again.
    const twice = stateOf(plan(reply([said('2018', 4)])).event, part(both, standing(said('2018', 4))).event);
    expect(part(both.toReversed(), twice).event).toBeUndefined();
    expect(part(both.slice(0, 1), twice).event).toMatchObject({
      data: { observations: { changed: [both[0]], added: [] } },
    });
  });

  it('retracts after a decision what hung on it, and nothing where it is no decision', () => {
    const figure = said('2019', 5, { breakdown: { sex: 'female' } });
    const state = standing(said('2018', 4), figure);
    expect(part([said('2018', 4)], state, [figure]).event).toMatchObject({
      data: {
        observations: {
          ...{ changed: [], added: [] },
          retracted: [{ indicator: 'persons-convicted', breakdown: { sex: 'female' }, period: '2019' }],
        },
      },
    });
    expect(part([said('2018', 4)], state).event).toBeUndefined();
  });

  it('changes nothing of a reply that was withdrawn by hand, where only words were decided', () => {
    const withdrawn = { ...standing(said('2018', 4)), status: 'withdrawn' as const };
    expect(part([said('2018', 4)], withdrawn, [said('2018', 4)]).event).toBeUndefined();
    expect(part([said('2018', 4)], withdrawn).event).toBeDefined();
  });
});

describe('a reply after words were decided', () => {
  const decided = (state: ReplyState, ofFile: Observation[], changed: Observation[]) =>
    planReply({
      ...{ round, respondent: 'SV', receivedOn: '2023-05-30', imported: reply(ofFile), state, name: 'a.csv' },
      ...{ before: undefined, waiting: noneWaits },
      changed: new Set(changed.map((o) => figureKey('c', 'SV', o))),
    });
  it('has the figures that came, without those that went, and what was said by hand', () => {
    const state = standing(said('2018', 1), said('2019', 5));
    const { event, ...counts } = decided(
      state,
      [said('2018', 9), said('2020', 6)],
      [said('2019', 5), said('2020', 6)],
    );
    expect(counts).toEqual({ stored: 1, repeated: 1, withdrawn: 1, withdrawnWaiting: 0 });
    expect(event).toMatchObject({ data: { observations: [said('2018', 1), said('2020', 6)] } });
  });
  it('is stored where only the row of a figure is another, and not where all is the same', () => {
    const state = standing(said('2018', 1), said('2019', 5));
    const moved = said('2019', 5, { row: 7 });
    expect(decided(state, [said('2018', 1), moved], [moved]).event).toMatchObject({
      data: { observations: [said('2018', 1), moved] },
    });
    expect(decided(state, [said('2018', 1), said('2019', 5)], [said('2019', 5)]).event).toBeUndefined();
  });
  it('stays withdrawn where somebody withdrew it', () => {
    const withdrawn = { ...standing(said('2018', 1)), status: 'withdrawn' as const };
    expect(decided(withdrawn, [said('2018', 1)], [said('2018', 1)]).event).toBeUndefined();
    expect(plan(reply([said('2018', 1)]), withdrawn).event).toBeDefined();
  });
});

it('what rows that wait may bring back is told of what is withdrawn', () => {
  const planned = planReply({
    ...{ round, respondent: 'SV', receivedOn: '2023-05-30', imported: undefined, name: 'a.csv' },
    ...{ state: standing(said('2018', 1), said('2019', 5)), before: undefined },
    waiting: { mayBe: ({ period, respondent }) => period === '2019' && respondent === 'SV' },
  });
  expect(planned).toMatchObject({ withdrawn: 2, withdrawnWaiting: 1 });
});

it('a cell with several figures counts once among those that conflict', () => {
  const conflicting = reply([said('2019', 5), said('2019', 6), said('2019', 7), said('2020', 6)]);
  expect(countConflicts(conflicting)).toBe(1);
  expect(countConflicts(reply([said('2019', 5), said('2020', 5)]))).toBe(0);
  expect([...conflicting.observations.keys()][0]).toBe(
    `${observationId({ collection: 'c', respondent: 'SV', ...said('2019', 5) })} exact 5`,
  );
});
