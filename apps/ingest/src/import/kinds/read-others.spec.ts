/** Reading SDMX-CSV and JSON-stat as tables, and what is told of a file of no kind that is taken. */
import { describe, expect, it } from '@jest/globals';
import { readFileRows, showRow } from './read-file-for-tests.js';

const shown = async (content: string | Buffer) => (await readFileRows(content)).map(showRow);

describe('an SDMX-CSV', () => {
  it('of 1.0 with labels gives codes and labels in columns of their own', async () => {
    const rows = [
      'DATAFLOW,REF_AREA: Reference area,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status',
      'A:B(1.0): Flow,AT: Austria,_T: Total,2019,6.0,A: Normal value',
      'A:B(1.0): Flow,"BO: Bolivia, Plurinational State of",F,2019,,M: Missing',
    ];
    expect(await shown(rows.join('\r\n'))).toEqual([
      [
        'DATAFLOW',
        'REF_AREA',
        'REF_AREA label',
        'SEX',
        'SEX label',
        'TIME_PERIOD',
        'OBS_VALUE',
        'OBS_STATUS',
      ].concat('OBS_STATUS label'),
      ['A:B(1.0): Flow', 'AT', 'Austria', '_T', 'Total', '2019', '6', 'A', 'Normal value'],
      ['A:B(1.0): Flow', 'BO', 'Bolivia, Plurinational State of', 'F', '', '2019', '', 'M', 'Missing'],
    ]);
  });
  it.each(['STRUCTURE,STRUCTURE_ID,ACTION', '\ufeff"STRUCTURE[;]","STRUCTURE_ID","ACTION"'])(
    'of 2.x (%s) gives its rows, and marks those that delete or are not in ones',
    async (start) => {
      const rows = [
        `${start},REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT`,
        ...['I,AT,2019,6,0', 'D,AT,2018,7,', 'A,AT,2017,8,3', 'm,AT,2016,9,00'].map(
          (row) => `dataflow,A:B(1.0),${row}`,
        ),
      ];
      const read = await readFileRows(rows.join('\n'));
      expect(read.map(({ row, fault }) => [row, fault?.slice(0, 14)])).toEqual([
        ...[[1], [2], [3, 'ACTION is D: t'], [4, 'UNIT_MULT is "'], [5]].map(([row, fault]) => [row, fault]),
      ]);
    },
  );
  it('leaves other files as they are', async () => {
    expect(await shown('STRUCTURE,OBS_VALUE: x\na,6.0')).toEqual([
      ['STRUCTURE', 'OBS_VALUE: x'],
      ['a', '6.0'],
    ]);
  });
});

const dataset = {
  version: '2.0',
  class: 'dataset',
  id: ['area', 'year', 'unit'],
  size: [2, 2, 1],
  dimension: {
    area: { label: 'Area', category: { index: { AT: 1, BO: 0 }, label: { AT: 'Austria', BO: 'Bolivia' } } },
    year: { category: { index: ['2018', '2019'] } },
    unit: { category: { label: { N: 'Number' } } },
  },
  value: [1, null, 2.5, '<5'] as unknown,
  status: { 1: 'M' } as unknown,
};
const write = (changes: object = {}) => JSON.stringify({ ...dataset, ...changes });

