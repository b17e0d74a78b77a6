/** Makes of UNODC's file what others might make of it: other columns, other words, several sheets, years across. */
import { nameOf, findRespondent } from '@rapporteur/names';
import { ods, toZip } from '@rapporteur/testing';
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

interface Language {
  /** The columns in the order of the file, by the names of UNODC's. */
  readonly columns: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly language: 'es' | 'fr';
}

const spanish: Language = {
  language: 'es',
  columns: {
    ...{ txtVALUE: 'Valor', Sex: 'Sexo', Age: 'Grupo de edad', Year: 'Año', Country: 'País' },
    ...{ Category: 'Categoría', Dimension: 'Desglose', 'Unit of measurement': 'Unidad de medida' },
    ...{ Indicator: 'Indicador', Subregion: 'Subregión', Iso3_code: 'Código', Source: 'Fuente' },
  },
  words: {
    ...{ Female: 'Mujeres', Male: 'Hombres', Other: 'Otro', Unknown: 'Desconocido', Total: 'Todos' },
    ...{ '0 to 17 years': '0 a 17 años', '18 years or over': '18 años o más', Counts: 'Recuento' },
    ...{ 'Persons convicted': 'Personas condenadas', 'Persons prosecuted': 'Personas enjuiciadas' },
    ...{ 'by citizenship': 'por nacionalidad', 'by form of exploitation': 'por forma de explotación' },
    ...{ 'Forced labour': 'Trabajo forzoso', 'Sexual exploitation': 'Explotación sexual' },
  },
};
const french: Language = {
  language: 'fr',
  columns: {
    ...{ Year: 'Année', Country: 'Pays', Iso3_code: 'Code pays', Indicator: 'Indicateur', Sex: 'Sexe' },
    ...{ Age: 'Tranche d’âge', Dimension: 'Ventilation', Category: 'Modalité', txtVALUE: 'Effectif' },
    'Unit of measurement': 'Unité',
  },
  words: {
    ...{ Female: 'Femmes', Male: 'Hommes', Other: 'Autre', Unknown: 'Inconnu', Total: 'Ensemble' },
    ...{ '0 to 17 years': '0 à 17 ans', '18 years or over': '18 ans et plus', Counts: 'Nombre' },
    ...{ 'Persons convicted': 'Personnes condamnées', 'Persons prosecuted': 'Personnes poursuivies' },
    ...{ 'by citizenship': 'par nationalité', 'by form of exploitation': 'par forme d’exploitation' },
    ...{ 'Forced labour': 'Travail forcé', 'Sexual exploitation': 'Exploitation sexuelle' },
  },
};

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
export function withYearsAcross(lines: readonly Line[]): string {
  const columns = [
    'Country',
    'Iso3_code',
    'Region',
    'Age',
    'Sex',
    'Indicator',
    'Category',
    'Dimension',
    'Unit of measurement',
  ];
  const years = [...new Set(lines.map((line) => line['Year']!))].sort();
  const rows = new Map<string, { head: string[]; figures: Map<string, string> }[]>();
  for (const line of lines) {
    const head = columns.map((name) => line[name]!);
    const own = rows.get(head.join('\n')) ?? [];
    rows.set(head.join('\n'), own);
    let row = own.find(({ figures }) => !figures.has(line['Year']!));
    if (!row) own.push((row = { head, figures: new Map() }));
    row.figures.set(line['Year']!, line['txtVALUE']!);
  }
  const body = [...rows.values()].flat();
  return toCsv([
    [...columns, ...years],
    ...body.map(({ head, figures }) => [...head, ...years.map((year) => figures.get(year) ?? '')]),
  ]);
}
