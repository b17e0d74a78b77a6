/** Into which round a file may be imported, and what the first file of a publication opens. */
import { expect, it } from '@jest/globals';
import type { Confirmed, RoundOpened } from '@rapporteur/domain';
import { checkOrder, checkReceipt, newRound } from './check-round.js';
import type { ImportRequest } from './importing.js';

const request = (receivedOn: string, confirmed?: Confirmed) =>
  ({ collection: 'c', round: '2023', receivedOn, confirmed }) as ImportRequest;

it('a file that was received before the last of its round is refused, and no other', () => {
  const earlier = [
    { round: '2022', first: '2022-05-30', last: '2024-05-30' },
    { round: '2023', first: '2023-01-01', last: '2023-05-30' },
  ];
  for (const day of ['2023-05-30', '2023-06-01'])
    expect(() => checkOrder(request(day), earlier)).not.toThrow();
  expect(() => checkOrder(request('2000-01-01'), earlier.slice(0, 1))).not.toThrow();
  expect(() => checkOrder(request('2023-05-29'), earlier)).toThrow(
    'c/2023 holds a file received on 2023-05-30, after 2023-05-29. Import the older publication as a round of its own.',
  );
});

it('a day before the round called for replies is asked about, unless it is confirmed', () => {
  const round = { noteVerbaleOn: '2023-05-01' } as RoundOpened;
  expect(() => checkReceipt(request('2023-05-01'), round)).not.toThrow();
  expect(() => checkReceipt(request('2023-04-30', ['received-before-round']), round)).not.toThrow();
  for (const confirmed of [undefined, []])
    expect(() => checkReceipt(request('2023-04-30', confirmed), round)).toThrow(
      expect.objectContaining({
        code: 'bad-date',
        message: expect.stringMatching(/\. Expected: .+\.$/) as unknown,
      }) as never,
    );
});

it('a first file opens a round of whole replies, and a partial one a round of single replies', () => {
  const asked = { collection: 'c', round: '2023', title: { en: 'T' } };
  const nothing = { mandate: null, symbol: null, noteVerbaleOn: null, replyBy: null, cutOff: null };
  expect(newRound(asked)).toEqual({
    ...{ ...asked, ...nothing, complete: true, compiledBy: null, asked: null, listed: null },
  });
  expect(newRound({ ...asked, partial: true }).complete).toBe(false);
  expect(newRound({ ...asked, partial: false }).complete).toBe(true);
});
