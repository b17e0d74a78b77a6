/** Each check of a run accepts a correct outcome, and names the fault of a wrong one. */
import { describe, expect, it } from '@jest/globals';
import {
  checkCommands,
  checkLogOrder,
  checkPositions,
  checkProgress,
  checkSights,
  checkTopic,
  type Recorded,
  type Sent,
} from './check-run.js';
import { checkTold } from './check-told.js';
import { compareRows, findDisordered } from './check-trends.js';
import type { Answer, Command } from '../clients/journal.js';

const event = (
  position: number | null,
  version: number,
  value: number | null,
  rest: Partial<Recorded> = {},
) => ({
  position,
  id: `event-${version}`,
  stream: 's',
  version,
  partition: 3,
  cause: `c-${version}`,
  value,
  ...rest,
});
const command = (version: number, value: number | null, rest: Partial<Command> = {}): Command => ({
  id: `c-${version}`,
  stream: 's',
  kind: 'correct',
  value,
  outcome: 'acknowledged',
  tries: 1,
  isAmbiguous: false,
  version,
  eventId: `event-${version}`,
  ...rest,
});
const message = ({ position, cause: _cause, ...rest }: Recorded, offset: number): Sent => ({
  ...rest,
  position: position!,
  offset: String(offset),
});
const events = [event(1, 1, 11), event(2, 2, 22), event(3, 3, null)];
const commands = [command(1, 11), command(2, 22), command(3, null)];

describe('commands', () => {
  it('that are stored once each as they were answered are right', () => {
    expect(checkCommands(commands, events)).toEqual([]);
  });
  it('acknowledged and lost, stored twice, or stored as another are named', () => {
    expect(checkCommands(commands, events.slice(0, 2))).toEqual([expect.stringContaining('is not stored')]);
    const twice = [...events, event(4, 4, 22, { cause: 'c-2' })];
    expect(checkCommands(commands, twice)).toEqual([expect.stringContaining('stored 2 times')]);
    const other = [command(1, 11, { version: 9 }), ...commands.slice(1)];
    expect(checkCommands(other, events)).toEqual([expect.stringContaining('as version 9')]);
    const altered = [command(1, 12), ...commands.slice(1)];
    expect(checkCommands(altered, events)).toEqual([expect.stringContaining('states 12')]);
  });
  it('that nobody answered may be stored once or not at all', () => {
    const unknown = [commands[0]!, commands[1]!, command(3, null, { outcome: 'unknown' })];
    expect(checkCommands(unknown, events)).toEqual([]);
    expect(checkCommands(unknown, events.slice(0, 2))).toEqual([]);
  });
  it('refused at the first try must not be stored, after a lost try they may', () => {
    const refused = (isAmbiguous: boolean) => [
      commands[0]!,
      commands[1]!,
      command(3, null, { outcome: 'refused', isAmbiguous }),
    ];
    expect(checkCommands(refused(false), events)).toEqual([expect.stringContaining('was refused')]);
    expect(checkCommands(refused(true), events)).toEqual([]);
  });
  it('that nobody sent are named', () => {
    expect(checkCommands(commands.slice(0, 2), events)).toEqual([expect.stringContaining('nobody sent')]);
  });
});

describe('positions', () => {
  it('are right when dense up to the head', () => expect(checkPositions(events, 3)).toEqual([]));
  it('that are left out, doubled or missing are named', () => {
    expect(checkPositions([events[0]!, events[2]!], 2)).toEqual([
      expect.stringContaining('position 2 is not'),
    ]);
    expect(checkPositions([...events, event(3, 4, 1)], 4)).toEqual([expect.stringContaining('position 4')]);
    expect(checkPositions(events, 4)).toEqual([expect.stringContaining('the head is 4')]);
    expect(checkPositions([...events, event(null, 4, 1)], 3)).toEqual([
      expect.stringContaining('no position'),
    ]);
  });
  it('in another order than the versions of a stream are named', () => {
    expect(checkLogOrder(events)).toEqual([]);
    expect(checkLogOrder([event(1, 2, 1), event(2, 1, 1)])).toHaveLength(2);
  });
});

