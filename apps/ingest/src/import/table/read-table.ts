/** Reads a whole file by a mapping: one reply a respondent, and every row that could not be taken. */
import { observationId, type Observation, type Resolved } from '@rapporteur/domain';
import { readHeader, type Header } from './find-header.js';
import { makeRefusedRows, type RefusedRow } from './keep-refused.js';
import { makeRowMapper } from './map-row.js';
import type { Mapping } from './mapping.js';
import type { Row, Spreadsheet } from './rows.js';
import { openSpreadsheet } from './spreadsheet.js';
import { quote, UnreadableFile } from './unreadable-file.js';

/** What a file says of one respondent: its figures, each once, by cell and value. */
export interface ImportedReply {
  readonly resolved: Resolved;
  readonly observations: ReadonlyMap<string, Observation>;
  /** Rows that say again what another row of the file says. */
  readonly doubles: number;
}

export interface ImportedTable {
  /** Rows below the header that hold anything. */
  readonly rows: number;
  readonly replies: ReadonlyMap<string, ImportedReply>;
  /** How many of them could not be taken. */
  readonly refused: number;
  /** Those that are kept. */
  readonly refusedRows: readonly RefusedRow[];
  readonly header: readonly string[];
}

/** What makes two figures of a file the same: their cell, value and qualifier; not the row nor the way they are written. */
export const figureKey = (collection: string, respondent: string, o: Observation): string =>
  `${observationId({ collection, respondent, ...o })} ${o.qualifier} ${o.value}`;

/** The cell of such a key: none has a space in it. */
export const cellOfKey = (key: string): string => key.slice(0, key.indexOf(' '));

/**
 * In: path, mapping, collection, the day of receipt, and who is told of the rows read so far.
 * Errors: UnreadableFile.
 */
export async function readTable(
  path: string,
  mapping: Mapping,
  { collection, receivedOn }: { readonly collection: string; readonly receivedOn: string },
  onProgress: (rows: number) => void,
): Promise<ImportedTable> {
  const spreadsheet = await openSpreadsheet(path);
  try {
    const { header, body } = await findBody(spreadsheet, mapping);
    const mapRow = makeRowMapper(mapping, header, receivedOn);
    const replies = new Map<
      string,
      { resolved: Resolved; observations: Map<string, Observation>; doubles: number }
    >();
    const refused = makeRefusedRows();
    let rows = 0;
    for await (const batch of body) {
      for (const row of batch) {
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        rows += 1;
        const mapped = mapRow(row);
        if ('reason' in mapped) {
          refused.add({ row: row.row, reason: mapped.reason, cells: header.toCells(row) });
          continue;
        }
        const { resolved, observation } = mapped;
        let reply = replies.get(resolved.code);
        if (!reply) replies.set(resolved.code, (reply = { resolved, observations: new Map(), doubles: 0 }));
        reply.doubles += put(
          reply.observations,
          figureKey(collection, resolved.code, observation),
          observation,
        );
      }
      onProgress(rows);
    }
    return { rows, replies, refused: refused.count, refusedRows: refused.rows, header: header.names };
  } finally {
    await spreadsheet.close();
  }
}

const longestNote = 1900;

/** Adds a figure, or notes at the first row that says it where it stands again; a break that one of them says holds. Out: 1 for a double, else 0. */
function put(observations: Map<string, Observation>, key: string, observation: Observation): 0 | 1 {
  const first = observations.get(key);
  const isBreak = observation.break ?? first?.break;
  const noted = first ? noteDouble(first, observation.row!) : observation;
  observations.set(key, isBreak ? { ...noted, break: true } : noted);
  return first ? 1 : 0;
}

function noteDouble(first: Observation, row: number): Observation {
  const note = first.note ? `${first.note}, ${row}` : `Said again in row ${row}`;
  return note.length > longestNote ? first : { ...first, note };
}

/** The sheet that has the header, with the rows below it. Errors: UnreadableFile, saying what the likeliest sheet lacks. */
async function findBody(
  spreadsheet: Spreadsheet,
  mapping: Mapping,
): Promise<{ header: Header; body: AsyncGenerator<Row[]> }> {
  const sheets = mapping.sheets?.filter((name) => spreadsheet.sheets.includes(name)) ?? [];
  let fault = '';
  for (const sheet of sheets.length > 0 ? sheets : spreadsheet.sheets) {
    const rows = spreadsheet.rows(sheet);
    const found = await findInSheet(rows, mapping);
    if ('header' in found) return { header: found.header, body: goOn(found.rest, rows) };
    fault ||= `sheet ${quote(sheet)} lacks ${found.missing.slice(0, 20).join(', ')}`;
    await rows.return(undefined);
  }
  throw new UnreadableFile(
    'no-header',
    `No header was found within the first ${mapping.headerWithin} rows: ${fault}. The mapping names the columns.`,
  );
}

/** The header of a sheet and what its batch of rows has after it, or which columns the likeliest row lacks. */
async function findInSheet(
  rows: AsyncGenerator<Row[]>,
  mapping: Mapping,
): Promise<{ header: Header; rest: Row[] } | { missing: readonly string[] }> {
  let missing: readonly string[] | undefined;
  let left = mapping.headerWithin;
  for (let next = await rows.next(); !next.done && left > 0; next = await rows.next()) {
    for (const [i, row] of next.value.slice(0, left).entries()) {
      const found = readHeader(row, mapping);
      if (!('missing' in found)) return { header: found, rest: next.value.slice(i + 1) };
      if (!missing || found.missing.length < missing.length) missing = found.missing;
    }
    left -= next.value.length;
  }
  return { missing: missing ?? ['every column: the sheet is empty'] };
}

async function* goOn(first: Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  yield first;
  yield* rest;
}
