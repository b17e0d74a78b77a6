/** A pasted table: years in either direction, signs that only a person can explain, and every problem at once. */
import { describe, expect, it } from '@jest/globals';
import { planTable, readPeriod, toFigures, type Plan } from './plan-table.js';
import { readTabs } from './read-grid.js';

const indicators = [
  { code: 'persons-arrested', name: 'Persons arrested' },
  { code: 'persons-convicted', name: 'Persons convicted' },
];
const plan = (text: string) => planTable(readTabs(text), indicators);
const said = (one: Plan) =>
  toFigures(one, []).figures.map(({ indicator, period, value, qualifier }) =>
    [indicator, period, value, qualifier].join(' '),
  );
const codes = (one: Plan) => toFigures(one, []).problems.map(({ code }) => code);

const across = '\t2006\t2007\nPersons arrested\t12\t<5\npersons  CONVICTED\t\t1 214\n';
const both = [
  'persons-arrested 2006 12 exact',
  'persons-arrested 2007 5 fewer-than',
  'persons-convicted 2007 1214 exact',
];

describe('a pasted table', () => {
  it('is read with its years in columns or in rows, an empty cell saying nothing', () => {
    expect([said(plan(across)), codes(plan(across))]).toEqual([both, []]);
    const down = 'Year\tPersons arrested\tPersons convicted\r\n2006\t12\t\r\n2007\t<5\t1 214\r\n';
    expect([said(plan(down)).sort(), codes(plan(down))]).toEqual([both, []]);
  });

  it('asks what signs mean, and takes them only then', () => {
    const asked = plan('\t2006\t2007\t2008\nPersons arrested\t-\t..\t0');
    expect(asked.signs).toEqual({ '-': '', '..': '' });
    expect(codes(asked)).toEqual(['no-meaning', 'no-meaning']);
    const told = { ...asked, signs: { '-': 'none-known', '..': 'skip' } };
    expect([said(told), codes(told)]).toEqual([
      ['persons-arrested 2006  none-known', 'persons-arrested 2008 0 exact'],
      [],
    ]);
  });

  it('asks whether a point or comma parts thousands', () => {
    const asked = plan('\t2006\t2007\nPersons arrested\t1.214\t3,800');
    expect(codes(asked)).toEqual(['unclear-number', 'unclear-number']);
    expect(said({ ...asked, areGrouped: true })).toEqual([
      'persons-arrested 2006 1214 exact',
      'persons-arrested 2007 3800 exact',
    ]);
    expect(codes({ ...asked, areGrouped: false })).toEqual(['no-number', 'no-number']);
  });

  it('tells every problem at once, with where it is', () => {
    const odd = plan('Table 3\nx\t2007\t2007-08\tnote\nArrests\t5 or 6\t7\tz\nPersons arrested\t1\t\t');
    expect(odd.notRead).toEqual(['Table 3']);
    expect(
      toFigures(odd, [{ indicator: 'persons-arrested', breakdown: {}, period: '2007' }]).problems,
    ).toEqual([
      { code: 'unclear-period', text: '2007-08' },
      { code: 'no-period', text: 'note' },
      { code: 'no-indicator', text: 'Arrests' },
      { code: 'no-number', text: '5 or 6', label: 'Arrests', period: '2007' },
      { code: 'no-meaning', text: 'z', label: 'Arrests', period: 'note' },
      { code: 'coded-already', text: '1', label: 'Persons arrested', period: '2007' },
    ]);
    const twice = plan('\t2007\nPersons arrested\t1\nPersons arrested\t2');
    expect(codes(twice)).toEqual(['twice']);
    expect(codes(plan('nothing here'))).toEqual(['no-table']);
    expect(codes(plan(''))).toEqual(['no-table']);
  });

  it('keeps what was written where that says more than the number, in digits of any script', () => {
    const arabic = plan('\t٢٠٠٧\nPersons arrested\t٣٧');
    expect(toFigures(arabic, []).figures).toMatchObject([{ period: '2007', value: '37', asWritten: '٣٧' }]);
  });
});

it.each([
  ['2007', '2007'],
  ['2003–2006', '2003/2006'],
  ['2003 - 2006', '2003/2006'],
  ['2007-08', ''],
  ['2007/08', ''],
  ['Total', ''],
])('the period %s is "%s"', (text, period) => expect(readPeriod(text)).toBe(period));
