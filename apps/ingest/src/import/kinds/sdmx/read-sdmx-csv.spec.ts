/** What of an SDMX-CSV is a code, a label or a figure, and which rows are none. */
import { describe, expect, it } from '@jest/globals';
import type { Row, Spreadsheet } from '../rows.js';
import { isSdmxCsv, openSdmxCsv } from './read-sdmx-csv.js';

/** The table in rows that come in batches. */
async function read(...batches: readonly (readonly string[][])[]): Promise<Row[]> {
  const csv: Spreadsheet = {
    sheets: ['csv'],
    async *rows() {
      let row = 0;
      for (const batch of batches) yield batch.map((cells) => ({ row: (row += 1), cells }));
    },
    close: async () => undefined,
  };
  const rows: Row[] = [];
  for await (const batch of openSdmxCsv(csv).rows('csv')) rows.push(...batch);
  return rows;
}

it.each([
  ['DATAFLOW,A', true],
  ['dataflow;A', true],
  ['"DATAFLOW"\tA', true],
  ['\ufeffDATAFLOW,A', true],
  ['STRUCTURE,STRUCTURE_ID,A', true],
  ['STRUCTURE[;],STRUCTURE_ID,A', true],
  ['"STRUCTURE";"STRUCTURE_ID";A', true],
  ['STRUCTURE[a]b,STRUCTURE_ID,A', false],
  ['DATAFLOW', false],
  ['DATAFLOWS,A', false],
  ['A,DATAFLOW,B', false],
  ['STRUCTURE,ID,A', false],
  ['STRUCTURE,STRUCTURE_IDS,A', false],
])('%j begins as SDMX-CSV: %s', (text, is) => {
  expect(isSdmxCsv(text)).toBe(is);
});

describe('the columns of an SDMX-CSV', () => {
  it('have codes and labels apart, but for numbers, periods and free texts', async () => {
    const [header, row] = await read([
      [
        ...['DATAFLOW: Flow', 'REF_AREA:Area', ' _sex@2$-x: a: b ', 'TIME_PERIOD: Time', 'COMMENT_OBS: Note'],
        ...['OBS_VALUE: Value', '1AREA: no', 'Area (x): no', 'PLAIN', 'STRUCTURE_ID: Id'],
      ],
      [
        ...['A:B(1.0): Flow', 'AT: Aus: tria', 'F/M+(x)-y.z@$: b\nc', '2019: x', 'a: b', '6.0', 'c: d'],
        ...['e: f', 'G: H', 'i: j', 'k: l'],
      ],
    ]);
    expect(header!.cells).toEqual([
      ...['DATAFLOW', 'REF_AREA', 'REF_AREA label', '_sex@2$-x', '_sex@2$-x label', 'TIME_PERIOD'],
      ...['COMMENT_OBS', 'OBS_VALUE', '1AREA: no', 'Area (x): no', 'PLAIN', 'STRUCTURE_ID'],
    ]);
    expect(row!.cells).toEqual([
      ...['A:B(1.0): Flow', 'AT', 'Aus: tria', 'F/M+(x)-y.z@$', 'b\nc', '2019: x', 'a: b', '6', 'c: d'],
      // A cell beyond the header stays as it is.
      ...['e: f', 'G: H', 'i: j', 'k: l'],
    ]);
  });

  it('are left as they are where only numbers and texts have labels', async () => {
    const rows = await read([
      ['DATAFLOW: x', 'A', 'OBS_VALUE: y'],
      ['a: b', 'C: d', ' 7.00 '],
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['DATAFLOW', 'A', 'OBS_VALUE'],
      ['a: b', 'C: d', '7'],
    ]);
  });

  it('are split where a code is before a label, and else stay whole', async () => {
    const split = async (cell: string) => {
      const [, row] = await read([['A: a'], [cell]]);
      return row!.cells;
    };
    expect(await split(' AT: Austria ')).toEqual(['AT', 'Austria']);
    expect(await split(' no code: Austria')).toEqual([' no code: Austria', '']);
    expect(await split('AT:Austria')).toEqual(['AT:Austria', '']);
  });

  it('are as many as a sheet may have', async () => {
    const [header, row] = await read([
      Array.from({ length: 9000 }, (_, i) => `A${i}: x`),
      Array<string>(9000).fill('B: y'),
    ]);
    expect([header!.cells.length, row!.cells.length]).toEqual([16_384, 16_384]);
  });
});

describe('the rows of an SDMX-CSV', () => {
  it('go on in every batch, and are none where the file has none', async () => {
    expect(await read([['A: a']], [['B: b'], ['C: c']])).toEqual([
      { row: 1, cells: ['A', 'A label'] },
      { row: 2, cells: ['B', 'b'] },
      { row: 3, cells: ['C', 'c'] },
    ]);
    expect(await read()).toEqual([]);
  });

  it('have whole numbers as such, and others as they are written', async () => {
    const rows = await read([
      ['obs_value'],
      ...[' 6.0', '-6.00', '6.', '6.5', '6,0', 'x6.0', '6.0x', '12.0'].map((one) => [one]),
    ]);
    expect(rows.slice(1).flatMap(({ cells }) => cells)).toEqual([
      ...['6', '-6', '6', '6.5', '6,0', 'x6.0', '6.0x', '12'],
    ]);
  });

  it.each([
    ['D', '', 'ACTION is D: the row deletes a figure, and an import takes figures only'],
    [' delete', '', 'ACTION is D: the row deletes a figure, and an import takes figures only'],
    ['D: Delete', '', 'ACTION is D: the row deletes a figure, and an import takes figures only'],
    ['', ' 3 ', 'UNIT_MULT is "3": the figure is not in ones, and what it rounds is not known'],
    ['', '3: Thousands', 'UNIT_MULT is "3": the figure is not in ones, and what it rounds is not known'],
    ['A', '0: Units', undefined],
    ['I', ' 00 ', undefined],
    ['AD', '', undefined],
    [
      '',
      '1'.repeat(30),
      `UNIT_MULT is "${'1'.repeat(19)}…": the figure is not in ones, and what it rounds is not known`,
    ],
  ])('with ACTION %j and UNIT_MULT %j have the fault %j', async (action, power, fault) => {
    const [, row] = await read([
      ['Action', 'Unit_Mult'],
      [action, power],
    ]);
    expect(row!.fault).toBe(fault);
    expect('fault' in row!).toBe(fault !== undefined);
  });

  it('have no fault where a column is missing, or a row ends early', async () => {
    const rows = await read([['A', 'ACTION', 'UNIT_MULT'], ['x']]);
    expect(rows[1]).toEqual({ row: 2, cells: ['x'] });
    expect(await read([['A'], ['D']])).toEqual([
      { row: 1, cells: ['A'] },
      { row: 2, cells: ['D'] },
    ]);
  });
});
