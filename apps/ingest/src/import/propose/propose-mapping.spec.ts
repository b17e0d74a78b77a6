/** A first mapping for files that nobody has seen: what it takes, what it is not sure of, and what it refuses. */
import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapping, type Mapping } from '../table/mapping.js';
import { proposeMapping } from './propose-mapping.js';

async function propose(...lines: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'propose-'));
  try {
    await writeFile(join(folder, 'file'), lines.join('\n'));
    const proposed = await proposeMapping(join(folder, 'file'), '2023-05-30');
    return { ...proposed, mapping: JSON.parse(proposed.text) as Mapping };
  } finally {
    await rm(folder, { recursive: true });
  }
}
/** A row for each of some countries and years, below a header. */
const table = (header: string, row: (country: string, year: number, i: number) => string) => [
  header,
  ...['Austria', 'Bolivia', 'El Salvador', 'India', 'Albania'].flatMap((country, c) =>
    [2017, 2018, 2019].map((year, y) => row(country, year, 3 * c + y)),
  ),
];

describe('a proposed mapping', () => {
  it('names respondent, period, figure and breakdowns, with the words that it knows', async () => {
    const lines = table('Sexo;Cifra;Año;País;Indicador', (country, year, i) =>
      [i % 2 ? 'Mujeres' : 'Personal', 7 * i + 1, year, country, 'Personas condenadas'].join(';'),
    );
    const { mapping, doubts, counts, words } = await propose('Condenas', ...lines);
    expect(doubts).toEqual([]);
    expect(mapping).toMatchObject({
      ...{ respondent: { name: ['País'] }, period: { columns: ['Año'] }, value: { columns: ['Cifra'] } },
      indicator: { columns: ['Indicador'], words: { 'Personas condenadas': 'persons-convicted' } },
      breakdown: [{ columns: ['Sexo'], dimension: 'sex', words: { Mujeres: 'female' } }],
    });
    // What it does not know waits.
    expect([counts, words]).toEqual([
      { rows: 15, read: 7, refused: 0, waiting: 8 },
      [{ dimension: 'sex', word: 'Personal', rows: 8 }],
    ]);
  });
  it('lets rows wait for what they count where no column says it', async () => {
    const lines = table('entity,when,n', (country, year, i) => `${country},${year},${9 * i}`);
    const { mapping, counts, words, doubts } = await propose(...lines);
    expect(mapping.indicator).toMatchObject({ optional: true, words: {} });
    expect(counts).toMatchObject({ read: 0, waiting: 15 });
    expect(words).toEqual([{ dimension: 'indicator', word: '', rows: 15 }]);
    expect(doubts).toEqual([expect.stringMatching(/^period: "when" is taken/)]);
  });
  it('takes years that are columns', async () => {
    const { mapping, counts } = await propose(
      'Country code,Country,2017,2018,X2019',
      ...['AUT,Austria,1,,3', 'BOL,Bolivia,4,<5,6', 'ALB,Albania,7,8,9'],
    );
    expect(mapping).toMatchObject({
      yearsAcross: true,
      respondent: { code: ['Country code'], name: ['Country'] },
    });
    expect(counts).toMatchObject({ rows: 8, refused: 0 });
  });
});

describe('several columns of figures', () => {
  it('that are parts of a whole are read as such, each figure in a row of its own', async () => {
    const lines = table(
      'Country,Year,Male,Female,Total',
      (country, year, i) => `${country},${year},${i},${i + 1},${2 * i + 1}`,
    );
    const { mapping, counts, doubts } = await propose(...lines);
    expect(doubts).toEqual([]);
    expect(mapping.figuresAcross).toEqual(expect.arrayContaining(['Male', 'Female', 'Total']));
    expect(mapping.breakdown).toEqual([
      { columns: ['(column)'], dimension: 'sex', words: { Male: 'male', Female: 'female', Total: null } },
    ]);
    expect(counts).toEqual({ rows: 45, read: 0, refused: 0, waiting: 45 });
  });
  it('that count different things wait for what each counts, where their names are not known', async () => {
    const lines = table(
      'Pays;Année;Victimes;Personnes condamnées, hommes',
      (country, year, i) => `${country};${year};${i};${i + 1}`,
    );
    const { mapping, words, doubts } = await propose(...lines);
    expect(mapping.indicator).toMatchObject({
      columns: ['(column)'],
      words: { 'Personnes condamnées, hommes': 'persons-convicted' },
    });
    expect(mapping.breakdown).toMatchObject([{ words: { 'Personnes condamnées, hommes': 'male' } }]);
    // Whether it is the total of what the other is a part of is not known either.
    expect(words.map(({ dimension, word }) => `${dimension} ${word}`).sort()).toEqual([
      'indicator Victimes',
      'sex Victimes',
    ]);
    expect(doubts).toEqual([
      expect.stringMatching(/^figuresAcross: each of .*"Personnes condamnées, hommes"/),
    ]);
  });
  it('of women beside girls are of those grown up, and that is asked', async () => {
    const lines = table(
      'Country,Year,Men,Women,Boys,Girls,Population',
      (country, year, i) => `${country},${year},${i},1,2,3,${1000 + i}`,
    );
    const { mapping, doubts } = await propose(...lines);
    expect(mapping.figuresAcross).toEqual(['Men', 'Women', 'Boys', 'Girls']);
    expect(mapping.breakdown).toMatchObject([
      { dimension: 'sex', words: { Men: 'male', Women: 'female', Boys: 'male', Girls: 'female' } },
      { dimension: 'age', words: { Men: 'adult', Women: 'adult', Boys: 'child', Girls: 'child' } },
    ]);
    expect(doubts).toEqual([
      expect.stringMatching(/^value: "Population" holds counts as well, and is not read/),
      expect.stringMatching(/^figuresAcross: each of "Men", "Women" is taken/),
    ]);
  });
  it('are not taken for figures beside a column that is called as figures are', async () => {
    const lines = table(
      'Country,Year,Value,Households',
      (country, year, i) => `${country},${year},${i},${i + 9}`,
    );
    const { mapping, doubts } = await propose(...lines);
    expect(mapping).not.toHaveProperty('figuresAcross');
    expect(doubts).toEqual([
      expect.stringMatching(/^value: "Value" is taken .* "Households" holds counts as well/),
    ]);
  });
  it('in rows: women beside girls wait for what is meant', async () => {
    const lines = table(
      'Country,Year,Sex,Victims detected',
      (country, year, i) => `${country},${year},${['Women', 'Girls', 'Male'][i % 3]},${i}`,
    );
    const { words, counts, mapping } = await propose(...lines);
    expect(mapping.indicator.words).toEqual({ '': 'victims-detected' });
    expect(words.map(({ word }) => word).sort()).toEqual(['Girls', 'Women']);
    expect(counts).toMatchObject({ read: 5, waiting: 10 });
  });
});

