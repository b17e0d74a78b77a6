/** The body that an entry makes, the fields of its problems, and when a change needs another key. */
import { describe, expect, it } from '@jest/globals';
import { toBody, withKey } from './entry-body.js';
import { problemsByField } from './entry-problems.js';
import { en } from '../../page/texts/en/en.js';
import { zh } from '../../page/texts/zh/zh.js';
import { emptyEntry, emptyFigure, emptyFinding, type Entry } from './entry.js';

const figure = (id: number, part: 'changed' | 'added' | 'retracted', period: string, more: object = {}) => ({
  ...emptyFigure,
  id,
  part,
  indicator: 'persons-prosecuted',
  period,
  value: '6',
  paragraph: '14',
  ...more,
});
const correction: Entry = {
  ...emptyEntry('correction', 3),
  receivedOn: '2008-03-01',
  reason: 'an error',
  figures: [
    figure(1, 'added', '2004'),
    figure(2, 'changed', '2005'),
    figure(3, 'retracted', '2006'),
    figure(4, 'added', '2007', { value: 'six', qualifier: 'at-least' }),
  ],
  findings: [{ ...emptyFinding, id: 5, part: 'retracted', topic: 'shelters', paragraph: '5', note: 'x' }],
};
const problem = (pointer: string) => ({ pointer, code: 'unknown', message: pointer });

describe('an entry', () => {
  it.each([
    ['6', 6],
    [' 1.0 ', 1],
    ['-4', -4],
    ['123456789012345', 123456789012345],
    ['1234567890123456', '1234567890123456'],
    ['1.0000000000000000001', '1.0000000000000000001'],
    ['1e3', '1e3'],
    ['=6', '=6'],
  ])('sends the number %s as it was typed', (value, sent) => {
    const entry = { ...emptyEntry('reply', 0), figures: [figure(1, 'added', '2007', { value })] };
    expect(toBody(entry, 'IS')).toMatchObject({ observations: [{ value: sent }] });
  });

  it('makes the body that the API takes: rows under their parts, only what was typed', () => {
    expect(toBody(correction, 'SV')).toEqual({
      receivedOn: '2008-03-01',
      reason: 'an error',
      observations: {
        added: [
          { indicator: 'persons-prosecuted', period: '2004', value: 6, paragraph: 14 },
          {
            indicator: 'persons-prosecuted',
            period: '2007',
            value: 'six',
            qualifier: 'at-least',
            paragraph: 14,
          },
        ],
        changed: [{ indicator: 'persons-prosecuted', period: '2005', value: 6, paragraph: 14 }],
        retracted: [{ indicator: 'persons-prosecuted', period: '2006' }],
      },
      findings: { added: [], retracted: [{ topic: 'shelters', paragraph: 5 }] },
    });
    const reply: Entry = {
      ...emptyEntry('reply', 0),
      receivedOn: '2008-02-11',
      isOnOrBefore: true,
      figures: [
        figure(1, 'added', '2007', { value: '', qualifier: 'none-known', breakdown: { sex: 'female' } }),
      ],
    };
    expect(toBody(reply, 'IS')).toEqual({
      respondent: 'IS',
      receivedOn: { onOrBefore: '2008-02-11' },
      observations: [
        {
          indicator: 'persons-prosecuted',
          breakdown: { sex: 'female' },
          period: '2007',
          value: null,
          qualifier: 'none-known',
          paragraph: 14,
        },
      ],
      findings: [],
    });
  });

  it('sends null with every qualifier that says why there is no number, and what was typed with it, to be refused', () => {
    const bodyOf = (qualifier: string, value: string) =>
      toBody(
        { ...emptyEntry('reply', 0), figures: [figure(1, 'added', '2007', { value, qualifier })] } as Entry,
        'IS',
      ) as { observations: { value?: unknown; qualifier?: string }[] };
    for (const qualifier of ['none-known', 'not-available', 'not-applicable', 'not-asked', 'withheld']) {
      expect(Object.keys(en.qualifiers)).toContain(qualifier);
      expect(Object.keys(zh.qualifiers)).toContain(qualifier);
      expect(bodyOf(qualifier, ' ').observations).toMatchObject([{ value: null, qualifier }]);
      expect(bodyOf(qualifier, '0').observations).toMatchObject([{ value: 0, qualifier }]);
    }
    expect(bodyOf('at-least', '').observations[0]).not.toHaveProperty('value');
  });

  it('finds the field of each problem, in whatever order the rows were typed', () => {
    const fields = problemsByField(correction, [
      problem('/observations/added/1/value'),
      problem('/observations/changed/0'),
      problem('/observations/retracted/0/period'),
      problem('/findings/retracted/0/topic'),
      problem('/receivedOn/onOrBefore'),
      problem('/observations/added/0/breakdown/sex'),
      problem(''),
      problem('/observations/added/7/value'),
    ]);
    expect([...fields.keys()]).toEqual([
      'figure-4-value',
      'figure-2',
      'figure-3-period',
      'finding-5-topic',
      'receivedOn',
      'figure-1-breakdown',
      '',
    ]);
    expect(fields.get('')).toHaveLength(2);
  });

  it('keeps its key while it is sent again, and gets another with another body or version', () => {
    const first = withKey(correction, 'SV');
    expect(withKey(first, 'SV').key).toEqual(first.key);
    for (const changed of [
      { ...first, reason: 'another' },
      { ...first, version: 4 },
    ])
      expect(withKey(changed, 'SV').key.value).not.toBe(first.key.value);
  });
});