describe('the topic', () => {
  const sent = events.map((one, i) => message(one, i));
  it('is right with everything in order, and with what came again', () => {
    expect(checkTopic(sent, events)).toEqual([]);
    expect(checkTopic([...sent, message(events[1]!, 3), message(events[2]!, 4)], events)).toEqual([]);
  });
  it('that lacks an event, has one altered or too late is named', () => {
    expect(checkTopic([sent[0]!, sent[2]!], events)).toEqual([
      expect.stringContaining('Kafka lacks position 2'),
      expect.stringContaining('version 3 of s comes after 1'),
    ]);
    expect(checkTopic([sent[0]!, { ...sent[1]!, value: 5 }, sent[2]!], events)).toEqual([
      expect.stringContaining('not what the log says'),
    ]);
    expect(checkTopic([sent[1]!, sent[0]!, sent[2]!], events)).toEqual(
      expect.arrayContaining([expect.stringContaining('position 1 came late')]),
    );
  });
});

describe('answers', () => {
  const answer = (position: number, value: number | null, waitedFor?: string): Answer => ({
    client: 'a',
    position,
    waitedFor,
    sights: [{ stream: 's', value }],
  });
  it('that go on and show what the log says are right', () => {
    const answers = [answer(0, null), answer(1, 11), answer(2, 22, 'event-2'), answer(3, null)];
    expect(checkProgress(answers, events)).toEqual([]);
    expect(checkSights(answers, events)).toEqual([]);
  });
  it('that go back, or stand before what was waited for, are named', () => {
    expect(checkProgress([answer(2, 22), answer(1, 11)], events)).toEqual([
      expect.stringContaining('1 after 2'),
    ]);
    expect(checkProgress([answer(1, 11, 'event-2')], events)).toEqual([
      expect.stringContaining('waited for'),
    ]);
    expect(checkProgress([answer(3, 11, 'lost')], events)).toEqual([expect.stringContaining('Infinity')]);
  });
  it('that show another value than that of their position are named', () => {
    expect(checkSights([answer(1, 22)], events)).toEqual([expect.stringContaining('shown 22')]);
    expect(checkSights([answer(3, 22)], events)).toEqual([expect.stringContaining('says null')]);
  });
});

describe('the topic of trends', () => {
  const row = (position: number, value: number) =>
    JSON.stringify({ position, years: [{ year: 2007, id: 's~2007', value }] });
  const wanted = new Map([['s', '2007 s~2007 5']]);
  it('with the series of the tables is right; one that it lacks, has otherwise or too many is named', () => {
    expect(compareRows(wanted, new Map([['s', row(3, 5)]]))).toEqual([]);
    expect(compareRows(wanted, new Map())).toEqual([expect.stringContaining('topic nothing')]);
    expect(compareRows(wanted, new Map([['s', row(3, 4)]]))).toHaveLength(1);
    expect(compareRows(new Map(), new Map([['s', row(3, 5)]]))).toHaveLength(1);
  });
  it('in which a position goes back within a partition is named', () => {
    const heard = (positions: number[], partition = 1) =>
      positions.map((position) => ({ partition, key: 's', value: row(position, 1) }));
    expect(findDisordered([...heard([2, 2, 5]), ...heard([1], 2)])).toEqual([]);
    expect(findDisordered(heard([2, 5, 3]))).toEqual(['s: position 3 came after 5']);
  });
});

describe('what a webhook was told', () => {
  const stream = 'reply/c/2008/SV';
  const recorded = [
    event(1, 1, 0, { stream: 'round/c/2008', value: undefined }),
    event(2, 1, 11, { stream }),
    event(3, 1, 12, { stream: 'reply/c/2008/GR' }),
    event(4, 2, null, { stream }),
  ];
  const told = (position: number, respondent = 'SV') => ({
    position,
    collection: 'c',
    round: '2008',
    respondent,
  });
  it('is right with every change of a reply, in order of each, also where it came again', () => {
    expect(checkTold([told(2), told(4), told(3, 'GR')], recorded)).toEqual([]);
    expect(checkTold([told(2), told(4), told(2), told(4), told(3, 'GR')], recorded)).toEqual([]);
  });
  it('too late, of nothing that happened, or not at all is named', () => {
    expect(checkTold([told(4), told(2), told(3, 'GR')], recorded)).toEqual([
      expect.stringContaining('position 2 was told after 4'),
    ]);
    expect(checkTold([told(2), told(4), told(3)], recorded)).toEqual([
      expect.stringContaining('where no such event is'),
      expect.stringContaining('reply/c/2008/GR: nothing told of position 3'),
    ]);
    expect(checkTold([told(1), told(2), told(3, 'GR')], recorded)).toEqual([
      expect.stringContaining('position 1, where no such event is'),
      expect.stringContaining('nothing told of position 4'),
    ]);
  });
});
