/** What a proposed mapping says of itself, word for word: what it takes, what it leaves, and what a person must look at. */
import { describe, expect, it } from '@jest/globals';
import { ods, toZip } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '../table/mapping.js';
import { proposeMapping } from './propose-mapping.js';

async function proposeFile(content: string | Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'doubts-'));
  try {
    await writeFile(join(folder, 'file'), content);
    const proposed = await proposeMapping(join(folder, 'file'), '2023-05-30');
    return { ...proposed, mapping: JSON.parse(proposed.text) as Mapping };
  } finally {
    await rm(folder, { recursive: true });
  }
}
const propose = (...lines: readonly string[]) => proposeFile(lines.join('\n'));
const countries = ['Austria', 'Bolivia', 'El Salvador', 'India', 'Albania'];
const table = (header: string, row: (country: string, year: number, i: number) => string) => [
  header,
  ...countries.flatMap((country, c) => [2017, 2018, 2019].map((year, y) => row(country, year, 3 * c + y))),
];
const figures = 'Country,Year,Measure,Sex,Value';
const line = (country: string, year: number, value: number | string, sex = 'Total') =>
  `${country},${year},Persons convicted,${sex},${value}`;

describe('a proposal', () => {
  it('that is sure says what each column is, and how its rows are read', async () => {
    const { mapping, text, ...rest } = await propose(
      'Title',
      ...table(`${figures},Source,Region`, (country, year, i) => `${line(country, year, i)},UN,r`),
    );
    expect(rest).toEqual({
      ...{
        sheets: ['csv'],
        headerRow: 2,
        doubts: [expect.stringMatching(/^"Region" \("r"\) is not read\. If/)],
      },
      columns: [
        { name: 'Country', use: 'respondent' },
        { name: 'Year', use: 'period' },
        { name: 'Measure', use: 'indicator' },
        { name: 'Sex', use: 'breakdown' },
        { name: 'Value', use: 'value' },
        { name: 'Source', use: 'not read' },
        { name: 'Region', use: 'not read' },
      ],
      ...{ counts: { rows: 15, read: 15, refused: 0, waiting: 0 }, words: [], reasons: [] },
    });
    expect(text.endsWith('\n}\n')).toBe(true);
    const { unsure: _, ...sure } = mapping;
    expect(sure).toEqual({
      respondent: { name: ['Country'] },
      period: { columns: ['Year'] },
      value: { columns: ['Value'], grouping: [] },
      only: [],
      indicator: { columns: ['Measure'], words: { 'Persons convicted': 'persons-convicted' } },
      breakdown: [{ columns: ['Sex'], dimension: 'sex', words: { Total: null } }],
    });
  });

  it('lists words and reasons by their rows, the most first', async () => {
    const lines = table(figures, (country, year, i) =>
      line(country, year, i < 2 ? 'x' : i < 5 ? 'y' : i, ['Total', 'Aa', 'Bb', 'Bb'][i % 4]),
    );
    const { words, reasons, counts } = await propose(...lines);
    expect(words).toEqual([
      { dimension: 'sex', word: 'Bb', rows: 5 },
      { dimension: 'sex', word: 'Aa', rows: 3 },
    ]);
    expect(reasons).toEqual([
      { reason: '"y" is no count', rows: 3 },
      { reason: '"x" is no count', rows: 2 },
    ]);
    expect(counts).toEqual({ rows: 15, read: 2, refused: 5, waiting: 8 });
  });

  it('tells a unit whose words nobody knows', async () => {
    const unit = async (...words: string[]) => {
      const lines = table(
        `${figures},Unit`,
        (country, year, i) => `${line(country, year, i)},${words[i % words.length]}`,
      );
      const { mapping, doubts } = await propose(...lines);
      return [mapping.only, doubts];
    };
    expect(await unit('Heads')).toEqual([
      [{ columns: ['Unit'], words: ['Heads'] }],
      [
        'only: "Unit" is taken for the unit, and it is not known whether "Heads" means counts. Leave in "only" the words of counts; rows with another unit are refused.',
      ],
    ]);
    expect((await unit('Heads', 'Souls', 'Rate'))[1]).toEqual([
      expect.stringContaining('whether "Heads", "Souls" mean counts.'),
    ]);
    expect(await unit('Persons', 'Heads')).toEqual([[{ columns: ['Unit'], words: ['Persons'] }], []]);
  });

  it('takes a column for the unit that is not called so, where its words are those of units', async () => {
    const lines = (...words: string[]) =>
      table(`${figures},Kind`, (country, year, i) => `${line(country, year, i)},${words[i % words.length]}`);
    expect((await propose(...lines('Persons', 'Cases'))).mapping.only).toEqual([
      { columns: ['Kind'], words: ['Persons', 'Cases'] },
    ]);
    // Too few of its words, or numbers among them.
    expect((await propose(...lines('Persons', 'red', 'blue'))).mapping.only).toEqual([]);
    expect((await propose(...lines(...Array<string>(9).fill('Persons'), '7'))).mapping.only).toEqual([]);
  });

  it('takes a column for the respondent that is not called so, where it names four countries or more', async () => {
    const of = (some: readonly string[]) =>
      propose(
        'who,Year,Measure,Value',
        ...some.flatMap((who) => [1, 2, 3].map((i) => `${who},201${i},x,${i}`)),
      );
    expect((await of(countries.slice(0, 4))).mapping.respondent).toEqual({ name: ['who'] });
    await expect(of(countries.slice(0, 3))).rejects.toThrow(/no column holds names or codes of countries/);
  });

  it('takes no column for one that says the breakdown where half of its words say none', async () => {
    const kinds = ['by sex', 'x', 'y'];
    const lines = table('Country,Year,Measure,Kind,Of,Value', (country, year, i) =>
      [country, year, 'Persons convicted', kinds[i % 3], i % 3 ? 'Male' : 'Female', i].join(','),
    );
    expect((await propose(...lines)).mapping.breakdown).toMatchObject([
      { columns: ['Of'], dimension: 'sex' },
    ]);
  });

  it('is sure of grown-ups beside children where their name says how old they are', async () => {
    const lines = table('Country,Year,"Men, 18 years or over",Girls', (c, y, i) => `${c},${y},${i},${i + 1}`);
    const { doubts, mapping } = await propose(...lines);
    expect(doubts).toEqual([]);
    expect(mapping.breakdown).toMatchObject([
      { dimension: 'sex', words: { 'Men, 18 years or over': 'male', Girls: 'female' } },
      { dimension: 'age', words: { 'Men, 18 years or over': 'adult', Girls: 'child' } },
    ]);
  });

  it('tells two columns that may be the respondent, though none of their rows has both', async () => {
    const lines = table('Country,State,Year,Measure,Value', (country, year, i) =>
      [...(i % 2 ? [country, ''] : ['', country]), year, 'Persons convicted', i].join(','),
    );
    const { doubts } = await propose(...lines, 'Kenya,,2019,Persons convicted,4');
    expect(doubts).toContainEqual(
      expect.stringMatching(/^respondent: "(Country|State)" is taken .* "(Country|State)" may be it as well/),
    );
  });

  it('tells two columns that may be the respondent, and two that may be the period', async () => {
    const two = table(`Country,Neighbour,When,Then,${'Measure,Value'}`, (country, year, i) =>
      [country, countries[(i + 4) % 5], year, year + 1, 'Persons convicted', i].join(','),
    );
    const { doubts } = await propose(...two);
    expect(doubts.slice(0, 2)).toEqual([
      'respondent: "Country" is taken for whose figures they are, and "Neighbour" may be it as well. Name the right column in "respondent"; the other is a breakdown (such as "citizenship"), or is left out.',
      'period: "When" is taken, and "Then" may be it as well. Name the right column.',
    ]);
    const when = table('Country,When,Measure,Value', (country, year, i) =>
      [country, year, 'Persons convicted', i].join(','),
    );
    expect((await propose(...when)).doubts).toEqual([
      'period: "When" is taken, since its cells look like years. Say whether they are.',
    ]);
  });

  it('tells what stands where there is no number, and what parts thousands', async () => {
    const lines = table(figures, (country, year, i) =>
      line(country, year, ['n/a', 'x', '', 7, '"1.234"', '"1,234"', 'n/a'][i] ?? i),
    );
    const { doubts, mapping } = await propose(...lines);
    expect(mapping.value.grouping).toEqual([',', '.']);
    expect(doubts).toEqual([
      'value: a point is taken for what parts thousands, so that 1.234 is 1,234. If it begins a fraction, the figures are no counts.',
      'value: it is not known why there is no number where it says "n/a" (2 rows), "x" (1 row), blank (1 row); such rows are refused. Give each word its meaning in "value": {"words": {…}}: none-known, not-available, not-applicable, not-asked or withheld.',
    ]);
    const grouped = async (cell: string) =>
      (await propose(...table(figures, (c, y, i) => line(c, y, i ? i : cell)))).mapping.value.grouping;
    expect(await grouped('1 234')).toEqual([' ']);
    expect(await grouped("<1'234")).toEqual(["'"]);
    expect(await grouped('1234')).toEqual([]);
  });

  it('tells columns of counts that are not read, and those of rates', async () => {
    const lines = table(`${figures},Households,Crime rate,Ratio`, (country, year, i) =>
      [line(country, year, i), i + 3, i + 4, i / 7].join(','),
    );
    const { doubts } = await propose(...lines);
    expect(doubts).toEqual([
      'value: "Value" is taken for the figures, and "Households" holds counts as well. A mapping reads one column of figures: name the right one, and read each of the others by a mapping of its own.',
      '"Crime rate" is not read: it holds rates, shares or averages, and only counts are stored.',
      '"Ratio" is not read: it holds rates, shares or averages, and only counts are stored.',
    ]);
    const more = table(`${figures},Households,Dogs`, (country, year, i) =>
      [line(country, year, i), i + 3, 9 * i].join(','),
    );
    expect((await propose(...more)).doubts).toEqual([
      expect.stringContaining('"Households", "Dogs" hold counts'),
    ]);
  });

  it('tells a breakdown that it takes for its words alone, and a second one of the same', async () => {
    const lines = table('Country,Year,Measure,Who,Gender,Value', (country, year, i) =>
      [country, year, 'Persons convicted', ['Male', 'Female'][i % 2], ['F', 'M', 'X'][i % 3], i].join(','),
    );
    const { doubts, mapping } = await propose(...lines);
    expect(mapping.breakdown).toMatchObject([{ columns: ['Who'], dimension: 'sex' }]);
    expect(doubts).toEqual([
      'breakdown: "Who" is taken for "sex" because of its words, such as "Male", "Female". Say whether it is.',
      'breakdown: "Gender" looks like "sex" too, and is not read. If it says the same in other words leave it out; if not, name its dimension.',
    ]);
  });

  it('reads a column that is broken down by what another says', async () => {
    const kinds = ['by sex', 'by citizenship', 'Total', 'by colour'];
    const words = ['Male', 'Nigeria', 'Total', 'red'];
    const lines = table('Country,Year,Measure,Kind,Of,Value', (country, year, i) =>
      [country, year, 'Persons convicted', kinds[i % 4], words[i % 4], i].join(','),
    );
    const { mapping, doubts, words: waiting } = await propose(...lines);
    expect(doubts).toEqual([]);
    expect(mapping.breakdown).toEqual([
      {
        ...{ columns: ['Of'], chosenBy: ['Kind'] },
        choices: {
          'by sex': { dimension: 'sex', words: { Male: 'male' } },
          'by citizenship': { dimension: 'citizenship', words: {}, respondents: true },
          Total: { words: { Total: null } },
        },
      },
    ]);
    expect(waiting).toEqual([{ dimension: 'kind-of-breakdown', word: 'by colour', rows: 3 }]);
  });
  it('does not take for it a column that names its dimension, though its words fit better', async () => {
    const [kinds, sexes] = [
      ['by sex', 'Total'],
      ['Male', 'Female'],
    ];
    const lines = table('Country,Year,Measure,Kind,Sex,Of,Value', (country, year, i) =>
      [country, year, 'Persons convicted', kinds[i % 2], sexes[i % 2], i % 4 ? 'red' : 'Male', i].join(','),
    );
    const { mapping } = await propose(...lines);
    expect(mapping.breakdown).toEqual([
      expect.objectContaining({ columns: ['Of'], chosenBy: ['Kind'] }),
      { columns: ['Sex'], dimension: 'sex', words: { Male: 'male', Female: 'female' } },
    ]);
  });
});

