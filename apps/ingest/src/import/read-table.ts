/** Reads a whole file by a mapping: one reply a respondent, and every row that could not be taken. */
import { observationId, type Observation, type Resolved } from '@rapporteur/domain';
import { findHeader, type Header } from './find-header.js';
import { makeRowMapper } from './map-row.js';
import type { Mapping } from './mapping.js';
import { openSpreadsheet, UnreadableFile, type Row, type Spreadsheet } from './spreadsheet.js';

export interface RefusedRow {
  readonly row: number;
  readonly reason: string;
  /** The cells as they stood. */
  readonly cells: readonly string[];
}

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
  readonly refused: readonly RefusedRow[];
  readonly header: readonly string[];
}

/** What makes two figures of a file the same: their cell, value and qualifier; not the row nor the way they are written. */
export const figureKey = (collection: string, respondent: string, o: Observation): string =>
  `${observationId({ collection, respondent, ...o })} ${o.qualifier} ${o.value}`;

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
    const refused: RefusedRow[] = [];
    let rows = 0;
    for await (const batch of body) {
      for (const row of batch) {
        if (row.row <= header.row || row.cells.every((cell) => cell.trim() === '')) continue;
        rows += 1;
        const mapped = mapRow(row);
        if ('reason' in mapped) {
          refused.push({ row: row.row, reason: mapped.reason, cells: row.cells });
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
    return { rows, replies, refused, header: header.names };
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

/** The sheet that has the header, with all its rows. Errors: UnreadableFile, saying what the likeliest sheet lacks. */
async function findBody(
  spreadsheet: Spreadsheet,
  mapping: Mapping,
): Promise<{ header: Header; body: AsyncGenerator<Row[]> }> {
  const sheets = mapping.sheets?.filter((name) => spreadsheet.sheets.includes(name)) ?? [];
  let fault = '';
  for (const sheet of sheets.length > 0 ? sheets : spreadsheet.sheets) {
    const rows = spreadsheet.rows(sheet);
    const first: Row[] = [];
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      first.push(...next.value);
      if (first.length >= mapping.headerWithin) break;
    }
    const header = findHeader(first.slice(0, mapping.headerWithin), mapping);
    if (!('missing' in header)) return { header, body: goOn(first, rows) };
    fault ||= `sheet "${sheet}" lacks ${header.missing.join(', ')}`;
    await rows.return(undefined);
  }
  throw new UnreadableFile(
    'no-header',
    `No header was found within the first ${mapping.headerWithin} rows: ${fault}. The mapping names the columns.`,
  );
}

async function* goOn(first: Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  yield first;
  yield* rest;
}
