/** What is noted of a file while it is read: its sheets, the first header, the use of columns, and its period. */
import { expect, it } from '@jest/globals';
import { readHeader, usesOf, type Header } from './find-header.js';
import type { MappedRow } from './map-row.js';
import { parseMapping } from './mapping.js';
import { makeSight } from './see-file.js';

const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['Code'], name: ['Name'] },
    period: { columns: ['Year'] },
    value: { columns: ['Value'] },
    indicator: { columns: ['Measure'], words: {} },
    breakdown: [
      { columns: ['Sex'], dimension: 'sex', words: {}, optional: true },
      { columns: ['Of'], chosenBy: ['Kind'], choices: {} },
    ],
    break: { columns: ['Status'], words: {} },
    only: [{ columns: ['Unit'], words: ['persons'] }],
  }),
);
const header = (...cells: string[]) => readHeader({ row: 3, cells }, mapping) as Header;
const names = [
  'Code',
  'Name',
  'Year',
  'Value',
  'Measure',
  'Sex',
  'Of',
  'Kind',
  'Status',
  'Unit',
  ' ',
  'Other',
];

it('each column has one use, or none', () => {
  expect(usesOf(header(...names), mapping)).toEqual([
    ...['respondent', 'respondent', 'period', 'value', 'indicator', 'breakdown', 'breakdown', 'breakdown'],
    ...['break', 'only', null, null],
  ]);
  const shared = { ...mapping, only: [{ columns: ['Year'], words: ['2019'] }] };
  expect(usesOf(header(...names), shared)[2]).toBe('period');
});

it('tells of several sheets all names, and of the first its header and its named columns', () => {
  const sight = makeSight(mapping);
  expect(sight.seen).toEqual({ sheet: '', headerRow: 0, columns: [], from: null, to: null });
  sight.open({ sheet: 'A', header: header(...names) });
  sight.open({ sheet: 'B', header: { ...header(...names.toReversed()), row: 9 } });
  const { columns, ...seen } = sight.seen;
  expect(seen).toEqual({ sheet: 'A, B', headerRow: 3, from: null, to: null });
  expect(columns.map(({ name }) => name)).toEqual(names.filter((name) => name !== ' '));
  expect(columns.at(-1)).toEqual({ name: 'Other', use: null });
});

it('notes where the earliest period begins and the latest ends, of figures and of rows that wait', () => {
  const figure = (period: string) => ({ resolved: {}, observation: { period } }) as MappedRow;
  const waiting = (period: string): MappedRow => ({ waitsFor: [], known: { period, breakdown: {} } });
  const ends = (...rows: MappedRow[]) => {
    const sight = makeSight(mapping);
    for (const row of rows) sight.add(row);
    const { from, to } = sight.seen;
    return [from, to];
  };
  expect(ends(figure('2010'))).toEqual(['2010', '2010']);
  expect(ends(figure('2010'), figure('2008'), figure('2009'))).toEqual(['2008', '2010']);
  expect(ends(figure('2009'), waiting('2007'), waiting('2011'))).toEqual(['2007', '2011']);
  expect(ends(figure('2009-04/2010-03'), figure('2009'))).toEqual(['2009', '2010-03']);
  expect(ends(figure('2009/2012'), figure('2010/2011'))).toEqual(['2009', '2012']);
  expect(ends(figure('2010'), figure('2010-03'))).toEqual(['2010', '2010']);
  expect(ends({ reason: 'why' })).toEqual([null, null]);
  expect(ends(figure('unknown'))).toEqual([null, null]);
});
