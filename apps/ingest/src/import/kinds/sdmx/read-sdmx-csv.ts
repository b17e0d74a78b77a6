/** Reads an SDMX-CSV (1.0, 2.0 and 2.1) as a table: codes and labels apart, and rows that are no figures marked. */
import { limits } from '../limits.js';
import type { Row, Spreadsheet } from '../rows.js';
import { quote } from '../unreadable-file.js';

/** How such a file begins: 1.0 with DATAFLOW, 2.x with STRUCTURE and STRUCTURE_ID. */
const start = /^\ufeff?"?(?:DATAFLOW"?[,;\t]|STRUCTURE(?:\[[^\]]*\])?"?[,;\t]"?STRUCTURE_ID"?[,;\t])/i;

/** In: the first characters of a file. */
export const isSdmxCsv = (text: string): boolean => start.test(text);

/** A column of the header: how it is called, and whether its cells hold codes with their labels behind. */
interface Column {
  readonly name: string;
  readonly label?: string;
}

/** A column "REF_AREA: Reference area", as `labels=both` writes it, becomes "REF_AREA" and "REF_AREA label". */
function readColumn(name: string): Column {
  const parts = /^([A-Za-z_@$][\w@$-]*): ?(.*)$/su.exec(name.trim());
  return parts ? { name: parts[1]!, label: `${parts[1]!} label` } : { name: name.trim() };
}

/** "AT: Austria" becomes both; a text without a code before it stays whole. */
function split(cell: string): [code: string, label: string] {
  const parts = /^([\w@$.+/()-]+): (.*)$/su.exec(cell.trim());
  return parts ? [parts[1]!, parts[2]!] : [cell, ''];
}

/** The columns whose cells are numbers or free texts, never codes with labels. */
const isPlain = (name: string) => /^(?:obs_value|time_period|structure_id|dataflow|comment.*)$/i.test(name);

/** In: the rows of a .csv that is SDMX-CSV. Out: the table in it. */
export function openSdmxCsv(csv: Spreadsheet): Spreadsheet {
  async function* rows(sheet: string): AsyncGenerator<Row[]> {
    let read: ((row: Row) => Row) | undefined;
    for await (const batch of csv.rows(sheet)) {
      const [first] = batch;
      const body = read ? batch : batch.slice(1);
      const head: Row[] = [];
      if (!read && first) {
        const columns = first.cells.map(readColumn);
        read = makeReader(columns);
        head.push({ row: first.row, cells: columns.flatMap(namesOf).slice(0, limits.columns) });
      }
      yield [...head, ...body.map(read!)];
    }
  }
  return { ...csv, rows };
}

const namesOf = ({ name, label }: Column): string[] =>
  label === undefined || isPlain(name) ? [name] : [name, label];

function makeReader(columns: readonly Column[]): (row: Row) => Row {
  const placeOf = (wanted: string) => columns.findIndex(({ name }) => name.toUpperCase() === wanted);
  const [value, action, power] = ['OBS_VALUE', 'ACTION', 'UNIT_MULT'].map(placeOf) as [
    number,
    number,
    number,
  ];
  const hasLabels = columns.some(({ name, label }) => label !== undefined && !isPlain(name));
  return ({ row, cells }) => {
    const fault = findFault(cells[action] ?? '', cells[power] ?? '');
    const read = cells.flatMap((cell, i) => {
      if (i === value) return [toWhole(cell)];
      const column = columns[i];
      return hasLabels && column && namesOf(column).length === 2 ? split(cell) : [cell];
    });
    const made = { row, cells: read.slice(0, limits.columns) };
    return fault === undefined ? made : { ...made, fault };
  };
}

/** Its decimal sign is the point, and numbers are often written as fractions of nothing: "6.0" is 6. */
export const toWhole = (cell: string): string => /^\s*(-?\d+)\.0*\s*$/.exec(cell)?.[1] ?? cell;

/** Why a row is no figure: it deletes one, or its figure is in thousands or the like. */
export function findFault(action: string, power: string): string | undefined {
  const [asked] = split(action);
  if (/^d/i.test(asked.trim()))
    return 'ACTION is D: the row deletes a figure, and an import takes figures only';
  const [exponent] = split(power);
  if (!/^\s*0*\s*$/.test(exponent))
    return `UNIT_MULT is ${quote(exponent.trim(), 20)}: the figure is not in ones, and what it rounds is not known`;
  return undefined;
}
