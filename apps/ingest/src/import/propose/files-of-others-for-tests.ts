/** Makes of UNODC's file what others might make of it: other columns, other words, several sheets, years across. */
import { nameOf, findRespondent } from '@rapporteur/names';
import { ods, toZip } from '@rapporteur/testing';
import { arabic, chinese, french, russian, spanish, type Language } from './languages-of-others-for-tests.js';
import { openSpreadsheet } from '../kinds/spreadsheet.js';

/** Rows by the names of UNODC's columns. */
type Line = Readonly<Record<string, string>>;

/** In: the path of a file as UNODC publishes it, and the row of its header. Out: its rows. */
export async function readLines(path: string, headerRow: number): Promise<Line[]> {
  const spreadsheet = await openSpreadsheet(path);
  try {
    let names: string[] = [];
    const lines: Line[] = [];
    for await (const batch of spreadsheet.rows(spreadsheet.sheets[0]!))
      for (const { row, cells, columns } of batch) {
        if (row === headerRow) names = [...cells];
        if (row <= headerRow) continue;
        const placed = cells.map((cell, i) => [names[columns?.[i] ?? i]!, cell] as const);
        lines.push({ ...Object.fromEntries(names.map((name) => [name, ''])), ...Object.fromEntries(placed) });
      }
    return lines;
  } finally {
    await spreadsheet.close();
  }
}

const make = (country: string, code: string, year: number, figure: string, more: Line): Line => ({
  ...{ Iso3_code: code, Country: country, Region: 'R', Subregion: 'S', Source: 'GLOTIP' },
  ...{ Indicator: 'Detected trafficking victims', Dimension: 'Total', Category: 'Total', Sex: 'Total' },
  ...{ Age: 'Total', Year: String(year), 'Unit of measurement': 'Counts', txtVALUE: figure, ...more },
});

const countries = 'SLV AUT BOL IND ALB NGA ROU UKR NLD THA JPN MEX'.split(' ');
const origins = [
  'Nigeria',
  'Romania',
  'Nigerin',
  'own country',
  'Ukraineans',
  'Boliviana',
  'Côte d’Ivoire',
  '0',
  '',
];
const kinds: Line[] = [
  {},
  { Sex: 'Female' },
  { Sex: 'Male', Age: '0 to 17 years' },
  { Sex: 'Female', Age: '18 years or over' },
  { Indicator: 'Persons convicted' },
  { Indicator: 'Persons prosecuted', Sex: 'Male' },
  ...['Forced labour', 'Sexual exploitation'].map((Category) => ({
    Dimension: 'by form of exploitation',
    Category,
  })),
  ...origins.map((Category) => ({ Dimension: 'by citizenship', Category })),
];

/** A small file in the form of UNODC's, with words that nobody knows and a second figure of a cell. */
export const makeLines = (): Line[] =>
  countries.flatMap((code, i) =>
    [2017, 2018, 2019, 2020].flatMap((year) =>
      [...kinds, {}].map((kind, k) =>
        make(
          nameOf(findRespondent(code)!.code, 'en'),
          code,
          year,
          k % 5 === 3 ? '<5' : `${(i + 3) * year + 7 * k}`,
          {
            ...kind,
            ...{ Region: `Region ${i % 3}`, Subregion: `Subregion ${i % 6}` },
          },
        ),
      ),
    ),
  );

/** The same as UNODC would publish it. */
export const asPublished = (lines: readonly Line[]): string =>
  toCsv([
    ['UNODC'],
    ['30/05/2023'],
    ...rowsOf(lines, Object.fromEntries(Object.keys(lines[0]!).map((name) => [name, name]))),
  ]);

/** Some words of a line in another language: those that are there, and the countries of every second line. */
function translate(line: Line, i: number, { words, language }: Language): Line {
  const country = (word: string) => {
    const found = findRespondent(word);
    return found && found.match !== 'code' ? nameOf(found.code, language) : word;
  };
  return Object.fromEntries(
    Object.entries(line).map(([column, word]) => [
      column,
      words[word] ?? (i % 2 === 1 && (column === 'Country' || column === 'Category') ? country(word) : word),
    ]),
  );
}

