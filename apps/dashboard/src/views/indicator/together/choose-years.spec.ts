import { expect, it } from '@jest/globals';
import type { Series } from '@rapporteur/contract';
import { chooseYears } from './choose-years.js';

const series = (code: string, ...years: readonly number[]) =>
  ({ respondent: { code, name: code }, years: years.map((year) => ({ year })) }) as unknown as Series;
const all = [series('SV', 2008, 2014, 2015), series('PE', 2013, 2014), series('GR', 2016)];

it('the years are those of the address', () => {
  expect(chooseYears(all, { from: '2013', to: '2015' })).toMatchObject({ from: 2013, to: 2015 });
  expect(chooseYears(all, { from: '2016', to: '2014' })).toMatchObject({ from: 2014, to: 2016 });
});

it('the years are five up to that with the most figures where the address names none, or none that there is', () => {
  expect(chooseYears(all, {})).toEqual({
    ...{ all: [2016, 2015, 2014, 2013, 2012, 2011, 2010, 2009, 2008], from: 2010, to: 2014 },
  });
  expect(chooseYears(all, { from: '1900', to: 'x' })).toMatchObject({ from: 2010, to: 2014 });
  expect(chooseYears(all, { from: '2016' })).toMatchObject({ from: 2016, to: 2016 });
  expect(chooseYears([series('SV', 2015)], {})).toEqual({ all: [2015], from: 2015, to: 2015 });
});
