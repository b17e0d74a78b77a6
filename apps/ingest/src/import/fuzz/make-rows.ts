/** Rows whose cells are mostly good, for files of every kind; and how texts are written into CSV and XML. */
import type { Random } from '@rapporteur/testing';

/** Texts of cells: some that the reader knows, and some that it does not. */
export const cells = [
  ...['', ' ', '\t', '\u000b', '\u2028', '\ufeff', '\u0000', '\u001b', '\u202e', '\uffff', '😀', 'é', '中'],
  ...['=1+1', '+1', '-1', '@a', '__proto__', 'constructor', 'TRUE', 'NaN', 'Infinity', '0x10', '٣', '１'],
  ...['0', '-0', '7.0', '1e3', '1E400', '1E-400', '9007199254740991', '9007199254740993', '1.282', '1,282'],
  ...[
    '<5',
    '>=9007199254740991',
    '≤0',
    '~7',
    '2007/2008',
    '../2007',
    '2001-09/..',
    'undated',
    '2030',
    '0000',
    'SLV',
    'XQX',
  ],
  ...['El Salvador', 'Austria', 'Persons convicted', 'Total', 'Female', 'by citizenship'],
  ...['9'.repeat(400), '0'.repeat(300) + '1', 'x'.repeat(600), ' '.repeat(40_000), '1,111'.repeat(8000)],
];

/** The header of UNODC's files. */
export const header =
  'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit,txtVALUE,Source';
/** Rows that a mapping takes, as lines of a CSV. */
export const goodRows = [
  'SLV,El Salvador,,,Persons convicted,Total,Total,Total,Total,2007,Counts,6,S',
  'AUT,,,,Persons prosecuted,Total,Total,Female,Total,2019,Counts,<5,S',
  'BOL,Bolivia,,,Detected trafficking victims,Total,Total,Male,Total,2017,Counts,"1,282",S',
];

/** A few rows, some of whose cells are odd. */
export function makeRows(random: Random): string[][] {
  const good = goodRows.map((row) => row.replace('"1,282"', '1282').split(','));
  return Array.from({ length: 1 + random.below(6) }, () =>
    random.of(good).map((cell) => (random.once(12) ? random.of(cells) : cell)),
  );
}

export const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

export const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
