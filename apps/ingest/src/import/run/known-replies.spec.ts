/** Who vanishes by an import: those who had figures and have none any more, and nobody else. */
import { expect, it } from '@jest/globals';
import type { DomainEvent, ReplySubmitted } from '@rapporteur/domain';
import { countWithdrawn } from './known-replies.js';

const resolved = { code: 'AT', asWritten: 'AT', match: 'code' } as const;
type Observations = ReplySubmitted['observations'];
const reply = (round: string, observations: Observations): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...{ collection: 'c', round, respondent: 'AT', receivedOn: `${round}-05-30`, receivedPrecision: 'on' },
    ...{ late: null, language: null, complete: true, observations, findings: [], resolved },
  },
});
const figure: Observations = [
  { indicator: 'persons-convicted', breakdown: {}, period: '2019', value: 7, qualifier: 'exact' },
];

it.each([
  ['had no figure and has none', [], [], { standing: 0, periods: [], isGone: false }],
  ['had a figure and has none', figure, [], { standing: 1, periods: ['2019'], isGone: true }],
  ['had a figure and keeps it', figure, figure, { standing: 1, periods: [], isGone: false }],
])('a respondent who %s', (_, before, after, expected) => {
  const known = [{ event: reply('2020', before), stream: 's', version: 1, position: 1, isOwn: false }];
  expect(countWithdrawn(known, [reply('2021', after)])).toEqual(expected);
});

it('figures alone are counted, and no findings', () => {
  const event = reply('2020', []);
  const said = { ...event, data: { ...event.data, findings: [{ topic: 'shelters' }] } } as DomainEvent;
  const known = [{ event: said, stream: 's', version: 1, position: 1, isOwn: false }];
  expect(countWithdrawn(known, [])).toEqual({ standing: 0, periods: [], isGone: false });
});