describe('a file that cannot be read by any mapping', () => {
  const refusal = (message: string, code = 'no-table') => ({ name: 'UnreadableFile', code, message });
  it('lacks a header, respondents, a period or figures, each sheet of it', async () => {
    await expect(propose('Austria,5', 'Bolivia,6')).rejects.toMatchObject(
      refusal(
        'No mapping can be proposed: no sheet has a header, a row of different names with no numbers among them but years, above the figures. Add one.',
      ),
    );
    await expect(propose('a,b', 'c,d')).rejects.toMatchObject(
      refusal(
        'No mapping can be proposed. In sheet "csv": no column holds names or codes of countries, areas or organisations. Add one.',
      ),
    );
    await expect(propose(...table('Country,Year,Note', (c, y) => `${c},${y},x`))).rejects.toMatchObject(
      refusal(
        'No mapping can be proposed. In sheet "csv": no column holds figures. Name the column of the figures, and leave one figure in a cell.',
      ),
    );
    await expect(propose(...table('Country,Value', (c, _, i) => `${c},${i}`))).rejects.toMatchObject(
      refusal(
        'No mapping can be proposed. In sheet "csv": no column holds years or other periods, and no columns are years. Add a column of the year.',
      ),
    );
    const sheet = (name: string, a: string) =>
      `<table:table table:name="${name}">${[
        [a, 'b'],
        ['c', 'd'],
      ]
        .map(
          (cells) =>
            `<table:table-row>${cells.map((c) => `<table:table-cell><text:p>${c}</text:p></table:table-cell>`).join('')}</table:table-row>`,
        )
        .join('')}</table:table>`;
    const six = toZip(ods([...'stuvwx'].map((name, i) => sheet(name, `a${i}x`)).join('')));
    await expect(proposeFile(six)).rejects.toThrow(
      /^No mapping can be proposed\. In sheet "s": .*; in sheet "w": [^;]*$/,
    );
  });

  it('has rates alone, which is said with how they were recognised', async () => {
    const end = expect.stringMatching(
      /^The figures are rates, shares or averages, and no counts: the columns of years hold fractions in 1 row\. Only/,
    );
    const years = ['Country,2017,2018', 'Austria,1.5,2', 'Bolivia,3,4', 'India,5,6'];
    await expect(propose(...years)).rejects.toMatchObject({ code: 'no-counts', message: end });
    await expect(
      propose(...table('Country,Year,Value', (c, y, i) => `${c},${y},${i < 2 ? `${i}.5` : i}`)),
    ).rejects.toThrow(/and no counts: "Value" holds fractions in 2 rows\. Only counts are stored/);
  });
});
