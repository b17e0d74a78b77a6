/** A selection of figures as a Data Package (datapackage.org, version 2): a ZIP with the table, its schema and a README. */
import { columnMeanings, type Column } from './columns.js';
import type { Origin, Table } from './table.js';
import { shippedPopulation } from '@rapporteur/domain';
import { showMissing } from './missing.js';
import { showLicence, showPublication, showSource, sourcesIn, type Source } from './sources.js';
import { toCsv } from './to-csv.js';

/**
 * A ZIP holds a time for each file, and the same address must give the same bytes: so it is the first time that
 * ZIP can hold.
 */
const zipTime = new Date(1980, 0, 1);

export interface PackageOrigin extends Origin {
  /** When the event at the position was recorded; undefined at a position without an event. */
  readonly recordedAt: string | undefined;
}

/**
 * In: the table of the selection, the table of its rates where they are asked for, and the origin. Out: the bytes of
 * the ZIP, the same for the same tables.
 */
export async function toDataPackage(table: Table, origin: PackageOrigin, rates?: Table): Promise<Uint8Array> {
  // Loaded when first asked for, as for a workbook.
  const { zipSync } = await import('fflate');
  const files = {
    'datapackage.json': `${JSON.stringify(toDescriptor(table, origin, rates), null, 2)}\n`,
    'observations.csv': toCsv(table),
    ...(rates ? { 'rates.csv': toCsv(rates) } : {}),
    'README.md': toReadme(table, origin) + (rates ? toRatesReadme(rates) : ''),
  };
  const entries = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  // Level 4 takes three quarters of the time of the default, for a fifteenth more bytes.
  return zipSync(Object.fromEntries(entries), { mtime: zipTime, level: 4 });
}

function toDescriptor(
  table: Table,
  { address, position, asOf, language, recordedAt, missing }: PackageOrigin,
  rates: Table | undefined,
) {
  const lacks = showMissing(missing);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'rapporteur-observations',
    title: 'Figures reported by governments, each with its source',
    ...(lacks.length > 0 ? { description: lacks.join('; ') } : {}),
    version: String(position),
    ...(recordedAt ? { created: recordedAt } : {}),
    sources: [
      ...toSources(sourcesIn(table.rows, language), address),
      ...(rates ? [{ title: `${shippedPopulation.source} (${shippedPopulation.licence})` }] : []),
    ],
    resources: [
      toResource('observations', table, columnOf),
      ...(rates ? [toResource('rates', rates, (name) => columnMeanings[name]!)] : []),
    ],
    'x-position': position,
    'x-asOf': asOf ?? null,
    'x-language': language,
  };
}

/** Who published the figures, each with the address at which they were taken; of an empty table the address alone. */
function toSources(sources: readonly Source[], address: string) {
  // Data Package allows no path that begins with "/".
  const path = address.replace(/^\//, '');
  if (sources.length === 0) return [{ title: 'No figures', path }];
  return sources.map((source) => ({
    title: showPublication(source),
    path,
    'x-collection': source.code,
    'x-licence': showLicence(source),
  }));
}

const toResource = (name: string, { columns, rows }: Table, meaningOf: (name: string) => Column) => ({
  name,
  path: `${name}.csv`,
  type: 'table',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
  schema: { fields: columns.map((column) => toField(column, meaningOf(column))), missingValues: [''] },
  'x-rows': rows.length,
});

/** Here each of several values of a cell has its own row, so a value is always a number or empty. */
const columnOf = (name: string): Column =>
  name === 'value'
    ? {
        type: 'integer',
        meaning: 'The figure; empty: there is no number, and the qualifier says why',
        unit: 'see unit',
      }
    : columnMeanings[name]!;

function toField(name: string, { type, meaning, unit }: Column) {
  return { name, type, description: unit ? `${meaning} (unit: ${unit})` : meaning };
}

function toReadme(
  { columns, rows }: Table,
  { address, position, asOf, language, recordedAt, missing }: PackageOrigin,
): string {
  const vintage = asOf ? `received by ${asOf}` : 'received at any time';
  const recorded = recordedAt ? `, the event recorded at ${recordedAt}` : '';
  const published = sourcesIn(rows, language);
  const sources = published.map((source) => `- ${showSource(source)}`);
  const meanings = columns.map((name) => `- \`${name}\`: ${columnOf(name).meaning}`);
  return `# Figures reported by governments, each with its source

${rows.length} ${rows.length === 1 ? 'figure' : 'figures'}: what was ${vintage}, and recorded up to position ${position}${recorded}.
${showMissing(missing)
  .map((words) => `\n**Incomplete**: ${words}.\n`)
  .join('')}
## How to cite
${published.map((source) => `${showPublication(source)}. `).join('')}Rapporteur, ${asOf ? `as of ${asOf}, ` : ''}position ${position}: <${address}>. The address names the position and gives
these figures again for ever, whatever is corrected or recorded later.

## Source and licence
${sources.join('\n') || '- No figures'}

The figures are those of the publisher. Rapporteur only collects them, and gives no licence to what is not its own.

## What is promised
- Every figure stands in a reply: \`id\` names it, \`event\` the event that says it, \`paragraph\`, \`footnote\` or \`row\` its place.
- Nothing is imputed, spread over years or summed. Where one reply gives several values for the same thing, each has a row.
- Figures of two collections are never mixed; they may describe the same thing differently.
- Columns keep their names and meanings; new ones join at the end, and the page on columns has the changes.

## How to read it
- \`value\` is the figure only where \`qualifier\` is exact: fewer-than 5 is 0 to 4, at-least 3800 has no upper end,
  approximately has a margin nobody stated.
- An empty \`value\` is no zero, and \`qualifier\` says what it is instead: none-known (a nil report), not-available,
  not-applicable (there can be none), not-asked, withheld (confidential). \`obs_status\` and \`conf_status\` say it in the
  codes of SDMX, where none-known and not-available are the same.
- Never add up breakdowns with the whole (\`_T\`), spans with years, or collections.
- Changes, trends and their tests are computed by /v1/trends; the page on methods gives each with its source.
- \`document\`, \`document_page\`, \`document_paragraph\` and \`quote\`, or \`document_region\` in place of the words, say in
  which document a figure stands, where that is known: its bytes are at /v1/documents/ with \`document\` after it.
- A text that a spreadsheet would run as a formula begins with an apostrophe.

## Columns of observations.csv
${meanings.join('\n')}
`;
}

/** What is said of rates, where there are some. */
const toRatesReadme = ({ columns }: Table): string => `
## Rates
\`rates.csv\` has the same figures in relation to the population of their area and year, with exact 95 % limits. Where there
is no rate, \`no_rate\` says why. The population that comes with the program is from ${shippedPopulation.source}
(${shippedPopulation.licence}); \`population_round\` names the publication of each.

## Columns of rates.csv
${columns.map((name) => `- \`${name}\`: ${columnMeanings[name]!.meaning}`).join('\n')}
`;
