/** What each kind of figure is as an observation of SDMX. */
import { describe, expect, it } from '@jest/globals';
import type { CellStatement } from '@rapporteur/domain';
import { componentsOf, type Row } from '../model.js';
import { figuresStructure, untimedStructure } from '../structures/flows.js';
import { toTimedRow, toUntimedRow } from './to-row.js';

const statement = (more: Partial<CellStatement> = {}): CellStatement => ({
  kind: 'observation',
  cell: 'c~SV~victims-detected~_T~2005',
  collection: 'c',
  respondent: 'SV',
  reply: 'c/2008/SV',
  position: 7,
  receivedOn: '2008-01-20',
  code: 'victims-detected',
  breakdown: '_T',
  period: '2005',
  year: 2005,
  value: 12,
  qualifier: 'exact',
  source: { paragraph: 14 },
  ...more,
});

const named = (structure: typeof figuresStructure, row: Row | undefined) =>
  row &&
  Object.fromEntries(
    componentsOf(structure).flatMap(({ id }, i) => (row[i] === undefined ? [] : [[id, row[i]]])),
  );
const timed = (...variants: Partial<CellStatement>[]) =>
  named(figuresStructure, toTimedRow(variants.map(statement)));

describe('a figure', () => {
  it('has every dimension, and says where it comes from', () => {
    const breakdown = 'age:child,citizenship:ar,form-of-exploitation:forced-labour,sex:female';
    expect(timed({ breakdown, receivedPrecision: 'on-or-before' })).toEqual({
      FREQ: 'A',
      COLLECTION: 'c',
      REF_AREA: 'SV',
      INDICATOR: 'victims-detected',
      SEX: 'F',
      AGE: 'Y0T17',
      EXPLOITATION: 'forced-labour',
      CITIZENSHIP: 'AR',
      REPATRIATED_TO: '_T',
      AUDIENCE: '_T',
      OFFENCE: '_T',
      LANGUAGE: '_T',
      TIME_PERIOD: '2005',
      OBS_VALUE: '12',
      UNIT_MEASURE: 'victim',
      OBS_STATUS: 'A',
      QUALIFIER: 'EXACT',
      PARAGRAPH: '14',
      ROUND: 'c/2008',
      EVENT: '7',
      RECEIVED_ON: '2008-01-20',
      RECEIVED_PRECISION: 'ON_OR_BEFORE',
    });
  });

  it.each([
    [
      'fewer than 5',
      { value: 5, qualifier: 'fewer-than' },
      { OBS_VALUE: undefined, LOWER_BOUND: '0', UPPER_BOUND: '4', QUALIFIER: 'FEWER_THAN', CONF_STATUS: 'A' },
    ],
    [
      'at least 5',
      { value: 5, qualifier: 'at-least' },
      { OBS_VALUE: '5', LOWER_BOUND: '5', UPPER_BOUND: undefined, QUALIFIER: 'AT_LEAST' },
    ],
    [
      'about 5',
      { value: 5, qualifier: 'approximately' },
      { OBS_VALUE: '5', LOWER_BOUND: undefined, QUALIFIER: 'APPROXIMATELY' },
    ],
    [
      'none known',
      { value: null, qualifier: 'none-known' },
      { OBS_VALUE: undefined, OBS_STATUS: 'O', QUALIFIER: 'NONE_KNOWN' },
    ],
    [
      'not applicable',
      { value: null, qualifier: 'not-applicable' },
      { OBS_VALUE: undefined, OBS_STATUS: 'M' },
    ],
    ['not asked', { value: null, qualifier: 'not-asked' }, { OBS_VALUE: undefined, OBS_STATUS: 'L' }],
    ['not available', { value: null, qualifier: 'not-available' }, { OBS_VALUE: undefined, OBS_STATUS: 'O' }],
    [
      'withheld',
      { value: null, qualifier: 'withheld' },
      { OBS_VALUE: undefined, OBS_STATUS: 'Q', CONF_STATUS: 'C' },
    ],
    ['zero', { value: 0, qualifier: 'exact' }, { OBS_VALUE: '0', OBS_STATUS: 'A' }],
    ['a break', { source: { break: true } }, { OBS_VALUE: '12', OBS_STATUS: 'B' }],
  ] as const)('that is %s', (_, more, expected) => {
    const row = timed(more as Partial<CellStatement>);
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, row?.[id]]))).toEqual(expected);
  });

  it('with several values has none of them, but all in its comment', () => {
    expect(
      timed({ value: 40 }, { value: 60, qualifier: 'at-least', source: { paragraph: 15, note: 'A note' } }),
    ).toMatchObject({
      LOWER_BOUND: '40',
      QUALIFIER: 'CONFLICTING',
      OBS_STATUS: 'O',
      PARAGRAPH: '14 | 15',
      COMMENT_OBS: '40 (paragraph 14) | at-least 60 (paragraph 15); A note',
    });
    expect(timed({ value: 40 }, { value: 60 })).toMatchObject({ LOWER_BOUND: '40', UPPER_BOUND: '60' });
    expect(timed({ value: 40 }, { value: 60 })).not.toHaveProperty('OBS_VALUE');
  });

  it('of a span is in no annual series', () => {
    expect(timed({ period: '2003/2006', year: null })).toMatchObject({
      FREQ: '_O',
      TIME_PERIOD: '2003-01-01/P4Y',
      TIME_DETAIL: '2003/2006',
    });
  });

  it('whose period has an open end is in the flow without time, and in that alone', () => {
    const open = statement({ period: '../2007-06', year: null });
    expect(toTimedRow([open])).toBeUndefined();
    expect(named(untimedStructure, toUntimedRow([open]))).toMatchObject({
      PERIOD: 'upto-2007-06',
      TIME_DETAIL: '../2007-06',
      OBS_VALUE: '12',
    });
    expect(toUntimedRow([statement()])).toBeUndefined();
  });
});
