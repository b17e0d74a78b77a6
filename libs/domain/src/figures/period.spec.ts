/** Periods: every form that replies use, and what is refused. */
import { describe, expect, it } from '@jest/globals';
import { isInFuture, parsePeriod, periodEnds, yearOf } from './period.js';

const read = (input: unknown) => {
  const reading = parsePeriod(input);
  return reading.ok ? `${reading.period.kind} ${reading.text}` : reading.fault;
};

describe('reading a period', () => {
  it.each([
    ['2005', 'year 2005'],
    [2005, 'year 2005'],
    ['2003/2006', 'span 2003/2006'],
    ['2002-07/2007-10', 'span 2002-07/2007-10'],
    ['1999/2004-06', 'span 1999/2004-06'],
    ['2007-10', 'span 2007-10'],
    ['../2007-06', 'up-to ../2007-06'],
    ['2001-09/..', 'since 2001-09/..'],
    ['2000/..', 'since 2000/..'],
    ['undated', 'undated undated'],
    ['2006/2006', 'year 2006'],
  ])('takes %p', (input, expected) => expect(read(input)).toBe(expected));

  it.each([
    '',
    '05',
    '2005-13',
    '2003/',
    '/2006',
    '../..',
    '2003/../2006',
    '2003/2004/2005',
    'last year',
    '2005-01-01',
    null,
    2005.5,
    {},
  ])('refuses %p', (input) => expect(read(input)).toBe('malformed'));

  it('says when a period ends before it begins, each end at its own precision', () => {
    expect(read('2006/2003')).toBe('backwards');
    expect(read('2007-10/2007-09')).toBe('backwards');
    expect(read('2007-10/2007')).toBe('span 2007-10/2007');
  });
});

describe('a period in the future of a day', () => {
  const future = (text: string) => {
    const reading = parsePeriod(text);
    return reading.ok && isInFuture(reading.period, '2008-01-24');
  };
  it.each(['2009', '2003/2010', '2008-02', '2007-12/2008-02', '../2008-03', '2008-02/..'])('%s is', (text) =>
    expect(future(text)).toBe(true),
  );
  it.each(['2008', '2008-01', '2003/2006', '../2008', '2008-01/..', '2008/..', 'undated'])(
    '%s is not',
    (text) => expect(future(text)).toBe(false),
  );
});

describe('showing a period', () => {
  it('has a year only where it is one year exactly', () => {
    expect(['2005', '2003/2006', '2005-06', '2005/..', 'undated'].map(yearOf)).toEqual([
      2005,
      null,
      null,
      null,
      null,
    ]);
  });
  it('has ends that are open where they are not known', () => {
    expect(periodEnds('2003/2006')).toEqual({ from: '2003', to: '2006' });
    expect(periodEnds('../2007-06')).toEqual({ from: null, to: '2007-06' });
    expect(periodEnds('2001-09/..')).toEqual({ from: '2001-09', to: null });
    expect(periodEnds('2007-10')).toEqual({ from: '2007-10', to: '2007-10' });
    expect(periodEnds('undated')).toEqual({ from: null, to: null });
  });
});
