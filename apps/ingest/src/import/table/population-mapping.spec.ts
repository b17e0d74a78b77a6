/** The mapping of population: files with and without a column of indicators, and the file that the program's figures are from. */
import { describe, expect, it } from '@jest/globals';
import { shippedAreas, shippedYears } from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readHeader, type Header } from './find-header.js';
import { makeDecisions } from './find-word.js';
import { makeRowMapper } from './map-row.js';
import { findMapping } from './mapping.js';

const mapping = await findMapping('population');
function read([names, ...rows]: readonly string[][]) {
  const mapRow = makeRowMapper(
    mapping,
    readHeader({ row: 1, cells: names! }, mapping) as Header,
    '2026-03-06',
    makeDecisions(mapping.decisions),
  );
  return rows.map((cells, i) => {
    const mapped = mapRow({ row: i + 2, cells });
    if ('reason' in mapped) return mapped.reason;
    if ('waitsFor' in mapped) return mapped.waitsFor.map(({ reason }) => reason).join();
    const { indicator, breakdown, period, value } = mapped.observation;
    return { respondent: mapped.resolved.code, indicator, breakdown, period, value };
  });
}
const salvador = { respondent: 'SV', indicator: 'population', breakdown: {}, period: '2006', value: 6002319 };

describe('a publication of population', () => {
  it('without a column of indicators counts people', () => {
    const rows = [
      ['Country Name', 'Country Code', 'Year', 'Value'],
      ['El Salvador', 'SLV', '2006', '6002319'],
      ['Kosovo', 'XKX', '2006', '1719536'],
      ['World', 'WLD', '2006', '6000000000'],
      ['Atlantis', 'ATL', '2006', '1'],
    ];
    expect(read(rows)).toEqual([
      salvador,
      { ...salvador, respondent: 'XK', value: 1719536 },
      expect.stringContaining('"World"'),
      expect.stringContaining('"Atlantis" is no respondent'),
    ]);
  });

  it('with one is taken by it, and by sex and age where it tells them', () => {
    const rows = [
      ['Country Code', 'Indicator Code', 'Sex', 'Age', 'Year', 'Value'],
      ['SLV', 'SP.POP.TOTL', 'Total', '', '2006', '6002319'],
      ['SLV', 'SP.POP.TOTL', 'F', '0 to 17 years', '2006', '1000000'],
      ['SLV', 'NY.GDP.MKTP.CD', '', '', '2006', '7'],
    ];
    expect(read(rows)).toEqual([
      salvador,
      { ...salvador, breakdown: { sex: 'female', age: 'child' }, value: 1000000 },
      '"NY.GDP.MKTP.CD" is no indicator of the mapping',
    ]);
  });
});

const file = fileURLToPath(new URL('../../../../../../shared/data/population.csv', import.meta.url));
const itIfThere = existsSync(file) ? it : it.skip;
itIfThere(
  `the figures of the program are those of the file (${file})`,
  () => {
    const all = read(parse(readFileSync(file, 'utf8')) as string[][]);
    const taken = all.filter((row) => typeof row === 'object');
    // Groups of countries are refused by the mapping, so that nobody is asked about them.
    expect(all.filter((row) => typeof row === 'string' && row.includes('is no respondent'))).toEqual([]);
    for (const { respondent, period, value } of taken)
      expect([respondent, period, shippedYears(respondent)?.get(Number(period))]).toEqual([
        respondent,
        period,
        value,
      ]);
    expect(taken).toHaveLength(shippedAreas.reduce((sum, code) => sum + shippedYears(code)!.size, 0));
  },
  60_000,
);
