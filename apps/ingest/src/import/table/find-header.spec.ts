/** Columns of a sheet are found by their names alone, wherever they stand and whatever else the sheet holds. */
import { describe, expect, it } from '@jest/globals';
import { readHeader, type Header } from './find-header.js';
import { parseMapping } from './mapping.js';
import type { Row } from '../kinds/rows.js';

const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['Code'], name: ['Country or area', 'Name'] },
    period: { columns: ['Year', 'Period'] },
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
const names = ['Code', 'Year', 'Value', 'Measure', 'Of', 'Kind'];
const read = (cells: readonly string[], more: Partial<Row> = {}) =>
  readHeader({ row: 7, cells, ...more }, mapping);
const header = (cells: readonly string[], more: Partial<Row> = {}) => read(cells, more) as Header;
const missing = (cells: readonly string[]) => (read(cells) as { missing: string[] }).missing;

describe('a header', () => {
  it('has its columns in any order, without regard to case and spaces, beside any others', () => {
    const found = header(['x', ' VALUE ', 'measure', 'Of', '', 'kind', 'PERIOD', 'country  or\narea', 'y']);
    expect(found.row).toBe(7);
    expect(found.find(['Value'])).toBe(1);
    expect(found.find(['Year', 'Period'])).toBe(6);
    expect(found.find(['Country or area', 'Name'])).toBe(7);
    expect([found.find(['Code']), found.find(undefined), found.find(['']), found.find(['Sex'])]).toEqual([
      -1, -1, -1, -1,
    ]);
    expect(found.names).toEqual([
      'x',
      ' VALUE ',
      'measure',
      'Of',
      '',
      'kind',
      'PERIOD',
      'country  or\narea',
      'y',
    ]);
  });

  it('goes by the first of the names that a column may have, and by the first column of a name', () => {
    const found = header([...names, 'Period', 'Value', 'Name']);
    expect([found.find(['Year', 'Period']), found.find(['Period', 'Year'])]).toEqual([1, 6]);
    expect(found.find(['Value'])).toBe(2);
  });

  it('is none where a column is missing that is needed, which is said', () => {
    expect(missing(names.slice(1))).toEqual(['Code or Country or area']);
    for (const [i, name] of names.entries())
      if (i > 0) expect([name, missing(names.filter((one) => one !== name))]).toEqual([name, [name]]);
    expect(missing(['a', 'b'])).toHaveLength(6);
    expect('missing' in read(names)).toBe(false);
  });

  it('finds the cells of a row at their places, with gaps as blanks', () => {
    const sparse = header(['Code', 'Year', 'Value', 'Measure', 'Of', 'Kind'], {
      columns: [1, 2, 4, 7, 8, 9],
    });
    expect([sparse.find(['Code']), sparse.find(['Value']), sparse.find(['Kind'])]).toEqual([1, 4, 9]);
    const cells = sparse.toCells({ row: 8, cells: ['SV', '7', 'x', 'y'], columns: [1, 4, 9, 12] });
    expect(cells.slice(0, 10)).toEqual(['', 'SV', '', '', '7', '', '', '', '', 'x']);
    expect([sparse.placeOf(4), sparse.placeOf(9)]).toEqual([4, 9]);
  });

  it('finds columns far to the right, and what stands in them, and leaves out those that nobody needs', () => {
    const far = [...Array.from({ length: 300 }, (_, i) => `n${i}`), ...names];
    const found = header(far);
    expect(found.names).toHaveLength(262);
    expect([found.find(['Code']), found.find(['Kind'])]).toEqual([256, 261]);
    expect([found.placeOf(255), found.placeOf(256), found.placeOf(300), found.placeOf(305)]).toEqual([
      255, -1, 256, 261,
    ]);
    const row = Array.from({ length: 306 }, (_, i) => `c${i}`);
    const cells = found.toCells({ row: 8, cells: row });
    expect([cells[255], cells[256], cells[261], cells.length]).toEqual(['c255', 'c300', 'c305', 262]);
  });

  it.each([
    ...[
      [0, 'A'],
      [25, 'Z'],
      [26, 'AA'],
      [51, 'AZ'],
      [52, 'BA'],
      [255, 'IV'],
    ],
    ...[
      [701, 'ZZ'],
      [702, 'AAA'],
      [16_383, 'XFD'],
    ],
  ] as [number, string][])(
    'calls column %s, whose name cannot be taken, %s as spreadsheets do',
    (column, letters) => {
      // A name that is needed may be far to the right; with spaces it is longer than one may be.
      const wide = `country${' '.repeat(200)}or area`;
      const columns = [...names.slice(1).map((_, i) => 300 + i), column].sort((a, b) => a - b);
      const cells = columns.map((one) => (one === column ? wide : names[1 + one - 300]!));
      expect(() => read(cells, { columns })).toThrow(
        `The name of column ${letters} in the header is over 200 characters long.`,
      );
      if (column < 256)
        expect(() =>
          read(['a\u0001', ...names], { columns: [column, 300, 301, 302, 303, 304, 305] }),
        ).toThrow(`The name of column ${letters} in the header must not hold control characters`);
    },
  );

  it('keeps names of 200 characters, cuts those that nobody needs, and keeps no more of them than there is room for', () => {
    const long = 'n'.repeat(201);
    const [kept, shortened] = header([long.slice(1), long, ...names]).names;
    expect([kept, shortened]).toEqual([long.slice(1), `${'n'.repeat(199)}…`]);
    const exact = `country${' '.repeat(186)}or area`;
    expect(exact).toHaveLength(200);
    const spaced = header([`  ${exact} `, ...names.slice(1)]);
    expect([spaced.find(['Country or area']), spaced.names[0]]).toEqual([0, `  ${exact} `]);
    // 80 names of 200 characters fill the room; a short one after them finds none, and what is needed is kept.
    const many = [...Array.from({ length: 80 }, () => long.slice(1)), 'x', '', ...names];
    const filled = header(many).names;
    expect(filled.slice(79)).toEqual([long.slice(1), '', '', ...names]);
    expect(header([...many.slice(1)]).names.slice(78, 80)).toEqual([long.slice(1), 'x']);
  });

  it('has no column for a name that is far too long, nor for a blank', () => {
    const far = `country${' '.repeat(390)}or area`;
    expect(missing([far, ...names.slice(1)])).toEqual(['Code or Country or area']);
    expect(header(['', ...names]).find([''])).toBe(-1);
  });

  it.each(['Code', 'Name', 'Period', 'Value', 'Measure', 'Sex', 'Of', 'Kind', 'Status', 'Unit'])(
    'finds %s, which the mapping may look for, also far to the right',
    (name) => {
      const others = names.filter((one) => one !== name && (name !== 'Period' || one !== 'Year'));
      const cells = [...others, ...Array.from({ length: 300 }, () => ''), name];
      const far = header(cells);
      expect(far.find([name])).toBe(256);
      expect(far.toCells({ row: 8, cells: cells.map((cell) => cell && `of ${cell}`) })[256]).toBe(
        `of ${name}`,
      );
    },
  );
});
