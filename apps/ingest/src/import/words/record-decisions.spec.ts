/** Decisions of words are stored all or none, after those of others, and given up after some tries. */
import { expect, it } from '@jest/globals';
import { service, toNewEvent, type Authority, type DecideWords, type WordDecided } from '@rapporteur/domain';
import type { Append, AppendOutcome, StreamEvent } from '@rapporteur/event-store';
import { randomUUID } from 'node:crypto';
import { makeTurns } from '../../commands/in-turn.js';
import type { Recording } from '../../commands/recording.js';
import { recordDecisions } from './record-decisions.js';

const meta = { recordedAt: '2024-06-01T00:00:00.000Z', correlationId: 'c', causationId: 'r' };
const said = (word: string): WordDecided => ({
  ...{ collection: 'c', dimension: 'sex', word, decision: 'code', code: 'female', reason: null },
});
const command = (...words: string[]) =>
  ({ collection: 'c', decisions: words.map((word) => said(word)) }) as unknown as DecideWords;
const stored = (word: string, version: number): StreamEvent =>
  ({
    ...toNewEvent({ type: 'WordDecided', data: said(word) }, randomUUID(), {
      ...{ ...meta, recordedBy: 't', principal: 't', signedInBy: 'key' },
    }),
    version,
  }) as unknown as StreamEvent;

/** The decisions of a collection, to which somebody else adds so many times first. */
function open(overtaken: number, known: readonly StreamEvent[] = []) {
  const [appends, read]: [Append[], string[]] = [[], []];
  const recording = {
    inTurn: makeTurns(),
    read: async (stream: string) => {
      read.push(stream);
      return known;
    },
    append: async (append: Append): Promise<AppendOutcome> => {
      appends.push(append);
      return appends.length > overtaken ? 'stored' : ('conflict' as AppendOutcome);
    },
  } as unknown as Recording;
  const record = (asked: DecideWords, authority: Authority = service) =>
    recordDecisions(recording, asked, { authority, meta, asked: [] });
  return { record, appends, read };
}

it('those that are new are stored together, behind those that stand, by whoever may', async () => {
  const { record, appends, read } = open(0, [stored('a', 7)]);
  expect(await record(command('a', 'b', 'x'))).toEqual({
    ...{ status: 201, body: { collection: 'c', decided: 2, version: 9 }, replayed: false },
  });
  expect(read).toEqual(['words/c']);
  const [append] = appends as [Append];
  expect(append).toMatchObject({
    ...{ stream: 'words/c', expectedVersion: 7 },
    events: [
      { type: 'WordDecided', data: said('b'), meta: { ...meta, principal: 'rapporteur' } },
      { data: said('x') },
    ],
  });
  expect([append, append].map((one) => 'by' in one || 'request' in one)).toEqual([false, false]);
  expect(await record(command('a'))).toEqual({
    ...{ status: 200, body: { collection: 'c', decided: 0, version: 7 }, replayed: false },
  });
  expect(appends).toHaveLength(1);
});

it('they rest on the rights of whoever decides, and none may decide for another collection', async () => {
  const grants = [
    { number: 1, role: 'statistician', scope: { respondents: 'all', collections: ['c'] } },
  ] as const;
  const officer: Authority = {
    ...service,
    principal: { ...service.principal, grants },
    standing: { principal: 'ana', version: 3 },
  };
  const { record, appends } = open(0);
  await record(command('a'), officer);
  expect(appends[0]!.by).toEqual(officer.standing);
  const other = { ...command('a'), collection: 'd' } as DecideWords;
  await expect(record(other, officer)).rejects.toMatchObject({ options: { status: 403 } });
});

it('they are tried twenty times while others decide, with the rights as they are then', async () => {
  let renewed = 0;
  const authority: Authority = {
    ...service,
    renew: async () => {
      renewed += 1;
      return authority;
    },
  };
  const some = open(19);
  expect(await some.record(command('a'), authority)).toMatchObject({ status: 201 });
  expect([some.appends.length, renewed]).toEqual([20, 19]);
  const all = open(20);
  await expect(all.record(command('a'), authority)).rejects.toMatchObject({
    options: {
      ...{ status: 503, code: 'overtaken', title: 'Others decided words of this collection all the while' },
      headers: { 'retry-after': '1' },
    },
  });
  expect(all.appends).toHaveLength(20);
});

it('a collection has a hundred thousand at most', async () => {
  const { record, appends } = open(0, [stored('a', 99_999)]);
  await expect(record(command('b', 'x'))).rejects.toMatchObject({
    options: {
      ...{ status: 409, code: 'too-many-decisions', title: 'More than 100000 decisions of words in c' },
      detail:
        'Write what was decided into the mapping of the collection: npm run import -- words --export FILE.',
    },
  });
  expect(appends).toEqual([]);
  expect(await record(command('b'))).toMatchObject({ status: 201, body: { version: 100_000 } });
});
