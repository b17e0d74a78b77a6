/**
 * Reading publications: the content of real files, refused rows with their reasons, and another publication
 * that needs only a mapping.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMapping, parseMapping, type Mapping } from './mapping.js';
import { readTable, type ImportedTable } from './read-table.js';

const samplePath = fileURLToPath(
  new URL('../../../../../data/samples/unodc-glotip-sample.csv', import.meta.url),
);
let folder: string;
let mapping: Mapping;
let sample: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-table-'));
  mapping = await findMapping('unodc-glotip');
  sample = await readFile(samplePath, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer, by = mapping): Promise<ImportedTable> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return readTable(path, by, { collection: 'unodc-glotip', receivedOn: '2023-05-30' }, () => undefined);
}
const figures = ({ replies }: ImportedTable, respondent: string) => [
  ...(replies.get(respondent)?.observations.values() ?? []),
];
/** The figures of each reply, without row numbers and words. */
const content = ({ replies }: ImportedTable) =>
  [...replies].map(([code, { observations }]) => [code, [...observations.keys()].sort()]).sort();
/** The sample's rows with their columns in another order, or some of them left out. */
function withColumns(pick: (cells: string[]) => string[]): string {
  const cells = (line: string) =>
    [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!).slice(0, 13);
  return sample
    .trim()
    .split('\n')
    .map((line, i) => (i < 2 ? line : pick(cells(line)).join(',')))
    .join('\n');
}

describe('a column that says where a series breaks', () => {
  const by = () =>
    parseMapping(
      JSON.stringify({
        respondent: { code: ['area'] },
        period: { columns: ['year'] },
        value: { columns: ['value'] },
        indicator: { columns: ['measure'], words: { convicted: 'persons-convicted' } },
        break: { columns: ['OBS_STATUS'], words: { B: true, A: false } },
      }),
    );
  const file = (...statuses: string[]) =>
    ['area,year,value,measure,OBS_STATUS', ...statuses.map((s, i) => `SV,${2010 + i},7,convicted,${s}`)].join(
      '\n',
    );

  it('marks the figures that it names, and waits where nobody explained a word', async () => {
    const table = await read(file('A', 'b', '', 'E'), by());
    expect(figures(table, 'SV').map(({ period, break: starts }) => [period, starts])).toEqual([
      ['2010', undefined],
      ['2011', true],
      ['2012', undefined],
    ]);
    expect(figures(table, 'SV')[1]).toMatchObject({ words: { OBS_STATUS: 'b', measure: 'convicted' } });
    expect(table.refusedRows).toMatchObject([
      { row: 5, reason: 'waits for a decision: OBS_STATUS is "E", which the mapping does not know' },
    ]);
  });
  it('may be missing, and is kept where a row says again what another says', async () => {
    expect(figures(await read('area,year,value,measure\nSV,2010,7,convicted', by()), 'SV')).toHaveLength(1);
    const twice = file('A', 'A').replace('2011,7,convicted,A', '2010,7,convicted,B');
    expect(figures(await read(twice, by()), 'SV')).toMatchObject([
      { break: true, note: 'Said again in row 3' },
    ]);
  });
  it('that is no column of words is a fault of the mapping', () => {
    expect(() => parseMapping('{"break":{"columns":["x"],"words":{"B":"yes"}}}')).toThrow(/break\.words/);
  });
});