describe('a mapping is not sure', () => {
  it('of what stands in columns without a name', async () => {
    const lines = table(
      'Country,Year,,Male,Female',
      (country, year, i) => `${country},${year},${i === 4 ? 'x' : ''},${i},1`,
    );
    const { doubts } = await propose(...lines);
    expect(doubts).toEqual([
      expect.stringMatching(/^1 cell stands in columns without a name, and is not read/),
    ]);
  });
  it('of a column that it does not read, and that tells figures apart', async () => {
    const lines = table(
      'Country,Year,Court,Count',
      (country, year, i) => `${country},${year},c${i % 2},${i}`,
    );
    const { doubts } = await propose(...lines, 'Austria,2017,c9,5');
    expect(doubts).toEqual([
      expect.stringMatching(/^"Court" .* is not read, and 1 row differs from others by nothing else/),
    ]);
  });
  it('of two columns of counts, two of States, and of what stands where there is no number', async () => {
    const lines = table('Country,Partner,Year,Victims,Offenders', (country, year, i) =>
      [country, i % 2 ? 'Nigeria' : country, year, i === 3 ? 'n/a' : 1000 + 17 * i, i + 1].join(','),
    );
    const { doubts } = await propose(...lines);
    expect(doubts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^respondent: "Country" is taken .* "Partner" may be it as well/),
        expect.stringMatching(/^figuresAcross: each of "Victims", "Offenders" is taken for figures/),
        expect.stringMatching(/^value: it is not known why .* "n\/a" \(1 row\)/),
      ]),
    );
  });
  it('and then nothing is read by it before a person has looked', async () => {
    const lines = table('entity,when,n', (country, year, i) => `${country},${year},${9 * i}`);
    const { text } = await propose(...lines);
    expect(() => parseMapping(text)).toThrow(
      /a proposal, and not sure of one thing\. Look at each.*take it out of "unsure":\n- period: "when"/s,
    );
    const { unsure: _, ...rest } = JSON.parse(text) as { unsure: unknown };
    expect(parseMapping(JSON.stringify(rest)).indicator.optional).toBe(true);
  });
});

describe('rates and shares', () => {
  it('are refused, with what to do', async () => {
    const rate = table('Country,Year,Value', (country, year, i) => `${country},${year},${i / 4}`);
    await expect(propose(...rate)).rejects.toMatchObject({
      code: 'no-counts',
      message: expect.stringMatching(
        /"Value" holds fractions in 11 rows\. Only counts .* Take the publisher's table/,
      ),
    });
    const named = table('Country,Year,Homicide rate', (country, year, i) => `${country},${year},${i + 2}`);
    await expect(propose(...named)).rejects.toThrow(/"Homicide rate" is called so/);
    const unit = table(
      'Country,Year,Unit,Value',
      (country, year, i) => `${country},${year},Per 100 000,${i + 2}`,
    );
    await expect(propose(...unit)).rejects.toThrow(/every word of "Unit" says so, such as "Per 100 000"/);
  });
  it('are left out where counts are beside them, by "only"', async () => {
    const lines = table('Country,Year,Unit,Value', (country, year, i) =>
      i % 2 ? `${country},${year},Counts,${i}` : `${country},${year},"Rate per 100,000",${i / 7}`,
    );
    const { mapping, counts, reasons } = await propose(...lines);
    expect(mapping.only).toEqual([{ columns: ['Unit'], words: ['Counts'] }]);
    expect(counts).toMatchObject({ rows: 15, refused: 8, waiting: 7 });
    expect(reasons).toEqual([{ reason: 'Unit is "Rate per 100,000", not counts', rows: 8 }]);
  });
});

it('a file without a table of figures is refused, with what it lacks', async () => {
  await expect(propose('a,b', 'c,d')).rejects.toMatchObject({
    code: 'no-table',
    message: expect.stringMatching(/no column holds names or codes of countries/),
  });
  await expect(propose('Austria,2017,5', 'Bolivia,2017,6')).rejects.toThrow(/no sheet has a header/);
  await expect(propose(...table('Country,Code,n', (c, _, i) => `${c},${c},${i}`))).rejects.toThrow(
    /no column holds years or other periods/,
  );
});
