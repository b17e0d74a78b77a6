/**
 * Files that are small and would unpack to very much: memory stays within limits, and the needed columns are
 * still read.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheet, toZip, workbook } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFirst } from './keep-refused.js';
import { parseMapping } from './mapping.js';
import { readTable, type ImportedTable } from './read-table.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounds-'));
});
afterAll(() => rm(folder, { recursive: true }));

const plain = {
  respondent: { code: ['area'], name: ['name'] },
  period: { columns: ['year'] },
  value: { columns: ['value'], grouping: ['.', ','] },
  indicator: { columns: ['measure'], words: { convicted: 'persons-convicted' } },
};

async function read(content: string | Buffer, mapping: object = plain): Promise<ImportedTable> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  const facts = { collection: 'c', receivedOn: '2023-05-30' };
  return readTable(path, parseMapping(JSON.stringify(mapping)), facts, () => undefined);
}

const text = (value: string, reference = '') => `<c ${reference} t="str"><v>${value}</v></c>`;
const head = `<row>${['area', 'year', 'value', 'measure'].map((name) => text(name)).join('')}</row>`;
const goodRow = `<row>${['SV', '2010', '7', 'convicted'].map((cell) => text(cell)).join('')}</row>`;
const toXlsx = (rows: string, texts = '') => toZip([...workbook(texts), sheet(rows)]);
const header = 'area,year,value,measure';

describe('rows that are refused', () => {
  it('are counted, and take no room for the columns that they leave out', async () => {
    const file = toXlsx(head + '<row><c r="XFD"><v>1</v></c></row>'.repeat(60_000) + goodRow);
    expect(file.length).toBeLessThan(20_000);
    const table = await read(file);
    expect(table).toMatchObject({ rows: 60_001, refused: 60_000 });
    expect(table.replies.size).toBe(1);
    expect(table.refusedRows[0]).toEqual({ row: 2, reason: 'a blank is no respondent', cells: [] });
  });
  it('are kept with their cells while these are few, then without, and then only counted', async () => {
    const long = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    const cells = Array.from({ length: 40 }, () => '<c t="s"><v>0</v></c>').join('');
    const some = await read(toXlsx(head + `<row>${cells}</row>`.repeat(300), long));
    expect(some.refused).toBe(300);
    expect(some.refusedRows[0]!.cells).toHaveLength(17);
    expect(some.refusedRows[0]!.cells[0]).toBe(`${'x'.repeat(499)}…`);
    const lines = Array.from({ length: 101_000 }, (_, i) => `SV,${i},no count,${'y'.repeat(200)}`);
    const many = await read([header, ...lines].join('\n'));
    expect([many.refused, many.refusedRows.length]).toEqual([101_000, 100_000]);
    expect(many.refusedRows[10]!.cells).toHaveLength(4);
    expect(many.refusedRows.at(-1)!.cells).toEqual([]);
    expect(many.refusedRows.at(-1)!.reason).toBe('"99999" is no period');
    const size = many.refusedRows.reduce((sum, { cells }) => sum + cells.join().length, 0);
    expect(size).toBeLessThan(16 * 1024 * 1024);
  }, 120_000);
  it('are listed in an answer as far as they fit', () => {
    const rows = Array.from({ length: 2000 }, (_, row) => ({ row, reason: 'é'.repeat(100), cells: ['x'] }));
    expect(listFirst(rows, 1_000_000)).toHaveLength(1000);
    const listed = listFirst(rows, 20_000);
    expect(listed).toEqual(rows.slice(0, listed.length));
    const bytes = Buffer.byteLength(JSON.stringify(listed));
    expect([bytes > 19_000, bytes <= 20_001]).toEqual([true, true]);
  });
  it('say who may have been meant as long as there are few names that nobody has', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `,Astria${i % 10}${'abcdefghij'[i % 7]}${i}x`);
    const lines = ['Slovania', ...names].map((name) => `,${name.replace(',', '')},2010,7,convicted`);
    const { refusedRows } = await read(['area,name,year,value,measure', ...lines].join('\n'));
    expect(refusedRows[0]!.reason).toMatch(/^waits for a decision: "Slovania" is no respondent; perhaps /);
    expect(refusedRows.filter(({ reason }) => reason.includes('perhaps')).length).toBeLessThanOrEqual(100);
    expect(refusedRows.at(-1)!.reason).toMatch(/^waits for a decision: "Astria[^"]+" is no respondent$/);
  });
});

describe('a header', () => {
  it('may have its columns far apart, and as many as a sheet may', async () => {
    const names = Array.from({ length: 16_380 }, (_, i) => text(`${'n'.repeat(190)}${i}`)).join('');
    const rest = (cells: string[]) => cells.map((cell) => text(cell)).join('');
    const row = (cells: string[]) =>
      `<row>${cells.map((cell, i) => text(cell, `r="${['XFA', 'XFB', 'XFC', 'XFD'][i]}"`)).join('')}</row>`;
    const rows = `<row>${names}${rest(['area', 'year', 'value', 'measure'])}</row>${row(['SV', '2010', '7', 'convicted'])}${row(['XX', '2010', '7', 'convicted'])}`;
    const table = await read(toXlsx(rows));
    expect([...table.replies.keys()]).toEqual(['SV']);
    expect(table.header).toHaveLength(260);
    expect(table.header.slice(256)).toEqual(['area', 'year', 'value', 'measure']);
    expect(JSON.stringify(table.header).length).toBeLessThan(20_000);
    expect(table.refusedRows).toMatchObject([
      { row: 3, reason: 'waits for a decision: "XX" is no respondent' },
    ]);
    expect(table.refusedRows[0]!.cells.slice(256)).toEqual(['XX', '2010', '7', 'convicted']);
  });
  it('is refused where its names may not stand in a reply', async () => {
    const named = (name: string) => read(`area,year,value,${name}\nSV,2010,7,convicted`);
    // Spaces count as one, and so do these; a name is kept as it stands.
    await expect(named('"mea\u000bsure"')).rejects.toMatchObject({ code: 'no-header' });
    await expect(named('measure,o\u001bther')).rejects.toMatchObject({
      code: 'bad-header',
      message:
        'The name of column E in the header must not hold control characters, nor U+FFFE or U+FFFF: "o\ufffdther".',
    });
    await expect(named(`${' '.repeat(250)}measure`)).resolves.toMatchObject({ refused: 0 });
    const spaced = { ...plain, indicator: { ...plain.indicator, columns: ['my measure'] } };
    const wide = `area,year,value,my${' '.repeat(250)}measure\nSV,2010,7,convicted`;
    await expect(read(wide, spaced)).rejects.toMatchObject({ code: 'bad-header' });
  });
  it('is looked for within rows of which none is kept', async () => {
    const before = `${'z,'.repeat(500_000)}\n`.repeat(6);
    const within = (headerWithin: number) =>
      read(`${before}${header}\nSV,2010,7,convicted`, { ...plain, headerWithin });
    await expect(within(6)).rejects.toMatchObject({
      code: 'no-header',
    });
    expect((await within(7)).rows).toBe(1);
  });
});

describe('a cell', () => {
  const refusal = async (row: string, mapping: object = plain) =>
    (await read(`area,name,year,value,measure\n${row}`, mapping)).refusedRows[0]?.reason;
  it('is refused where it is longer than a reply can hold', async () => {
    const long = (n: number) => 'x'.repeat(n);
    expect(await refusal(`SV,${long(201)},2010,7,convicted`)).toBe('name is over 200 characters long');
    expect(await refusal(`SV,,${long(501)},7,convicted`)).toBe('year is over 500 characters long');
    expect(await refusal(`SV,,2010,${'0'.repeat(200)}7,convicted`)).toBe('value is over 200 characters long');
    expect(await refusal(`SV,,2010,7,${long(40_000)}`)).toBe('measure is over 500 characters long');
    expect(await refusal(`SV,,2010,"${'1,111'.repeat(5)}",convicted`)).toMatch(/is no count$/);
    expect(await refusal(`SV,,2010,7,convicted,${long(40_000)}`)).toBeUndefined();
  });
  it('that is a fraction is no count, though its digits look like one with its thousands parted', async () => {
    const rows = (cell: string) =>
      `${head}<row>${text('SV')}${text('2010')}${cell}${text('convicted')}</row>${goodRow}`;
    expect((await read(toXlsx(rows(text('1.282'))))).refused).toBe(0);
    for (const [cell, quoted] of [
      ['<c><v>1.282</v></c>', '1.282'],
      ['<c t="b"><v>1</v></c>', 'TRUE'],
      ['<c><v>1E-400</v></c>', '1E-400'],
      ['<c><v>9007199254740993</v></c>', '9007199254740993'],
    ] as const)
      expect((await read(toXlsx(rows(cell)))).refusedRows).toMatchObject([
        { row: 2, reason: `"${quoted}" is no count` },
      ]);
  });
});

describe('a mapping', () => {
  const fault = (body: string) => expect(() => parseMapping(body));
  it('is refused where its texts may not stand in a reply, or it is no mapping by far', () => {
    fault(JSON.stringify({ ...plain, title: { en: 'a\u0000' } })).toThrow(/the text "a\ufffd" must not hold/);
    fault(JSON.stringify({ ...plain, value: { columns: ['\u202e'] } })).toThrow(/force a direction/);
    fault(JSON.stringify({ ...plain, wordLists: { '\ud800': {} } })).toThrow(/half a surrogate/);
    fault('{"wordLists":{"__proto__":{}}}').toThrow(/"__proto__"/);
    fault('['.repeat(400_000) + ']'.repeat(400_000)).toThrow(/more than 10 deep/);
    fault(
      JSON.stringify({ ...plain, breakdown: [{ columns: ['x'], dimension: 'sex', words: 'constructor' }] }),
    ).toThrow(/no word list "constructor"/);
  });
  it('with very many faults is answered shortly', () => {
    const words = Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`w${i}`, 'no-such']));
    try {
      parseMapping(JSON.stringify({ ...plain, indicator: { columns: ['x'], words } }));
      throw new Error('it was taken');
    } catch (error) {
      expect((error as Error).message).toMatch(/^The mapping has faults:\nindicator "w0"/);
      expect((error as Error).message.length).toBeLessThanOrEqual(2000);
    }
  });
});