describe('the sample of the UNODC file', () => {
  it('gives every row as a figure or a reason', async () => {
    const table = await read(sample);
    const taken = [...table.replies.values()].reduce((sum, r) => sum + r.observations.size + r.doubles, 0);
    expect([table.rows, taken, table.refused, table.waiting.count]).toEqual([12, 9, 1, 2]);
    expect([...table.replies.keys()].sort()).toEqual(['AL', 'AT', 'AW-CW', 'BO', 'CQ', 'EEU', 'IN', 'SV']);
  });
  it('keeps the row, the figure as written and the words beside the codes', async () => {
    expect(figures(await read(sample), 'AT')).toEqual([
      {
        indicator: 'victims-detected',
        breakdown: { citizenship: 'tr' },
        period: '2019',
        value: 5,
        qualifier: 'fewer-than',
        row: 9,
        asWritten: '<5',
        words: {
          Indicator: 'Detected trafficking victims',
          Dimension: 'by citizenship',
          Category: 'TÃ¼rkiye',
          Sex: 'Total',
          Age: 'Total',
        },
      },
    ]);
  });
  it('reads thousands, blank categories, regional rows and areas without an ISO code', async () => {
    const table = await read(sample);
    expect(figures(table, 'IN')).toMatchObject([{ value: 1282, asWritten: '1,282' }]);
    expect(figures(table, 'AL')).toMatchObject([{ breakdown: { citizenship: 'not-stated' } }]);
    expect(figures(table, 'EEU')).toMatchObject([
      { breakdown: { 'form-of-exploitation': 'forced-labour', sex: 'male', age: 'adult' } },
    ]);
    expect(figures(table, 'CQ')).toMatchObject([{ indicator: 'persons-convicted', row: 12 }]);
  });
  it('keeps both figures of a key that comes twice', async () => {
    expect(figures(await read(sample), 'BO').map(({ value }) => value)).toEqual([62, 43]);
  });
  it('lists what it refuses with row, reason and the row as it stood', async () => {
    const { refusedRows: refused } = await read(sample);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      [13, expect.stringContaining('"0"')],
      [14, expect.stringContaining('Rate per 100 000')],
      [15, expect.stringContaining('"Atlantis" is no respondent')],
    ]);
    expect(refused[2]!.cells.slice(0, 2)).toEqual(['XQX', 'Atlantis']);
  });
  it('reads the same from columns in reverse, with semicolons, and in UTF-16', async () => {
    const expected = content(await read(sample));
    expect(content(await read(withColumns((cells) => cells.reverse())))).toEqual(expected);
    const semicolons = withColumns((c) => c)
      .split('\n')
      .map((line) => line.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';'))
      .join('\n');
    expect(content(await read(semicolons))).toEqual(expected);
    expect(content(await read(Buffer.from(`\ufeff${sample}`, 'utf16le')))).toEqual(expected);
  });
  it('goes by names where Iso3_code is missing, and then refuses rows without a name', async () => {
    const table = await read(withColumns((cells) => cells.slice(1)));
    expect([...table.replies.keys()].sort()).toEqual(['AL', 'AT', 'BO', 'CQ', 'IN', 'SV']);
    expect(table.refusedRows.map(({ row }) => row)).toEqual([10, 11, 13, 14, 15]);
  });
  it('refuses a row whose code and name are different respondents', async () => {
    const { refusedRows: refused } = await read(sample.replace('SLV,El Salvador', 'SLV,Austria'));
    expect(refused[0]).toMatchObject({ row: 4, reason: expect.stringContaining('different respondents') });
  });
  const austria = (value: number | string, country = 'Austria') =>
    `AUT,${country},Europe,x,Persons convicted,Total,Total,Total,Total,2019,Counts,${value},GLOTIP`;
  it('numbers rows as a spreadsheet does: blank ones count, and a line break within a cell begins none', async () => {
    const [title, day, header, first, ...rest] = sample.trim().split('\n');
    const lines = [title, day, header, '', ',,,', first, austria(77, '"Austria\n"'), ...rest];
    const [table, plain] = [await read(lines.join('\n')), await read(sample)];
    expect([table.rows, plain.rows]).toEqual([13, 12]);
    expect(figures(table, 'SV')).toMatchObject([{ row: 6 }]);
    expect(figures(table, 'AT').map(({ row, value }) => [row, value])).toContainEqual([7, 77]);
    expect(table.refusedRows.map(({ row }) => row)).toEqual(plain.refusedRows.map(({ row }) => row + 3));
  });
  it('reads every row of a file of many, each with its own number', async () => {
    const lines = Array.from({ length: 4321 }, (_, i) => austria(i));
    const table = await read([...sample.split('\n').slice(0, 3), ...lines].join('\n'));
    expect([table.rows, table.refused]).toEqual([4321, 0]);
    expect(figures(table, 'AT').map(({ value, row }) => [value, row])).toEqual(
      lines.map((_, i) => [i, i + 4]),
    );
  });
  it('keeps a bound beside the same number: "<7" says something else than "7"', async () => {
    const table = await read(`${sample}${[austria(7), austria('<7'), austria(7)].join('\n')}`);
    expect(table.replies.get('AT')!.doubles).toBe(1);
    const convicted = figures(table, 'AT').filter(({ indicator }) => indicator === 'persons-convicted');
    expect(convicted.map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [7, 'exact'],
      [7, 'fewer-than'],
    ]);
  });
  it('counts a row said twice once, and notes where it stands again', async () => {
    const line = sample.split('\n')[3]!;
    const table = await read(`${sample}${line}\n`);
    expect(table.replies.get('SV')).toMatchObject({ doubles: 1 });
    expect(figures(table, 'SV')).toMatchObject([{ row: 4, note: 'Said again in row 16' }]);
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    ['empty', '', 'truncated', /^The file is empty\.$/],
    [
      'a PDF',
      '%PDF-1.7 ...',
      'not-a-spreadsheet',
      /^The file is a PDF\. These kinds are taken: \.xlsx, \.ods, \.csv,/,
    ],
    ['binary', Buffer.from([1, 0, 2, 0]), 'not-a-spreadsheet', /^The file is .* These kinds are taken/],
    [
      'an old .xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'not-a-spreadsheet',
      /^The file is an old \.xls, or/,
    ],
    [
      'in Latin-1',
      Buffer.from('Country,Année\n', 'latin1'),
      'bad-encoding',
      /^The file is not UTF-8\. Save it as "CSV UTF-8"\.$/,
    ],
    [
      'half of UTF-16',
      Buffer.from('fffe610062', 'hex'),
      'bad-encoding',
      /^The file is not UTF-16LE\. Save it/,
    ],
    [
      'without the header',
      'a,b,c\n1,2,3\n',
      'no-header',
      /^No header was found within the first \d+ rows: sheet/,
    ],
    [
      'cut off within quotation marks',
      'Country,"Indic',
      'truncated',
      /^The file ends within quotation marks/,
    ],
    [
      'of quotation marks amid cells',
      'Country,Ind"ic"\n',
      'not-a-spreadsheet',
      /^The file is no CSV: Invalid/,
    ],
    [
      'one endless row',
      `a,${'b'.repeat(1_100_000)}\n`,
      'too-large',
      /^A row is over 1048576 characters long\.$/,
    ],
  ])('is refused when it is %s', async (_, bytes, code, message) => {
    const refusal = { name: 'UnreadableFile', code, message: expect.stringMatching(message) };
    await expect(read(bytes)).rejects.toMatchObject(refusal);
  });
  it('says which columns it lacks', async () => {
    await expect(read(withColumns((cells) => cells.filter((_, i) => i !== 7)))).rejects.toThrow(/lacks Sex/);
  });
});

