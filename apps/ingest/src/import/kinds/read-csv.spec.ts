/** Reading .csv and what else is text: separators, encodings, bounds, and the size of its batches. */
import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from './limits.js';
import { readFileRows } from './read-file-for-tests.js';
import { openSpreadsheet } from './spreadsheet.js';

const cellsOf = async (content: string | Buffer) => (await readFileRows(content)).map(({ cells }) => cells);
const refusal = (code: string, message: string) => ({ name: 'UnreadableFile', code, message });

describe('the separator of a .csv', () => {
  it.each([
    ['a,b;c,d', ['a', 'b;c', 'd']],
    ['a;b,c;d', ['a', 'b,c', 'd']],
    ['a\tb,c\td', ['a', 'b,c', 'd']],
    ['a,b;c', ['a', 'b;c']],
    ['a;b\tc', ['a', 'b\tc']],
  ])('is the one that a line has most often: %j', async (line, cells) => {
    expect(await cellsOf(line)).toEqual([cells]);
  });

  it('is that of the line with the most of one, not of the most lines', async () => {
    expect(await cellsOf('a,b\r\nc,d\r\ne;f;g')).toEqual([['a,b'], ['c,d'], ['e', 'f', 'g']]);
  });

  it('is looked for in the first fifty lines', async () => {
    const lines = (count: number) => ['a,b', ...Array<string>(count - 2).fill('x,y'), 'e;f;g'].join('\n');
    expect((await cellsOf(lines(50)))[0]).toEqual(['a,b']);
    expect((await cellsOf(lines(51)))[0]).toEqual(['a', 'b']);
  });
});

describe('a text', () => {
  it('is read in UTF-8 and in both orders of UTF-16, without the mark at its begin', async () => {
    const text = '\ufeffÉtat,年\nAutriche,2019';
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [Buffer.from(text), little, Buffer.from(little).swap16()])
      expect(await cellsOf(bytes)).toEqual([
        ['État', '年'],
        ['Autriche', '2019'],
      ]);
    const odd = Buffer.concat([Buffer.from(little).swap16(), Buffer.from([0])]);
    await expect(readFileRows(odd)).rejects.toMatchObject(
      refusal('bad-encoding', 'The file is not UTF-16BE. Save it as "CSV UTF-8".'),
    );
  });

  it.each([
    [' <html><body>', 'a web page'],
    ['\n<!DOCTYPE HTML>', 'a web page'],
    ['<table>', 'XML, but no message of SDMX: its first element is "table"'],
    ['<_a>', 'XML, but no message of SDMX: its first element is "_a"'],
    ['{\\rtf1', 'a text document'],
    [' [1]', 'JSON but no JSON-stat dataset'],
    ['a'.repeat(65_535) + '\u0000', 'of a kind that is not known'],
  ])('that begins as another kind is refused: %#', async (content, what) => {
    await expect(readFileRows(content)).rejects.toMatchObject({
      code: 'not-a-spreadsheet',
      message: expect.stringMatching(new RegExp(`^The file is ${what}\\. These kinds`)) as unknown,
    });
  });

  it.each(['<5,a', 'x<html>,a', 'x[1],a', 'b%PDF,a', 'PA,a'])(
    'that only looks like one of these within is read: %s',
    async (content) => {
      expect(await cellsOf(content)).toEqual([content.split(',')]);
    },
  );

  it('may be a JSON after blanks', async () => {
    await expect(readFileRows(' \n{"class":"x"}')).rejects.toThrow(/^The file is JSON but no JSON-stat 2\.0/);
  });

  it.each([
    ['', refusal('truncated', 'The file is empty.')],
    [
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      refusal(
        'not-a-spreadsheet',
        'The file is an old .xls, or is protected by a password. Save it as .xlsx or .csv without one.',
      ),
    ],
    [
      'a,"b',
      {
        code: 'truncated',
        message: expect.stringMatching(
          /^The file ends within quotation marks: it is truncated\. Quote Not Closed/,
        ),
      },
    ],
    [
      'a,b"c"',
      {
        code: 'not-a-spreadsheet',
        message: expect.stringMatching(/^The file is no CSV: Invalid Opening Quote/),
      },
    ],
  ])('that cannot be read says why: %#', async (content, error) => {
    await expect(readFileRows(content)).rejects.toMatchObject(error);
  });
});

describe('the rows of a .csv', () => {
  it('may be of different lengths, and have their numbers', async () => {
    expect(await readFileRows('a,b\n\nc,d,e\n"f\ng"')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: [''] },
      { row: 3, cells: ['c', 'd', 'e'] },
      { row: 4, cells: ['f\ng'] },
    ]);
  });

  it('have as many columns and as long cells as a sheet, and what is above is still seen', async () => {
    const [wide] = await cellsOf('x,'.repeat(limits.columns - 1) + 'last');
    expect([wide!.length, wide!.at(-1)]).toEqual([limits.columns, 'last']);
    const [wider] = await cellsOf('x,'.repeat(limits.columns) + 'more');
    expect([wider!.length, wider!.at(-1)]).toEqual([limits.columns, 'x']);
    const [long, longer] = await cellsOf(`${'x'.repeat(limits.cell)},y\n${'x'.repeat(90_000)},y`);
    expect(long).toEqual(['x'.repeat(limits.cell), 'y']);
    expect(longer).toEqual(['x'.repeat(limits.cell + 1), 'y']);
  });

  it('are given in batches, each of a thousand rows, or of so many characters as fill the room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-csv-'));
    try {
      const batches = async (content: string) => {
        await writeFile(join(folder, 'file'), content);
        const spreadsheet = await openSpreadsheet(join(folder, 'file'));
        const found: number[] = [];
        for await (const batch of spreadsheet.rows('csv')) found.push(batch.length);
        await spreadsheet.close();
        expect(spreadsheet.sheets).toEqual(['csv']);
        return found;
      };
      expect(await batches('x\n'.repeat(2001))).toEqual([1000, 1000, 1]);
      expect(await batches('x\n'.repeat(1000))).toEqual([1000]);
      // Four of these rows are as many characters as a batch has.
      const quarter = 'x'.repeat(256 * 1024 - 1);
      expect(await batches(`y,${quarter}\n`.repeat(9))).toEqual([4, 4, 1]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