describe('a JSON-stat', () => {
  it('gives a row for each place that says anything, the last dimension changing fastest', async () => {
    const rows = await readFileRows(write());
    expect(rows.map((row) => [row.row, ...showRow(row)])).toEqual([
      [1, 'area', 'area label', 'year', 'unit', 'unit label', 'value', 'status'],
      [2, 'BO', 'Bolivia', '2018', 'N', 'Number', '1', ''],
      [3, 'BO', 'Bolivia', '2019', 'N', 'Number', '', 'M'],
      [4, 'AT', 'Austria', '2018', 'N', 'Number', '2.5', ''],
      [5, 'AT', 'Austria', '2019', 'N', 'Number', '<5', ''],
    ]);
    expect([...rows[3]!.noCounts!]).toEqual([5]);
    expect(rows[4]!.noCounts).toBeUndefined();
  });
  it('may list its places, and may have one status for all', async () => {
    const rows = await readFileRows(Buffer.from(`\ufeff${write({ value: { 3: 7, 0: 4 }, status: 'E' })}`));
    expect(rows.slice(1).map(({ row, cells }) => [row, ...cells.slice(-2)])).toEqual([
      [2, '4', 'E'],
      [5, '7', 'E'],
    ]);
    expect(await shown(Buffer.from(`\ufeff${write()}`, 'utf16le'))).toHaveLength(5);
  });
  it('has a column of labels where one of them says more than its code', async () => {
    const area = { category: { index: ['AT', 'BO'], label: { AT: 'AT', BO: 'Bolivia' } } };
    const [header] = await shown(write({ dimension: { ...dataset.dimension, area } }));
    expect(header!.slice(0, 3)).toEqual(['area', 'area label', 'year']);
  });
  it('in another encoding than its first bytes say is refused for that', async () => {
    const bytes = Buffer.from(`\ufeff${write()}`);
    bytes[bytes.indexOf('Austria')] = 0xff;
    await expect(readFileRows(bytes)).rejects.toMatchObject({
      ...{ code: 'bad-encoding', message: 'The file is not UTF-8.' },
    });
  });
  it.each([
    [{ class: 'collection' }, 'it is no dataset'],
    [{ size: [2, 2] }, 'differ in length'],
    [{ id: ['area', 'area', 'unit'] }, 'a dimension twice'],
    [{ id: ['area', 'toString', 'unit'] }, 'there is no dimension "toString"'],
    [{ size: [3, 2, 1] }, 'has not the 3 categories'],
    [{ value: [1, 2, 3, 4, 5] }, '5 values for 4 places'],
    [{ value: { 4: 1 } }, 'there is no place 4'],
    [{ value: { '01': 1 } }, '"01" is no place'],
    [{ value: [true, 1, 1, 1] }, '"value": is no list of figures'],
    [
      { dimension: { ...dataset.dimension, year: { category: { index: { a: 0, b: 0 } } } } },
      '"year" has not',
    ],
  ])('with %j is refused', async (changes, why) => {
    await expect(readFileRows(write(changes))).rejects.toThrow(why);
  });
  it('with a number that cannot be held is no count, and a bomb is refused', async () => {
    const rows = await readFileRows(write().replace('2.5', '9007199254740993'));
    expect(rows[3]!.noCounts?.has(5)).toBe(true);
    await expect(readFileRows('{"a":'.repeat(100_000))).rejects.toMatchObject({ code: 'not-a-spreadsheet' });
    const wide = { id: Array.from({ length: 100 }, (_, i) => `d${i}`), size: Array<number>(100).fill(1e6) };
    await expect(readFileRows(write(wide))).rejects.toMatchObject({ code: 'not-a-spreadsheet' });
    await expect(readFileRows(write().slice(0, -9))).rejects.toMatchObject({ code: 'not-a-spreadsheet' });
    await expect(readFileRows(`{"a":"${' '.repeat(64 * 1024 ** 2)}"}`)).rejects.toMatchObject({
      code: 'too-large',
    });
  }, 60_000);
});

it.each([
  ['%PDF-1.7', 'a PDF'],
  ['<!DOCTYPE html><p>', 'a web page'],
  ['<?xml version="1.0"?><a/>', 'XML, but no message of SDMX: its first element is "a"'],
  ['[1]', 'JSON but no JSON-stat dataset'],
  ['a\u0000b', 'of a kind that is not known'],
])('a file that begins with %s is refused with the kinds that are taken', async (content, what) => {
  await expect(readFileRows(content)).rejects.toMatchObject({
    code: 'not-a-spreadsheet',
    message: `The file is ${what}. These kinds are taken: .xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML and JSON-stat.`,
  });
});
