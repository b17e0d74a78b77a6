/** Reads a whole file by a mapping: one reply for each respondent, every refused row, and every row that waits. */
import type { SeenFile } from '@rapporteur/contract';
import { observationId, type Observation, type Resolved } from '@rapporteur/domain';
import { cut } from '@rapporteur/office-file';
import { readHeader, usesOf, type Header } from './find-header.js';
import type { Decisions, UnknownWord } from './find-word.js';
import { makeRefusedRows, type RefusedRow } from './keep-refused.js';
import { makeWaitingRows, type WaitingRows } from './keep-waiting.js';
import { makeRowMapper, type MappedRow } from './map-row.js';
import type { Mapping } from './mapping.js';
import { longestReason } from './read-cells.js';
import type { Row, Spreadsheet } from '../kinds/rows.js';
import { openSpreadsheet } from '../kinds/spreadsheet.js';
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';

/** The figures of one respondent in a file, each once, by cell and value. */
export interface ImportedReply {
  readonly resolved: Resolved;
  readonly observations: ReadonlyMap<string, Observation>;
  /** How many rows repeat a figure of another row of the file. */
  readonly doubles: number;
}

export interface ImportedTable {
  /** How many rows below the header are not empty. */
  readonly rows: number;
  readonly replies: ReadonlyMap<string, ImportedReply>;
  /** How many of them are refused. */
  readonly refused: number;
  /** The rows that wait until somebody decides what their words mean. */
  readonly waiting: Omit<WaitingRows, 'add'>;
  /** The refused and the waiting rows that are kept. */
  readonly refusedRows: readonly RefusedRow[];
  /** What other decisions would make of the file; absent where none were given to compare with. */
  readonly changes?: Changes;
  readonly header: readonly string[];
  /** What the file is, as people are shown it. */
  readonly seen: SeenFile;
}

/** By respondent the keys of those figures that rows give by the decisions, or gave by the earlier ones. */
export type Changes = ReadonlyMap<string, ReadonlySet<string>>;

/** How a file is read. */
export interface Reading {
  readonly collection: string;
  /** The day of receipt. */
  readonly receivedOn: string;
  /** What was decided of words, on top of the mapping. */
  readonly decisions?: Decisions | undefined;
  /** What stood at earlier times: tells which figures are there, or are not, because of what was decided since. */
  readonly before?: readonly Decisions[] | undefined;
}

/**
 * Two figures of a file are the same if cell, value and qualifier are the same, whatever their rows and however
 * they are written.
 */
export const figureKey = (collection: string, respondent: string, o: Observation): string =>
  `${observationId({ collection, respondent, ...o })} ${o.qualifier} ${o.value}`;

/** The cell of such a key, which ends at the first space: no cell's identifier has one. */
export const cellOfKey = (key: string): string => key.slice(0, key.indexOf(' '));

