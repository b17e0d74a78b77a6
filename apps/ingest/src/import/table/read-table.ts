/** Reads a whole file by a mapping: one reply for each respondent, every refused row, and every row that waits. */
import type { SeenFile } from '@rapporteur/contract';
import { observationId, type Observation, type Resolved } from '@rapporteur/domain';
import { cut } from '@rapporteur/office-file';
import { findBodies } from './find-bodies.js';
import type { Header } from './find-header.js';
import type { Decisions, UnknownWord } from './find-word.js';
import { makeRefusedRows, type RefusedRow } from './keep-refused.js';
import { makeWaitingRows, type WaitingRows } from './keep-waiting.js';
import { makeRowMapper, type MappedRow } from './map-row.js';
import { foldWord, type Mapping } from './mapping.js';
import { longestReason } from './read-cells.js';
import { makeSight } from './see-file.js';
import type { Row } from '../kinds/rows.js';
import { openSpreadsheet } from '../kinds/spreadsheet.js';

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
  const changes: Map<string, Set<string>> | undefined = before && new Map();
  const replies: Replies = new Map();
  const refused = makeRefusedRows();
  const waiting = makeWaitingRows();
  const sight = makeSight(mapping);
  let rows = 0;
  let names: readonly string[] | undefined;
  try {
    for await (const { sheet, header, rows: body } of findBodies(spreadsheet, mapping)) {
      names ??= header.names;
      sight.open({ sheet, header });
      const toCells = makeAligner(names, header);
      const mapRow = makeRowMapper(mapping, header, receivedOn, decisions);
      const mapBefore = before?.map((decided) => makeRowMapper(mapping, header, receivedOn, decided));
      const look = changes && mapBefore ? makeComparison(collection, mapBefore, changes) : () => undefined;
      for await (const batch of body) {
        for (const row of batch) {
          if (row.cells.every((cell) => cell.trim() === '')) continue;
          rows += 1;
          const mapped = mapRow(row);
          look(row, mapped);
          sight.add(mapped);
          if ('reason' in mapped) refused.add({ row: row.row, reason: mapped.reason, cells: toCells(row) });
          else if ('waitsFor' in mapped) {
            const listed = { row: row.row, reason: reasonOf(mapped.waitsFor), cells: toCells(row) };
            waiting.add(listed, mapped.waitsFor, mapped.known);
            refused.addWaiting(listed);
          } else take(replies, collection, mapped);
        }
        onProgress(rows);
      }
    }
    const { count, rows: refusedRows } = refused;
    return {
      ...{ rows, replies, waiting, refused: count, refusedRows, header: names!, seen: sight.seen },
      ...(changes ? { changes } : {}),
    };
  } finally {
    await spreadsheet.close();
  }
}

type Replies = Map<string, { resolved: Resolved; observations: Map<string, Observation>; doubles: number }>;

function take(
  replies: Replies,
  collection: string,
  { resolved, observation }: Extract<MappedRow, { resolved: unknown }>,
): void {
  let reply = replies.get(resolved.code);
  if (!reply) replies.set(resolved.code, (reply = { resolved, observations: new Map(), doubles: 0 }));
  reply.doubles += put(reply.observations, figureKey(collection, resolved.code, observation), observation);
}

/** The cells of a row below the names of the first sheet's columns; those that it has not come last. */
function makeAligner(names: readonly string[], header: Header): (row: Row) => readonly string[] {
  if (header.names.every((name, i) => foldWord(name) === foldWord(names[i] ?? ''))) return header.toCells;
  const own = header.names.map(foldWord);
  const places = names.map((name) => own.indexOf(foldWord(name)));
  const others = [...own.keys()].filter((place) => !places.includes(place));
  return (row) => {
    const cells = header.toCells(row);
    return [...places, ...others].map((place) => cells[place] ?? '');
  };
}

/** Notes the figures of each row that has another meaning, or has one at all, only by earlier or by later decisions. */
function makeComparison(
  collection: string,
  mapBefore: readonly ((row: Row) => MappedRow)[],
  changes: Map<string, Set<string>>,
): (row: Row, now: MappedRow) => void {
  const note = (mapped: MappedRow, key: string | undefined) => {
    if (!('resolved' in mapped) || key === undefined) return;
    const { code } = mapped.resolved;
    changes.set(code, (changes.get(code) ?? new Set()).add(key));
  };
  const keyOf = (mapped: MappedRow) =>
    'resolved' in mapped ? figureKey(collection, mapped.resolved.code, mapped.observation) : undefined;
  const isBreak = (mapped: MappedRow) => 'resolved' in mapped && mapped.observation.break === true;
  return (row, now) => {
    for (const before of mapBefore.map((map) => map(row))) {
      const [was, is] = [keyOf(before), keyOf(now)];
      if (was === is && isBreak(before) === isBreak(now)) continue;
      note(before, was);
      note(now, is);
    }
  };
}

const waits = 'waits for a decision: ';
/** Whether the reason of a listed row says that it waits; else it is refused. */
export const saysWaiting = (reason: string): boolean => reason.startsWith(waits);

/** Why a row waits, in words. */
const reasonOf = (words: readonly UnknownWord[]): string =>
  cut(`${waits}${words.map(({ reason }) => reason).join('; ')}`, longestReason);

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
