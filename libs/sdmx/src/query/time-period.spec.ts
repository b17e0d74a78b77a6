/** Periods as TIME_PERIOD, and time periods of requests as days. */
import { describe, expect, it } from '@jest/globals';
import { toDays, toTimePeriod } from './time-period.js';

describe('a period as TIME_PERIOD', () => {
  it.each([
    ['2005', '2005'],
    ['2003/2006', '2003-01-01/P4Y'],
    ['2002-07/2007-10', '2002-07-01/P64M'],
    ['2007-10', '2007-10-01/P1M'],
    ['2002-07/2003-06', '2002-07-01/P1Y'],
    ['2003/2004-06', '2003-01-01/P18M'],
  ])('%s is %s', (period, expected) => expect(toTimePeriod(period)).toBe(expected));

  it.each(['../2007-06', '2001-09/..', 'undated'])('%s has none', (period) =>
    expect(toTimePeriod(period)).toBeUndefined(),
  );
});

describe('the days of a time period', () => {
  it.each([
    ['2005', '2005-01-01', '2005-12-31'],
    ['2004-02', '2004-02-01', '2004-02-29'],
    ['2004-02-10', '2004-02-10', '2004-02-10'],
    ['2004-02-10T00:00:00Z', '2004-02-10', '2004-02-10'],
    ['2005-Q2', '2005-04-01', '2005-06-30'],
    ['2005-S2', '2005-07-01', '2005-12-31'],
    ['2005-A1', '2005-01-01', '2005-12-31'],
    ['2003-01-01/P4Y', '2003-01-01', '2006-12-31'],
    ['2002-07-01/P64M', '2002-07-01', '2007-10-31'],
    ['0099', '0099-01-01', '0099-12-31'],
  ])('%s is %s to %s', (text, from, to) => expect(toDays(text)).toEqual({ from, to }));

  it.each(['', 'x', '2005-13', '2005-Q5', '2005-Q0', '20051'])('%s is none', (text) =>
    expect(toDays(text)).toBeUndefined(),
  );
});
