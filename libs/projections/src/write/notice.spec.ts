/** The notice of a batch: it names all whom the batch is about, or says that it is about everything. */
import { expect, it } from '@jest/globals';
import { readNotice, toNotice } from './notice.js';

const reply = (collection: string, respondent: string, type = 'ReplyCorrected') => ({
  type,
  stream: `reply/${collection}/2008/${respondent}`,
});
const roundTrip = (events: readonly { type: string; stream: string }[], dead = 0) =>
  readNotice(toNotice(events, dead));

it('names each respondent in each collection once', () => {
  expect(roundTrip([reply('c', 'SV'), reply('d', 'SV'), reply('c', 'SV', 'ChangeUndone')])).toEqual([
    { collection: 'c', respondent: 'SV' },
    { collection: 'd', respondent: 'SV' },
  ]);
  expect(roundTrip([])).toEqual([]);
});

it.each([
  ['a round', [reply('c', 'SV'), { type: 'RoundOpened', stream: 'round/c/2008' }], 0],
  ['an event that is set aside', [reply('c', 'SV', 'EventSetAside')], 0],
  ['a document', [{ type: 'EvidenceAttached', stream: 'document/abc' }], 0],
  ['one that could not be applied', [reply('c', 'SV')], 1],
  ['more than a notice holds', Array.from({ length: 2000 }, (_, i) => reply(`c${i}`, 'SV')), 0],
])('is about everything where the batch has %s', (_, events, dead) => {
  expect([toNotice(events, dead), roundTrip(events, dead)]).toEqual(['', undefined]);
});
