/** Which sheets of a file are read, where their headers are, and what is said where they have none. */
import { describe, expect, it } from '@jest/globals';
import type { Row, Spreadsheet } from '../kinds/rows.js';
import { findBodies } from './find-bodies.js';
import { parseMapping } from './mapping.js';

const mapping = (more: object = {}) =>
  parseMapping(
    JSON.stringify({
      respondent: { name: ['Country'] },
      period: { columns: ['Year'] },
      value: { columns: ['Value'] },
      indicator: { columns: ['Measure'], words: {} },
      ...more,
    }),
  );
const head = ['Country', 'Year', 'Value', 'Measure'];

/** A file with rows in batches of two, which tells what of it was opened and closed. */
function file(sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const [opened, ended]: [string[], string[]] = [[], []];
  const spreadsheet: Spreadsheet = {
    sheets: Object.keys(sheets),
    async *rows(sheet): AsyncGenerator<Row[]> {
      opened.push(sheet);
      try {
        const rows = sheets[sheet]!.map((cells, i) => ({ row: i + 1, cells }));
        for (let i = 0; i < rows.length; i += 2) yield rows.slice(i, i + 2);
      } finally {
        ended.push(sheet);
      }
    },
    close: async () => undefined,
  };
  return { spreadsheet, opened, ended };
}
async function read({ spreadsheet }: ReturnType<typeof file>, by = mapping()) {
  const found: { sheet: string; header: number; rows: number[] }[] = [];
  for await (const { sheet, header, rows } of findBodies(spreadsheet, by)) {
    const numbers: number[] = [];
    for await (const batch of rows) numbers.push(...batch.map(({ row }) => row));
    found.push({ sheet, header: header.row, rows: numbers });
  }
  return found;
}
const refusal = (code: string, message: string) => ({ name: 'UnreadableFile', code, message });

describe('the header of a sheet', () => {
  const after = (count: number) => [...Array<string[]>(count).fill(['x']), head, ['a'], ['b']];
  it('is found within as many rows as the mapping says, with all rows after it', async () => {
    const within = mapping({ headerWithin: 5 });
    expect(await read(file({ A: after(4) }), within)).toEqual([{ sheet: 'A', header: 5, rows: [6, 7] }]);
    expect(await read(file({ A: after(3) }), within)).toEqual([{ sheet: 'A', header: 4, rows: [5, 6] }]);
    await expect(read(file({ A: after(5) }), within)).rejects.toMatchObject(
      refusal(
        'no-header',
        'No header was found within the first 5 rows: sheet "A" lacks Country, Year, Value, Measure. The mapping names the columns.',
      ),
    );
    await expect(read(file({ A: after(4) }), mapping({ headerWithin: 4 }))).rejects.toThrow('first 4 rows');
  });

  it('that is missing is told by what the likeliest row lacks, of the first sheet', async () => {
    const sheets = { A: [['x'], ['Country', 'Value'], ['Year'], ['Country', 'Year']], B: [head.slice(1)] };
    await expect(read(file(sheets))).rejects.toThrow('first 50 rows: sheet "A" lacks Year, Measure. The');
    await expect(read(file({ A: [] }))).rejects.toThrow(
      'first 50 rows: sheet "A" lacks every column: the sheet is empty. The mapping',
    );
    await expect(read(file({}))).rejects.toThrow('first 50 rows: there is no sheet to read. The mapping');
    const many = mapping({
      breakdown: Array.from({ length: 30 }, (_, i) => ({ columns: [`c${i}`], words: {} })),
    });
    await expect(read(file({ A: [head] }), many)).rejects.toThrow(/lacks c0, .*, c19\. The mapping/);
  });

  it('is looked for in each of the sheets that the mapping names, or else in all', async () => {
    const sheets = { A: [['x']], B: [head, ['b']], C: [head, ['c']] };
    const named = file(sheets);
    expect(await read(named, mapping({ sheets: ['none', 'C', 'B'] }))).toEqual([
      { sheet: 'C', header: 1, rows: [2] },
    ]);
    expect(named.opened).toEqual(['C']);
    expect(await read(file({ A: [['x']], B: [head, ['b']] }), mapping({ sheets: ['none'] }))).toMatchObject([
      { sheet: 'B' },
    ]);
  });
});

describe('several sheets', () => {
  it('with the header are refused where nobody said which to read, before a row is read', async () => {
    const two = file({ A: [head, ['a']], B: [['x']], C: [head] });
    await expect(read(two)).rejects.toMatchObject(
      refusal(
        'several-sheets',
        'More than one sheet has the header, "C" too. Say in the mapping which to read: "sheets" for the first of some, or "everySheet": {} for all of them.',
      ),
    );
    expect(two.ended).toEqual(['B', 'C']);
    const one = file({ Z: [['x']], A: [head, ['a']], B: [['x']] });
    expect(await read(one)).toEqual([{ sheet: 'A', header: 1, rows: [2] }]);
    // Each is closed, the one without a header before the next is looked at.
    expect(one.ended).toEqual(['Z', 'B', 'A']);
  });

  it('are all read where the mapping says so, but for those that it leaves out and those that are empty', async () => {
    const sheets = { A: [head, ['a']], Notes: [['x']], Empty: [[' '], []], B: [['t'], head, ['b'], ['c']] };
    const every = (except: string[]) => mapping({ everySheet: { except } });
    expect(await read(file(sheets), every([' notes ']))).toEqual([
      { sheet: 'A', header: 1, rows: [2] },
      { sheet: 'B', header: 2, rows: [3, 4] },
    ]);
    await expect(read(file(sheets), every([]))).rejects.toMatchObject(
      refusal(
        'no-header',
        'Every sheet is to be read, and sheet "Notes" lacks Country, Year, Value, Measure. Name it in the mapping under everySheet.except if it holds no figures.',
      ),
    );
    await expect(read(file({ Empty: [[]] }), every([]))).rejects.toMatchObject({ code: 'no-header' });
  });

  it('with rows before the first header are not empty', async () => {
    const sheets = { A: [head, ['a']], Notes: [['x'], [], []] };
    await expect(read(file(sheets), mapping({ everySheet: {} }))).rejects.toThrow('sheet "Notes" lacks');
  });
});