const quoted = (cell: string) => (/[",;\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const toCsv = (rows: readonly (readonly string[])[], separator = ',') =>
  rows.map((row) => row.map(quoted).join(separator)).join('\n');
const escape = (text: string) =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`).replace(/[^\P{C}\n]/gu, ' ');
const toTable = (name: string, rows: readonly (readonly string[])[]) =>
  `<table:table table:name="${escape(name)}">${rows
    .map(
      (row) =>
        `<table:table-row>${row.map((cell) => `<table:table-cell office:value-type="string"><text:p>${escape(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`,
    )
    .join('')}</table:table>`;

const rowsOf = (lines: readonly Line[], columns: Readonly<Record<string, string>>) => [
  Object.values(columns),
  ...lines.map((line) => Object.keys(columns).map((name) => line[name] ?? '')),
];

/** Renamed and reordered columns, and words, in Spanish; a title above; semicolons. */
export const inSpanish = (lines: readonly Line[]): string =>
  toCsv(
    [
      ['Trata de personas'],
      ...rowsOf(
        lines.map((line, i) => translate(line, i, spanish)),
        spanish.columns,
      ),
    ],
    ';',
  );

const inLanguage =
  (language: Language, separator: string, changed: (line: Line) => Line) => (lines: readonly Line[]) =>
    toCsv(
      rowsOf(
        lines.map((line, i) => changed(translate(line, i, language))),
        language.columns,
      ),
      separator,
    );
const arabicDigits = (text: string) => text.replace(/[0-9]/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);

/** Columns and words in Russian, with "г." behind the year. */
export const inRussian = inLanguage(russian, ';', (line) => ({ ...line, Year: `${line['Year']} г.` }));
/** In Arabic, with the digits of Arabic. */
export const inArabic = inLanguage(arabic, ',', (line) => ({
  ...line,
  ...{ Year: arabicDigits(line['Year']!), txtVALUE: arabicDigits(line['txtVALUE']!) },
}));
/** In Chinese, with 年 behind the year. */
export const inChinese = inLanguage(chinese, '\t', (line) => ({ ...line, Year: `${line['Year']}年` }));

/** A sheet for each indicator, in French, without the column of the indicator. */
export function inSheets(lines: readonly Line[]): Buffer {
  const { Indicator: _, ...columns } = french.columns;
  const bySheet = new Map<string, Line[]>();
  for (const line of lines) {
    const own = bySheet.get(line['Indicator']!);
    if (own) own.push(line);
    else bySheet.set(line['Indicator']!, [line]);
  }
  const notes = toTable('Notes', [['Données recueillies par questionnaire']]);
  const tables = [...bySheet].map(([sheet, own]) =>
    toTable(
      french.words[sheet] ?? sheet,
      rowsOf(
        own.map((line, i) => translate(line, i, french)),
        columns,
      ),
    ),
  );
  return toZip(ods(notes + tables.join('')));
}

/** A column for each year, in the words of UNODC; a second figure of a cell in a row of its own. */
export const withYearsAcross = (lines: readonly Line[]): string => across(lines, 'Year');
/** A column for women, one for men and one for all. */
export const withSexesAcross = (lines: readonly Line[]): string => across(lines, 'Sex');

function across(lines: readonly Line[], by: 'Sex' | 'Year'): string {
  const columns = [
    'Country',
    'Iso3_code',
    'Region',
    'Age',
    by === 'Year' ? 'Sex' : 'Year',
    'Indicator',
    'Category',
    'Dimension',
    'Unit of measurement',
  ];
  const years = [...new Set(lines.map((line) => line[by]!))].sort();
  const rows = new Map<string, { head: string[]; figures: Map<string, string> }[]>();
  for (const line of lines) {
    const head = columns.map((name) => line[name]!);
    const own = rows.get(head.join('\n')) ?? [];
    rows.set(head.join('\n'), own);
    let row = own.find(({ figures }) => !figures.has(line[by]!));
    if (!row) own.push((row = { head, figures: new Map() }));
    row.figures.set(line[by]!, line['txtVALUE']!);
  }
  const body = [...rows.values()].flat();
  return toCsv([
    [...columns, ...years],
    ...body.map(({ head, figures }) => [...head, ...years.map((year) => figures.get(year) ?? '')]),
  ]);
}
