/** Which names of columns are years, and what becomes of rows whose figures stand in several columns. */
import { describe, expect, it } from '@jest/globals';
import type { Row } from '../kinds/rows.js';
import { periodOf, shapeOf, type Shape, type Shaping } from './shape-rows.js';

it.each([
  ['2007', '2007'],
  ['1800', '1800'],
  ['2199', '2199'],
  ['Y2007', '2007'],
  ['x_2007', '2007'],
  ['_2007', '2007'],
  ['2007 [YR2007]', '2007'],
  ['2007[yr2007]', '2007'],
  ['2007年', '2007'],
  ['2007-08', '2007-08'],
  ['2007/2009', '2007/2009'],
])('%j is the period %s', (name, period) => {
  expect(periodOf(name)).toBe(period);
});
it.each([
  ...[
    '',
    '7',
    '1700',
    '2200',
    '20075',
    'YY2007',
    'Z2007',
    '2007 [YR2008]',
    '2007x',
    'x 2007',
    '2007/',
    '2007/8',
  ],
  ...['2007-13', '2009/2007', '12007-08', '2007-080'],
])('%j is none', (name) => {
  expect(periodOf(name)).toBeUndefined();
});

const how = (more: Partial<Shaping> = {}): Shaping => ({
  ...{ yearsAcross: false, figuresAcross: [], everySheet: undefined },
  period: { columns: ['(year)', 'Year'] },
  value: { columns: ['(figure)', 'Value'], grouping: [], words: {} },
  ...more,
});
const shape = (cells: readonly string[], more: Partial<Shaping> = {}, rest: Partial<Row> = {}) =>
  shapeOf({ row: 1, cells, ...rest }, how(more), 'Sheet') as Shape;
const spread = (of: Shape, ...rows: Partial<Row>[]) =>
  [...of.spread(rows.map((row, i) => ({ row: i + 2, cells: [], ...row })))].flat();

describe('rows of one figure', () => {
  it('stay as they are, all in one batch, and none is none', () => {
    const header = { row: 1, cells: ['a'] };
    const plain = shapeOf(header, how(), 'Sheet') as Shape;
    expect(plain.header).toBe(header);
    expect([...plain.spread([])]).toEqual([]);
    expect([
      ...plain.spread([
        { row: 2, cells: [] },
        { row: 3, cells: ['x'] },
      ]),
    ]).toEqual([
      [
        { row: 2, cells: [] },
        { row: 3, cells: ['x'] },
      ],
    ]);
  });

  it('of every sheet have its name before them, with all that was said of their cells', () => {
    const every = shape(['a', 'b'], { everySheet: { except: [] } });
    expect(every.header).toEqual({ row: 1, cells: ['(sheet)', 'a', 'b'], columns: [0, 1, 2] });
    expect(
      spread(
        every,
        { cells: [' ', ''] },
        { cells: ['x'], columns: [4], noCounts: new Set([4]), fault: 'why' },
      ),
    ).toEqual([{ row: 3, cells: ['Sheet', 'x'], columns: [0, 5], noCounts: new Set([5]), fault: 'why' }]);
    expect(spread(every, { cells: ['x', 'y'] })[0]).toEqual({
      row: 2,
      cells: ['Sheet', 'x', 'y'],
      columns: [0, 1, 2],
    });
  });
});

describe('rows of several figures', () => {
  it('become a row for each, with the places of the other columns moved together', () => {
    const years = shape(['Country', '2007', 'Note', '2008', 'More'], { yearsAcross: true });
    expect(years.header).toEqual({
      ...{ row: 1, cells: ['(year)', '(figure)', 'Country', 'Note', 'More'], columns: [0, 1, 2, 3, 4] },
    });
    expect(spread(years, { cells: ['AT', '5', 'n', '6', 'm'] })).toEqual([
      { row: 2, cells: ['2007', '5', 'AT', 'n', 'm'], columns: [0, 1, 2, 3, 4] },
      { row: 2, cells: ['2008', '6', 'AT', 'n', 'm'], columns: [0, 1, 2, 3, 4] },
    ]);
    const sparse = { cells: ['5', 'm'], columns: [1, 4] };
    expect(spread(years, sparse)).toEqual([{ row: 2, cells: ['2007', '5', 'm'], columns: [0, 1, 4] }]);
  });

  it('keep what is no count for the figure that it is of, and a fault for all', () => {
    const years = shape(['Country', '2007', '2008'], { yearsAcross: true, everySheet: { except: [] } });
    const rows = spread(years, { cells: ['AT', '5', '6'], noCounts: new Set([2]), fault: 'why' });
    expect(rows.map(({ cells, noCounts, fault }) => [cells, noCounts && [...noCounts], fault])).toEqual([
      [['Sheet', '2007', '5', 'AT'], undefined, 'why'],
      [['Sheet', '2008', '6', 'AT'], [2], 'why'],
    ]);
    expect(spread(years, { cells: ['AT', ' ', ''] })).toEqual([
      {
        ...{ row: 2, cells: ['Sheet', '', '', 'AT'], columns: [0, 1, 2, 3] },
        fault: 'it has no figure in any of the columns of figures',
      },
    ]);
    expect(spread(years, { cells: ['', ' '] })).toEqual([]);
  });

  it('of named columns have the first of a name, as it is written, and lack what is not there', () => {
    const figures = { figuresAcross: ['men', 'Women'] };
    const named = shape([' Men', 'x', 'WOMEN', 'men'], figures);
    expect(named.header.cells).toEqual(['(column)', '(figure)', 'x', 'men']);
    expect(spread(named, { cells: ['1', 'a', '2', '3'] }).map(({ cells }) => cells)).toEqual([
      ['Men', '1', 'a', '3'],
      ['WOMEN', '2', 'a', '3'],
    ]);
    expect(shape(['Men', 'x'], figures)).toEqual({ missing: ['Women'] });
    expect(shape(['x', 'y'], { yearsAcross: true })).toEqual({ missing: ['a column whose name is a year'] });
  });

  it('have a figure for a blank where a word says what it means, and only then', () => {
    const value = (words: object) => ({ value: { columns: ['v'], grouping: [], words } }) as Partial<Shaping>;
    const count = (words: object) =>
      spread(shape(['Country', '2007', '2008'], { yearsAcross: true, ...value(words) }), {
        cells: ['AT', '5'],
      }).length;
    expect([
      count({}),
      count({ x: 'withheld' }),
      count({ ' ': 'withheld' }),
      count({ '': 'withheld' }),
    ]).toEqual([...[1, 1, 2, 2]]);
  });

  it('come a thousand at a time', () => {
    const years = shape(['Country', '2007', '2008'], { yearsAcross: true });
    const sizes = (count: number) =>
      [
        ...years.spread(Array.from({ length: count }, (_, i) => ({ row: i + 2, cells: ['AT', '5', '6'] }))),
      ].map((batch) => batch.length);
    expect([sizes(500), sizes(501), sizes(0)]).toEqual([[1000], [1000, 2], []]);
  });
});
