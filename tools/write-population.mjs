/**
 * Writes libs/domain/src/population/world-bank-2026.ts from the file of the World Bank's figures.
 * Run: node tools/write-population.mjs population.csv > libs/domain/src/population/world-bank-2026.ts
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';

const require = createRequire(import.meta.url);
const isoCodes = require('i18n-iso-countries/codes.json').map(([alpha2, alpha3]) => [alpha3, alpha2]);
/** The World Bank's code for Kosovo is not that of the list. */
const alpha2Of = new Map([...isoCodes, ['XKX', 'XK']]);
const areas = new Map();
const rows = parse(readFileSync(process.argv[2], 'utf8'), { columns: true, bom: true });
for (const { 'Country Code': alpha3, Year: year, Value: value } of rows) {
  const code = alpha2Of.get(alpha3);
  // Groups of countries, and the Channel Islands, which are no area of ISO 3166-1.
  if (!code) continue;
  if (!/^\d+$/.test(value)) throw new Error(`${alpha3} ${year}: ${value} is no count`);
  areas.set(code, [...(areas.get(code) ?? []), [Number(year), value]]);
}
const lines = [...areas]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, figures]) => {
    const sorted = figures.sort(([a], [b]) => a - b);
    const [first] = sorted[0];
    if (sorted.some(([year], i) => year !== first + i)) throw new Error(`${code}: its years have a gap`);
    return `  ${code}: '${first} ${sorted.map(([, value]) => value).join(' ')}',`;
  });
process.stdout.write(`/**
 * Population of areas by year, as the World Bank published it: the vintage that comes with the program (docs/methods.md has
 * its source and licence). It never changes; later ones are imported. Made by tools/write-population.mjs.
 */

/** By alpha-2 code: the first year, then the figures of that year and of each one after it. */
/* prettier-ignore */
export const worldBank2026: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`);