/** In: path, mapping, how to read it, and a function that is told how many rows were read. Errors: UnreadableFile. */
export async function readTable(
  path: string,
  mapping: Mapping,
  { collection, receivedOn, decisions, before }: Reading,
  onProgress: (rows: number) => void,
): Promise<ImportedTable> {
  const spreadsheet = await openSpreadsheet(path);
  try {
    const { sheet, header, body } = await findBody(spreadsheet, mapping);
    const ends = makeEnds();
    const mapRow = makeRowMapper(mapping, header, receivedOn, decisions);
    const mapBefore = before?.map((decided) => makeRowMapper(mapping, header, receivedOn, decided));
    const compare = mapBefore && makeComparison(collection, mapBefore);
    const replies = new Map<
      string,
      { resolved: Resolved; observations: Map<string, Observation>; doubles: number }
    >();
    const refused = makeRefusedRows();
    const waiting = makeWaitingRows();
    let rows = 0;
    for await (const batch of body) {
      for (const row of batch) {
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        rows += 1;
        const mapped = mapRow(row);
        compare?.look(row, mapped);
        if ('observation' in mapped) ends.add(mapped.observation.period);
        else if ('waitsFor' in mapped) ends.add(mapped.known.period);
        if ('reason' in mapped) {
          refused.add({ row: row.row, reason: mapped.reason, cells: header.toCells(row) });
          continue;
        }
        if ('waitsFor' in mapped) {
          const waits = { row: row.row, reason: reasonOf(mapped.waitsFor), cells: header.toCells(row) };
          waiting.add(waits, mapped.waitsFor, mapped.known);
          refused.addWaiting(waits);
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
    return {
      ...{ rows, replies, waiting, refused: refused.count, refusedRows: refused.rows, header: header.names },
      seen: { sheet, headerRow: header.row, columns: toColumns(header, mapping), ...ends.ends },
      ...(compare ? { changes: compare.changes } : {}),
    };
  } finally {
    await spreadsheet.close();
  }
}

/** Notes the figures of each row that has another meaning, or has one at all, only by earlier or by later decisions. */
function makeComparison(collection: string, mapBefore: readonly ((row: Row) => MappedRow)[]) {
  const changes = new Map<string, Set<string>>();
  const note = (mapped: MappedRow, key: string | undefined) => {
    if (!('resolved' in mapped) || key === undefined) return;
    const { code } = mapped.resolved;
    changes.set(code, (changes.get(code) ?? new Set()).add(key));
  };
  const keyOf = (mapped: MappedRow) =>
    'resolved' in mapped ? figureKey(collection, mapped.resolved.code, mapped.observation) : undefined;
  return {
    changes,
    look(row: Row, now: MappedRow): void {
      const isBreak = (mapped: MappedRow) => 'resolved' in mapped && mapped.observation.break === true;
      for (const before of mapBefore.map((map) => map(row))) {
        const [was, is] = [keyOf(before), keyOf(now)];
        if (was === is && isBreak(before) === isBreak(now)) continue;
        note(before, was);
        note(now, is);
      }
    },
  };
}

/** The named columns of a header, with what each is read as. */
function toColumns(header: Header, mapping: Mapping): SeenFile['columns'] {
  const uses = usesOf(header, mapping);
  return header.names.flatMap((name, i) => (name.trim() === '' ? [] : [{ name, use: uses[i]! }]));
}

/** Notes where the earliest of some periods begins and the latest ends. A shorter text is a longer time: it begins first. */
function makeEnds() {
  const ends: { from: string | null; to: string | null } = { from: null, to: null };
  return {
    ends,
    add(period: string): void {
      const [from = '', to = from] = period.split('/');
      if (/^\d/.test(from) && (ends.from === null || from < ends.from)) ends.from = from;
      if (/^\d/.test(to) && (ends.to === null || to > ends.to)) ends.to = to;
    },
  };
}

/** Why a row waits, in words. */
const reasonOf = (words: readonly UnknownWord[]): string =>
  cut(`waits for a decision: ${words.map(({ reason }) => reason).join('; ')}`, longestReason);

const longestNote = 1900;

/**
 * Adds a figure. If the file has it already, the repeating row is noted at the first one, and a break in either
 * row counts. Out: 1 for a repeated figure, else 0.
 */
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

/**
 * Finds the sheet with the header, and the rows below it. Errors: UnreadableFile, naming the columns that the
 * likeliest sheet lacks.
 */
async function findBody(
  spreadsheet: Spreadsheet,
  mapping: Mapping,
): Promise<{ sheet: string; header: Header; body: AsyncGenerator<Row[]> }> {
  const sheets = mapping.sheets?.filter((name) => spreadsheet.sheets.includes(name)) ?? [];
  let fault = '';
  for (const sheet of sheets.length > 0 ? sheets : spreadsheet.sheets) {
    const rows = spreadsheet.rows(sheet);
    const found = await findInSheet(rows, mapping);
    if ('header' in found) return { sheet, header: found.header, body: goOn(found.rest, rows) };
    fault ||= `sheet ${quote(sheet)} lacks ${found.missing.slice(0, 20).join(', ')}`;
    await rows.return(undefined);
  }
  throw new UnreadableFile(
    'no-header',
    `No header was found within the first ${mapping.headerWithin} rows: ${fault}. The mapping names the columns.`,
  );
}

/** The header of a sheet with the rows after it in the same batch; or else the columns that the likeliest row lacks. */
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