describe('another publication', () => {
  const other = {
    headerWithin: 5,
    respondent: { name: ['État'] },
    period: { columns: ['Année'] },
    value: { columns: ['Nombre'], grouping: [' '], words: { néant: 'none-known' } },
    indicator: {
      columns: ['Sujet'],
      words: { Poursuites: 'persons-prosecuted', Victimes: 'victims-detected' },
    },
    breakdown: [
      { columns: ['Sexe'], dimension: 'sex', words: { Tous: null, Femmes: 'female' }, optional: true },
    ],
  };
  const csv =
    'Nombre;Année;Sujet;Sexe;État\n1 204;2019;Victimes;Femmes;Suisse\nnéant;2020;poursuites;TOUS;Brésil\n';
  it('needs a mapping and no code', async () => {
    const table = await read(csv, parseMapping(JSON.stringify(other)));
    expect(figures(table, 'CH')).toMatchObject([
      { indicator: 'victims-detected', breakdown: { sex: 'female' }, value: 1204 },
    ]);
    expect(figures(table, 'BR')).toMatchObject([{ value: null, qualifier: 'none-known', breakdown: {} }]);
    expect(table.refusedRows).toEqual([]);
  });
  it('is told of every unknown code in its mapping', () => {
    const wrong = { ...other, indicator: { columns: ['Sujet'], words: { a: 'no-such', b: 'nor-this' } } };
    expect(() => parseMapping(JSON.stringify(wrong))).toThrow(
      /no-such is no indicator\n.*nor-this is no indicator/,
    );
  });
});
